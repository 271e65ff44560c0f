// The rules of section 2 that no public invoice shows; the public ones are in tests/conformance.
#include "domain/totals.h"
#include "unit/domain/make.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using domain::Adjustment;
using domain::AdjustmentKind;
using domain::TotalsInput;
using domain::TotalsLine;
using make::euro;
using make::number;
using make::percent;
using make::vat;

TotalsLine line(std::string_view price, std::vector<domain::AppliedTax> taxes,
                std::vector<Adjustment> adjustments = {}, std::string_view quantity = "1") {
    return {.quantity = number(quantity),
            .unit_price = number(price),
            .adjustments = std::move(adjustments),
            .taxes = std::move(taxes)};
}

Adjustment discount(std::variant<domain::Percent, domain::Money> size) {
    return {.kind = AdjustmentKind::discount, .size = size};
}

Adjustment charge(std::variant<domain::Percent, domain::Money> size) {
    return {.kind = AdjustmentKind::charge, .size = size};
}

TotalsInput of(std::vector<TotalsLine> lines) {
    return {.currency = make::currency("EUR"), .lines = std::move(lines)};
}

TotalsInput inclusive(std::vector<TotalsLine> lines) {
    TotalsInput input = of(std::move(lines));
    input.price_mode = domain::PriceMode::tax_inclusive;
    return input;
}

domain::Totals totals(const TotalsInput& input) {
    auto result = domain::compute_totals(input);
    REQUIRE_MESSAGE(result.has_value(), "code ", static_cast<int>(result.error().code), " at ",
                    result.error().field);
    return *result;
}

domain::AppliedTax other_tax(const char* code, std::string_view rate) {
    domain::AppliedTax tax = vat(rate);
    tax.code = code;
    return tax;
}

} // namespace

TEST_CASE("totals: line discount before document discount, both before tax") {
    TotalsInput input = of({line("100", {vat("20")}, {discount(percent("10"))})});
    input.adjustments = {{discount(percent("10")), {}}};
    const domain::Totals result = totals(input);
    CHECK(result.sum_of_lines == euro("90"));
    CHECK(result.net == euro("81"));
    CHECK(result.tax == euro("16.20"));
    CHECK(result.gross == euro("97.20"));
    CHECK(result.lines[0].document_share == euro("-9"));
    CHECK(result.lines[0].taxable == euro("81"));
}

TEST_CASE("totals: inclusive prices stay what the shelf says") {
    struct Row {
        const char* name;
        std::vector<TotalsLine> lines;
        const char* net;
        const char* tax;
        const char* gross;
    };
    const std::vector<Row> rows = {
        {"110.00 at 10 %", {line("110", {vat("10")})}, "100.00", "10.00", "110.00"},
        {"100.00 at 10 %", {line("100", {vat("10")})}, "90.91", "9.09", "100.00"},
        {"90 and 55 at 5 %",
         {line("90", {vat("5")}), line("55", {vat("5")})},
         "138.10",
         "6.90",
         "145.00"},
        {"net is rounded first", {line("2.99", {vat("4")})}, "2.88", "0.11", "2.99"},
        {"100 % discount",
         {line("1300", {vat("18")}, {discount(percent("100"))})},
         "0.00",
         "0.00",
         "0.00"},
        {"two taxes jointly",
         {line("114.98", {other_tax("GST", "5"), other_tax("QST", "9.975")})},
         "100.00",
         "14.98",
         "114.98"},
        {"lines that cancel",
         {line("100", {vat("20")}), line("100", {vat("20")}, {}, "-1")},
         "0.00",
         "0.00",
         "0.00"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.name));
        const domain::Totals result = totals(inclusive(row.lines));
        CHECK(result.net == euro(row.net));
        CHECK(result.tax == euro(row.tax));
        CHECK(result.gross == euro(row.gross));
        std::int64_t taxable = 0;
        for (const domain::LineTotals& each : result.lines)
            taxable += each.taxable.minor;
        CHECK(taxable == result.net.minor);
    }
}

