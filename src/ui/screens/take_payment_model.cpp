#include "ui/screens/take_payment_model.h"

#include "ui/screens/local.h"

#include <array>
#include <utility>

namespace ui {

const std::vector<PaletteEntry>& TakePaymentModel::entries(const std::string& text) {
    if (read_revision_ == app_.revision() && text_ == text) return entries_;
    read_revision_ = app_.revision();
    text_ = text;
    entries_.clear();
    starts_.clear();
    find_clients(text);
    if (!text.empty()) find_invoices(text);
    return entries_;
}

void TakePaymentModel::add(PaletteEntry entry, PaymentStart start) {
    entry.tag = starts_.size();
    entries_.push_back(std::move(entry));
    starts_.push_back(start);
}

void TakePaymentModel::find_clients(const std::string& text) {
    const bool is_searched = !text.empty();
    const auto list =
        app_.clients({.search = text,
                      .sort = is_searched ? app::ClientSort::name : app::ClientSort::owed,
                      .order = is_searched ? app::SortOrder::ascending : app::SortOrder::descending,
                      .count = clients_max});
    if (!list) return; // The screen beneath says what is wrong with the book.
    const Local local = local_of(app_);
    for (const app::ClientRow& row : list->rows) {
        const bool owes = row.owed.minor > 0;
        if (!owes && !is_searched) break;
        add({.label = row.name,
             .detail = owes ? "owes " + local.whole(row.owed) : std::string("owes nothing"),
             .group = is_searched ? "Clients" : "Clients who owe most",
             .icon = Icon::user},
            row.id);
    }
}

void TakePaymentModel::find_invoices(const std::string& text) {
    const Local local = local_of(app_);
    std::size_t room = invoices_max;
    for (const app::InvoiceFilter filter :
         {app::InvoiceFilter::overdue, app::InvoiceFilter::open}) {
        const auto rows = app_.invoice_rows({.filter = filter, .search = text}, 0, room);
        if (!rows) return;
        for (const app::InvoiceRow& row : *rows) {
            if (!row.balance || room == 0) continue;
            --room;
            add({.label = row.number + ", " + row.client_name,
                 .detail = local.whole(*row.balance),
                 .group = "Open invoices",
                 .icon = filter == app::InvoiceFilter::overdue ? Icon::clock_alert
                                                               : Icon::receipt_text},
                row.id);
        }
    }
}

} // namespace ui
