#include "documents/invoice.h"

#include "base/text.h"
#include "documents/image.h"
#include "documents/invoice_table.h"
#include "documents/qr_code.h"
#include "documents/style.h"

#include <algorithm>

namespace documents {

namespace {

constexpr Length logo_side = points(33);
constexpr Length footer_height = points(21); // Rule, gap and one small line.
constexpr Length box_height = points(130);
constexpr Length box_padding = points(18);
constexpr Length code_side = points(111);
constexpr Length dates_width = points(126);
constexpr Length sums_width = points(198);
constexpr Length taxes_width = points(234);

class Invoice {
  public:
    Invoice(const InvoiceDocument& document, const FontSet& fonts)
        : document_(document), composer_(fonts, pages_) {
        const bool is_a4 = document.paper == PaperSize::a4;
        width_ = is_a4 ? points(595, 276) : points(612);
        height_ = is_a4 ? points(841, 890) : points(792);
        pages_.title = document.file_title;
        pages_.author = document.sender_name;
        pages_.language = document.language;
        pages_.created_ms = document.created_ms;
    }

    base::Result<Pages> draw() {
        composer_.element(Tag::document, artifact);
        start_page();
        TRY_VOID(sender());
        title();
        y_ = margin_top + points(72);
        parties();
        memo();
        y_ = invoice_table(
            composer_, document_,
            {.left = margin_x, .right = right(), .top = y_, .bottom = floor(), .next_page = [this] {
                 return continue_page();
             }});
        sums_and_taxes();
        TRY_VOID(foot_of_last_page());
        footers();
        return std::move(pages_);
    }

  private:
    [[nodiscard]] Length right() const { return width_ - margin_x; }
    [[nodiscard]] Length inner_width() const { return width_ - 2 * margin_x; }
    [[nodiscard]] Length floor() const {
        return height_ - margin_bottom - footer_height - points(12);
    }

    void start_page() {
        composer_.add_page(width_, height_);
        if (document_.draft_mark.empty()) return;
        const TextStyle style{.size = points(112),
                              .weight = Weight::bold,
                              .digits = Digits::proportional,
                              .ink = draft_ink};
        composer_.line(
            {.left = 0, .top = height_ / 2 - points(68), .width = width_, .align = Align::centre},
            document_.draft_mark, style, points(136), artifact);
    }

    // Pages after the first say whose and which document they belong to.
    Length continue_page() {
        start_page();
        composer_.line({.left = margin_x, .top = margin_top}, document_.sender_name,
                       plain(small_type, muted_ink), small_type.leading, artifact);
        composer_.line(
            {.left = margin_x, .top = margin_top, .width = inner_width(), .align = Align::right},
            document_.kind + " " + document_.number, plain(small_type, muted_ink),
            small_type.leading, artifact);
        return margin_top + points(30);
    }

    // Makes sure that `height` fits above the foot of the page.
    void need(Length height) {
        if (y_ + height > floor()) y_ = continue_page();
    }

    base::Result<void> sender() {
        Length left = margin_x;
        if (document_.logo) {
            const ImageSize size = TRY(image_size(*document_.logo));
            const std::int64_t longer = std::max(size.width, size.height);
            const Box box{left, margin_top,
                          static_cast<Length>(std::int64_t{logo_side} * size.width / longer),
                          static_cast<Length>(std::int64_t{logo_side} * size.height / longer)};
            pages_.images.push_back(*document_.logo);
            composer_.item({.shape = Picture{box, 0},
                            .element = composer_.element(Tag::figure, 0, document_.sender_name)});
            left += box.width + points(10, 500);
        }
        const Length width = right() - points(150) - left;
        const ElementIndex element = composer_.element(Tag::paragraph, 0);
        const Length name = composer_.paragraph({.left = left, .top = margin_top, .width = width},
                                                document_.sender_name, bold(strong_type),
                                                strong_type.leading, element);
        composer_.paragraph({.left = left, .top = margin_top + name, .width = width},
                            document_.sender_lines, plain(base_type, muted_ink), base_type.leading,
                            element);
        return {};
    }

