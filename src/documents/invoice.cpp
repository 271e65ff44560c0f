#include "documents/invoice.h"

#include "base/text.h"
#include "documents/image.h"
#include "documents/invoice_table.h"
#include "documents/payment_box.h"
#include "documents/style.h"

#include <algorithm>

namespace documents {

namespace {

constexpr Length logo_side = points(33);
constexpr Length footer_gap = points(9); // From the rule to the words below it.
constexpr Length title_width = points(150);
constexpr Length parties_top = margin_top + points(70, 500);
constexpr Length label_gap = points(9); // At least, between a label and its value.
constexpr Length dates_width_least = points(126);
constexpr Length dates_width_most = points(180);
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
        footer_height_ = footer_gap + footer_words_height();
        start_page();
        y_ = std::max(parties_top, TRY(sender()) + points(18));
        title();
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
        return height_ - margin_bottom - footer_height_ - points(12);
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
        const TextStyle style = plain(small_type, muted_ink);
        const std::string which = document_.kind + " " + document_.number;
        Slot slot{.left = margin_x, .top = margin_top, .width = inner_width()};
        slot.align = Align::right;
        composer_.line(slot, which, style, small_type.leading, artifact);
        slot.align = Align::left;
        slot.width -= composer_.width_of(which, style) + points(24);
        return margin_top + points(18) +
               composer_.paragraph(slot, document_.sender_name, style, small_type.leading,
                                   artifact);
    }

    // Makes sure that `height` fits above the foot of the page.
    void need(Length height) {
        if (y_ + height > floor()) y_ = continue_page();
    }

    // Text of any length, line by line over as many pages as it takes.
    void flow(std::string_view text, const TextStyle& style, Length leading) {
        const ElementIndex element = composer_.element(Tag::paragraph, 0);
        for (const ShapedLine& line :
             shape_paragraphs(composer_.fonts(), text, style, inner_width())) {
            need(leading);
            composer_.line({.left = margin_x, .top = y_, .width = inner_width()}, line, style,
                           leading, element);
            y_ += leading;
        }
    }

    // Returns where it ends.
    base::Result<Length> sender() {
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
        const Length width = right() - title_width - left;
        const ElementIndex element = composer_.element(Tag::paragraph, 0);
        const Length name = composer_.paragraph({.left = left, .top = margin_top, .width = width},
                                                document_.sender_name, bold(strong_type),
                                                strong_type.leading, element);
        return margin_top + name +
               composer_.paragraph({.left = left, .top = margin_top + name, .width = width},
                                   document_.sender_lines, plain(base_type, muted_ink),
                                   base_type.leading, element);
    }

    void title() {
        const ElementIndex element = composer_.element(Tag::heading, 0);
        const Slot slot{
            .left = margin_x, .top = margin_top, .width = inner_width(), .align = Align::right};
        composer_.line(slot, document_.kind, inked(bold(title_type), document_.accent),
                       title_type.leading, element);
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
        add(block.fine, plain(base_type, muted_ink));
        return y;
    }

    // Wide enough for "Supplied" beside "28 Oct – 3 Nov 2026" on one line.
    Length dates_width() const {
        Length width = dates_width_least;
        for (const Fact& fact : document_.dates)
            width =
                std::max(width, composer_.width_of(fact.label, fact_label(fact, muted_ink)) +
                                    label_gap + composer_.width_of(fact.value, fact_value(fact)));
        return std::min(width, dates_width_most);
    }

    void parties() {
        const Length dates_left = right() - dates_width();
        const Length middle = margin_x + inner_width() * 386 / 1000;
        const bool has_practitioner = !document_.practitioner.name.empty();
        const Length recipient_width =
            (has_practitioner ? middle : dates_left) - margin_x - points(12);
        Length bottom = block(document_.recipient, margin_x, recipient_width);
        if (has_practitioner) {
            bottom = std::max(
                bottom, block(document_.practitioner, middle, dates_left - middle - points(12)));
        }
        bottom = std::max(bottom, facts(document_.dates, dates_left, right() - dates_left, y_,
                                        base_type.leading, muted_ink));
        y_ = bottom + points(24);
    }

