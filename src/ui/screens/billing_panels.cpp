#include "ui/screens/billing_panels.h"

#include "ui/screens/invoice_screen.h"
#include "ui/screens/invoices_screen.h"
#include "ui/screens/payment_screen.h"
#include "ui/screens/payments_screen.h"

#include <array>

namespace ui {

std::unique_ptr<Panel> make_invoices_panel(Desk& desk, std::string_view rest) {
    constexpr std::array<std::string_view, 6> filters{"all",     "drafts", "open",
                                                      "overdue", "paid",   "other"};
    for (std::size_t index = 0; index < filters.size(); ++index)
        if (rest == filters[index]) {
            desk.remembered.invoices = {.filter = static_cast<app::InvoiceFilter>(index),
                                        .period = {.kind = PeriodKind::all_time}};
            return std::make_unique<InvoicesScreen>(desk);
        }
    if (rest.empty()) return std::make_unique<InvoicesScreen>(desk);
    const auto id = base::parse_uuid(rest);
    if (!id) return nullptr; // The shell says that nothing is at this address.
    return std::make_unique<InvoiceScreen>(desk, domain::InvoiceId{*id});
}

std::unique_ptr<Panel> make_payments_panel(Desk& desk, std::string_view rest) {
    if (rest.empty() || rest == "new") {
        auto list = std::make_unique<PaymentsScreen>(desk);
        if (rest == "new") list->take_payment();
        return list;
    }
    const auto id = base::parse_uuid(rest);
    if (!id) return nullptr;
    return std::make_unique<PaymentScreen>(desk, domain::PaymentId{*id});
}

} // namespace ui
