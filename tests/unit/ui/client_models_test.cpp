// The screens of clients without their drawing: what is listed, shown, refused and saved.
#include "ui/screens/client_form.h"
#include "ui/screens/client_list_model.h"
#include "ui/screens/party_profile_model.h"
#include "unit/app/fixture.h"

#include <doctest/doctest.h>

using app_test::eur;
using app_test::Practice;

namespace {

domain::PartyId add_contact(Practice& practice, std::string name) {
    const auto made = practice.app().execute(app::Add<domain::Contact>{{.name = std::move(name)}});
    REQUIRE(made.has_value());
    return {made->record};
}

} // namespace

TEST_CASE("clients: rows are read where they are looked at, and anew when the book changes") {
    Practice practice;
    for (int index = 0; index < 120; ++index)
        practice.client("Client " + base::integer_text(index, 3));
    ui::ClientListModel model(practice.app());
    model.refresh();
    CHECK(model.found_count() == 120);
    REQUIRE(model.line(0) != nullptr);
    CHECK(model.line(0)->name == "Client 000");
    REQUIRE(model.line(117) != nullptr);
    CHECK(model.line(117)->name == "Client 117");
    CHECK(model.line(120) == nullptr);
    CHECK_FALSE(model.take_is_new());

    const auto first = practice.client("Anna");
    practice.invoice(first, 10'000);
    model.refresh();
    CHECK(model.line(0)->name == "Anna");
    CHECK(model.line(0)->owed == "123.00");
    CHECK(model.line(0)->owes);
    CHECK(model.line(1)->owed == "0.00");
    CHECK_FALSE(model.line(1)->owes);
}

TEST_CASE("clients: searching, archiving and sorting change what is shown, from the top") {
    Practice practice;
    const auto zaneta = practice.client("Żaneta Wójcik");
    practice.client("Grace Adeyemi");
    ui::ClientListModel model(practice.app());
    model.refresh();
    model.search("wojc");
    model.refresh();
    CHECK(model.take_is_new());
    CHECK(model.found_count() == 1);
    CHECK(model.line(0)->name == "Żaneta Wójcik");
    model.search("xyz");
    model.refresh();
    CHECK(model.empty_sentence() == "No client matches “xyz”");

    REQUIRE(practice.app()
                .execute(app::Archive{.kind = app::MasterKind::client, .id = zaneta.uuid})
                .has_value());
    model.search("");
    model.show(app::ClientState::archived);
    model.refresh();
    CHECK(model.in_use_count() == 1);
    CHECK(model.archived_count() == 1);
    CHECK(model.line(0)->name == "Żaneta Wójcik");
    model.show(app::ClientState::in_use);
    model.sort(app::ClientSort::name, app::SortOrder::descending);
    model.refresh();
    CHECK(model.line(0)->name == "Grace Adeyemi");
}

TEST_CASE("client form: what is wrong is said at its field and changes nothing") {
    struct Row {
        const char* name;
        void (*change)(ui::ClientForm&);
        const char* field;
        const char* sentence;
    };
    constexpr Row rows[] = {
        {"no name", [](ui::ClientForm& form) { form.client.name = ""; }, "name", "Fill this in."},
        {"email", [](ui::ClientForm& form) { form.client.email = "zaneta@"; }, "email",
         "Write the address as name@example.com."},
        {"days that are no number",
         [](ui::ClientForm& form) {
             form.terms.set(domain::Terms{domain::TermsKind::net_days, 21});
             form.terms.days = "soon";
         },
         "terms.days", "Write a number, such as 14."},
        {"days without end",
         [](ui::ClientForm& form) {
             form.terms.set(domain::Terms{domain::TermsKind::net_days, 21});
             form.terms.days = "4000";
         },
         "terms.days", "Use at most 3650."},
    };
    Practice practice;
    const auto id = practice.client("Żaneta Wójcik");
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto profile = practice.app().client(id);
        REQUIRE(profile.has_value());
        ui::ClientForm form(practice.app(), profile->client, profile->contacts);
        CHECK_FALSE(form.is_changed());
        row.change(form);
        CHECK(form.is_changed());
        const auto before = practice.digest();
        CHECK_FALSE(form.save().has_value());
        CHECK(form.errors.at(row.field) == row.sentence);
        CHECK(practice.digest() == before);
    }
}

TEST_CASE("client form: a new client is in the practice's country and keeps every field") {
    Practice practice;
    ui::ClientForm form(practice.app());
    CHECK(form.is_new());
    CHECK(form.client.address.country == "IE");
    form.client.name = "Дмитрий Иванов";
    form.client.latin_name = "Dmitry Ivanov";
    form.client.notes = "Prefers mornings.";
    form.terms.set(domain::Terms{domain::TermsKind::net_days, 21});
    CHECK(form.terms.asks_days());
    const auto saved = form.save();
    REQUIRE(saved.has_value());
    REQUIRE(saved->commands.size() == 1);
    const auto held = practice.app().client(saved->client);
    REQUIRE(held.has_value());
    CHECK(held->client.latin_name == "Dmitry Ivanov");
    CHECK(held->client.notes == "Prefers mornings.");
    CHECK(held->terms == domain::Terms{domain::TermsKind::net_days, 21});
    REQUIRE(practice.app().execute(app::Undo{saved->commands[0]}).has_value());
    CHECK_FALSE(practice.app().client(saved->client).has_value());
}