    void title() {
        const ElementIndex element = composer_.element(Tag::heading, 0);
        const Slot slot{
            .left = margin_x, .top = margin_top, .width = inner_width(), .align = Align::right};
        composer_.line(slot, document_.kind, bold(title_type), title_type.leading, element);
        Slot below = slot;
        below.top += title_type.leading;
        const bool is_draft = !document_.draft_mark.empty();
        const TextStyle style = is_draft ? plain(base_type, muted_ink) : plain(strong_type);
        composer_.line(below, document_.number, style, strong_type.leading, element);
    }

    Length block(const Block& block, Length left, Length width) {
        const ElementIndex element = composer_.element(Tag::paragraph, 0);
        Length y = y_;
        const auto add = [&](std::string_view text, const TextStyle& style) {
            if (text.empty()) return;
            y += composer_.paragraph({.left = left, .top = y, .width = width}, text, style,
                                     base_type.leading, element);
        };
        add(block.label, plain(base_type, muted_ink));
        add(block.name, block.name_is_strong ? bold(base_type) : plain(base_type));
        add(block.lines, plain(base_type));
        return y;
    }

    void parties() {
        const Length dates_left = right() - dates_width;
        const Length middle = margin_x + inner_width() * 386 / 1000;
        const bool has_practitioner = !document_.practitioner.name.empty();
        const Length recipient_width =
            (has_practitioner ? middle : dates_left) - margin_x - points(12);
        Length bottom = block(document_.recipient, margin_x, recipient_width);
        if (has_practitioner) {
            bottom = std::max(
                bottom, block(document_.practitioner, middle, dates_left - middle - points(12)));
        }
        bottom = std::max(bottom, facts(document_.dates, dates_left, dates_width, y_,
                                        base_type.leading, Tag::row_head));
        y_ = bottom + points(24);
    }

    // Label left, value right; returns where they end.
    Length facts(const std::vector<Fact>& list, Length left, Length width, Length top,
                 Length leading, Tag head) {
        if (list.empty()) return top;
        const ElementIndex table = composer_.element(Tag::table, 0);
        for (const Fact& fact : list) {
            const ElementIndex row = composer_.element(Tag::row, table);
            const TextStyle label =
                fact.is_strong ? bold(base_type)
                               : plain(base_type, head == Tag::row_head ? muted_ink : text_ink);
            const TextStyle value = fact.is_strong ? bold(base_type) : plain(base_type);
            composer_.line({.left = left, .top = top, .width = width}, fact.label, label, leading,
                           composer_.element(Tag::row_head, row));
            composer_.line({.left = left, .top = top, .width = width, .align = Align::right},
                           fact.value, figures(value), leading, composer_.element(Tag::cell, row));
            top += leading;
        }
        return top;
    }

    void memo() {
        if (document_.memo.empty()) return;
        y_ += composer_.paragraph({.left = margin_x, .top = y_, .width = inner_width()},
                                  document_.memo, plain(base_type), base_type.leading,
                                  composer_.element(Tag::paragraph, 0)) +
              points(12);
    }

    void sums_and_taxes() {
        const auto rows = static_cast<Length>(document_.sums.size());
        const auto after = static_cast<Length>(document_.after_total.size());
        const Length sums_height = rows * points(18) + points(42) + after * points(18);
        const auto tax_rows = static_cast<Length>(document_.taxes.rows.size());
        need(points(12) + std::max(sums_height, (tax_rows + 2) * points(16, 500)));
        y_ += points(15);
        const Length top = y_;
        const Length taxes_end = taxes(top);
        const Length left = right() - sums_width;
        Length y = facts(document_.sums, left, sums_width, top, points(18), Tag::cell);
        y += points(6);
        composer_.fill({left, y, sums_width, rule}, text_ink);
        y += points(7, 500);
        y = total(left, y);
        y = facts(document_.after_total, left, sums_width, y, points(18), Tag::cell);
        y_ = std::max(y, taxes_end);
    }

    Length total(Length left, Length top) {
        const ElementIndex element = composer_.element(Tag::paragraph, 0);
        composer_.line({.left = left, .top = top + points(2, 250), .width = sums_width},
                       document_.total.label, bold(base_type), total_type.leading, element);
        composer_.line({.left = left, .top = top, .width = sums_width, .align = Align::right},
                       document_.total.value, figures(bold(total_type)), total_type.leading,
                       element);
        return top + total_type.leading + points(6);
    }

