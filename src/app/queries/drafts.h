// A draft in the editor: its figures, what finalizing it would do and what stands against it.
//
// The figures come from the one function that totals every document, also while the draft is only
// in the editor and not yet saved.
#pragma once

#include "app/queries/context.h"
#include "domain/invoice.h"
#include "domain/totals.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

struct DraftView {
    domain::Draft draft;
    std::optional<base::Instant> saved_at; // None before the first save.
    base::Date issue_date;                 // The draft's, or today.
    std::optional<base::Date> due_date;    // The draft's, or by its terms.
    std::string client_name;
    std::string recipient_name;
    std::string recipient_email;
    std::optional<domain::Totals> totals;      // None while the lines don't add up.
    std::optional<base::Error> totals_error;   // Why not.
    std::string expected_number;               // Its own if it was issued before.
    std::vector<base::Error> finalize_reasons; // Everything that stands against finalizing.
    std::size_t legal_contents_count = 0;      // Contents that the country asks for here.
    domain::Money credit_available;            // Of the recipient, in the draft's currency.
};

[[nodiscard]] base::Result<DraftView> query_draft(const QueryContext& context, base::IdSource& ids,
                                                  domain::InvoiceId id);
[[nodiscard]] base::Result<DraftView>
query_preview(const QueryContext& context, base::IdSource& ids, const domain::Draft& draft);
[[nodiscard]] base::Result<domain::Draft> make_draft(const QueryContext& context,
                                                     domain::InvoiceId id,
                                                     std::optional<domain::PartyId> client);

} // namespace app
