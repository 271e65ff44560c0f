// What lists were asked while another screen is shown, so that coming back finds them as they were.
//
// Owned by the shell for as long as the page lives; nothing of it is stored.
#pragma once

#include "app/queries/invoices.h"
#include "app/queries/payment_list.h"
#include "ui/screens/period_choice.h"

#include <string>

namespace ui {

struct InvoicesQuestion {
    app::InvoiceFilter filter = app::InvoiceFilter::all;
    std::string search;
    PeriodChoice period;
    app::InvoiceSort sort = app::InvoiceSort::newest;
    app::SortOrder order = app::SortOrder::descending;

    friend bool operator==(const InvoicesQuestion&, const InvoicesQuestion&) = default;
};

struct PaymentsQuestion {
    app::PaymentFilter filter = app::PaymentFilter::all;
    std::string search;
    PeriodChoice period;

    friend bool operator==(const PaymentsQuestion&, const PaymentsQuestion&) = default;
};

struct Remembered {
    InvoicesQuestion invoices;
    PaymentsQuestion payments;
};

} // namespace ui
