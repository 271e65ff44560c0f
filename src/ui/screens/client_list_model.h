// The list of clients as it is asked for: search, in use or archived, order.
//
// Rows are read a page at a time as they come into sight, with their texts made once, and never all
// of them: 20,000 clients are as quick as 20. The book is asked again when it or the question has
// changed.
#pragma once

#include "app/queries/clients.h"
#include "base/error.h"
#include "ui/screens/local.h"
#include "ui/screens/row_pages.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app {
class App;
}

namespace ui {

class ClientListModel {
  public:
    explicit ClientListModel(app::App& app) : app_(app), local_(local_of(app)) {}

    struct Line {
        domain::PartyId id;
        std::string name;
        std::string latin_name;
        std::string reach; // Email, or else phone.
        std::string owed;  // "0.00" once settled; with its symbol in `owed_whole`.
        std::string owed_whole;
        std::string overdue; // Empty for none.
        std::string credit;
        bool owes = false;
    };

    // What is asked; its offset and count are not used.
    [[nodiscard]] const app::ClientListQuery& question() const { return question_; }
    void ask(app::ClientListQuery question);
    void search(std::string text);
    void show(app::ClientState state);
    void sort(app::ClientSort by, app::SortOrder order);

    // Reads anew what has changed; once a frame.
    void refresh();
    // After an error.
    void read_again() { read_revision_.reset(); }
    // True once after the question changed: the rows are others now.
    [[nodiscard]] bool take_is_new();

    [[nodiscard]] const Local& local() const { return local_; }
    [[nodiscard]] const std::optional<base::Error>& error() const { return error_; }
    [[nodiscard]] std::size_t in_use_count() const { return counts_.in_use_count; }
    [[nodiscard]] std::size_t archived_count() const { return counts_.archived_count; }
    [[nodiscard]] std::size_t found_count() const { return counts_.found_count; }
    // Null when it cannot be read any more.
    [[nodiscard]] const Line* line(std::size_t index);
    // "No client matches “wój”", "No archived clients".
    [[nodiscard]] std::string empty_sentence() const;

  private:
    static constexpr std::size_t page_lines = 50;

    [[nodiscard]] base::Result<std::vector<Line>> read_page(std::size_t offset, std::size_t count);
    [[nodiscard]] Line line_of(const app::ClientRow& row) const;

    app::App& app_;
    app::ClientListQuery question_;
    bool is_new_ = false;
    Local local_;
    app::ClientList counts_; // Without rows.
    std::optional<base::Error> error_;
    std::optional<std::uint64_t> read_revision_;
    base::Date read_on_;
    RowPages<Line> pages_{{.page_rows = page_lines, .pages_max = 20}};
};

} // namespace ui
