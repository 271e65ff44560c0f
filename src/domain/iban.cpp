#include "domain/iban.h"

#include <string>

namespace domain {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::string compact(std::string_view text) {
    std::string letters;
    for (const char c : text)
        if (c != ' ') letters += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return letters;
}

} // namespace

bool looks_like_iban(std::string_view text) {
    const std::string letters = compact(text);
    return letters.size() >= 4 && is_capital(letters[0]) && is_capital(letters[1]) &&
           is_digit(letters[2]) && is_digit(letters[3]);
}

bool is_iban(std::string_view text) {
    constexpr std::size_t length_min = 15; // Norway.
    constexpr std::size_t length_max = 34;
    std::string letters = compact(text);
    if (!looks_like_iban(letters)) return false;
    if (letters.size() < length_min || letters.size() > length_max) return false;
    // The first four go to the end; a letter counts as two digits, A = 10; the rest of 97 is 1.
    letters = letters.substr(4) + letters.substr(0, 4);
    int rest = 0;
    for (const char c : letters) {
        if (is_digit(c))
            rest = (rest * 10 + (c - '0')) % 97;
        else if (is_capital(c))
            rest = (rest * 100 + (c - 'A' + 10)) % 97;
        else
            return false;
    }
    return rest == 1;
}

} // namespace domain
