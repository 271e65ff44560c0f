#include "ui/screens/today_model.h"

#include "platform/sim/site.h"
#include "ui/screens/size_text.h"
#include "ui/screens/your_data.h"
#include "unit/app/fixture.h"

#include <doctest/doctest.h>

#include <numeric>

namespace {

using app_test::date;
using app_test::Practice;

domain::InvoiceId invoice_due(Practice& practice, domain::PartyId client, std::int64_t price_minor,
                              base::Date issued, base::Date due) {
    auto draft = practice.app().draft(practice.draft(client, price_minor));
    REQUIRE(draft.has_value());
    draft->draft.issue_date = issued;
    draft->draft.due_date = due;
    REQUIRE(practice.app().execute(app::SaveDraft{.draft = draft->draft}).has_value());
    REQUIRE(practice.app().execute(app::FinalizeInvoice{.invoice = draft->draft.id}).has_value());
    return draft->draft.id;
}

} // namespace

TEST_CASE("today: a fresh practice is told where its numbers start") {
    Practice practice;
    ui::TodayModel model(practice.app());
    model.update();
    CHECK(model.date() == "Friday 20 November");
    CHECK(model.is_fresh());
    CHECK(model.first_number() == "INV-0001");
    CHECK(model.tasks().empty());
}

TEST_CASE("today: a draft is to be finished, and pressing Continue opens it") {
    Practice practice;
    const auto client = practice.client("Siobhán Ó Briain");
    const auto draft = practice.draft(client, 10'000);
    ui::TodayModel model(practice.app());
    model.update();
    CHECK_FALSE(model.is_fresh());
    REQUIRE(model.tasks().size() == 1);
    const ui::Task& task = model.tasks().front();
    CHECK(task.title == "1 draft to finish");
    CHECK(task.detail == "Siobhán Ó Briain");
    CHECK(task.amounts == std::vector<std::string>{"€123.00"});
    CHECK(task.address == "#/drafts/" + base::to_text(draft));
}

TEST_CASE("today: what is owed and late is what the query says, shares add up to 100") {
    Practice practice;
    const auto client = practice.client("Fatima Al-Sayed");
    invoice_due(practice, client, 10'000, date(2026, 7, 1), date(2026, 7, 23)); // 120 days late.
    invoice_due(practice, client, 20'000, date(2026, 11, 1), date(2026, 11, 10));
    practice.invoice(client, 30'000);
    ui::TodayModel model(practice.app());
    model.update();

    const auto view = practice.app().today_view();
    REQUIRE(view.has_value());
    REQUIRE(model.owed().size() == 1);
    const ui::OwedBlock& owed = model.owed().front();
    CHECK(owed.sum.amount == "€738.00");
    CHECK(owed.sum.cents_bytes == 3);
    CHECK(owed.count == "3 invoices");
    CHECK(owed.credit.empty());
    REQUIRE(owed.buckets.size() == 5);
    int percents = 0;
    for (std::size_t at = 0; at < owed.buckets.size(); ++at) {
        CHECK(owed.buckets[at].minor == view->owed.front().buckets[at].minor);
        percents += owed.buckets[at].percent;
    }
    CHECK(percents == 100);

    REQUIRE(model.tasks().size() == 1);
    CHECK(model.tasks().front().title == "2 invoices overdue");
    CHECK(model.tasks().front().detail == "Oldest: INV-0001, Fatima Al-Sayed, 120 days");
    CHECK(model.tasks().front().amounts == std::vector<std::string>{"€369.00"});
}

TEST_CASE("today: a payment is counted by its method, and what is left over as credit") {
    Practice practice;
    const auto client = practice.client("Conor Fitzgerald");
    practice.invoice(client, 10'000);
    practice.pay(client, 20'000);
    ui::TodayModel model(practice.app());
    model.update();
    REQUIRE(model.taken().size() == 1);
    CHECK(model.taken().front().sum.amount == "€200.00");
    REQUIRE(model.taken().front().methods.size() == 1);
    CHECK(model.taken().front().methods.front().label == "Card");
    CHECK(model.taken().front().methods.front().percent == 100);
    REQUIRE(model.payments().size() == 1);
    CHECK(model.payments().front().payer == "Conor Fitzgerald");
    CHECK(model.payments().front().number == "INV-0001");
    CHECK(model.payments().front().amount == "200.00");
    CHECK(model.owed().front().credit == "€77.00 credit held");
}

TEST_CASE("today: figures follow the book from revision to revision") {
    Practice practice;
    const auto client = practice.client("Priya Raman");
    ui::TodayModel model(practice.app());
    model.update();
    CHECK(model.owed().front().sum.amount == "€0.00");
    practice.invoice(client, 10'000);
    model.update();
    CHECK(model.owed().front().sum.amount == "€123.00");
    CHECK_FALSE(model.is_fresh());
}

TEST_CASE("today: your data says in plain words what is saved and kept") {
    using Kind = store::SaveState::Kind;
    struct Row {
        const char* name;
        Kind kind;
        ui::Network network;
        std::string_view title;
    };
    const Row rows[] = {
        {"online", Kind::saved, ui::Network::online, "All saved"},
        {"offline", Kind::saved, ui::Network::offline, "Working offline, all saved"},
        {"on its way", Kind::saving, ui::Network::online, "Saving"},
        {"failed", Kind::not_saved, ui::Network::offline, "Not saved"},
    };
    platform::SimSite site;
    site.space = platform::Site::Room{.used_bytes = 38'200'000, .quota_bytes = 1'000'000'000};
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(ui::your_data({.kind = row.kind}, row.network, site, {}).front().title == row.title);
    }
    auto lines = ui::your_data({}, ui::Network::online, site, {});
    CHECK(lines.back().title == "Storage is not protected");
    CHECK(lines.back().action == ui::DataAction::protect);
    site.request_persistence();
    lines = ui::your_data({}, ui::Network::online, site, {});
    CHECK(lines.back().title == "Storage is protected");
    CHECK(lines.back().detail == "38 MB, the browser may not clear it");
    CHECK(lines.back().action == ui::DataAction::none);
}

TEST_CASE("today: your data says how old the last copy is, and warns of none and an old one") {
    Practice practice;
    platform::SimSite site;
    constexpr std::int64_t day_ms = 86'400'000;
    const std::int64_t now_ms = practice.app().now().unix_ms;
    ui::TodayModel model(practice.app());
    model.update();
    REQUIRE(model.last_change().has_value());
    const auto line = [&](std::optional<base::Instant> changed) {
        return ui::your_data({}, ui::Network::online, site,
                             ui::copy_age(practice.app(), site, changed))[1];
    };
    const base::Instant since{now_ms}, before{now_ms - 30 * day_ms};
    struct Row {
        const char* name;
        std::optional<std::int64_t> days;
        base::Instant changed;
        std::string_view title;
        bool warns;
    };
    const Row rows[] = {
        {"none", std::nullopt, since, "Not backed up yet", true},
        {"a week", 7, since, "Backed up 7 days ago", false},
        {"more than a week", 8, since, "Backed up 8 days ago", true},
        {"old, nothing changed", 20, before, "Backed up 20 days ago", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        site.copied.reset();
        if (row.days) site.copied = base::Instant{now_ms - *row.days * day_ms};
        CHECK(line(row.changed).title == row.title);
        CHECK((line(row.changed).color == ui::Color::warning) == row.warns);
        CHECK(line(row.changed).action == ui::DataAction::back_up);
    }
    site.copied = since;
    CHECK(line(since).title.starts_with("Backed up today, "));
    CHECK(line(since).detail == "The copy has everything");
    site.copied = base::Instant{now_ms - day_ms};
    CHECK(line(since).title.starts_with("Backed up yesterday, "));
    CHECK(line(since).detail == "What changed since is only in this browser");
}

TEST_CASE("today: sizes are said as disks say them") {
    CHECK(ui::size_text(0) == "0 kB");
    CHECK(ui::size_text(740'499) == "740 kB");
    CHECK(ui::size_text(1'249'999) == "1.2 MB");
    CHECK(ui::size_text(9'960'000) == "10 MB");
    CHECK(ui::size_text(38'200'000) == "38 MB");
    CHECK(ui::size_text(2'140'000'000) == "2.1 GB");
}
