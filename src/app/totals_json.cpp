#include "app/totals_json.h"

#include "domain/adjustment.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace app {

namespace {

using base::Code;
using base::Result;
using domain::indexed;
using domain::within;
using Json = nlohmann::ordered_json;

// The row's own word for each category beside the EN 16931 codes.
constexpr std::array<std::pair<std::string_view, domain::TaxCategory>, 7> category_keys = {{
    {"standard", domain::TaxCategory::standard},
    {"zero", domain::TaxCategory::zero},
    {"exempt", domain::TaxCategory::exempt},
    {"reverse-charge", domain::TaxCategory::reverse_charge},
    {"intra-community", domain::TaxCategory::intra_community},
    {"export", domain::TaxCategory::export_goods},
    {"outside-scope", domain::TaxCategory::not_subject},
}};

const Json* find(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

Result<std::string> text_at(const Json& object, const char* key) {
    const Json* const value = find(object, key);
    if (value == nullptr) return base::fail(Code::missing, key);
    if (!value->is_string()) return base::fail(Code::wrong_type, key);
    return value->get<std::string>();
}

Result<bool> flag_at(const Json& object, const char* key) {
    const Json* const value = find(object, key);
    if (value == nullptr) return false;
    if (!value->is_boolean()) return base::fail(Code::wrong_type, key);
    return value->get<bool>();
}

// The elements of an array; none where the key is absent.
Result<std::vector<Json>> list_at(const Json& object, const char* key) {
    const Json* const value = find(object, key);
    if (value == nullptr) return std::vector<Json>{};
    if (!value->is_array()) return base::fail(Code::wrong_type, key);
    return std::vector<Json>(value->begin(), value->end());
}

// Applies `read` to each element; an error is placed at "key[i]".
template <typename T, typename Read>
Result<std::vector<T>> read_list(const Json& object, const char* key, Read read) {
    std::vector<T> values;
    const std::vector<Json> elements = TRY(list_at(object, key));
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (!elements[i].is_object()) return base::fail(Code::wrong_type, indexed(key, i));
        Result<T> value = read(elements[i]);
        if (!value.has_value()) return base::fail(within(indexed(key, i), value.error()));
        values.push_back(*std::move(value));
    }
    return values;
}

Result<base::Decimal> decimal_at(const Json& object, const char* key) {
    Result<base::Decimal> value = base::parse_decimal(TRY(text_at(object, key)));
    if (!value.has_value()) return base::fail(within(key, value.error()));
    return value;
}

Result<domain::Money> money_at(const Json& object, const char* key, domain::Currency currency) {
    Result<domain::Money> value = domain::parse_money(TRY(text_at(object, key)), currency);
    if (!value.has_value()) return base::fail(within(key, value.error()));
    return value;
}

Result<domain::AppliedTax> read_tax(const Json& object) {
    domain::AppliedTax tax;
    const std::string category = TRY(text_at(object, "category"));
    tax.rate.value = TRY(decimal_at(object, "rate"));
    if (TRY(flag_at(object, "retained"))) tax.retained = domain::Retained::yes;
    // An EN 16931 code stands alone, so the tax itself stays unnamed.
    if (const auto known = domain::category_from_code(category)) {
        tax.category = *known;
        return tax;
    }
    const std::size_t colon = category.find(':');
    tax.code = category.substr(0, colon);
    if (colon == std::string::npos) return tax;
    for (const auto& [key, value] : category_keys)
        if (category.substr(colon + 1) == key) {
            tax.category = value;
            return tax;
        }
    return base::fail(Code::wrong_type, "category", category);
}

Result<domain::Adjustment> read_adjustment(const Json& object, domain::AdjustmentKind kind,
                                           domain::Currency currency) {
    domain::Adjustment adjustment{.kind = kind, .size = domain::Percent{}, .reason = {}};
    if (find(object, "amount") != nullptr)
        adjustment.size = TRY(money_at(object, "amount", currency));
    else
        adjustment.size = domain::Percent{TRY(decimal_at(object, "percent"))};
    return adjustment;
}

Result<domain::TotalsLine> read_line(const Json& object, domain::Currency currency) {
    domain::TotalsLine line;
    line.quantity = TRY(decimal_at(object, "quantity"));
    line.unit_price = TRY(decimal_at(object, "unit_price"));
    if (find(object, "price_base_quantity") != nullptr)
        line.price_base_quantity = TRY(decimal_at(object, "price_base_quantity"));
    for (const auto& [key, kind] : {std::pair{"discounts", domain::AdjustmentKind::discount},
                                    std::pair{"charges", domain::AdjustmentKind::charge}}) {
        const auto read = [&](const Json& each) { return read_adjustment(each, kind, currency); };
        for (domain::Adjustment& each : TRY(read_list<domain::Adjustment>(object, key, read)))
            line.adjustments.push_back(std::move(each));
    }
    line.taxes = TRY(read_list<domain::AppliedTax>(object, "taxes", read_tax));
    return line;
}

Result<domain::DocumentAdjustment> read_document_adjustment(const Json& object,
                                                            domain::AdjustmentKind kind,
                                                            domain::Currency currency) {
    domain::DocumentAdjustment given;
    given.adjustment = TRY(read_adjustment(object, kind, currency));
    if (find(object, "taxes") != nullptr)
        given.taxes = TRY(read_list<domain::AppliedTax>(object, "taxes", read_tax));
    return given;
}

Result<domain::TotalsInput> read_input(const Json& object) {
    const Result<domain::Currency> currency =
        domain::Currency::from_code(TRY(text_at(object, "currency")));
    if (!currency.has_value()) return base::fail(within("currency", currency.error()));
    domain::TotalsInput input{.currency = *currency};
    if (TRY(flag_at(object, "prices_include_tax")))
        input.price_mode = domain::PriceMode::tax_inclusive;
    if (find(object, "tax_rounding") != nullptr) {
        const std::string rounding = TRY(text_at(object, "tax_rounding"));
        if (rounding != "per_rate" && rounding != "per_line")
            return base::fail(Code::wrong_type, "tax_rounding", rounding);
        if (rounding == "per_line") input.tax_rounding = domain::TaxRounding::per_line;
    }
    const auto line = [&](const Json& each) { return read_line(each, *currency); };
    input.lines = TRY(read_list<domain::TotalsLine>(object, "lines", line));
    for (const auto& [key, kind] :
         {std::pair{"document_discounts", domain::AdjustmentKind::discount},
          std::pair{"document_charges", domain::AdjustmentKind::charge}}) {
        const auto read = [&](const Json& each) {
            return read_document_adjustment(each, kind, *currency);
        };
        for (auto& each : TRY(read_list<domain::DocumentAdjustment>(object, key, read)))
            input.adjustments.push_back(std::move(each));
    }
    if (find(object, "prepaid") != nullptr)
        input.prepaid = TRY(money_at(object, "prepaid", *currency));
    if (find(object, "rounding") != nullptr)
        input.rounding = domain::StatedRounding{TRY(money_at(object, "rounding", *currency))};
    return input;
}

Result<Json> parse_object(std::string_view line) {
    Json json = Json::parse(line, nullptr, false);
    if (!json.is_object()) return base::fail(Code::wrong_type);
    return json;
}

std::string id_of(const Json& json) {
    const Result<std::string> id = text_at(json, "id");
    return id.has_value() ? *id : std::string();
}

Json error_json(const base::Error& error) {
    Json json;
    json["code"] = static_cast<int>(error.code);
    json["field"] = error.field;
    if (!error.detail.empty()) json["detail"] = error.detail;
    return json;
}

} // namespace

