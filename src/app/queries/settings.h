// Everything the settings screens show, and what pickers in other screens offer.
#pragma once

#include "app/queries/context.h"
#include "base/bytes.h"
#include "domain/catalog.h"
#include "domain/numbering.h"
#include "domain/practice.h"
#include "domain/tax.h"

#include <string>
#include <vector>

namespace app {

struct SeriesView {
    domain::Series series;
    bool is_own = false;     // Of this device.
    std::string next_number; // As a document issued today would get it.
};

// Archived entries are included and say so.
struct PracticeSettings {
    store::PracticeRecord practice;
    std::vector<domain::Location> locations;
    std::vector<domain::Practitioner> practitioners;
    std::vector<domain::TaxDefinition> taxes;
    std::vector<domain::PaymentMethod> methods;
    std::vector<domain::Service> services;
    std::vector<domain::Product> products;
    std::vector<SeriesView> series;
};

struct Attachment {
    std::string media_type;
    base::Bytes bytes;
};

[[nodiscard]] base::Result<PracticeSettings> query_settings(const QueryContext& context);
[[nodiscard]] base::Result<std::optional<Attachment>> query_attachment(const QueryContext& context,
                                                                       const base::Digest& hash);

} // namespace app
