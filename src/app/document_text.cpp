#include "app/document_text.h"

#include "base/assert.h"
#include "domain/country.h"

namespace app {

std::string join(std::initializer_list<std::string_view> parts, std::string_view between) {
    std::string text;
    for (const std::string_view part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += between;
        text += part;
    }
    return text;
}

std::string address_text(const domain::Address& address, std::string_view between) {
    const std::string town = join({address.city, address.postal_code}, " ");
    return join({address.line1, address.line2,
                 join({town, address.region, domain::country_name(address.country)}, ", ")},
                between);
}

std::string tax_text(const domain::AppliedTax& tax, const Locale& locale) {
    using domain::TaxCategory;
    switch (tax.category) {
    case TaxCategory::exempt: return "Exempt";
    case TaxCategory::reverse_charge: return "Reverse charge";
    case TaxCategory::intra_community: return "Intra-EU";
    case TaxCategory::export_goods: return "Export";
    case TaxCategory::not_subject: return "No tax";
    case TaxCategory::standard:
    case TaxCategory::zero:
    case TaxCategory::canary_islands:
    case TaxCategory::ceuta_melilla:
    case TaxCategory::split_payment: return percent_text(tax.rate, locale);
    }
    UNREACHABLE();
}

std::string tax_number_text(const domain::CountryCode& country, std::string_view number) {
    if (number.empty()) return {};
    const auto profile = domain::country_profile(country);
    return join({profile.has_value() ? (*profile)->tax_number_name : std::string_view("Tax number"),
                 number},
                " ");
}

std::string registration_text(std::string_view registration) {
    const bool is_bare =
        !registration.empty() && registration.front() >= '0' && registration.front() <= '9';
    return join({is_bare ? "Reg. no." : "", registration}, " ");
}

documents::Block practitioner_block(const domain::IssuedInvoice& invoice,
                                    const store::Appearance& appearance) {
    const std::string location = appearance.shows_location ? invoice.location_name : std::string();
    if (appearance.hides_practitioner || invoice.practitioner_name.empty())
        return {.label = "Location", .name = location, .lines = {}, .fine = {}};
    return {.label = "Practitioner",
            .name = invoice.practitioner_name,
            .lines = join({invoice.practitioner_title, location}, "\n"),
            .fine = registration_text(invoice.practitioner_registration)};
}

documents::Ink accent_of(const store::Appearance& appearance) {
    const auto rgb = static_cast<std::uint32_t>(appearance.accent_rgb);
    return {.red = static_cast<std::uint8_t>(rgb >> 16),
            .green = static_cast<std::uint8_t>(rgb >> 8),
            .blue = static_cast<std::uint8_t>(rgb)};
}

} // namespace app
