#include "domain/country.h"

#include <algorithm>
#include <iterator>

namespace domain {

namespace {

#include "assets/countries/legal.inc"
#include "assets/countries/taxes.inc"

constexpr CountryProfile profiles[] = {
#include "assets/countries/profiles.inc"
};

static_assert(std::ranges::is_sorted(profiles, {}, &CountryProfile::name));

constexpr CountryName names[] = {
#include "assets/countries/names.inc"
};

static_assert(std::size(names) == 249); // ISO 3166-1 in 2026.

} // namespace

std::span<const CountryProfile> country_profiles() { return profiles; }

base::Result<const CountryProfile*> country_profile(std::string_view code) {
    const auto* const found = std::ranges::find(profiles, code, &CountryProfile::code);
    if (found == std::end(profiles))
        return base::fail(base::Code::not_a_country, {}, std::string(code));
    return found;
}

std::span<const CountryName> country_names() { return names; }

std::string_view country_name(std::string_view code) {
    const auto* const found = std::ranges::find(names, code, &CountryName::code);
    return found == std::end(names) ? code : found->name;
}

} // namespace domain
