#include "store/operation.h"

#include "store/shapes.h"

#include <algorithm>
#include <array>
#include <optional>

namespace store {

template <>
struct Shape<InvoiceFact> {
    static void fields(auto& visit, auto& r) {
        visit("letterhead", r.letterhead);
        visit("invoice", r.invoice);
    }
};

template <>
struct Blank<InvoiceFact> {
    static InvoiceFact make() { return {.invoice = Blank<domain::IssuedInvoice>::make()}; }
};

template <>
struct Shape<InvoiceLeft> {
    static void fields(auto& visit, auto& r) {
        visit("invoice", r.invoice);
        visit("version", r.version);
        visit("way", r.way);
    }
};

namespace {

constexpr std::array<std::string_view, 12> record_kind_names{
    "practice", "client",       "contact",        "service", "product", "tax",
    "location", "practitioner", "payment_method", "series",  "draft",   "device"};

template <typename T>
struct FactName;
template <>
struct FactName<Letterhead> {
    static constexpr std::string_view name = "letterhead";
};
template <>
struct FactName<InvoiceFact> {
    static constexpr std::string_view name = "invoice";
};
template <>
struct FactName<domain::InvoiceVoided> {
    static constexpr std::string_view name = "invoice_void";
};
template <>
struct FactName<domain::InvoiceReverted> {
    static constexpr std::string_view name = "invoice_revert";
};
template <>
struct FactName<InvoiceLeft> {
    static constexpr std::string_view name = "invoice_left";
};
template <>
struct FactName<domain::Payment> {
    static constexpr std::string_view name = "payment";
};
template <>
struct FactName<domain::PaymentVoid> {
    static constexpr std::string_view name = "payment_void";
};
template <>
struct FactName<domain::Allocation> {
    static constexpr std::string_view name = "allocation";
};
template <>
struct FactName<domain::Release> {
    static constexpr std::string_view name = "release";
};
template <>
struct FactName<domain::WriteOff> {
    static constexpr std::string_view name = "write_off";
};
template <>
struct FactName<domain::WriteOffReversal> {
    static constexpr std::string_view name = "write_off_reversal";
};
template <>
struct FactName<domain::NumbersSkipped> {
    static constexpr std::string_view name = "number_skip";
};

Json operation_json(const Operation& operation) {
    return std::visit(
        []<typename T>(const T& op) -> Json {
            if constexpr (std::same_as<T, Value>)
                return {{"record", std::string(name_of(op.kind))},
                        {"id", to_text(op.id)},
                        {"group", op.group},
                        {"value", op.value}};
            else
                return {{"fact", std::string(FactName<T>::name)}, {"value", to_json(op)}};
        },
        operation);
}

std::optional<RecordKind> record_kind(std::string_view name) {
    const auto found = std::ranges::find(record_kind_names, name);
    if (found == record_kind_names.end()) return std::nullopt;
    return static_cast<RecordKind>(found - record_kind_names.begin());
}

struct ValueHead {
    std::string record;
    base::Uuid id;
    std::string group;
};

} // namespace

template <>
struct Shape<ValueHead> {
    static void fields(auto& visit, auto& r) {
        visit("record", r.record);
        visit("id", r.id);
        visit("group", r.group);
    }
};

namespace {

base::Result<Operation> parse_value(const Json& json) {
    Json head = json;
    head.erase("value");
    const auto read = TRY(from_json<ValueHead>(head));
    const auto kind = record_kind(read.record);
    if (!kind) return base::fail(base::Code::unknown_choice, "record", read.record);
    return Value{.kind = *kind, .id = read.id, .group = read.group, .value = json["value"]};
}

template <typename T>
base::Result<std::optional<Operation>> parse_as(std::string_view name, const Json& value) {
    if (name != FactName<T>::name) return std::optional<Operation>();
    return std::optional<Operation>(TRY(from_json<T>(value)));
}

template <typename... Facts>
base::Result<Operation> parse_fact(std::string_view name, const Json& value,
                                   std::variant<Value, Facts...>*) {
    std::optional<Operation> found;
    base::Result<void> outcome;
    const auto attempt = [&](auto parsed) {
        if (!parsed)
            outcome = base::fail(parsed.error());
        else if (*parsed)
            found = **std::move(parsed);
    };
    (attempt(parse_as<Facts>(name, value)), ...);
    TRY_VOID(std::move(outcome));
    if (!found) return base::fail(base::Code::unknown_choice, "fact", std::string(name));
    return *std::move(found);
}

base::Result<Operation> parse_operation(const Json& json) {
    if (!json.is_object() || !json.contains("value"))
        return base::fail(base::Code::wrong_type, "value");
    if (json.contains("record")) return parse_value(json);
    const auto fact = json.find("fact");
    if (fact == json.end() || !fact->is_string() || json.size() != 2)
        return base::fail(base::Code::wrong_type, "fact");
    return parse_fact(*fact->get_ptr<const std::string*>(), json["value"],
                      static_cast<Operation*>(nullptr));
}

} // namespace

std::string_view name_of(RecordKind kind) {
    return record_kind_names[static_cast<std::size_t>(kind)];
}

base::Digest letterhead_digest(const Letterhead& letterhead) {
    const std::string text = canonical_text(to_json(letterhead));
    return base::sha256(base::as_bytes(text));
}

std::string body_text(const Operations& operations) {
    Json list = Json::array();
    for (const Operation& operation : operations)
        list.push_back(operation_json(operation));
    return canonical_text(list);
}

base::Result<Operations> parse_body(std::string_view body) {
    const Json json = TRY(parse_json(body));
    if (!json.is_array()) return base::fail(base::Code::wrong_type, "body");
    Operations operations;
    operations.reserve(json.size());
    for (const Json& element : json)
        operations.push_back(TRY(parse_operation(element)));
    return operations;
}

std::vector<base::Uuid> subjects_of(const Operation& operation) {
    return std::visit(
        []<typename T>(const T& op) -> std::vector<base::Uuid> {
            if constexpr (std::same_as<T, Value>)
                return {op.id};
            else if constexpr (std::same_as<T, Letterhead>)
                return {};
            else if constexpr (std::same_as<T, InvoiceFact>)
                return {op.invoice.id.uuid};
            else if constexpr (std::same_as<T, domain::Payment>)
                return {op.id.uuid};
            else if constexpr (std::same_as<T, domain::PaymentVoid>)
                return {op.payment.uuid};
            else if constexpr (std::same_as<T, domain::Allocation>)
                return {op.payment.uuid, op.invoice.uuid};
            else if constexpr (std::same_as<T, domain::Release>)
                return {}; // The command names its payment and invoice beside it.
            else if constexpr (std::same_as<T, domain::NumbersSkipped>)
                return {op.series.uuid};
            else
                return {op.invoice.uuid};
        },
        operation);
}

} // namespace store
