// The list of invoices as a window over any number of them.
//
// A question (filter, search, period, sort) is answered from the index in memory: one pass over it
// counts, adds up and marks what is found, another along the order lines the rows up. The book is
// asked for the names that a search finds and for the rows that are shown, only those asked for.
#pragma once

#include "app/queries/invoice_index.h"
#include "app/queries/invoices.h"

#include <optional>
#include <vector>

namespace app {

class InvoiceListCache {
  public:
    [[nodiscard]] base::Result<InvoiceListSummary> summary(const QueryContext& context,
                                                           const InvoiceListQuery& query);
    [[nodiscard]] base::Result<std::vector<InvoiceRow>> rows(const QueryContext& context,
                                                             const InvoiceListQuery& query,
                                                             std::size_t offset, std::size_t count);
    // Forgets the book.
    void clear();

  private:
    [[nodiscard]] base::Result<void> refresh(const QueryContext& context,
                                             const InvoiceListQuery& query);

    InvoiceIndex index_;
    std::vector<InvoiceIndex::Slot> shown_;
    // What `shown_` and `summary_` answer.
    std::optional<InvoiceListQuery> query_;
    std::uint64_t revision_ = 0;
    base::Date today_;
    std::optional<InvoiceListSummary> summary_;
};

} // namespace app
