// Rules section 5: recording, allocating, overpaying, un-applying, voiding, applying credit.
#include "domain/balance.h"
#include "domain/decide_payment.h"
#include "domain/payment_plan.h"
#include "unit/domain/make.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using base::Code;
using domain::Allocation;
using domain::AutoAllocation;
using make::day;
using make::euro;

// An account with invoices 1 (oldest, 57.10), 2 (100.00) and 3 (10.02).
struct Account {
    make::Moment moment{"2026-11-20"};
    domain::PartyId payer = moment.id<domain::PartyId>();
    std::vector<domain::OpenInvoice> invoices = {
        open("1", "2026-10-01", "57.10"),
        open("2", "2026-10-15", "100.00"),
        open("3", "2026-11-01", "10.02"),
    };

    domain::OpenInvoice open(const char* number, const char* issued, const char* balance) {
        return {.id = moment.id<domain::InvoiceId>(),
                .account = payer,
                .issue_date = day(issued),
                .number = number,
                .balance = euro(balance)};
    }

    domain::PaymentContextFacts facts(AutoAllocation setting = AutoAllocation::oldest_first) {
        return {.method = {.id = moment.id<domain::MethodId>(), .name = "Bank"},
                .auto_allocation = setting,
                .open_invoices = invoices};
    }

    domain::RecordPayment pay(const char* amount) {
        return {.payer = payer, .amount = euro(amount), .date = day("2026-11-20")};
    }

    // "number:amount" of each allocation, in order.
    std::string shown(const std::vector<Allocation>& allocations) {
        std::string text;
        for (const Allocation& allocation : allocations) {
            for (const domain::OpenInvoice& invoice : invoices)
                if (invoice.id == allocation.invoice)
                    text += invoice.number + ":" + plain_text(allocation.amount) + " ";
        }
        return text;
    }

    std::string recorded(const domain::PaymentContextFacts& given,
                         const domain::RecordPayment& command) {
        const auto events = domain::decide_record_payment(given, command, moment.context());
        if (!events.has_value())
            return "code " + std::to_string(static_cast<int>(events.error().code)) + " " +
                   events.error().detail;
        return shown(make::only<Allocation>(*events));
    }
};

domain::PaymentFacts with_allocation(Account& account, const char* amount, const char* allocated) {
    domain::PaymentFacts facts{.payment = {.id = account.moment.id<domain::PaymentId>(),
                                           .payer = account.payer,
                                           .amount = euro(amount),
                                           .received = {.effective = day("2026-11-10")}}};
    facts.allocations.push_back({.id = account.moment.id<domain::AllocationId>(),
                                 .payment = facts.payment.id,
                                 .invoice = account.invoices[0].id,
                                 .amount = euro(allocated),
                                 .cash_rounding = euro("0"),
                                 .dated = {.effective = day("2026-11-12")}});
    return facts;
}

} // namespace

TEST_CASE("payment: the setting decides which invoices it pays") {
    Account account;
    domain::RecordPayment on_second = account.pay("110");
    on_second.for_invoice = account.invoices[1].id;
    struct Row {
        const char* name;
        AutoAllocation setting;
        domain::RecordPayment command;
        const char* paid;
    };
    const std::vector<Row> rows = {
        {"oldest first", AutoAllocation::oldest_first, account.pay("60"), "1:57.10 2:2.90 "},
        {"newest first", AutoAllocation::newest_first, account.pay("60"), "3:10.02 2:49.98 "},
        {"none", AutoAllocation::none, account.pay("60"), ""},
        {"this invoice first, then the oldest", AutoAllocation::oldest_first, on_second,
         "2:100.00 1:10.00 "},
        {"all of them", AutoAllocation::oldest_first, account.pay("167.12"),
         "1:57.10 2:100.00 3:10.02 "},
        {"this invoice only, the rest asked about", AutoAllocation::this_invoice_only, on_second,
         "code 303 10.00"},
        {"more than is owed, asked about", AutoAllocation::oldest_first, account.pay("200"),
         "code 303 32.88"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.name));
        CHECK(account.recorded(account.facts(row.setting), row.command) == row.paid);
    }
}

