// Services and products without their drawing: the list, and the form with its price.
#include "ui/screens/catalogue_form.h"
#include "ui/screens/catalogue_model.h"
#include "unit/app/fixture.h"

#include <doctest/doctest.h>

using app_test::Practice;

namespace {

// The sentence at the price after `typed` was saved in the locale; empty when it was taken.
std::string refusal(const char* locale, const char* typed, base::Decimal& kept) {
    Practice practice;
    auto settings = practice.app().settings();
    REQUIRE(settings.has_value());
    domain::BillingSettings billing = settings->practice.billing;
    billing.locale = locale;
    REQUIRE(practice.app().execute(app::EditBilling{billing}).has_value());
    ui::CatalogueForm form(practice.app(), ui::CatalogueKind::service);
    form.entry.name = "Therapy";
    form.price = typed;
    if (!form.save()) return std::string(form.errors.at("unit_price"));
    kept = practice.app().settings()->services.front().unit_price;
    return {};
}

} // namespace

TEST_CASE("catalogue: a price is read in the practice's locale, or refused with what to write") {
    struct Row {
        const char* locale;
        const char* typed;
        std::int64_t scaled; // 0: refused.
        const char* sentence;
    };
    constexpr Row rows[] = {
        {"en-IE", "90.00", 90'000'000, ""},
        {"en-IE", "90,00", 0, "This could mean two numbers. Write 90.00."},
        {"de-DE", "90,00", 90'000'000, ""},
        {"de-DE", "1.234,50", 1'234'500'000, ""},
        {"en-IE", "0.025800", 25'800, ""},
        {"en-IE", "0.0000001", 0, "Use at most 6 decimals."},
        {"en-IE", "", 0, "Fill this in."},
        {"en-IE", "-5", 0, "Use at least 0."},
    };
    for (const Row& row : rows) {
        CAPTURE(row.locale);
        CAPTURE(row.typed);
        base::Decimal kept{};
        CHECK(refusal(row.locale, row.typed, kept) == row.sentence);
        CHECK(kept.scaled == row.scaled);
    }
}

TEST_CASE("catalogue: services and products are listed apart, searched without diacritics") {
    Practice practice;
    ui::CatalogueForm service(practice.app(), ui::CatalogueKind::service);
    service.entry.name = "Thérapie de couple";
    service.entry.code = "TC-75";
    service.price = "125";
    service.duration = "75";
    service.set_tax(practice.vat, true);
    REQUIRE(service.save().has_value());
    ui::CatalogueForm product(practice.app(), ui::CatalogueKind::product);
    product.entry.name = "Workbook";
    product.entry.taxes.clear();
    product.price = "18.5";
    REQUIRE(product.save().has_value());

    ui::CatalogueModel model(practice.app());
    CHECK_FALSE(model.refresh());
    REQUIRE(model.lines().size() == 1);
    CHECK(model.lines()[0].duration == "75 min");
    CHECK(model.lines()[0].price == "125.00");
    CHECK(model.lines()[0].price_mode == "plus tax");
    for (const char* search : {"therapie", "COUP", "tc", "tc couple"}) {
        CAPTURE(search);
        model.question().search = search;
        (void)model.refresh();
        CHECK(model.lines().size() == 1);
    }
    model.question().search = "workbook";
    CHECK(model.refresh());
    CHECK(model.lines().empty());
    model.question() = {.kind = ui::CatalogueKind::product, .search = {}};
    CHECK(model.refresh());
    REQUIRE(model.lines().size() == 1);
    CHECK(model.lines()[0].taxes == "No tax");
    CHECK(model.lines()[0].price_mode.empty());
}

TEST_CASE("catalogue: an entry is edited, put away, brought back, each with Undo") {
    Practice practice;
    ui::CatalogueForm made(practice.app(), ui::CatalogueKind::product);
    CHECK_FALSE(made.is_changed());
    made.entry.name = "Workbook";
    made.price = "18.50";
    CHECK(made.is_changed());
    REQUIRE(made.save().has_value());
    ui::CatalogueModel model(practice.app());
    (void)model.refresh();
    model.question().kind = ui::CatalogueKind::product;
    (void)model.refresh();
    const base::Uuid id = model.lines().at(0).id;

    ui::CatalogueForm edited(practice.app(), *model.product(id));
    CHECK(edited.price == "18.50");
    edited.price = "19";
    const auto command = edited.save();
    REQUIRE(command.has_value());
    (void)model.refresh();
    CHECK(model.lines().at(0).price == "19.00");
    REQUIRE(practice.app().execute(app::Undo{*command}).has_value());
    (void)model.refresh();
    CHECK(model.lines().at(0).price == "18.50");

    ui::CatalogueForm again(practice.app(), *model.product(id));
    REQUIRE(again.archive().has_value());
    (void)model.refresh();
    CHECK(model.lines().empty());
    CHECK(model.count(ui::CatalogueState::archived) == 1);
    REQUIRE(again.restore().has_value());
    (void)model.refresh();
    CHECK(model.lines().size() == 1);
}

TEST_CASE("catalogue: a duration is whole minutes of one day") {
    Practice practice;
    struct Row {
        const char* typed;
        const char* sentence;
    };
    for (const auto& [typed, sentence] :
         {Row{"50.5", "Write a number, such as 14."}, Row{"1441", "Use at most 1440."},
          Row{"-1", "Use at least 0."}, Row{"an hour", "Write a number, such as 14."}}) {
        CAPTURE(typed);
        ui::CatalogueForm form(practice.app(), ui::CatalogueKind::service);
        form.entry.name = "Therapy";
        form.price = "90";
        form.duration = typed;
        CHECK_FALSE(form.save().has_value());
        CHECK(form.errors.at("duration_minutes") == sentence);
    }
}
