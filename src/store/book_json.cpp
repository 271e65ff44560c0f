#include "store/book_json.h"

#include "base/text.h"
#include "store/apply.h"
#include "store/attachment_rows.h"
#include "store/body_packing.h"
#include "store/change_log.h"
#include "store/columns.h"
#include "store/shapes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace store {

namespace {

constexpr int format = 1;

struct DeviceLine {
    std::int64_t number = 0;
    base::Uuid id;
};
struct BookLine {
    int format = 0;
    base::Uuid practice;
    std::int64_t device = 0;
    std::vector<DeviceLine> devices;
};
struct AttachmentLine {
    std::string media_type;
    std::string bytes;
};
struct ChangeLine {
    std::int64_t device = 0;
    std::int64_t sequence = 0;
    base::Instant recorded;
    std::string stamp;
    std::optional<base::Uuid> author; // None before staff are kept.
    base::Uuid command_id;
    std::string command;
    Json seen;
    Json body;
    Json receipt;
    base::Digest hash{};
    std::optional<base::Uuid> session;
    std::vector<base::Uuid> about;
};

} // namespace

// JSON within JSON, as it is.
template <>
struct Form<Json> {
    static constexpr bool is_own = true;
    static constexpr std::string_view says = "JSON";
    static Json write(const Json& value, const Scope&) { return value; }
    static bool read(const Json& json, Json& to, const Scope&, ReadErrors&) {
        to = json;
        return true;
    }
};

template <>
struct Shape<DeviceLine> {
    static void fields(auto& visit, auto& r) {
        visit("number", r.number);
        visit("id", r.id);
    }
};
template <>
struct Shape<BookLine> {
    static void fields(auto& visit, auto& r) {
        visit("format", r.format);
        visit("practice", r.practice);
        visit("device", r.device);
        visit("devices", r.devices);
    }
};
template <>
struct Shape<AttachmentLine> {
    static void fields(auto& visit, auto& r) {
        visit("media_type", r.media_type);
        visit("bytes", r.bytes);
    }
};
template <>
struct Shape<ChangeLine> {
    static void fields(auto& visit, auto& r) {
        visit("device", r.device);
        visit("sequence", r.sequence);
        visit("recorded", r.recorded);
        visit("stamp", r.stamp);
        visit("author", r.author);
        visit("command_id", r.command_id);
        visit("command", r.command);
        visit("seen", r.seen);
        visit("body", r.body);
        visit("receipt", r.receipt);
        visit("hash", r.hash);
        visit("session", r.session);
        visit("about", r.about);
    }
};

namespace {

std::string line_of(const char* kind, Json content) {
    return canonical_text(Json{{kind, std::move(content)}});
}

base::Result<BookLine> read_book_line(Connection& database) {
    BookLine line{.format = format, .practice = {}, .device = 0, .devices = {}};
    auto book = TRY(database.prepare("SELECT practice_id, device_number FROM book "
                                     "ORDER BY only_row"));
    TRY_VOID(book.bind());
    if (!TRY(book.step())) return base::fail(base::Code::not_set_up);
    line.practice = TRY(uuid_column(book, 0));
    line.device = book.integer(1);
    auto devices = TRY(database.prepare("SELECT number, id FROM device ORDER BY number"));
    TRY_VOID(devices.bind());
    while (TRY(devices.step()))
        line.devices.push_back({.number = devices.integer(0), .id = TRY(uuid_column(devices, 1))});
    return line;
}

// The records that changes are found by. The table is ordered by record, so all of it is read.
using Mentions = std::multimap<Dot, base::Uuid>;
base::Result<Mentions> read_mentions(Connection& database) {
    auto rows =
        TRY(database.prepare("SELECT dot, id FROM mention WHERE role = 1 ORDER BY dot, id"));
    TRY_VOID(rows.bind());
    Mentions mentions;
    while (TRY(rows.step()))
        mentions.emplace_hint(mentions.end(), Dot{rows.integer(0)}, TRY(uuid_column(rows, 1)));
    return mentions;
}

base::Result<ChangeLine> change_line(const Change& change, const Mentions& mentions) {
    std::vector<base::Uuid> about;
    const auto [first, last] = mentions.equal_range(change.dot);
    std::transform(first, last, std::back_inserter(about),
                   [](const auto& one) { return one.second; });
    return ChangeLine{.device = change.dot.device_number(),
                      .sequence = change.dot.sequence(),
                      .recorded = change.recorded,
                      .stamp = stamp_text(change.stamp),

                      .author = change.author == base::Uuid{} ? std::nullopt
                                                              : std::optional(change.author),
                      .command_id = change.command_id,
                      .command = change.command,
                      .seen = TRY(parse_json(change.seen)),
                      .body = TRY(parse_json(change.body)),
                      .receipt = TRY(parse_json(change.receipt)),
                      .hash = change.hash,
                      .session = change.session,
                      .about = std::move(about)};
}

// Takes a book's lines one after another.
class Reader {
  public:
    explicit Reader(Connection& database) : database_(database) {}

