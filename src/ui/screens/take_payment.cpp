#include "ui/screens/take_payment.h"

namespace ui {

void TakePayment::draw(Frame& frame) {
    constexpr PaletteWords words{.name = "Take payment",
                                 .label = "Who pays? A name or an invoice number",
                                 .nothing = "No client and no open invoice matches this"};
    if (palette_.is_open()) {
        const Scope scope(frame, "take payment");
        if (const auto taken = palette_.draw(frame, model_.entries(palette_.text()), words)) {
            const PaymentStart start = model_.start(*taken);
            if (const auto* const invoice = std::get_if<domain::InvoiceId>(&start))
                sheet_.open_on(*invoice);
            else
                sheet_.open_for(std::get<domain::PartyId>(start));
        }
    }
    sheet_.draw(frame);
}

} // namespace ui
