#include "base/instant.h"

#include "base/assert.h"
#include "base/date.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace base {

namespace {

constexpr std::int64_t day_ms = 24 * 60 * 60 * 1000;

template <typename T>
bool parse_whole(std::string_view text, T& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

} // namespace

Result<Instant> instant_from_ms(std::int64_t unix_ms) {
    const Instant instant{unix_ms};
    if (instant < instant_min || instant > instant_max) return fail(Code::out_of_range);
    return instant;
}

std::string iso_text(Instant instant) {
    std::int64_t days = instant.unix_ms / day_ms;
    std::int64_t rest_ms = instant.unix_ms % day_ms;
    if (rest_ms < 0) {
        rest_ms += day_ms;
        days -= 1;
    }
    const Result<Date> date = Date::from_days(days);
    ASSERT(date.has_value());
    std::string text = iso_text(*date);
    const auto append = [&](char before, std::int64_t value, int digits) {
        text.push_back(before);
        const std::string padded = std::to_string(value);
        text.append(static_cast<std::size_t>(digits) - padded.size(), '0').append(padded);
    };
    append('T', rest_ms / 3'600'000, 2);
    append(':', rest_ms / 60'000 % 60, 2);
    append(':', rest_ms / 1000 % 60, 2);
    append('.', rest_ms % 1000, 3);
    text.push_back('Z');
    return text;
}

std::string stamp_text(Stamp stamp) {
    return std::to_string(stamp.unix_ms) + "." + std::to_string(stamp.counter);
}

Result<Stamp> parse_stamp(std::string_view text) {
    Stamp stamp;
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos || !parse_whole(text.substr(0, point), stamp.unix_ms) ||
        !parse_whole(text.substr(point + 1), stamp.counter) || stamp_text(stamp) != text)
        return fail(Code::wrong_type);
    return stamp;
}

Stamp HybridClock::next(Instant now) {
    if (now.unix_ms > last_.unix_ms) {
        last_ = {.unix_ms = now.unix_ms, .counter = 0};
    } else {
        ASSERT(last_.counter < std::numeric_limits<std::uint32_t>::max());
        last_.counter += 1;
    }
    return last_;
}

HybridClock::Seen HybridClock::observe(Stamp other, Instant now) {
    if (other.unix_ms > now.unix_ms && other.unix_ms - now.unix_ms > stamp_ahead_max_ms)
        return Seen::clock_ahead;
    last_ = std::max(last_, other);
    return Seen::followed;
}

} // namespace base
