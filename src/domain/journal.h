// The book as double entry: what each money fact debits and credits.
//
// One fact is one entry, dated as the fact, whose postings sum to zero. Income and tax are posted
// on the issue date (invoiced basis); money that is received stands as the payer's credit until it
// is allocated. What ends a fact (void, revert, release) posts its reverse on its own date, never
// on the original's.
#pragma once

#include "base/result.h"
#include "domain/context.h"
#include "domain/event.h"
#include "domain/ids.h"
#include "domain/invoice.h"
#include "domain/payment.h"

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace domain {

enum class AccountKind : std::uint8_t {
    receivable,        // Of a party: what is owed on issued invoices.
    credit,            // Of a party: money received and not allocated; a liability.
    money,             // Of a payment method: what was received by it.
    income,            // Net of tax.
    tax,               // Of a tax code: owed to its authority.
    retained_tax,      // Of a tax code: withheld by payers, claimed from the authority.
    prepaid,           // Paid before and outside of the book (BT-113).
    document_rounding, // BT-114.
    cash_rounding,     // What coins could not pay.
    write_off,         // Given up; an expense.
};

struct LedgerAccount {
    AccountKind kind = AccountKind::income;
    base::Uuid of;        // Party or payment method; else nil.
    std::string tax_code; // Of the two kinds of tax; else empty.

    friend auto operator<=>(const LedgerAccount&, const LedgerAccount&) = default;
};

// A debit is above zero, a credit below. Never zero.
struct Posting {
    LedgerAccount account;
    std::int64_t amount_minor = 0;

    friend bool operator==(const Posting&, const Posting&) = default;
};

enum class JournalKind : std::uint8_t {
    invoice,
    voided_invoice,
    reverted_invoice,
    payment,
    voided_payment,
    allocation,
    release,
    write_off,
    write_off_reversal,
};

struct JournalEntry {
    JournalKind kind = JournalKind::invoice;
    base::Date date;
    std::string document; // Number of the invoice, empty for a payment.
    PartyId party;        // Who owes or pays.
    Currency currency;
    std::vector<Posting> postings; // Sum to zero.
};

using MoneyFact = std::variant<IssuedInvoice, InvoiceVoided, InvoiceReverted, Payment, PaymentVoid,
                               Allocation, Release, WriteOff, WriteOffReversal>;

// Follows the facts of a book in the order in which they were recorded.
class Journal {
  public:
    // The entry of a fact; nothing where it moves no money (a numbered draft is voided, an invoice
    // of zero is issued). Errors: not_found, naming the record that the fact is about; overflow.
    [[nodiscard]] base::Result<std::optional<JournalEntry>> follow(const MoneyFact& fact);

  private:
    struct Issued {
        JournalEntry entry;
        int version = 1;
        bool is_live = true;
    };

    base::Result<JournalEntry> entry_of(const IssuedInvoice& invoice);
    base::Result<JournalEntry> entry_of(const InvoiceVoided& fact);
    base::Result<JournalEntry> entry_of(const InvoiceReverted& fact);
    base::Result<JournalEntry> entry_of(const Payment& payment);
    base::Result<JournalEntry> entry_of(const PaymentVoid& fact);
    base::Result<JournalEntry> entry_of(const Allocation& allocation);
    base::Result<JournalEntry> entry_of(const Release& release);
    base::Result<JournalEntry> entry_of(const WriteOff& fact);
    base::Result<JournalEntry> entry_of(const WriteOffReversal& fact);
    base::Result<JournalEntry> written_off(InvoiceId invoice, Money amount, base::Date date,
                                           JournalKind kind);
    base::Result<JournalEntry> end_of(InvoiceId invoice, const Dated& dated, JournalKind kind);
    base::Result<JournalEntry> moved(const Allocation& allocation, Money amount, Money rounding,
                                     JournalKind kind) const;

    std::map<InvoiceId, Issued> invoices_; // The last version.
    std::map<PaymentId, Payment> payments_;
    std::map<AllocationId, Allocation> allocations_;
};

} // namespace domain
