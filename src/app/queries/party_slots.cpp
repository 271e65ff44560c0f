#include "app/queries/party_slots.h"

#include "app/queries/clients.h"

#include <cstring>

namespace app {

// The last bytes of an id are random already.
std::size_t PartySlots::Hash::operator()(const base::Uuid& id) const {
    std::size_t hash = 0;
    std::memcpy(&hash, id.bytes.data() + id.bytes.size() - sizeof hash, sizeof hash);
    return hash;
}

PartySlot PartySlots::slot_of(const base::Uuid& id) {
    return slots_.try_emplace(id, static_cast<PartySlot>(slots_.size())).first->second;
}

std::optional<PartySlot> PartySlots::find(const base::Uuid& id) const {
    const auto found = slots_.find(id);
    return found == slots_.end() ? std::nullopt : std::optional(found->second);
}

base::Result<std::vector<bool>> PartySlots::found_by_words(store::Connection& database,
                                                           std::string_view text) const {
    std::vector<bool> found(slots_.size());
    for (const std::string_view kind : {"client", "contact"})
        for (const base::Uuid& id : TRY(find_by_words(database, kind, text, found_max)))
            if (const auto slot = find(id)) found[*slot] = true;
    return found;
}

} // namespace app
