// Everything that can be done to a book, each as plain data.
//
// A command names what a person wants; whether it may be is decided in domain and app/commands. It
// is carried out whole or not at all, and once: a command id that was seen before gives back the
// earlier receipt. Records are given whole; only the field groups that differ are written.
#pragma once

#include "base/bytes.h"
#include "base/date.h"
#include "domain/catalog.h"
#include "domain/decide_payment.h"
#include "domain/invoice.h"
#include "domain/numbering.h"
#include "domain/party.h"
#include "domain/practice.h"
#include "domain/tax.h"
#include "store/practice_record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace app {

// Records with ids of the caller's choice (App::new_id) or none: then the book gives one, and the
// receipt names it.

struct SetUpPractice {
    domain::PracticeIdentity identity;
    domain::BillingSettings billing;
    store::Appearance appearance;
    domain::NumberPattern invoice_pattern = domain::default_pattern(domain::DocumentKind::invoice);
    std::vector<domain::TaxDefinition> taxes;
    std::vector<domain::PaymentMethod> methods;
    std::vector<domain::Practitioner> practitioners;
    std::vector<domain::Location> locations;
};

// What `execute` would refuse in it, all fields at once: a form asks before it makes a book.
[[nodiscard]] base::Result<void> validate(const SetUpPractice& command);

struct EditPractice {
    domain::PracticeIdentity identity;
};
struct EditBilling {
    domain::BillingSettings billing;
};
struct EditAppearance {
    store::Appearance appearance;
};
// Keeps a file that Appearance::logo names afterwards by the SHA-256 of its bytes.
struct AddAttachment {
    std::string media_type; // "image/png" or "image/jpeg"
    base::Bytes bytes;
};
// For this device's series; numbers given already keep their text.
struct EditNumbering {
    domain::DocumentKind document = domain::DocumentKind::invoice;
    domain::NumberPattern pattern = domain::default_pattern(domain::DocumentKind::invoice);
};
struct MoveNextNumber {
    domain::DocumentKind document = domain::DocumentKind::invoice;
    std::int64_t next_counter = 0;
    std::string reason;
    // A closed series of the book this one was restored from: what it gave after the copy was made
    // is noted, so that each number is accounted for. Else the series is this device's own.
    std::optional<domain::SeriesId> closed_series = std::nullopt;
};

// T is Client, Contact, Service, Product, TaxDefinition, Location, Practitioner or PaymentMethod.
template <typename T>
struct Add {
    T record;
};
template <typename T>
struct Edit {
    T record;
};

// Adds records as Add does, all of them or none: a fault is at "records[2].email". T is Client,
// Service or Product.
template <typename T>
struct Import {
    std::vector<T> records;
};

enum class MasterKind : std::uint8_t {
    client,
    contact,
    service,
    product,
    tax,
    location,
    practitioner,
    payment_method,
};
struct Archive {
    MasterKind kind = MasterKind::client;
    base::Uuid id;
};
struct Restore {
    MasterKind kind = MasterKind::client;
    base::Uuid id;
};

// Saves a draft as it is, however unfinished. Saves of one editing session share one change in the
// log as long as nothing else happens between them.
struct SaveDraft {
    domain::Draft draft;
    std::optional<base::Uuid> session;
};
struct DeleteDraft {
    domain::InvoiceId invoice;
};

struct AskForPayment {};
struct AlreadyPaid {
    domain::Money amount;
    base::Date date;
    domain::MethodId method;
    std::string reference;
    domain::Overpayment overpayment = domain::Overpayment::refuse;
};
struct UseCredit {};

struct FinalizeInvoice {
    domain::InvoiceId invoice;
    std::variant<AskForPayment, AlreadyPaid, UseCredit> payment;
};

enum class LiveAllocations : std::uint8_t { refuse, release };

struct VoidInvoice {
    domain::InvoiceId invoice;
    base::Date date;
    std::string reason;
    LiveAllocations allocations = LiveAllocations::refuse; // What to do with money on it.
};
struct RevertInvoice {
    domain::InvoiceId invoice;
    base::Date date;
    std::string reason;
};
struct DuplicateInvoice {
    domain::InvoiceId invoice; // Issued or draft; the receipt names the new draft.
};
// Notes that the document was printed, downloaded or exported.
struct MarkLeft {
    domain::InvoiceId invoice;
    std::string way;
};

struct RecordPayment {
    domain::RecordPayment payment;
};
struct AllocatePayment {
    domain::AllocatePayment allocation;
};
struct ReleaseAllocation {
    domain::PaymentId payment;
    domain::AllocationId allocation;
    base::Date date;
    std::string reason;
};
struct VoidPayment {
    domain::PaymentId payment;
    base::Date date;
    std::string reason;
};
struct ApplyCredit {
    domain::InvoiceId invoice;
    base::Date date;
};

struct WriteOffInvoice {
    domain::InvoiceId invoice;
    std::optional<domain::Money> amount; // Default: all that is owed.
    base::Date date;
    std::string reason;
};
// All that is left of one write-off.
struct ReverseWriteOff {
    domain::InvoiceId invoice;
    domain::WriteOffId write_off;
    base::Date date;
    std::string reason;
};

// Takes back what a command wrote to drafts and master data. not_undoable for facts, changed_since
// when the record was changed again.
struct Undo {
    base::Uuid command;
};

using Command =
    std::variant<SetUpPractice, EditPractice, EditBilling, EditAppearance, AddAttachment,
                 EditNumbering, MoveNextNumber, Add<domain::Client>, Edit<domain::Client>,
                 Add<domain::Contact>, Edit<domain::Contact>, Add<domain::Service>,
                 Edit<domain::Service>, Add<domain::Product>, Edit<domain::Product>,
                 Add<domain::TaxDefinition>, Edit<domain::TaxDefinition>, Add<domain::Location>,
                 Edit<domain::Location>, Add<domain::Practitioner>, Edit<domain::Practitioner>,
                 Add<domain::PaymentMethod>, Edit<domain::PaymentMethod>, Import<domain::Client>,
                 Import<domain::Service>, Import<domain::Product>, Archive, Restore, SaveDraft,
                 DeleteDraft, FinalizeInvoice, VoidInvoice, RevertInvoice, DuplicateInvoice,
                 MarkLeft, RecordPayment, AllocatePayment, ReleaseAllocation, VoidPayment,
                 ApplyCredit, WriteOffInvoice, ReverseWriteOff, Undo>;

// What was done: answered when it is committed. It is saved once App::saved_revision reaches
// `revision`.
struct Receipt {
    std::uint64_t revision = 0;
    base::Uuid record;  // The record that was made or changed; none where they are many.
    std::string number; // Of an invoice that was finalized.

    friend bool operator==(const Receipt&, const Receipt&) = default;
};

} // namespace app
