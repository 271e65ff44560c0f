#include "ui/screens/editor_lines.h"

#include "app/formats.h"
#include "domain/position.h"

#include <algorithm>
#include <utility>

namespace ui {

EditorLines::EditorLines(app::App& app, EditedDraft& edited) : app_(app), edited_(edited) {
    follow();
}

bool EditorLines::is_wrong() const {
    return std::ranges::any_of(words_, [](const Words& words) { return words.is_wrong(); });
}

std::optional<std::size_t> EditorLines::active() const {
    const auto& lines = edited_.draft.lines;
    const auto found = std::ranges::find(lines, active_, &domain::DraftLine::id);
    if (found == lines.end()) return std::nullopt;
    return static_cast<std::size_t>(found - lines.begin());
}

void EditorLines::activate(std::size_t index) {
    if (active() == index) return;
    const domain::LineId wanted = line(index).id;
    leave();
    active_ = wanted;
}

void EditorLines::leave() {
    if (const auto index = active()) {
        for (const auto field : {&Words::quantity, &Words::unit_price, &Words::supplied})
            judge(*index, field);
        for (std::size_t at = 0; at < line(*index).adjustments.size(); ++at)
            judge_adjustment(*index, at);
        if (is_untouched(*index)) remove(*index);
    }
    active_ = {};
}

std::size_t EditorLines::add(domain::LineKind kind) {
    leave();
    domain::DraftLine line{.id = {app_.new_id()}, .kind = kind};
    if (kind == domain::LineKind::write_in)
        line.taxes = edited_.settings.practice.billing.default_taxes;
    active_ = line.id;
    auto& lines = edited_.draft.lines;
    words_.push_back({.id = line.id});
    words_.back().quantity.write(app::quantity_text(line.quantity, *edited_.local.locale));
    lines.push_back(std::move(line));
    domain::place_line(lines, lines.size() - 1);
    // Nothing typed in the price yet is no price of zero.
    read_unit_price(lines.size() - 1);
    edited_.changed();
    return lines.size() - 1;
}

void EditorLines::fill(std::size_t index, const CatalogueEntry& entry) {
    domain::DraftLine& line = edit(index);
    fill_line(line, entry, edited_);
    words_[index] = words_of(line);
}

void EditorLines::remove(std::size_t index) {
    auto& lines = edited_.draft.lines;
    if (lines[index].id == active_) active_ = {};
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(index));
    words_.erase(words_.begin() + static_cast<std::ptrdiff_t>(index));
    edited_.changed();
}

void EditorLines::move(std::size_t from, std::size_t to) {
    auto& lines = edited_.draft.lines;
    if (from == to || from >= lines.size() || to >= lines.size()) return;
    const auto turn = [from, to](auto& sequence) {
        const auto at = [&sequence](std::size_t index) {
            return sequence.begin() + static_cast<std::ptrdiff_t>(index);
        };
        if (from < to)
            std::rotate(at(from), at(from + 1), at(to + 1));
        else
            std::rotate(at(to), at(from), at(from + 1));
    };
    turn(lines);
    turn(words_);
    domain::place_line(lines, to);
    edited_.changed();
}

domain::DraftLine& EditorLines::edit(std::size_t index) {
    edited_.changed();
    return edited_.draft.lines[index];
}

void EditorLines::read_quantity(std::size_t index) {
    Typed& typed = words_[index].quantity;
    (void)typed.take(app::read_quantity(typed.words, *edited_.local.locale), edit(index).quantity);
}

void EditorLines::read_unit_price(std::size_t index) {
    Typed& typed = words_[index].unit_price;
    (void)typed.take(
        app::read_unit_price(typed.words, edited_.draft.currency, *edited_.local.locale),
        edit(index).unit_price);
}

void EditorLines::read_supplied(std::size_t index) {
    Typed& typed = words_[index].supplied;
    domain::DraftLine& line = edit(index);
    if (typed.words.empty()) {
        typed.write({});
        line.supply_date.reset();
        return;
    }
    base::Date date = line.supply_date.value_or(edited_.issue_date());
    (void)typed.take(app::read_date(typed.words, edited_.local.today, *edited_.local.locale), date);
    if (!typed.is_wrong()) line.supply_date = date;
}

