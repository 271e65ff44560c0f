#include "ui/screens/today_model.h"

#include "app/app.h"
#include "ui/screens/book_copy.h"
#include "ui/screens/local.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr std::size_t payments_shown_max = 8;
constexpr std::size_t names_shown_max = 3;

constexpr std::array<std::string_view, 7> weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 5> buckets{"Not yet due", "0\u201330 days", "31\u201360",
                                                  "61\u201390", "Over 90"};

// "Friday 20 November": the year is the one people are in.
std::string day_words(base::Date day, const Local& local) {
    std::string words = local.sentence(day);
    const std::size_t year = words.rfind(' ');
    if (year != std::string::npos) words.erase(year);
    return std::string(weekdays[static_cast<std::size_t>(day.weekday()) - 1]) + " " + words;
}

Sum sum_of(domain::Money amount, const Local& local) {
    return {.amount = local.whole(amount), .cents_bytes = local.cents_bytes(amount)};
}

// "Siobhán Ó Briain, Lukáš Dvořák and 3 more".
std::string names_of(const app::TodayView& view) {
    std::string words;
    std::size_t named = 0;
    for (const app::DraftToFinish& draft : view.drafts) {
        if (named == names_shown_max) break;
        words += words.empty() ? "" : ", ";
        words += draft.client_name.empty() ? "no client yet" : draft.client_name;
        ++named;
    }
    if (words.starts_with("no client")) words[0] = 'N';
    if (view.draft_count > named)
        words += " and " + std::to_string(view.draft_count - named) + " more";
    return words;
}

} // namespace

void TodayModel::update() {
    const base::Date day = app_.today();
    if (read_revision_ == app_.revision() && read_day_ == day) return;
    read_revision_ = app_.revision();
    read_day_ = day;
    read();
}

void TodayModel::read() {
    const Local local = local_of(app_);
    const auto view = app_.today_view();
    const auto invoices = app_.invoices({});
    problem_.reset();
    if (!view || !invoices) {
        problem_ = view ? invoices.error() : view.error();
        return;
    }
    date_ = day_words(view->date, local);
    is_fresh_ = invoices->counts[static_cast<std::size_t>(app::InvoiceFilter::all)] == 0;
    last_change_ = ui::last_change(app_);
    read_first_number();
    take_tasks(*view, local);
    take_owed(*view, local);
    take_takings(*view, local);
}

void TodayModel::read_first_number() {
    first_number_.clear();
    const auto settings = app_.settings();
    if (!settings) return;
    for (const app::SeriesView& series : settings->series)
        if (series.is_own && series.series.kind == domain::DocumentKind::invoice)
            first_number_ = series.next_number;
}

void TodayModel::take_tasks(const app::TodayView& view, const Local& local) {
    tasks_.clear();
    std::size_t overdue = 0;
    std::vector<std::string> sums;
    for (const app::Owed& owed : view.owed) {
        overdue += owed.overdue_count;
        if (owed.overdue_count > 0) sums.push_back(local.whole(owed.overdue));
    }
    if (overdue > 0) {
        Task task{.kind = TaskKind::overdue,
                  .title = counted(overdue, "invoice", "invoices") + " overdue",
                  .detail = {},
                  .amounts = std::move(sums),
                  .action = "Show",
                  .address = "#/invoices/overdue"};
        if (const auto& oldest = view.oldest_overdue)
            task.detail = "Oldest: " + oldest->number + ", " + oldest->client_name + ", " +
                          counted(static_cast<std::size_t>(oldest->days_late), "day", "days");
        tasks_.push_back(std::move(task));
    }
    if (view.draft_count == 0 || view.drafts.empty()) return;
    Task task{.kind = TaskKind::drafts,
              .title = counted(view.draft_count, "draft", "drafts") + " to finish",
              .detail = names_of(view),
              .amounts = {},
              .action = "Continue",
              .address = "#/drafts/" + base::to_text(view.drafts.front().invoice.uuid)};
    for (const domain::Money total : view.draft_totals)
        if (total.minor != 0) task.amounts.push_back(local.whole(total));
    tasks_.push_back(std::move(task));
}

void TodayModel::take_owed(const app::TodayView& view, const Local& local) {
    owed_.clear();
    for (const app::Owed& owed : view.owed) {
        OwedBlock block{.sum = sum_of(owed.total, local),
                        .count = counted(owed.invoice_count, "invoice", "invoices"),
                        .credit = {},
                        .buckets = {}};
        if (owed.credit.minor != 0) block.credit = local.whole(owed.credit) + " credit held";
        for (std::size_t at = 0; at < buckets.size(); ++at)
            block.buckets.push_back({.label = std::string(buckets[at]),
                                     .amount = local.whole(owed.buckets[at]),
                                     .minor = owed.buckets[at].minor});
        set_percents(block.buckets);
        owed_.push_back(std::move(block));
    }
}

void TodayModel::take_takings(const app::TodayView& view, const Local& local) {
    taken_.clear();
    for (const domain::Money sum : view.taken) {
        TakenBlock block{.sum = sum_of(sum, local), .methods = {}};
        for (const app::TakenByMethod& method : view.taken_by_method)
            if (method.total.currency == sum.currency)
                block.methods.push_back({.label = method.name,
                                         .amount = local.whole(method.total),
                                         .minor = method.total.minor});
        set_percents(block.methods);
        taken_.push_back(std::move(block));
    }
    payments_.clear();
    for (const app::TakenPayment& payment : view.payments) {
        if (payments_.size() == payments_shown_max) break;
        TakenRow row{.payer = payment.payer_name,
                     .number = payment.first_number,
                     .amount = local.bare(payment.amount),
                     .address = "#/payments/" + base::to_text(payment.payment.uuid)};
        if (payment.invoice_count > 1)
            row.number += " + " + std::to_string(payment.invoice_count - 1);
        payments_.push_back(std::move(row));
    }
    more_payments_ = view.payments.size() - payments_.size();
}

} // namespace ui
