// Clients and contacts as small numbers, so that a list of many rows names them in four bytes and
// asks a table of bits whether a search found them.
//
// A slot is given at the first mention and never taken back.
#pragma once

#include "base/id.h"
#include "store/sqlite.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace app {

using PartySlot = std::uint32_t;

class PartySlots {
  public:
    [[nodiscard]] PartySlot slot_of(const base::Uuid& id);
    [[nodiscard]] std::optional<PartySlot> find(const base::Uuid& id) const;
    [[nodiscard]] std::size_t size() const { return slots_.size(); }
    void clear() { slots_.clear(); }

    // Whether the words of a text find the party of each slot; an empty text finds none. Of clients
    // and of contacts the first `found_max` by name count.
    static constexpr std::size_t found_max = 1000;
    [[nodiscard]] base::Result<std::vector<bool>> found_by_words(store::Connection& database,
                                                                 std::string_view text) const;

  private:
    struct Hash {
        std::size_t operator()(const base::Uuid& id) const;
    };
    std::unordered_map<base::Uuid, PartySlot, Hash> slots_;
};

} // namespace app
