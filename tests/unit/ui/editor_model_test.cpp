// The editor's model over a real book: what is saved when, what is refused where, what Undo keeps.
#include "ui/screens/editor_model.h"

#include "ui/screens/editor_merge.h"
#include "unit/app/fixture.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace {

using app_test::date;
using app_test::eur;

struct Desk {
    app_test::Practice practice;
    std::unique_ptr<ui::EditorModel> model;

    app::App& app() { return practice.app(); }
    ui::EditorModel& start(std::optional<domain::PartyId> client = std::nullopt) {
        auto made = ui::EditorModel::start(app(), client);
        REQUIRE(made.has_value());
        model = *std::move(made);
        return *model;
    }
    ui::EditorModel& open(domain::InvoiceId id) {
        auto made = ui::EditorModel::open(app(), id);
        REQUIRE(made.has_value());
        model = *std::move(made);
        return *model;
    }
    // A write-in of one at the price, typed as a person does.
    std::size_t write_in(const std::string& name, const std::string& price) {
        const std::size_t index = model->lines().add(domain::LineKind::write_in);
        model->lines().edit(index).name = name;
        model->lines().words(index).unit_price.words = price;
        model->lines().read_unit_price(index);
        model->refresh();
        return index;
    }
    std::size_t drafts() {
        const auto list = app().invoices({.filter = app::InvoiceFilter::drafts});
        REQUIRE(list.has_value());
        return list->row_count;
    }
};

std::int64_t payable(const ui::EditorModel& model) {
    REQUIRE(model.view().totals.has_value());
    return model.view().totals->payable.minor;
}

} // namespace