TEST_CASE("payment: the rest is kept as credit once confirmed") {
    Account account;
    domain::RecordPayment command = account.pay("200");
    command.overpayment = domain::Overpayment::keep_as_credit;
    const auto plan = domain::plan_payment(account.facts(), command);
    REQUIRE(plan.has_value());
    CHECK(plan->kept_as_credit == euro("32.88"));
    const auto events =
        domain::decide_record_payment(account.facts(), command, account.moment.context());
    REQUIRE(events.has_value());
    CHECK(make::only<domain::Payment>(*events)[0].amount == euro("200"));
    CHECK(make::only<Allocation>(*events).size() == 3);
}

TEST_CASE("payment: what a person chose wins over the setting") {
    Account account;
    domain::RecordPayment command = account.pay("30");
    command.chosen = {{account.invoices[2].id, euro("10")}, {account.invoices[1].id, euro("20")}};
    CHECK(account.recorded(account.facts(), command) == "3:10.00 2:20.00 ");
    command.chosen->push_back({account.invoices[0].id, euro("0.01")});
    CHECK(account.recorded(account.facts(), command) == "code 302 30.00");
    command.chosen = {{account.invoices[2].id, euro("10.03")}};
    CHECK(account.recorded(account.facts(), command) == "code 301 10.02");
    command.chosen = {{account.invoices[2].id, euro("5")}, {account.invoices[2].id, euro("5")}};
    CHECK(account.recorded(account.facts(), command) == "code 112 ");
    command.chosen = {{account.moment.id<domain::InvoiceId>(), euro("5")}};
    CHECK(account.recorded(account.facts(), command) == "code 5 ");
}

TEST_CASE("payment: another account's invoice is paid only when chosen") {
    Account account;
    account.invoices[0].account = account.moment.id<domain::PartyId>();
    CHECK(account.recorded(account.facts(), account.pay("60")) == "2:60.00 ");
    domain::RecordPayment command = account.pay("60");
    command.chosen = {{account.invoices[0].id, euro("57.10")}};
    command.overpayment = domain::Overpayment::keep_as_credit;
    CHECK(account.recorded(account.facts(), command) == "1:57.10 ");
}

TEST_CASE("payment: cash closes what coins can't pay, a card does not") {
    Account account;
    struct Row {
        const char* name;
        domain::MethodKind method;
        const char* balance;
        const char* paid;
        const char* result;
        const char* rounding;
    };
    for (const Row& row :
         {Row{"down", domain::MethodKind::cash, "10.02", "10.00", "3:10.00 ", "0.02"},
          Row{"up", domain::MethodKind::cash, "10.03", "10.05", "3:10.05 ", "-0.02"},
          Row{"exact cents", domain::MethodKind::cash, "10.02", "10.02", "3:10.02 ", "0.00"},
          Row{"part only", domain::MethodKind::cash, "10.02", "9.95", "3:9.95 ", "0.00"},
          Row{"card", domain::MethodKind::card, "10.02", "10.00", "3:10.00 ", "0.00"},
          Row{"card, too much", domain::MethodKind::card, "10.03", "10.05", "code 303 0.02", ""}}) {
        CAPTURE(std::string(row.name));
        account.invoices[2].balance = euro(row.balance);
        domain::PaymentContextFacts facts = account.facts(AutoAllocation::this_invoice_only);
        facts.method.kind = row.method;
        facts.cash_step_minor = 5;
        domain::RecordPayment command = account.pay(row.paid);
        command.for_invoice = account.invoices[2].id;
        CHECK(account.recorded(facts, command) == row.result);
        const auto plan = domain::plan_payment(facts, command);
        REQUIRE(plan.has_value());
        if (!domain::needs_confirmation(command, *plan))
            CHECK(plain_text(plan->allocations[0].cash_rounding) == row.rounding);
        // The same amount chosen by hand settles as much.
        command.chosen = {{account.invoices[2].id, euro(row.paid).minor > euro(row.balance).minor
                                                       ? euro(row.balance)
                                                       : euro(row.paid)}};
        CHECK(account.recorded(facts, command) == row.result);
    }
}

