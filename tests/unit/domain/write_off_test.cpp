// Rules section 3, write-off: at most the balance, with a reason, reversible; a later payment first
// reverses that much of it.
#include "domain/decide_payment.h"
#include "domain/decide_write_off.h"
#include "unit/domain/make.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using base::Code;
using make::day;
using make::euro;

// An invoice of 100.00 of 1 November, 30.00 of it paid on the 5th.
struct Story {
    make::Moment moment{"2026-11-20"};
    domain::WriteOffFacts facts{.invoice = {.id = moment.id<domain::InvoiceId>(),
                                            .account = moment.id<domain::PartyId>(),
                                            .payable = euro("100"),
                                            .issue_date = day("2026-11-01"),
                                            .entries = {{.kind = domain::EntryKind::allocation,
                                                         .date = day("2026-11-05"),
                                                         .amount_minor = 3000}}},
                                .write_offs = {},
                                .reversals = {},
                                .lock_date = day("2026-10-31")};

    domain::WriteOffInvoice command(const char* iso = "2026-11-10") {
        return {.invoice = facts.invoice.id,
                .amount = std::nullopt,
                .date = day(iso),
                .reason = "Moved away"};
    }
    base::Result<domain::Events> decide(const domain::WriteOffInvoice& wish) {
        return domain::decide_write_off(facts, wish, moment.context());
    }
    // Writes off for good, as the book would.
    domain::WriteOff write_off(const char* amount, const char* iso) {
        domain::WriteOffInvoice wish = command(iso);
        wish.amount = euro(amount);
        const auto events = decide(wish);
        REQUIRE(events.has_value());
        const auto fact = make::only<domain::WriteOff>(*events).front();
        facts.write_offs.push_back(fact);
        facts.invoice.entries.push_back({.kind = domain::EntryKind::write_off,
                                         .date = fact.dated.effective,
                                         .amount_minor = fact.amount.minor});
        return fact;
    }
    domain::OpenInvoice open(base::Date from) {
        const auto balance = domain::lowest_balance_from(facts.invoice, from);
        const auto live = domain::live_write_offs(facts.write_offs, facts.reversals);
        REQUIRE(balance.has_value());
        REQUIRE(live.has_value());
        return {.id = facts.invoice.id,
                .account = facts.invoice.account,
                .issue_date = facts.invoice.issue_date,
                .number = "INV-0001",
                .balance = *balance,
                .written_off = *live};
    }
    domain::PaymentContextFacts payment_facts(const char* iso) {
        return {.method = {.id = moment.id<domain::MethodId>(), .name = "Bank"},
                .auto_allocation = domain::AutoAllocation::oldest_first,
                .open_invoices = {open(day(iso))}};
    }
    domain::RecordPayment payment(const char* amount, const char* iso) {
        return {.payer = facts.invoice.account,
                .amount = euro(amount),
                .date = day(iso),
                .for_invoice = facts.invoice.id};
    }
    // "amount@date" of each, in order.
    static std::string shown(const std::vector<domain::WriteOffReversal>& reversals) {
        std::string text;
        for (const domain::WriteOffReversal& one : reversals)
            text += plain_text(one.amount) + "@" + base::iso_text(one.dated.effective) + " ";
        return text;
    }
};

} // namespace

TEST_CASE("write-off: all that is owed unless an amount is given") {
    Story story;
    const auto whole = story.decide(story.command());
    REQUIRE(whole.has_value());
    CHECK(make::only<domain::WriteOff>(*whole).front().amount == euro("70"));
    CHECK(story.write_off("20", "2026-11-10").amount == euro("20"));
    const auto rest = story.decide(story.command("2026-11-11"));
    REQUIRE(rest.has_value());
    CHECK(make::only<domain::WriteOff>(*rest).front().amount == euro("50"));
    const auto status = domain::status_as_at(story.facts.invoice, story.moment.today);
    REQUIRE(status.has_value());
    CHECK(*status == domain::Status::partially_paid);
    story.write_off("50", "2026-11-11");
    const auto settled = domain::status_as_at(story.facts.invoice, story.moment.today);
    REQUIRE(settled.has_value());
    CHECK(*settled == domain::Status::written_off);
}

