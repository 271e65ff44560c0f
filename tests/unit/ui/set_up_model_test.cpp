#include "ui/screens/set_up_model.h"

#include "domain/country.h"
#include "ui/screens/country_guess.h"
#include "unit/ui/gate_fixture.h"

namespace {

const ui::SetUpModel::Place dublin{.locale = "en-IE", .time_zone = "Europe/Dublin"};

// Every step with what it needs.
void fill(ui::SetUpModel& model) {
    model.form.name = "Seapoint Physiotherapy";
    model.form.line1 = "4 Seapoint Terrace";
    model.form.city = "Galway";
}

void go_through(Device& device, ui::SetUpModel& model) {
    for (int step = 0; step < ui::set_up_step_count; ++step)
        model.go_on();
    for (int turn = 0; turn < 5; ++turn) {
        (void)device.app().step();
        model.poll();
    }
}

} // namespace

TEST_CASE("set-up: the country follows from the place, not from the browser's language") {
    struct Row {
        const char* name;
        const char* zone;
        const char* locale;
        const char* country; // "" for none.
    };
    const Row rows[] = {
        {"both agree", "Europe/Dublin", "en-IE", "IE"},
        {"an American browser in Berlin", "Europe/Berlin", "en-US", "DE"},
        {"a zone of a group", "Australia/Perth", "en", "AU"},
        {"a zone that says nothing", "UTC", "fr-FR", "FR"},
        {"a script before the region", "UTC", "zh-Hans-SG", "SG"},
        {"neither says anything", "UTC", "eo", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const int index = ui::guessed_country(row.zone, row.locale);
        const auto code = index < 0
                              ? std::string_view()
                              : domain::country_profiles()[static_cast<std::size_t>(index)].code;
        CHECK(code == row.country);
    }
}

TEST_CASE("set-up: a practice is made from its name and what its country uses") {
    Device device;
    ui::SetUpModel model(device.app(), device.site, dublin);
    fill(model);
    go_through(device, model);
    REQUIRE(static_cast<int>(model.state()) == static_cast<int>(ui::SetUpModel::State::done));
    const auto settings = device.app().settings();
    REQUIRE(settings.has_value());
    CHECK(settings->practice.identity.name == "Seapoint Physiotherapy");
    CHECK(settings->practice.identity.address.country == "IE");
    CHECK(settings->practice.billing.currency.code() == "EUR");
    CHECK(settings->practice.billing.locale == "en-IE");
    CHECK(settings->practice.billing.time_zone == "Europe/Dublin");
    CHECK(settings->taxes.size() == model.country()->taxes.size());
    CHECK(settings->methods.size() == 3);
    CHECK(settings->series.front().next_number == "INV-0001");
    CHECK_FALSE(device.app().book().is_sealed());
}

TEST_CASE("set-up: numbers go on from the books before") {
    Device device;
    ui::SetUpModel model(device.app(), device.site, dublin);
    fill(model);
    model.form.prefix = "R-";
    model.form.has_year = true;
    model.form.first_number = "148";
    CHECK(model.number_example() == "R-2026-0148");
    go_through(device, model);
    const auto settings = device.app().settings();
    REQUIRE(settings.has_value());
    CHECK(settings->series.front().next_number == "R-2026-0148");
}

TEST_CASE("set-up: a step is not left while something in it must be mended") {
    Device device;
    ui::SetUpModel model(device.app(), device.site, dublin);
    model.form.email = "accounts@";
    model.go_on();
    CHECK(static_cast<int>(model.step()) == static_cast<int>(ui::SetUpStep::practice));
    CHECK_FALSE(model.errors().at("identity.name").empty());
    CHECK_FALSE(model.errors().at("identity.email").empty());

    fill(model);
    model.form.email = "accounts@seapoint.example";
    model.go_on();
    model.go_on();
    CHECK(static_cast<int>(model.step()) == static_cast<int>(ui::SetUpStep::invoices));
    model.form.prefix = "INV{";
    model.form.first_number = "0";
    model.go_on();
    CHECK_FALSE(model.errors().at("invoice_pattern").empty());
    CHECK_FALSE(model.errors().at("first_number").empty());
    CHECK(static_cast<int>(device.phase()) == static_cast<int>(app::BookPhase::empty));
}

TEST_CASE("set-up: a passphrase is long enough and typed twice, and seals the book") {
    Device device;
    ui::SetUpModel model(device.app(), device.site, dublin);
    fill(model);
    for (int step = 0; step < 3; ++step)
        model.go_on();
    model.form.passphrase = "short";
    model.go_on();
    CHECK_FALSE(model.errors().at("passphrase").empty());
    model.form.passphrase = "correct horse";
    model.form.passphrase_again = "correct house";
    model.go_on();
    CHECK_FALSE(model.errors().at("passphrase_again").empty());
    CHECK(static_cast<int>(device.phase()) == static_cast<int>(app::BookPhase::empty));
    model.form.passphrase_again = "correct horse";
    model.go_on();
    for (int turn = 0; turn < 5; ++turn) {
        (void)device.app().step();
        model.poll();
    }
    CHECK(device.app().is_ready());
    CHECK(device.app().book().is_sealed());
    CHECK(model.form.passphrase.empty());
    device.restart();
    CHECK(static_cast<int>(device.phase()) == static_cast<int>(app::BookPhase::locked));
}

TEST_CASE("set-up: the browser is asked to keep the book where that is explained") {
    Device device;
    ui::SetUpModel model(device.app(), device.site, dublin);
    fill(model);
    model.go_on();
    model.go_on();
    CHECK(device.site.promise == platform::Site::Persistence::unknown);
    model.go_on();
    CHECK(device.site.promise == platform::Site::Persistence::granted);
}

TEST_CASE("set-up: a logo that is no picture is refused, and the rest of the form stays") {
    Device device;
    ui::SetUpModel model(device.app(), device.site, dublin);
    fill(model);
    const std::string text = "not a picture";
    model.take_logo("logo.png", std::as_bytes(std::span(text)));
    CHECK_FALSE(model.logo().has_value());
    CHECK_FALSE(model.errors().at("logo").empty());
    CHECK(model.form.name == "Seapoint Physiotherapy");
}
