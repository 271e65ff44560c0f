#include "ui/screens/receipt_offer.h"

#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/label.h"

#include <array>
#include <utility>

namespace ui {

float ReceiptOffer::draw(Frame& frame, const Rect& slot, domain::PaymentId payment,
                         const std::optional<domain::Money>& given,
                         std::string_view disabled_because) {
    Stack stack(slot, 12);
    heading(frame, stack.next(24), "Receipt", 2);
    constexpr std::array<Segment, receipt_form_count> forms{{{"Page"}, {"80 mm"}, {"58 mm"}}};
    segmented(frame, stack.next(frame.measure().segmented), form_,
              {.name = "Receipt paper", .items = forms, .is_stretched = true});
    Rect bar = stack.next(button_height(frame));
    std::optional<Way> way;
    if (button_from_left(frame, bar,
                         {.label = "Print receipt",
                          .icon = Icon::printer,
                          .disabled_because = disabled_because}))
        way = Way::print;
    if (button_from_left(frame, bar,
                         {.label = "Receipt as PDF",
                          .icon = Icon::download,
                          .disabled_because = disabled_because}))
        way = Way::download;
    if (is_copy())
        stack.advance(paragraph(frame, stack.slot(),
                                {.text = "Only the first one after recording is the original: "
                                         "this one says COPY.",
                                 .color = Color::muted}));
    if (way)
        handout_.receipt({.payment = payment,
                          .form = static_cast<ReceiptForm>(form_),
                          .original = std::exchange(original_, app::Original::copy),
                          .given = given},
                         *way);
    return stack.used();
}

} // namespace ui
