// The audit trail as a list of sentences: what was done, when in the practice's zone, and where.
//
// Read a page at a time, newest first, and from the start again when the book has changed. Every
// command has its words; nothing of the trail is left out.
#pragma once

#include "app/queries/history.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {
class App;
}

namespace ui {

struct HistoryRow {
    std::string what;  // "Invoice finalized".
    std::string when;  // "20 Nov, 14:05".
    std::string who;   // "Owner".
    std::string where; // "This device".
};

class HistoryModel {
  public:
    static constexpr std::size_t page_rows = 50;

    explicit HistoryModel(app::App& app) : app_(app) {}

    void update();
    [[nodiscard]] const std::vector<HistoryRow>& rows() const { return rows_; }
    [[nodiscard]] bool has_more() const { return has_more_; }
    void read_more();
    [[nodiscard]] const std::optional<base::Error>& problem() const { return problem_; }

  private:
    app::App& app_;
    std::optional<std::uint64_t> read_revision_;
    std::vector<HistoryRow> rows_;
    std::optional<app::AuditKey> last_;
    bool has_more_ = false;
    std::optional<base::Error> problem_;
};

// "Invoice finalized" of "finalize_invoice"; the name itself where a newer program wrote it.
[[nodiscard]] std::string command_words(std::string_view command);

} // namespace ui
