// Records as canonical JSON and back, from one description of their fields (store/shapes.h).
//
// A Shape names the fields of a type once; FieldWriter and FieldReader visit them. Canonical: keys
// sorted, no white space, empty texts, lists and options left out, amounts as whole minor units.
// Reading takes nothing on trust: every unknown, missing or ill-typed field is reported with its
// path, all at once. Whether the values make sense is domain/validate.h, not this.
#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/text.h"
#include "domain/money.h"

#include <array>
#include <concepts>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace store {

using Json = nlohmann::json; // Object keys are kept sorted, so dump() is canonical.

// Specialised for each record type: `static void fields(auto& visit, auto& record)`.
template <typename T>
struct Shape;

// Specialised for each enumeration: `static constexpr std::array names{...}`, by value from 0.
template <typename T>
struct Names;

// A value to read into; specialised where a type has no default.
template <typename T>
struct Blank {
    static T make() { return T{}; }
};
template <>
struct Blank<domain::Currency> {
    static domain::Currency make() { return *domain::Currency::from_code("EUR"); }
};
template <>
struct Blank<domain::Money> {
    static domain::Money make() { return {0, Blank<domain::Currency>::make()}; }
};

// Specialised for variants and other types with a form of their own: write and read.
template <typename T>
struct Form {
    static constexpr bool is_own = false;
};

// The text of canonical JSON. The value holds valid UTF-8 only.
[[nodiscard]] std::string canonical_text(const Json& value);
// Reads JSON of any white space: wrong_type for what is not JSON or nested deeper than 32, not_utf8
// with the path of the text at fault.
[[nodiscard]] base::Result<Json> parse_json(std::string_view text);

// What reading found wrong, in the order of the fields.
class ReadErrors {
  public:
    void add(base::Code code, std::string path, std::string detail = {});
    [[nodiscard]] bool is_empty() const { return !first_; }
    // The first error with the others in `also`; success when there are none.
    [[nodiscard]] base::Result<void> result() const;

  private:
    std::optional<base::Error> first_;
};

// What a value is read or written within: where it stands, and the currency its bare amounts are
// in (a field named `currency` of type Currency sets it for what follows and lies deeper).
struct Scope {
    std::string path;
    std::optional<domain::Currency> currency;

    [[nodiscard]] Scope member(std::string_view name) const;
    [[nodiscard]] Scope element(std::size_t index) const;
};

namespace codec {

template <typename T>
inline constexpr bool is_optional = false;
template <typename T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <typename T>
inline constexpr bool is_vector = false;
template <typename T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <typename T>
inline constexpr bool is_id = false;
template <typename Tag>
inline constexpr bool is_id<base::Id<Tag>> = true;
// What has no default that means "not stated" must stand in the JSON.
template <typename T>
inline constexpr bool is_required =
    is_id<T> || std::same_as<T, base::Uuid> || std::same_as<T, base::Date> ||
    std::same_as<T, domain::Money> || std::same_as<T, domain::Currency>;

Json write_money(domain::Money value, const Scope& scope);
bool read_text(const Json& json, std::string& to, const Scope& scope, ReadErrors& errors);
bool read_integer(const Json& json, std::int64_t low, std::int64_t high, std::int64_t& to,
                  const Scope& scope, ReadErrors& errors);
bool read_money(const Json& json, domain::Money& to, const Scope& scope, ReadErrors& errors);
bool is_object(const Json& json, const Scope& scope, ReadErrors& errors);
// Reports the members of `object` that are not among `known`.
void report_unknown(const Json& object, const std::vector<std::string_view>& known,
                    const Scope& scope, ReadErrors& errors);

// Takes a text through a parser of base or domain.
template <typename T, typename Parse>
bool read_parsed(const Json& json, T& to, const Scope& scope, ReadErrors& errors, Parse parse) {
    std::string text;
    if (!read_text(json, text, scope, errors)) return false;
    auto value = parse(text);
    if (!value) {
        errors.add(value.error().code, scope.path, value.error().detail);
        return false;
    }
    to = *std::move(value);
    return true;
}

} // namespace codec

template <typename T>
Json write_value(const T& value, const Scope& scope);
template <typename T>
bool read_value(const Json& json, T& to, const Scope& scope, ReadErrors& errors);

class FieldWriter {
  public:
    FieldWriter(Json& object, const Scope& scope) : object_(object), scope_(scope) {}

    template <typename T>
    void operator()(std::string_view name, const T& value) {
        if constexpr (std::same_as<T, domain::Currency>) {
            if (name == "currency") scope_.currency = value;
        }
        if constexpr (codec::is_optional<T>) {
            if (!value) return;
        } else if constexpr (codec::is_vector<T> || std::same_as<T, std::string>) {
            if (value.empty()) return;
        } else if constexpr (std::same_as<T, bool>) {
            if (!value) return;
        }
        Json json = write_value(value, scope_);
        if (!json.is_null()) object_[std::string(name)] = std::move(json);
    }

  private:
    Json& object_;
    Scope scope_;
};

class FieldReader {
  public:
    FieldReader(const Json& object, const Scope& scope, ReadErrors& errors)
        : object_(object), scope_(scope), errors_(errors) {}

    template <typename T>
    void operator()(std::string_view name, T& to) {
        known_.push_back(name);
        const auto found = object_.find(name);
        if (found == object_.end()) {
            if constexpr (codec::is_required<T>)
                errors_.add(base::Code::missing, scope_.member(name).path);
            return;
        }
        read_value(*found, to, scope_.member(name), errors_);
        if constexpr (std::same_as<T, domain::Currency>) {
            if (name == "currency") scope_.currency = to;
        }
    }

    void finish() { codec::report_unknown(object_, known_, scope_, errors_); }

