#include "app/imports/repeated.h"

#include "base/text.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace app {

namespace {

template <typename Item>
Likeness likeness_of_item(const Item& item) {
    return {.number = base::fold_for_search(item.code), .name = base::fold_for_search(item.name)};
}

} // namespace

Likeness likeness_of(const domain::Client& client) {
    return {.number = base::fold_for_search(client.reference),
            .name =
                base::fold_for_search(client.name) + '\n' + base::fold_for_search(client.email)};
}
Likeness likeness_of(const domain::Service& service) { return likeness_of_item(service); }
Likeness likeness_of(const domain::Product& product) { return likeness_of_item(product); }

std::optional<Place> KnownRecords::find(const Likeness& likeness) const {
    if (!likeness.number.empty()) {
        const auto found = by_number_.find(likeness.number);
        if (found != by_number_.end()) return found->second;
    }
    const auto [begin, end] = by_name_.equal_range(likeness.name);
    const auto named = std::ranges::subrange(begin, end);
    // With the same number it would have been found by that.
    const auto same = std::ranges::find_if(named, [&](const auto& entry) {
        return likeness.number.empty() || entry.second.number.empty();
    });
    return same == named.end() ? std::nullopt : std::optional(same->second.place);
}

void KnownRecords::add(const Likeness& likeness, Place place) {
    if (!likeness.number.empty()) by_number_.try_emplace(likeness.number, place);
    by_name_.emplace(likeness.name, Known{.number = likeness.number, .place = std::move(place)});
}

} // namespace app
