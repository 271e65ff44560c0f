#include "ui/screens/tax_form.h"

#include "app/app.h"
#include "base/assert.h"
#include "domain/validate.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace ui {

namespace {

std::string at_rate(std::size_t index, std::string_view field) {
    return "rates[" + std::to_string(index) + "]." + std::string(field);
}

// The field of an error about the k-th rate by date, as the row it was typed in.
void put_in_row(base::Error& error, const std::vector<std::size_t>& rows) {
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const std::string prefix = at_rate(at, "");
        if (!error.field.starts_with(prefix)) continue;
        error.field = at_rate(rows[at], error.field.substr(prefix.size()));
        return;
    }
}

// The errors of a result one by one; none of a success.
template <typename T>
std::vector<base::Error> each_of(const base::Result<T>& result) {
    if (result) return {};
    std::vector<base::Error> errors{result.error()};
    errors.front().also.clear();
    std::ranges::copy(result.error().also, std::back_inserter(errors));
    return errors;
}

} // namespace

TaxForm::TaxForm(app::App& app, const std::optional<domain::TaxDefinition>& tax)
    : app_(app), local_(local_of(app)), tax_(tax.value_or(domain::TaxDefinition{})) {
    for (const domain::DatedRate& rate : tax_.rates)
        rates_.push_back({.percent = app::quantity_text(rate.rate.value, *local_.locale),
                          .from = local_.numeric(rate.from)});
    if (rates_.empty()) add_rate();
}

std::optional<base::Date> TaxForm::from_of(std::size_t index) const {
    const auto date = app::read_date(rates_[index].from, local_.today, *local_.locale);
    return date ? std::optional(*date) : std::nullopt;
}

void TaxForm::add_rate() { rates_.emplace_back(); }

void TaxForm::remove_rate(std::size_t index) {
    rates_.erase(rates_.begin() + static_cast<std::ptrdiff_t>(index));
    errors_.clear();
}

base::Result<std::vector<domain::DatedRate>>
TaxForm::read_rates(std::vector<std::size_t>& rows) const {
    std::vector<base::Error> wrong;
    std::vector<domain::DatedRate> typed(rates_.size());
    for (std::size_t index = 0; index < rates_.size(); ++index) {
        const auto note = [&](base::Error error, std::string_view field) {
            error.field = at_rate(index, field);
            wrong.push_back(std::move(error));
        };
        const auto percent = app::read_percent(rates_[index].percent, *local_.locale);
        const auto from = app::read_date(rates_[index].from, local_.today, *local_.locale);
        if (percent)
            typed[index].rate = *percent;
        else
            note(percent.error(), "rate");
        if (from)
            typed[index].from = *from;
        else
            note(from.error(), "from");
    }
    if (!wrong.empty()) return base::fail_all(std::move(wrong));
    rows.resize(rates_.size());
    std::iota(rows.begin(), rows.end(), 0);
    std::ranges::stable_sort(rows, {}, [&typed](std::size_t row) { return typed[row].from; });
    std::vector<domain::DatedRate> rates;
    std::ranges::transform(rows, std::back_inserter(rates),
                           [&typed](std::size_t row) { return typed[row]; });
    return rates;
}

std::optional<base::Uuid> TaxForm::save() {
    std::vector<std::size_t> rows;
    const auto rates = read_rates(rows);
    domain::TaxDefinition tax = tax_;
    if (!rates) {
        // Every field at fault is said at once; one rate stands for those that can't be read.
        tax.rates.resize(1);
        std::vector<base::Error> wrong = each_of(domain::validate(tax));
        std::ranges::move(each_of(rates), std::back_inserter(wrong));
        errors_.set(base::fail_all(std::move(wrong)).error());
        return std::nullopt;
    }
    tax.rates = *rates;
    const base::Uuid id = app_.new_id();
    const auto done = is_new() ? app_.execute(id, app::Add<domain::TaxDefinition>{tax})
                               : app_.execute(id, app::Edit<domain::TaxDefinition>{tax});
    if (done) return id;
    base::Error error = done.error();
    put_in_row(error, rows);
    for (base::Error& other : error.also)
        put_in_row(other, rows);
    errors_.set(error);
    return std::nullopt;
}

std::string rate_words(const domain::TaxDefinition& tax, const Local& local) {
    std::string words;
    for (const domain::DatedRate& rate : tax.rates) {
        const std::string percent = app::percent_text(rate.rate, *local.locale);
        if (rate.from <= local.today)
            words = percent;
        else
            words += (words.empty() ? "From " : ", from ") + local.brief(rate.from) + " " + percent;
    }
    return words.empty() ? "No rate yet" : words;
}

std::string_view category_words(domain::TaxCategory category) {
    switch (category) {
    case domain::TaxCategory::standard: return "Standard";
    case domain::TaxCategory::zero: return "Zero rated";
    case domain::TaxCategory::exempt: return "Exempt";
    case domain::TaxCategory::reverse_charge: return "Reverse charge";
    case domain::TaxCategory::intra_community: return "Intra-community supply";
    case domain::TaxCategory::export_goods: return "Export";
    case domain::TaxCategory::not_subject: return "Not subject to tax";
    case domain::TaxCategory::canary_islands: return "Canary Islands (IGIC)";
    case domain::TaxCategory::ceuta_melilla: return "Ceuta and Melilla (IPSI)";
    case domain::TaxCategory::split_payment: return "Split payment";
    }
    UNREACHABLE();
}

} // namespace ui
