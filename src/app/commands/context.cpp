#include "app/commands/context.h"

#include "store/book_row.h"
#include "store/draft_rows.h"
#include "store/invoice_rows.h"
#include "store/records.h"

#include <algorithm>

namespace app {

namespace {

base::Result<void> append_issued(const CommandContext& context, store::Operations& operations,
                                 const domain::IssuedInvoice& invoice) {
    const store::Letterhead letterhead{
        .sender = invoice.sender, .appearance = TRY(load_practice(context.database)).appearance};
    const base::Digest digest = store::letterhead_digest(letterhead);
    if (!TRY(store::has_letterhead(context.database, digest))) operations.emplace_back(letterhead);
    store::InvoiceFact fact{.invoice = invoice, .letterhead = digest};
    fact.invoice.sender = {};
    operations.emplace_back(std::move(fact));
    return {};
}

} // namespace

base::Result<store::PracticeRecord> load_practice(store::Connection& database) {
    const base::Uuid id = TRY(store::practice_id(database));
    auto practice = TRY(store::load_record<store::PracticeRecord>(database, id));
    if (!practice) return base::fail(base::Code::damaged, "practice");
    return *std::move(practice);
}

void append(store::Operations& to, std::vector<store::Value> values) {
    std::ranges::move(values, std::back_inserter(to));
}

base::Result<store::Operations> operations_of(const CommandContext& context,
                                              const domain::Events& events) {
    store::Operations operations;
    for (const domain::Event& event : events) {
        TRY_VOID(std::visit(
            [&]<typename T>(const T& happened) -> base::Result<void> {
                if constexpr (std::same_as<T, domain::DraftWritten>)
                    append(operations,
                           TRY(store::changes_to_draft(context.database, happened.draft)));
                else if constexpr (std::same_as<T, domain::DraftDeleted>)
                    operations.emplace_back(store::draft_deletion(happened.invoice));
                else if constexpr (std::same_as<T, domain::InvoiceIssued>)
                    TRY_VOID(append_issued(context, operations, happened.invoice));
                else if constexpr (!std::same_as<T, domain::SeriesAdvanced>)
                    operations.emplace_back(happened);
                // The state of a series follows from the numbers given in it.
                return {};
            },
            event));
    }
    return operations;
}

} // namespace app
