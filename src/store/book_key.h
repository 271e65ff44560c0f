// How the key of a sealed book is handed to the ciphers, and which files need one.
#pragma once

#include "base/bytes.h"
#include "platform/ports/key_derivation.h"

#include <string>

namespace store {

// The form in which the ciphers take a key that is already derived. The salt stands in the first
// 16 bytes of the file, so only a file that does not exist yet is given one.
[[nodiscard]] std::string raw_key_text(const platform::BookKey& key,
                                       const platform::BookSalt* salt);

// Overwrites and empties it.
void forget(std::string& secret);

// Whether the file begins as every SQLite database that is not sealed.
[[nodiscard]] bool is_plain_file(base::ByteView file);

} // namespace store
