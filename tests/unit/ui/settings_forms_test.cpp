#include "app/messages.h"
#include "ui/screens/appearance_form.h"
#include "ui/screens/billing_form.h"
#include "ui/screens/numbering_form.h"
#include "ui/screens/practice_form.h"
#include "ui/screens/record_form.h"
#include "ui/screens/tax_form.h"
#include "unit/app/fixture.h"

#include <doctest/doctest.h>

#include <array>

namespace {

using app_test::date;
using app_test::Practice;

app::PracticeSettings settings_of(Practice& practice) {
    auto settings = practice.app().settings();
    REQUIRE(settings.has_value());
    return *std::move(settings);
}

// 1 x 1, red, as any encoder writes it.
constexpr auto red_png = std::to_array<std::uint8_t>(
    {0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
     0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00,
     0x00, 0x90, 0x77, 0x53, 0xde, 0x00, 0x00, 0x00, 0x0c, 0x49, 0x44, 0x41, 0x54, 0x78,
     0xda, 0x63, 0xf8, 0xcf, 0xc0, 0x00, 0x00, 0x03, 0x01, 0x01, 0x00, 0xf7, 0x03, 0x41,
     0x43, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82});

} // namespace

TEST_CASE("settings: the practice is saved as a whole, and Undo brings back what it was") {
    Practice practice;
    ui::PracticeForm form(practice.app());
    form.read(settings_of(practice));
    CHECK_FALSE(form.is_changed());
    CHECK(form.tax_number_name() == "VAT number");
    form.identity().name = "Harbour Street Practice";
    form.identity().iban = "IE29 AIBK 9311 5212 3456 78";
    CHECK(form.is_changed());
    const auto id = form.save();
    REQUIRE(id.has_value());
    CHECK(settings_of(practice).practice.identity == form.identity());
    form.read(settings_of(practice));
    CHECK_FALSE(form.is_changed());
    REQUIRE(practice.app().execute(app::Undo{.command = *id}).has_value());
    form.read(settings_of(practice));
    CHECK(form.identity().name == "Harbour Street Therapy");
    CHECK(form.identity().iban.empty());
}

TEST_CASE("settings: what is typed stays when the book changes elsewhere") {
    Practice practice;
    ui::PracticeForm form(practice.app());
    form.read(settings_of(practice));
    form.identity().phone = "091 555 010";
    practice.client("Priya Raman");
    form.read(settings_of(practice));
    CHECK(form.identity().phone == "091 555 010");
    form.discard();
    CHECK(form.identity().phone.empty());
}

TEST_CASE("settings: wrong entries of the practice are told at their fields") {
    Practice practice;
    ui::PracticeForm form(practice.app());
    form.read(settings_of(practice));
    form.identity().name = " ";
    form.identity().email = "accounts@";
    form.identity().iban = "IE29AIBK93115212345687";
    CHECK_FALSE(form.save().has_value());
    CHECK(form.errors().at("name") == "Fill this in.");
    CHECK(form.errors().at("email") == "Write the address as name@example.com.");
    CHECK(form.errors().at("iban") == "This is no valid IBAN. Compare it with the bank's letter.");
    CHECK(settings_of(practice).practice.identity.name == "Harbour Street Therapy");
}

TEST_CASE("settings: a logo is kept, shown and removed; what is no picture is refused") {
    Practice practice;
    ui::PracticeForm form(practice.app());
    form.read(settings_of(practice));
    const auto text = std::as_bytes(std::span("not a picture"));
    CHECK_FALSE(form.set_logo(text).has_value());
    CHECK(form.errors().at("logo") == "Choose a PNG or JPEG picture.");
    REQUIRE(form.set_logo(std::as_bytes(std::span(red_png))).has_value());
    form.read(settings_of(practice));
    REQUIRE(form.logo().has_value());
    CHECK(form.logo()->bytes.size() == red_png.size());
    CHECK(settings_of(practice).practice.appearance.logo.has_value());
    REQUIRE(form.remove_logo().has_value());
    form.read(settings_of(practice));
    CHECK_FALSE(form.logo().has_value());
}

TEST_CASE("settings: billing is saved with its typed days and lock date") {
    Practice practice;
    ui::BillingForm form(practice.app(), settings_of(practice));
    CHECK(form.days() == "14");
    CHECK(form.lock_date().empty());
    form.billing().price_mode = domain::PriceMode::tax_inclusive;
    form.billing().cash_step_minor = 5;
    form.days() = "30";
    form.lock_date() = "31/10/2026";
    form.set_default_tax(0);
    CHECK(form.is_changed());
    REQUIRE(form.save().has_value());
    const auto billing = settings_of(practice).practice.billing;
    CHECK(billing.price_mode == domain::PriceMode::tax_inclusive);
    CHECK(billing.cash_step_minor == 5);
    CHECK(billing.terms.days == 30);
    CHECK(billing.lock_date == date(2026, 10, 31));
    CHECK(billing.default_taxes == std::vector{practice.vat});
    form.read(settings_of(practice));
    CHECK_FALSE(form.is_changed());
    CHECK(form.lock_date() == "31/10/2026");
    form.lock_date().clear();
    REQUIRE(form.save().has_value());
    CHECK_FALSE(settings_of(practice).practice.billing.lock_date.has_value());
}

