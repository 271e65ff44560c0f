// The invoice editor: the form at the left, the document it makes at the right.
//
// "#/invoices/new", "#/invoices/new/<client>" and "#/drafts/<id>". A new draft gets its address
// when it is first saved, and the screen stays as it is.
#pragma once

#include "ui/panel.h"

#include <memory>
#include <string_view>

namespace ui {

[[nodiscard]] std::unique_ptr<Panel> make_new_invoice(Desk& desk, std::string_view rest);
[[nodiscard]] std::unique_ptr<Panel> make_draft(Desk& desk, std::string_view rest);

} // namespace ui
