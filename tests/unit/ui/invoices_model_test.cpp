// The list of invoices: windows of rows, words of counts and periods, ticks.
#include "ui/screens/invoices_model.h"

#include "ui/screens/handout.h"
#include "ui/screens/take_back.h"
#include "unit/app/fixture.h"

#include <doctest/doctest.h>

using app_test::date;
using app_test::eur;
using app_test::Practice;
using ui::InvoicesModel;
using ui::PeriodKind;

TEST_CASE("period: each kind is a range of days and words in a sentence") {
    Practice practice; // 20 November 2026.
    const ui::Local local = ui::local_of(practice.app());
    struct Case {
        PeriodKind kind;
        const char* first;
        const char* last;
        const char* words;
    };
    const Case cases[] = {
        {PeriodKind::this_month, "2026-11-01", "2026-11-30", " in November"},
        {PeriodKind::this_quarter, "2026-10-01", "2026-12-31", " this quarter"},
        {PeriodKind::this_year, "2026-01-01", "2026-12-31", " this year"},
        {PeriodKind::last_year, "2025-01-01", "2025-12-31", " last year"},
    };
    for (const Case& row : cases) {
        CAPTURE(row.words);
        const auto period = ui::period_of({.kind = row.kind}, local.today);
        REQUIRE(period.has_value());
        CHECK(base::iso_text(period->first) == row.first);
        CHECK(base::iso_text(period->last) == row.last);
        CHECK(ui::period_words({.kind = row.kind}, local) == row.words);
    }
    CHECK_FALSE(ui::period_of({.kind = PeriodKind::all_time}, local.today).has_value());
}

