// Settings, Billing: place and currency, prices and rounding, terms, texts, the lock date.
#include "ui/screens/billing_form.h"
#include "ui/screens/form_grid.h"
#include "ui/screens/settings_part.h"
#include "ui/screens/time_zone_names.h"

#include "domain/country.h"
#include "domain/currency.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

// Steps of rounding that are in use, in minor units; 1 is none.
constexpr std::array<std::int64_t, 5> steps{1, 5, 10, 50, 100};

class BillingPart final : public SettingsPart {
  public:
    BillingPart(Desk& desk, const app::PracticeSettings& settings)
        : desk_(desk), form_(desk.app, settings) {}

    void read(const app::PracticeSettings& settings) override { form_.read(settings); }
    [[nodiscard]] bool is_changed() const override { return form_.is_changed(); }
    void save() override {
        if (const auto id = form_.save()) desk_.notices.done("Billing settings saved", *id);
    }
    void discard() override { form_.discard(); }

    float draw(Frame& frame, const Rect& slot) override {
        FormGrid grid(frame, slot, form_.errors());
        draw_prices(grid);
        draw_terms(grid);
        draw_texts(grid);
        draw_place(grid);
        draw_lock(grid);
        const float height = grid.finish();
        if (grid.was_submitted() && is_changed()) save();
        return height;
    }

  private:
    void draw_prices(FormGrid& grid);
    void draw_terms(FormGrid& grid);
    void draw_texts(FormGrid& grid);
    void draw_place(FormGrid& grid);
    void draw_lock(FormGrid& grid);
    void step(FormGrid& grid, std::string_view path, std::int64_t& value, SelectBox select);

    Desk& desk_;
    BillingForm form_;
};

// One of an enumeration whose values stand in the order of the options.
template <typename T>
void choose(FormGrid& grid, std::string_view path, T& value, const SelectBox& select) {
    auto chosen = static_cast<int>(value);
    if (grid.choice(path, chosen, select)) value = static_cast<T>(chosen);
}

void BillingPart::step(FormGrid& grid, std::string_view path, std::int64_t& value,
                       SelectBox select) {
    std::vector<std::string> words{"Not rounded"};
    std::vector<std::int64_t> values(steps.begin(), steps.end());
    // A script may have set another; it is kept until one is chosen.
    if (!std::ranges::contains(values, value)) values.push_back(value);
    for (std::size_t at = 1; at < values.size(); ++at)
        words.push_back("To " + form_.local().whole({values[at], form_.local().currency}));
    std::vector<Option> options;
    options.reserve(words.size());
    for (const std::string& word : words)
        options.push_back({.label = word});
    select.options = options;
    auto chosen = static_cast<int>(std::ranges::find(values, value) - values.begin());
    if (grid.choice(path, chosen, select)) value = values[static_cast<std::size_t>(chosen)];
}

void BillingPart::draw_prices(FormGrid& grid) {
    domain::BillingSettings& billing = form_.billing();
    grid.group("Prices and rounding", "For new drafts. Issued invoices keep what they have.");
    constexpr std::array<Option, 2> modes{{{"Net, tax is added"}, {"Tax included"}}};
    choose(grid, "price_mode", billing.price_mode, {.label = "Prices", .options = modes});
    constexpr std::array<Option, 2> roundings{{{"Once per tax rate"}, {"On each line"}}};
    choose(grid, "tax_rounding", billing.tax_rounding,
           {.label = "Tax is rounded", .options = roundings});
    step(grid, "document_step_minor", billing.document_step_minor,
         {.label = "Total of invoices", .help = "Rounds what is to be paid."});
    step(grid, "cash_step_minor", billing.cash_step_minor,
         {.label = "Cash", .help = "Only when cash settles the rest."});
    std::vector<Option> taxes{{.label = "None"}};
    for (const domain::TaxDefinition& tax : form_.taxes())
        taxes.push_back({.label = tax.name, .detail = tax.code});
    int chosen = form_.default_tax() + 1;
    if (grid.choice("default_taxes", chosen,
                    {.label = "Tax of new lines",
                     .options = taxes,
                     .help = "Services and products have their own."}))
        form_.set_default_tax(chosen - 1);
}

void BillingPart::draw_terms(FormGrid& grid) {
    domain::BillingSettings& billing = form_.billing();
    grid.group("Terms and payments");
    constexpr std::array<Option, 4> kinds{
        {{"No due date"}, {"Due on receipt"}, {"Due after days"}, {"Due at the end of the month"}}};
    choose(grid, "terms.kind", billing.terms.kind, {.label = "Terms", .options = kinds});
    if (billing.terms.kind == domain::TermsKind::net_days)
        grid.text("terms.days", form_.days(),
                  {.label = "Days",
                   .help = "From the issue date. Clients can have their own.",
                   .keyboard = Keyboard::numeric});
    constexpr std::array<Option, 4> orders{
        {{"Oldest invoice first"}, {"Newest invoice first"}, {"Only the invoice"}, {"Nothing"}}};
    choose(grid, "auto_allocation", billing.auto_allocation,
           {.label = "A new payment pays", .options = orders});
}

