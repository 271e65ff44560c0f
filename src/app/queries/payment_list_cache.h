// The list of payments as a window over any number of them.
//
// A question is answered by one pass over the index in memory, which counts, adds up and notes what
// is found; the book is asked for the names that a search finds and for the rows that are shown.
#pragma once

#include "app/queries/payment_index.h"
#include "app/queries/payment_list.h"

#include <optional>
#include <vector>

namespace app {

class PaymentListCache {
  public:
    [[nodiscard]] base::Result<PaymentList> list(const QueryContext& context,
                                                 const PaymentListQuery& query);
    // Forgets the book.
    void clear() { *this = PaymentListCache(); }

  private:
    [[nodiscard]] base::Result<void> refresh(const QueryContext& context,
                                             const PaymentListQuery& query);

    PaymentIndex index_;
    std::vector<std::uint32_t> found_; // In the index, newest first.
    // What `found_` and `list_` answer; it has no page and no rows.
    std::optional<PaymentListQuery> query_;
    std::uint64_t revision_ = 0;
    std::optional<PaymentList> list_;
};

} // namespace app
