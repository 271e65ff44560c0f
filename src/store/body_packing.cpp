#include "store/body_packing.h"

#include "store/packed_text.h"

#include <algorithm>
#include <vector>

namespace store {

namespace {

constexpr std::int64_t first_lesson = 256; // Changes of the device; then four times as many.
constexpr std::int64_t lesson_growth = 4;
constexpr std::size_t body_size_max = 4096; // A longer body would leave no room for others.

bool is_lesson(std::int64_t sequence) {
    std::int64_t lesson = first_lesson;
    while (lesson < sequence)
        lesson *= lesson_growth;
    return lesson == sequence;
}

// The newest bodies that find room, the oldest of them first: a nearer match is a shorter one.
base::Result<std::string> words_of_log(Connection& database) {
    auto rows = TRY(database.prepare("SELECT body FROM change ORDER BY dot DESC"));
    TRY_VOID(rows.bind());
    std::vector<std::string> bodies;
    std::size_t room = own_words_size_max;
    while (TRY(rows.step())) {
        std::string body = TRY(unpack_body(database, rows.blob(0)));
        if (body.size() > body_size_max) continue;
        if (body.size() > room) break;
        room -= body.size();
        bodies.push_back(std::move(body));
    }
    std::string words;
    for (auto body = bodies.rbegin(); body != bodies.rend(); ++body)
        words += *body;
    return words;
}

} // namespace

base::Result<base::Bytes> pack_body(Connection& database, std::string_view body) {
    auto row = TRY(
        database.prepare("SELECT number, words FROM packing_words ORDER BY number DESC LIMIT 1"));
    TRY_VOID(row.bind());
    if (!TRY(row.step())) return pack_text(body);
    return pack_text(
        body, OwnWords{.number = static_cast<std::uint8_t>(row.integer(0)), .text = row.text(1)});
}

base::Result<std::string> unpack_body(Connection& database, base::ByteView packed) {
    const auto number = own_words_of(packed);
    if (!number) return unpack_text(packed);
    auto row = TRY(database.prepare("SELECT words FROM packing_words WHERE number = ?"));
    TRY_VOID(row.bind(std::int64_t{*number}));
    if (!TRY(row.step())) return base::fail(base::Code::damaged, "packing_words");
    return unpack_text(packed, OwnWords{.number = *number, .text = row.text(0)});
}

base::Result<void> learn_words(Connection& database, Dot dot) {
    if (!is_lesson(dot.sequence())) return {};
    auto last = TRY(database.prepare("SELECT MAX(number) FROM packing_words"));
    TRY_VOID(last.bind());
    if (!TRY(last.step())) return base::fail(base::Code::damaged, "packing_words");
    const std::int64_t number = last.is_null(0) ? own_words_first : last.integer(0) + 1;
    if (number > own_words_last) return {};
    auto insert = TRY(database.prepare("INSERT INTO packing_words (number, words) VALUES (?, ?)"));
    return insert.run(number, TRY(words_of_log(database)));
}

} // namespace store
