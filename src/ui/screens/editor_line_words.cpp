#include "ui/screens/editor_line_words.h"

#include "app/formats.h"
#include "ui/screens/tax_field.h"

#include <algorithm>

namespace ui {

namespace {

void join(std::string& text, std::string_view part) {
    if (part.empty()) return;
    if (!text.empty()) text += ", ";
    text += part;
}

std::string supplied_words(const EditorModel& model, const domain::DraftLine& line) {
    return model.local().brief(line.supply_date.value_or(model.edited().issue_date()));
}

std::string_view practitioner_name(const EditorModel& model, const domain::DraftLine& line) {
    const auto id = line.practitioner ? line.practitioner : model.draft().practitioner;
    const auto& all = model.edited().settings.practitioners;
    const auto found = std::ranges::find_if(
        all, [&id](const domain::Practitioner& one) { return id && one.id == *id; });
    return found == all.end() ? std::string_view() : found->name;
}

} // namespace

Icon line_icon(domain::LineKind kind) {
    switch (kind) {
    case domain::LineKind::service: return Icon::calendar;
    case domain::LineKind::class_session: return Icon::users;
    case domain::LineKind::activity: return Icon::notebook_pen;
    case domain::LineKind::product: return Icon::package;
    case domain::LineKind::project_case: return Icon::folder;
    case domain::LineKind::write_in: return Icon::type;
    }
    return Icon::type;
}

std::string line_detail(const EditorModel& model, const domain::DraftLine& line) {
    std::string text;
    if (line.kind == domain::LineKind::product) {
        join(text, "Product");
        join(text, line.code);
        if (line.supply_date) join(text, supplied_words(model, line));
    } else if (line.kind == domain::LineKind::write_in) {
        if (line.detail.empty()) join(text, "Write-in line");
        if (line.supply_date) join(text, supplied_words(model, line));
        if (line.practitioner) join(text, practitioner_name(model, line));
    } else {
        join(text, supplied_words(model, line));
        join(text, practitioner_name(model, line));
    }
    join(text, line.detail);
    return text;
}

std::string line_changes(const EditorModel& model, const domain::DraftLine& line) {
    std::string text;
    for (const domain::Adjustment& adjustment : line.adjustments)
        join(text, signed_words(adjustment, model.local()));
    return text;
}

std::string line_summary(const EditorModel& model, const domain::DraftLine& line) {
    const EditedDraft& edited = model.edited();
    std::string text;
    if (line.kind != domain::LineKind::product && line.kind != domain::LineKind::write_in)
        join(text, supplied_words(model, line));
    join(text,
         app::quantity_text(line.quantity, *edited.local.locale) + " \u00d7 " +
             app::unit_price_text(line.unit_price, edited.draft.currency, *edited.local.locale));
    if (line.taxes.empty()) return text;
    const std::string taxes =
        tax_words(line.taxes, line.supply_date.value_or(edited.issue_date()), edited);
    join(text, tax_column(edited) + " " + (taxes == "Exempt" ? "exempt" : taxes));
    return text;
}

std::string line_amount(EditorModel& model, std::size_t index) {
    const auto& totals = model.view().totals;
    if (!totals || index >= totals->lines.size() || model.lines().words(index).is_wrong())
        return {};
    return model.local().bare(totals->lines[index].net_of_adjustments);
}

} // namespace ui