TEST_CASE("settings: days and dates that mean nothing are told at their fields") {
    struct Row {
        const char* name;
        std::string days;
        std::string lock_date;
        std::string_view days_error;
        std::string_view lock_error;
    };
    const Row rows[] = {
        {"a word", "soon", "", "Write a number, such as 14.", ""},
        {"half a day", "1.5", "", "Write a number, such as 14.", ""},
        {"none", "0", "", "Use at least 1.", ""},
        {"too many", "3651", "", "Use at most 3650.", ""},
        {"no such day", "14", "31/11/2026", "", "There is no such day. Write it as 20 Nov 2026."},
        {"both", "soon", "31/11/2026", "Write a number, such as 14.",
         "There is no such day. Write it as 20 Nov 2026."},
    };
    Practice practice;
    for (const Row& row : rows) {
        CAPTURE(row.name);
        ui::BillingForm form(practice.app(), settings_of(practice));
        form.days() = row.days;
        form.lock_date() = row.lock_date;
        CHECK_FALSE(form.save().has_value());
        CHECK(form.errors().at("terms.days") == row.days_error);
        CHECK(form.errors().at("lock_date") == row.lock_error);
        form.discard();
        CHECK_FALSE(form.is_changed());
    }
}

TEST_CASE("settings: the numbering example follows the pattern as it is typed") {
    struct Row {
        std::string pattern;
        std::string_view example;
        std::string_view error;
    };
    const Row rows[] = {
        {"INV-{S}{N:4}", "INV-0001", ""},
        {"{Y}/{N:3}", "2026/001", ""},
        {"{y}{M}-{N:1}", "2611-1", ""},
        {"INV", "", "The pattern needs {N:4}."},
        {"{M}-{N:4}", "", "The pattern needs {Y}."},
        {"INV-{N:4", "", "The pattern needs } after each {."},
        {"{Q}{N:4}", "", "The pattern needs only the marks {N:4}, {S}, {Y}, {y} and {M}."},
    };
    Practice practice;
    ui::NumberingForm form(practice.app());
    form.read(settings_of(practice));
    for (const Row& row : rows) {
        CAPTURE(row.pattern);
        form.pattern() = row.pattern;
        form.judge();
        CHECK(form.example() == row.example);
        CHECK(form.errors().at("pattern") == row.error);
        if (!row.error.empty()) CHECK_FALSE(form.save());
    }
    form.pattern() = "{Y}/{N:3}";
    REQUIRE(form.save());
    form.read(settings_of(practice));
    CHECK_FALSE(form.is_changed());
    CHECK(form.restarts_yearly());
    CHECK(form.series().front().next_number == "2026/001");
}

TEST_CASE("settings: the next number moves forward only, with a reason") {
    Practice practice;
    ui::NumberingForm form(practice.app());
    form.read(settings_of(practice));
    form.begin_move();
    REQUIRE(form.move().has_value());
    form.move()->number = "1";
    CHECK(form.moved_example().empty());
    CHECK_FALSE(form.save_move());
    CHECK(form.move()->errors.at("next_counter") == "Write a number above 1.");
    CHECK(form.move()->errors.at("reason") == "Fill this in.");
    form.move()->number = "soon";
    CHECK_FALSE(form.save_move());
    CHECK(form.move()->errors.at("next_counter") == "Write a number, such as 14.");
    form.move()->number = "200";
    form.move()->reason = "Numbers before were given on paper";
    CHECK(form.moved_example() == "INV-0200");
    REQUIRE(form.save_move());
    CHECK_FALSE(form.move().has_value());
    CHECK(settings_of(practice).series.front().next_number == "INV-0200");
}

TEST_CASE("settings: a tax gets a later rate, in whatever order it is written") {
    Practice practice;
    ui::TaxForm form(practice.app(), settings_of(practice).taxes.front());
    CHECK_FALSE(form.is_new());
    REQUIRE(form.rates().size() == 1);
    CHECK(form.rates().front().percent == "23");
    form.add_rate();
    form.rates()[1] = {.percent = "21,5", .from = "1 jan 2011"};
    CHECK_FALSE(form.save().has_value());
    CHECK(form.errors().at("rates[1].rate") == "This could mean two numbers. Write 21.5.");
    form.rates()[1].percent = "21";
    form.add_rate();
    form.rates()[2] = {.percent = "24", .from = "1 jan 2027"};
    REQUIRE(form.save().has_value());
    const domain::TaxDefinition tax = settings_of(practice).taxes.front();
    REQUIRE(tax.rates.size() == 3);
    CHECK(tax.rates[0].from == date(2011, 1, 1));
    CHECK(tax.rates[2].from == date(2027, 1, 1));
    CHECK(ui::rate_words(tax, ui::local_of(practice.app())) == "23%, from 1 Jan 2027 24%");
}