void EditorLines::read_adjustment(std::size_t index, std::size_t adjustment) {
    domain::DraftLine& line = edit(index);
    if (adjustment >= line.adjustments.size()) return;
    (void)read_size(words_[index].adjustments[adjustment], line.adjustments[adjustment],
                    edited_.local);
}

void EditorLines::judge(std::size_t index, Typed Words::* field) {
    Typed& typed = words_[index].*field;
    typed.judge();
    if (!typed.is_wrong() && typed.is_touched) typed = words_of(line(index)).*field;
}

void EditorLines::judge_adjustment(std::size_t index, std::size_t adjustment) {
    Typed& typed = words_[index].adjustments[adjustment];
    typed.judge();
    if (!typed.is_wrong() && typed.is_touched)
        typed.write(size_words(line(index).adjustments[adjustment], edited_.local));
}

void EditorLines::supply_on(std::size_t index, base::Date date) {
    edit(index).supply_date = date;
    words_[index].supplied.write(edited_.local.with_year(date));
}

AdjustmentChoice EditorLines::adjustment(std::size_t index, std::size_t adjustment) const {
    const auto& adjustments = line(index).adjustments;
    return adjustment < adjustments.size() ? choice_of(adjustments[adjustment])
                                           : AdjustmentChoice::none;
}

void EditorLines::choose_adjustment(std::size_t index, std::size_t adjustment,
                                    AdjustmentChoice choice) {
    const bool is_there = adjustment < line(index).adjustments.size();
    if (choice == AdjustmentChoice::none && !is_there) return;
    auto& adjustments = edit(index).adjustments;
    auto& words = words_[index].adjustments;
    if (choice == AdjustmentChoice::none) {
        adjustments.erase(adjustments.begin() + static_cast<std::ptrdiff_t>(adjustment));
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(adjustment));
        return;
    }
    domain::Adjustment chosen = empty_adjustment(choice, edited_.draft.currency);
    if (is_there) {
        chosen.reason = adjustments[adjustment].reason;
        adjustments[adjustment] = std::move(chosen);
    } else {
        adjustments.push_back(std::move(chosen));
        words.emplace_back();
        adjustment = adjustments.size() - 1;
    }
    // What was typed is read anew as what it stands for now.
    (void)read_size(words[adjustment], adjustments[adjustment], edited_.local);
}

void EditorLines::toggle_tax(std::size_t index, const domain::TaxId& tax) {
    auto& taxes = edit(index).taxes;
    if (std::erase(taxes, tax) > 0) return;
    const auto code_of = [this](const domain::TaxId& id) -> std::string_view {
        const auto& all = edited_.settings.taxes;
        const auto found = std::ranges::find(all, id, &domain::TaxDefinition::id);
        return found == all.end() ? std::string_view() : found->code;
    };
    const std::string_view code = code_of(tax);
    std::erase_if(taxes, [&](const domain::TaxId& other) { return code_of(other) == code; });
    taxes.push_back(tax);
}

void EditorLines::follow() {
    std::vector<Words> before = std::exchange(words_, {});
    for (const domain::DraftLine& line : edited_.draft.lines) {
        const auto held = std::ranges::find(before, line.id, &Words::id);
        const bool keeps = held != before.end() && (held->is_wrong() || line.id == active_);
        words_.push_back(keeps ? std::move(*held) : words_of(line));
        // Others were put on or taken off: what was typed stood for something else.
        auto& sizes = words_.back().adjustments;
        if (sizes.size() != line.adjustments.size()) sizes = words_of(line).adjustments;
    }
}

EditorLines::Words EditorLines::words_of(const domain::DraftLine& line) const {
    const Local& local = edited_.local;
    Words words{.id = line.id};
    words.quantity.write(app::quantity_text(line.quantity, *local.locale));
    words.unit_price.write(
        app::unit_price_text(line.unit_price, edited_.draft.currency, *local.locale));
    if (line.supply_date) words.supplied.write(local.with_year(*line.supply_date));
    for (const domain::Adjustment& adjustment : line.adjustments)
        words.adjustments.emplace_back().write(size_words(adjustment, local));
    return words;
}

bool EditorLines::is_untouched(std::size_t index) const {
    const domain::DraftLine& line = edited_.draft.lines[index];
    const Words& words = words_[index];
    return line.name.empty() && line.detail.empty() && line.adjustments.empty() &&
           words.unit_price.words.empty() && !line.supply_date &&
           std::holds_alternative<std::monostate>(line.source);
}

} // namespace ui
