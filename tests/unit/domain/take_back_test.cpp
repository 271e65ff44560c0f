// Rules section 3: revert, void, delete, duplicate.
#include "unit/domain/make.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using base::Code;
using domain::EntryKind;
using make::day;
using make::euro;

struct Issued {
    make::Moment moment{"2026-11-20"};
    domain::FinalizeFacts draft_facts = make::finalize_facts(moment);
    domain::TakeBackFacts facts = taken();

    domain::TakeBackFacts taken() {
        const auto events =
            domain::decide_finalize(draft_facts, {draft_facts.draft.id}, moment.context());
        REQUIRE(events.has_value());
        const domain::IssuedInvoice invoice = make::only<domain::InvoiceIssued>(*events)[0].invoice;
        return {.invoice = invoice,
                .money = {.id = invoice.id,
                          .account = invoice.recipient.id,
                          .payable = invoice.totals.payable,
                          .issue_date = invoice.issued.effective}};
    }

    base::Result<domain::Events> revert(const char* date = "2026-11-20") {
        return domain::decide_revert(facts, {facts.invoice.id, day(date), ""}, moment.context());
    }
    base::Result<domain::Events> undo(const char* reason = "Wrong client") {
        return domain::decide_void(facts, {facts.invoice.id, day("2026-11-20"), reason},
                                   moment.context());
    }
};

} // namespace

TEST_CASE("revert: the draft keeps its number and is finalized as version 2") {
    Issued issued;
    const auto events = issued.revert();
    REQUIRE(events.has_value());
    CHECK(make::only<domain::InvoiceReverted>(*events)[0].version == 1);
    domain::FinalizeFacts again = issued.draft_facts;
    again.draft = make::only<domain::DraftWritten>(*events)[0].draft;
    CHECK(again.draft.reverted->number.text == "INV-0001");
    CHECK(again.draft.lines[0].taxes == issued.draft_facts.draft.lines[0].taxes);
    // The series went on meanwhile; the reverted number is not taken again.
    again.series.next_counter = 9;
    again.series.last_issue_date = day("2026-11-20");
    const auto second = domain::decide_finalize(again, {again.draft.id}, issued.moment.context());
    REQUIRE(second.has_value());
    const domain::IssuedInvoice invoice = make::only<domain::InvoiceIssued>(*second)[0].invoice;
    CHECK(invoice.version == 2);
    CHECK(invoice.number.text == "INV-0001");
    CHECK(invoice.totals == issued.facts.invoice.totals);
    CHECK(make::only<domain::SeriesAdvanced>(*second).empty());
}

TEST_CASE("revert and void: what hangs on the invoice stands in the way") {
    struct Row {
        const char* name;
        EntryKind kind;
        Code code;
    };
    for (const Row& row : {Row{"allocation", EntryKind::allocation, Code::has_allocations},
                           Row{"credit note", EntryKind::credit_note, Code::has_credit_notes},
                           Row{"write-off", EntryKind::write_off, Code::has_write_offs},
                           Row{"late fee", EntryKind::late_fee, Code::has_late_fees},
                           Row{"refund", EntryKind::refund, Code::has_refunds}}) {
        CAPTURE(std::string(row.name));
        Issued issued;
        issued.facts.money.entries = {{row.kind, day("2026-11-20"), 100}};
        CHECK(make::codes(issued.revert()) == std::vector{row.code});
        CHECK(make::codes(issued.undo()) == std::vector{row.code});
    }
}

TEST_CASE("revert: an allocation given back no longer stands in the way") {
    Issued issued;
    issued.facts.money.entries = {{EntryKind::allocation, day("2026-11-20"), 100},
                                  {EntryKind::release, day("2026-11-20"), 100}};
    CHECK(issued.revert().has_value());
}

TEST_CASE("revert: a strict country refuses once the document has left") {
    Issued issued;
    issued.facts.left = domain::LeftProgram::sent_or_taken_out;
    CHECK(issued.revert().has_value());
    issued.facts.strictness = domain::Strictness::strict;
    CHECK(make::codes(issued.revert()) == std::vector{Code::left_program});
    CHECK(make::codes(issued.undo()) == std::vector{Code::left_program});
}

TEST_CASE("revert: dates, locks, and things already done") {
    Issued issued;
    CHECK(make::codes(issued.revert("2026-11-19")) == std::vector{Code::date_before_issue});
    CHECK(make::codes(issued.revert("2026-11-21")) == std::vector{Code::date_in_future});
    issued.facts.lock_date = day("2026-11-20");
    CHECK(make::codes(issued.revert()) == std::vector{Code::date_locked, Code::date_locked});
    issued.facts.lock_date.reset();
    issued.facts.money.reverted_on = day("2026-11-20");
    CHECK(make::codes(issued.revert()) == std::vector{Code::already_draft});
    issued.facts.money.voided_on = day("2026-11-20");
    CHECK(make::codes(issued.undo()) == std::vector{Code::already_voided});
}

TEST_CASE("void: needs a reason") {
    Issued issued;
    CHECK(make::codes(issued.undo("")) == std::vector{Code::missing});
    const auto events = issued.undo();
    REQUIRE(events.has_value());
    CHECK(make::only<domain::InvoiceVoided>(*events)[0].reason == "Wrong client");
}

TEST_CASE("void and delete: a draft with a number is voided, one without is deleted") {
    Issued issued;
    const domain::Draft plain = issued.draft_facts.draft;
    const auto reverted = issued.revert();
    REQUIRE(reverted.has_value());
    const domain::Draft numbered = make::only<domain::DraftWritten>(*reverted)[0].draft;
    const domain::VoidInvoice command{plain.id, day("2026-11-20"), "Entered twice"};
    CHECK(domain::decide_delete_draft(plain).has_value());
    CHECK(make::codes(domain::decide_delete_draft(numbered)) == std::vector{Code::draft_numbered});
    CHECK(domain::decide_void_draft(numbered, {}, command, issued.moment.context()).has_value());
    CHECK(make::codes(domain::decide_void_draft(plain, {}, command, issued.moment.context())) ==
          std::vector{Code::not_numbered});
}

TEST_CASE("duplicate: the same lines under new ids, without number and dates") {
    Issued issued;
    const auto events = domain::decide_duplicate(issued.facts.invoice, {}, issued.moment.context());
    REQUIRE(events.has_value());
    const domain::Draft copy = make::only<domain::DraftWritten>(*events)[0].draft;
    CHECK(copy.id != issued.facts.invoice.id);
    CHECK(copy.lines[0].id != issued.facts.invoice.lines[0].id);
    CHECK(copy.lines[0].name == "Session");
    CHECK(copy.client == issued.draft_facts.draft.client);
    CHECK_FALSE(copy.reverted.has_value());
    CHECK_FALSE(copy.issue_date.has_value());
    CHECK_FALSE(copy.lines[0].supply_date.has_value());
}