TEST_CASE("invoices: an empty book has its own state, an empty filter names what is missing") {
    Practice practice;
    ui::InvoicesQuestion question;
    InvoicesModel model(practice.app(), question);
    model.refresh();
    CHECK(model.is_book_empty());
    CHECK(model.first_number() == "INV-0001");

    practice.invoice(practice.client("Niamh Doyle"), 100'00);
    question.filter = app::InvoiceFilter::overdue;
    question.period.kind = PeriodKind::this_month;
    model.refresh();
    CHECK_FALSE(model.is_book_empty());
    CHECK(model.summary().row_count == 0);
    CHECK(model.empty_sentence() == "No overdue invoices in November.");
    question.search = "abc";
    CHECK(model.empty_sentence() == "Nothing matches \u201cabc\u201d in November.");
    model.show_all();
    model.refresh();
    CHECK(model.summary().row_count == 1);
}

TEST_CASE("invoices: a row says what is owed, since when, and what happened to it") {
    Practice practice;
    const auto client = practice.client("Żaneta Wójcik");
    const auto open = practice.invoice(client, 100'00); // 123.00
    practice.draft(client, 50'00);
    practice.pay(client, 23'00);
    REQUIRE(practice.app().execute(app::MarkLeft{open, "printed"}).has_value());
    ui::InvoicesQuestion question;
    InvoicesModel model(practice.app(), question);
    model.refresh();
    REQUIRE(model.summary().row_count == 2);
    CHECK(model.count_sentence() == "1 issued and 1 draft this year");
    const InvoicesModel::Line* line = model.line(0);
    REQUIRE(line != nullptr);
    CHECK(line->row.status == domain::Status::draft);
    CHECK(line->edited == "Edited 12:00");
    CHECK(line->balance.empty());
    line = model.line(1);
    REQUIRE(line != nullptr);
    CHECK(line->row.status == domain::Status::partially_paid);
    CHECK(line->total == "123.00");
    CHECK(line->balance == "100.00");
    CHECK(line->distance == "in 14 days");
    CHECK(line->left == "Printed");
    CHECK(line->figure == "€100.00");
    CHECK(model.line(2) == nullptr);
    // A fact that is added is seen by the next refresh.
    practice.pay(client, 100'00);
    model.refresh();
    line = model.line(1);
    REQUIRE(line != nullptr);
    CHECK(line->is_settled);
    CHECK(line->distance.empty());
}

TEST_CASE("invoices: rows of a long list are the same through windows as in one answer") {
    Practice practice;
    const auto client = practice.client("Conor Fitzgerald");
    constexpr std::size_t count = 300; // More than the pages kept at once.
    for (std::size_t index = 0; index < count; ++index)
        practice.draft(client, static_cast<std::int64_t>(index + 1) * 100);
    ui::InvoicesQuestion question{.sort = app::InvoiceSort::total};
    InvoicesModel model(practice.app(), question);
    model.refresh();
    const auto all = practice.app().invoice_rows({.sort = app::InvoiceSort::total}, 0, count);
    REQUIRE(all.has_value());
    REQUIRE(all->size() == count);
    for (const std::size_t index : {0U, 31U, 32U, 150U, 299U, 0U, 200U}) {
        const InvoicesModel::Line* const line = model.line(index);
        REQUIRE(line != nullptr);
        CHECK(line->row.id == (*all)[index].id);
    }
}

TEST_CASE("invoices: ticks stay while the list is searched, and all means what is found") {
    Practice practice;
    const auto niamh = practice.client("Niamh Doyle");
    practice.invoice(niamh, 100'00);
    practice.invoice(practice.client("Ciara Burke"), 10'00);
    ui::InvoicesQuestion question;
    InvoicesModel model(practice.app(), question);
    model.refresh();
    model.tick(*model.line(0), true);
    CHECK(model.ticked_balance().minor == 12'30);
    question.search = "niamh";
    model.refresh();
    CHECK(model.ticked().size() == 1);
    model.clear_ticks();
    model.tick_all();
    CHECK(model.ticked().size() == 1);
    CHECK(model.ticked_balance().minor == 123'00);
    model.tick_all();
    CHECK(model.ticked().empty());
}

TEST_CASE("void: with money on it the dialog asks to un-apply; what left the practice stays") {
    Practice practice;
    const auto client = practice.client("Niamh Doyle");
    const auto id = practice.invoice(client, 100'00);
    practice.pay(client, 23'00);
    const ui::Local local = ui::local_of(practice.app());
    auto view = practice.app().invoice(id);
    REQUIRE(view.has_value());
    auto question = ui::void_question(*view, local);
    CHECK(question.title == "Void INV-0001?");
    CHECK(question.against.empty());
    CHECK(question.release == "Un-apply €23.00 first; it becomes credit");
    CHECK(ui::revert_question(*view).against.size() == 1); // The money on it.

    REQUIRE(practice.app().execute(app::MarkLeft{id, "downloaded"}).has_value());
    view = practice.app().invoice(id);
    REQUIRE(view.has_value());
    question = ui::void_question(*view, local);
    REQUIRE(question.against.size() == 1);
    CHECK(question.against.front().starts_with("This invoice has left the practice"));
}

TEST_CASE("void: the command releases money and voids in one") {
    Practice practice;
    const auto client = practice.client("Niamh Doyle");
    const auto id = practice.invoice(client, 100'00);
    practice.pay(client, 23'00);
    auto view = practice.app().invoice(id);
    REQUIRE(view.has_value());
    const ui::ReasonDialog::Answer answer{.date = date(2026, 11, 20), .reason = "Wrong client"};
    REQUIRE(practice.app().execute(ui::void_command(*view, answer)).has_value());
    view = practice.app().invoice(id);
    REQUIRE(view.has_value());
    CHECK(view->status == domain::Status::voided);
    CHECK(view->void_reason == "Wrong client");
    const auto entry = practice.app().payment_entry(client);
    REQUIRE(entry.has_value());
    CHECK(entry->credit.minor == 23'00);
}

TEST_CASE("pdf: a file is called by number and name, without what file systems refuse") {
    CHECK(ui::pdf_file_name("INV-0148", "Siobhán Ó Briain") == "INV-0148 Siobhán Ó Briain.pdf");
    CHECK(ui::pdf_file_name("2026/7", "A: \"B\"\n") == "20267 A B.pdf");
    CHECK(ui::pdf_file_name("INV-1", "") == "INV-1.pdf");
}

TEST_CASE("invoices: a draft shows the due date it has, by itself or by its terms") {
    struct Case {
        const char* name;
        std::optional<base::Date> issued;
        std::optional<base::Date> due;
        domain::Terms terms;
        const char* shown;
    };
    constexpr domain::Terms net_14{domain::TermsKind::net_days, 14};
    const Case cases[] = {
        {"no dates", std::nullopt, std::nullopt, net_14, ""},
        {"by its terms", date(2026, 11, 20), std::nullopt, net_14, "4 Dec"},
        {"at once", date(2026, 11, 20), std::nullopt, {domain::TermsKind::on_receipt}, "20 Nov"},
        {"never", date(2026, 11, 20), std::nullopt, {domain::TermsKind::none}, ""},
        {"as typed", std::nullopt, date(2026, 12, 24), net_14, "24 Dec"},
    };
    for (const Case& row : cases) {
        CAPTURE(row.name);
        Practice practice;
        auto draft = practice.app().draft(practice.draft(practice.client("Niamh Doyle"), 10'00));
        REQUIRE(draft.has_value());
        draft->draft.issue_date = row.issued;
        draft->draft.due_date = row.due;
        draft->draft.terms = row.terms;
        REQUIRE(practice.app().execute(app::SaveDraft{.draft = draft->draft}).has_value());
        ui::InvoicesQuestion question;
        InvoicesModel model(practice.app(), question);
        model.refresh();
        const InvoicesModel::Line* const line = model.line(0);
        REQUIRE(line != nullptr);
        CHECK(line->due == row.shown);
        CHECK(line->distance.empty());
        const std::string detail = row.shown[0] == 0 ? "" : std::string(", due ") + row.shown;
        CHECK(line->detail == line->edited + detail);
    }
}
