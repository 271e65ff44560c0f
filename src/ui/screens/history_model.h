// The audit trail as a list of sentences: what was done, to what, when in the practice's zone, who.
//
// Read a page at a time, newest first, and from the start again when the book has changed. Every
// command has its words; nothing of the trail is left out. A search looks at what has been read, so
// that reading on is part of it.
#pragma once

#include "app/app.h"
#include "ui/node.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ui {

struct HistoryRow {
    NodeId key = 0;
    std::string what;    // "Invoice finalized".
    std::string about;   // "INV-0148, Siobhán Ó Briain".
    std::string reason;  // As a person gave it.
    std::string when;    // "20 Nov, 14:05".
    std::string who;     // "Owner", "Owner, another device".
    std::string address; // Of the record; empty where there is none any more.
};

class HistoryModel {
  public:
    static constexpr std::size_t page_rows = 50;

    explicit HistoryModel(app::App& app) : app_(app) {}

    // Once a frame, first.
    void update();
    // What is searched for, to be typed in place.
    [[nodiscard]] std::string& search() { return search_; }
    [[nodiscard]] bool is_searching() const { return !searched_.empty(); }
    // The rows that the search finds among those read.
    [[nodiscard]] std::size_t count() const { return found_.size(); }
    [[nodiscard]] const HistoryRow& row(std::size_t index) const { return rows_[found_[index]]; }
    // There are older ones that are not read.
    [[nodiscard]] bool has_more() const { return has_more_; }
    void read_more();
    [[nodiscard]] const std::optional<base::Error>& problem() const { return problem_; }

  private:
    void find(std::size_t index);

    app::App& app_;
    std::optional<std::uint64_t> read_revision_;
    std::vector<HistoryRow> rows_;
    std::vector<std::string> folded_; // As the rows, what is searched in them.
    std::vector<std::size_t> found_;
    std::string search_;
    std::string searched_; // Folded, as `found_` was found.
    std::optional<app::AuditKey> last_;
    bool has_more_ = false;
    std::optional<base::Error> problem_;
};

} // namespace ui
