// One tax in its dialog: what it is called, its category, and its rates from date to date.
//
// Rates and dates are typed as words. They may be written in any order; saved they stand by date.
// Issued invoices keep the rate they were issued with, whatever is changed here.
#pragma once

#include "domain/tax.h"
#include "ui/screens/edited.h"
#include "ui/screens/local.h"

#include <string>
#include <vector>

namespace ui {

class TaxForm {
  public:
    struct Rate {
        std::string percent;
        std::string from;

        friend bool operator==(const Rate&, const Rate&) = default;
    };

    // A new tax, or the one given.
    TaxForm(app::App& app, const std::optional<domain::TaxDefinition>& tax);

    [[nodiscard]] bool is_new() const { return tax_.id.is_none(); }
    // Everything but the rates.
    [[nodiscard]] domain::TaxDefinition& tax() { return tax_; }
    [[nodiscard]] std::vector<Rate>& rates() { return rates_; }
    [[nodiscard]] FieldErrors& errors() { return errors_; }
    [[nodiscard]] const Local& local() const { return local_; }
    [[nodiscard]] std::optional<base::Date> from_of(std::size_t index) const;
    void add_rate();
    void remove_rate(std::size_t index);

    // Refusals are at "name", "code", "exemption_reason", "rates[1].rate", "rates[1].from", with
    // the rates counted as they stand here.
    [[nodiscard]] std::optional<base::Uuid> save();

  private:
    // The rates by date and, for each, which row it was typed in.
    [[nodiscard]] base::Result<std::vector<domain::DatedRate>>
    read_rates(std::vector<std::size_t>& rows) const;

    app::App& app_;
    Local local_;
    domain::TaxDefinition tax_;
    std::vector<Rate> rates_;
    FieldErrors errors_;
};

// "23%", "23%, from 1 Jan 2027 24%", "No rate yet": what a list says of a tax today.
[[nodiscard]] std::string rate_words(const domain::TaxDefinition& tax, const Local& local);
[[nodiscard]] std::string_view category_words(domain::TaxCategory category);

} // namespace ui
