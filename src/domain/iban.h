// International bank account numbers, as ISO 13616-1 checks them.
//
// Not every practice has one: an account number of another form is not judged here.
#pragma once

#include <string_view>

namespace domain {

// Two letters and two digits first, spaces aside: then a person means an IBAN.
[[nodiscard]] bool looks_like_iban(std::string_view text);

// Whether the check digits hold (ISO 7064 MOD 97-10) and 15 to 34 letters and digits stand there.
// Spaces are left out; small letters count as capitals.
[[nodiscard]] bool is_iban(std::string_view text);

} // namespace domain