    base::Result<void> take(std::string_view text) {
        const Json json = TRY(parse_json(text));
        if (!json.is_object() || json.size() != 1) return base::fail(base::Code::wrong_type);
        const std::string& kind = json.begin().key();
        const Json& content = json.begin().value();
        if (kind == "book") return take_book(TRY(from_json<BookLine>(content)));
        if (devices_.empty()) return base::fail(base::Code::missing, "book");
        if (kind == "attachment") {
            const auto line = TRY(from_json<AttachmentLine>(content));
            return insert_attachment(database_, line.media_type, TRY(base::parse_hex(line.bytes)));
        }
        if (kind == "change") return take_change(TRY(from_json<ChangeLine>(content)));
        return base::fail(base::Code::unknown_field, kind);
    }

    [[nodiscard]] bool has_begun() const { return !devices_.empty(); }

  private:
    base::Result<void> take_book(const BookLine& line) {
        if (line.format > format)
            return base::fail(base::Code::too_new, "format", base::integer_text(line.format));
        if (line.format < 1) return base::fail(base::Code::too_low, "format", "1");
        if (has_begun()) return base::fail(base::Code::not_unique, "book");
        auto device = TRY(database_.prepare("INSERT INTO device (number, id) VALUES (?, ?)"));
        for (const DeviceLine& one : line.devices) {
            TRY_VOID(device.run(one.number, column(one.id)));
            devices_.emplace(one.number, one.id);
        }
        if (!devices_.contains(line.device)) return base::fail(base::Code::not_found, "device");
        auto book = TRY(database_.prepare(
            "INSERT INTO book (only_row, practice_id, device_number) VALUES (1, ?, ?)"));
        return book.run(column(line.practice), line.device);
    }

    base::Result<void> take_change(const ChangeLine& line) {
        const auto device = devices_.find(line.device);
        if (device == devices_.end()) return base::fail(base::Code::not_found, "device");
        if (line.sequence < 1 || line.sequence >= Dot::per_device)
            return base::fail(base::Code::out_of_range, "sequence");
        const Change change{.dot = Dot::of(line.device, line.sequence),
                            .device = {device->second},
                            .recorded = line.recorded,
                            .stamp = TRY(base::parse_stamp(line.stamp)),
                            .author = line.author.value_or(base::Uuid{}),
                            .command_id = line.command_id,
                            .command = line.command,
                            .seen = canonical_text(line.seen),
                            .body = canonical_text(line.body),
                            .receipt = canonical_text(line.receipt),
                            .hash = line.hash,
                            .session = line.session};
        if (TRY(find_change(database_, change.dot)))
            return base::fail(base::Code::not_unique, "sequence");
        const Operations operations = TRY(parse_body(change.body));
        TRY_VOID(copy_change(database_, change));
        TRY_VOID(learn_words(database_, change.dot));
        TRY_VOID(write_mention(change.command_id, change.dot, 0));
        for (const base::Uuid& id : line.about)
            TRY_VOID(write_mention(id, change.dot, 1));
        return apply_operations(database_, {.dot = change.dot, .recorded = change.recorded},
                                operations);
    }

    base::Result<void> write_mention(const base::Uuid& id, Dot dot, int role) {
        auto insert = TRY(
            database_.prepare("INSERT OR IGNORE INTO mention (id, dot, role) VALUES (?, ?, ?)"));
        return insert.run(column(id), dot.value, role);
    }

    Connection& database_;
    std::map<std::int64_t, base::Uuid> devices_;
};

} // namespace

base::Result<void> write_book_json(Connection& database,
                                   const std::function<void(std::string_view line)>& write) {
    write(line_of("book", to_json(TRY(read_book_line(database)))));
    auto files = TRY(database.prepare("SELECT media_type, bytes FROM attachment ORDER BY hash"));
    TRY_VOID(files.bind());
    while (TRY(files.step()))
        write(
            line_of("attachment", to_json(AttachmentLine{.media_type = std::string(files.text(0)),
                                                         .bytes = base::hex_text(files.blob(1))})));
    const Mentions mentions = TRY(read_mentions(database));
    return for_each_change(database, [&](const Change& change) -> base::Result<void> {
        write(line_of("change", to_json(TRY(change_line(change, mentions)))));
        return {};
    });
}

base::Result<void> read_book_json(Connection& empty, std::string_view text) {
    Reader reader(empty);
    std::int64_t number = 0;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        ++number;
        if (base::trimmed(line).empty()) continue;
        if (auto taken = reader.take(line); !taken)
            return base::fail(base::Error{.code = base::Code::line_refused,
                                          .field = "file",
                                          .detail = base::integer_text(number),
                                          .also = {std::move(taken).error()}});
    }
    if (!reader.has_begun()) return base::fail(base::Code::missing, "book");
    return verify_chain(empty);
}

} // namespace store
