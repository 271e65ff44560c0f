#include "domain/decide_invoice.h"

#include "domain/checks.h"
#include "domain/limits.h"

#include <algorithm>

namespace domain {

namespace {

using base::Code;
using base::Result;

// The sum over all days: what was released or reversed again no longer stands in the way.
std::int64_t live_sum(const InvoiceFacts& facts, EntryKind kind) {
    std::int64_t sum = 0;
    for (const Entry& entry : facts.entries)
        if (entry.kind == kind) sum += entry.amount_minor; // Each at most amount_minor_max.
    return sum;
}

// Rules section 3, "Revert to draft needs".
void check_nothing_hangs_on(const InvoiceFacts& money, Checks& checks) {
    if (live_sum(money, EntryKind::allocation) > live_sum(money, EntryKind::release))
        checks.refuse(Code::has_allocations, "invoice");
    if (live_sum(money, EntryKind::credit_note) > 0)
        checks.refuse(Code::has_credit_notes, "invoice");
    if (live_sum(money, EntryKind::write_off) > 0) checks.refuse(Code::has_write_offs, "invoice");
    if (live_sum(money, EntryKind::late_fee) > 0) checks.refuse(Code::has_late_fees, "invoice");
    if (live_sum(money, EntryKind::refund) > 0) checks.refuse(Code::has_refunds, "invoice");
}

Checks check_take_back(const TakeBackFacts& facts, base::Date date, const Context& context) {
    Checks checks;
    if (facts.money.voided_on.has_value())
        checks.refuse(Code::already_voided, "invoice");
    else if (facts.money.reverted_on.has_value())
        checks.refuse(Code::already_draft, "invoice");
    check_nothing_hangs_on(facts.money, checks);
    const base::Date issue_date = facts.invoice.issued.effective;
    if (facts.lock_date.has_value() && issue_date <= *facts.lock_date)
        checks.refuse(Code::date_locked, "invoice", base::iso_text(*facts.lock_date));
    if (facts.strictness == Strictness::strict && facts.left == LeftProgram::sent_or_taken_out)
        checks.refuse(Code::left_program, "invoice");
    checks.dated(date, facts.lock_date, context.today, "date");
    checks.not_before(date, issue_date, Code::date_before_issue, "date");
    if (!facts.money.entries.empty()) {
        const base::Date last = std::ranges::max(facts.money.entries, {}, &Entry::date).date;
        checks.not_before(date, last, Code::date_before_last_fact, "date");
    }
    return checks;
}

std::vector<TaxId> definitions_of(const std::vector<AppliedTax>& taxes) {
    std::vector<TaxId> ids;
    for (const AppliedTax& tax : taxes)
        if (tax.definition.has_value()) ids.push_back(*tax.definition);
    return ids;
}

// An order key for the i-th of at most invoice_lines_max lines: "0000", "0001", ...
std::string position_at(std::size_t index) {
    const std::string digits = std::to_string(index);
    return std::string(4 - std::min<std::size_t>(4, digits.size()), '0') + digits;
}

DraftLine draft_line(const IssuedLine& line, std::size_t index) {
    return {.id = line.id,
            .position = position_at(index),
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
            .taxes = definitions_of(line.taxes),
            .supply_date = line.supply_date,
            .practitioner = line.practitioner,
            .location = line.location};
}

Draft draft_of(const IssuedInvoice& invoice, const Terms& terms) {
    Draft draft{.id = invoice.id,
                .client = invoice.client.id,
                .recipient = invoice.recipient.id,
                .practitioner = invoice.practitioner,
                .location = invoice.location,
                .currency = invoice.currency,
                .price_mode = invoice.price_mode,
                .issue_date = invoice.issued.effective,
                .due_date = invoice.due_date,
                .terms = terms,
                .reference = invoice.reference,
                .memo = invoice.memo,
                .footer = invoice.footer,
                .rate_memo = invoice.rate_memo};
    for (std::size_t i = 0; i < invoice.lines.size(); ++i)
        draft.lines.push_back(draft_line(invoice.lines[i], i));
    for (const DocumentAdjustment& given : invoice.adjustments) {
        DraftAdjustment adjustment{.adjustment = given.adjustment, .taxes = {}};
        if (given.taxes.has_value()) adjustment.taxes = definitions_of(*given.taxes);
        draft.adjustments.push_back(std::move(adjustment));
    }
    return draft;
}

} // namespace

Result<Events> decide_revert(const TakeBackFacts& facts, const RevertInvoice& command,
                             const Context& context) {
    if (command.invoice != facts.invoice.id) return base::fail(Code::not_found, "invoice");
    TRY_VOID(check_take_back(facts, command.date, context).result());
    // No due date was agreed, so none is to be made up when the draft is finalized again.
    Draft draft = draft_of(facts.invoice, Terms{.kind = TermsKind::none});
    draft.reverted = Reverted{.number = facts.invoice.number,
                              .replaces_version = facts.invoice.version,
                              .reverted_on = command.date};
    return Events{InvoiceReverted{.invoice = facts.invoice.id,
                                  .version = facts.invoice.version,
                                  .reason = command.reason,
                                  .dated = {.effective = command.date, .recorded = context.now}},
                  DraftWritten{std::move(draft)}};
}

Result<Events> decide_void(const TakeBackFacts& facts, const VoidInvoice& command,
                           const Context& context) {
    if (command.invoice != facts.invoice.id) return base::fail(Code::not_found, "invoice");
    Checks checks = check_take_back(facts, command.date, context);
    checks.required(command.reason, long_text_length_max, "reason");
    TRY_VOID(checks.result());
    return Events{InvoiceVoided{.invoice = facts.invoice.id,
                                .version = facts.invoice.version,
                                .reason = command.reason,
                                .dated = {.effective = command.date, .recorded = context.now}}};
}

Result<Events> decide_void_draft(const Draft& draft, const std::optional<base::Date>& lock_date,
                                 const VoidInvoice& command, const Context& context) {
    if (command.invoice != draft.id) return base::fail(Code::not_found, "invoice");
    if (!draft.reverted.has_value()) return base::fail(Code::not_numbered, "invoice");
    Checks checks;
    checks.dated(command.date, lock_date, context.today, "date");
    checks.not_before(command.date, draft.reverted->reverted_on, Code::date_before_last_fact,
                      "date");
    checks.required(command.reason, long_text_length_max, "reason");
    TRY_VOID(checks.result());
    return Events{InvoiceVoided{.invoice = draft.id,
                                .version = draft.reverted->replaces_version,
                                .reason = command.reason,
                                .dated = {.effective = command.date, .recorded = context.now}}};
}

Result<Events> decide_delete_draft(const Draft& draft) {
    if (draft.reverted.has_value())
        return base::fail(Code::draft_numbered, "invoice", draft.reverted->number.text);
    return Events{DraftDeleted{draft.id}};
}

Result<Events> decide_duplicate(const IssuedInvoice& invoice, const Terms& terms,
                                const Context& context) {
    return decide_duplicate(draft_of(invoice, terms), context);
}

Result<Events> decide_duplicate(const Draft& draft, const Context& context) {
    Draft copy = draft;
    copy.id = context.new_id<InvoiceId>();
    copy.issue_date.reset();
    copy.due_date.reset();
    copy.reverted.reset();
    copy.rate_memo.clear(); // The rate of another day.
    copy.wants_credit_applied = false;
    for (DraftLine& line : copy.lines) {
        line.id = context.new_id<LineId>();
        line.supply_date.reset();
    }
    return Events{DraftWritten{std::move(copy)}};
}

} // namespace domain
