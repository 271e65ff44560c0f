// Taxes: what the settings define, and what a line carries.
//
// A TaxDefinition has dated rates; the supply date of a line chooses one, giving an AppliedTax,
// which is what totals are computed from and what an issued document keeps for good. Categories are
// those of EN 16931 (UNCL5305); taxes outside VAT (GST, PST, IRPEF) use `standard` with own codes.
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "domain/ids.h"
#include "domain/money.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

// EN 16931-1:2017, BT-118 / BT-151 (code list UNCL5305); the letters are in `category_code`.
enum class TaxCategory : std::uint8_t {
    standard,        // S
    zero,            // Z
    exempt,          // E
    reverse_charge,  // AE
    intra_community, // K
    export_goods,    // G
    not_subject,     // O
    canary_islands,  // L, IGIC
    ceuta_melilla,   // M, IPSI
    split_payment,   // B, paid to the state by the buyer
};

std::string_view category_code(TaxCategory category);
// Reads the EN 16931 letters; nullopt for others.
std::optional<TaxCategory> category_from_code(std::string_view code);
// Whether an invoice must print why no tax is charged.
bool needs_exemption_reason(TaxCategory category);

// A retained tax is withheld by the payer: it lowers what is payable and is no part of the total.
enum class Retained : std::uint8_t { no, yes };

// A tax as it stands on a line.
struct AppliedTax {
    std::string code; // "VAT", "GST", "QST", "IRPEF": one tax authority's one tax.
    TaxCategory category = TaxCategory::standard;
    Percent rate;
    Retained retained = Retained::no;
    std::string exemption_reason;    // Printed; no part of what tells groups apart.
    std::optional<TaxId> definition; // The setting it came from; none on a received document.

    friend bool operator==(const AppliedTax&, const AppliedTax&) = default;
};

// The order in which groups are printed and ties are settled: taxes that are charged before
// retained ones, higher rate first, then code, then category.
std::strong_ordering compare_groups(const AppliedTax& a, const AppliedTax& b);

struct DatedRate {
    base::Date from;
    Percent rate;

    friend bool operator==(const DatedRate&, const DatedRate&) = default;
};

struct TaxDefinition {
    TaxId id;
    std::string code;
    std::string name; // "VAT 20%", as chosen in lists.
    TaxCategory category = TaxCategory::standard;
    Retained retained = Retained::no;
    std::vector<DatedRate> rates; // Ascending by date.
    std::string exemption_reason;
    bool is_archived = false;

    friend bool operator==(const TaxDefinition&, const TaxDefinition&) = default;
};

// The tax at the rate of the supply date; no_rate_on_date before its first rate.
[[nodiscard]] base::Result<AppliedTax> tax_on(const TaxDefinition& tax, base::Date supply_date);

} // namespace domain
