#include "domain/tax.h"

#include <algorithm>
#include <iterator>

namespace domain {

namespace {

// In the order of TaxCategory.
constexpr std::string_view codes[] = {"S", "Z", "E", "AE", "K", "G", "O", "L", "M", "B"};

} // namespace

std::string_view category_code(TaxCategory category) {
    return codes[static_cast<std::size_t>(category)];
}

std::optional<TaxCategory> category_from_code(std::string_view code) {
    const auto* const found = std::ranges::find(codes, code);
    if (found == std::end(codes)) return std::nullopt;
    return static_cast<TaxCategory>(found - std::begin(codes));
}

bool needs_exemption_reason(TaxCategory category) {
    switch (category) {
    case TaxCategory::exempt:
    case TaxCategory::reverse_charge:
    case TaxCategory::intra_community:
    case TaxCategory::export_goods:
    case TaxCategory::not_subject: return true;
    case TaxCategory::standard:
    case TaxCategory::zero:
    case TaxCategory::canary_islands:
    case TaxCategory::ceuta_melilla:
    case TaxCategory::split_payment: return false;
    }
    return false;
}

std::strong_ordering compare_groups(const AppliedTax& a, const AppliedTax& b) {
    if (const auto order = a.retained <=> b.retained; order != 0) return order;
    if (const auto order = b.rate <=> a.rate; order != 0) return order;
    if (const auto order = a.code <=> b.code; order != 0) return order;
    return a.category <=> b.category;
}

base::Result<AppliedTax> tax_on(const TaxDefinition& tax, base::Date supply_date) {
    const auto after = std::ranges::upper_bound(tax.rates, supply_date, {}, &DatedRate::from);
    if (after == tax.rates.begin()) return base::fail(base::Code::no_rate_on_date, {}, tax.name);
    return AppliedTax{.code = tax.code,
                      .category = tax.category,
                      .rate = std::prev(after)->rate,
                      .retained = tax.retained,
                      .exemption_reason = tax.exemption_reason,
                      .definition = tax.id};
}

} // namespace domain
