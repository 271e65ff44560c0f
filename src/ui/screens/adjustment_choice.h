// A discount or surcharge as a person chooses it: which of the two, in percent or as an amount.
#pragma once

#include "domain/totals.h"
#include "ui/screens/local.h"
#include "ui/screens/typed.h"
#include "ui/widgets/select.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace ui {

// In the order of adjustment_options.
enum class AdjustmentChoice : std::uint8_t {
    none,
    discount_percent,
    discount_amount,
    charge_percent,
    charge_amount,
};

// "None", "Discount, %", "Discount, amount", "Surcharge, %", "Surcharge, amount".
[[nodiscard]] std::span<const Option> adjustment_options();

[[nodiscard]] AdjustmentChoice choice_of(const domain::Adjustment& adjustment);
[[nodiscard]] bool is_percent(AdjustmentChoice choice);
// Of that kind and nothing yet; `choice` is not none.
[[nodiscard]] domain::Adjustment empty_adjustment(AdjustmentChoice choice,
                                                  domain::Currency currency);
// "10" of a percentage, "5.00" of an amount: what stands in the field.
[[nodiscard]] std::string size_words(const domain::Adjustment& adjustment, const Local& local);
// Reads the words into the adjustment's size; true when it is another now.
bool read_size(Typed& typed, domain::Adjustment& adjustment, const Local& local);
// "−10 %", "+€5.00": beside the line it changes.
[[nodiscard]] std::string signed_words(const domain::Adjustment& adjustment, const Local& local);

} // namespace ui
