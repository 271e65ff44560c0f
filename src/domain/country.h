// What a country asks for and what is usual there, as data (assets/countries).
//
// A profile fills the set-up and decides a few rules: whether an issued invoice may be reverted,
// which date the tax counts from, what must stand on an invoice. Each entry of the data names its
// source. Nothing here is advice; every default can be changed in Settings.
#pragma once

#include "base/result.h"
#include "domain/money.h"
#include "domain/party.h"
#include "domain/tax.h"
#include "domain/terms.h"
#include "domain/totals.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

enum class Strictness : std::uint8_t {
    open,   // An issued invoice may be reverted while nothing hangs on it.
    strict, // ... only while it never left the program (EU, UK).
};

enum class IssueOrder : std::uint8_t { any, ascending }; // Of dates within a series.

enum class TaxPointRule : std::uint8_t {
    issue_date,
    supply_date,
    issue_date_if_near, // The issue date within `tax_point_days` of the supply, else the supply.
};

enum class Paper : std::uint8_t { a4, letter };

// Something a lawful invoice must state; checked before finalize.
enum class LegalField : std::uint8_t {
    sender_name,
    sender_address,
    sender_tax_number,
    recipient_name,
    recipient_address,
    recipient_tax_number,
    line_description,
    exemption_reason,
    tax_in_home_currency,
};

enum class LegalCondition : std::uint8_t {
    always,
    tax_charged,      // Some line carries a tax that is charged at a rate above zero.
    gross_at_least,   // The total reaches `threshold_minor`, or is in a foreign currency.
    reverse_charge,   // Some line is reverse charge or intra-community.
    foreign_currency, // The invoice is not in the profile's currency and charges tax.
};

struct LegalRequirement {
    LegalField field;
    LegalCondition condition;
    std::int64_t threshold_minor = 0; // For gross_at_least.
    std::string_view source;          // The law, and the day it was read.
};

// A tax offered at set-up.
struct UsualTax {
    std::string_view code;
    std::string_view name;
    TaxCategory category;
    std::int64_t rate_scaled; // Percent times 10^6.
    std::string_view exemption_reason;
};

struct CountryProfile {
    std::string_view code; // ISO 3166-1 alpha-2.
    std::string_view name; // English.
    std::string_view currency;
    std::string_view locale; // Of numbers and dates: "de-DE".
    Paper paper;
    PriceMode price_mode;
    std::string_view tax_name;        // "VAT", "GST".
    std::string_view tax_number_name; // "VAT number", "ABN".
    Strictness strictness;
    IssueOrder issue_order;
    TaxPointRule tax_point;
    int tax_point_days;
    std::int64_t cash_step_minor; // 1 = coins pay every amount.
    Terms terms;
    std::string_view certified_register; // The till law, named; empty = none known.
    std::span<const UsualTax> taxes;
    std::span<const LegalRequirement> legal;
};

// All profiles, by English name.
[[nodiscard]] std::span<const CountryProfile> country_profiles();

// The profile of a country; not_a_country when we have none (set-up then offers the list).
[[nodiscard]] base::Result<const CountryProfile*> country_profile(std::string_view code);

struct CountryName {
    std::string_view code;
    std::string_view name; // English.
};

// Every country, by English name, for addresses.
[[nodiscard]] std::span<const CountryName> country_names();
// The name, or the code itself where it is none that we know.
[[nodiscard]] std::string_view country_name(std::string_view code);

} // namespace domain
