#include "ui/screens/catalogue_model.h"

#include "base/text.h"

#include <algorithm>

namespace ui {

namespace {

// Whether every word of the search begins a word of the text; both are folded.
bool has_words(std::string_view text, std::string_view searched) {
    for (std::size_t at = 0; at < searched.size();) {
        const std::size_t end = std::min(searched.find(' ', at), searched.size());
        const std::string_view word = searched.substr(at, end - at);
        if (!text.starts_with(word) && !text.contains(" " + std::string(word))) return false;
        at = end + 1;
    }
    return true;
}

template <typename Entry>
const Entry* find_entry(const std::vector<Entry>& entries, const base::Uuid& id) {
    const auto found =
        std::ranges::find(entries, id, [](const Entry& entry) { return entry.id.uuid; });
    return found == entries.end() ? nullptr : &*found;
}

template <typename Entry>
std::size_t count_of(const std::vector<Entry>& entries, bool is_archived) {
    return static_cast<std::size_t>(std::ranges::count(entries, is_archived, &Entry::is_archived));
}

} // namespace

bool CatalogueModel::refresh() {
    if (read_revision_ != app_.revision()) {
        read();
        asked_.reset();
    }
    if (asked_ == question_) return false;
    const bool is_new = asked_.has_value();
    asked_ = question_;
    lines_.clear();
    if (question_.kind == CatalogueKind::service)
        add_lines(services_);
    else
        add_lines(products_);
    return is_new;
}

void CatalogueModel::read() {
    read_revision_ = app_.revision();
    local_ = local_of(app_);
    error_.reset();
    auto settings = app_.settings();
    if (!settings) {
        error_ = settings.error();
        return;
    }
    services_ = std::move(settings->services);
    products_ = std::move(settings->products);
    taxes_ = std::move(settings->taxes);
}

template <typename Entry>
void CatalogueModel::add_lines(const std::vector<Entry>& entries) {
    const std::string searched = base::fold_for_search(base::trimmed(question_.search));
    for (const Entry& entry : entries) {
        if (entry.is_archived != (question_.state == CatalogueState::archived)) continue;
        const std::string words =
            base::fold_for_search(entry.name + " " + entry.code + " " + entry.description);
        if (!has_words(words, searched)) continue;
        Line line{.id = entry.id.uuid,
                  .name = entry.name,
                  .code = entry.code,
                  .duration = {},
                  .taxes = tax_words(entry.taxes),
                  .price = app::unit_price_text(entry.unit_price, local_.currency, *local_.locale),
                  .price_mode = {}};
        if (!entry.taxes.empty())
            line.price_mode =
                entry.price_mode == domain::PriceMode::tax_inclusive ? "tax included" : "plus tax";
        if constexpr (requires { entry.duration_minutes; })
            if (entry.duration_minutes > 0)
                line.duration = std::to_string(entry.duration_minutes) + " min";
        lines_.push_back(std::move(line));
    }
}

std::string CatalogueModel::tax_words(const std::vector<domain::TaxId>& taxes) const {
    std::string words;
    for (const domain::TaxId& id : taxes) {
        const auto found = std::ranges::find(taxes_, id, &domain::TaxDefinition::id);
        if (found == taxes_.end()) continue;
        if (!words.empty()) words += " + ";
        words += found->name;
    }
    return words.empty() ? "No tax" : words;
}

std::size_t CatalogueModel::count(CatalogueKind kind) const {
    return kind == CatalogueKind::service ? count_of(services_, false) : count_of(products_, false);
}

std::size_t CatalogueModel::count(CatalogueState state) const {
    const bool is_archived = state == CatalogueState::archived;
    return question_.kind == CatalogueKind::service ? count_of(services_, is_archived)
                                                    : count_of(products_, is_archived);
}

const domain::Service* CatalogueModel::service(const base::Uuid& id) const {
    return find_entry(services_, id);
}

const domain::Product* CatalogueModel::product(const base::Uuid& id) const {
    return find_entry(products_, id);
}

} // namespace ui
