// Rules section 3: finalize, and what stands against it.
#include "unit/domain/make.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using base::Code;
using domain::FinalizeFacts;
using make::day;
using make::euro;

std::vector<Code> reasons(const FinalizeFacts& facts, make::Moment& moment) {
    return make::codes(domain::finalize_reasons(facts, moment.context()));
}

} // namespace

TEST_CASE("finalize: gives the number and freezes what the document prints") {
    make::Moment moment("2026-11-20");
    const FinalizeFacts facts = make::finalize_facts(moment);
    const auto events = domain::decide_finalize(facts, {facts.draft.id}, moment.context());
    REQUIRE(events.has_value());
    REQUIRE(events->size() == 2);
    const domain::IssuedInvoice invoice = make::only<domain::InvoiceIssued>(*events)[0].invoice;
    CHECK(invoice.id == facts.draft.id);
    CHECK(invoice.version == 1);
    CHECK(invoice.number.text == "INV-0001");
    CHECK(invoice.issued.effective == day("2026-11-20"));
    CHECK(invoice.due_date == day("2026-12-04"));
    CHECK(invoice.totals.gross == euro("119"));
    CHECK(invoice.sender.name == "Praxis Linden");
    CHECK(invoice.recipient.name == "Grace Adeyemi");
    CHECK(invoice.lines[0].supply_date == day("2026-11-20"));
    CHECK(domain::verify_totals(invoice).has_value());
    CHECK(make::only<domain::SeriesAdvanced>(*events)[0].series.next_counter == 2);
}

TEST_CASE("finalize: stored totals that the lines do not give are shown") {
    make::Moment moment("2026-11-20");
    const FinalizeFacts facts = make::finalize_facts(moment);
    const auto events = domain::decide_finalize(facts, {facts.draft.id}, moment.context());
    REQUIRE(events.has_value());
    domain::IssuedInvoice invoice = make::only<domain::InvoiceIssued>(*events)[0].invoice;
    invoice.totals.gross = euro("119.01");
    const auto verified = domain::verify_totals(invoice);
    REQUIRE_FALSE(verified.has_value());
    CHECK(verified.error().code == Code::totals_differ);
    CHECK(verified.error().field == "totals.gross");
    CHECK(verified.error().detail == "119.00");
}

TEST_CASE("finalize: each reason against it, with its field") {
    struct Row {
        const char* name;
        void (*change)(FinalizeFacts&);
        Code code;
        const char* field;
    };
    const std::vector<Row> rows = {
        {"no lines", [](FinalizeFacts& f) { f.draft.lines.clear(); }, Code::no_lines, "lines"},
        {"no client", [](FinalizeFacts& f) { f.client.reset(); }, Code::no_client, "client"},
        {"due before issue", [](FinalizeFacts& f) { f.draft.due_date = day("2026-11-19"); },
         Code::due_before_issue, "due_date"},
        {"total below zero",
         [](FinalizeFacts& f) { f.draft.lines[0].quantity = make::number("-1"); },
         Code::total_below_zero, "lines"},
        {"mixed currency",
         [](FinalizeFacts& f) {
             f.draft.lines[0].adjustments = {{.size = domain::Money{1, make::currency("USD")}}};
         },
         Code::currency_mixed, "lines[0].adjustments[0]"},
        {"future issue date", [](FinalizeFacts& f) { f.draft.issue_date = day("2026-11-21"); },
         Code::issue_date_in_future, "issue_date"},
        {"locked", [](FinalizeFacts& f) { f.settings.lock_date = day("2026-11-20"); },
         Code::date_locked, "issue_date"},
        {"before the last of its series",
         [](FinalizeFacts& f) {
             f.draft.issue_date = day("2026-11-18");
             f.series.last_issue_date = day("2026-11-19");
         },
         Code::issue_before_series, "issue_date"},
        {"series closed", [](FinalizeFacts& f) { f.series.is_closed = true; }, Code::series_closed,
         ""},
        {"no tax number", [](FinalizeFacts& f) { f.practice.tax_number.clear(); },
         Code::legal_field_missing, "practice.tax_number"},
        {"no recipient address", [](FinalizeFacts& f) { f.recipient->address = {}; },
         Code::legal_field_missing, "recipient.address"},
        {"a line that says nothing", [](FinalizeFacts& f) { f.draft.lines[0].name.clear(); },
         Code::legal_field_missing, "lines.name"},
        {"reverse charge without the customer's number",
         [](FinalizeFacts& f) {
             f.taxes[0].category = domain::TaxCategory::reverse_charge;
             f.taxes[0].rates[0].rate = {};
             f.taxes[0].exemption_reason = "Reverse charge";
         },
         Code::legal_field_missing, "recipient.tax_number"},
        {"exempt without a reason",
         [](FinalizeFacts& f) {
             f.taxes[0].category = domain::TaxCategory::exempt;
             f.taxes[0].rates[0].rate = {};
         },
         Code::legal_field_missing, "taxes.exemption_reason"},
        {"foreign currency without the rate",
         [](FinalizeFacts& f) { f.draft.currency = make::currency("USD"); },
         Code::legal_field_missing, "rate_memo"},
        {"a supply before the tax's first rate",
         [](FinalizeFacts& f) { f.draft.lines[0].supply_date = day("2006-12-31"); },
         Code::no_rate_on_date, "lines[0].taxes[0]"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.name));
        make::Moment moment("2026-11-20");
        FinalizeFacts facts = make::finalize_facts(moment);
        row.change(facts);
        const std::vector<base::Error> found = domain::finalize_reasons(facts, moment.context());
        REQUIRE(found.size() == 1);
        CHECK(found[0].code == row.code);
        CHECK(found[0].field == row.field);
        CHECK_FALSE(domain::decide_finalize(facts, {facts.draft.id}, moment.context()).has_value());
    }
}

