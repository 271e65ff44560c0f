#include "ui/screens/share_bar.h"

#include "domain/allocate.h"

#include <algorithm>
#include <numeric>

namespace ui {

namespace {

constexpr float part_gap = 2;
constexpr float part_width_min = 3;

std::int64_t sum_of(std::span<const Share> shares) {
    std::int64_t sum = 0;
    for (const Share& share : shares)
        sum += share.minor;
    return sum;
}

std::string spoken(std::span<const Share> shares, std::string_view name) {
    std::string words(name);
    for (const Share& share : shares)
        if (share.minor > 0)
            words += (words.size() == name.size() ? ": " : ", ") + share.label + " " +
                     std::to_string(share.percent) + " %";
    return words;
}

// Widths of the parts; the smallest are widened to be seen, at the cost of the widest.
std::vector<float> widths_of(std::span<const Share> shares, float room) {
    std::vector<float> widths;
    const auto sum = static_cast<float>(sum_of(shares));
    float missing = 0;
    for (const Share& share : shares) {
        const float width = room * static_cast<float>(share.minor) / sum;
        const float shown = share.minor == 0 ? 0 : std::max(width, part_width_min);
        missing += shown - width;
        widths.push_back(shown);
    }
    if (const auto widest = std::ranges::max_element(widths); widest != widths.end())
        *widest -= missing;
    return widths;
}

} // namespace

void set_percents(std::vector<Share>& shares) {
    if (sum_of(shares) == 0) return;
    std::vector<std::int64_t> weights;
    std::ranges::transform(shares, std::back_inserter(weights), &Share::minor);
    const auto percents = domain::allocate(100, weights);
    for (std::size_t at = 0; at < shares.size(); ++at)
        shares[at].percent = static_cast<int>(percents[at]);
}

void share_bar(Frame& frame, const Rect& rect, std::span<const Share> shares,
               std::span<const Color> colors, std::string_view name) {
    frame.add({.id = frame.id(name),
               .role = Role::image,
               .name = spoken(shares, name),
               .rect = rect,
               .name_is_drawn = false});
    const auto shown = static_cast<std::size_t>(
        std::ranges::count_if(shares, [](const Share& share) { return share.minor > 0; }));
    if (shown == 0) {
        frame.paint().fill(rect, frame.color(Color::neutral_tint),
                           std::min(radius::bar_end, rect.height / 2));
        return;
    }
    const std::vector<float> widths =
        widths_of(shares, rect.width - part_gap * static_cast<float>(shown - 1));
    const float end = std::min(radius::bar_end, rect.height / 2);
    const float inner = std::min(radius::bar_inner, rect.height / 2);
    float x = rect.x;
    std::size_t drawn = 0;
    for (std::size_t at = 0; at < shares.size(); ++at) {
        if (shares[at].minor == 0) continue;
        const float left = drawn == 0 ? end : inner;
        const float right = ++drawn == shown ? end : inner;
        frame.paint().fill({x, rect.y, widths[at], rect.height}, frame.color(colors[at]),
                           {left, right, right, left});
        x += widths[at] + part_gap;
    }
}

void share_dot(Frame& frame, Point center, Color color) {
    frame.paint().fill({center.x - 4, center.y - 4, 8, 8}, frame.color(color), 4);
}

} // namespace ui
