// The framed box of an invoice that says how to pay: code, account, reference, amount.
//
// It is as high as the code, or higher when the account's facts need it; nothing in it is cut.
#pragma once

#include "documents/composer.h"
#include "documents/invoice.h"

namespace documents {

[[nodiscard]] Length payment_box_height(const Composer& composer, const PaymentBox& box,
                                        Length width);

// Draws the box with its top left corner at (left, top). Error: out_of_range (the payload is longer
// than a QR code holds).
[[nodiscard]] base::Result<void> draw_payment_box(Composer& composer, const PaymentBox& box,
                                                  Length left, Length top, Length width);

} // namespace documents
