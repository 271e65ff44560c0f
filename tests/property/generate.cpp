#include "property/generate.h"

#include "base/assert.h"

#include <limits>

namespace generate {

namespace {

domain::Currency currency(base::Random& random) {
    constexpr std::string_view codes[] = {"EUR", "JPY", "KWD"};
    const auto found = domain::Currency::from_code(codes[random.below(3)]);
    ASSERT(found.has_value());
    return *found;
}

std::vector<domain::AppliedTax> taxes(base::Random& random) {
    constexpr std::int64_t rates[] = {0, 5'000'000, 9'975'000, 19'000'000, 21'000'000};
    std::vector<domain::AppliedTax> applied;
    for (std::uint64_t i = random.below(3); i > 0; --i) {
        domain::AppliedTax tax;
        tax.code = i == 1 ? "VAT" : "PST";
        tax.rate.value.scaled = rates[random.below(5)];
        applied.push_back(tax);
    }
    if (random.below(8) == 0) {
        domain::AppliedTax retained;
        retained.code = "IRPEF";
        retained.rate.value = base::Decimal::whole(15);
        retained.retained = domain::Retained::yes;
        applied.push_back(retained);
    }
    return applied;
}

domain::Adjustment by_percent(base::Random& random) {
    return {.kind = random.below(2) == 0 ? domain::AdjustmentKind::discount
                                         : domain::AdjustmentKind::charge,
            .size = domain::Percent{{random.between(0, 50'000'000)}}};
}

} // namespace

std::vector<std::uint64_t> seeds(std::size_t count) {
    std::vector<std::uint64_t> all;
    for (std::size_t i = 1; i <= count; ++i)
        all.push_back(i);
    return all;
}

std::int64_t any_int64(base::Random& random) {
    constexpr std::int64_t borders[] = {std::numeric_limits<std::int64_t>::min(),
                                        std::numeric_limits<std::int64_t>::min() + 1,
                                        -1,
                                        0,
                                        1,
                                        std::numeric_limits<std::int64_t>::max() - 1,
                                        std::numeric_limits<std::int64_t>::max()};
    switch (random.below(3)) {
    case 0: return borders[random.below(std::size(borders))];
    case 1: return random.between(-100, 100);
    default: return static_cast<std::int64_t>(random.next()) >> random.below(64);
    }
}

domain::TotalsInput invoice(base::Random& random, std::size_t lines_max) {
    domain::TotalsInput input{.currency = currency(random)};
    if (random.below(2) == 0) input.price_mode = domain::PriceMode::tax_inclusive;
    const std::uint64_t count = 1 + random.below(lines_max);
    for (std::uint64_t i = 0; i < count; ++i) {
        domain::TotalsLine line;
        line.quantity.scaled = random.between(-2, 20) * 250'000;
        line.unit_price.scaled = random.between(0, 200'000) * 1'000;
        if (random.below(4) == 0) line.adjustments.push_back(by_percent(random));
        line.taxes = taxes(random);
        input.lines.push_back(std::move(line));
    }
    if (random.below(2) == 0) input.adjustments.push_back({by_percent(random), {}});
    if (random.below(3) == 0) input.adjustments.push_back({by_percent(random), taxes(random)});
    if (random.below(4) == 0) input.rounding = domain::RoundToStep{5};
    return input;
}

} // namespace generate