  private:
    const Json& object_;
    Scope scope_;
    ReadErrors& errors_;
    std::vector<std::string_view> known_;
};

template <typename T>
Json write_value(const T& value, const Scope& scope) {
    if constexpr (Form<T>::is_own) {
        return Form<T>::write(value, scope);
    } else if constexpr (std::same_as<T, bool> || std::same_as<T, std::string> ||
                         std::integral<T>) {
        return value;
    } else if constexpr (std::is_enum_v<T>) {
        return std::string(Names<T>::names[static_cast<std::size_t>(value)]);
    } else if constexpr (codec::is_id<T> || std::same_as<T, base::Uuid> ||
                         std::same_as<T, base::Decimal>) {
        return to_text(value);
    } else if constexpr (std::same_as<T, domain::Percent>) {
        return to_text(value.value);
    } else if constexpr (std::same_as<T, base::Date>) {
        return iso_text(value);
    } else if constexpr (std::same_as<T, base::Instant>) {
        return value.unix_ms;
    } else if constexpr (std::same_as<T, domain::Currency>) {
        return std::string(value.code());
    } else if constexpr (std::same_as<T, domain::Money>) {
        return codec::write_money(value, scope);
    } else if constexpr (codec::is_optional<T>) {
        return value ? write_value(*value, scope) : Json(nullptr);
    } else if constexpr (codec::is_vector<T>) {
        Json list = Json::array();
        for (const auto& element : value)
            list.push_back(write_value(element, scope));
        return list;
    } else {
        Json object = Json::object();
        FieldWriter visit(object, scope);
        Shape<T>::fields(visit, value);
        return object;
    }
}

template <typename T>
bool read_value(const Json& json, T& to, const Scope& scope, ReadErrors& errors) {
    if constexpr (Form<T>::is_own) {
        return Form<T>::read(json, to, scope, errors);
    } else if constexpr (std::same_as<T, bool>) {
        if (!json.is_boolean()) {
            errors.add(base::Code::wrong_type, scope.path);
            return false;
        }
        to = json.get<bool>();
        return true;
    } else if constexpr (std::same_as<T, std::string>) {
        return codec::read_text(json, to, scope, errors);
    } else if constexpr (std::integral<T>) {
        constexpr auto low = std::is_signed_v<T>
                                 ? static_cast<std::int64_t>(std::numeric_limits<T>::min())
                                 : std::int64_t{0};
        constexpr auto high = sizeof(T) == sizeof(std::int64_t)
                                  ? std::numeric_limits<std::int64_t>::max()
                                  : static_cast<std::int64_t>(std::numeric_limits<T>::max());
        std::int64_t value = 0;
        if (!codec::read_integer(json, low, high, value, scope, errors)) return false;
        to = static_cast<T>(value);
        return true;
    } else if constexpr (std::is_enum_v<T>) {
        std::string name;
        if (!codec::read_text(json, name, scope, errors)) return false;
        for (std::size_t i = 0; i < Names<T>::names.size(); ++i) {
            if (Names<T>::names[i] == name) {
                to = static_cast<T>(i);
                return true;
            }
        }
        errors.add(base::Code::unknown_choice, scope.path, name);
        return false;
    } else if constexpr (codec::is_id<T>) {
        return codec::read_parsed(json, to.uuid, scope, errors, base::parse_uuid);
    } else if constexpr (std::same_as<T, base::Uuid>) {
        return codec::read_parsed(json, to, scope, errors, base::parse_uuid);
    } else if constexpr (std::same_as<T, base::Decimal>) {
        return codec::read_parsed(json, to, scope, errors, base::parse_decimal);
    } else if constexpr (std::same_as<T, domain::Percent>) {
        return codec::read_parsed(json, to.value, scope, errors, base::parse_decimal);
    } else if constexpr (std::same_as<T, base::Date>) {
        return codec::read_parsed(json, to, scope, errors, base::parse_iso_date);
    } else if constexpr (std::same_as<T, base::Instant>) {
        return codec::read_integer(json, base::instant_min.unix_ms, base::instant_max.unix_ms,
                                   to.unix_ms, scope, errors);
    } else if constexpr (std::same_as<T, domain::Currency>) {
        return codec::read_parsed(json, to, scope, errors, domain::Currency::from_code);
    } else if constexpr (std::same_as<T, domain::Money>) {
        return codec::read_money(json, to, scope, errors);
    } else if constexpr (codec::is_optional<T>) {
        if (json.is_null()) {
            to.reset();
            return true;
        }
        auto value = Blank<typename T::value_type>::make();
        if (!read_value(json, value, scope, errors)) return false;
        to = std::move(value);
        return true;
    } else if constexpr (codec::is_vector<T>) {
        if (!json.is_array()) {
            errors.add(base::Code::wrong_type, scope.path);
            return false;
        }
        to.clear();
        bool all_read = true;
        for (std::size_t i = 0; i < json.size(); ++i) {
            auto value = Blank<typename T::value_type>::make();
            all_read &= read_value(json[i], value, scope.element(i), errors);
            to.push_back(std::move(value));
        }
        return all_read;
    } else {
        if (!codec::is_object(json, scope, errors)) return false;
        FieldReader visit(json, scope, errors);
        Shape<T>::fields(visit, to);
        visit.finish();
        return errors.is_empty();
    }
}

// A whole record as canonical JSON.
template <typename T>
[[nodiscard]] Json to_json(const T& record) {
    return write_value(record, Scope{});
}

// A whole record from JSON; all errors at once.
template <typename T>
[[nodiscard]] base::Result<T> from_json(const Json& json) {
    ReadErrors errors;
    auto record = Blank<T>::make();
    read_value(json, record, Scope{}, errors);
    TRY_VOID(errors.result());
    return record;
}

} // namespace store
