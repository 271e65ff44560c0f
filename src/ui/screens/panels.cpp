#include "ui/panel.h"

#include "ui/screens/billing_panels.h"
#include "ui/screens/clients_panel.h"
#include "ui/screens/editor_screen.h"
#include "ui/screens/gate_screen.h"
#include "ui/screens/restored_screen.h"
#include "ui/screens/services_screen.h"
#include "ui/screens/settings_screen.h"
#include "ui/screens/today_screen.h"

#include <array>

namespace ui {

namespace {

// In the order of the menu.
constexpr std::array kinds{
    PanelKind{.address = "#/today",
              .make = make_today,
              .place = NavPlace::first,
              .label = "Today",
              .icon = Icon::sun,
              .is_on_bar = true},
    PanelKind{.address = "#/clients",
              .make = make_clients,
              .place = NavPlace::first,
              .label = "Clients",
              .icon = Icon::users,
              .is_on_bar = true,
              .keeps_rest = true},
    PanelKind{.address = "#/invoices",
              .make = make_invoices_panel,
              .place = NavPlace::billing,
              .label = "Invoices",
              .icon = Icon::receipt_text,
              .is_on_bar = true},
    PanelKind{.address = "#/invoices/new", .make = make_new_invoice, .stands_under = "#/invoices"},
    PanelKind{.address = "#/drafts", .make = make_draft, .stands_under = "#/invoices"},
    PanelKind{.address = "#/payments",
              .make = make_payments_panel,
              .place = NavPlace::billing,
              .label = "Payments",
              .icon = Icon::coins,
              .is_on_bar = true},
    PanelKind{.address = "#/restored", .make = make_restored},
    PanelKind{.address = "#/services",
              .make = make_services,
              .place = NavPlace::practice,
              .label = "Services",
              .icon = Icon::list_checks,
              .keeps_rest = true},
    PanelKind{.address = "#/settings",
              .make = make_settings,
              .place = NavPlace::practice,
              .label = "Settings",
              .icon = Icon::settings,
              .keeps_rest = true},
};

constexpr std::array starts{
    Action{
        .label = "New invoice", .address = "#/invoices/new", .icon = Icon::file_plus, .key = 'n'},
    Action{.label = "Take payment", .address = "#/payments/new", .icon = Icon::coins, .key = 'p'},
    Action{.label = "New client", .address = "#/clients/new", .icon = Icon::user_plus, .key = 'c'},
    Action{.label = "New service", .address = "#/services/new-service", .icon = Icon::list_checks},
    Action{.label = "New product", .address = "#/services/new-product", .icon = Icon::package},
};

} // namespace

std::span<const PanelKind> panel_kinds() { return kinds; }

std::span<const Action> actions() { return starts; }

std::unique_ptr<Gate> make_gate(Desk& desk) { return std::make_unique<GateScreen>(desk); }

} // namespace ui
