#include "store/book_key.h"

#include <sodium.h>

#include <array>
#include <cstring>

namespace store {

std::string raw_key_text(const platform::BookKey& key, const platform::BookSalt* salt) {
    std::string text = "raw:" + base::hex_text(key);
    if (salt) text += base::hex_text(*salt);
    return text;
}

void forget(std::string& secret) {
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

bool is_plain_file(base::ByteView file) {
    constexpr std::array<char, 16> sqlite_header{"SQLite format 3"};
    return file.size() >= sqlite_header.size() &&
           std::memcmp(file.data(), sqlite_header.data(), sqlite_header.size()) == 0;
}

} // namespace store
