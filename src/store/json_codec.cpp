#include "store/json_codec.h"

#include <algorithm>

namespace store {

namespace {

constexpr int depth_max = 32;

// Stands for a byte that is no UTF-8 while the text is parsed, so that the field can be named; a
// noncharacter, which no text of ours may hold.
constexpr std::string_view bad_byte_mark = "\xEF\xBF\xBF"; // U+FFFF

std::size_t sequence_length(std::string_view text, std::size_t at) {
    for (std::size_t length = 1; length <= 4 && at + length <= text.size(); ++length) {
        if (base::is_utf8(text.substr(at, length))) return length;
    }
    return 0;
}

std::string with_bad_bytes_marked(std::string_view text) {
    std::string marked;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequence_length(text, at);
        if (length == 0) {
            marked += bad_byte_mark;
            ++at;
        } else {
            marked += text.substr(at, length);
            at += length;
        }
    }
    return marked;
}

// The path of the first text, or object key, that holds the mark.
std::optional<std::string> find_mark(const Json& json, const Scope& scope) {
    if (const auto* text = json.get_ptr<const std::string*>())
        return text->contains(bad_byte_mark) ? std::optional(scope.path) : std::nullopt;
    if (json.is_object()) {
        for (const auto& [key, value] : json.items()) {
            if (key.contains(bad_byte_mark)) return scope.path;
            if (auto found = find_mark(value, scope.member(key))) return found;
        }
    }
    if (json.is_array()) {
        for (std::size_t i = 0; i < json.size(); ++i) {
            if (auto found = find_mark(json[i], scope.element(i))) return found;
        }
    }
    return std::nullopt;
}

bool is_too_deep(std::string_view text) {
    int depth = 0;
    bool in_text = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_text) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                in_text = false;
        } else if (c == '"') {
            in_text = true;
        } else if (c == '{' || c == '[') {
            if (++depth > depth_max) return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

} // namespace

std::string canonical_text(const Json& value) { return value.dump(); }

base::Result<Json> parse_json(std::string_view text) {
    if (is_too_deep(text)) return base::fail(base::Code::wrong_type);
    const bool is_well_formed = base::is_utf8(text) && !text.contains(bad_byte_mark);
    const std::string repaired = is_well_formed ? std::string() : with_bad_bytes_marked(text);
    Json json = Json::parse(is_well_formed ? text : std::string_view(repaired), nullptr, false);
    if (json.is_discarded())
        return base::fail(is_well_formed ? base::Code::wrong_type : base::Code::not_utf8);
    // Also an escape such as \uFFFF lands here.
    if (auto path = find_mark(json, {})) return base::fail(base::Code::not_utf8, *path);
    return json;
}

void ReadErrors::add(base::Code code, std::string path, std::string detail) {
    base::Error error{
        .code = code, .field = std::move(path), .detail = std::move(detail), .also = {}};
    if (first_)
        first_->also.push_back(std::move(error));
    else
        first_ = std::move(error);
}

base::Result<void> ReadErrors::result() const {
    if (first_) return base::fail(*first_);
    return {};
}

Scope Scope::member(std::string_view name) const {
    return {.path = path.empty() ? std::string(name) : path + "." + std::string(name),
            .currency = currency};
}

Scope Scope::element(std::size_t index) const {
    return {.path = path + "[" + base::integer_text(static_cast<std::int64_t>(index)) + "]",
            .currency = currency};
}

namespace codec {

Json write_money(domain::Money value, const Scope& scope) {
    if (scope.currency == value.currency) return value.minor;
    return {{"currency", std::string(value.currency.code())}, {"minor", value.minor}};
}

bool read_text(const Json& json, std::string& to, const Scope& scope, ReadErrors& errors) {
    const auto* text = json.get_ptr<const std::string*>();
    if (text == nullptr) {
        errors.add(base::Code::wrong_type, scope.path);
        return false;
    }
    to = *text;
    return true;
}

bool read_integer(const Json& json, std::int64_t low, std::int64_t high, std::int64_t& to,
                  const Scope& scope, ReadErrors& errors) {
    if (!json.is_number_integer()) {
        errors.add(base::Code::wrong_type, scope.path);
        return false;
    }
    const bool is_beyond_int64 =
        json.is_number_unsigned() &&
        json.get<std::uint64_t>() > std::uint64_t{std::numeric_limits<std::int64_t>::max()};
    const std::int64_t value = is_beyond_int64 ? 0 : json.get<std::int64_t>();
    if (is_beyond_int64 || value < low || value > high) {
        errors.add(base::Code::out_of_range, scope.path);
        return false;
    }
    to = value;
    return true;
}

bool read_money(const Json& json, domain::Money& to, const Scope& scope, ReadErrors& errors) {
    constexpr std::int64_t low = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t high = std::numeric_limits<std::int64_t>::max();
    if (scope.currency && json.is_number()) {
        to.currency = *scope.currency;
        return read_integer(json, low, high, to.minor, scope, errors);
    }
    if (!is_object(json, scope, errors)) return false;
    FieldReader visit(json, {.path = scope.path, .currency = {}}, errors);
    visit("currency", to.currency);
    visit("minor", to.minor);
    visit.finish();
    return errors.is_empty();
}

bool is_object(const Json& json, const Scope& scope, ReadErrors& errors) {
    if (json.is_object()) return true;
    errors.add(base::Code::wrong_type, scope.path);
    return false;
}

void report_unknown(const Json& object, const std::vector<std::string_view>& known,
                    const Scope& scope, ReadErrors& errors) {
    for (const auto& [name, value] : object.items()) {
        if (std::ranges::find(known, name) == known.end())
            errors.add(base::Code::unknown_field, scope.member(name).path);
    }
}

} // namespace codec

} // namespace store