TEST_CASE("editor: an untouched new draft leaves nothing in the book") {
    Desk desk;
    const auto client = desk.practice.client("Siobhán Ó Briain");
    ui::EditorModel& model = desk.start(client);
    CHECK(model.saved() == ui::DraftSaved::never);
    CHECK(model.view().client_name == "Siobhán Ó Briain");
    CHECK_FALSE(model.autosave(10'000).has_value());
    CHECK(model.save());
    CHECK_FALSE(model.has_unsaved());
    CHECK(desk.drafts() == 0);
}

TEST_CASE("editor: Continue saves a draft even with no lines") {
    Desk desk;
    ui::EditorModel& model = desk.start();
    CHECK(model.keep());
    CHECK(model.is_on_book());
    CHECK(desk.drafts() == 1);
    CHECK(desk.app().draft(model.draft().id).has_value());
}

TEST_CASE("editor: an edit is saved 600 ms after the last one, and said to be saved by the disk") {
    Desk desk;
    ui::EditorModel& model = desk.start();
    model.edit().memo = "T";
    CHECK(model.autosave(1'000) == 1'600.0);
    model.edit().memo = "Th";
    CHECK(model.autosave(1'500) == 2'100.0);
    CHECK(model.autosave(2'099) == 2'100.0);
    CHECK(desk.drafts() == 0);
    CHECK(model.saved() == ui::DraftSaved::saving);
    CHECK(model.has_unsaved());

    CHECK_FALSE(model.autosave(2'100).has_value());
    CHECK(desk.drafts() == 1);
    CHECK_FALSE(model.has_unsaved());
    // Committed is not saved: the disk has not said so yet.
    CHECK(model.saved() == ui::DraftSaved::saving);
    desk.practice.settle();
    CHECK(model.saved() == ui::DraftSaved::saved);
    CHECK(model.saved_clock() == "12:00");
}

TEST_CASE("editor: what was typed is there after the program ended") {
    Desk desk;
    const auto client = desk.practice.client("Grace Adeyemi");
    ui::EditorModel& model = desk.start(client);
    desk.write_in("Written report", "120");
    REQUIRE(model.save());
    const domain::InvoiceId id = model.draft().id;
    desk.model.reset();
    desk.practice.restart();
    ui::EditorModel& again = desk.open(id);
    CHECK(again.lines().count() == 1);
    CHECK(again.lines().line(0).name == "Written report");
    CHECK(again.lines().words(0).unit_price.words == "120.00");
    CHECK(payable(again) == 12'000);
}

TEST_CASE("editor: figures are read as the practice writes them, and refused where ambiguous") {
    Desk desk;
    desk.start();
    const std::size_t index = desk.write_in("Report", "1,234.50");
    ui::EditorLines& lines = desk.model->lines();
    CHECK(payable(*desk.model) == 123'450);
    struct Row {
        const char* typed;
        bool is_read;
        const char* full; // After the field was left.
        std::int64_t payable;
    };
    const Row rows[] = {
        {"90", true, "90.00", 9'000},     {"123,00", false, "123,00", 9'000},
        {"12x", false, "12x", 9'000},     {"", false, "", 9'000},
        {"€18.50", true, "18.50", 1'850}, {"0.0258", true, "0.0258", 3},
    };
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        ui::Typed& typed = lines.words(index).unit_price;
        typed.words = row.typed;
        lines.read_unit_price(index);
        CHECK(typed.is_wrong() == !row.is_read);
        CHECK(desk.model->is_wrong() == !row.is_read);
        lines.judge(index, &ui::EditorLines::Words::unit_price);
        CHECK(typed.words == row.full);
        CHECK(typed.shown_error().empty() == row.is_read);
        desk.model->refresh();
        CHECK(payable(*desk.model) == row.payable);
    }
}

TEST_CASE("editor: words that can't be read stay with their line while another is open") {
    Desk desk;
    desk.start();
    const std::size_t first = desk.write_in("One", "10");
    desk.model->lines().words(first).quantity.words = "two";
    desk.model->lines().read_quantity(first);
    desk.write_in("Two", "20");
    CHECK(desk.model->lines().words(0).quantity.words == "two");
    CHECK_FALSE(desk.model->lines().words(0).quantity.shown_error().empty());
    CHECK(desk.model->is_wrong());
    CHECK(desk.model->save()); // The draft itself has its last readable figures.
    CHECK(desk.model->lines().words(0).quantity.words == "two");
}

TEST_CASE("editor: an added line that nothing was written in goes when it is left") {
    Desk desk;
    desk.start();
    ui::EditorLines& lines = desk.model->lines();
    lines.add(domain::LineKind::service);
    CHECK(lines.count() == 1);
    CHECK(desk.model->is_wrong()); // Without a price it can't be finalized.
    lines.leave();
    CHECK(lines.count() == 0);
    lines.add(domain::LineKind::write_in);
    lines.edit(0).name = "Report";
    lines.add(domain::LineKind::write_in);
    CHECK(lines.count() == 2);
    lines.activate(0);
    CHECK(lines.count() == 1);
    CHECK(lines.active() == 0);
}

TEST_CASE("editor: moved lines stay where they were put, also in the book") {
    Desk desk;
    desk.start();
    for (const char* name : {"A", "B", "C", "D"})
        desk.write_in(name, "1");
    ui::EditorLines& lines = desk.model->lines();
    lines.move(3, 0);
    lines.move(1, 2);
    const auto order = [](const auto& all) {
        std::string names;
        for (const domain::DraftLine& line : all)
            names += line.name;
        return names;
    };
    CHECK(order(desk.model->draft().lines) == "DBAC");
    lines.move(1, 9);
    CHECK(order(desk.model->draft().lines) == "DBAC");
    REQUIRE(desk.model->save());
    const auto held = desk.app().draft(desk.model->draft().id);
    REQUIRE(held.has_value());
    CHECK(order(held->draft.lines) == "DBAC");
}

TEST_CASE("editor: a removed line comes back by Undo, and what was typed meanwhile stays") {
    Desk desk;
    ui::EditorModel& model = desk.start();
    desk.write_in("A", "1");
    desk.write_in("B", "2");
    const auto command = model.remove_line(0);
    REQUIRE(command.has_value());
    CHECK(model.lines().count() == 1);
    model.lines().edit(0).detail = "typed since";
    REQUIRE(desk.app().execute(app::Undo{.command = *command}).has_value());
    model.refresh();
    REQUIRE(model.lines().count() == 2);
    CHECK(model.lines().line(0).name == "A");
    CHECK(model.lines().line(1).detail == "typed since");
    CHECK(payable(model) == 300);
    REQUIRE(model.save());
    CHECK(desk.app().draft(model.draft().id)->draft.lines.size() == 2);
}

TEST_CASE("editor: a deleted draft comes back whole by Undo") {
    Desk desk;
    ui::EditorModel& model = desk.start();
    desk.write_in("A", "1");
    const domain::InvoiceId id = model.draft().id;
    const auto command = model.remove();
    REQUIRE(command.has_value());
    CHECK(model.is_gone());
    CHECK(desk.drafts() == 0);
    model.edit().memo = "too late";
    CHECK(model.save()); // Nothing is left to save, and nothing is brought back.
    CHECK(desk.drafts() == 0);
    REQUIRE(desk.app().execute(app::Undo{.command = *command}).has_value());
    CHECK(desk.open(id).lines().count() == 1);
}

TEST_CASE("editor: a refused save says so at the field, and the next edit tries again") {
    Desk desk;
    ui::EditorModel& model = desk.start();
    model.edit().reference = std::string(200, 'x');
    CHECK_FALSE(model.save());
    CHECK(model.saved() == ui::DraftSaved::failed);
    CHECK(model.error_at("reference") == "Shorten this to 100 at most.");
    CHECK(model.has_unsaved());
    model.edit().reference = "PO 1";
    CHECK(model.save());
    CHECK(model.error_at("reference").empty());
    CHECK(model.saved() != ui::DraftSaved::failed);
}

TEST_CASE("editor: what the totals refuse stands at its field") {
    Desk desk;
    ui::EditorModel& model = desk.start();
    const std::size_t index = desk.write_in("A", "10");
    model.lines().choose_adjustment(index, 0, ui::AdjustmentChoice::discount_amount);
    model.lines().words(index).adjustments[0].words = "10.01";
    model.lines().read_adjustment(index, 0);
    model.refresh();
    CHECK_FALSE(model.view().totals.has_value());
    const std::string said = model.error_at("lines[0].adjustments") +
                             model.error_at("lines[0].adjustments[0]") + model.error_at("lines[0]");
    CHECK_FALSE(said.empty());
    model.lines().choose_adjustment(index, 0, ui::AdjustmentChoice::discount_percent);
    model.refresh();
    CHECK(payable(model) == 900); // 10.01 % of 10.00 is 1.00.
    model.lines().choose_adjustment(index, 0, ui::AdjustmentChoice::none);
    model.refresh();
    CHECK(payable(model) == 1'000);
}

TEST_CASE("editor: of one authority's taxes a line bears one") {
    Desk desk;
    domain::TaxDefinition zero{.id = {desk.app().new_id()},
                               .code = "VAT",
                               .name = "Zero rate",
                               .category = domain::TaxCategory::zero,
                               .rates = {{.from = date(2012, 1, 1), .rate = {}}}};
    domain::TaxDefinition other = zero;
    other.id = {desk.app().new_id()};
    other.code = "LOCAL";
    other.name = "Local tax";
    REQUIRE(desk.app().execute(app::Add<domain::TaxDefinition>{zero}).has_value());
    REQUIRE(desk.app().execute(app::Add<domain::TaxDefinition>{other}).has_value());
    ui::EditorModel& model = desk.start();
    const std::size_t index = desk.write_in("A", "10");
    ui::EditorLines& lines = model.lines();
    lines.toggle_tax(index, desk.practice.vat);
    lines.toggle_tax(index, other.id);
    CHECK(lines.line(index).taxes == std::vector{desk.practice.vat, other.id});
    lines.toggle_tax(index, zero.id);
    CHECK(lines.line(index).taxes == std::vector{other.id, zero.id});
    lines.toggle_tax(index, zero.id);
    CHECK(lines.line(index).taxes == std::vector{other.id});
}

TEST_CASE("editor: a catalogue entry fills the line, and archived ones are not offered") {
    Desk desk;
    domain::Service service{.name = "Individual therapy, 50 min",
                            .unit = "session",
                            .unit_price = base::Decimal::whole(90),
                            .taxes = {desk.practice.vat}};
    REQUIRE(desk.app().execute(app::Add<domain::Service>{service}).has_value());
    service.name = "Intake";
    const auto archived = desk.app().execute(app::Add<domain::Service>{service});
    REQUIRE(archived.has_value());
    REQUIRE(desk.app()
                .execute(app::Archive{.kind = app::MasterKind::service, .id = archived->record})
                .has_value());
    ui::EditorModel& model = desk.start();
    const std::size_t index = model.lines().add(domain::LineKind::service);
    const auto found = ui::catalogue_for(domain::LineKind::service, "ther in", model.edited(), 8);
    REQUIRE(found.size() == 1);
    CHECK(found[0].price == "90.00");
    CHECK(ui::catalogue_for(domain::LineKind::service, "intake", model.edited(), 8).empty());
    CHECK(ui::catalogue_for(domain::LineKind::product, "ther", model.edited(), 8).empty());
    model.lines().fill(index, found[0]);
    model.refresh();
    CHECK(model.lines().line(index).unit == "session");
    CHECK(model.lines().words(index).unit_price.words == "90.00");
    CHECK_FALSE(model.is_wrong());
    CHECK(payable(model) == 11'070);
}

TEST_CASE("editor: the days of the terms are typed, the due date follows") {
    struct Row {
        const char* typed;
        const char* due; // As it stands afterwards.
        const char* error;
        const char* words;
    };
    constexpr Row rows[] = {
        {"45", "4 Jan 2027", "", "Net 45"},
        {"net 21", "11 Dec 2026", "", "Net 21"},
        {" 10 days", "30 Nov 2026", "", "Net 10"},
        {"on receipt", "20 Nov 2026", "", "On receipt"},
        {"no due date", "", "", "No due date"},
        {"soon", "4 Dec 2026", "Write a number, such as 14.", "soon"},
        {"0", "4 Dec 2026", "Use at least 1.", "0"},
        {"3651", "4 Dec 2026", "Use at most 3650.", "3651"},
        {"", "4 Dec 2026", "Fill this in.", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        Desk desk;
        ui::EditorModel& model = desk.start();
        CHECK(model.terms().words == "Net 14");
        model.terms().words = row.typed;
        model.read_terms();
        model.refresh();
        CHECK(model.terms().words == row.typed); // Still being typed.
        CHECK(model.terms().shown_error().empty());
        CHECK(model.due().words == row.due);
        model.judge_terms();
        CHECK(model.terms().shown_error() == row.error);
        CHECK(model.terms().words == row.words);
        CHECK(model.is_wrong() == (std::string_view(row.error) != ""));
    }
}

TEST_CASE("editor: a line with several discounts shows, changes and takes off each of them") {
    Desk desk;
    ui::EditorModel& model = desk.start();
    const std::size_t index = desk.write_in("A", "100");
    ui::EditorLines& lines = model.lines();
    const auto put = [&](std::size_t at, ui::AdjustmentChoice choice, const char* size) {
        lines.choose_adjustment(index, at, choice);
        lines.words(index).adjustments[at].words = size;
        lines.read_adjustment(index, at);
        lines.judge_adjustment(index, at);
    };
    put(0, ui::AdjustmentChoice::discount_percent, "10");
    put(1, ui::AdjustmentChoice::charge_amount, "5");
    put(2, ui::AdjustmentChoice::discount_amount, "1.5");
    model.refresh();
    REQUIRE(lines.line(index).adjustments.size() == 3);
    CHECK(lines.adjustment(index, 1) == ui::AdjustmentChoice::charge_amount);
    CHECK(lines.adjustment(index, 3) == ui::AdjustmentChoice::none);
    CHECK(lines.words(index).adjustments[2].words == "1.50");
    CHECK(payable(model) == 9'350); // 100 - 10 + 5 - 1.50.

    put(1, ui::AdjustmentChoice::charge_amount, "much");
    CHECK(model.is_wrong());
    CHECK_FALSE(lines.words(index).adjustments[1].shown_error().empty());
    lines.choose_adjustment(index, 1, ui::AdjustmentChoice::none);
    model.refresh();
    CHECK_FALSE(model.is_wrong());
    REQUIRE(lines.line(index).adjustments.size() == 2);
    CHECK(lines.words(index).adjustments[1].words == "1.50");
    CHECK(payable(model) == 8'850);
    lines.choose_adjustment(index, 0, ui::AdjustmentChoice::none);
    lines.choose_adjustment(index, 0, ui::AdjustmentChoice::none);
    lines.choose_adjustment(index, 0, ui::AdjustmentChoice::none); // Nothing is left to take off.
    model.refresh();
    CHECK(lines.words(index).adjustments.empty());
    CHECK(payable(model) == 10'000);
}

TEST_CASE("editor: dates follow the terms until a due date is set") {
    Desk desk;
    ui::EditorModel& model = desk.start();
    CHECK(model.issued().words == "20 Nov 2026");
    CHECK(model.due().words == "4 Dec 2026");
    model.choose_terms({domain::TermsKind::net_days, 30});
    model.refresh();
    CHECK(model.due().words == "20 Dec 2026");
    model.issued().words = "13/11";
    model.read_issued();
    model.refresh();
    CHECK(model.issued().words == "13/11"); // Still being typed.
    model.judge_dates();
    CHECK(model.issued().words == "13 Nov 2026");
    CHECK(model.due().words == "13 Dec 2026");
    model.due().words = "someday";
    model.read_due();
    model.judge_dates();
    CHECK(model.is_wrong());
    CHECK_FALSE(model.due().shown_error().empty());
    CHECK(model.due().words == "someday");
    model.due().words = "";
    model.read_due();
    model.refresh();
    model.judge_dates();
    CHECK(model.due().words == "13 Dec 2026");
    CHECK_FALSE(model.is_wrong());
}

TEST_CASE("editor: a draft that was issued elsewhere is gone here") {
    Desk desk;
    const auto client = desk.practice.client("Grace Adeyemi");
    const auto id = desk.practice.draft(client, 1'000);
    ui::EditorModel& model = desk.open(id);
    REQUIRE(desk.app().execute(app::FinalizeInvoice{.invoice = id}).has_value());
    model.refresh();
    CHECK(model.is_gone());
    CHECK_FALSE(ui::EditorModel::open(desk.app(), id).has_value());
}

TEST_CASE("editor: changes of both sides are kept, group by group") {
    Desk desk;
    ui::EditorModel& model = desk.start();
    desk.write_in("A", "1");
    desk.write_in("B", "2");
    const domain::Draft base = model.draft();
    struct Row {
        const char* name;
        void (*theirs)(domain::Draft&);
        void (*mine)(domain::Draft&);
        const char* memo;
        const char* lines;
    };
    const auto nothing = [](domain::Draft&) {};
    const Row rows[] = {
        {"only theirs",
         [](domain::Draft& d) {
             d.memo = "t";
             d.lines.pop_back();
         },
         nothing, "t", "A"},
        {"only mine", nothing,
         [](domain::Draft& d) {
             d.memo = "m";
             d.lines[0].name = "M";
         },
         "m", "MB"},
        {"the header by both", [](domain::Draft& d) { d.memo = "t"; },
         [](domain::Draft& d) { d.memo = "m"; }, "m", "AB"},
        {"a line each", [](domain::Draft& d) { d.lines[0].name = "T"; },
         [](domain::Draft& d) { d.lines[1].name = "M"; }, "", "TM"},
        {"removed there, changed here", [](domain::Draft& d) { d.lines.pop_back(); },
         [](domain::Draft& d) { d.lines[1].name = "M"; }, "", "AM"},
        {"removed here, untouched there", nothing, [](domain::Draft& d) { d.lines.pop_back(); }, "",
         "A"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        domain::Draft theirs = base;
        domain::Draft mine = base;
        row.theirs(theirs);
        row.mine(mine);
        const domain::Draft merged = ui::merge_elsewhere(base, theirs, mine);
        std::string names;
        for (const domain::DraftLine& line : merged.lines)
            names += line.name;
        CHECK(merged.memo == row.memo);
        CHECK(names == row.lines);
    }
}