Result<TotalsCase> parse_totals_case(std::string_view line) {
    const Json json = TRY(parse_object(line));
    return TotalsCase{.id = id_of(json), .input = TRY(read_input(json))};
}

std::string totals_line(const std::string& id, const domain::Totals& totals) {
    Json json;
    json["id"] = id;
    json["line_nets"] = Json::array();
    for (const domain::LineTotals& line : totals.lines)
        json["line_nets"].push_back(plain_text(line.net_of_adjustments));
    json["sum_lines"] = plain_text(totals.sum_of_lines);
    json["net"] = plain_text(totals.net);
    json["tax"] = Json::array();
    for (const domain::TaxGroup& group : totals.groups) {
        Json row;
        row["category"] =
            group.tax.code.empty() ? category_code(group.tax.category) : group.tax.code;
        row["rate"] = base::to_text(group.tax.rate.value);
        row["base"] = plain_text(group.base);
        row["amount"] = plain_text(group.amount);
        json["tax"].push_back(std::move(row));
    }
    json["tax_total"] = plain_text(totals.tax);
    json["gross"] = plain_text(totals.gross);
    json["payable"] = plain_text(totals.payable);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

TotalsAnswer answer_totals(std::string_view line) {
    const Result<TotalsCase> given = parse_totals_case(line);
    const Result<domain::Totals> totals =
        given.has_value() ? domain::compute_totals(given->input)
                          : Result<domain::Totals>(std::unexpected(given.error()));
    if (totals.has_value()) return {.line = totals_line(given->id, *totals)};
    Json json;
    const Result<Json> readable = parse_object(line);
    json["id"] = readable.has_value() ? id_of(*readable) : std::string();
    json["error"] = error_json(totals.error());
    return {.line = json.dump(-1, ' ', false, Json::error_handler_t::replace), .is_error = true};
}

} // namespace app