TEST_CASE("settings: what is refused of a tax stands at the row it was typed in") {
    Practice practice;
    ui::TaxForm form(practice.app(), std::nullopt);
    CHECK(form.is_new());
    form.tax().category = domain::TaxCategory::exempt;
    form.rates()[0] = {.percent = "-5", .from = "1 jan 2026"};
    form.add_rate();
    form.rates()[1] = {.percent = "5", .from = "1 jan 2020"};
    form.add_rate();
    form.rates()[2] = {.percent = "6", .from = "1 jan 2020"};
    CHECK_FALSE(form.save().has_value());
    CHECK(form.errors().at("name") == "Fill this in.");
    CHECK(form.errors().at("code") == "Fill this in.");
    CHECK(form.errors().at("exemption_reason") == "Fill this in.");
    CHECK(form.errors().at("rates[0].rate") == "Write a percentage of 0 or more.");
    CHECK(form.errors().at("rates[2].from") == "This is there already. Leave one out.");
    form.remove_rate(2);
    form.rates()[0].percent = "0";
    form.tax().name = "Exempt";
    form.tax().code = "VAT";
    form.tax().exemption_reason = "Medical care";
    REQUIRE(form.save().has_value());
    CHECK(settings_of(practice).taxes.size() == 2);
}

TEST_CASE("settings: of an empty tax every field that is asked for is marked at once") {
    Practice practice;
    ui::TaxForm form(practice.app(), std::nullopt);
    CHECK_FALSE(form.save().has_value());
    for (const char* const field : {"name", "code", "rates[0].rate", "rates[0].from"}) {
        CAPTURE(field);
        CHECK_FALSE(form.errors().at(field).empty());
    }
    CHECK(form.errors().at("exemption_reason").empty());
    form.tax().category = domain::TaxCategory::exempt;
    CHECK_FALSE(form.save().has_value());
    CHECK(form.errors().at("exemption_reason") == "Fill this in.");
}

TEST_CASE("settings: locations, practitioners and methods are added, edited and put away") {
    Practice practice;
    ui::RecordForm<domain::Location> location;
    CHECK_FALSE(location.save(practice.app()).has_value());
    CHECK(location.errors.at("name") == "Fill this in.");
    location.record.name = "Harbour Street";
    REQUIRE(location.save(practice.app()).has_value());
    ui::RecordForm<domain::Practitioner> practitioner;
    practitioner.record.name = "Tom\u00e1s Keane";
    practitioner.record.email = "tomas";
    CHECK_FALSE(practitioner.save(practice.app()).has_value());
    CHECK_FALSE(practitioner.errors.at("email").empty());
    practitioner.record.email = "tomas@harbourstreet.example";
    REQUIRE(practitioner.save(practice.app()).has_value());
    ui::RecordForm<domain::PaymentMethod> method{settings_of(practice).methods.front(), {}};
    CHECK_FALSE(method.is_new());
    method.record.name = "Card terminal";
    REQUIRE(method.save(practice.app()).has_value());
    ui::FieldErrors errors;
    REQUIRE(ui::carry_out(
                practice.app(),
                app::Archive{.kind = app::MasterKind::payment_method, .id = method.record.id.uuid},
                errors)
                .has_value());
    const app::PracticeSettings settings = settings_of(practice);
    CHECK(settings.locations.front().name == "Harbour Street");
    CHECK(settings.practitioners.front().email == "tomas@harbourstreet.example");
    const auto found =
        std::ranges::find(settings.methods, method.record.id, &domain::PaymentMethod::id);
    REQUIRE(found != settings.methods.end());
    CHECK(found->name == "Card terminal");
    CHECK(found->is_archived);
}

TEST_CASE("settings: the sample shows what stands in the form before it is saved") {
    Practice practice;
    ui::AppearanceForm form(practice.app(), settings_of(practice));
    const auto example = form.sample();
    REQUIRE(example.has_value());
    CHECK(example->invoice.recipient.name == "Example client");
    CHECK(example->invoice.lines.size() == 2);
    form.appearance().accent_rgb = 0x1f3a5f;
    form.appearance().shows_location = true;
    form.paper() = domain::Paper::letter;
    practice.draft(practice.client("Siobh\u00e1n \u00d3 Briain"), 10'000);
    form.read(settings_of(practice));
    const auto sample = form.sample();
    REQUIRE(sample.has_value());
    CHECK(sample->invoice.recipient.name == "Siobh\u00e1n \u00d3 Briain");
    CHECK(sample->appearance.accent_rgb == 0x1f3a5f);
    CHECK(sample->invoice.paper == domain::Paper::letter);
    CHECK(form.is_changed());
    CHECK(form.save().size() == 2);
    const auto settings = settings_of(practice);
    CHECK(settings.practice.appearance.shows_location);
    CHECK(settings.practice.billing.paper == domain::Paper::letter);
    form.read(settings);
    CHECK_FALSE(form.is_changed());
}
