// Where a line stands among the others: a short text that sorts, with room between any two.
//
// A line that is moved or put in gets a new key and no other line is touched, so two devices that
// reorder one draft write different registers. Keys are of 0-9, A-Z, a-z, compared byte by byte.
#pragma once

#include "domain/invoice.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

// A key above `low` and below `high`; an empty one is the open end: ("", "") -> "V", ("1", "") ->
// "2", ("1", "2") -> "1V". Nothing where none fits: equal keys (two devices appended at once), or
// keys of other letters.
[[nodiscard]] std::optional<std::string> position_between(std::string_view low,
                                                          std::string_view high);

// Gives the line at `index` of `ordered` a key between its neighbours; where none fits, all lines
// get new ones.
void place_line(std::vector<DraftLine>& ordered, std::size_t index);

} // namespace domain