    Length taxes(Length top) {
        const TaxTable& taxes = document_.taxes;
        if (taxes.rows.empty()) return top;
        const ElementIndex table = composer_.element(Tag::table, 0);
        const Length leading = points(16, 500);
        const auto row = [&](const TaxRow& texts, const TextStyle& style, Tag tag) {
            const ElementIndex element = composer_.element(Tag::row, table);
            const Slot slot{.left = margin_x, .top = top, .width = taxes_width};
            composer_.line(slot, texts.name, style, leading, composer_.element(tag, element));
            composer_.line({.left = margin_x,
                            .top = top,
                            .width = taxes_width - points(54),
                            .align = Align::right},
                           texts.base, figures(style), leading, composer_.element(tag, element));
            composer_.line(
                {.left = margin_x, .top = top, .width = taxes_width, .align = Align::right},
                texts.tax, figures(style), leading, composer_.element(tag, element));
            top += leading;
        };
        const auto line = [&] {
            composer_.fill({margin_x, top, taxes_width, rule}, hairline_ink);
            top += rule;
        };
        row({taxes.name, taxes.base, taxes.tax}, plain(small_type, muted_ink), Tag::column_head);
        line();
        for (const TaxRow& texts : taxes.rows)
            row(texts, plain(small_type), Tag::cell);
        if (taxes.total) {
            line();
            row(*taxes.total, bold(small_type), Tag::cell);
        }
        return top;
    }

    // Payment box and notes stand at the foot of the last page.
    base::Result<void> foot_of_last_page() {
        const Length notes_height =
            document_.notes.empty()
                ? 0
                : composer_.paragraph_height(document_.notes, plain(small_type), small_type.leading,
                                             inner_width()) +
                      points(12);
        const Length box = document_.payment ? box_height + points(18) : 0;
        if (notes_height + box == 0) return {};
        need(points(18) + box + notes_height);
        Length top = floor() + points(12) - points(9) - notes_height - box + points(6);
        if (document_.payment) {
            TRY_VOID(payment(*document_.payment, top));
            top += box_height + points(15);
        }
        composer_.paragraph({.left = margin_x, .top = top, .width = inner_width()}, document_.notes,
                            plain(small_type, muted_ink), small_type.leading,
                            composer_.element(Tag::paragraph, 0));
        return {};
    }

    base::Result<void> payment(const PaymentBox& box, Length top) {
        const Box frame{margin_x, top, inner_width(), box_height};
        composer_.outline(
            {.box = frame, .ink = hairline_ink, .width = rule, .radius = points(9), .dash = 0});
        Length left = margin_x + box_padding;
        if (!box.code.empty()) {
            const Box square{margin_x + points(12), top + (box_height - code_side) / 2, code_side,
                             code_side};
            composer_.item({.shape = TRY(qr_code(box.code, square)),
                            .element = composer_.element(Tag::figure, 0, box.code_means)});
            left = margin_x + points(136);
        } else if (!box.code_pending.empty()) {
            pending_code(box.code_pending, top);
            left = margin_x + points(136);
        }
        payment_facts(box, left, top + box_padding - points(1, 500));
        payment_figures(box, top + box_padding - points(4, 500));
        return {};
    }

    void pending_code(std::string_view words, Length top) {
        const Length side = points(93);
        const Box square{margin_x + points(21), top + (box_height - side) / 2, side, side};
        composer_.outline({.box = square,
                           .ink = hairline_ink,
                           .width = rule,
                           .radius = points(4, 500),
                           .dash = points(3)});
        const TextStyle style = plain(small_type, muted_ink);
        const Length inner = side - points(18);
        const Length height = composer_.paragraph_height(words, style, small_type.leading, inner);
        composer_.paragraph({.left = square.x + points(9),
                             .top = square.y + (side - height) / 2,
                             .width = inner,
                             .align = Align::centre},
                            words, style, small_type.leading, composer_.element(Tag::paragraph, 0));
    }