TEST_CASE("client form: contacts are made, edited, linked and unlinked with the client") {
    Practice practice;
    const auto insurer = add_contact(practice, "Vhi Healthcare");
    ui::ClientForm form(practice.app());
    form.client.name = "Yael Cohen";
    REQUIRE(form.others("vhi").size() == 1);
    form.put_contact(form.others("vhi")[0]);
    CHECK(form.others("vhi").empty());
    form.put_contact({.role = domain::ContactRole::parent, .name = "Miriam Cohen"});
    form.set_invoice_to(2);
    const auto saved = form.save();
    REQUIRE(saved.has_value());
    CHECK(saved->commands.size() == 2); // The new contact, then the client; the other is as it was.

    auto profile = practice.app().client(saved->client);
    REQUIRE(profile.has_value());
    REQUIRE(profile->contacts.size() == 2);
    CHECK(profile->contacts[1].name == "Miriam Cohen");
    CHECK(profile->client.invoice_to == profile->contacts[1].id);

    ui::ClientForm edited(practice.app(), profile->client, profile->contacts);
    CHECK(edited.invoice_to() == 2);
    domain::Contact mother = edited.contacts()[1].contact;
    mother.email = "miriam@example.com";
    edited.put_contact(mother);
    CHECK(edited.is_changed());
    edited.unlink(0);
    REQUIRE(edited.save().has_value());
    profile = practice.app().client(saved->client);
    REQUIRE(profile->contacts.size() == 1);
    CHECK(profile->contacts[0].email == "miriam@example.com");
    CHECK(practice.app().contact(insurer).has_value()); // Unlinked, not gone.

    ui::ClientForm without(practice.app(), profile->client, profile->contacts);
    without.unlink(0);
    CHECK(without.invoice_to() == 0);
    REQUIRE(without.save().has_value());
    CHECK_FALSE(practice.app().client(saved->client)->client.invoice_to.has_value());
}

TEST_CASE("profile: the account reads by month, newest first, with the balance after each fact") {
    Practice practice;
    const auto client = practice.client("Oksana Shevchenko");
    practice.invoice(client, 10'000);
    practice.pay(client, 20'000);
    ui::PartyProfileModel model(practice.app(), client);
    REQUIRE_FALSE(model.error().has_value());
    CHECK(model.owes().amount == "€0.00");
    CHECK(model.owes().is_zero);
    CHECK(model.credit().amount == "€77.00");
    CHECK(model.credit().cents_bytes == 3);
    const auto& rows = model.account_rows();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].month == "November 2026");
    CHECK(rows[1].title == "Payment by card");
    CHECK(rows[1].detail == "20 Nov, to INV-0001");
    CHECK(rows[1].amount == "−200.00");
    CHECK(rows[1].balance == "−77.00");
    CHECK(rows[1].is_credit);
    CHECK(rows[2].title == "Invoice INV-0001");
    CHECK(rows[2].detail == "20 Nov, Written report");
    CHECK(rows[2].status == domain::Status::paid);
    CHECK(rows[2].address.starts_with("#/invoices/"));
    REQUIRE(model.payments().size() == 1);
    CHECK(model.payments()[0].left == "77.00");
    CHECK_FALSE(model.credit_target().has_value()); // Nothing is owed.
}

TEST_CASE("profile: credit held goes to the oldest invoice that is still owed") {
    Practice practice;
    const auto client = practice.client("Oksana Shevchenko");
    practice.pay(client, 5'000);
    const auto oldest = practice.invoice(client, 10'000);
    practice.invoice(client, 20'000);
    ui::PartyProfileModel model(practice.app(), client);
    REQUIRE(model.credit_target().has_value());
    CHECK(*model.credit_target() == oldest);
    REQUIRE(model.apply_credit().has_value());
    model.refresh();
    CHECK(model.credit().is_zero);
    CHECK(model.owes().amount == "€319.00");
}

TEST_CASE("profile: archiving can be undone, and a client that is gone is said to be") {
    Practice practice;
    const auto client = practice.client("Grace Adeyemi");
    ui::PartyProfileModel model(practice.app(), client);
    const auto command = model.archive();
    REQUIRE(command.has_value());
    model.refresh();
    CHECK(model.is_archived());
    REQUIRE(practice.app().execute(app::Undo{*command}).has_value());
    model.refresh();
    CHECK_FALSE(model.is_archived());

    const ui::PartyProfileModel gone(practice.app(), {practice.app().new_id()});
    REQUIRE(gone.error().has_value());
    CHECK(gone.error()->code == base::Code::not_found);
}

TEST_CASE("profile: a contact has a page of their own, with the clients they are linked to") {
    Practice practice;
    const auto insurer = add_contact(practice, "Vhi Healthcare");
    domain::Client client{.name = "Yael Cohen"};
    client.contacts = {insurer};
    REQUIRE(practice.app().execute(app::Add<domain::Client>{client}).has_value());
    const ui::PartyProfileModel model(practice.app(), insurer);
    REQUIRE(model.contact().has_value());
    CHECK(model.name() == "Vhi Healthcare");
    REQUIRE(model.contact()->clients.size() == 1);
    CHECK(model.contact()->clients[0].name == "Yael Cohen");
    CHECK(model.account_rows().empty());
}
