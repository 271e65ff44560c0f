#include "domain/country.h"
#include "domain/currency.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

TEST_CASE("country: every profile stands on known data, and every duty names its source") {
    std::set<std::string_view> codes;
    for (const domain::CountryProfile& profile : domain::country_profiles()) {
        CAPTURE(std::string(profile.code));
        CHECK(codes.insert(profile.code).second);
        CHECK(domain::find_currency(profile.currency) != nullptr);
        CHECK(profile.locale.ends_with(profile.code));
        CHECK(profile.cash_step_minor >= 1);
        for (const domain::LegalRequirement& duty : profile.legal)
            CHECK_FALSE(duty.source.empty());
        for (const domain::UsualTax& tax : profile.taxes) {
            CAPTURE(std::string(tax.name));
            CHECK(tax.rate_scaled >= 0);
            CHECK((tax.category == domain::TaxCategory::standard) == (tax.rate_scaled > 0));
            CHECK(needs_exemption_reason(tax.category) == !tax.exemption_reason.empty());
        }
    }
    CHECK(codes.size() == 30);
    CHECK(domain::country_profile("DE").value()->strictness == domain::Strictness::strict);
    CHECK(domain::country_profile("XX").error().code == base::Code::not_a_country);
}

TEST_CASE("country: every code has one name, and a profile's name is that of the list") {
    std::set<std::string_view> codes;
    for (const domain::CountryName& country : domain::country_names()) {
        CAPTURE(std::string(country.name));
        CHECK(country.code.size() == 2);
        CHECK(codes.insert(country.code).second);
    }
    for (const domain::CountryProfile& profile : domain::country_profiles())
        CHECK(domain::country_name(profile.code) == profile.name);
    CHECK(domain::country_name("XX") == "XX");
}
