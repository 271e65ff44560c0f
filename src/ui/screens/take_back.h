// Voiding and reverting an issued invoice: what the dialog says, and the command it gives.
#pragma once

#include "app/app.h"
#include "ui/screens/reason_dialog.h"

namespace ui {

// With money on it, voiding first asks to un-apply it; other reasons stand as sentences.
[[nodiscard]] ReasonDialog::Question void_question(const app::InvoiceView& view,
                                                   const Local& local);
[[nodiscard]] app::VoidInvoice void_command(const app::InvoiceView& view,
                                            const ReasonDialog::Answer& answer);
[[nodiscard]] ReasonDialog::Question revert_question(const app::InvoiceView& view);

// Gives back what a person un-applies to the payer's credit.
[[nodiscard]] ReasonDialog::Question release_question(std::string_view number, domain::Money amount,
                                                      const Local& local);

} // namespace ui
