// People and bodies: clients, and the contacts who may be invoiced in their place.
//
// Both are parties: an account belongs to a PartyId, whichever kind it is. Plain records without
// invariants; domain/validate.h says what a save must hold.
#pragma once

#include "base/result.h"
#include "domain/ids.h"
#include "domain/terms.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

// ISO 3166-1 alpha-2, two capital letters; empty = not stated.
using CountryCode = std::string;

struct Address {
    std::string line1;
    std::string line2;
    std::string city;
    std::string region;
    std::string postal_code;
    CountryCode country;

    bool is_empty() const;
    friend bool operator==(const Address&, const Address&) = default;
};

// Person: name is the full name as they write it, in their own script.
enum class PartyKind : std::uint8_t { person, organisation };

enum class ContactRole : std::uint8_t { parent, plan_manager, insurer, funder, employer, other };

struct Contact {
    PartyId id;
    ContactRole role = ContactRole::other;
    PartyKind kind = PartyKind::person;
    std::string name;
    std::string latin_name; // A reading in Latin letters, for lists; optional.
    std::string email;
    std::string phone;
    Address address;
    std::string tax_number;
    std::string reference; // Their number for us or for the client.
    bool is_archived = false;

    friend bool operator==(const Contact&, const Contact&) = default;
};

struct Client {
    PartyId id;
    PartyKind kind = PartyKind::person;
    std::string name;
    std::string latin_name;
    std::string email;
    std::string phone;
    Address address;
    std::string tax_number;
    std::string reference; // The practice's own client number.
    std::string language;  // BCP 47 of documents for them; empty = the practice's.
    std::string notes;
    std::optional<Terms> terms;        // Instead of the practice's.
    std::vector<PartyId> contacts;     // Contacts linked to this client.
    std::optional<PartyId> invoice_to; // The contact proposed as recipient.
    bool is_archived = false;

    friend bool operator==(const Client&, const Client&) = default;
};

} // namespace domain
