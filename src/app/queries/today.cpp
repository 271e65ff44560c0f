#include "app/queries/today.h"

#include "app/queries/names.h"
#include "domain/ageing.h"
#include "store/columns.h"
#include "store/records.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t drafts_shown_max = 10;

Owed nothing_owed(domain::Currency currency) {
    const domain::Money zero{0, currency};
    return {
        .total = zero, .buckets = {zero, zero, zero, zero, zero}, .overdue = zero, .credit = zero};
}

Owed& owed_in(TodayView& view, domain::Currency currency) {
    for (Owed& owed : view.owed)
        if (owed.total.currency == currency) return owed;
    return view.owed.emplace_back(nothing_owed(currency));
}

base::Result<void> read_owed(const QueryContext& context, TodayView& view) {
    auto rows = TRY(
        context.database.prepare("SELECT currency, balance_minor, due_date FROM derived_invoice "
                                 "WHERE balance_minor <> 0 ORDER BY account_id, due_date"));
    TRY_VOID(rows.bind());
    while (TRY(rows.step())) {
        Owed& owed = owed_in(view, TRY(store::currency_column(rows, 0)));
        const domain::Money balance{rows.integer(1), owed.total.currency};
        const auto due = TRY(store::optional_date_column(rows, 2));
        owed.total = TRY(domain::add(owed.total, balance));
        ++owed.invoice_count;
        auto& bucket =
            owed.buckets[static_cast<std::size_t>(domain::age_bucket(due, context.today))];
        bucket = TRY(domain::add(bucket, balance));
        if (due && *due < context.today) {
            owed.overdue = TRY(domain::add(owed.overdue, balance));
            ++owed.overdue_count;
        }
    }
    return {};
}

base::Result<void> read_credit(const QueryContext& context, TodayView& view) {
    auto rows = TRY(context.database.prepare(
        "SELECT currency, SUM(left_minor) AS held FROM derived_credit GROUP BY currency "
        "ORDER BY currency"));
    TRY_VOID(rows.bind());
    while (TRY(rows.step())) {
        Owed& owed = owed_in(view, TRY(store::currency_column(rows, 0)));
        owed.credit = {rows.integer(1), owed.total.currency};
    }
    return {};
}

base::Result<void> read_oldest(const QueryContext& context, TodayView& view) {
    auto row = TRY(context.database.prepare(
        "SELECT id, number, client_id, due_date FROM derived_invoice "
        "WHERE balance_minor <> 0 AND due_date < ? ORDER BY due_date, number LIMIT 1"));
    TRY_VOID(row.bind(store::column(context.today)));
    if (!TRY(row.step())) return {};
    const auto name = TRY(name_of_record(context.database, TRY(store::uuid_column(row, 2))));
    view.oldest_overdue = {.invoice = TRY(store::id_column<domain::InvoiceId>(row, 0)),
                           .number = std::string(row.text(1)),
                           .client_name = name.name,
                           .days_late =
                               base::days_between(TRY(store::date_column(row, 3)), context.today)};
    return {};
}

base::Result<void> read_drafts(const QueryContext& context, TodayView& view) {
    auto rows = TRY(context.database.prepare(
        "SELECT id, client_id, currency, total_minor FROM draft WHERE state = 0 "
        "ORDER BY edited_ms DESC, id"));
    TRY_VOID(rows.bind());
    while (TRY(rows.step())) {
        ++view.draft_count;
        std::optional<domain::Money> total;
        if (!rows.is_null(3)) {
            total = {rows.integer(3), TRY(store::currency_column(rows, 2))};
            TRY_VOID(add_to(view.draft_totals, *total));
        }
        if (view.drafts.size() == drafts_shown_max) continue;
        const auto name = TRY(name_of_record(context.database, TRY(store::uuid_column(rows, 1))));
        view.drafts.push_back({.invoice = TRY(store::id_column<domain::InvoiceId>(rows, 0)),
                               .client_name = name.name,
                               .total = total});
    }
    return {};
}

base::Result<domain::MethodKind> method_kind(const QueryContext& context, domain::MethodId id) {
    const auto method = TRY(store::load_record<domain::PaymentMethod>(context.database, id.uuid));
    return method ? method->kind : domain::MethodKind::other;
}

base::Result<void> count_method(const QueryContext& context, TodayView& view,
                                domain::MethodId method, domain::Money amount) {
    for (TakenByMethod& taken : view.taken_by_method) {
        if (taken.method == method && taken.total.currency == amount.currency) {
            taken.total = TRY(domain::add(taken.total, amount));
            return {};
        }
    }
    view.taken_by_method.push_back({.method = method,
                                    .name = TRY(name_of_record(context.database, method.uuid)).name,
                                    .kind = TRY(method_kind(context, method)),
                                    .total = amount});
    return {};
}

base::Result<void> read_takings(const QueryContext& context, TodayView& view) {
    auto rows = TRY(context.database.prepare(
        "SELECT p.id, p.payer_id, p.currency, p.amount_minor, p.method_id, "
        "(SELECT i.number FROM allocation a JOIN issued_invoice i ON i.id = a.invoice_id "
        "WHERE a.payment_id = p.id ORDER BY a.id LIMIT 1) AS number, "
        "(SELECT COUNT(DISTINCT a.invoice_id) FROM allocation a WHERE a.payment_id = p.id) "
        "AS invoice_count FROM payment p WHERE p.date = ? "
        "AND NOT EXISTS (SELECT 1 FROM payment_void v WHERE v.payment_id = p.id) "
        "ORDER BY p.id DESC"));
    TRY_VOID(rows.bind(store::column(context.today)));
    while (TRY(rows.step())) {
        const domain::Money amount{rows.integer(3), TRY(store::currency_column(rows, 2))};
        TRY_VOID(add_to(view.taken, amount));
        TRY_VOID(
            count_method(context, view, TRY(store::id_column<domain::MethodId>(rows, 4)), amount));
        const auto payer = TRY(name_of_record(context.database, TRY(store::uuid_column(rows, 1))));
        view.payments.push_back({.payment = TRY(store::id_column<domain::PaymentId>(rows, 0)),
                                 .payer_name = payer.name,
                                 .first_number = std::string(rows.text(5)),
                                 .invoice_count = static_cast<std::size_t>(rows.integer(6)),
                                 .amount = amount});
    }
    std::ranges::stable_sort(view.taken_by_method, std::greater<>(),
                             [](const TakenByMethod& taken) { return taken.total.minor; });
    return {};
}

} // namespace

base::Result<TodayView> query_today(const QueryContext& context) {
    const domain::Currency home = context.practice.billing.currency;
    TodayView view{.date = context.today, .owed = {nothing_owed(home)}, .taken = {{0, home}}};
    TRY_VOID(read_owed(context, view));
    TRY_VOID(read_credit(context, view));
    TRY_VOID(read_oldest(context, view));
    TRY_VOID(read_drafts(context, view));
    TRY_VOID(read_takings(context, view));
    return view;
}

} // namespace app
