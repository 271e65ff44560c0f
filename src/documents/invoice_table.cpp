#include "documents/invoice_table.h"

#include "documents/style.h"

#include <algorithm>
#include <array>

namespace documents {

namespace {

constexpr Length row_padding = points(6, 375); // The letters stand higher than the middle.
constexpr Length row_lift = 750;
constexpr Length column_gap = points(15);
constexpr Length head_height = points(20);

// The columns right of the name, in order.
constexpr std::size_t figure_count = 4;
using Figures = std::array<std::string_view, figure_count>;

Figures figures_of(const InvoiceRow& row) {
    return {row.quantity, row.unit_price, row.tax, row.amount};
}
Figures heads_of(const InvoiceColumns& columns) {
    return {columns.quantity, columns.unit_price, columns.tax, columns.amount};
}

class Table {
  public:
    Table(Composer& composer, const InvoiceDocument& document, const TableFrame& frame)
        : composer_(composer), document_(document), frame_(frame), y_(frame.top),
          table_(composer.element(Tag::table, 0)) {
        measure();
    }

    Length draw() {
        if (!document_.rows.empty() &&
            y_ + head_height + row_height(document_.rows.front()) + carry_height() >
                frame_.bottom) {
            y_ = frame_.next_page(); // A long memo has left no room for a first row.
        }
        head(table_);
        for (const InvoiceRow& row : document_.rows) {
            const Length height = row_height(row);
            const Length room = frame_.bottom - y_ - height;
            // The row after this one may need the line that says what is carried forward.
            const bool is_last = &row == &document_.rows.back();
            if (room < (is_last ? 0 : carry_height()) && drawn_on_page_ > 0) go_on();
            draw_row(row, height);
            so_far_ = row.sum_so_far;
        }
        return y_;
    }

  private:
    [[nodiscard]] static Length carry_height() { return base_type.leading + 2 * row_padding; }

    void measure() {
        const Figures heads = heads_of(document_.columns);
        for (std::size_t column = 0; column < figure_count; ++column) {
            if (heads[column].empty()) continue;
            Length width = composer_.width_of(heads[column], figures(plain(base_type)));
            for (const InvoiceRow& row : document_.rows) {
                width = std::max(
                    width, composer_.width_of(figures_of(row)[column], figures(plain(base_type))));
            }
            widths_[column] = width;
        }
        if (!document_.columns.date.empty()) {
            date_width_ = composer_.width_of(document_.columns.date, plain(base_type));
            for (const InvoiceRow& row : document_.rows) {
                date_width_ =
                    std::max(date_width_, composer_.width_of(row.date, figures(plain(base_type))));
            }
            date_width_ = std::max(date_width_ + column_gap, points(57));
        }
        Length right = frame_.right;
        for (std::size_t back = figure_count; back > 0; --back) {
            if (widths_[back - 1] == 0) continue;
            rights_[back - 1] = right;
            right -= widths_[back - 1] + column_gap;
        }
        name_right_ = right;
    }

    [[nodiscard]] Length name_left() const { return frame_.left + date_width_; }
    [[nodiscard]] Length name_width() const { return name_right_ - name_left(); }

    [[nodiscard]] Length row_height(const InvoiceRow& row) const {
        Length text =
            composer_.paragraph_height(row.name, plain(base_type), base_type.leading, name_width());
        if (!row.detail.empty()) {
            text += composer_.paragraph_height(row.detail, figures(plain(small_type)),
                                               small_type.leading, name_width());
        }
        return text + 2 * row_padding;
    }

    void cells(const Figures& texts, Length top, const TextStyle& style, Tag tag,
               ElementIndex parent) {
        for (std::size_t column = 0; column < figure_count; ++column) {
            if (widths_[column] == 0) continue;
            const ElementIndex cell =
                parent == artifact ? artifact : composer_.element(tag, parent);
            composer_.line({.left = rights_[column] - widths_[column],
                            .top = top,
                            .width = widths_[column],
                            .align = Align::right},
                           texts[column], figures(style), base_type.leading, cell);
        }
    }

    void head(ElementIndex table) {
        const ElementIndex row = table == artifact ? artifact : composer_.element(Tag::row, table);
        const auto cell = [&] {
            return row == artifact ? artifact : composer_.element(Tag::column_head, row);
        };
        const TextStyle style = plain(base_type, muted_ink);
        if (date_width_ > 0) {
            composer_.line({.left = frame_.left, .top = y_}, document_.columns.date, style,
                           base_type.leading, cell());
        }
        composer_.line({.left = name_left(), .top = y_}, document_.columns.name, style,
                       base_type.leading, cell());
        cells(heads_of(document_.columns), y_, style, Tag::column_head, row);
        y_ += head_height;
        composer_.fill({frame_.left, y_ - rule, frame_.right - frame_.left, rule},
                       document_.accent);
        drawn_on_page_ = 0;
    }

    void draw_row(const InvoiceRow& row, Length height) {
        const ElementIndex element = composer_.element(Tag::row, table_);
        const Length top = y_ + row_padding - row_lift;
        if (date_width_ > 0) {
            composer_.line({.left = frame_.left, .top = top}, row.date,
                           figures(plain(base_type, muted_ink)), base_type.leading,
                           composer_.element(Tag::cell, element));
        }
        const ElementIndex name = composer_.element(Tag::cell, element);
        const Length detail_top =
            top + composer_.paragraph({.left = name_left(), .top = top, .width = name_width()},
                                      row.name, plain(base_type), base_type.leading, name);
        if (!row.detail.empty()) {
            composer_.paragraph({.left = name_left(), .top = detail_top, .width = name_width()},
                                row.detail, figures(plain(small_type, muted_ink)),
                                small_type.leading, name);
        }
        cells(figures_of(row), top, plain(base_type), Tag::cell, element);
        y_ += height;
        hairline();
        ++drawn_on_page_;
    }

    void hairline() {
        composer_.fill({frame_.left, y_ - rule, frame_.right - frame_.left, rule}, hairline_ink);
    }

    // A row that only the eye needs: the sum that goes from page to page.
    void carry(std::string_view label) {
        const Length top = y_ + row_padding - row_lift;
        composer_.line({.left = name_left(), .top = top}, label, plain(base_type, muted_ink),
                       base_type.leading, artifact);
        composer_.line({.left = name_left(),
                        .top = top,
                        .width = frame_.right - name_left(),
                        .align = Align::right},
                       so_far_, figures(plain(base_type, muted_ink)), base_type.leading, artifact);
        y_ += carry_height();
    }

    void go_on() {
        carry(document_.carried_forward);
        y_ = frame_.next_page();
        head(artifact);
        carry(document_.brought_forward);
        hairline();
    }

    Composer& composer_;
    const InvoiceDocument& document_;
    const TableFrame& frame_;
    Length y_;
    ElementIndex table_;
    std::array<Length, figure_count> widths_{}; // 0: the column is left out.
    std::array<Length, figure_count> rights_{};
    Length date_width_ = 0;
    Length name_right_ = 0;
    std::size_t drawn_on_page_ = 0;
    std::string so_far_;
};

} // namespace

Length invoice_table(Composer& composer, const InvoiceDocument& document, const TableFrame& frame) {
    return Table(composer, document, frame).draw();
}

} // namespace documents
