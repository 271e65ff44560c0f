// The list of invoices: what is asked, what is found, what is ticked.
//
// The question is kept by the shell, so that it is still there after a visit to an invoice. Rows
// are read in pages of a few dozen as they come into sight, with their words made once; never all
// of them. A page is read anew when the book, the question or the day has changed.
#pragma once

#include "app/app.h"
#include "ui/screens/local.h"
#include "ui/screens/remembered.h"
#include "ui/screens/row_pages.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

class InvoicesModel {
  public:
    InvoicesModel(app::App& app, InvoicesQuestion& question);

    // An invoice with the words of its row.
    struct Line {
        app::InvoiceRow row;
        std::string issued;
        std::string due;
        std::string distance; // "2 days late", only while something is owed.
        bool is_late = false;
        std::string edited; // Of a draft: "Edited 14:32".
        std::string left;   // "Downloaded", "Printed".
        std::string total;
        std::string balance; // Empty for a draft.
        bool is_settled = false;
        std::string figure; // With its symbol: the balance, the total once settled or of a draft.
        std::string detail; // Under the name where there is one column.
    };

    // Reads anew what has changed; once a frame.
    void refresh();

    [[nodiscard]] const Local& local() const { return local_; }
    [[nodiscard]] const std::optional<base::Error>& error() const { return error_; }
    [[nodiscard]] const app::InvoiceListSummary& summary() const { return *summary_; }
    [[nodiscard]] bool has_summary() const { return summary_.has_value(); }
    // The book has no invoice and no draft, under no filter.
    [[nodiscard]] bool is_book_empty() const { return is_book_empty_; }
    [[nodiscard]] const std::string& first_number() const { return first_number_; }
    // Null when it cannot be read any more.
    [[nodiscard]] const Line* line(std::size_t index);

    // Changed in place by the screen; the next refresh answers.
    [[nodiscard]] InvoicesQuestion& question() { return question_; }
    void show_all();
    [[nodiscard]] bool is_filtered() const;

    // "147 issued and 3 drafts this year".
    [[nodiscard]] std::string count_sentence() const;
    // What is neither paid nor owed any more: credited or written off.
    [[nodiscard]] domain::Money otherwise_settled() const;
    // "No overdue invoices in November."
    [[nodiscard]] std::string empty_sentence() const;

    // Ticks, by invoice: they stay while the list is sorted and searched.
    struct Ticked {
        std::string number; // Empty for a draft.
        std::optional<domain::Money> balance;
    };
    static constexpr std::size_t ticked_max = 200;
    [[nodiscard]] const std::map<domain::InvoiceId, Ticked>& ticked() const { return ticked_; }
    void tick(const Line& line, bool is_ticked);
    // The rows that are found, at most `ticked_max`; none if all of them are ticked.
    void tick_all();
    void clear_ticks() { ticked_.clear(); }
    [[nodiscard]] bool are_all_ticked() const;
    // Of those in the practice's currency.
    [[nodiscard]] domain::Money ticked_balance() const;

  private:
    [[nodiscard]] app::InvoiceListQuery query() const;
    void read_summary();
    [[nodiscard]] Line line_of(app::InvoiceRow row) const;
    [[nodiscard]] std::string edited_words(base::Instant at) const;

    app::App& app_;
    InvoicesQuestion& question_;
    Local local_;
    std::optional<InvoicesQuestion> asked_;
    std::uint64_t revision_ = 0;
    std::int64_t read_at_ms_ = 0;
    std::optional<app::InvoiceListSummary> summary_;
    std::optional<base::Error> error_;
    bool is_book_empty_ = false;
    std::string first_number_;
    RowPages<Line> pages_{{.page_rows = 32, .pages_max = 8}};
    std::map<domain::InvoiceId, Ticked> ticked_;
};

// The words of a filter: "Drafts".
[[nodiscard]] std::string_view filter_label(app::InvoiceFilter filter);

} // namespace ui
