#include "domain/journal.h"
#include "unit/domain/make.h"

#include <doctest/doctest.h>

#include <numeric>
#include <string>

namespace {

using domain::AccountKind;
using make::day;
using make::euro;

domain::Dated on(const char* iso) { return {.effective = day(iso), .recorded = {}}; }

std::int64_t sum_of(const domain::JournalEntry& entry) {
    return std::accumulate(
        entry.postings.begin(), entry.postings.end(), std::int64_t{0},
        [](std::int64_t sum, const domain::Posting& one) { return sum + one.amount_minor; });
}

// What an entry posts to accounts of a kind; zero where it posts nothing.
std::int64_t posted(const domain::JournalEntry& entry, AccountKind kind) {
    std::int64_t sum = 0;
    for (const domain::Posting& posting : entry.postings)
        if (posting.account.kind == kind) sum += posting.amount_minor;
    return sum;
}

domain::IssuedInvoice issued(make::Moment& moment) {
    const domain::FinalizeFacts facts = make::finalize_facts(moment);
    const auto events = domain::decide_finalize(facts, {facts.draft.id}, moment.context());
    REQUIRE(events.has_value());
    return make::only<domain::InvoiceIssued>(*events).front().invoice;
}

// An invoice of 100.00 at 19 %, a payment of 150.00 and 119.00 of it allocated.
struct Story {
    make::Moment moment{"2026-11-20"};
    domain::IssuedInvoice invoice = issued(moment);
    domain::Payment payment{.id = moment.id<domain::PaymentId>(),
                            .payer = invoice.recipient.id,
                            .amount = euro("150"),
                            .method = moment.id<domain::MethodId>(),
                            .reference = {},
                            .tendered_memo = {},
                            .note = {},
                            .received = on("2026-11-21")};
    domain::Allocation allocation{.id = moment.id<domain::AllocationId>(),
                                  .payment = payment.id,
                                  .invoice = invoice.id,
                                  .amount = euro("118.98"),
                                  .cash_rounding = euro("0.02"),
                                  .dated = on("2026-11-22")};
    domain::Journal journal;

    domain::JournalEntry follow(const domain::MoneyFact& fact) {
        auto entry = journal.follow(fact);
        REQUIRE(entry.has_value());
        REQUIRE(entry->has_value());
        CHECK(sum_of(**entry) == 0);
        return **std::move(entry);
    }
};

} // namespace

TEST_CASE("journal: an invoice debits its recipient and credits income and tax") {
    Story story;
    const domain::JournalEntry entry = story.follow(story.invoice);
    CHECK(entry.date == story.invoice.issued.effective);
    CHECK(entry.document == story.invoice.number.text);
    CHECK(posted(entry, AccountKind::receivable) == 119'00);
    CHECK(posted(entry, AccountKind::income) == -100'00);
    CHECK(posted(entry, AccountKind::tax) == -19'00);
}

TEST_CASE("journal: a write-off is an expense until it is reversed") {
    Story story;
    story.follow(story.invoice);
    const domain::WriteOff given_up{.id = story.moment.id<domain::WriteOffId>(),
                                    .invoice = story.invoice.id,
                                    .amount = euro("19"),
                                    .reason = "Gone",
                                    .dated = on("2026-11-23")};
    const domain::JournalEntry entry = story.follow(given_up);
    CHECK(posted(entry, AccountKind::write_off) == 19'00);
    CHECK(posted(entry, AccountKind::receivable) == -19'00);
    CHECK(posted(entry, AccountKind::income) == 0);
    CHECK(posted(entry, AccountKind::tax) == 0);
    const domain::JournalEntry back =
        story.follow(domain::WriteOffReversal{.id = story.moment.id<domain::WriteOffReversalId>(),
                                              .write_off = given_up.id,
                                              .invoice = story.invoice.id,
                                              .amount = euro("9"),
                                              .reason = {},
                                              .dated = on("2026-11-24")});
    CHECK(back.date == day("2026-11-24"));
    CHECK(posted(back, AccountKind::write_off) == -9'00);
    CHECK(posted(back, AccountKind::receivable) == 9'00);
}

TEST_CASE("journal: money is the payer's credit until it is allocated") {
    Story story;
    story.follow(story.invoice);
    const domain::JournalEntry received = story.follow(story.payment);
    CHECK(posted(received, AccountKind::money) == 150'00);
    CHECK(posted(received, AccountKind::credit) == -150'00);
    const domain::JournalEntry allocated = story.follow(story.allocation);
    CHECK(posted(allocated, AccountKind::credit) == 118'98);
    CHECK(posted(allocated, AccountKind::cash_rounding) == 2);
    CHECK(posted(allocated, AccountKind::receivable) == -119'00);
}

TEST_CASE("journal: what ends a fact posts its reverse on its own day") {
    Story story;
    const domain::JournalEntry issued = story.follow(story.invoice);
    const domain::JournalEntry received = story.follow(story.payment);
    const domain::JournalEntry allocated = story.follow(story.allocation);

    const domain::JournalEntry released =
        story.follow(domain::Release{.id = story.moment.id<domain::ReleaseId>(),
                                     .allocation = story.allocation.id,
                                     .amount = story.allocation.amount,
                                     .cash_rounding = story.allocation.cash_rounding,
                                     .reason = "wrong invoice",
                                     .dated = on("2026-11-23")});
    CHECK(released.date == day("2026-11-23"));
    for (const AccountKind kind :
         {AccountKind::credit, AccountKind::cash_rounding, AccountKind::receivable})
        CHECK(posted(released, kind) == -posted(allocated, kind));

    const domain::JournalEntry returned =
        story.follow(domain::PaymentVoid{story.payment.id, "typed twice", on("2026-11-24")});
    CHECK(posted(returned, AccountKind::money) == -posted(received, AccountKind::money));

    const domain::JournalEntry voided =
        story.follow(domain::InvoiceVoided{story.invoice.id, 1, "wrong client", on("2026-11-25")});
    CHECK(voided.date == day("2026-11-25"));
    CHECK(posted(voided, AccountKind::receivable) == -posted(issued, AccountKind::receivable));
    CHECK(posted(voided, AccountKind::tax) == -posted(issued, AccountKind::tax));
}

TEST_CASE("journal: a numbered draft that is voided moves nothing a second time") {
    Story story;
    story.follow(story.invoice);
    story.follow(domain::InvoiceReverted{story.invoice.id, 1, "", on("2026-11-21")});
    const auto voided = story.journal.follow(
        domain::InvoiceVoided{story.invoice.id, 2, "not needed", on("2026-11-22")});
    REQUIRE(voided.has_value());
    CHECK_FALSE(voided->has_value());
}

TEST_CASE("journal: a fact about a record that was never seen is refused") {
    Story story;
    const auto entry = story.journal.follow(story.allocation);
    REQUIRE_FALSE(entry.has_value());
    CHECK(entry.error().code == base::Code::not_found);
    CHECK(entry.error().field == "invoice");
}
