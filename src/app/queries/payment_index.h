// Every payment of the book as the list counts, filters, finds and adds them up, oldest first.
//
// Read whole once, then kept by the changes since: a payment is never taken back, only what is left
// of it and whether it was voided change. 48 bytes a payment and its reference, folded.
#pragma once

#include "app/queries/context.h"
#include "app/queries/party_slots.h"
#include "store/log_follower.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

class PaymentIndex {
  public:
    struct Entry {
        base::Uuid id;
        std::int64_t amount_minor = 0;
        std::int64_t left_minor = 0;
        std::int32_t day = 0;
        PartySlot payer = 0;
        std::uint32_t reference_at = 0; // In `texts_`, folded.
        std::uint16_t reference_size = 0;
        std::uint8_t currency = 0; // In `currencies_`.
        bool is_voided = false;
    };

    // Reads what has changed since the last time, or everything.
    [[nodiscard]] base::Result<void> bring_up_to_date(store::Connection& database);

    // By day, those of one day by id.
    [[nodiscard]] std::span<const Entry> entries() const { return entries_; }
    [[nodiscard]] std::string_view folded_reference(const Entry& entry) const {
        return std::string_view(texts_).substr(entry.reference_at, entry.reference_size);
    }
    [[nodiscard]] domain::Currency currency(const Entry& entry) const {
        return currencies_[entry.currency];
    }
    [[nodiscard]] const PartySlots& parties() const { return parties_; }

  private:
    [[nodiscard]] base::Result<void> read_all(store::Connection& database);
    [[nodiscard]] base::Result<void> read_again(store::Connection& database,
                                                const store::Touched& touched);
    [[nodiscard]] base::Result<Entry> entry_of(const store::Statement& row);
    [[nodiscard]] std::uint8_t index_of(domain::Currency currency);

    store::LogFollower log_;
    std::vector<Entry> entries_;
    std::string texts_; // References read again are added: a few bytes a save.
    std::vector<domain::Currency> currencies_;
    PartySlots parties_;
};

} // namespace app
