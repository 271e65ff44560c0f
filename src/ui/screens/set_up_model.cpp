#include "ui/screens/set_up_model.h"

#include "app/app.h"
#include "app/formats.h"
#include "base/hash.h"
#include "base/text.h"
#include "domain/country.h"
#include "domain/currency.h"
#include "domain/iban.h"
#include "domain/limits.h"
#include "platform/ports/site.h"
#include "ui/screens/country_guess.h"
#include "ui/screens/passphrase_change.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace ui {

namespace {

constexpr std::array<TermsChoice, 5> terms_choices{{
    {"On receipt", {.kind = domain::TermsKind::on_receipt}},
    {"7 days", {.kind = domain::TermsKind::net_days, .days = 7}},
    {"14 days", {.kind = domain::TermsKind::net_days, .days = 14}},
    {"30 days", {.kind = domain::TermsKind::net_days, .days = 30}},
    {"End of the month", {.kind = domain::TermsKind::end_of_month}},
}};

// Where `found` stands in `list`, -1 if it does not.
template <typename List, typename Wanted>
int index_where(const List& list, Wanted wanted) {
    const auto found = std::ranges::find_if(list, wanted);
    return found == std::ranges::end(list) ? -1 : static_cast<int>(found - list.begin());
}

template <typename List>
auto* at_index(const List& list, int index) {
    const auto size = static_cast<int>(list.size());
    return index < 0 || index >= size ? nullptr : &list[static_cast<std::size_t>(index)];
}

base::Error error_at(base::Code code, std::string field, std::string detail = {}) {
    return {.code = code, .field = std::move(field), .detail = std::move(detail), .also = {}};
}

// The rates of the profiles stand for every day that a practice new to Folio can bill.
base::Date rates_from() {
    const auto date = base::Date::from_civil({2000, 1, 1});
    ASSERT(date.has_value());
    return *date;
}

void append_all(std::vector<base::Error>& to, const base::Error& error) {
    base::Error first = error;
    first.also.clear();
    to.push_back(std::move(first));
    to.insert(to.end(), error.also.begin(), error.also.end());
}

} // namespace

std::span<const TermsChoice> set_up_terms() { return terms_choices; }

SetUpStep step_of(std::string_view field) {
    constexpr std::array<std::string_view, 9> invoices{
        "invoice_pattern", "first_number", "practitioners", "methods",   "identity.bank_name",
        "identity.iban",   "identity.bic", "locations",     "appearance"};
    const auto begins = [field](std::string_view start) { return field.starts_with(start); };
    if (std::ranges::any_of(invoices, begins)) return SetUpStep::invoices;
    if (begins("passphrase")) return SetUpStep::safety;
    if (field == "billing.country") return SetUpStep::practice;
    if (begins("billing") || begins("taxes")) return SetUpStep::billing;
    if (begins("identity") || begins("logo")) return SetUpStep::practice;
    return SetUpStep::safety; // What belongs to no field is said where the work is finished.
}

SetUpModel::SetUpModel(app::App& app, platform::Site& site, Place place)
    : app_(app), site_(site), place_(std::move(place)) {
    choose_country(guessed_country(place_.time_zone, place_.locale));
}

const domain::CountryProfile* SetUpModel::country() const {
    return at_index(domain::country_profiles(), form.country);
}

void SetUpModel::choose_country(int index) {
    form.country = index;
    errors_.clear("billing.country");
    const domain::CountryProfile* const profile = country();
    if (profile == nullptr) return;
    form.currency = index_where(domain::currency_records(),
                                [&](const auto& one) { return one.code == profile->currency; });
    form.locale =
        index_where(app::locales(), [&](const auto& one) { return one.code == profile->locale; });
    form.keeps_tax.assign(profile->taxes.size(), true);
    form.line_tax = 0;
    form.price_mode = profile->price_mode == domain::PriceMode::net ? 0 : 1;
    form.paper = profile->paper == domain::Paper::a4 ? 0 : 1;
    form.terms = std::max(0, index_where(terms_choices, [&](const TermsChoice& one) {
                              return one.terms == profile->terms;
                          }));
}

std::string_view SetUpModel::tax_number_name() const {
    const domain::CountryProfile* const profile = country();
    return profile == nullptr ? std::string_view("Tax number") : profile->tax_number_name;
}

bool SetUpModel::has_input() const {
    return state_ != State::done && (!form.name.empty() || !form.line1.empty() ||
                                     !form.email.empty() || !form.passphrase.empty());
}

