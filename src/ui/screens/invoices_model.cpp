#include "ui/screens/invoices_model.h"

#include "base/assert.h"
#include "ui/screens/due_text.h"

#include <array>

namespace ui {

namespace {

using app::InvoiceFilter;
using domain::Money;

// A day that passes is noticed within this time.
constexpr std::int64_t reread_after_ms = 60'000;

std::string_view filter_words(InvoiceFilter filter, bool is_one) {
    switch (filter) {
    case InvoiceFilter::all: return is_one ? "invoice" : "invoices";
    case InvoiceFilter::drafts: return is_one ? "draft" : "drafts";
    case InvoiceFilter::open: return is_one ? "open invoice" : "open invoices";
    case InvoiceFilter::overdue: return is_one ? "overdue invoice" : "overdue invoices";
    case InvoiceFilter::paid: return is_one ? "paid invoice" : "paid invoices";
    case InvoiceFilter::other: return is_one ? "other invoice" : "other invoices";
    }
    UNREACHABLE();
}

std::string_view weekday_name(base::Weekday weekday) {
    constexpr std::array<std::string_view, 7> names{"Mon", "Tue", "Wed", "Thu",
                                                    "Fri", "Sat", "Sun"};
    return names[static_cast<std::size_t>(weekday) - 1];
}

std::string left_words(std::string_view way) {
    if (way == "printed") return "Printed";
    if (way == "downloaded") return "Downloaded";
    return way.empty() ? "" : "Exported";
}

} // namespace

std::string_view filter_label(InvoiceFilter filter) {
    switch (filter) {
    case InvoiceFilter::all: return "All";
    case InvoiceFilter::drafts: return "Drafts";
    case InvoiceFilter::open: return "Open";
    case InvoiceFilter::overdue: return "Overdue";
    case InvoiceFilter::paid: return "Paid";
    case InvoiceFilter::other: return "Other";
    }
    UNREACHABLE();
}

InvoicesModel::InvoicesModel(app::App& app, InvoicesQuestion& question)
    : app_(app), question_(question), local_(local_of(app)) {}

app::InvoiceListQuery InvoicesModel::query() const {
    return {.filter = question_.filter,
            .search = question_.search,
            .period = period_of(question_.period, local_.today),
            .sort = question_.sort,
            .order = question_.order};
}

void InvoicesModel::refresh() {
    const bool is_current = asked_ == question_ && revision_ == app_.revision() &&
                            app_.now().unix_ms - read_at_ms_ < reread_after_ms;
    if (is_current) return;
    asked_ = question_;
    revision_ = app_.revision();
    read_at_ms_ = app_.now().unix_ms;
    local_ = local_of(app_);
    pages_.clear();
    read_summary();
}

void InvoicesModel::read_summary() {
    error_.reset();
    const auto found = app_.invoices(query());
    if (!found) {
        error_ = found.error();
        summary_.reset();
        return;
    }
    summary_ = *found;
    is_book_empty_ = false;
    if (summary_->counts.front() > 0) return;
    const auto all = app_.invoices({});
    is_book_empty_ = all && all->counts.front() == 0;
    if (!is_book_empty_) return;
    const auto settings = app_.settings();
    if (!settings) return;
    for (const app::SeriesView& series : settings->series)
        if (series.is_own && series.series.kind == domain::DocumentKind::invoice)
            first_number_ = series.next_number;
}

const InvoicesModel::Line* InvoicesModel::line(std::size_t index) {
    return pages_.row(
        index, [&](std::size_t offset, std::size_t count) -> base::Result<std::vector<Line>> {
            std::vector<Line> lines;
            for (app::InvoiceRow& row : TRY(app_.invoice_rows(query(), offset, count)))
                lines.push_back(line_of(std::move(row)));
            return lines;
        });
}

InvoicesModel::Line InvoicesModel::line_of(app::InvoiceRow row) const {
    Line line;
    const bool is_draft = row.status == domain::Status::draft;
    const bool is_owed = row.balance && row.balance->minor > 0;
    if (row.issue_date) line.issued = local_.brief(*row.issue_date);
    if (row.due_date) {
        line.due = local_.brief(*row.due_date);
        if (is_owed) {
            const DueText due = due_text(*row.due_date, local_.today);
            line.distance = due.words;
            line.is_late = due.is_late;
        }
    }
    if (row.edited) line.edited = edited_words(*row.edited);
    line.left = left_words(row.left_way);
    if (row.total) line.total = local_.bare(*row.total);
    if (row.balance) line.balance = local_.bare(*row.balance);
    line.is_settled = !is_draft && !is_owed;
    if (const auto& figure = is_owed ? row.balance : row.total) line.figure = local_.whole(*figure);
    const std::string number = row.number.empty() ? std::string() : row.number + ", ";
    if (is_draft)
        line.detail = number + (line.edited.empty() ? "No number" : line.edited) +
                      (line.due.empty() ? std::string() : ", due " + line.due);
    else if (line.is_late)
        line.detail = number; // The screen adds how late it is, in its colour.
    else if (is_owed && row.due_date)
        line.detail = number + "due " + line.due;
    else
        line.detail = number + line.issued;
    line.row = std::move(row);
    return line;
}

std::string InvoicesModel::edited_words(base::Instant at) const {
    const app::LocalTime time = app_.local_time(at);
    const std::int64_t days = base::days_between(time.date, local_.today);
    if (days == 0) return "Edited " + app::clock_text(time);
    if (days > 0 && days < 7) return "Edited " + std::string(weekday_name(time.date.weekday()));
    return "Edited " + local_.brief(time.date);
}

void InvoicesModel::show_all() {
    question_.filter = InvoiceFilter::all;
    question_.search.clear();
    question_.period = {.kind = PeriodKind::all_time};
}

bool InvoicesModel::is_filtered() const {
    return question_.filter != InvoiceFilter::all || !question_.search.empty() ||
           question_.period.kind != PeriodKind::all_time;
}

std::string InvoicesModel::count_sentence() const {
    const std::size_t drafts = summary_->counts[static_cast<std::size_t>(InvoiceFilter::drafts)];
    std::string words;
    if (question_.filter == InvoiceFilter::all) {
        const std::size_t issued = summary_->row_count - drafts;
        words = std::to_string(issued) + " issued";
        if (drafts > 0) words += " and " + counted(drafts, "draft", "drafts");
    } else {
        words = counted(summary_->row_count, filter_words(question_.filter, true),
                        filter_words(question_.filter, false));
    }
    words += period_words(question_.period, local_);
    if (summary_->others > 0)
        words += ", " + std::to_string(summary_->others) + " in other currencies not added";
    return words;
}

Money InvoicesModel::otherwise_settled() const {
    const Money left =
        domain::subtract(summary_->total, summary_->settled).value_or(summary_->total);
    return domain::subtract(left, summary_->balance).value_or(left);
}

std::string InvoicesModel::empty_sentence() const {
    if (!question_.search.empty())
        return "Nothing matches \u201c" + question_.search + "\u201d" +
               period_words(question_.period, local_) + ".";
    return "No " + std::string(filter_words(question_.filter, false)) +
           period_words(question_.period, local_) + ".";
}

void InvoicesModel::tick(const Line& line, bool is_ticked) {
    if (!is_ticked)
        ticked_.erase(line.row.id);
    else
        ticked_[line.row.id] = {.number =
                                    line.row.status == domain::Status::draft ? "" : line.row.number,
                                .balance = line.row.balance};
}

bool InvoicesModel::are_all_ticked() const {
    return summary_ && !ticked_.empty() &&
           ticked_.size() >= std::min(summary_->row_count, ticked_max);
}

void InvoicesModel::tick_all() {
    if (are_all_ticked()) {
        clear_ticks();
        return;
    }
    const std::size_t count = std::min(summary_->row_count, ticked_max);
    for (std::size_t index = 0; index < count; ++index)
        if (const Line* const found = line(index)) tick(*found, true);
}

Money InvoicesModel::ticked_balance() const {
    Money sum{0, local_.currency};
    for (const auto& [id, ticked] : ticked_)
        if (ticked.balance && ticked.balance->currency == sum.currency)
            sum = domain::add(sum, *ticked.balance).value_or(sum);
    return sum;
}

} // namespace ui