TEST_CASE("totals: a stray cent of joint taxes goes to the largest") {
    // 1.00 holds 5 % and 9.975 %: net 0.87, of it 0.04 and 0.09 - all of 0.13.
    const domain::Totals even =
        totals(inclusive({line("1", {other_tax("GST", "5"), other_tax("QST", "9.975")})}));
    CHECK(even.groups[0].amount == euro("0.09"));
    CHECK(even.groups[1].amount == euro("0.04"));
    // 0.10 holds 5 %, 5 % and 5 %: net 0.09, each rounds to 0.00, and 0.01 is left over.
    const domain::Totals stray = totals(
        inclusive({line("0.10", {other_tax("A", "5"), other_tax("B", "5"), other_tax("C", "5")})}));
    CHECK(stray.groups[0].tax.code == "A");
    CHECK(stray.groups[0].amount == euro("0.01"));
    CHECK(stray.groups[1].amount == euro("0.00"));
    CHECK(stray.gross == euro("0.10"));
}

TEST_CASE("totals: tax per rate and per line differ as they should") {
    std::vector<TotalsLine> lines(3, line("0.33", {vat("7.5")}));
    CHECK(totals(of(lines)).tax == euro("0.07")); // 0.99 x 7.5 % = 0.07425
    TotalsInput per_line = of(lines);
    per_line.tax_rounding = domain::TaxRounding::per_line;
    CHECK(totals(per_line).tax == euro("0.06")); // 3 x 0.02
    per_line.price_mode = domain::PriceMode::tax_inclusive;
    const domain::Totals held = totals(per_line);
    CHECK(held.gross == euro("0.99"));
    CHECK(held.net == euro("0.93")); // 3 x 0.31
}

TEST_CASE("totals: document discounts spread over the groups, surcharges may name their own") {
    TotalsInput input = of({line("60", {vat("20")}), line("30", {vat("5")}), line("10", {})});
    input.adjustments = {{discount(euro("10")), {}},
                         {charge(euro("8")), {{vat("20")}}},
                         {charge(euro("2")), {std::vector<domain::AppliedTax>()}}};
    const domain::Totals result = totals(input);
    REQUIRE(result.groups.size() == 2);
    CHECK(result.groups[0].base == euro("62"));
    CHECK(result.groups[0].amount == euro("12.40"));
    CHECK(result.groups[1].base == euro("27"));
    CHECK(result.groups[1].amount == euro("1.35"));
    CHECK(result.net == euro("100"));
    CHECK(result.discounts == euro("10"));
    CHECK(result.charges == euro("10"));
}

TEST_CASE("totals: ties of a spread cent go to the higher rate") {
    TotalsInput input = of({line("10", {vat("5")}), line("10", {vat("20")})});
    input.adjustments = {{discount(euro("0.01")), {}}};
    const domain::Totals result = totals(input);
    CHECK(result.groups[0].tax.rate == percent("20"));
    CHECK(result.groups[0].base == euro("9.99"));
    CHECK(result.groups[1].base == euro("10.00"));
}

TEST_CASE("totals: discounts that make 100 % leave exactly nothing") {
    TotalsInput input =
        of({line("0.03", {vat("20")}, {discount(percent("50")), discount(percent("50"))}),
            line("0.01", {vat("5")}), line("0.02", {vat("20")})});
    input.adjustments = {{discount(percent("50")), {}}, {discount(percent("50")), {}}};
    const domain::Totals result = totals(input);
    CHECK(result.lines[0].net_of_adjustments == euro("0"));
    CHECK(result.net == euro("0"));
    for (const domain::TaxGroup& group : result.groups)
        CHECK(group.base == euro("0"));
}

TEST_CASE("totals: withholding lowers what is payable and nothing else") {
    domain::AppliedTax irpef = other_tax("IRPEF", "20");
    irpef.retained = domain::Retained::yes;
    const domain::Totals result = totals(of({line("100", {vat("22"), irpef})}));
    CHECK(result.tax == euro("22"));
    CHECK(result.gross == euro("122"));
    CHECK(result.retained == euro("20"));
    CHECK(result.payable == euro("102"));
    CHECK(result.groups.back().tax.code == "IRPEF");
}

