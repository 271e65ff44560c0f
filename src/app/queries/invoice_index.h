// Every draft and issued invoice of the book as the list counts, filters, finds and sorts them.
//
// Read whole once; after that the changes since are followed and only the rows they touched are
// read again. Holds what a question asks about and no more: 72 bytes a row, its number twice (as it
// is and folded for the search) and eight bytes in two orders, together about 105 bytes; names are
// found and shown through the book.
#pragma once

#include "app/queries/context.h"
#include "app/queries/invoices.h"
#include "app/queries/party_slots.h"
#include "store/log_follower.h"

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

class InvoiceIndex {
  public:
    static constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::max();

    enum class Kind : std::uint8_t { none, draft, live, voided }; // none: the slot is free.

    struct Entry {
        base::Uuid id;
        std::int64_t total_minor = 0;
        std::int64_t settled_minor = 0;
        std::int64_t balance_minor = 0;
        std::int64_t edited_ms = 0; // Of a draft.
        std::int32_t issue_day = no_day;
        std::int32_t due_day = no_day;
        PartySlot account = 0;
        PartySlot client = 0;
        std::uint32_t number_at = 0; // In `texts_`: the number, then the same folded.
        std::uint8_t number_size = 0;
        std::uint8_t folded_size = 0;
        bool is_home_currency = true; // The practice's own.
        bool is_written_off = false;  // In part or whole.
        Kind kind = Kind::none;
    };
    using Slot = std::uint32_t;

    // Reads what has changed since the last time, or everything.
    [[nodiscard]] base::Result<void> bring_up_to_date(const QueryContext& context);
    void clear();

    // By slot; free ones among them.
    [[nodiscard]] std::span<const Entry> entries() const { return entries_; }
    [[nodiscard]] std::string_view number(const Entry& entry) const {
        return std::string_view(texts_).substr(entry.number_at, entry.number_size);
    }
    [[nodiscard]] std::string_view folded_number(const Entry& entry) const {
        return std::string_view(texts_).substr(entry.number_at + entry.number_size,
                                               entry.folded_size);
    }
    [[nodiscard]] const PartySlots& parties() const { return parties_; }

    // The slots in use, ascending. Keeps one order: another costs sorting them.
    [[nodiscard]] base::Result<std::span<const Slot>> sorted_by(store::Connection& database,
                                                                InvoiceSort sort);

  private:
    [[nodiscard]] base::Result<void> read_all(store::Connection& database);
    [[nodiscard]] base::Result<void> read_again(store::Connection& database,
                                                const store::Touched& touched);
    [[nodiscard]] base::Result<Entry> entry_of(const store::Statement& row);
    [[nodiscard]] base::Result<Entry> draft_of(const store::Statement& row);
    [[nodiscard]] base::Result<Entry> issued_of(const store::Statement& row);
    [[nodiscard]] base::Result<void> set_number(Entry& entry, std::string_view number);
    void take_out(const base::Uuid& id);
    void put_in(Entry entry);
    [[nodiscard]] std::int64_t leading_key(const Entry& entry) const;
    [[nodiscard]] bool comes_first(Slot a, Slot b) const;
    [[nodiscard]] bool comes_before(Slot a, Slot b) const;
    [[nodiscard]] base::Result<void> rank_clients(store::Connection& database);

    store::LogFollower log_;
    std::vector<Entry> entries_;
    std::vector<Slot> free_;
    std::vector<Slot> by_id_;
    std::string texts_; // Numbers read again are added: a few bytes a save.
    std::optional<domain::Currency> home_currency_;
    PartySlots parties_;
    std::vector<Slot> order_;
    std::optional<InvoiceSort> sort_;         // Of `order_`; none while it is out of order.
    std::vector<std::uint32_t> client_ranks_; // By slot of the party, while sorted by client.
};

} // namespace app
