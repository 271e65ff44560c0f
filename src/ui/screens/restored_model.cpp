#include "ui/screens/restored_model.h"

#include "base/text.h"

#include <algorithm>

namespace ui {

namespace {

// "" before "A" before "Z" before "AA": the order in which letters are given.
bool is_later(const domain::Series& a, const domain::Series& b) {
    if (a.letter.size() != b.letter.size()) return a.letter.size() > b.letter.size();
    return a.letter > b.letter;
}

// The counter that a number ends with; nothing if it ends with no digit.
std::optional<std::int64_t> counter_of(std::string_view number) {
    std::size_t start = number.size();
    while (start > 0 && number[start - 1] >= '0' && number[start - 1] <= '9')
        --start;
    const std::string_view digits = number.substr(start);
    if (digits.empty() || digits.size() > 9) return std::nullopt;
    std::int64_t counter = 0;
    for (const char digit : digits)
        counter = counter * 10 + (digit - '0');
    return counter;
}

} // namespace

void RestoredModel::read() {
    if (read_revision_ == app_.revision()) return;
    read_revision_ = app_.revision();
    const auto settings = app_.settings();
    if (!settings) return errors_.set(settings.error());
    practice_ = settings->practice.identity.name;
    closed_.reset();
    last_number_.clear();
    for (const app::SeriesView& view : settings->series) {
        if (view.series.kind != domain::DocumentKind::invoice) continue;
        if (view.is_own && !view.series.is_closed) next_number_ = view.next_number;
        if (view.series.is_closed && (!closed_ || is_later(view.series, *closed_)))
            closed_ = view.series;
    }
    if (!closed_ || closed_->next_counter == 1) return;
    last_number_ = closed_->pattern.render(closed_->letter, closed_->next_counter - 1,
                                           closed_->last_issue_date.value_or(app_.today()));
    if (confirmed_number.empty()) confirmed_number = last_number_;
}

bool RestoredModel::confirm() {
    errors_.clear();
    if (last_number_.empty()) return true;
    const std::string_view typed = base::trimmed(confirmed_number);
    const auto counter = counter_of(typed);
    const std::int64_t last = closed_->next_counter - 1;
    if (!counter || *counter < last) {
        errors_.set({.code = typed.empty() ? base::Code::missing
                             : counter     ? base::Code::number_not_forward
                                           : base::Code::not_a_number,
                     .field = "last_number",
                     .detail = counter ? std::to_string(last - 1) : std::string(),
                     .also = {}});
        return false;
    }
    if (*counter == last) return true;
    const auto noted = app_.execute(app::MoveNextNumber{.document = domain::DocumentKind::invoice,
                                                        .next_counter = *counter + 1,
                                                        .reason = "Given after the copy was made",
                                                        .closed_series = closed_->id});
    if (noted) return true;
    base::Error error = noted.error();
    error.field = "last_number";
    errors_.set(error);
    return false;
}

} // namespace ui
