// The practice itself: who it is, where and with whom it works, how it bills.
//
// Settings that decide figures (price mode, tax rounding, document rounding) are copied into a
// document when it is finalized; changing them later changes nothing issued.
#pragma once

#include "base/date.h"
#include "domain/country.h"
#include "domain/ids.h"
#include "domain/money.h"
#include "domain/party.h"
#include "domain/terms.h"
#include "domain/totals.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace domain {

// As printed at the head of documents.
struct PracticeIdentity {
    std::string name;       // The trading name.
    std::string legal_name; // Where it differs.
    Address address;
    std::string email;
    std::string phone;
    std::string website;
    std::string tax_number;          // VAT number, ABN, EIN.
    std::string registration_number; // Company or professional register.
    std::string bank_name;
    std::string iban; // Or the local account number.
    std::string bic;

    friend bool operator==(const PracticeIdentity&, const PracticeIdentity&) = default;
};

enum class AutoAllocation : std::uint8_t { oldest_first, newest_first, this_invoice_only, none };

struct BillingSettings {
    Currency currency;
    CountryCode country;
    std::string locale;    // Numbers and dates: "de-DE".
    std::string time_zone; // IANA name.
    Paper paper = Paper::a4;
    PriceMode price_mode = PriceMode::net;
    TaxRounding tax_rounding = TaxRounding::per_rate;
    std::int64_t document_step_minor = 1; // 5 rounds payable to 0.05; 1 = no rounding.
    std::int64_t cash_step_minor = 1;
    Terms terms;
    std::vector<TaxId> default_taxes; // Of new lines without a catalogue entry.
    AutoAllocation auto_allocation = AutoAllocation::oldest_first;
    std::optional<base::Date> lock_date; // Nothing may be dated on or before it.
    std::string default_memo;
    std::string default_footer;

    friend bool operator==(const BillingSettings&, const BillingSettings&) = default;
};

struct Location {
    LocationId id;
    std::string name;
    Address address;
    std::string phone;
    bool is_archived = false;

    friend bool operator==(const Location&, const Location&) = default;
};

struct Practitioner {
    PractitionerId id;
    std::string name;
    std::string title;               // "Physiotherapist"
    std::string registration_number; // NPI, provider number: printed where asked for.
    std::string email;
    bool is_archived = false;

    friend bool operator==(const Practitioner&, const Practitioner&) = default;
};

// Cash is rounded to coins and counted in the till; everything else is not.
enum class MethodKind : std::uint8_t {
    cash,
    card,
    card_on_file,
    check,
    bank_transfer,
    eftpos,
    other,
};

struct PaymentMethod {
    MethodId id;
    MethodKind kind = MethodKind::other;
    std::string name;
    bool is_archived = false;

    friend bool operator==(const PaymentMethod&, const PaymentMethod&) = default;
};

} // namespace domain
