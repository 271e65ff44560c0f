// The practice's settings as one record, and the parts of it that documents freeze.
//
// A letterhead is what many documents have word for word in common; it is kept once, by the digest
// of its JSON, and named by each issued invoice. A series' counters are not part of its record:
// they follow from the numbers given.
#pragma once

#include "base/hash.h"
#include "domain/ids.h"
#include "domain/numbering.h"
#include "domain/practice.h"

#include <cstdint>
#include <optional>
#include <string>

namespace store {

// How documents look: the template's settings.
struct Appearance {
    std::optional<base::Digest> logo; // SHA-256 of the attachment.
    std::int32_t accent_rgb = 0x1f2328;
    bool hides_practitioner = false;
    bool shows_location = false;
    bool hides_line_dates = false;

    friend bool operator==(const Appearance&, const Appearance&) = default;
};

struct PracticeRecord {
    domain::PracticeIdentity identity;
    domain::BillingSettings billing;
    Appearance appearance;

    friend bool operator==(const PracticeRecord&, const PracticeRecord&) = default;
};

struct Letterhead {
    domain::PracticeIdentity sender;
    Appearance appearance;

    friend bool operator==(const Letterhead&, const Letterhead&) = default;
};

struct SeriesRecord {
    domain::SeriesId id;
    domain::DocumentKind document = domain::DocumentKind::invoice;
    domain::DeviceId device;
    std::string letter;
    domain::NumberPattern pattern = domain::default_pattern(domain::DocumentKind::invoice);
    bool is_closed = false;

    friend bool operator==(const SeriesRecord&, const SeriesRecord&) = default;
};

} // namespace store
