// Totals as JSON: one invoice a line in, its totals a line out.
//
// The command `folio totals`, the conformance tests and the page's own check read and print this
// form. Amounts, quantities and percents are texts in plain notation, so nothing passes through a
// float. Where a discount or charge gives both percent and amount, the amount counts.
#pragma once

#include "base/result.h"
#include "domain/totals.h"

#include <string>
#include <string_view>

namespace app {

struct TotalsCase {
    std::string id;
    domain::TotalsInput input;
};

// Reads one line. A category is an EN 16931 code ("S"), a tax and a key ("VAT:exempt") or a tax
// alone ("IRPEF"). Errors name the field: missing, wrong_type, not_a_currency and those of numbers.
[[nodiscard]] base::Result<TotalsCase> parse_totals_case(std::string_view line);

// The totals with the keys line_nets, sum_lines, net, tax, tax_total, gross, payable.
[[nodiscard]] std::string totals_line(const std::string& id, const domain::Totals& totals);

struct TotalsAnswer {
    std::string line;
    bool is_error = false;
};

// Parse, compute, print: the totals, or {"id", "error"}.
[[nodiscard]] TotalsAnswer answer_totals(std::string_view line);

} // namespace app
