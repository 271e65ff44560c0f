// What a type's JSON holds, for people: from the same Shape that reads and writes it.
#pragma once

#include "store/json_codec.h"

#include <string>
#include <string_view>
#include <vector>

namespace store {

struct FieldDescription {
    std::string name;
    std::string type; // "money", "list of id", "`net` or `tax_inclusive`", "record".
    bool is_required = false;
    std::vector<FieldDescription> fields; // Of a record, or of the records of a list.
};

template <typename T>
[[nodiscard]] std::vector<FieldDescription> describe_fields();

// "`a`, `b` or `c`".
template <typename T>
[[nodiscard]] std::string choices() {
    std::string text;
    constexpr std::size_t count = Names<T>::names.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) text += i + 1 == count ? " or " : ", ";
        text += "`" + std::string(Names<T>::names[i]) + "`";
    }
    return text;
}

template <typename T>
[[nodiscard]] std::string describe_type() {
    if constexpr (Form<T>::is_own)
        return std::string(Form<T>::says);
    else if constexpr (std::same_as<T, bool>)
        return "true or false";
    else if constexpr (std::same_as<T, std::string>)
        return "text";
    else if constexpr (std::integral<T>)
        return "whole number";
    else if constexpr (std::is_enum_v<T>)
        return choices<T>();
    else if constexpr (codec::is_id<T> || std::same_as<T, base::Uuid>)
        return "id";
    else if constexpr (std::same_as<T, base::Decimal>)
        return "decimal";
    else if constexpr (std::same_as<T, domain::Percent>)
        return "percent";
    else if constexpr (std::same_as<T, base::Date>)
        return "date";
    else if constexpr (std::same_as<T, base::Instant>)
        return "instant";
    else if constexpr (std::same_as<T, domain::Currency>)
        return "currency";
    else if constexpr (std::same_as<T, domain::Money>)
        return "money";
    else if constexpr (codec::is_optional<T>)
        return describe_type<typename T::value_type>();
    else if constexpr (codec::is_vector<T>)
        return "list of " + describe_type<typename T::value_type>();
    else
        return "record";
}

class FieldDescriber {
  public:
    template <typename T>
    void operator()(std::string_view name, const T&) {
        fields.push_back({.name = std::string(name),
                          .type = describe_type<T>(),
                          .is_required = codec::is_required<T>,
                          .fields = nested<T>()});
    }

    std::vector<FieldDescription> fields;

  private:
    template <typename T>
    static std::vector<FieldDescription> nested() {
        if constexpr (codec::is_optional<T> || codec::is_vector<T>)
            return nested<typename T::value_type>();
        else if constexpr (requires(FieldDescriber& visit, T& record) {
                               Shape<T>::fields(visit, record);
                           })
            return describe_fields<T>();
        else
            return {};
    }
};

template <typename T>
std::vector<FieldDescription> describe_fields() {
    auto record = Blank<T>::make();
    FieldDescriber visit;
    Shape<T>::fields(visit, record);
    return std::move(visit.fields);
}

} // namespace store
