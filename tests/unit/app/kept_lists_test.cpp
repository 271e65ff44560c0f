// What a list kept and followed is what one who reads the book now finds.

#include "app/commands/context.h"
#include "app/queries/invoice_list.h"
#include "app/queries/payment_list_cache.h"
#include "unit/app/bookkeeper.h"

#include <string>
#include <vector>

using app_test::Bookkeeper;
using app_test::date;
using app_test::Practice;

namespace {

// A question's whole answer as a text.
std::string answer_text(const app::InvoiceListSummary& summary,
                        const std::vector<app::InvoiceRow>& rows) {
    std::string text;
    for (const std::size_t count : summary.counts)
        text += std::to_string(count) + " ";
    text += std::to_string(summary.row_count) + " rows, " + domain::plain_text(summary.total) +
            " " + domain::plain_text(summary.settled) + " " + domain::plain_text(summary.balance) +
            " others " + std::to_string(summary.others) + "\n";
    for (const app::InvoiceRow& row : rows)
        text += to_text(row.id) + " " + row.number + " " + row.client_name + " " +
                std::to_string(static_cast<int>(row.status)) + " " +
                (row.balance ? domain::plain_text(*row.balance) : "-") + "\n";
    return text;
}

std::string answer_text(const app::PaymentList& list) {
    std::string text;
    for (const std::size_t count : list.counts)
        text += std::to_string(count) + " ";
    text += std::to_string(list.found_count) + " found\n";
    for (const auto* const sums : {&list.taken, &list.left})
        for (const domain::Money& sum : *sums)
            text += domain::plain_text(sum) + " ";
    for (const app::PaymentListRow& row : list.rows)
        text += "\n" + to_text(row.id) + " " + row.payer_name + " " + row.reference + " " +
                std::to_string(row.date.days_since_epoch()) + " " + domain::plain_text(row.amount) +
                " " + domain::plain_text(row.left) + (row.is_voided ? " voided" : "");
    return text;
}

app::QueryContext context_of(app::App& app) {
    auto record = app::load_practice(app.book().database());
    REQUIRE(record.has_value());
    return {.database = app.book().database(),
            .today = app.today(),
            .now = app.now(),
            .practice = *std::move(record),
            .revision = app.revision()};
}

void check_invoices(app::App& app, const app::InvoiceListQuery& query) {
    const auto kept = app.invoices(query);
    const auto kept_rows = app.invoice_rows(query, 0, 1'000);
    REQUIRE(kept.has_value());
    REQUIRE(kept_rows.has_value());
    const app::QueryContext context = context_of(app);
    app::InvoiceListCache list;
    const auto anew = list.summary(context, query);
    const auto rows_anew = list.rows(context, query, 0, 1'000);
    REQUIRE(anew.has_value());
    REQUIRE(rows_anew.has_value());
    CHECK(answer_text(*kept, *kept_rows) == answer_text(*anew, *rows_anew));
}

void check_payments(app::App& app, const app::PaymentListQuery& query) {
    const auto kept = app.payments(query);
    REQUIRE(kept.has_value());
    app::PaymentListCache list;
    const auto anew = list.list(context_of(app), query);
    REQUIRE(anew.has_value());
    CHECK(answer_text(*kept) == answer_text(*anew));
}

app::InvoiceListQuery invoice_question(Bookkeeper& bookkeeper) {
    constexpr const char* searches[] = {"", "", "a", "ber", "INV", "1", "inv-0002", "12.30"};
    base::Random& random = bookkeeper.random();
    app::InvoiceListQuery query{.filter = static_cast<app::InvoiceFilter>(random.below(6)),
                                .search = searches[random.below(std::size(searches))],
                                .sort = static_cast<app::InvoiceSort>(random.below(7)),
                                .order = static_cast<app::SortOrder>(random.below(2))};
    if (random.below(2) == 0) query.filter = app::InvoiceFilter::all;
    if (random.below(4) == 0) query.period = {date(2026, 11, 2), date(2026, 11, 15)};
    const auto& clients = bookkeeper.clients();
    if (random.below(5) == 0 && !clients.empty())
        query.account = clients[random.below(clients.size())];
    return query;
}

app::PaymentListQuery payment_question(base::Random& random) {
    constexpr const char* searches[] = {"", "", "a", "ber", "1", "ref 2", "24.60"};
    app::PaymentListQuery query{.filter = static_cast<app::PaymentFilter>(random.below(3)),
                                .search = searches[random.below(std::size(searches))],
                                .offset = random.below(3),
                                .count = 10};
    if (random.below(4) == 0) query.period = {date(2026, 11, 2), date(2026, 11, 15)};
    return query;
}

} // namespace

TEST_CASE("lists: one that followed the changes is one that is read anew") {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        Practice practice;
        Bookkeeper bookkeeper(practice, seed);
        base::Random random(seed);
        base::Bytes copy = practice.app().book().file_bytes();
        for (int turn = 0; turn < 150; ++turn) {
            CAPTURE(turn);
            bookkeeper.act();
            if (random.below(25) == 0) copy = practice.app().book().file_bytes();
            if (random.below(60) == 0) REQUIRE(practice.app().restore_book(copy).has_value());
            practice.settle();
            if (random.below(3) == 0) continue; // Several changes at once.
            check_invoices(practice.app(), invoice_question(bookkeeper));
            check_payments(practice.app(), payment_question(random));
        }
    }
}
