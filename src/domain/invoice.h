// An invoice in its two forms: a Draft that may change, and an IssuedInvoice that never does.
//
// They are two types, so nothing can edit an issued invoice or give a payment to a draft. The id
// stays the same from draft to issued and back; each finalize is a version. An IssuedInvoice holds
// everything its document prints, as it was that day. What is owed on it is domain/balance.h.
#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/instant.h"
#include "domain/context.h"
#include "domain/ids.h"
#include "domain/numbering.h"
#include "domain/practice.h"
#include "domain/totals.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace domain {

enum class LineKind : std::uint8_t {
    service,
    class_session,
    activity,
    product,
    project_case,
    write_in,
};

// Where a line came from; a write-in comes from nowhere.
using LineSource = std::variant<std::monostate, ServiceId, ProductId>;

struct DraftLine {
    LineId id;
    std::string position; // Fractional order key; lines sort by (position, id).
    LineKind kind = LineKind::write_in;
    LineSource source;
    std::string name;
    std::string detail;
    std::string code;
    base::Decimal quantity = base::Decimal::whole(1);
    std::string unit;
    base::Decimal unit_price;
    base::Decimal price_base_quantity = base::Decimal::whole(1);
    std::vector<Adjustment> adjustments;
    std::vector<TaxId> taxes;
    std::optional<base::Date> supply_date; // Default: the issue date.
    std::optional<PractitionerId> practitioner;
    std::optional<LocationId> location;

    friend bool operator==(const DraftLine&, const DraftLine&) = default;
};

struct DraftAdjustment {
    Adjustment adjustment;
    std::optional<std::vector<TaxId>> taxes; // As in DocumentAdjustment.

    friend bool operator==(const DraftAdjustment&, const DraftAdjustment&) = default;
};

// What a reverted invoice brings back with it.
struct Reverted {
    DocumentNumber number;
    int replaces_version = 1;
    base::Date reverted_on;

    friend bool operator==(const Reverted&, const Reverted&) = default;
};

struct Draft {
    InvoiceId id;
    std::optional<PartyId> client;
    std::optional<PartyId> recipient; // Default: the client.
    std::optional<PractitionerId> practitioner;
    std::optional<LocationId> location;
    Currency currency;
    PriceMode price_mode = PriceMode::net;
    std::optional<base::Date> issue_date; // Default: the day of finalize.
    std::optional<base::Date> due_date;   // Default: by `terms`.
    Terms terms;
    std::string reference; // The payer's purchase order or claim number.
    std::string memo;
    std::string footer;
    std::vector<DraftLine> lines;
    std::vector<DraftAdjustment> adjustments;
    std::string rate_memo; // Foreign currency: the frozen rate as printed; empty = home.
    bool wants_credit_applied = false;
    std::optional<Reverted> reverted;

    friend bool operator==(const Draft&, const Draft&) = default;
};

// A party as printed, frozen.
struct PartySnapshot {
    PartyId id;
    std::string name;
    Address address;
    std::string email;
    std::string tax_number;
    std::string reference;

    friend bool operator==(const PartySnapshot&, const PartySnapshot&) = default;
};

struct IssuedLine {
    LineId id;
    LineKind kind = LineKind::write_in;
    LineSource source;
    std::string name;
    std::string detail;
    std::string code;
    base::Decimal quantity;
    std::string unit;
    base::Decimal unit_price;
    base::Decimal price_base_quantity;
    std::vector<Adjustment> adjustments;
    std::vector<AppliedTax> taxes;
    base::Date supply_date;
    std::optional<PractitionerId> practitioner;
    std::optional<LocationId> location;
    std::string practitioner_name;
    std::string location_name;

    friend bool operator==(const IssuedLine&, const IssuedLine&) = default;
};

struct IssuedInvoice {
    InvoiceId id;
    int version = 1;
    DocumentNumber number;
    Dated issued; // effective = issue date.
    std::optional<base::Date> due_date;
    base::Date tax_point;
    PracticeIdentity sender;
    PartySnapshot client;
    PartySnapshot recipient; // recipient.id is the account that owes.
    std::optional<PractitionerId> practitioner;
    std::optional<LocationId> location;
    std::string practitioner_name;
    std::string practitioner_title;
    std::string practitioner_registration; // As typed: "PSI reg. no. 04417".
    std::string location_name;
    Currency currency;
    std::string locale;
    Paper paper = Paper::a4;
    PriceMode price_mode = PriceMode::net;
    TaxRounding tax_rounding = TaxRounding::per_rate;
    DocumentRounding rounding;
    std::string reference;
    std::string memo;
    std::string footer;
    std::string rate_memo;
    std::vector<IssuedLine> lines;
    std::vector<DocumentAdjustment> adjustments;
    Totals totals;

    friend bool operator==(const IssuedInvoice&, const IssuedInvoice&) = default;
};

// The input that an issued invoice's totals follow from.
[[nodiscard]] TotalsInput totals_input(const IssuedInvoice& invoice);

// Recomputes and compares; totals_differ names the first figure that is not as stored.
[[nodiscard]] base::Result<void> verify_totals(const IssuedInvoice& invoice);

// The input for a draft's totals on `issue_date`: taxes resolved by each line's supply date.
// Errors: not_found (a tax), no_rate_on_date.
[[nodiscard]] base::Result<TotalsInput> totals_input(const Draft& draft,
                                                     const std::vector<TaxDefinition>& taxes,
                                                     const BillingSettings& settings,
                                                     base::Date issue_date);

// The editor's lines in their order.
[[nodiscard]] std::vector<DraftLine> ordered_lines(std::vector<DraftLine> lines);

} // namespace domain
