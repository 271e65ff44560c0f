// The choice of a receipt's form, with the buttons that print it or save it.
//
// The first one after recording is the original; every later one says COPY, as does one that is
// asked for on the payment's own page.
#pragma once

#include "ui/screens/handout.h"

namespace ui {

class ReceiptOffer {
  public:
    ReceiptOffer(Desk& desk, app::Original original) : handout_(desk), original_(original) {}

    // Another payment; its receipt has not left yet.
    void begin(app::Original original) { original_ = original; }
    // Draws into `slot` and answers the height used. `given` is cash handed over.
    float draw(Frame& frame, const Rect& slot, domain::PaymentId payment,
               const std::optional<domain::Money>& given, std::string_view disabled_because = {});
    // Once a frame, also while it is not drawn.
    void step() { handout_.step(); }
    [[nodiscard]] bool is_copy() const { return original_ == app::Original::copy; }

  private:
    Handout handout_;
    app::Original original_;
    int form_ = 0;
};

} // namespace ui
