// Payments of the whole book, newest first, a page at a time.
//
// Sums leave voided payments out and are per currency, the practice's own first and always there.
#pragma once

#include "app/queries/context.h"
#include "app/queries/invoices.h"
#include "domain/ids.h"
#include "domain/money.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace app {

enum class PaymentFilter : std::uint8_t { all, with_credit, voided };

struct PaymentListQuery {
    PaymentFilter filter = PaymentFilter::all;
    std::string search;           // The payer's name, the reference or an amount.
    std::optional<Period> period; // By the day it was received.
    std::size_t offset = 0;
    std::size_t count = 50;

    friend bool operator==(const PaymentListQuery&, const PaymentListQuery&) = default;
};

struct PaymentListRow {
    domain::PaymentId id;
    base::Date date;
    domain::PartyId payer;
    std::string payer_name;
    std::string payer_latin_name;
    std::string method_name;
    std::string reference;
    domain::Money amount;
    domain::Money left; // Held as the payer's credit.
    bool is_voided = false;
};

struct PaymentList {
    std::array<std::size_t, 3> counts{}; // By PaymentFilter, under this search and period.
    std::size_t found_count = 0;         // Under the filter too.
    std::vector<domain::Money> taken;    // Of what is found.
    std::vector<domain::Money> left;
    std::vector<PaymentListRow> rows;
};

class PaymentListCache;

} // namespace app