TEST_CASE("finalize: all reasons come at once, in the order of the rules") {
    make::Moment moment("2026-11-20");
    FinalizeFacts facts = make::finalize_facts(moment);
    facts.draft.lines.clear();
    facts.client.reset();
    facts.draft.due_date = day("2026-11-01");
    facts.settings.lock_date = day("2026-11-20");
    CHECK(reasons(facts, moment) ==
          std::vector{Code::no_lines, Code::no_client, Code::due_before_issue, Code::date_locked});
}

TEST_CASE("finalize: back-dating within a series is refused only where the country asks") {
    make::Moment moment("2026-11-20");
    FinalizeFacts facts = make::finalize_facts(moment);
    facts.draft.issue_date = day("2026-11-18");
    facts.series.last_issue_date = day("2026-11-19");
    facts.profile = *domain::country_profile("US");
    CHECK(reasons(facts, moment).empty());
}

TEST_CASE("finalize: the supply date chooses the rate") {
    make::Moment moment("2026-11-20");
    FinalizeFacts facts = make::finalize_facts(moment);
    facts.taxes[0].rates.push_back({day("2026-11-15"), make::percent("21")});
    facts.draft.lines[0].supply_date = day("2026-11-14");
    const auto before = domain::decide_finalize(facts, {facts.draft.id}, moment.context());
    REQUIRE(before.has_value());
    CHECK(make::only<domain::InvoiceIssued>(*before)[0].invoice.totals.tax == euro("19"));
    facts.draft.lines[0].supply_date = day("2026-11-15");
    const auto after = domain::decide_finalize(facts, {facts.draft.id}, moment.context());
    REQUIRE(after.has_value());
    CHECK(make::only<domain::InvoiceIssued>(*after)[0].invoice.totals.tax == euro("21"));
}

TEST_CASE("finalize: the tax point follows the country") {
    struct Row {
        const char* country;
        const char* supplied;
        const char* tax_point;
    };
    for (const Row& row :
         {Row{"DE", "2026-11-10", "2026-11-10"}, Row{"US", "2026-11-10", "2026-11-20"},
          Row{"GB", "2026-11-06", "2026-11-20"}, // 14 days
          Row{"GB", "2026-11-05", "2026-11-05"}, // 15 days
          Row{"GB", "2026-11-25", "2026-11-25"}}) {
        CAPTURE(std::string(row.country));
        CAPTURE(std::string(row.supplied));
        make::Moment moment("2026-11-20");
        FinalizeFacts facts = make::finalize_facts(moment);
        facts.profile = *domain::country_profile(row.country);
        facts.draft.rate_memo = "1 EUR = 1 unit";
        facts.draft.lines[0].supply_date = day(row.supplied);
        const auto events = domain::decide_finalize(facts, {facts.draft.id}, moment.context());
        REQUIRE(events.has_value());
        CHECK(make::only<domain::InvoiceIssued>(*events)[0].invoice.tax_point ==
              day(row.tax_point));
    }
}

TEST_CASE("finalize: the wish to apply credit takes the oldest first, at most what is due") {
    make::Moment moment("2026-11-20");
    FinalizeFacts facts = make::finalize_facts(moment);
    facts.draft.wants_credit_applied = true;
    const auto newer = moment.id<domain::PaymentId>();
    const auto older = moment.id<domain::PaymentId>();
    facts.credit = {{newer, day("2026-11-02"), euro("100")},
                    {older, day("2026-11-01"), euro("30")}};
    const auto events = domain::decide_finalize(facts, {facts.draft.id}, moment.context());
    REQUIRE(events.has_value());
    const auto applied = make::only<domain::Allocation>(*events);
    REQUIRE(applied.size() == 2);
    CHECK(applied[0].payment == older);
    CHECK(applied[0].amount == euro("30"));
    CHECK(applied[1].amount == euro("89"));
    CHECK(make::only<domain::InvoiceIssued>(*events)[0].invoice.totals.gross == euro("119"));
}

TEST_CASE("finalize: payable is rounded to the practice's coins") {
    make::Moment moment("2026-11-20");
    FinalizeFacts facts = make::finalize_facts(moment);
    facts.settings.document_step_minor = 5;
    facts.draft.lines[0].unit_price = make::number("100.02");
    const auto events = domain::decide_finalize(facts, {facts.draft.id}, moment.context());
    REQUIRE(events.has_value());
    const domain::IssuedInvoice invoice = make::only<domain::InvoiceIssued>(*events)[0].invoice;
    CHECK(invoice.totals.gross == euro("119.02"));
    CHECK(invoice.totals.payable == euro("119.00"));
}

TEST_CASE("finalize: lines stand in the order of their positions") {
    make::Moment moment("2026-11-20");
    FinalizeFacts facts = make::finalize_facts(moment);
    facts.draft.lines[0].position = "b";
    facts.draft.lines.push_back(facts.draft.lines[0]);
    facts.draft.lines[1].id = moment.id<domain::LineId>();
    facts.draft.lines[1].position = "a";
    facts.draft.lines[1].name = "First";
    const auto events = domain::decide_finalize(facts, {facts.draft.id}, moment.context());
    REQUIRE(events.has_value());
    CHECK(make::only<domain::InvoiceIssued>(*events)[0].invoice.lines[0].name == "First");
}