    static TextStyle fact_label(const Fact& fact, Ink ink) {
        return fact.is_strong ? bold(base_type) : plain(base_type, ink);
    }
    static TextStyle fact_value(const Fact& fact) {
        return figures(fact.is_strong ? bold(base_type) : plain(base_type));
    }

    // Label left, value right; a label that would run into its value takes more lines, a value as
    // wide as the column a line of its own. Returns where they end.
    Length facts(const std::vector<Fact>& list, Length left, Length width, Length top,
                 Length leading, Ink label_ink) {
        if (list.empty()) return top;
        const ElementIndex table = composer_.element(Tag::table, 0);
        for (const Fact& fact : list) {
            const ElementIndex row = composer_.element(Tag::row, table);
            top = pair({.left = left, .top = top, .width = width},
                       {fact.label, fact_label(fact, label_ink), leading,
                        composer_.element(Tag::row_head, row)},
                       {fact.value, fact_value(fact), leading, composer_.element(Tag::cell, row)});
        }
        return top;
    }

    struct Words {
        std::string_view text;
        TextStyle style;
        Length leading;
        ElementIndex element;
    };

    // Returns where the lower of the two ends.
    Length pair(Slot slot, const Words& label, const Words& value) {
        const Length value_width = composer_.width_of(value.text, value.style);
        const Length room = slot.width - value_width - label_gap;
        const bool is_side_by_side =
            composer_.width_of(label.text, label.style) <= room || room >= slot.width / 3;
        Slot beside = slot;
        if (is_side_by_side) beside.width = room;
        const Length label_height =
            composer_.paragraph(beside, label.text, label.style, label.leading, label.element);
        slot.align = Align::right;
        if (!is_side_by_side) slot.top += label_height;
        composer_.line(slot, value.text, value.style, value.leading, value.element);
        return is_side_by_side ? slot.top + std::max(label_height, value.leading)
                               : slot.top + value.leading;
    }

    void memo() {
        if (document_.memo.empty()) return;
        flow(document_.memo, plain(base_type), base_type.leading);
        y_ += points(12);
    }

    void sums_and_taxes() {
        const auto rows = static_cast<Length>(document_.sums.size());
        const auto after = static_cast<Length>(document_.after_total.size());
        const Length sums_height = rows * points(18) + points(42) + after * points(18);
        const auto tax_rows = static_cast<Length>(document_.taxes.rows.size());
        need(points(12) + std::max(sums_height, (tax_rows + 2) * points(16, 500)));
        y_ += points(15);
        const Length top = y_;
        const Length taxes_end = taxes(top - points(1, 250));
        const Length left = right() - sums_width;
        Length y = facts(document_.sums, left, sums_width, top, points(18), text_ink);
        y += points(6);
        composer_.fill({left, y, sums_width, rule}, document_.accent);
        y += points(7, 500);
        y = total(left, y);
        y = facts(document_.after_total, left, sums_width, y, points(18), text_ink);
        y_ = std::max(y, taxes_end);
    }

    Length total(Length left, Length top) {
        const ElementIndex element = composer_.element(Tag::paragraph, 0);
        const TextStyle label = bold(base_type);
        const TextStyle value = figures(inked(bold(total_type), document_.accent));
        Slot slot{.left = left, .top = top, .width = sums_width};
        const Length widths = composer_.width_of(document_.total.label, label) + label_gap +
                              composer_.width_of(document_.total.value, value);
        const bool is_one_line = widths <= sums_width;
        if (is_one_line) slot.top += points(2, 250); // On the baseline of the larger figure.
        composer_.line(slot, document_.total.label, label,
                       is_one_line ? total_type.leading : base_type.leading, element);
        slot.top = is_one_line ? top : top + base_type.leading;
        slot.align = Align::right;
        composer_.line(slot, document_.total.value, value, total_type.leading, element);
        return slot.top + total_type.leading + points(6);
    }

