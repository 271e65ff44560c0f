// Finalize: from a draft to an issued invoice (decide_invoice.h).
#include "domain/adjustment.h"
#include "domain/checks.h"
#include "domain/decide_invoice.h"
#include "domain/legal.h"

#include <algorithm>
#include <utility>

namespace domain {

namespace {

using base::Code;
using base::Result;

// The invoice as it would be issued, still without a number, and what stands against it.
struct Preparation {
    std::optional<IssuedInvoice> invoice;
    Checks checks;
};

PartySnapshot nobody() { return {}; }

template <typename Record, typename RecordId>
std::string name_of(const std::vector<Record>& records, const std::optional<RecordId>& id,
                    const std::string& otherwise) {
    if (!id.has_value()) return otherwise;
    const auto found = std::ranges::find(records, *id, &Record::id);
    return found == records.end() ? otherwise : found->name;
}

// Rules 2.9: the country decides which date the tax counts from.
base::Date tax_point(const CountryProfile& profile, const std::vector<IssuedLine>& lines,
                     base::Date issue_date) {
    base::Date supplied = issue_date;
    if (!lines.empty())
        supplied = std::ranges::max(lines, {}, &IssuedLine::supply_date).supply_date;
    switch (profile.tax_point) {
    case TaxPointRule::issue_date: return issue_date;
    case TaxPointRule::supply_date: return supplied;
    case TaxPointRule::issue_date_if_near: {
        const std::int64_t days_after = base::days_between(supplied, issue_date);
        return days_after >= 0 && days_after <= profile.tax_point_days ? issue_date : supplied;
    }
    }
    return issue_date;
}

IssuedLine issued_line(const FinalizeFacts& facts, const DraftLine& line, const TotalsLine& priced,
                       base::Date issue_date) {
    return {.id = line.id,
            .kind = line.kind,
            .source = line.source,
            .name = line.name,
            .detail = line.detail,
            .code = line.code,
            .quantity = line.quantity,
            .unit = line.unit,
            .unit_price = line.unit_price,
            .price_base_quantity = line.price_base_quantity,
            .adjustments = line.adjustments,
            .taxes = priced.taxes,
            .supply_date = line.supply_date.value_or(issue_date),
            .practitioner = line.practitioner ? line.practitioner : facts.draft.practitioner,
            .location = line.location ? line.location : facts.draft.location,
            .practitioner_name =
                name_of(facts.practitioners, line.practitioner, facts.practitioner_name),
            .location_name = name_of(facts.locations, line.location, facts.location_name)};
}

const Practitioner* practitioner_of(const FinalizeFacts& facts) {
    const auto found =
        std::ranges::find_if(facts.practitioners, [&facts](const Practitioner& practitioner) {
            return practitioner.id == facts.draft.practitioner;
        });
    return found == facts.practitioners.end() ? nullptr : &*found;
}

IssuedInvoice assemble(const FinalizeFacts& facts, const TotalsInput& input, Totals totals,
                       base::Date issue_date, std::optional<base::Date> due,
                       const Context& context) {
    const Draft& draft = facts.draft;
    std::vector<IssuedLine> lines;
    const std::vector<DraftLine> ordered = ordered_lines(draft.lines);
    lines.reserve(ordered.size());
    for (std::size_t i = 0; i < ordered.size(); ++i)
        lines.push_back(issued_line(facts, ordered[i], input.lines[i], issue_date));
    const base::Date taxed_on = tax_point(*facts.profile, lines, issue_date);
    const Practitioner* practitioner = practitioner_of(facts);
    return {.id = draft.id,
            .version = draft.reverted ? draft.reverted->replaces_version + 1 : 1,
            .number = {},
            .issued = {.effective = issue_date, .recorded = context.now},
            .due_date = due,
            .tax_point = taxed_on,
            .sender = facts.practice,
            .client = facts.client.value_or(nobody()),
            .recipient = facts.recipient.value_or(nobody()),
            .practitioner = draft.practitioner,
            .location = draft.location,
            .practitioner_name = facts.practitioner_name,
            .practitioner_title = practitioner ? practitioner->title : std::string(),
            .practitioner_registration =
                practitioner ? practitioner->registration_number : std::string(),
            .location_name = facts.location_name,
            .currency = draft.currency,
            .locale = facts.settings.locale,
            .paper = facts.settings.paper,
            .price_mode = draft.price_mode,
            .tax_rounding = facts.settings.tax_rounding,
            .rounding = input.rounding,
            .reference = draft.reference,
            .memo = draft.memo,
            .footer = draft.footer,
            .rate_memo = draft.rate_memo,
            .lines = std::move(lines),
            .adjustments = input.adjustments,
            .totals = std::move(totals)};
}

// The number a reverted draft kept must still fit its issue date, where the year is part of it.
void check_number_date(const FinalizeFacts& facts, base::Date issue_date, Checks& checks) {
    if (const auto& reverted = facts.draft.reverted) {
        if (reverted->number.year != 0 && reverted->number.year != issue_date.civil().year)
            checks.refuse(Code::series_year_passed, "issue_date",
                          std::to_string(reverted->number.year));
        return;
    }
    const std::optional<base::Date>& last = facts.series.last_issue_date;
    if (facts.profile->issue_order == IssueOrder::ascending && last.has_value())
        checks.not_before(issue_date, *last, Code::issue_before_series, "issue_date");
    const Result<NumberTaken> number = take_number(facts.series, issue_date);
    if (!number.has_value()) checks.refuse(number.error(), "");
}

// The reasons of rules section 3, in their order.
Preparation prepare(const FinalizeFacts& facts, const Context& context) {
    Preparation prepared;
    Checks& checks = prepared.checks;
    const Draft& draft = facts.draft;
    const base::Date issue_date = draft.issue_date.value_or(context.today);

    if (draft.lines.empty()) checks.refuse(Code::no_lines, "lines");
    if (!facts.client.has_value() || !facts.recipient.has_value())
        checks.refuse(Code::no_client, "client");
    std::optional<base::Date> due = draft.due_date;
    if (!due.has_value()) {
        const Result<std::optional<base::Date>> by_terms = due_date(draft.terms, issue_date);
        if (by_terms.has_value())
            due = *by_terms;
        else
            checks.refuse(by_terms.error(), "due_date");
    }
    if (due.has_value()) checks.not_before(*due, issue_date, Code::due_before_issue, "due_date");

    const Result<TotalsInput> input = totals_input(draft, facts.taxes, facts.settings, issue_date);
    Result<Totals> totals =
        input.has_value() ? compute_totals(*input) : Result<Totals>(std::unexpected(input.error()));
    if (!totals.has_value())
        checks.refuse(totals.error(), "");
    else if (totals->gross.minor < 0 || totals->payable.minor < 0)
        checks.refuse(Code::total_below_zero, "lines", plain_text(totals->gross));

    if (issue_date > context.today) checks.refuse(Code::issue_date_in_future, "issue_date");
    checks.dated(std::min(issue_date, context.today), facts.settings.lock_date, context.today,
                 "issue_date");
    check_number_date(facts, issue_date, checks);
    if (totals.has_value()) {
        prepared.invoice = assemble(facts, *input, *std::move(totals), issue_date, due, context);
        for (const LegalRequirement& unmet : unmet_requirements(*facts.profile, *prepared.invoice))
            checks.refuse(Code::legal_field_missing, std::string(legal_field_path(unmet.field)),
                          std::string(unmet.source));
    }
    return prepared;
}

// The wish of the draft, carried out with the credit then left: oldest first, at most what is due.
void apply_credit(const FinalizeFacts& facts, const IssuedInvoice& invoice, const Context& context,
                  Events& events) {
    std::vector<HeldCredit> credit = facts.credit;
    std::ranges::sort(credit, [](const HeldCredit& a, const HeldCredit& b) {
        return a.received != b.received ? a.received < b.received : a.payment < b.payment;
    });
    std::int64_t open = invoice.totals.payable.minor;
    for (const HeldCredit& held : credit) {
        const std::int64_t used = std::min(open, held.left.minor);
        if (used <= 0 || held.left.currency != invoice.currency) continue;
        events.push_back(
            Allocation{.id = context.new_id<AllocationId>(),
                       .payment = held.payment,
                       .invoice = invoice.id,
                       .amount = {used, invoice.currency},
                       .cash_rounding = {0, invoice.currency},
                       .dated = {.effective = context.today, .recorded = context.now}});
        open -= used;
    }
}

} // namespace

Result<Events> decide_finalize(const FinalizeFacts& facts, const FinalizeInvoice& command,
                               const Context& context) {
    if (command.invoice != facts.draft.id) return base::fail(Code::not_found, "invoice");
    Preparation prepared = prepare(facts, context);
    TRY_VOID(prepared.checks.result());
    IssuedInvoice& invoice = *prepared.invoice;
    Events events;
    if (facts.draft.reverted.has_value()) {
        invoice.number = facts.draft.reverted->number;
    } else {
        NumberTaken taken = TRY(take_number(facts.series, invoice.issued.effective));
        invoice.number = std::move(taken.number);
        events.push_back(SeriesAdvanced{std::move(taken.after)});
    }
    events.insert(events.begin(), InvoiceIssued{invoice});
    if (facts.draft.wants_credit_applied) apply_credit(facts, invoice, context, events);
    return events;
}

Result<IssuedInvoice> as_issued(const FinalizeFacts& facts, const Context& context) {
    const base::Date issue_date = facts.draft.issue_date.value_or(context.today);
    const TotalsInput input =
        TRY(totals_input(facts.draft, facts.taxes, facts.settings, issue_date));
    Totals totals = TRY(compute_totals(input));
    std::optional<base::Date> due = facts.draft.due_date;
    if (!due.has_value()) due = TRY(due_date(facts.draft.terms, issue_date));
    return assemble(facts, input, std::move(totals), issue_date, due, context);
}

std::vector<base::Error> finalize_reasons(const FinalizeFacts& facts, const Context& context) {
    return prepare(facts, context).checks.errors();
}

} // namespace domain
