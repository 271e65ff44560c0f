#include "unit/domain/make.h"

#include "base/assert.h"

namespace make {

namespace {

template <typename T>
T known(base::Result<T> result) {
    ASSERT(result.has_value());
    return *std::move(result);
}

} // namespace

domain::Currency currency(std::string_view code) {
    return known(domain::Currency::from_code(code));
}

domain::Money euro(std::string_view plain) {
    return known(domain::parse_money(plain, currency("EUR")));
}

base::Date day(std::string_view iso) { return known(base::parse_iso_date(iso)); }

base::Decimal number(std::string_view plain) { return known(base::parse_decimal(plain)); }

domain::Percent percent(std::string_view plain) { return {number(plain)}; }

domain::AppliedTax vat(std::string_view rate) {
    domain::AppliedTax tax;
    tax.code = "VAT";
    tax.rate = percent(rate);
    return tax;
}

Moment::Moment(std::string_view today_iso) : today(day(today_iso)), ids(base::Random(1)) {}

domain::Context Moment::context() {
    return {
        .now = {today.days_since_epoch() * std::int64_t{86'400'000}}, .today = today, .ids = ids};
}

std::vector<base::Code> codes(const base::Error& error) {
    std::vector<base::Code> found{error.code};
    for (const base::Error& other : error.also)
        found.push_back(other.code);
    return found;
}

std::vector<base::Code> codes(const std::vector<base::Error>& errors) {
    std::vector<base::Code> found;
    for (const base::Error& error : errors)
        found.push_back(error.code);
    return found;
}

domain::FinalizeFacts finalize_facts(Moment& moment) {
    const domain::Address berlin{.line1 = "Lindenstr. 4", .city = "Berlin", .postal_code = "10969"};
    const domain::TaxDefinition vat_19{.id = moment.id<domain::TaxId>(),
                                       .code = "VAT",
                                       .name = "USt 19%",
                                       .rates = {{day("2007-01-01"), percent("19")}}};
    const domain::PartySnapshot client{
        .id = moment.id<domain::PartyId>(), .name = "Grace Adeyemi", .address = berlin};
    domain::Draft draft{
        .id = moment.id<domain::InvoiceId>(), .client = client.id, .currency = currency("EUR")};
    draft.lines.push_back({.id = moment.id<domain::LineId>(),
                           .name = "Session",
                           .unit_price = number("100"),
                           .taxes = {vat_19.id}});
    return {.draft = draft,
            .client = client,
            .recipient = client,
            .practice = {.name = "Praxis Linden", .address = berlin, .tax_number = "DE123456789"},
            .settings = {.currency = currency("EUR"), .country = "DE", .locale = "de-DE"},
            .taxes = {vat_19},
            .profile = known(domain::country_profile("DE")),
            .series = {.id = moment.id<domain::SeriesId>()}};
}

} // namespace make
