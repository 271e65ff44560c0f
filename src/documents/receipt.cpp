#include "documents/receipt.h"

#include "documents/composer.h"
#include "documents/qr_code.h"
#include "documents/style.h"

#include <algorithm>

namespace documents {

namespace {

constexpr Ink black{};
constexpr TypeSize roll_type{points(9, 750), points(13, 500)};
constexpr TypeSize name_type{points(13, 500), points(18)};
constexpr TypeSize sum_type{points(16, 500), points(21)};
constexpr TypeSize note_type{points(8, 625), points(12)};
constexpr Length roll_margin = points(12);
constexpr Length roll_top = points(18);
constexpr Length detail_indent = points(9);
constexpr Length figure_gap = points(9);
constexpr Length tax_column = points(38);
constexpr Length code_side_max = points(96);

constexpr TextStyle black_plain(TypeSize type) { return plain(type, black); }
constexpr TextStyle black_bold(TypeSize type) { return inked(bold(type), black); }

class Receipt {
  public:
    Receipt(const ReceiptDocument& document, const FontSet& fonts)
        : document_(document), composer_(fonts, pages_),
          width_(document.width == RollWidth::mm_80 ? points(226, 772) : points(164, 409)) {
        pages_.title = document.file_title;
        pages_.author = document.sender_name;
        pages_.language = document.language;
        pages_.created_ms = document.created_ms;
    }

    base::Result<Pages> draw() {
        composer_.element(Tag::document, artifact);
        composer_.add_page(width_, 0);
        head();
        dashes();
        for (const Fact& fact : document_.facts)
            pair(fact);
        dashes();
        rows();
        dashes();
        total();
        dashes();
        if (!document_.taxes.rows.empty()) {
            taxes();
            dashes();
        }
        words(document_.notes, black_plain(note_type), note_type, Align::left);
        TRY_VOID(code());
        if (!document_.thanks.empty()) y_ += points(9);
        words(document_.thanks, black_bold(roll_type), roll_type, Align::centre);
        pages_.pages.front().height = y_ + points(24);
        return std::move(pages_);
    }

  private:
    [[nodiscard]] Length inner() const { return width_ - 2 * roll_margin; }
    [[nodiscard]] Slot slot(Align align = Align::left) const {
        return {.left = roll_margin, .top = y_, .width = inner(), .align = align};
    }

    void words(std::string_view text, const TextStyle& style, TypeSize type, Align align,
               Tag tag = Tag::paragraph) {
        if (text.empty()) return;
        y_ +=
            composer_.paragraph(slot(align), text, style, type.leading, composer_.element(tag, 0));
    }

    void head() {
        words(document_.copy_mark, black_bold(roll_type), roll_type, Align::centre);
        words(document_.sender_name, black_bold(name_type), name_type, Align::centre, Tag::heading);
        words(document_.sender_lines, black_plain(roll_type), roll_type, Align::centre);
    }

    void dashes() {
        y_ += points(6);
        composer_.outline({.box = {roll_margin, y_, inner(), 0},
                           .ink = black,
                           .width = rule,
                           .radius = 0,
                           .dash = points(2, 250)});
        y_ += points(8, 250);
    }

    // Label left and value right; a value too wide for what is left goes below, to the right.
    void pair(const Fact& fact, TypeSize type = roll_type,
              TextStyle label = black_plain(roll_type)) {
        TextStyle value = fact.is_strong ? black_bold(type) : black_plain(type);
        value.size = type.size;
        const ElementIndex element = composer_.element(Tag::paragraph, 0);
        composer_.line(slot(), fact.label, label, type.leading, element);
        const Length room = inner() - composer_.width_of(fact.label, label) - figure_gap;
        if (composer_.width_of(fact.value, figures(value)) > room) {
            y_ += type.leading;
            y_ += composer_.paragraph(slot(Align::right), fact.value, value, type.leading, element);
            return;
        }
        composer_.line(slot(Align::right), fact.value, figures(value), type.leading, element);
        y_ += type.leading;
    }

    void rows() {
        for (const ReceiptRow& row : document_.rows) {
            const ElementIndex element = composer_.element(Tag::paragraph, 0);
            y_ += composer_.paragraph(slot(), row.name, black_plain(roll_type), roll_type.leading,
                                      element);
            const Length amount =
                composer_.width_of(row.amount, figures(black_plain(roll_type))) + figure_gap;
            composer_.line(slot(Align::right), row.amount, figures(black_plain(roll_type)),
                           roll_type.leading, element);
            Slot below = slot();
            below.left += detail_indent;
            below.width -= detail_indent + amount;
            y_ += std::max(roll_type.leading,
                           composer_.paragraph(below, row.detail, black_plain(roll_type),
                                               roll_type.leading, element));
        }
    }

    void total() {
        Fact sum = document_.total;
        sum.is_strong = true;
        pair(sum, sum_type, black_bold(name_type));
        for (const Fact& fact : document_.after_total)
            pair(fact);
        words(document_.outcome, black_bold(roll_type), roll_type, Align::left);
    }

    // On 58 mm the two figures would squeeze the name: it takes a line of its own.
    void taxes() {
        const bool is_wide = document_.width == RollWidth::mm_80;
        const ElementIndex table = composer_.element(Tag::table, 0);
        const auto row = [&](const TaxRow& texts, Tag tag) {
            const ElementIndex element = composer_.element(Tag::row, table);
            const TextStyle style = black_plain(roll_type);
            composer_.line(slot(), texts.name, style, roll_type.leading,
                           composer_.element(tag, element));
            if (!is_wide) y_ += roll_type.leading;
            Slot base = slot(Align::right);
            base.width -= tax_column;
            composer_.line(base, texts.base, figures(style), roll_type.leading,
                           composer_.element(tag, element));
            composer_.line(slot(Align::right), texts.tax, figures(style), roll_type.leading,
                           composer_.element(tag, element));
            y_ += roll_type.leading;
        };
        const TaxTable& taxes = document_.taxes;
        row({taxes.name, taxes.base, taxes.tax}, Tag::column_head);
        for (const TaxRow& texts : taxes.rows)
            row(texts, Tag::cell);
        if (taxes.total) row(*taxes.total, Tag::cell);
    }

    base::Result<void> code() {
        if (document_.code.empty()) return {};
        const Length side = std::min(code_side_max, inner());
        const Box square{(width_ - side) / 2, y_ + points(9), side, side};
        composer_.item({.shape = TRY(qr_code(document_.code, square)),
                        .element = composer_.element(Tag::figure, 0, document_.code_label)});
        y_ += side + points(12);
        words(document_.code_label, black_plain(roll_type), roll_type, Align::centre);
        return {};
    }

    const ReceiptDocument& document_;
    Pages pages_;
    Composer composer_;
    Length width_;
    Length y_ = roll_top;
};

} // namespace

base::Result<Pages> receipt_pages(const ReceiptDocument& document, const FontSet& fonts) {
    return Receipt(document, fonts).draw();
}

std::string all_text(const ReceiptDocument& document) {
    std::string text = document.copy_mark + document.sender_name + document.sender_lines +
                       document.outcome + document.notes + document.code_label + document.thanks +
                       document.taxes.name + document.taxes.base + document.taxes.tax;
    const auto add = [&text](const Fact& fact) { text += fact.label + fact.value; };
    std::ranges::for_each(document.facts, add);
    std::ranges::for_each(document.after_total, add);
    add(document.total);
    for (const ReceiptRow& row : document.rows)
        text += row.name + row.detail + row.amount;
    for (const TaxRow& row : document.taxes.rows)
        text += row.name + row.base + row.tax;
    return text;
}

} // namespace documents