void BillingPart::draw_texts(FormGrid& grid) {
    domain::BillingSettings& billing = form_.billing();
    grid.group("Texts of new invoices");
    grid.text("default_memo", billing.default_memo,
              {.label = "Memo",
               .aside = "above the lines",
               .kind = FieldKind::multi_line,
               .enter_key = EnterKey::enter,
               .capitals = Capitals::sentences,
               .spell_check = true},
              Span::whole);
    grid.text("default_footer", billing.default_footer,
              {.label = "Footer",
               .aside = "below the totals",
               .kind = FieldKind::multi_line,
               .enter_key = EnterKey::enter,
               .capitals = Capitals::sentences,
               .spell_check = true},
              Span::whole);
}

void BillingPart::draw_place(FormGrid& grid) {
    domain::BillingSettings& billing = form_.billing();
    grid.group("Place", "Decides what the law asks of an invoice and how figures are written.");
    const auto countries = domain::country_profiles();
    std::vector<Option> country_options;
    for (const domain::CountryProfile& country : countries)
        country_options.push_back({.label = country.name, .detail = country.code});
    const auto country =
        std::ranges::find(countries, billing.country, &domain::CountryProfile::code);
    int chosen = country == countries.end() ? -1 : static_cast<int>(country - countries.begin());
    if (grid.choice(
            "country", chosen,
            {.label = "Country", .options = country_options, .placeholder = billing.country}))
        billing.country = countries[static_cast<std::size_t>(chosen)].code;

    const auto currencies = domain::currency_records();
    std::vector<Option> currency_options;
    for (const domain::CurrencyRecord& currency : currencies)
        currency_options.push_back({.label = currency.code, .detail = currency.name});
    const auto currency =
        std::ranges::find(currencies, billing.currency.code(), &domain::CurrencyRecord::code);
    chosen = currency == currencies.end() ? -1 : static_cast<int>(currency - currencies.begin());
    if (grid.choice("currency", chosen,
                    {.label = "Currency",
                     .options = currency_options,
                     .help = "Of new drafts. Invoices keep theirs."})) {
        if (const auto code =
                domain::Currency::from_code(currencies[static_cast<std::size_t>(chosen)].code))
            billing.currency = *code;
    }

    const auto locales = app::locales();
    std::vector<std::string> samples;
    for (const app::Locale& locale : locales)
        samples.push_back(app::money_text({123'450, form_.local().currency},
                                          app::MoneyStyle::with_symbol, locale) +
                          "  " +
                          app::date_text(form_.local().today, app::DateStyle::numeric,
                                         form_.local().today, locale));
    std::vector<Option> locale_options;
    locale_options.reserve(locales.size());
    for (std::size_t at = 0; at < locales.size(); ++at)
        locale_options.push_back({.label = locales[at].code, .detail = samples[at]});
    const auto locale = std::ranges::find(locales, billing.locale, &app::Locale::code);
    chosen = locale == locales.end() ? -1 : static_cast<int>(locale - locales.begin());
    if (grid.choice("locale", chosen,
                    {.label = "Numbers and dates",
                     .options = locale_options,
                     .help = chosen < 0
                                 ? std::string_view()
                                 : std::string_view(samples[static_cast<std::size_t>(chosen)]),
                     .placeholder = billing.locale}))
        billing.locale = locales[static_cast<std::size_t>(chosen)].code;
    std::vector<Option> zones;
    zones.reserve(time_zone_names.size());
    for (const std::string_view name : time_zone_names)
        zones.push_back({.label = name});
    const auto zone = std::ranges::find(time_zone_names, billing.time_zone);
    chosen = zone == time_zone_names.end() ? -1 : static_cast<int>(zone - time_zone_names.begin());
    if (grid.choice("time_zone", chosen,
                    {.label = "Time zone",
                     .options = zones,
                     .help = "Its midnight ends the practice's day.",
                     .placeholder = billing.time_zone}))
        billing.time_zone = time_zone_names[static_cast<std::size_t>(chosen)];
}

void BillingPart::draw_lock(FormGrid& grid) {
    grid.group("Lock date", "Nothing may be dated on or before it: the months you have reported.");
    if (const auto picked = grid.date("lock_date", form_.lock_date(),
                                      {.label = "Locked up to",
                                       .date = form_.read_lock_date(),
                                       .today = form_.local().today,
                                       .aside = "optional",
                                       .help = "Leave it empty to lock nothing."}))
        form_.set_lock_date(*picked);
}

} // namespace

std::unique_ptr<SettingsPart> make_billing_part(Desk& desk, const app::PracticeSettings& settings) {
    return std::make_unique<BillingPart>(desk, settings);
}

} // namespace ui
