#include "ui/screens/editor_catalogue.h"

#include "app/formats.h"
#include "base/text.h"
#include "domain/catalog.h"
#include "domain/price.h"

#include <algorithm>

namespace ui {

namespace {

// Each word of `typed` begins a word of `text`, both folded.
bool has_words(std::string_view text, std::string_view typed) {
    const std::string words = " " + base::fold_for_search(text);
    const std::string wanted = base::fold_for_search(typed);
    for (std::size_t at = 0; at < wanted.size();) {
        const std::size_t end = std::min(wanted.find(' ', at), wanted.size());
        if (end > at && !words.contains(" " + wanted.substr(at, end - at))) return false;
        at = end + 1;
    }
    return true;
}

template <typename Item>
void find_in(const std::vector<Item>& items, std::string_view typed, const EditedDraft& edited,
             std::size_t count_max, std::vector<CatalogueEntry>& found) {
    for (const Item& item : items) {
        if (found.size() == count_max) return;
        if (item.is_archived || !has_words(item.name + " " + item.code, typed)) continue;
        found.push_back({.item = &item,
                         .name = item.name,
                         .price = app::unit_price_text(item.unit_price, edited.draft.currency,
                                                       *edited.local.locale)});
    }
}

domain::LineKind kind_of(domain::ServiceKind kind) {
    switch (kind) {
    case domain::ServiceKind::appointment: return domain::LineKind::service;
    case domain::ServiceKind::class_session: return domain::LineKind::class_session;
    case domain::ServiceKind::activity: return domain::LineKind::activity;
    }
    return domain::LineKind::service;
}

// The rates of the taxes on the line's day, added up, as prices that include tax hold them.
domain::Percent rate_of(const domain::DraftLine& line, const EditedDraft& edited) {
    domain::Percent sum;
    for (const domain::TaxId& id : line.taxes) {
        const auto& taxes = edited.settings.taxes;
        const auto found = std::ranges::find(taxes, id, &domain::TaxDefinition::id);
        if (found == taxes.end() || found->retained == domain::Retained::yes) continue;
        const auto tax = domain::tax_on(*found, line.supply_date.value_or(edited.issue_date()));
        if (tax) sum.value.scaled += tax->rate.value.scaled;
    }
    return sum;
}

template <typename Item>
void copy(domain::DraftLine& line, const Item& item, const EditedDraft& edited) {
    line.source = item.id;
    line.name = item.name;
    line.detail = item.description;
    line.code = item.code;
    line.unit = item.unit;
    line.taxes = item.taxes;
    line.unit_price = item.unit_price;
    if (item.price_mode == edited.draft.price_mode) return;
    const auto turned =
        domain::price_in_mode(item.unit_price, edited.draft.price_mode, rate_of(line, edited));
    if (turned) line.unit_price = *turned;
}

} // namespace

std::vector<CatalogueEntry> catalogue_for(domain::LineKind kind, std::string_view typed,
                                          const EditedDraft& edited, std::size_t count_max) {
    std::vector<CatalogueEntry> found;
    switch (kind) {
    case domain::LineKind::service:
    case domain::LineKind::class_session:
    case domain::LineKind::activity:
        find_in(edited.settings.services, typed, edited, count_max, found);
        break;
    case domain::LineKind::product:
        find_in(edited.settings.products, typed, edited, count_max, found);
        break;
    case domain::LineKind::project_case:
    case domain::LineKind::write_in: break;
    }
    return found;
}

void fill_line(domain::DraftLine& line, const CatalogueEntry& entry, const EditedDraft& edited) {
    if (const auto* service = std::get_if<const domain::Service*>(&entry.item)) {
        line.kind = kind_of((*service)->kind);
        copy(line, **service, edited);
    } else {
        line.kind = domain::LineKind::product;
        copy(line, *std::get<const domain::Product*>(entry.item), edited);
    }
}

} // namespace ui
