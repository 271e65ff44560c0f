// Which country a device stands in, for the first proposal of the set-up.
#pragma once

#include <string_view>

namespace ui {

// Index in domain::country_profiles(); -1 where neither zone nor language tells. The zone wins: a
// language says where a browser came from, a zone where it is.
[[nodiscard]] int guessed_country(std::string_view time_zone, std::string_view locale);

} // namespace ui
