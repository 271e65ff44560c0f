// The list of invoices as a window over any number of them.
//
// For each question (filter, search, period, sort) and revision the keys of what it finds are read
// and sorted once, 24 bytes a row; counts and sums come from the same pass. Rows are read by key,
// only those asked for.
#pragma once

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

  private:
    struct Key {
        base::Uuid id;
        std::int32_t issue_day = 0;
        bool is_draft = false;
    };

    [[nodiscard]] base::Result<void> refresh(const QueryContext& context,
                                             const InvoiceListQuery& query);

    std::optional<InvoiceListQuery> query_;
    std::uint64_t revision_ = 0;
    base::Date today_;
    std::optional<InvoiceListSummary> summary_;
    std::vector<Key> keys_;
};

} // namespace app
