// Search from anywhere: clients by any word of theirs, invoices by number.
#pragma once

#include "app/queries/context.h"
#include "base/id.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace app {

enum class HitKind : std::uint8_t { client, contact, service, product, invoice };

struct SearchHit {
    HitKind kind = HitKind::client;
    base::Uuid id;
    std::string title;  // The name or number.
    std::string detail; // A client's contact, an invoice's client.
};

// Clients first, then invoices, then the catalogue; nothing for an empty text.
[[nodiscard]] base::Result<std::vector<SearchHit>>
query_search(const QueryContext& context, std::string_view text, std::size_t count_max);

} // namespace app