    void payment_facts(const PaymentBox& box, Length left, Length top) {
        composer_.line({.left = left, .top = top}, box.heading, bold(strong_type),
                       strong_type.leading, composer_.element(Tag::subheading, 0));
        top += strong_type.leading + points(5);
        if (box.facts.empty()) return;
        Length label_width = points(45);
        for (const Fact& fact : box.facts) {
            label_width = std::max(label_width, composer_.width_of(fact.label, plain(base_type)));
        }
        const Length value_left = left + label_width + points(12);
        const Length value_width = right() - points(110) - value_left;
        const ElementIndex table = composer_.element(Tag::table, 0);
        for (const Fact& fact : box.facts) {
            const ElementIndex row = composer_.element(Tag::row, table);
            composer_.line({.left = left, .top = top}, fact.label, plain(base_type, muted_ink),
                           points(15), composer_.element(Tag::row_head, row));
            top +=
                composer_.paragraph({.left = value_left, .top = top, .width = value_width},
                                    fact.value, fact.is_strong ? bold(base_type) : plain(base_type),
                                    points(15), composer_.element(Tag::cell, row));
        }
    }

    void payment_figures(const PaymentBox& box, Length top) {
        for (std::size_t index = 0; index < box.figures.size(); ++index) {
            const Fact& fact = box.figures[index];
            const TypeSize type = index == 0 ? strong_type : base_type;
            const ElementIndex element = composer_.element(Tag::paragraph, 0);
            Slot slot{.left = margin_x,
                      .top = top,
                      .width = inner_width() - box_padding,
                      .align = Align::right};
            composer_.line(slot, fact.label, plain(base_type, muted_ink), base_type.leading,
                           element);
            slot.top += base_type.leading;
            composer_.line(slot, fact.value, figures(bold(type)), type.leading, element);
            top += base_type.leading + type.leading + points(6);
        }
    }

    [[nodiscard]] std::string page_label(std::size_t page) const {
        std::string label = document_.page_label;
        const auto put = [&](std::string_view name, std::size_t number) {
            if (const std::size_t at = label.find(name); at != std::string::npos) {
                label.replace(at, name.size(),
                              base::integer_text(static_cast<std::int64_t>(number)));
            }
        };
        put("{page}", page + 1);
        put("{pages}", pages_.pages.size());
        return label;
    }

    void footers() {
        for (std::size_t page = 0; page < pages_.pages.size(); ++page) {
            composer_.turn_to(page);
            Length y = height_ - margin_bottom - footer_height;
            composer_.fill({margin_x, y, inner_width(), rule}, hairline_ink);
            y = height_ - margin_bottom - small_type.leading;
            const TextStyle style = plain(small_type, muted_ink);
            composer_.line({.left = margin_x, .top = y}, document_.legal, style, small_type.leading,
                           artifact);
            const std::string end =
                document_.contact + (document_.contact.empty() ? "" : "    ") + page_label(page);
            composer_.line(
                {.left = margin_x, .top = y, .width = inner_width(), .align = Align::right}, end,
                figures(style), small_type.leading, artifact);
        }
    }

    const InvoiceDocument& document_;
    Pages pages_;
    Composer composer_;
    Length width_ = 0;
    Length height_ = 0;
    Length y_ = 0;
};

} // namespace

base::Result<Pages> invoice_pages(const InvoiceDocument& document, const FontSet& fonts) {
    return Invoice(document, fonts).draw();
}

std::string all_text(const InvoiceDocument& document) {
    std::string text = document.kind + document.number + document.draft_mark +
                       document.sender_name + document.sender_lines + document.memo +
                       document.notes + document.legal + document.contact + document.page_label +
                       document.carried_forward + document.brought_forward;
    for (const Block* block : {&document.recipient, &document.practitioner}) {
        text += block->label + block->name + block->lines;
    }
    for (const InvoiceRow& row : document.rows) {
        text +=
            row.date + row.name + row.detail + row.quantity + row.unit_price + row.tax + row.amount;
    }
    const InvoiceColumns& columns = document.columns;
    text += columns.date + columns.name + columns.quantity + columns.unit_price + columns.tax +
            columns.amount + document.taxes.name + document.taxes.base + document.taxes.tax;
    for (const TaxRow& row : document.taxes.rows)
        text += row.name + row.base + row.tax;
    const auto add = [&](const std::vector<Fact>& facts) {
        for (const Fact& fact : facts)
            text += fact.label + fact.value;
    };
    add(document.dates);
    add(document.sums);
    add({document.total});
    add(document.after_total);
    if (document.payment) {
        text += document.payment->heading + document.payment->code_pending;
        add(document.payment->facts);
        add(document.payment->figures);
    }
    return text;
}

} // namespace documents