std::optional<std::int64_t> SetUpModel::first_counter() const {
    const std::string_view text = base::trimmed(form.first_number);
    if (text.empty() || text.size() > 9) return std::nullopt;
    std::int64_t counter = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        counter = counter * 10 + (c - '0');
    }
    return counter >= 1 && counter <= domain::counter_max ? std::optional(counter) : std::nullopt;
}

namespace {

base::Result<domain::NumberPattern> pattern_of(const SetUpForm& form) {
    // Braces are the pattern's own marks; in a prefix they would be read as such.
    if (form.prefix.find_first_of("{}") != std::string::npos)
        return base::fail(base::Code::bad_pattern, "invoice_pattern");
    const std::string year = form.has_year ? "{Y}-" : "";
    auto pattern = domain::NumberPattern::parse(form.prefix + year + "{S}{N:4}");
    if (!pattern)
        return base::fail(
            error_at(pattern.error().code, "invoice_pattern", pattern.error().detail));
    return pattern;
}

} // namespace

std::string SetUpModel::number_example() const {
    const auto pattern = pattern_of(form);
    const auto counter = first_counter();
    if (!pattern || !counter) return {};
    return pattern->render("", *counter, app_.today());
}

std::string_view SetUpModel::iban_doubt() const {
    if (!domain::looks_like_iban(form.iban) || domain::is_iban(form.iban)) return {};
    return "Its check digits do not fit. Compare it with your bank's papers.";
}

void SetUpModel::take_logo(std::string name, std::span<const std::byte> file) {
    errors_.clear("logo");
    auto logo = read_logo(std::move(name), file);
    if (logo)
        logo_ = *std::move(logo);
    else
        errors_.set(logo.error());
}

app::SetUpPractice SetUpModel::command() const {
    const auto* const profile = country();
    const auto* const currency = at_index(domain::currency_records(), form.currency);
    const auto* const locale = at_index(app::locales(), form.locale);
    const auto code = domain::Currency::from_code(currency != nullptr ? currency->code : "EUR");
    ASSERT(code.has_value()); // The table's own code.
    app::SetUpPractice command{.billing = {.currency = *code}};
    const auto text = [](const std::string& typed) { return std::string(base::trimmed(typed)); };

    command.identity = {
        .name = text(form.name),
        .address = {.line1 = text(form.line1),
                    .line2 = text(form.line2),
                    .city = text(form.city),
                    .region = text(form.region),
                    .postal_code = text(form.postal_code),
                    .country = profile != nullptr ? std::string(profile->code) : ""},
        .email = text(form.email),
        .phone = text(form.phone),
        .tax_number = text(form.tax_number),
        .bank_name = text(form.bank_name),
        .iban = text(form.iban),
        .bic = text(form.bic)};
    domain::BillingSettings& billing = command.billing;
    billing.country = command.identity.address.country;
    billing.locale = locale != nullptr ? locale->code : "";
    billing.time_zone = place_.time_zone;
    billing.paper = form.paper == 0 ? domain::Paper::a4 : domain::Paper::letter;
    billing.price_mode =
        form.price_mode == 0 ? domain::PriceMode::net : domain::PriceMode::tax_inclusive;
    billing.cash_step_minor = profile != nullptr ? profile->cash_step_minor : 1;
    if (const auto* const terms = at_index(set_up_terms(), form.terms))
        billing.terms = terms->terms;

    if (profile != nullptr)
        for (std::size_t i = 0; i < profile->taxes.size(); ++i) {
            if (!form.keeps_tax[i]) continue;
            const domain::UsualTax& usual = profile->taxes[i];
            const domain::TaxId id{app_.new_id()};
            command.taxes.push_back(
                {.id = id,
                 .code = std::string(usual.code),
                 .name = std::string(usual.name),
                 .category = usual.category,
                 .rates = {{.from = rates_from(), .rate = {{usual.rate_scaled}}}},
                 .exemption_reason = std::string(usual.exemption_reason)});
            if (form.line_tax == static_cast<int>(i) + 1) billing.default_taxes = {id};
        }
    const auto method = [&](bool is_taken, domain::MethodKind kind, std::string_view name) {
        if (is_taken) command.methods.push_back({.kind = kind, .name = std::string(name)});
    };
    method(form.takes_card, domain::MethodKind::card, "Card");
    method(form.takes_cash, domain::MethodKind::cash, "Cash");
    method(form.takes_transfer, domain::MethodKind::bank_transfer, "Bank transfer");
    if (const std::string name = text(form.practitioner); !name.empty())
        command.practitioners.push_back({.name = name, .title = text(form.practitioner_title)});
    if (const auto pattern = pattern_of(form)) command.invoice_pattern = *pattern;
    return command;
}

