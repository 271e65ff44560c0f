// Properties of spreading and of totals that no table can show.
#include "base/wide.h"
#include "domain/allocate.h"
#include "domain/totals.h"
#include "property/generate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

namespace {

using base::Int128;

Int128 sum_of(const std::vector<std::int64_t>& values) {
    return std::accumulate(values.begin(), values.end(), Int128{0});
}

domain::Totals totals(const domain::TotalsInput& input) {
    auto result = domain::compute_totals(input);
    REQUIRE(result.has_value());
    return *result;
}

void shuffle(std::vector<domain::TotalsLine>& lines, base::Random& random) {
    for (std::size_t i = lines.size(); i > 1; --i)
        std::swap(lines[i - 1], lines[random.below(i)]);
}

} // namespace

TEST_CASE("property: spread parts add up to the whole over all of int64") {
    for (const std::uint64_t seed : generate::seeds(20'000)) {
        CAPTURE(seed);
        base::Random random(seed);
        const std::int64_t amount = generate::any_int64(random);
        std::vector<std::int64_t> weights(1 + random.below(8));
        std::ranges::generate(weights, [&] { return generate::any_int64(random); });
        const std::vector<std::int64_t> parts = domain::allocate(amount, weights);
        REQUIRE(parts.size() == weights.size());
        REQUIRE(sum_of(parts) == amount);
        // While the amount is a share of the signed sum, no part goes past its weight.
        const Int128 sum = sum_of(weights);
        if (sum > 0 ? amount >= 0 && amount <= sum : sum < 0 && amount <= 0 && amount >= sum)
            for (std::size_t i = 0; i < parts.size(); ++i) {
                REQUIRE((weights[i] >= 0 ? parts[i] >= 0 && parts[i] <= weights[i]
                                         : parts[i] <= 0 && parts[i] >= weights[i]));
            }
    }
}

TEST_CASE("property: spreading a negated amount over negated weights negates the parts") {
    for (const std::uint64_t seed : generate::seeds(5'000)) {
        CAPTURE(seed);
        base::Random random(seed);
        const std::int64_t amount = random.between(-1'000'000, 1'000'000);
        std::vector<std::int64_t> weights(1 + random.below(8));
        std::ranges::generate(weights, [&] { return random.between(-1'000, 1'000); });
        std::vector<std::int64_t> negated(weights.size());
        std::ranges::transform(weights, negated.begin(), std::negate<>());
        std::vector<std::int64_t> parts = domain::allocate(amount, weights);
        std::ranges::transform(parts, parts.begin(), std::negate<>());
        REQUIRE(domain::allocate(-amount, negated) == parts);
    }
}

TEST_CASE("property: totals do not depend on the order of the lines") {
    for (const std::uint64_t seed : generate::seeds(3'000)) {
        CAPTURE(seed);
        base::Random random(seed);
        domain::TotalsInput input = generate::invoice(random, 12);
        domain::Totals straight = totals(input);
        shuffle(input.lines, random);
        domain::Totals shuffled = totals(input);
        straight.lines.clear();
        shuffled.lines.clear();
        REQUIRE(straight == shuffled);
    }
}

TEST_CASE("property: what is printed adds up") {
    for (const std::uint64_t seed : generate::seeds(3'000)) {
        CAPTURE(seed);
        base::Random random(seed);
        domain::TotalsInput input = generate::invoice(random, 12);
        if (random.below(3) == 0) input.tax_rounding = domain::TaxRounding::per_line;
        const domain::Totals result = totals(input);
        std::int64_t lines = 0;
        std::int64_t shares = 0;
        for (const domain::LineTotals& line : result.lines) {
            lines += line.net_of_adjustments.minor;
            shares += line.document_share.minor;
        }
        REQUIRE(lines == result.sum_of_lines.minor);
        std::int64_t own = 0;
        for (std::size_t i = 0; i < input.adjustments.size(); ++i)
            if (input.adjustments[i].taxes.has_value())
                own += input.adjustments[i].adjustment.kind == domain::AdjustmentKind::discount
                           ? -result.document_adjustments[i].minor
                           : result.document_adjustments[i].minor;
        const std::int64_t adjusted = lines - result.discounts.minor + result.charges.minor;
        REQUIRE(adjusted == lines + shares + own);
        REQUIRE((input.price_mode == domain::PriceMode::net ? result.net : result.gross).minor ==
                adjusted);
        std::int64_t charged = 0;
        std::int64_t retained = 0;
        for (const domain::TaxGroup& group : result.groups)
            (group.tax.retained == domain::Retained::yes ? retained : charged) +=
                group.amount.minor;
        REQUIRE(charged == result.tax.minor);
        REQUIRE(retained == result.retained.minor);
        REQUIRE(result.gross.minor == result.net.minor + result.tax.minor);
        REQUIRE(result.payable.minor ==
                result.gross.minor - result.retained.minor + result.rounding.minor);
    }
}

TEST_CASE("property: inclusive and exclusive agree where they can") {
    // A net invoice whose lines carry one rate each, priced again at the gross of its groups, holds
    // the same nets and taxes: net + tax of a group is a gross that takes apart the same way.
    int agreed = 0;
    for (const std::uint64_t seed : generate::seeds(3'000)) {
        CAPTURE(seed);
        base::Random random(seed);
        domain::TotalsInput net = generate::invoice(random, 6);
        net.price_mode = domain::PriceMode::net;
        net.adjustments.clear();
        for (domain::TotalsLine& line : net.lines)
            std::erase_if(line.taxes, [&](const domain::AppliedTax& tax) {
                return tax.retained == domain::Retained::yes || &tax != &line.taxes.front();
            });
        const domain::Totals priced = totals(net);
        domain::TotalsInput gross{.currency = net.currency,
                                  .price_mode = domain::PriceMode::tax_inclusive};
        for (const domain::TaxGroup& group : priced.groups) {
            domain::TotalsLine line{.quantity = base::Decimal::whole(1)};
            line.unit_price.scaled = (group.base.minor + group.amount.minor) *
                                     (base::Decimal::scale / net.currency.minor_per_unit());
            line.taxes = {group.tax};
            gross.lines.push_back(line);
        }
        REQUIRE(totals(gross).groups == priced.groups);
        agreed += static_cast<int>(priced.groups.size());
    }
    CHECK(agreed > 3'000);
}

TEST_CASE("property: per rate and per line agree on a single line") {
    for (const std::uint64_t seed : generate::seeds(2'000)) {
        CAPTURE(seed);
        base::Random random(seed);
        domain::TotalsInput input = generate::invoice(random, 1);
        input.adjustments.clear();
        const domain::Totals per_rate = totals(input);
        input.tax_rounding = domain::TaxRounding::per_line;
        REQUIRE(totals(input) == per_rate);
    }
}
