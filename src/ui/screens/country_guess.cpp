#include "ui/screens/country_guess.h"

#include "domain/country.h"

namespace ui {

namespace {

struct Zone {
    std::string_view start; // What the zone's name begins with.
    std::string_view country;
};

// The zones of the countries that have a profile, from the time zone database's zone.tab.
constexpr Zone zones[] = {
    {"Australia/", "AU"},          {"Europe/Vienna", "AT"},       {"Europe/Brussels", "BE"},
    {"America/Toronto", "CA"},     {"America/Vancouver", "CA"},   {"America/Edmonton", "CA"},
    {"America/Winnipeg", "CA"},    {"America/Halifax", "CA"},     {"America/St_Johns", "CA"},
    {"America/Regina", "CA"},      {"America/Moncton", "CA"},     {"America/Montreal", "CA"},
    {"Europe/Prague", "CZ"},       {"Europe/Copenhagen", "DK"},   {"Europe/Helsinki", "FI"},
    {"Europe/Paris", "FR"},        {"Europe/Berlin", "DE"},       {"Europe/Busingen", "DE"},
    {"Europe/Athens", "GR"},       {"Europe/Budapest", "HU"},     {"Asia/Kolkata", "IN"},
    {"Asia/Calcutta", "IN"},       {"Europe/Dublin", "IE"},       {"Asia/Jerusalem", "IL"},
    {"Europe/Rome", "IT"},         {"Asia/Tokyo", "JP"},          {"Europe/Luxembourg", "LU"},
    {"Europe/Amsterdam", "NL"},    {"Pacific/Auckland", "NZ"},    {"Europe/Oslo", "NO"},
    {"Europe/Warsaw", "PL"},       {"Europe/Lisbon", "PT"},       {"Atlantic/Madeira", "PT"},
    {"Atlantic/Azores", "PT"},     {"Europe/Bucharest", "RO"},    {"Asia/Singapore", "SG"},
    {"Africa/Johannesburg", "ZA"}, {"Europe/Madrid", "ES"},       {"Atlantic/Canary", "ES"},
    {"Europe/Stockholm", "SE"},    {"Europe/Zurich", "CH"},       {"Europe/London", "GB"},
    {"Europe/Belfast", "GB"},      {"America/New_York", "US"},    {"America/Chicago", "US"},
    {"America/Denver", "US"},      {"America/Los_Angeles", "US"}, {"America/Phoenix", "US"},
    {"America/Detroit", "US"},     {"America/Boise", "US"},       {"America/Indiana/", "US"},
    {"America/Kentucky/", "US"},   {"America/Anchorage", "US"},   {"Pacific/Honolulu", "US"},
};

int index_of(std::string_view country) {
    int index = 0;
    for (const domain::CountryProfile& profile : domain::country_profiles()) {
        if (profile.code == country) return index;
        ++index;
    }
    return -1;
}

// "IE" of "en-IE" and of "zh-Hans-SG".
std::string_view region_of(std::string_view locale) {
    while (!locale.empty()) {
        const std::size_t end = locale.find('-');
        const std::string_view part = locale.substr(0, end);
        if (part.size() == 2 && part[0] >= 'A' && part[0] <= 'Z') return part;
        if (end == std::string_view::npos) break;
        locale.remove_prefix(end + 1);
    }
    return {};
}

} // namespace

int guessed_country(std::string_view time_zone, std::string_view locale) {
    for (const Zone& zone : zones)
        if (time_zone.starts_with(zone.start))
            if (const int index = index_of(zone.country); index >= 0) return index;
    return index_of(region_of(locale));
}

} // namespace ui
