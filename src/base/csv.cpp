#include "base/csv.h"

#include "base/assert.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace base {

namespace {

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

class RowReader {
  public:
    RowReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    // The next row that is not blank.
    std::optional<CsvRow> next() {
        while (at_ < text_.size()) {
            CsvRow row = read_row();
            const bool is_blank = std::ranges::all_of(
                row.cells, [](const std::string& cell) { return trimmed(cell).empty(); });
            if (!is_blank || row.fault) return row;
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] bool is_at_end() const { return at_ == text_.size(); }
    [[nodiscard]] bool is_at_cell_end() const {
        return is_at_end() || text_[at_] == separator_ || is_line_end(text_[at_]);
    }

    CsvRow read_row() {
        CsvRow row{.line = line_, .cells = {}, .fault = {}};
        row.cells.push_back(read_cell(row));
        while (!is_at_end() && text_[at_] == separator_) {
            ++at_;
            row.cells.push_back(read_cell(row));
        }
        if (!is_at_end()) take_line_end();
        return row;
    }

    std::string read_cell(CsvRow& row) {
        const std::size_t quote = text_.find_first_not_of(' ', at_);
        const bool is_quoted = quote != std::string_view::npos && text_[quote] == '"';
        std::string cell;
        if (is_quoted) {
            at_ = quote + 1;
            read_quoted(cell, row);
        } else {
            read_plain(cell);
        }
        if (length_in_code_points(cell) > csv_cell_length_max)
            blame(row, Code::cell_too_long, csv_cell_length_max);
        return cell;
    }

    void read_plain(std::string& cell) {
        const std::size_t begin = at_;
        while (!is_at_cell_end())
            ++at_;
        cell += text_.substr(begin, at_ - begin);
    }

    // Behind the opening quote.
    void read_quoted(std::string& cell, CsvRow& row) {
        for (;;) {
            if (is_at_end()) {
                row.fault = Error{.code = Code::quote_open, .field = {}, .detail = {}, .also = {}};
                return;
            }
            const char c = text_[at_];
            if (is_line_end(c)) {
                take_line_end();
                cell += '\n';
            } else if (c != '"') {
                cell += c;
                ++at_;
            } else if (text_.substr(at_).starts_with("\"\"")) {
                cell += '"';
                at_ += 2;
            } else {
                break;
            }
        }
        ++at_;
        while (!is_at_end() && text_[at_] == ' ')
            ++at_;
        if (is_at_cell_end()) return;
        blame(row, Code::text_after_quote);
        read_plain(cell);
    }

    void take_line_end() {
        ASSERT(is_line_end(text_[at_]));
        at_ += text_.substr(at_).starts_with("\r\n") ? 2 : 1;
        ++line_;
    }

    static void blame(CsvRow& row, Code code, std::optional<std::size_t> limit = {}) {
        if (!row.fault)
            row.fault = Error{.code = code,
                              .field = {},
                              .detail = limit ? std::to_string(*limit) : std::string(),
                              .also = {}};
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

// The separator that stands most often in the heading, outside quotes. Where two stand as often,
// the one that is rarer in the names of columns: "Price, net;Tax" is "Price, net" and "Tax".
char separator_of(std::string_view text) {
    constexpr std::string_view separators = "\t;,";
    std::array<std::size_t, separators.size()> counts{};
    bool is_quoted = false;
    bool is_blank = true;
    for (const char c : text) {
        const std::size_t separator = separators.find(c);
        if (!is_quoted && is_line_end(c)) {
            if (!is_blank) break;
            counts = {};
        } else if (!is_quoted && separator != std::string_view::npos) {
            ++counts[separator];
        } else {
            is_quoted ^= c == '"';
            is_blank &= c == ' ';
        }
    }
    const auto most = std::ranges::max_element(counts);
    return *most == 0 ? ',' : separators[static_cast<std::size_t>(most - counts.begin())];
}

// Excel's own line before the heading, "sep=;". It is blanked, so that lines keep their number.
std::optional<char> take_separator_line(std::string& text) {
    constexpr std::string_view name = "sep=";
    const bool is_there = text.starts_with(name) && text.size() > name.size() + 1 &&
                          is_line_end(text[name.size() + 1]);
    if (!is_there) return std::nullopt;
    const char separator = text[name.size()];
    if (separator != ',' && separator != ';' && separator != '\t') return std::nullopt;
    text.replace(0, name.size() + 1, name.size() + 1, ' ');
    return separator;
}

void fit_to_heading(CsvRow& row, std::size_t column_count) {
    while (row.cells.size() > column_count && trimmed(row.cells.back()).empty())
        row.cells.pop_back();
    if (!row.fault && row.cells.size() != column_count)
        row.fault = Error{.code = Code::row_length,
                          .field = {},
                          .detail = std::to_string(column_count),
                          .also = {}};
}

} // namespace

Result<CsvTable> read_csv(ByteView file) {
    if (file.size() > csv_megabytes_max * 1'000'000)
        return fail(Code::file_too_large, {}, std::to_string(csv_megabytes_max));
    DecodedText decoded = TRY(decode_text(file));
    const auto stated = take_separator_line(decoded.text);
    CsvTable table{.encoding = decoded.encoding,
                   .separator = stated ? *stated : separator_of(decoded.text),
                   .heading = {},
                   .rows = {}};
    RowReader reader(decoded.text, table.separator);
    auto heading = reader.next();
    if (!heading) return fail(Code::no_rows);
    if (heading->fault) return fail(*heading->fault);
    if (heading->cells.size() > csv_columns_max)
        return fail(Code::too_many_columns, {}, std::to_string(csv_columns_max));
    table.heading = std::move(heading->cells);
    while (trimmed(table.heading.back()).empty()) // Not blank, so this ends.
        table.heading.pop_back();
    while (auto row = reader.next()) {
        if (table.rows.size() == csv_rows_max)
            return fail(Code::too_many_rows, {}, std::to_string(csv_rows_max));
        fit_to_heading(*row, table.heading.size());
        table.rows.push_back(*std::move(row));
    }
    if (table.rows.empty()) return fail(Code::no_rows);
    return table;
}

} // namespace base
