#include "domain/journal.h"

#include "base/wide.h"

#include <utility>

namespace domain {

namespace {

using base::Result;

void post(JournalEntry& entry, LedgerAccount account, std::int64_t amount_minor) {
    if (amount_minor != 0)
        entry.postings.push_back({.account = std::move(account), .amount_minor = amount_minor});
}

Result<JournalEntry> reversed(JournalEntry entry, JournalKind kind, base::Date date) {
    entry.kind = kind;
    entry.date = date;
    for (Posting& posting : entry.postings)
        posting.amount_minor = TRY(base::checked_subtract(0, posting.amount_minor));
    return entry;
}

LedgerAccount account_of(AccountKind kind, const base::Uuid& of = {}) {
    return {.kind = kind, .of = of, .tax_code = {}};
}

JournalEntry received(const Payment& payment) {
    JournalEntry entry{.kind = JournalKind::payment,
                       .date = payment.received.effective,
                       .document = {},
                       .party = payment.payer,
                       .currency = payment.amount.currency,
                       .postings = {}};
    post(entry, account_of(AccountKind::money, payment.method.uuid), payment.amount.minor);
    post(entry, account_of(AccountKind::credit, payment.payer.uuid), -payment.amount.minor);
    return entry;
}

template <typename Map, typename Key>
auto find_in(Map& map, const Key& key, const char* field)
    -> Result<decltype(&map.begin()->second)> {
    const auto found = map.find(key);
    if (found == map.end()) return base::fail(base::Code::not_found, field);
    return &found->second;
}

} // namespace

Result<std::optional<JournalEntry>> Journal::follow(const MoneyFact& fact) {
    JournalEntry entry = TRY(std::visit([this](const auto& one) { return entry_of(one); }, fact));
    if (entry.postings.empty()) return std::optional<JournalEntry>();
    return std::optional(std::move(entry));
}

Result<JournalEntry> Journal::entry_of(const IssuedInvoice& invoice) {
    const PartyId account = invoice.recipient.id;
    JournalEntry entry{.kind = JournalKind::invoice,
                       .date = invoice.issued.effective,
                       .document = invoice.number.text,
                       .party = account,
                       .currency = invoice.currency,
                       .postings = {}};
    const Totals& totals = invoice.totals;
    post(entry, account_of(AccountKind::receivable, account.uuid), totals.payable.minor);
    post(entry, account_of(AccountKind::prepaid), totals.prepaid.minor);
    post(entry, account_of(AccountKind::income), -totals.net.minor);
    for (const TaxGroup& group : totals.groups) {
        const bool is_retained = group.tax.retained == Retained::yes;
        post(entry,
             {.kind = is_retained ? AccountKind::retained_tax : AccountKind::tax,
              .of = {},
              .tax_code = group.tax.code},
             is_retained ? group.amount.minor : -group.amount.minor);
    }
    post(entry, account_of(AccountKind::document_rounding), -totals.rounding.minor);
    invoices_.insert_or_assign(invoice.id, Issued{.entry = entry, .version = invoice.version});
    return entry;
}

Result<JournalEntry> Journal::end_of(InvoiceId invoice, const Dated& dated, JournalKind kind) {
    Issued& issued = *TRY(find_in(invoices_, invoice, "invoice"));
    JournalEntry entry = TRY(reversed(issued.entry, kind, dated.effective));
    // A numbered draft that is voided was taken back by its revert.
    if (!issued.is_live) entry.postings.clear();
    issued.is_live = false;
    return entry;
}

Result<JournalEntry> Journal::entry_of(const InvoiceVoided& fact) {
    return end_of(fact.invoice, fact.dated, JournalKind::voided_invoice);
}

Result<JournalEntry> Journal::entry_of(const InvoiceReverted& fact) {
    return end_of(fact.invoice, fact.dated, JournalKind::reverted_invoice);
}

Result<JournalEntry> Journal::entry_of(const Payment& payment) {
    payments_.insert_or_assign(payment.id, payment);
    return received(payment);
}

Result<JournalEntry> Journal::entry_of(const PaymentVoid& fact) {
    const Payment& payment = *TRY(find_in(payments_, fact.payment, "payment"));
    return reversed(received(payment), JournalKind::voided_payment, fact.dated.effective);
}

Result<JournalEntry> Journal::moved(const Allocation& allocation, Money amount, Money rounding,
                                    JournalKind kind) const {
    const Issued& issued = *TRY(find_in(invoices_, allocation.invoice, "invoice"));
    const Payment& payment = *TRY(find_in(payments_, allocation.payment, "payment"));
    JournalEntry entry{.kind = kind,
                       .date = allocation.dated.effective,
                       .document = issued.entry.document,
                       .party = issued.entry.party,
                       .currency = amount.currency,
                       .postings = {}};
    const std::int64_t settled = TRY(base::checked_add(amount.minor, rounding.minor));
    post(entry, account_of(AccountKind::credit, payment.payer.uuid), amount.minor);
    post(entry, account_of(AccountKind::cash_rounding), rounding.minor);
    post(entry, account_of(AccountKind::receivable, issued.entry.party.uuid), -settled);
    return entry;
}

Result<JournalEntry> Journal::entry_of(const Allocation& allocation) {
    allocations_.insert_or_assign(allocation.id, allocation);
    return moved(allocation, allocation.amount, allocation.cash_rounding, JournalKind::allocation);
}

Result<JournalEntry> Journal::entry_of(const Release& release) {
    const Allocation& allocation = *TRY(find_in(allocations_, release.allocation, "allocation"));
    return reversed(
        TRY(moved(allocation, release.amount, release.cash_rounding, JournalKind::release)),
        JournalKind::release, release.dated.effective);
}

Result<JournalEntry> Journal::written_off(InvoiceId invoice, Money amount, base::Date date,
                                          JournalKind kind) {
    const Issued& issued = *TRY(find_in(invoices_, invoice, "invoice"));
    JournalEntry entry{.kind = kind,
                       .date = date,
                       .document = issued.entry.document,
                       .party = issued.entry.party,
                       .currency = amount.currency,
                       .postings = {}};
    post(entry, account_of(AccountKind::write_off), amount.minor);
    post(entry, account_of(AccountKind::receivable, issued.entry.party.uuid), -amount.minor);
    return entry;
}

Result<JournalEntry> Journal::entry_of(const WriteOff& fact) {
    return written_off(fact.invoice, fact.amount, fact.dated.effective, JournalKind::write_off);
}

Result<JournalEntry> Journal::entry_of(const WriteOffReversal& fact) {
    return written_off(fact.invoice, TRY(negate(fact.amount)), fact.dated.effective,
                       JournalKind::write_off_reversal);
}

} // namespace domain