TEST_CASE("totals: payable is rounded to coins, total and tax are not") {
    TotalsInput input = of({line("10.02", {vat("0")})});
    input.rounding = domain::RoundToStep{5};
    const domain::Totals result = totals(input);
    CHECK(result.gross == euro("10.02"));
    CHECK(result.rounding == euro("-0.02"));
    CHECK(result.payable == euro("10.00"));
    input.prepaid = euro("3");
    CHECK(totals(input).payable == euro("7.00"));
    CHECK(domain::round_for_cash(euro("10.03"), 5) == euro("10.05"));
}

TEST_CASE("totals: a document of nothing is zero") {
    const domain::Totals result = totals(of({}));
    CHECK(result.payable == euro("0"));
    TotalsInput charged = of({});
    charged.adjustments = {{charge(euro("5")), {}}};
    CHECK(totals(charged).payable == euro("5"));
}

TEST_CASE("totals: reasons of an exempt group are printed once each") {
    domain::AppliedTax exempt = vat("0");
    exempt.category = domain::TaxCategory::exempt;
    exempt.exemption_reason = "Health care";
    const domain::Totals result = totals(of({line("10", {exempt}), line("20", {exempt}, {}, "2")}));
    REQUIRE(result.groups.size() == 1);
    CHECK(result.groups[0].base == euro("50"));
    CHECK(result.groups[0].tax.exemption_reason == "Health care");
}

TEST_CASE("totals: what is refused, with the field at fault") {
    struct Row {
        const char* name;
        TotalsInput input;
        base::Code code;
        const char* field;
    };
    TotalsInput above_sum = of({line("10", {})});
    above_sum.adjustments = {{discount(euro("10.01")), {}}};
    TotalsInput second_negative = of({line("10", {})});
    second_negative.adjustments = {{discount(percent("10")), {}}, {discount(percent("-10")), {}}};
    TotalsInput mixed = of({line("10", {})});
    mixed.prepaid = domain::Money{1, make::currency("USD")};
    TotalsLine no_base = line("10", {});
    no_base.price_base_quantity = {};
    const domain::Money dollar{100, make::currency("USD")};
    const std::vector<Row> rows = {
        {"negative percentage", of({line("10", {}, {discount(percent("-1"))})}),
         base::Code::percent_negative, "lines[0].adjustments[0]"},
        {"discount above 100 %", of({line("10", {}, {discount(percent("100.000001"))})}),
         base::Code::percent_above_limit, "lines[0].adjustments[0]"},
        {"discount past zero", of({line("10", {}), line("10", {}, {discount(euro("10.01"))})}),
         base::Code::discount_above_line, "lines[1].adjustments"},
        {"two discounts past zero",
         of({line("10", {}, {discount(percent("60")), discount(percent("60"))})}),
         base::Code::discount_above_line, "lines[0].adjustments"},
        {"discount against the line", of({line("10", {}, {discount(euro("1"))}, "-1")}),
         base::Code::adjustment_sign, "lines[0].adjustments[0]"},
        {"negative charge", of({line("10", {}, {charge(euro("-1"))})}), base::Code::adjustment_sign,
         "lines[0].adjustments[0]"},
        {"document discount above the sum", above_sum, base::Code::discount_above_sum,
         "adjustments"},
        {"negative document percentage", second_negative, base::Code::percent_negative,
         "adjustments[1]"},
        {"negative tax rate", of({line("10", {vat("-15")})}), base::Code::percent_negative,
         "lines[0].taxes[0]"},
        {"the same tax twice", of({line("10", {vat("5"), vat("5")})}), base::Code::tax_repeated,
         "lines[0].taxes"},
        {"price for nothing", of({no_base}), base::Code::base_quantity_not_positive,
         "lines[0].price_base_quantity"},
        {"foreign discount", of({line("10", {}, {discount(dollar)})}), base::Code::currency_mixed,
         "lines[0].adjustments[0]"},
        {"foreign prepayment", mixed, base::Code::currency_mixed, "prepaid"},
        {"too large a line", of({line("9000000000000", {}, {}, "9000000000000")}),
         base::Code::overflow, "lines[0].quantity"},
        {"too large a sum",
         of({line("9000000000000", {}, {}, "10000"), line("9000000000000", {}, {}, "10000")}),
         base::Code::overflow, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.name));
        const auto result = domain::compute_totals(row.input);
        REQUIRE_FALSE(result.has_value());
        CHECK(result.error().code == row.code);
        CHECK(result.error().field == row.field);
    }
}
