#include "app/imports/cells.h"

#include "app/imports/columns.h"
#include "base/assert.h"
#include "base/text.h"
#include "domain/country.h"

#include <algorithm>
#include <iterator>

namespace app {

namespace {

using base::Code;
using base::Result;
using domain::Terms;
using domain::TermsKind;

constexpr std::string_view words_on_receipt =
    "on receipt|due on receipt|immediately|sofort|sofort fallig|bei erhalt|a reception|comptant|"
    "al contado|a la recepcion|natychmiast|przy odbiorze";
constexpr std::string_view words_end_of_month =
    "end of month|eom|monatsende|ende des monats|fin de mois|fin de mes|koniec miesiaca";
constexpr std::string_view words_no_due_date =
    "none|no due date|ohne|keine|sans echeance|sin vencimiento|bez terminu";
constexpr std::string_view words_of_days =
    "net|netto|in|d|day|days|tag|tage|tagen|jour|jours|dia|dias|dni|dzien";
constexpr std::string_view words_of_minutes = "m|min|mins|minute|minutes|minuten|minutos|minut";
constexpr std::string_view words_of_hours =
    "h|hr|hrs|hour|hours|std|stunde|stunden|heure|heures|hora|horas|godz|godzina";

// Beyond every range of days or minutes; what the range is, validation says.
constexpr std::int64_t readable_max = 1'000'000;
constexpr std::string_view minutes_example = "50";

struct NativeName {
    std::string_view name; // Folded.
    std::string_view code;
};
// What people write instead of the English name in the languages of the headings.
constexpr NativeName native_names[] = {
    {"allemagne", "DE"},
    {"alemania", "DE"},
    {"autriche", "AT"},
    {"austria", "AT"},
    {"belgia", "BE"},
    {"belgien", "BE"},
    {"belgie", "BE"},
    {"belgique", "BE"},
    {"deutschland", "DE"},
    {"eire", "IE"},
    {"england", "GB"},
    {"espagne", "ES"},
    {"espana", "ES"},
    {"frankreich", "FR"},
    {"francia", "FR"},
    {"francja", "FR"},
    {"great britain", "GB"},
    {"grossbritannien", "GB"},
    {"hiszpania", "ES"},
    {"irland", "IE"},
    {"irlanda", "IE"},
    {"irlande", "IE"},
    {"irlandia", "IE"},
    {"italia", "IT"},
    {"italie", "IT"},
    {"italien", "IT"},
    {"luxemburg", "LU"},
    {"nederland", "NL"},
    {"niederlande", "NL"},
    {"niemcy", "DE"},
    {"northern ireland", "GB"},
    {"oesterreich", "AT"},
    {"osterreich", "AT"},
    {"pays bas", "NL"},
    {"polen", "PL"},
    {"pologne", "PL"},
    {"polonia", "PL"},
    {"polska", "PL"},
    {"portugalia", "PT"},
    {"royaume uni", "GB"},
    {"reino unido", "GB"},
    {"schweiz", "CH"},
    {"scotland", "GB"},
    {"spanien", "ES"},
    {"suisse", "CH"},
    {"suiza", "CH"},
    {"svizzera", "CH"},
    {"szwajcaria", "CH"},
    {"tschechien", "CZ"},
    {"czechy", "CZ"},
    {"uk", "GB"},
    {"united kingdom", "GB"},
    {"united states", "US"},
    {"usa", "US"},
    {"wales", "GB"},
    {"wielka brytania", "GB"},
    {"wlochy", "IT"},
};

std::string in_capitals(std::string_view text) {
    std::string capitals(text);
    std::ranges::transform(capitals, capitals.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return capitals;
}

std::vector<std::string> words_of(std::string_view cell) {
    std::vector<std::string> words;
    std::string rest = plain_heading(cell);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        words.push_back(rest.substr(0, end));
        rest.erase(0, end + 1);
    }
    return words;
}

Result<std::int64_t> read_whole(std::string_view text, const Locale& locale,
                                std::string_view example) {
    const auto number = read_quantity(text, locale);
    const bool is_whole = number && number->scaled % base::Decimal::scale == 0;
    if (!is_whole) return base::fail(Code::not_a_number, {}, std::string(example));
    return number->scaled / base::Decimal::scale;
}

// The number before its unit: "1.5 h" -> "1.5".
std::string_view without_unit(std::string_view cell) {
    const std::size_t last = cell.find_last_of("0123456789");
    return last == std::string_view::npos ? std::string_view() : cell.substr(0, last + 1);
}

// "1:30"
Result<int> minutes_of_clock(std::string_view text, const Locale& locale) {
    const std::size_t colon = text.find(':');
    const std::int64_t hours = TRY(read_whole(text.substr(0, colon), locale, minutes_example));
    const std::int64_t past = TRY(read_whole(text.substr(colon + 1), locale, minutes_example));
    if (hours < 0 || hours > 24 || past < 0 || past >= 60)
        return base::fail(Code::not_a_number, {}, std::string(minutes_example));
    return static_cast<int>(hours * 60 + past);
}

// "1.5": whole minutes only.
Result<int> minutes_of_hours(std::string_view text, const Locale& locale) {
    const base::Decimal hours = TRY(read_quantity(text, locale));
    const bool is_in_day = hours >= base::Decimal{} && hours <= base::Decimal::whole(24);
    if (!is_in_day || hours.scaled * 60 % base::Decimal::scale != 0)
        return base::fail(Code::not_a_number, {}, std::string(minutes_example));
    return static_cast<int>(hours.scaled * 60 / base::Decimal::scale);
}

const domain::TaxDefinition* find_tax(std::string_view name,
                                      std::span<const domain::TaxDefinition> taxes) {
    const std::string wanted = base::fold_for_search(name);
    for (const auto text : {&domain::TaxDefinition::code, &domain::TaxDefinition::name}) {
        const auto found = std::ranges::find_if(taxes, [&](const domain::TaxDefinition& tax) {
            return base::fold_for_search(tax.*text) == wanted;
        });
        if (found != taxes.end()) return &*found;
    }
    return nullptr;
}

} // namespace

Result<domain::CountryCode> read_country(std::string_view cell) {
    const auto names = domain::country_names();
    const auto with_code = std::ranges::find(names, in_capitals(cell), &domain::CountryName::code);
    if (with_code != names.end()) return domain::CountryCode(with_code->code);
    const std::string wanted = plain_heading(cell);
    const auto* const native = std::ranges::find(native_names, wanted, &NativeName::name);
    if (native != std::end(native_names)) return domain::CountryCode(native->code);
    const auto with_name = std::ranges::find_if(names, [&](const domain::CountryName& one) {
        return one.name == cell || plain_heading(one.name) == wanted;
    });
    if (with_name != names.end()) return domain::CountryCode(with_name->code);
    return base::fail(Code::not_a_country, {}, std::string(cell));
}

Result<Terms> read_terms_cell(std::string_view cell, const Locale& locale) {
    const std::string words = plain_heading(cell);
    if (is_among(words_on_receipt, words)) return Terms{.kind = TermsKind::on_receipt};
    if (is_among(words_end_of_month, words)) return Terms{.kind = TermsKind::end_of_month};
    if (is_among(words_no_due_date, words)) return Terms{.kind = TermsKind::none};
    std::string days;
    for (const std::string& word : words_of(cell)) {
        if (is_among(words_of_days, word)) continue;
        if (!days.empty()) return base::fail(Code::not_a_number, {}, "14");
        days = word;
    }
    const std::int64_t count = TRY(read_whole(days, locale, "14"));
    return Terms{.kind = TermsKind::net_days,
                 .days = static_cast<int>(std::clamp(count, -readable_max, readable_max))};
}

std::string plain_terms(const Terms& terms) {
    switch (terms.kind) {
    case TermsKind::none: return "no due date";
    case TermsKind::on_receipt: return "on receipt";
    case TermsKind::net_days: return "net " + std::to_string(terms.days);
    case TermsKind::end_of_month: return "end of month";
    }
    UNREACHABLE();
}

Result<int> read_minutes_cell(std::string_view cell, const Locale& locale) {
    const std::string_view number = without_unit(cell);
    const std::string unit = plain_heading(cell.substr(number.size()));
    if (number.contains(':')) return minutes_of_clock(number, locale);
    if (is_among(words_of_hours, unit)) return minutes_of_hours(number, locale);
    if (!unit.empty() && !is_among(words_of_minutes, unit))
        return base::fail(Code::not_a_number, {}, std::string(minutes_example));
    const std::int64_t minutes = TRY(read_whole(number, locale, minutes_example));
    return static_cast<int>(std::clamp(minutes, -readable_max, readable_max));
}

Result<std::vector<domain::TaxId>> read_taxes(std::string_view cell,
                                              std::span<const domain::TaxDefinition> taxes) {
    if (const auto* const tax = find_tax(cell, taxes)) return std::vector{tax->id};
    std::vector<domain::TaxId> ids;
    for (std::string_view rest = cell; !rest.empty();) {
        const std::size_t end = std::min(rest.find('+'), rest.size());
        const std::string_view name = base::trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto* const tax = find_tax(name, taxes);
        if (tax == nullptr) return base::fail(Code::no_such_tax, {}, std::string(name));
        ids.push_back(tax->id);
    }
    return ids;
}

Result<std::size_t> read_choice(std::string_view cell, std::span<const std::string_view> choices) {
    const std::string word = plain_heading(cell);
    const auto found = std::ranges::find_if(
        choices, [&](std::string_view words) { return is_among(words, word); });
    if (found == choices.end()) return base::fail(Code::unknown_choice, {}, std::string(cell));
    return static_cast<std::size_t>(found - choices.begin());
}

} // namespace app
