#include "domain/position.h"

#include <algorithm>

namespace domain {

namespace {

constexpr std::string_view digits =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

bool is_key(std::string_view text) {
    return std::ranges::all_of(text, [](char one) { return digits.contains(one); });
}

std::size_t digit_at(std::string_view key, std::size_t at) {
    return at < key.size() ? digits.find(key[at]) : 0;
}

// The next short key: the first digit that can be raised is, and the rest is dropped.
std::string after(std::string_view low) {
    for (std::size_t at = 0; at < low.size(); ++at) {
        const std::size_t digit = digit_at(low, at);
        if (digit + 1 == digits.size()) continue;
        return std::string(low.substr(0, at)) + digits[digit + 1];
    }
    return std::string(low) + digits[1];
}

} // namespace

std::optional<std::string> position_between(std::string_view low, std::string_view high) {
    if (!is_key(low) || !is_key(high)) return std::nullopt;
    if (high.empty()) return low.empty() ? std::string(1, digits[digits.size() / 2]) : after(low);
    if (low >= high) return std::nullopt;
    std::string key;
    bool is_below_high = false; // `key` is below the beginning of `high` already.
    for (std::size_t at = 0; is_below_high || at < high.size(); ++at) {
        const std::size_t from = digit_at(low, at);
        const std::size_t to = is_below_high ? digits.size() : digit_at(high, at);
        if (to > from + 1) {
            key += digits[(from + to) / 2];
            return key;
        }
        key += digits[from];
        is_below_high |= to > from;
    }
    return std::nullopt; // `high` is `low` with zeros after it.
}

void place_line(std::vector<DraftLine>& ordered, std::size_t index) {
    const std::string_view low = index == 0 ? std::string_view() : ordered[index - 1].position;
    const std::string_view high =
        index + 1 < ordered.size() ? ordered[index + 1].position : std::string_view();
    const bool is_open = index + 1 >= ordered.size() || !high.empty();
    if (auto key = position_between(low, high); key && is_open) {
        ordered[index].position = *std::move(key);
        return;
    }
    std::string key;
    for (DraftLine& line : ordered) {
        key = key.empty() ? std::string(1, digits[1]) : after(key);
        line.position = key;
    }
}

} // namespace domain
