#include "fixture.h"

#include "store/replay.h"
#include "store/verify.h"

using namespace std::string_literals;
using app_test::date;
using app_test::eur;
using app_test::Practice;

TEST_CASE("finalize: the first invoice gets INV-0001 and owes its total with tax") {
    Practice practice;
    const auto client = practice.client("Siobhán Ó Briain");
    const auto id = practice.draft(client, 10'000);
    const auto receipt = practice.app().execute(app::FinalizeInvoice{.invoice = id});
    REQUIRE(receipt.has_value());
    CHECK(receipt->number == "INV-0001");
    const auto view = practice.app().invoice(id);
    REQUIRE(view.has_value());
    CHECK(view->balance == eur(12'300));
    CHECK(view->status == domain::Status::open);
    CHECK(view->document.invoice.sender.name == "Harbour Street Therapy");
    CHECK(view->history.size() == 2);
    CHECK(practice.app().draft(id).error().code == base::Code::not_found);
}

TEST_CASE("finalize: already paid makes it Paid in the same command") {
    Practice practice;
    const auto id = practice.draft(practice.client("Conor Fitzgerald"), 10'000);
    REQUIRE(
        practice.app()
            .execute(app::FinalizeInvoice{.invoice = id,
                                          .payment = app::AlreadyPaid{.amount = eur(12'300),
                                                                      .date = date(2026, 11, 20),
                                                                      .method = practice.card}})
            .has_value());
    const auto view = practice.app().invoice(id);
    REQUIRE(view.has_value());
    CHECK(view->status == domain::Status::paid);
    REQUIRE(view->money.size() == 1);
    CHECK(view->money[0].method_name == "Card");
}

TEST_CASE("finalize: credit is applied oldest first and never beyond the balance") {
    Practice practice;
    const auto client = practice.client("Priya Raman");
    practice.pay(client, 20'000);
    const auto id = practice.draft(client, 10'000);
    REQUIRE(practice.app()
                .execute(app::FinalizeInvoice{.invoice = id, .payment = app::UseCredit{}})
                .has_value());
    CHECK(practice.app().invoice(id)->balance == eur(0));
    CHECK(practice.app().client(client)->account.figures.front().credit == eur(7'700));
}

TEST_CASE("invoices: refused commands name code and field and change nothing") {
    Practice practice;
    const auto client = practice.client("Żaneta Wójcik");
    const auto paid = practice.invoice(client, 10'000);
    practice.pay(client, 12'300);
    const auto open = practice.invoice(client, 5'000);
    auto empty = practice.app().new_draft(client);
    REQUIRE(empty.has_value());
    REQUIRE(practice.app().execute(app::SaveDraft{.draft = *empty}).has_value());
    const domain::InvoiceId nowhere{practice.app().new_id()};
    const auto today = date(2026, 11, 20);

    struct Row {
        const char* name;
        app::Command command;
        base::Code code;
        std::string field;
    };
    const Row rows[] = {
        {"no such draft", app::FinalizeInvoice{.invoice = nowhere}, base::Code::not_found,
         "invoice"},
        {"issued already", app::FinalizeInvoice{.invoice = open}, base::Code::already_issued,
         "invoice"},
        {"void without a reason", app::VoidInvoice{.invoice = open, .date = today},
         base::Code::missing, "reason"},
        {"void of what is not there",
         app::VoidInvoice{.invoice = nowhere, .date = today, .reason = "x"}, base::Code::not_found,
         "invoice"},
        {"delete of an issued invoice", app::DeleteDraft{open}, base::Code::not_found, "invoice"},
        {"revert of a draft",
         app::RevertInvoice{.invoice = empty->id, .date = today, .reason = "x"},
         base::Code::already_draft, "invoice"},
        {"an unknown way out", app::MarkLeft{.invoice = open, .way = "posted"},
         base::Code::unknown_choice, "way"},
        {"a payer that is not there",
         app::RecordPayment{{.payer = {practice.app().new_id()},
                             .amount = eur(1),
                             .date = today,
                             .method = practice.card}},
         base::Code::not_found, "payer"},
        {"a method that is not there",
         app::RecordPayment{{.payer = client,
                             .amount = eur(1),
                             .date = today,
                             .method = {practice.app().new_id()}}},
         base::Code::not_found, "method"},
        {"a payment that is not there",
         app::VoidPayment{.payment = {practice.app().new_id()}, .date = today, .reason = "x"},
         base::Code::not_found, "payment"},
        {"undo of what was not done", app::Undo{practice.app().new_id()}, base::Code::not_found,
         "command"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        app_test::check_refused(practice, row.command, row.code, row.field);
    }
    CHECK(practice.app().invoice(paid)->status == domain::Status::paid);
}

TEST_CASE("void: money on the invoice is refused, or becomes credit when released") {
    Practice practice;
    const auto client = practice.client("Harriet Boyle");
    const auto id = practice.invoice(client, 10'000);
    practice.pay(client, 12'300);
    const auto today = date(2026, 11, 20);
    const auto refused =
        practice.app().execute(app::VoidInvoice{.invoice = id, .date = today, .reason = "Twice"});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == base::Code::has_allocations);
    REQUIRE(practice.app()
                .execute(app::VoidInvoice{.invoice = id,
                                          .date = today,
                                          .reason = "Twice",
                                          .allocations = app::LiveAllocations::release})
                .has_value());
    CHECK(practice.app().invoice(id)->status == domain::Status::voided);
    CHECK(practice.app().client(client)->account.figures.front().credit == eur(12'300));
}

TEST_CASE("revert: the draft keeps its number and is issued as version 2") {
    Practice practice;
    const auto client = practice.client("Mehmet Yılmaz");
    const auto id = practice.invoice(client, 10'000);
    REQUIRE(practice.app()
                .execute(app::RevertInvoice{
                    .invoice = id, .date = date(2026, 11, 20), .reason = "Wrong price"})
                .has_value());
    auto draft = practice.app().draft(id);
    REQUIRE(draft.has_value());
    CHECK(draft->expected_number == "INV-0001");
    REQUIRE(draft->draft.lines.size() == 1);
    draft->draft.lines[0].unit_price = base::Decimal::whole(200);
    REQUIRE(practice.app().execute(app::SaveDraft{.draft = draft->draft}).has_value());
    app_test::check_refused(practice, app::DeleteDraft{id}, base::Code::draft_numbered, "invoice");
    const auto again = practice.app().execute(app::FinalizeInvoice{.invoice = id});
    REQUIRE(again.has_value());
    CHECK(again->number == "INV-0001");
    CHECK(practice.app().invoice(id)->document.invoice.version == 2);
    CHECK(practice.app().invoice(id)->balance == eur(24'600));
    CHECK(practice.app().invoices({})->counts[0] == 1);
}

TEST_CASE("commands: the same id again gives the same receipt and changes nothing") {
    Practice practice;
    const auto id = practice.draft(practice.client("Saoirse Kelly"), 8'000);
    const auto command_id = practice.app().new_id();
    const app::Command command = app::FinalizeInvoice{.invoice = id};
    const auto first = practice.app().execute(command_id, command);
    const auto before = practice.digest();
    const auto second = practice.app().execute(command_id, command);
    REQUIRE(first.has_value());
    REQUIRE(second.has_value());
    CHECK(*first == *second);
    CHECK(practice.digest() == before);
}

TEST_CASE("drafts: the saves of one editing session are one change in the log") {
    Practice practice;
    const auto client = practice.client("Grace Adeyemi");
    auto draft = practice.app().new_draft(client);
    REQUIRE(draft.has_value());
    const auto session = practice.app().new_id();
    for (const char* memo : {"T", "Th", "Thanks"}) {
        draft->memo = memo;
        REQUIRE(practice.app()
                    .execute(app::SaveDraft{.draft = *draft, .session = session})
                    .has_value());
    }
    const auto trail = practice.app().audit_trail({}, 10);
    REQUIRE(trail.has_value());
    CHECK(trail->size() == 3); // Set-up, client, one editing session.
    CHECK(practice.app().draft(draft->id)->draft.memo == "Thanks");
    const auto findings = store::verify_book(practice.app().book().database());
    REQUIRE(findings.has_value());
    CHECK(findings->empty());
}

TEST_CASE("undo: a deleted draft and an edited client come back, a payment does not") {
    Practice practice;
    const auto client = practice.client("Lukáš Dvořák");
    const auto draft = practice.draft(client, 1'000);
    const auto deletion = practice.app().new_id();
    REQUIRE(practice.app().execute(deletion, app::DeleteDraft{draft}).has_value());
    CHECK_FALSE(practice.app().draft(draft).has_value());
    REQUIRE(practice.app().execute(app::Undo{deletion}).has_value());
    CHECK(practice.app().draft(draft)->draft.lines.size() == 1);

    auto record = practice.app().client(client)->client;
    record.phone = "087 555 0142";
    const auto edit = practice.app().new_id();
    REQUIRE(practice.app().execute(edit, app::Edit<domain::Client>{record}).has_value());
    REQUIRE(practice.app().execute(app::Undo{edit}).has_value());
    CHECK(practice.app().client(client)->client.phone.empty());
    const auto again = practice.app().execute(app::Undo{edit});
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().code == base::Code::changed_since);

    const auto payment = practice.app().new_id();
    REQUIRE(practice.app()
                .execute(payment,
                         app::RecordPayment{{.payer = client,
                                             .amount = eur(100),
                                             .date = date(2026, 11, 20),
                                             .method = practice.card,
                                             .overpayment = domain::Overpayment::keep_as_credit}})
                .has_value());
    app_test::check_refused(practice, app::Undo{payment}, base::Code::not_undoable, "command");
}

TEST_CASE("restart: everything that was saved is there, and the log gives the same book again") {
    Practice practice;
    const auto client = practice.client("Fatima Al-Sayed");
    const auto id = practice.invoice(client, 22'000);
    practice.pay(client, 100);
    const auto before = practice.digest();
    practice.restart();
    CHECK(practice.digest() == before);
    CHECK(practice.app().invoice(id)->balance == eur(26'960));
}

TEST_CASE("restore: the copy gets a new device and a lettered series, and counts from one") {
    Practice practice;
    const auto client = practice.client("Dónal Mac Giolla");
    practice.invoice(client, 1'000);
    const auto file = practice.app().book().file_bytes();
    REQUIRE(practice.app().restore_book(file).has_value());
    practice.settle();
    const auto id = practice.draft(client, 1'000);
    const auto receipt = practice.app().execute(app::FinalizeInvoice{.invoice = id});
    REQUIRE(receipt.has_value());
    CHECK(receipt->number == "INV-A0001");
    const auto findings = store::verify_book(practice.app().book().database());
    REQUIRE(findings.has_value());
    CHECK(findings->empty());
}
