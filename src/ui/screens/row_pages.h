// The rows of a long list as they come into sight: read a page at a time, never all of them.
//
// Holds a few pages with what was made of their rows, and lets all go when they become too many.
// Knows nothing of when rows are out of date: `clear` it then.
#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

namespace ui {

template <typename Row>
class RowPages {
  public:
    struct Limits {
        std::size_t page_rows;
        std::size_t pages_max;
    };
    explicit RowPages(Limits limits) : limits_(limits) {}

    // The row, or null beyond the end and where it cannot be read. `read(offset, count)` is asked
    // for a page that is not at hand: its rows, or an error.
    [[nodiscard]] const Row* row(std::size_t index, const auto& read) {
        const std::size_t page = index / limits_.page_rows;
        auto held = pages_.find(page);
        if (held == pages_.end()) {
            auto rows = read(page * limits_.page_rows, limits_.page_rows);
            if (!rows) return nullptr;
            if (pages_.size() >= limits_.pages_max) pages_.clear();
            held = pages_.emplace(page, *std::move(rows)).first;
        }
        const std::size_t at = index % limits_.page_rows;
        return at < held->second.size() ? &held->second[at] : nullptr;
    }
    void clear() { pages_.clear(); }

  private:
    Limits limits_;
    std::map<std::size_t, std::vector<Row>> pages_;
};

} // namespace ui
