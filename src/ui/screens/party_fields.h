// The fields that clients and contacts have in common, in a form: who they are, how to reach them,
// where they live.
#pragma once

#include "domain/party.h"
#include "ui/screens/form_grid.h"

namespace ui {

// Person or organisation, name, Latin reading.
void draw_name_fields(Frame& frame, FormGrid& grid, domain::PartyKind& kind, std::string& name,
                      std::string& latin_name);
void draw_reach_fields(FormGrid& grid, std::string& email, std::string& phone);
// Paths "address.line1" and so on.
void draw_address_fields(FormGrid& grid, domain::Address& address);

// "12 Harbour Street, Galway H91 E2R8, Ireland", without what is empty.
[[nodiscard]] std::vector<std::string> address_lines(const domain::Address& address);
[[nodiscard]] std::string_view role_words(domain::ContactRole role);

} // namespace ui
