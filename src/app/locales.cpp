#include "app/formats.h"

#include <algorithm>
#include <iterator>

namespace app {

namespace {

constexpr Locale known_locales[] = {
#include "assets/locales/locales.inc"
};

static_assert(std::ranges::is_sorted(known_locales, {}, &Locale::code));

} // namespace

std::span<const Locale> locales() { return known_locales; }

base::Result<const Locale*> find_locale(std::string_view code) {
    const auto* const found = std::ranges::find(known_locales, code, &Locale::code);
    if (found == std::end(known_locales))
        return base::fail(base::Code::not_found, {}, std::string(code));
    return found;
}

} // namespace app
