#include "ui/screens/payments_model.h"

#include "base/assert.h"

namespace ui {

namespace {

constexpr std::int64_t reread_after_ms = 60'000; // A day that passes is noticed within it.

} // namespace

std::string_view filter_label(app::PaymentFilter filter) {
    switch (filter) {
    case app::PaymentFilter::all: return "All";
    case app::PaymentFilter::with_credit: return "With credit";
    case app::PaymentFilter::voided: return "Voided";
    }
    UNREACHABLE();
}

app::PaymentListQuery PaymentsModel::query() const {
    return {.filter = question_.filter,
            .search = question_.search,
            .period = period_of(question_.period, local_.today),
            .count = 0};
}

void PaymentsModel::refresh() {
    const bool is_current = asked_ == question_ && revision_ == app_.revision() &&
                            app_.now().unix_ms - read_at_ms_ < reread_after_ms;
    if (is_current) return;
    asked_ = question_;
    revision_ = app_.revision();
    read_at_ms_ = app_.now().unix_ms;
    local_ = local_of(app_);
    pages_.clear();
    error_.reset();
    auto found = app_.payments(query());
    if (!found) {
        error_ = found.error();
        return;
    }
    list_ = *std::move(found);
    is_book_empty_ = false;
    if (list_->counts.front() > 0) return;
    const auto ever = app_.payments({.count = 1});
    is_book_empty_ = ever && ever->found_count == 0;
}

const PaymentsModel::Line* PaymentsModel::line(std::size_t index) {
    return pages_.row(
        index, [&](std::size_t offset, std::size_t count) -> base::Result<std::vector<Line>> {
            app::PaymentListQuery page = query();
            page.offset = offset;
            page.count = count;
            return lines_of(std::move(TRY(app_.payments(page)).rows));
        });
}

std::vector<PaymentsModel::Line>
PaymentsModel::lines_of(std::vector<app::PaymentListRow> rows) const {
    std::vector<Line> lines;
    for (app::PaymentListRow& row : rows) {
        Line line{.row = std::move(row)};
        line.date = local_.brief(line.row.date);
        line.amount = local_.bare(line.row.amount);
        if (line.row.left.minor > 0) line.left = local_.bare(line.row.left);
        line.figure = local_.whole(line.row.amount);
        line.detail = line.row.method_name + ", " + line.date;
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string PaymentsModel::count_sentence() const {
    std::string words = counted(list_->found_count, "payment", "payments");
    if (question_.filter == app::PaymentFilter::with_credit) words += " with credit";
    if (question_.filter == app::PaymentFilter::voided) words = "Voided: " + words;
    return words + period_words(question_.period, local_);
}

std::string PaymentsModel::empty_sentence() const {
    const std::string period = period_words(question_.period, local_) + ".";
    if (!question_.search.empty())
        return "Nothing matches \u201c" + question_.search + "\u201d" + period;
    switch (question_.filter) {
    case app::PaymentFilter::all: return "No payments" + period;
    case app::PaymentFilter::with_credit: return "No payments with credit left" + period;
    case app::PaymentFilter::voided: return "No voided payments" + period;
    }
    UNREACHABLE();
}

} // namespace ui
