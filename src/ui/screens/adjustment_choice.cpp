#include "ui/screens/adjustment_choice.h"

#include "app/formats.h"

#include <array>

namespace ui {

namespace {

using domain::AdjustmentKind;

} // namespace

std::span<const Option> adjustment_options() {
    static constexpr std::array<Option, 5> options{
        {{"None"}, {"Discount, %"}, {"Discount, amount"}, {"Surcharge, %"}, {"Surcharge, amount"}}};
    return options;
}

AdjustmentChoice choice_of(const domain::Adjustment& adjustment) {
    const bool in_percent = std::holds_alternative<domain::Percent>(adjustment.size);
    if (adjustment.kind == AdjustmentKind::discount)
        return in_percent ? AdjustmentChoice::discount_percent : AdjustmentChoice::discount_amount;
    return in_percent ? AdjustmentChoice::charge_percent : AdjustmentChoice::charge_amount;
}

bool is_percent(AdjustmentChoice choice) {
    return choice == AdjustmentChoice::discount_percent ||
           choice == AdjustmentChoice::charge_percent;
}

domain::Adjustment empty_adjustment(AdjustmentChoice choice, domain::Currency currency) {
    const bool is_discount =
        choice == AdjustmentChoice::discount_percent || choice == AdjustmentChoice::discount_amount;
    domain::Adjustment adjustment{.kind = is_discount ? AdjustmentKind::discount
                                                      : AdjustmentKind::charge,
                                  .size = domain::Percent{},
                                  .reason = {}};
    if (!is_percent(choice)) adjustment.size = domain::Money{0, currency};
    return adjustment;
}

std::string size_words(const domain::Adjustment& adjustment, const Local& local) {
    if (const auto* percent = std::get_if<domain::Percent>(&adjustment.size))
        return app::quantity_text(percent->value, *local.locale);
    return local.bare(std::get<domain::Money>(adjustment.size));
}

bool read_size(Typed& typed, domain::Adjustment& adjustment, const Local& local) {
    if (auto* percent = std::get_if<domain::Percent>(&adjustment.size))
        return typed.take(app::read_percent(typed.words, *local.locale), *percent);
    auto& amount = std::get<domain::Money>(adjustment.size);
    return typed.take(app::read_money(typed.words, amount.currency, *local.locale), amount);
}

std::string signed_words(const domain::Adjustment& adjustment, const Local& local) {
    const bool is_discount = adjustment.kind == AdjustmentKind::discount;
    const std::string sign = is_discount ? "\u2212" : "+";
    if (const auto* percent = std::get_if<domain::Percent>(&adjustment.size))
        return sign + app::percent_text(*percent, *local.locale);
    return sign + local.whole(std::get<domain::Money>(adjustment.size));
}

} // namespace ui
