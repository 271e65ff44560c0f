#include "ui/screens/party_fields.h"

#include "domain/country.h"
#include "ui/widgets/choice.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr std::array<Segment, 2> kinds{{{"Person"}, {"Organisation"}}};

std::string joined(std::string_view first, std::string_view second, std::string_view between) {
    std::string text(first);
    if (!first.empty() && !second.empty()) text += between;
    return text += second;
}

} // namespace

void draw_name_fields(Frame& frame, FormGrid& grid, domain::PartyKind& kind, std::string& name,
                      std::string& latin_name) {
    const Rect slot = grid.slot();
    int chosen = kind == domain::PartyKind::organisation ? 1 : 0;
    const float height = frame.measure().segmented;
    if (segmented(frame, {slot.x, slot.y, slot.width, height}, chosen,
                  {.name = "Kind", .items = kinds, .is_stretched = true}))
        kind = chosen == 1 ? domain::PartyKind::organisation : domain::PartyKind::person;
    grid.advance(height);
    const bool is_person = kind == domain::PartyKind::person;
    grid.text("name", name,
              {.label = is_person ? "Full name" : "Name",
               .capitals = Capitals::words,
               .is_required = true},
              Span::whole);
    grid.text("latin_name", latin_name,
              {.label = "Reading in Latin letters",
               .aside = "optional",
               .help = "For lists, where the name is in another script.",
               .capitals = Capitals::words},
              Span::whole);
}

void draw_reach_fields(FormGrid& grid, std::string& email, std::string& phone) {
    grid.text("email", email, {.label = "Email", .keyboard = Keyboard::email});
    grid.text("phone", phone, {.label = "Phone", .keyboard = Keyboard::telephone});
}

void draw_address_fields(FormGrid& grid, domain::Address& address) {
    grid.text("address.line1", address.line1,
              {.label = "Street and number", .capitals = Capitals::words}, Span::whole);
    grid.text("address.line2", address.line2,
              {.label = "Apartment, building", .aside = "optional", .capitals = Capitals::words},
              Span::whole);
    grid.text("address.city", address.city, {.label = "Town", .capitals = Capitals::words});
    grid.text("address.postal_code", address.postal_code,
              {.label = "Postal code", .capitals = Capitals::characters});
    grid.text("address.region", address.region,
              {.label = "County or state", .aside = "optional", .capitals = Capitals::words});
    const auto countries = domain::country_names();
    std::vector<Option> options{{.label = "Not stated"}};
    for (const domain::CountryName& country : countries)
        options.push_back({.label = country.name});
    const auto found = std::ranges::find(countries, address.country, &domain::CountryName::code);
    int chosen = found == countries.end() ? 0 : static_cast<int>(found - countries.begin()) + 1;
    if (grid.choice("address.country", chosen, {.label = "Country", .options = options}))
        address.country = chosen < 1
                              ? std::string()
                              : std::string(countries[static_cast<std::size_t>(chosen - 1)].code);
}

std::vector<std::string> address_lines(const domain::Address& address) {
    std::vector<std::string> lines;
    for (std::string line :
         {address.line1, address.line2, joined(address.city, address.postal_code, " "),
          joined(address.region, domain::country_name(address.country), ", ")})
        if (!line.empty()) lines.push_back(std::move(line));
    return lines;
}

std::string_view role_words(domain::ContactRole role) {
    switch (role) {
    case domain::ContactRole::parent: return "Parent";
    case domain::ContactRole::plan_manager: return "Plan manager";
    case domain::ContactRole::insurer: return "Insurer";
    case domain::ContactRole::funder: return "Funder";
    case domain::ContactRole::employer: return "Employer";
    case domain::ContactRole::other: return "Other";
    }
    return {};
}

} // namespace ui
