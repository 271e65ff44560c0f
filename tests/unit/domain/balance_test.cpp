#include "domain/ageing.h"
#include "domain/balance.h"
#include "domain/terms.h"
#include "unit/domain/make.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using domain::EntryKind;
using domain::Status;
using make::day;
using make::euro;

domain::InvoiceFacts invoice(std::vector<domain::Entry> entries, const char* payable = "100") {
    return {.payable = euro(payable),
            .issue_date = day("2026-11-01"),
            .due_date = day("2026-11-15"),
            .entries = std::move(entries)};
}

} // namespace

TEST_CASE("terms: due dates") {
    using domain::TermsKind;
    const base::Date issue = day("2026-11-20");
    CHECK(domain::due_date({TermsKind::none}, issue).value() == std::nullopt);
    CHECK(domain::due_date({TermsKind::on_receipt}, issue).value() == issue);
    CHECK(domain::due_date({TermsKind::net_days, 14}, issue).value() == day("2026-12-04"));
    CHECK(domain::due_date({TermsKind::end_of_month}, issue).value() == day("2026-11-30"));
    CHECK_FALSE(domain::due_date({TermsKind::net_days, 14}, day("9999-12-31")).has_value());
}

TEST_CASE("ageing: the borders of the buckets") {
    using domain::AgeBucket;
    struct Row {
        std::int64_t days_past_due;
        AgeBucket bucket;
    };
    for (const Row& row : {Row{-1, AgeBucket::not_yet_due}, Row{0, AgeBucket::days_0_to_30},
                           Row{30, AgeBucket::days_0_to_30}, Row{31, AgeBucket::days_31_to_60},
                           Row{60, AgeBucket::days_31_to_60}, Row{61, AgeBucket::days_61_to_90},
                           Row{90, AgeBucket::days_61_to_90}, Row{91, AgeBucket::days_over_90}}) {
        const auto today = day("2026-06-01").plus_days(row.days_past_due);
        REQUIRE(today.has_value());
        CHECK(domain::age_bucket(day("2026-06-01"), *today) == row.bucket);
    }
    CHECK(domain::age_bucket(std::nullopt, day("2026-06-01")) == AgeBucket::not_yet_due);
}

TEST_CASE("status: the first that matches") {
    struct Row {
        const char* name;
        domain::InvoiceFacts facts;
        const char* day;
        Status status;
        const char* balance;
    };
    domain::InvoiceFacts voided = invoice({});
    voided.voided_on = day("2026-11-10");
    domain::InvoiceFacts reverted = invoice({});
    reverted.reverted_on = day("2026-11-10");
    domain::InvoiceFacts never_due = invoice({});
    never_due.due_date.reset();
    const domain::Entry part{EntryKind::allocation, day("2026-11-05"), 4000};
    const domain::Entry rest{EntryKind::allocation, day("2026-11-06"), 6000};
    const domain::Entry back{EntryKind::release, day("2026-11-20"), 6000};
    const domain::Entry credited{EntryKind::credit_note, day("2026-11-05"), 10000};
    const std::vector<Row> rows = {
        {"not yet issued", invoice({}), "2026-10-31", Status::draft, "0"},
        {"issued", invoice({}), "2026-11-01", Status::open, "100"},
        {"the due day itself", invoice({}), "2026-11-15", Status::open, "100"},
        {"the day after", invoice({}), "2026-11-16", Status::overdue, "100"},
        {"no due date is never overdue", never_due, "2030-01-01", Status::open, "100"},
        {"part paid", invoice({part}), "2026-11-05", Status::partially_paid, "60"},
        {"part paid and late", invoice({part}), "2026-11-16", Status::overdue, "60"},
        {"before the payment", invoice({part}), "2026-11-04", Status::open, "100"},
        {"paid", invoice({part, rest}), "2026-11-06", Status::paid, "0"},
        {"reopened by a release", invoice({part, rest, back}), "2026-11-20", Status::overdue, "60"},
        {"still paid before the release", invoice({part, rest, back}), "2026-11-19", Status::paid,
         "0"},
        {"nothing to pay", invoice({}, "0"), "2026-11-16", Status::paid, "0"},
        {"voided", voided, "2026-11-16", Status::voided, "0"},
        {"open before the void", voided, "2026-11-09", Status::open, "100"},
        {"reverted", reverted, "2026-11-16", Status::draft, "0"},
        {"written off", invoice({part, {EntryKind::write_off, day("2026-11-20"), 6000}}),
         "2026-11-20", Status::written_off, "0"},
        {"a write-off reversed",
         invoice({part,
                  {EntryKind::write_off, day("2026-11-20"), 6000},
                  {EntryKind::write_off, day("2026-11-21"), -6000}}),
         "2026-11-21", Status::overdue, "60"},
        {"credited", invoice({credited}), "2026-11-05", Status::credited, "0"},
        {"refunded", invoice({credited, {EntryKind::refund, day("2026-11-05"), 10000}}),
         "2026-11-05", Status::refunded, "0"},
        {"a late fee reopens", invoice({part, rest, {EntryKind::late_fee, day("2026-11-20"), 500}}),
         "2026-11-20", Status::overdue, "5"},
        {"cash rounding closes",
         invoice({{EntryKind::allocation, day("2026-11-05"), 1000},
                  {EntryKind::cash_rounding, day("2026-11-05"), 2}},
                 "10.02"),
         "2026-11-05", Status::paid, "0"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.name));
        CHECK(domain::status_as_at(row.facts, day(row.day)) == row.status);
        CHECK(domain::balance_as_at(row.facts, day(row.day)) == euro(row.balance));
    }
}

TEST_CASE("balance: what a back-dated fact may take is the lowest from that day on") {
    const domain::InvoiceFacts facts = invoice({{EntryKind::allocation, day("2026-11-05"), 7000},
                                                {EntryKind::release, day("2026-11-09"), 7000}});
    CHECK(domain::lowest_balance_from(facts, day("2026-11-02")) == euro("30"));
    CHECK(domain::lowest_balance_from(facts, day("2026-11-05")) == euro("30"));
    CHECK(domain::lowest_balance_from(facts, day("2026-11-09")) == euro("100"));
}
