// How the bodies of one book's log are packed: with the words of every book and with its own.
//
// What the changes of a practice have in common beyond the names of fields (its services, people,
// tax texts, ids) makes up half of a packed body. So the book keeps a few of its bodies as words
// for the next ones (table packing_words): learned early and again each time the log has grown
// fourfold, never changed afterwards. They are of this book only; what leaves it is plain.
#pragma once

#include "base/bytes.h"
#include "store/dot.h"
#include "store/sqlite.h"

#include <string>
#include <string_view>

namespace store {

// With the newest words of the book.
[[nodiscard]] base::Result<base::Bytes> pack_body(Connection& database, std::string_view body);
// `damaged` also when the words it was packed with are gone.
[[nodiscard]] base::Result<std::string> unpack_body(Connection& database, base::ByteView packed);

// Learns words from the newest bodies if it is time after the change `dot`, in its transaction.
[[nodiscard]] base::Result<void> learn_words(Connection& database, Dot dot);

} // namespace store
