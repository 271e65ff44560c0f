// Every way in which the program can refuse, each with a number that is never reused.
//
// Codes are appended at the end of their block; a number once shipped keeps its meaning, because
// receipts, logs and other devices carry it. Blocks: 1-99 general, 100-199 numbers and dates,
// 200-299 invoices, 300-399 payments and credit, 400-499 store and disk, 500-599 documents,
// 600-699 people and rights. The sentence for each stands in app/messages.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace base {

enum class Code : std::uint16_t {
    missing = 1,       // A required field is empty.
    out_of_range = 2,  // The value is outside the limits named in domain/limits.h.
    too_long = 3,      // The text is longer than its limit.
    not_utf8 = 4,      // The bytes are not valid UTF-8.
    not_found = 5,     // The record that was named does not exist.
    unknown_field = 6, // The command has a field that it does not know.
    wrong_type = 7,    // The field holds another type than it should.
    overflow = 100,    // The result does not fit int64 minor units.
};

// `field` names the input at fault ("lines[2].quantity"), `detail` one small fact for the message
// (a limit, a number, a name). `also` holds the other fields at fault: validation reports all of
// them at once, the first in the order of the fields as `code`.
struct Error {
    Code code;
    std::string field;
    std::string detail;
    std::vector<Error> also;

    friend bool operator==(const Error&, const Error&) = default;
};

} // namespace base