TEST_CASE("payment: cash for several invoices rounds the last one") {
    Account account;
    domain::PaymentContextFacts facts = account.facts();
    facts.method.kind = domain::MethodKind::cash;
    facts.cash_step_minor = 5;
    const auto plan = domain::plan_payment(facts, account.pay("167.10"));
    REQUIRE(plan.has_value());
    CHECK(account.shown(plan->allocations) == "1:57.10 2:100.00 3:10.00 ");
    CHECK(plan->allocations[2].cash_rounding == euro("0.02"));
    CHECK(plan->kept_as_credit == euro("0"));
}

TEST_CASE("payment: money may come before the invoice") {
    Account account;
    domain::RecordPayment command = account.pay("57.10");
    command.date = day("2026-09-20");
    const auto events =
        domain::decide_record_payment(account.facts(), command, account.moment.context());
    REQUIRE(events.has_value());
    CHECK(make::only<domain::Payment>(*events)[0].received.effective == day("2026-09-20"));
    CHECK(make::only<Allocation>(*events)[0].dated.effective == day("2026-10-01"));
}

TEST_CASE("payment: every reason against it at once") {
    Account account;
    domain::PaymentContextFacts facts = account.facts();
    facts.method.is_archived = true;
    facts.lock_date = day("2026-12-31");
    domain::RecordPayment command = account.pay("0");
    command.date = day("2026-11-21");
    command.reference = std::string(101, 'x');
    CHECK(make::codes(domain::decide_record_payment(facts, command, account.moment.context())) ==
          std::vector{Code::date_in_future, Code::date_locked, Code::method_archived,
                      Code::too_long, Code::amount_not_positive});
    command = account.pay("10");
    command.amount.currency = make::currency("USD");
    command.for_invoice = account.invoices[0].id;
    CHECK(account.recorded(account.facts(), command) == "code 108 ");
}

TEST_CASE("payment: un-applying gives the allocation back to the payment's credit") {
    Account account;
    domain::PaymentFacts facts = with_allocation(account, "57.10", "57.10");
    CHECK(domain::credit_as_at(facts, day("2026-11-20")) == euro("0"));
    const auto events =
        domain::decide_release(facts, {}, {facts.allocations[0].id, day("2026-11-15"), "Wrong one"},
                               account.moment.context());
    REQUIRE(events.has_value());
    facts.releases = make::only<domain::Release>(*events);
    CHECK(domain::credit_as_at(facts, day("2026-11-14")) == euro("0"));
    CHECK(domain::credit_as_at(facts, day("2026-11-15")) == euro("57.10"));
    CHECK(domain::credit_as_at(facts, day("2026-11-11")) == euro("57.10"));
    CHECK(domain::credit_as_at(facts, day("2026-11-09")) == euro("0"));
    CHECK(domain::lowest_credit_from(facts, day("2026-11-10")) == euro("0"));
    const auto again = domain::decide_release(
        facts, {}, {facts.allocations[0].id, day("2026-11-16"), ""}, account.moment.context());
    CHECK(make::codes(again) == std::vector{Code::not_allocated});
    const auto entries = domain::entries_of(facts.allocations, facts.releases);
    REQUIRE(entries.has_value());
    CHECK(entries->size() == 2);
}

TEST_CASE("payment: a release has its own date, never before the allocation") {
    Account account;
    const domain::PaymentFacts facts = with_allocation(account, "57.10", "57.10");
    CHECK(make::codes(domain::decide_release(facts, day("2026-11-11"),
                                             {facts.allocations[0].id, day("2026-11-11"), ""},
                                             account.moment.context())) ==
          std::vector{Code::date_locked, Code::date_before_allocation});
}

