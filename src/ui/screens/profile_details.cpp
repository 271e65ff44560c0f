#include "ui/screens/profile_details.h"

#include "ui/screens/party_fields.h"
#include "ui/screens/terms_entry.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace ui {

namespace {

constexpr float padding = space::card_padding;
constexpr float column_width = 560;

struct Fact {
    std::string_view title;
    std::string words;
    bool is_copied = false; // A person may want to copy it.
};

// Title at the left, words at the right; words that are too long go below.
float draw_fact(Frame& frame, const Rect& place, const Fact& fact) {
    const Font face = font(Type::small);
    const float title = frame.paint().width(fact.title, face);
    const bool fits = title + 16 + frame.paint().width(fact.words, face) <= place.width;
    label(frame, {place.x, place.y, place.width, 20}, {.text = fact.title, .color = Color::muted});
    if (fits) {
        label(frame, {place.x, place.y, place.width, 20},
              {.text = fact.words, .align = HorizontalAlign::end, .selectable = fact.is_copied});
        return 20;
    }
    return 22 + paragraph(frame, {place.x, place.y + 22, place.width, 0},
                          {.text = fact.words, .selectable = fact.is_copied});
}

std::vector<Fact> billing_facts(const PartyProfileModel& model) {
    std::vector<Fact> facts;
    const auto add = [&facts](std::string_view title, std::string words, bool is_copied = false) {
        if (!words.empty()) facts.push_back({title, std::move(words), is_copied});
    };
    if (const auto& held = model.client()) {
        const domain::Client& client = held->client;
        add("Terms", terms_words(held->terms) + (client.terms ? "" : ", as the practice"));
        const std::string payer = model.invoice_to();
        add("Invoices go to", payer.empty() ? "The client" : payer);
        add("Client number", client.reference, true);
        add("Tax number", client.tax_number, true);
    } else if (const auto& other = model.contact()) {
        add("Role", std::string(role_words(other->contact.role)));
        add("Their reference", other->contact.reference, true);
        add("Tax number", other->contact.tax_number, true);
    }
    return facts;
}

float draw_facts(Frame& frame, const Rect& place, const PartyProfileModel& model) {
    Stack stack(place, 12);
    for (const Fact& fact : billing_facts(model))
        stack.advance(draw_fact(frame, stack.slot(), fact));
    return stack.used();
}

float draw_address(Frame& frame, const Rect& place, const PartyProfileModel& model) {
    Stack stack(place, 0);
    const std::vector<std::string> lines = address_lines(model.address());
    if (lines.empty())
        label(frame, stack.next(20), {.text = "No address yet.", .color = Color::muted});
    for (const std::string& line : lines)
        stack.advance(paragraph(frame, stack.slot(), {.text = line, .selectable = true}));
    return stack.used();
}

std::string_view notes_of(const PartyProfileModel& model) {
    return model.client() ? std::string_view(model.client()->client.notes) : std::string_view();
}

// A heading and what stands under it; gives where the next begins.
template <typename Draw>
void section(Frame& frame, Stack& stack, std::string_view title, Draw draw) {
    heading(frame, stack.slot(24), title, 2);
    stack.skip(24 + 12);
    const float height = draw(stack.slot());
    stack.skip(height + 24);
}

struct LinkedParty {
    domain::PartyId id;
    std::string name;
    std::string detail;
};

std::vector<LinkedParty> linked_to(const PartyProfileModel& model) {
    std::vector<LinkedParty> linked;
    if (const auto& client = model.client())
        for (const domain::Contact& contact : client->contacts) {
            std::string detail(role_words(contact.role));
            if (!contact.email.empty()) (detail += ", ") += contact.email;
            linked.push_back({contact.id, contact.name, std::move(detail)});
        }
    if (const auto& contact = model.contact())
        for (const app::LinkedClient& client : contact->clients)
            linked.push_back(
                {client.id, client.name, client.is_invoiced ? "Invoices go to this contact" : ""});
    return linked;
}

float draw_linked(Frame& frame, const Rect& place, const std::vector<LinkedParty>& linked,
                  std::optional<domain::PartyId>& opened) {
    Stack stack(place, 8);
    for (const LinkedParty& party : linked) {
        const Scope scope(frame, base::to_text(party.id));
        const Rect row = stack.next(party.detail.empty() ? 20 : 40);
        const float width = frame.paint().width(party.name, font(Type::small, Weight::medium));
        const std::string address = "#/clients/" + base::to_text(party.id);
        if (link(frame, {row.x, row.y, std::min(width, row.width), 20},
                 {.label = party.name, .href = address}))
            opened = party.id;
        if (!party.detail.empty())
            label(frame, {row.x, row.y + 20, row.width, 20},
                  {.text = party.detail, .color = Color::muted, .overflow = Overflow::ellipsis});
    }
    return stack.used();
}

} // namespace

void draw_billing_card(Frame& frame, const Rect& rect, const PartyProfileModel& model) {
    card(frame, rect);
    ScrollArea area(frame, "billing", rect.inset(1), "Billing");
    const Rect content = area.content().inset(padding - 1, 0);
    Stack stack(content, 0);
    stack.skip(padding);
    section(frame, stack, "Billing",
            [&](const Rect& place) { return draw_facts(frame, place, model); });
    section(frame, stack, "Address",
            [&](const Rect& place) { return draw_address(frame, place, model); });
    const std::string_view notes = notes_of(model);
    if (!notes.empty())
        section(frame, stack, "Notes", [&](const Rect& place) {
            return paragraph(frame, place, {.text = notes, .selectable = true});
        });
    area.set_content_height(stack.y() - content.y);
}

std::optional<domain::PartyId> draw_profile_details(Frame& frame, const Rect& rect,
                                                    const PartyProfileModel& model) {
    std::optional<domain::PartyId> opened;
    ScrollArea area(frame, "details", rect, "Details");
    Rect content = area.content().inset(frame.gutter(), 0);
    content.width = std::min(content.width, column_width);
    Stack stack(content, 0);
    stack.skip(padding);
    section(frame, stack, "Billing",
            [&](const Rect& place) { return draw_facts(frame, place, model); });
    section(frame, stack, "Address",
            [&](const Rect& place) { return draw_address(frame, place, model); });
    const std::vector<LinkedParty> linked = linked_to(model);
    if (!linked.empty())
        section(frame, stack, model.client() ? "Contacts" : "Clients",
                [&](const Rect& place) { return draw_linked(frame, place, linked, opened); });
    const std::string_view notes = notes_of(model);
    if (!notes.empty())
        section(frame, stack, "Notes", [&](const Rect& place) {
            return paragraph(frame, place, {.text = notes, .selectable = true});
        });
    area.set_content_height(stack.y() - content.y);
    return opened;
}

} // namespace ui
