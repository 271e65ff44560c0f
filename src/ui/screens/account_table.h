// The tables of an account: its facts month by month, its invoices, its payments.
#pragma once

#include "app/app.h"
#include "ui/frame.h"
#include "ui/routes.h"
#include "ui/screens/local.h"
#include "ui/screens/party_profile_model.h"
#include "ui/screens/row_pages.h"

#include <cstdint>
#include <optional>

namespace ui {

// A running balance, newest first; a row leads to its invoice or payment.
void account_table(Frame& frame, const Rect& rect, const PartyProfileModel& model, Routes& routes);
void payments_table(Frame& frame, const Rect& rect, const PartyProfileModel& model, Routes& routes);

// The invoices and drafts of one account, read a page at a time.
class AccountInvoices {
  public:
    AccountInvoices(app::App& app, domain::PartyId account);

    void draw(Frame& frame, const Rect& rect, Routes& routes);

  private:
    void refresh();
    [[nodiscard]] const app::InvoiceRow* row(std::size_t index);
    void draw_wide(Frame& frame, const Rect& rect, Routes& routes);
    void draw_narrow(Frame& frame, const Rect& rect, Routes& routes);

    app::App& app_;
    app::InvoiceListQuery query_;
    Local local_;
    std::size_t count_ = 0;
    RowPages<app::InvoiceRow> pages_{{.page_rows = 50, .pages_max = 20}};
    std::optional<std::uint64_t> read_revision_;
    base::Date read_on_;
};

} // namespace ui