TEST_CASE("payment: credit is allocated by choice, at most what is left") {
    Account account;
    const domain::PaymentFacts payment = with_allocation(account, "100", "57.10");
    const domain::AllocateFacts facts{.payment = payment, .open_invoices = account.invoices};
    const auto allocate = [&](const char* amount, const char* date) {
        return domain::decide_allocate(
            facts, {payment.payment.id, {{account.invoices[1].id, euro(amount)}}, day(date)},
            account.moment.context());
    };
    CHECK(make::only<Allocation>(*allocate("42.90", "2026-11-20"))[0].amount == euro("42.90"));
    CHECK(make::codes(allocate("42.91", "2026-11-20")) == std::vector{Code::above_credit});
    CHECK(make::codes(allocate("100.01", "2026-11-20")) ==
          std::vector{Code::above_balance, Code::above_credit});
    CHECK(make::codes(allocate("1", "2026-11-09")) == std::vector{Code::date_before_payment});
    // On the 11th there were 100.00 of credit, but on the 12th only 42.90 of them are left.
    CHECK(make::codes(allocate("50", "2026-11-11")) == std::vector{Code::above_credit});
    CHECK(make::codes(allocate("0", "2026-11-20")) == std::vector{Code::amount_not_positive});
}

TEST_CASE("payment: only an unallocated payment can be voided") {
    Account account;
    domain::PaymentFacts facts = with_allocation(account, "57.10", "57.10");
    const auto undo = [&](const char* date, const char* reason,
                          std::optional<base::Date> lock = {}) {
        return domain::decide_void_payment(facts, lock, {facts.payment.id, day(date), reason},
                                           account.moment.context());
    };
    CHECK(make::codes(undo("2026-11-20", "Typed twice")) == std::vector{Code::has_allocations});
    facts.allocations.clear();
    CHECK(make::codes(undo("2026-11-20", " ")) == std::vector{Code::missing});
    CHECK(make::codes(undo("2026-11-09", "x")) == std::vector{Code::date_before_payment});
    CHECK(make::codes(undo("2026-11-20", "x", day("2026-11-10"))) ==
          std::vector{Code::date_locked});
    const auto events = undo("2026-11-20", "Typed twice");
    REQUIRE(events.has_value());
    facts.voided = make::only<domain::PaymentVoid>(*events)[0];
    CHECK(domain::credit_as_at(facts, day("2026-11-19")) == euro("57.10"));
    CHECK(domain::credit_as_at(facts, day("2026-11-20")) == euro("0"));
    CHECK(make::codes(undo("2026-11-20", "x")) == std::vector{Code::payment_voided});
}

TEST_CASE("payment: credit is applied oldest first, never more than the balance") {
    Account account;
    domain::PaymentFacts newer = with_allocation(account, "80", "20");
    domain::PaymentFacts older = with_allocation(account, "30", "10");
    older.payment.received.effective = day("2026-11-01");
    domain::ApplyCreditFacts facts{.invoice = account.invoices[1], .payments = {newer, older}};
    const auto apply = [&](std::optional<domain::Money> at_most = {}) {
        return domain::decide_apply_credit(
            facts, {account.invoices[1].id, day("2026-11-20"), at_most}, account.moment.context());
    };
    const auto both = apply();
    REQUIRE(both.has_value());
    const std::vector<Allocation> allocations = make::only<Allocation>(*both);
    REQUIRE(allocations.size() == 2);
    CHECK(allocations[0].payment == older.payment.id);
    CHECK(allocations[0].amount == euro("20"));
    CHECK(allocations[1].amount == euro("60"));
    CHECK(make::only<Allocation>(*apply(euro("25")))[1].amount == euro("5"));
    facts.invoice.balance = euro("10");
    CHECK(make::only<Allocation>(*apply()).size() == 1);
    facts.payments = {};
    CHECK(make::codes(apply()) == std::vector{Code::no_credit});
    facts.invoice.balance = euro("0");
    CHECK(make::codes(apply()) == std::vector{Code::nothing_open});
    newer.payment.payer = account.moment.id<domain::PartyId>();
    facts = {.invoice = account.invoices[1], .payments = {newer}};
    CHECK(make::codes(apply()) == std::vector{Code::other_account});
}
