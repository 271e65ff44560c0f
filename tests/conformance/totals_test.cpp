// Invoices that others computed: every printed figure must come out exactly.
#include "app/totals_json.h"
#include "conformance/cases.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

namespace {

using nlohmann::json;

// Figures are compared as numbers: "336.9" is "336.90".
base::Decimal figure(const json& text) {
    const auto value = base::parse_decimal(text.get<std::string>());
    REQUIRE_MESSAGE(value.has_value(), text.dump());
    return *value;
}

std::vector<base::Decimal> figures(const json& texts) {
    std::vector<base::Decimal> values;
    for (const json& text : texts)
        values.push_back(figure(text));
    return values;
}

// Sources print tax rows in no common order, so they are matched by category and rate.
auto tax_rows(const json& rows) {
    std::vector<std::tuple<std::string, base::Decimal, base::Decimal, base::Decimal>> values;
    for (const json& row : rows)
        values.emplace_back(row["category"].get<std::string>(), figure(row["rate"]),
                            figure(row["base"]), figure(row["amount"]));
    std::ranges::sort(values);
    return values;
}

} // namespace

TEST_CASE("totals: every public invoice gives its printed figures") {
    const std::vector<json> rows = conformance::read_cases("totals.jsonl");
    CHECK(rows.size() == 89);
    for (const json& row : rows) {
        CAPTURE(row["id"].get<std::string>());
        CAPTURE(row["source"].get<std::string>());
        const app::TotalsAnswer answer = app::answer_totals(row.dump());
        CAPTURE(answer.line);
        REQUIRE(!answer.is_error);
        const json ours = json::parse(answer.line, nullptr, false);
        const json& printed = row["expected"];
        CHECK(figures(ours["line_nets"]) == figures(printed["line_nets"]));
        CHECK(tax_rows(ours["tax"]) == tax_rows(printed["tax"]));
        for (const char* const key : {"sum_lines", "net", "tax_total", "gross", "payable"}) {
            CAPTURE(key);
            // One source prints no tax total, because nothing is taxed.
            CHECK(figure(ours[key]) ==
                  (printed[key].is_null() ? base::Decimal{} : figure(printed[key])));
        }
    }
}