TEST_CASE("write-off: what is refused names the field, all at once") {
    struct Row {
        const char* name;
        const char* amount; // Empty: all that is owed.
        const char* iso;
        const char* reason;
        std::vector<Code> codes;
    };
    const std::vector<Row> rows = {
        {"more than is owed", "70.01", "2026-11-10", "Gone", {Code::above_balance}},
        {"nothing", "0", "2026-11-10", "Gone", {Code::amount_not_positive}},
        {"below zero", "-1", "2026-11-10", "Gone", {Code::amount_not_positive}},
        {"no reason", "10", "2026-11-10", " ", {Code::missing}},
        {"before the invoice",
         "10",
         "2026-10-31",
         "Gone",
         {Code::date_locked, Code::date_before_issue}},
        {"tomorrow", "10", "2026-11-21", "Gone", {Code::date_in_future}},
        {"no reason and too much", "71", "2026-11-10", "", {Code::missing, Code::above_balance}},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.name));
        Story story;
        domain::WriteOffInvoice wish = story.command(row.iso);
        wish.amount = euro(row.amount);
        wish.reason = row.reason;
        CHECK(make::codes(story.decide(wish)) == row.codes);
    }
    Story settled;
    settled.write_off("70", "2026-11-10");
    CHECK(make::codes(settled.decide(settled.command("2026-11-11"))) ==
          std::vector{Code::nothing_open});
    // Before it too: no later day may fall below zero.
    CHECK(make::codes(settled.decide(settled.command("2026-11-06"))) ==
          std::vector{Code::nothing_open});
}

TEST_CASE("write-off: a reversal takes all that is left of it back, once") {
    Story story;
    const domain::WriteOff fact = story.write_off("70", "2026-11-10");
    const auto reverse = [&](const char* iso, const char* reason) {
        return domain::decide_reverse_write_off(story.facts,
                                                {.invoice = story.facts.invoice.id,
                                                 .write_off = fact.id,
                                                 .date = day(iso),
                                                 .reason = reason},
                                                story.moment.context());
    };
    CHECK(make::codes(reverse("2026-11-09", "")) ==
          std::vector{Code::date_before_write_off, Code::missing});
    const auto done = reverse("2026-11-12", "Came back");
    REQUIRE(done.has_value());
    const auto reversal = make::only<domain::WriteOffReversal>(*done).front();
    CHECK(reversal.amount == euro("70"));
    CHECK(reversal.dated.effective == day("2026-11-12"));
    story.facts.reversals.push_back(reversal);
    CHECK(make::codes(reverse("2026-11-12", "Again")) == std::vector{Code::not_written_off});
}

TEST_CASE("write-off: a later payment reverses as much as goes beyond the balance") {
    struct Row {
        const char* name;
        const char* paid;
        const char* iso;
        const char* reversed;
        const char* kept; // As credit.
    };
    // 20.00 written off on the 10th and 40.00 on the 12th leave 10.00 owed.
    const std::vector<Row> rows = {
        {"the rest is paid: the write-offs stay", "10", "2026-11-15", "", "0.00"},
        {"beyond the balance, the newest first", "30", "2026-11-15", "20.00@2026-11-15 ", "0.00"},
        {"all of it", "70", "2026-11-15", "40.00@2026-11-15 20.00@2026-11-15 ", "0.00"},
        {"more than all", "75", "2026-11-15", "40.00@2026-11-15 20.00@2026-11-15 ", "5.00"},
        {"entered late for a day between them", "70", "2026-11-11",
         "40.00@2026-11-12 20.00@2026-11-11 ", "0.00"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.name));
        Story story;
        story.write_off("20", "2026-11-10");
        story.write_off("40", "2026-11-12");
        domain::RecordPayment wish = story.payment(row.paid, row.iso);
        wish.overpayment = domain::Overpayment::keep_as_credit;
        const auto facts = story.payment_facts(row.iso);
        const auto events = domain::decide_record_payment(facts, wish, story.moment.context());
        REQUIRE(events.has_value());
        CHECK(Story::shown(make::only<domain::WriteOffReversal>(*events)) == row.reversed);
        const auto plan = domain::plan_payment(facts, wish);
        REQUIRE(plan.has_value());
        CHECK(plain_text(plan->kept_as_credit) == row.kept);
    }
}

TEST_CASE("write-off: money by the setting pays only what is owed") {
    Story story;
    story.write_off("70", "2026-11-10");
    domain::RecordPayment wish = story.payment("50", "2026-11-15");
    wish.for_invoice.reset();
    const auto events = domain::decide_record_payment(story.payment_facts("2026-11-15"), wish,
                                                      story.moment.context());
    REQUIRE(events.has_value());
    CHECK(make::only<domain::Allocation>(*events).empty());
    CHECK(make::only<domain::WriteOffReversal>(*events).empty());
}

TEST_CASE("write-off: coins that settle the balance bring nothing back") {
    Story story;
    story.write_off("59.98", "2026-11-10"); // 10.02 are owed.
    auto facts = story.payment_facts("2026-11-15");
    facts.method.kind = domain::MethodKind::cash;
    facts.cash_step_minor = 5;
    const auto events = domain::decide_record_payment(facts, story.payment("10", "2026-11-15"),
                                                      story.moment.context());
    REQUIRE(events.has_value());
    CHECK(make::only<domain::WriteOffReversal>(*events).empty());
    CHECK(make::only<domain::Allocation>(*events).front().cash_rounding == euro("0.02"));
}