bool SetUpModel::can_seal() const { return app_.book().phase() == app::BookPhase::empty; }

std::vector<base::Error> SetUpModel::mistakes() const {
    std::vector<base::Error> errors;
    if (const auto checked = app::validate(command()); !checked)
        append_all(errors, checked.error());
    if (const auto pattern = pattern_of(form); !pattern) errors.push_back(pattern.error());
    if (!first_counter())
        errors.push_back(error_at(base::trimmed(form.first_number).empty()
                                      ? base::Code::missing
                                      : base::Code::not_a_number,
                                  "first_number"));
    if (!can_seal()) return errors;
    std::ranges::move(passphrase_mistakes(form.passphrase, form.passphrase_again),
                      std::back_inserter(errors));
    return errors;
}

void SetUpModel::show(std::vector<base::Error> errors) {
    const auto whole = base::fail_all(std::move(errors));
    errors_.set(whole.error());
}

void SetUpModel::go_on() {
    auto errors = mistakes();
    std::erase_if(errors,
                  [this](const base::Error& error) { return step_of(error.field) > step_; });
    if (!errors.empty()) return show(std::move(errors));
    errors_.clear();
    if (step_ == SetUpStep::safety) return finish();
    step_ = static_cast<SetUpStep>(static_cast<int>(step_) + 1);
    // Asked in the person's own action, on the page that explains it.
    if (step_ == SetUpStep::safety) site_.request_persistence();
}

void SetUpModel::go_back() {
    errors_.clear();
    if (step_ != SetUpStep::practice) step_ = static_cast<SetUpStep>(static_cast<int>(step_) - 1);
}

void SetUpModel::go_to(SetUpStep step) {
    if (step < step_ && state_ == State::editing) step_ = step;
}

std::vector<std::string_view> SetUpModel::general_errors() const {
    return errors_.besides({"passphrase", "passphrase_again"});
}

void SetUpModel::finish() {
    if (state_ != State::editing) return;
    if (auto errors = mistakes(); !errors.empty()) {
        for (const base::Error& error : errors)
            step_ = std::min(step_, step_of(error.field));
        return show(std::move(errors));
    }
    if (app_.book().phase() != app::BookPhase::empty) return write();
    if (form.passphrase.empty()) {
        if (const auto made = app_.book().create(); !made) return errors_.set(made.error());
        if (const auto stepped = app_.step(); !stepped) return errors_.set(stepped.error());
        return write();
    }
    if (const auto made = app_.book().create_sealed(form.passphrase); !made)
        return errors_.set(made.error());
    state_ = State::sealing;
}

void SetUpModel::poll() {
    if (state_ != State::sealing) return;
    switch (app_.book().phase()) {
    case app::BookPhase::unlocking: return;
    case app::BookPhase::ready:
        if (const auto stepped = app_.step(); !stepped) {
            state_ = State::editing;
            return errors_.set(stepped.error());
        }
        return write();
    case app::BookPhase::closed:
    case app::BookPhase::opening:
    case app::BookPhase::empty:
    case app::BookPhase::locked:
    case app::BookPhase::damaged:
    case app::BookPhase::failed:
        state_ = State::editing;
        if (app_.book().failure()) errors_.set(*app_.book().failure());
        return;
    }
}

// The book is open: the practice goes in, then what needs a practice.
void SetUpModel::write() {
    app::SetUpPractice set_up = command();
    if (const auto done = app_.execute(set_up); !done) {
        state_ = State::editing;
        return errors_.set(done.error());
    }
    state_ = State::done;
    site_.forget_copy();
    form.passphrase.clear();
    form.passphrase_again.clear();
    if (logo_) {
        const base::Digest digest = base::sha256(logo_->bytes);
        app::AddAttachment attachment{.media_type = logo_->media_type, .bytes = logo_->bytes};
        set_up.appearance.logo = digest;
        if (const auto kept = app_.execute(attachment); kept)
            if (const auto shown = app_.execute(app::EditAppearance{set_up.appearance}); !shown)
                errors_.set(shown.error());
    }
    if (const auto counter = first_counter(); counter && *counter > 1) {
        const app::MoveNextNumber move{.document = domain::DocumentKind::invoice,
                                       .next_counter = *counter,
                                       .reason = "Numbers given before Folio"};
        if (const auto moved = app_.execute(move); !moved) errors_.set(moved.error());
    }
}

} // namespace ui
