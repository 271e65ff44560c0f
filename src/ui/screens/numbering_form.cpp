#include "ui/screens/numbering_form.h"

#include "app/app.h"

#include <algorithm>

namespace ui {

void NumberingForm::read(const app::PracticeSettings& settings) {
    local_ = local_of(app_);
    series_ = settings.series;
    if (const domain::Series* const series = own()) pattern_.read(series->pattern.text());
}

const domain::Series* NumberingForm::own() const {
    for (const app::SeriesView& view : series_)
        if (view.is_own && view.series.kind == domain::DocumentKind::invoice) return &view.series;
    return nullptr;
}

std::string NumberingForm::example() const {
    const auto pattern = domain::NumberPattern::parse(pattern_.now);
    if (!pattern || own() == nullptr) return {};
    domain::Series series = *own();
    series.pattern = *pattern;
    const auto number = domain::expected_number(series, local_.today);
    return number ? *number : std::string();
}

void NumberingForm::judge() {
    if (judged_ == pattern_.now) return;
    judged_ = pattern_.now;
    errors_.clear("pattern");
    const auto pattern = domain::NumberPattern::parse(pattern_.now);
    if (pattern) return;
    base::Error error = pattern.error();
    error.field = "pattern";
    errors_.note(error);
}

void NumberingForm::refuse_pattern(base::Error error) {
    error.field = "pattern";
    errors_.set(error);
}

bool NumberingForm::restarts_yearly() const {
    const auto pattern = domain::NumberPattern::parse(pattern_.now);
    return pattern && pattern->restarts_yearly();
}

bool NumberingForm::save() {
    const auto pattern = domain::NumberPattern::parse(pattern_.now);
    if (!pattern) {
        refuse_pattern(pattern.error());
        return false;
    }
    return carry_out(
               app_,
               app::EditNumbering{.document = domain::DocumentKind::invoice, .pattern = *pattern},
               errors_)
        .has_value();
}

void NumberingForm::discard() {
    pattern_.discard();
    errors_.clear();
}

void NumberingForm::begin_move() { move_.emplace(); }

std::string NumberingForm::moved_example() const {
    if (!move_ || own() == nullptr) return {};
    const auto number = read_whole_number(move_->number, *local_.locale);
    if (!number || *number <= own()->next_counter) return {};
    domain::Series series = *own();
    series.next_counter = *number;
    const auto text = domain::expected_number(series, local_.today);
    return text ? *text : std::string();
}

bool NumberingForm::save_move() {
    if (!move_) return false;
    const auto number = read_whole_number(move_->number, *local_.locale);
    if (!number) {
        base::Error error = number.error();
        error.field = "next_counter";
        move_->errors.set(error);
        return false;
    }
    const app::MoveNextNumber command{.document = domain::DocumentKind::invoice,
                                      .next_counter = *number,
                                      .reason = move_->reason};
    if (!carry_out(app_, command, move_->errors)) return false;
    move_.reset();
    return true;
}

} // namespace ui
