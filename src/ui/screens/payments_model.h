// The list of payments: what is asked and what is found.
//
// As the list of invoices: the question is the shell's, rows are read in pages as they come into
// sight and anew when the book, the question or the day has changed.
#pragma once

#include "app/app.h"
#include "ui/screens/local.h"
#include "ui/screens/remembered.h"
#include "ui/screens/row_pages.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

class PaymentsModel {
  public:
    PaymentsModel(app::App& app, PaymentsQuestion& question)
        : app_(app), question_(question), local_(local_of(app)) {}

    // A payment with the words of its row.
    struct Line {
        app::PaymentListRow row;
        std::string date;
        std::string amount;
        std::string left;   // Empty when nothing is.
        std::string figure; // With its symbol.
        std::string detail; // "Card, 20 Nov".
    };

    void refresh();
    [[nodiscard]] const Local& local() const { return local_; }
    [[nodiscard]] const std::optional<base::Error>& error() const { return error_; }
    // Counts and sums, without rows.
    [[nodiscard]] const app::PaymentList& list() const { return *list_; } // Without an error.
    [[nodiscard]] bool is_book_empty() const { return is_book_empty_; }
    [[nodiscard]] const Line* line(std::size_t index);

    [[nodiscard]] PaymentsQuestion& question() { return question_; }
    void show_all() { question_ = {.period = {.kind = PeriodKind::all_time}}; }
    [[nodiscard]] std::string count_sentence() const;
    [[nodiscard]] std::string empty_sentence() const;

  private:
    [[nodiscard]] app::PaymentListQuery query() const;
    [[nodiscard]] std::vector<Line> lines_of(std::vector<app::PaymentListRow> rows) const;

    app::App& app_;
    PaymentsQuestion& question_;
    Local local_;
    std::optional<PaymentsQuestion> asked_;
    std::uint64_t revision_ = 0;
    std::int64_t read_at_ms_ = 0;
    std::optional<app::PaymentList> list_;
    std::optional<base::Error> error_;
    bool is_book_empty_ = false;
    RowPages<Line> pages_{{.page_rows = 64, .pages_max = 4}};
};

[[nodiscard]] std::string_view filter_label(app::PaymentFilter filter);

} // namespace ui
