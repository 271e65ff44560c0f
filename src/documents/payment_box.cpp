#include "documents/payment_box.h"

#include "documents/qr_code.h"
#include "documents/style.h"

#include <algorithm>

namespace documents {

namespace {

constexpr Length height_min = points(130);
constexpr Length padding = points(18);
constexpr Length code_side = points(111);
constexpr Length code_column = points(136);
constexpr Length pending_side = points(93);
constexpr Length fact_leading = points(15);
constexpr Length label_width_min = points(45);
constexpr Length gap = points(12);

TextStyle value_style(const Fact& fact) {
    return fact.is_strong ? figures(bold(base_type)) : plain(base_type);
}

// Where the parts of the box stand.
class PaymentBoxLayout {
  public:
    PaymentBoxLayout(const Composer& composer, const PaymentBox& box, Length left, Length width)
        : composer_(composer), box_(box), right_(left + width) {
        const bool has_code = !box.code.empty() || !box.code_pending.empty();
        text_left_ = left + (has_code ? code_column : padding);
        for (const Fact& fact : box.facts) {
            label_width_ = std::max(label_width_, composer.width_of(fact.label, plain(base_type)));
        }
        for (const Fact& fact : box.figures) {
            figures_width_ =
                std::max({figures_width_, composer.width_of(fact.label, plain(base_type)),
                          composer.width_of(fact.value, figure_style(fact))});
        }
    }

    [[nodiscard]] Length text_left() const { return text_left_; }
    [[nodiscard]] Length value_left() const { return text_left_ + label_width_ + gap; }
    [[nodiscard]] Length value_width() const {
        return right_ - padding - figures_width_ - gap - value_left();
    }
    [[nodiscard]] const TypeSize& figure_type(const Fact& fact) const {
        return &fact == box_.figures.data() ? strong_type : base_type;
    }
    [[nodiscard]] TextStyle figure_style(const Fact& fact) const {
        return figures(bold(figure_type(fact)));
    }
    [[nodiscard]] Length fact_height(const Fact& fact) const {
        return composer_.paragraph_height(fact.value, value_style(fact), fact_leading,
                                          value_width());
    }
    [[nodiscard]] Length height() const {
        Length text = strong_type.leading + points(5);
        for (const Fact& fact : box_.facts)
            text += fact_height(fact);
        return std::max(height_min, text + 2 * padding - points(4));
    }

  private:
    const Composer& composer_;
    const PaymentBox& box_;
    Length right_;
    Length text_left_ = 0;
    Length label_width_ = label_width_min;
    Length figures_width_ = points(80);
};

// Of a draft: the place of the code, with the reason why it is not there.
void draw_pending_code(Composer& composer, std::string_view words, Length left, Length middle) {
    const Box square{left + points(21), middle - pending_side / 2, pending_side, pending_side};
    composer.outline({.box = square,
                      .ink = hairline_ink,
                      .width = rule,
                      .radius = points(4, 500),
                      .dash = points(3)});
    const TextStyle style = plain(small_type, muted_ink);
    const Length inner = pending_side - points(18);
    const Length height = composer.paragraph_height(words, style, small_type.leading, inner);
    composer.paragraph({.left = square.x + points(9),
                        .top = square.y + (pending_side - height) / 2,
                        .width = inner,
                        .align = Align::centre},
                       words, style, small_type.leading, composer.element(Tag::paragraph, 0));
}

base::Result<void> draw_code(Composer& composer, const PaymentBox& box, Length left,
                             Length middle) {
    if (!box.code.empty()) {
        const Box square{left + points(12), middle - code_side / 2, code_side, code_side};
        composer.item({.shape = TRY(qr_code(box.code, square)),
                       .element = composer.element(Tag::figure, 0, box.code_means)});
    } else if (!box.code_pending.empty()) {
        draw_pending_code(composer, box.code_pending, left, middle);
    }
    return {};
}

void draw_facts(Composer& composer, const PaymentBox& box, const PaymentBoxLayout& layout,
                Length top) {
    composer.line({.left = layout.text_left(), .top = top}, box.heading, bold(strong_type),
                  strong_type.leading, composer.element(Tag::subheading, 0));
    top += strong_type.leading + points(5);
    if (box.facts.empty()) return;
    const ElementIndex table = composer.element(Tag::table, 0);
    for (const Fact& fact : box.facts) {
        const ElementIndex row = composer.element(Tag::row, table);
        composer.line({.left = layout.text_left(), .top = top}, fact.label,
                      plain(base_type, muted_ink), fact_leading,
                      composer.element(Tag::row_head, row));
        top += composer.paragraph(
            {.left = layout.value_left(), .top = top, .width = layout.value_width()}, fact.value,
            value_style(fact), fact_leading, composer.element(Tag::cell, row));
    }
}

void draw_figures(Composer& composer, const PaymentBox& box, const PaymentBoxLayout& layout,
                  Slot slot) {
    for (const Fact& fact : box.figures) {
        const ElementIndex element = composer.element(Tag::paragraph, 0);
        composer.line(slot, fact.label, plain(base_type, muted_ink), base_type.leading, element);
        slot.top += base_type.leading;
        composer.line(slot, fact.value, layout.figure_style(fact), layout.figure_type(fact).leading,
                      element);
        slot.top += layout.figure_type(fact).leading + points(6);
    }
}

} // namespace

Length payment_box_height(const Composer& composer, const PaymentBox& box, Length width) {
    return PaymentBoxLayout(composer, box, 0, width).height();
}

base::Result<void> draw_payment_box(Composer& composer, const PaymentBox& box, Length left,
                                    Length top, Length width) {
    const PaymentBoxLayout layout(composer, box, left, width);
    composer.outline({.box = {left, top, width, layout.height()},
                      .ink = hairline_ink,
                      .width = rule,
                      .radius = points(9),
                      .dash = 0});
    TRY_VOID(draw_code(composer, box, left, top + layout.height() / 2));
    draw_facts(composer, box, layout, top + padding - points(1));
    draw_figures(composer, box, layout,
                 {.left = left,
                  .top = top + padding - points(2, 500),
                  .width = width - padding,
                  .align = Align::right});
    return {};
}

} // namespace documents