    Length taxes(Length top) {
        const TaxTable& taxes = document_.taxes;
        if (taxes.rows.empty()) return top;
        const ElementIndex table = composer_.element(Tag::table, 0);
        const Length leading = points(16, 500);
        Length base_width = composer_.width_of(taxes.base, plain(small_type));
        for (const TaxRow& texts : taxes.rows) {
            base_width =
                std::max(base_width, composer_.width_of(texts.base, figures(bold(small_type))));
        }
        const auto row = [&](const TaxRow& texts, const TextStyle& style, Tag tag) {
            const ElementIndex element = composer_.element(Tag::row, table);
            const Length names = taxes_width - points(66) - base_width;
            const Length height = composer_.paragraph(
                {.left = margin_x, .top = top + (leading - small_type.leading) / 2, .width = names},
                texts.name, style, small_type.leading, composer_.element(tag, element));
            Slot slot{.left = margin_x,
                      .top = top,
                      .width = taxes_width - points(54),
                      .align = Align::right};
            composer_.line(slot, texts.base, figures(style), leading,
                           composer_.element(tag, element));
            slot.width = taxes_width;
            composer_.line(slot, texts.tax, figures(style), leading,
                           composer_.element(tag, element));
            top += height + leading - small_type.leading;
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

    // Payment box and notes stand at the foot of the page where the sums end; if there is no room
    // for both, below the sums and over as many pages as the notes take.
    base::Result<void> foot_of_last_page() {
        const TextStyle style = plain(small_type, muted_ink);
        const Length notes = document_.notes.empty()
                                 ? 0
                                 : composer_.paragraph_height(document_.notes, style,
                                                              small_type.leading, inner_width());
        const Length box = document_.payment
                               ? payment_box_height(composer_, *document_.payment, inner_width())
                               : 0;
        const Length between = notes > 0 && box > 0 ? points(15) : 0;
        const Length whole = box + between + notes;
        if (whole == 0) return {};
        const Length bottom = floor() - rule;
        if (y_ + points(12) + whole <= bottom) {
            y_ = bottom - whole;
        } else {
            y_ += points(12);
            need(box > 0 ? box : small_type.leading);
        }
        if (document_.payment) {
            TRY_VOID(draw_payment_box(composer_, *document_.payment, margin_x, y_, inner_width()));
            y_ += box + between;
        }
        if (notes > 0) flow(document_.notes, style, small_type.leading);
        return {};
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

    // Contact and page number: at the right of the foot.
    [[nodiscard]] std::string foot_end(std::size_t page) const {
        return document_.contact + (document_.contact.empty() ? "" : "    ") + page_label(page);
    }

    // The legal line takes as many lines as it needs beside the page number.
    [[nodiscard]] Length legal_width() const {
        return inner_width() - composer_.width_of(foot_end(99), figures(plain(small_type))) -
               points(24);
    }
    [[nodiscard]] Length footer_words_height() const {
        return composer_.paragraph_height(document_.legal, plain(small_type), small_type.leading,
                                          legal_width());
    }

    void footers() {
        const Length top = height_ - margin_bottom - footer_height_;
        const TextStyle style = plain(small_type, muted_ink);
        for (std::size_t page = 0; page < pages_.pages.size(); ++page) {
            composer_.turn_to(page);
            composer_.fill({margin_x, top, inner_width(), rule}, hairline_ink);
            composer_.paragraph({.left = margin_x, .top = top + footer_gap, .width = legal_width()},
                                document_.legal, style, small_type.leading, artifact);
            composer_.line({.left = margin_x,
                            .top = top + footer_gap,
                            .width = inner_width(),
                            .align = Align::right},
                           foot_end(page), style, small_type.leading, artifact);
        }
    }

    const InvoiceDocument& document_;
    Pages pages_;
    Composer composer_;
    Length width_ = 0;
    Length height_ = 0;
    Length y_ = 0;
    Length footer_height_ = 0;
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
        text += block->label + block->name + block->lines + block->fine;
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
