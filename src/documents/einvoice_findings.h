// What the rule checks collect: the inside of documents/einvoice_rules.
#pragma once

#include "base/assert.h"
#include "base/wide.h"
#include "documents/einvoice_rules.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace documents {

class EInvoiceFindings {
  public:
    // Notes a violation unless the rule `holds`.
    void expect(bool holds, std::string_view rule, std::string_view term, std::string_view field,
                std::string_view message) {
        if (holds) return;
        violations_.push_back({.rule = std::string(rule),
                               .term = std::string(term),
                               .field = std::string(field),
                               .message = std::string(message)});
    }

    [[nodiscard]] std::vector<RuleViolation> take() { return std::move(violations_); }

  private:
    std::vector<RuleViolation> violations_;
};

// "lines[2].name"
[[nodiscard]] std::string path_in(std::string_view list, std::size_t index, std::string_view field);
// "line 3", "discount 1": places as people count them.
[[nodiscard]] std::string place_in(std::string_view word, std::size_t index);
// BR-CO-09 (EN 16931-1:2017, 6.4.2): a VAT number begins with its country by ISO 3166-1 alpha-2;
// Greece may use EL, and XI is Northern Ireland.
[[nodiscard]] bool has_country_prefix(std::string_view identifier);
// The minor units, nothing as zero.
[[nodiscard]] std::int64_t minor_or_zero(const std::optional<domain::Money>& amount);
// Whether a tax amount lies less than one unit of its currency from taxable x rate, rounded: what
// validators allow (BR-CO-17, BR-S-09).
[[nodiscard]] bool is_tax_near(const VatBreakdown& row);

void check_totals(const EInvoice& invoice, EInvoiceFindings& findings);
void check_vat(const EInvoice& invoice, EInvoiceFindings& findings);
void check_codes(const EInvoice& invoice, EInvoiceFindings& findings);

} // namespace documents
