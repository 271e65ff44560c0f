// The first screen: what needs doing, what is owed, what came in today.
//
// Sums are per currency and never added across; the practice's own currency stands first and is
// always there. What a later feature adds (unbilled, outbox, till) is not listed before it exists.
#pragma once

#include "app/queries/context.h"
#include "domain/ids.h"
#include "domain/money.h"
#include "domain/practice.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace app {

// Five columns: not yet due, 0-30, 31-60, 61-90, over 90 days late (domain/ageing.h).
struct Owed {
    domain::Money total;
    std::size_t invoice_count = 0;
    std::array<domain::Money, 5> buckets;
    domain::Money overdue;
    std::size_t overdue_count = 0;
    domain::Money credit; // Held for payers; not taken off above.
};

struct OldestOverdue {
    domain::InvoiceId invoice;
    std::string number;
    std::string client_name;
    std::int64_t days_late = 0;
};

struct DraftToFinish {
    domain::InvoiceId invoice;
    std::string client_name; // Empty while none is chosen.
    std::optional<domain::Money> total;
};

struct TakenByMethod {
    domain::MethodId method;
    std::string name;
    domain::MethodKind kind = domain::MethodKind::other;
    domain::Money total;
};

struct TakenPayment {
    domain::PaymentId payment;
    std::string payer_name;
    std::string first_number; // Of the first invoice it paid; empty for credit only.
    std::size_t invoice_count = 0;
    domain::Money amount;
};

struct TodayView {
    base::Date date;
    std::vector<Owed> owed;
    std::optional<OldestOverdue> oldest_overdue;
    std::size_t draft_count = 0;
    std::vector<DraftToFinish> drafts; // The newest ten.
    std::vector<domain::Money> draft_totals;
    std::vector<domain::Money> taken;
    std::vector<TakenByMethod> taken_by_method; // Greatest first.
    std::vector<TakenPayment> payments;         // Newest first.
};

[[nodiscard]] base::Result<TodayView> query_today(const QueryContext& context);

} // namespace app
