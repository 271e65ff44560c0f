// The panels at "#/invoices" and "#/payments": a list, or the record whose id follows.
#pragma once

#include "ui/panel.h"

namespace ui {

// `rest` is empty, a filter of the list ("overdue") or an invoice's id.
[[nodiscard]] std::unique_ptr<Panel> make_invoices_panel(Desk& desk, std::string_view rest);
// `rest` is empty or a payment's id.
[[nodiscard]] std::unique_ptr<Panel> make_payments_panel(Desk& desk, std::string_view rest);

} // namespace ui
