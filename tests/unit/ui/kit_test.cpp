// The widgets by pointer, keys and assistive technology, in a window without a browser.
#include "unit/ui/kit_window.h"

#include "ui/gallery.h"
#include "ui/widgets/autocomplete.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/field.h"
#include "ui/widgets/popover.h"
#include "ui/widgets/select.h"
#include "ui/widgets/table.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

TEST_CASE("button: a press counts when it is released on the button, and only then") {
    KitWindow window;
    REQUIRE(window.loaded);
    int presses = 0;
    const auto draw = [&presses](ui::Frame& frame) {
        if (ui::button(frame, {20, 20, 100, 36}, {.label = "Finalize"})) ++presses;
    };
    window.frame(draw);
    window.click({60, 38}, draw);
    CHECK(presses == 1);

    window.point(ui::PointerAction::press, {60, 38});
    window.frame(draw);
    window.point(ui::PointerAction::move, {300, 300});
    window.frame(draw);
    window.point(ui::PointerAction::release, {300, 300});
    window.frame(draw);
    CHECK(presses == 1);

    window.input.push_activation(window.find("Finalize")->node.id);
    window.frame(draw);
    CHECK(presses == 2);
}

TEST_CASE("button: one that moves away under a pointer at rest was pressed all the same") {
    KitWindow window;
    int presses = 0;
    float y = 20;
    const auto draw = [&](ui::Frame& frame) {
        if (ui::button(frame, {20, y, 100, 36}, {.label = "Add"})) ++presses;
    };
    window.frame(draw);
    window.point(ui::PointerAction::press, {60, 38});
    window.frame(draw);
    y = 120; // The field above shows why it refuses what was typed.
    window.frame(draw);
    window.point(ui::PointerAction::release, {60, 38});
    window.frame(draw);
    CHECK(presses == 1);

    window.point(ui::PointerAction::press, {60, 138});
    window.frame(draw);
    window.point(ui::PointerAction::release, {60, 38}); // The pointer itself has left.
    window.frame(draw);
    CHECK(presses == 1);
}

TEST_CASE("button: the second press of a double click is not for what took the first one's place") {
    KitWindow window;
    int recorded = 0;
    int done = 0;
    const auto draw = [&](ui::Frame& frame) {
        const ui::Rect place{20, 20, 100, 36};
        if (recorded == 0) {
            if (ui::button(frame, place, {.label = "Record"})) ++recorded;
        } else if (ui::button(frame, place, {.label = "Done"})) {
            ++done;
        }
    };
    const auto press = [&](int click_count) {
        window.input.push(ui::PointerInput{
            .action = ui::PointerAction::press, .position = {60, 38}, .click_count = click_count});
        window.frame(draw);
        window.point(ui::PointerAction::release, {60, 38});
        window.frame(draw);
        window.frame(draw);
    };
    window.frame(draw);
    press(1);
    CHECK(recorded == 1);
    press(2);
    CHECK(done == 0);
    press(3); // Who goes on pressing means it.
    CHECK(done == 1);
}

TEST_CASE("button: disabled or busy it does nothing, and says why") {
    KitWindow window;
    int presses = 0;
    const auto draw = [&presses](ui::Frame& frame) {
        if (ui::button(frame, {20, 20, 100, 36},
                       {.label = "Finalize", .disabled_because = "Add a line first."}))
            ++presses;
        if (ui::button(frame, {20, 80, 100, 36}, {.label = "Saving", .busy = ui::Busy::yes}))
            ++presses;
    };
    window.frame(draw);
    window.click({60, 38}, draw);
    window.click({60, 98}, draw);
    CHECK(presses == 0);
    CHECK(window.find("Finalize")->node.description == "Add a line first.");
    CHECK(window.find("Finalize")->node.disabled);
    CHECK(window.find("Saving")->node.busy);
}

TEST_CASE("field: what the person types is the caller's text in the same frame") {
    KitWindow window;
    std::string text = "90.00";
    bool changed = false;
    const auto draw = [&](ui::Frame& frame) {
        changed = ui::money_field(frame, {20, 20, 200, 0}, text,
                                  {.label = "Amount", .error = "Write 123.00."})
                      .changed;
    };
    window.frame(draw);
    const ui::NodeId id = window.find("Amount")->node.id;
    window.input.push(ui::FieldEdit{.id = id, .value = "123,00"});
    window.frame(draw);
    CHECK(changed);
    CHECK(text == "123,00");
    CHECK(window.find("Amount")->node.invalid);
    CHECK(window.find("Amount")->node.description == "Write 123.00.");
    CHECK(window.find("Amount")->node.field->keyboard == ui::Keyboard::decimal);
}

TEST_CASE("select: arrows open and move, Enter takes, Escape leaves it as it was") {
    KitWindow window;
    int chosen = 0;
    constexpr std::array<ui::Option, 3> options{{{"On receipt"}, {"Net 7"}, {"Net 14"}}};
    const auto draw = [&](ui::Frame& frame) {
        ui::select_box(frame, {20, 20, 200, 0}, chosen, {.label = "Terms", .options = options});
    };
    window.frame(draw);
    window.mirror.focus_moved(window.find("Terms")->node.id);
    window.press_key({.key = ui::Key::down}, draw);
    window.frame(draw);
    REQUIRE(window.find("Net 14") != nullptr);
    window.press_key({.key = ui::Key::down}, draw);
    window.press_key({.key = ui::Key::escape}, draw);
    window.frame(draw);
    CHECK(chosen == 0);
    CHECK(window.find("Net 14") == nullptr);

    window.press_key({.key = ui::Key::down}, draw);
    window.frame(draw);
    window.press_key({.key = ui::Key::down}, draw);
    window.press_key({.key = ui::Key::down}, draw);
    window.press_key({.key = ui::Key::enter}, draw);
    CHECK(chosen == 2);
}

TEST_CASE("autocomplete: the last row creates what was typed") {
    KitWindow window;
    std::string text;
    ui::AutocompleteResult result;
    const auto draw = [&](ui::Frame& frame) {
        result = ui::autocomplete(frame, {20, 20, 300, 0}, text,
                                  {.label = "Client", .options = {}, .create = "Create client"});
    };
    window.frame(draw);
    const ui::NodeId id = window.find("Client")->node.id;
    window.mirror.focus_moved(id);
    window.input.push(ui::FieldEdit{.id = id, .value = "w\u00f3j"});
    window.frame(draw);
    window.frame(draw);
    REQUIRE(window.find("Create client") != nullptr);
    window.press_key({.key = ui::Key::enter, .modifiers = {.control = true}, .in_field = true},
                     draw);
    CHECK(result.create);
    CHECK(text == "w\u00f3j");
}

TEST_CASE("table: of 100,000 rows only those in sight are drawn, and arrows move on from any") {
    KitWindow window;
    constexpr std::array<ui::Column, 2> columns{{{"Number"}, {"Total", 120}}};
    int opened = -1;
    const auto draw = [&](ui::Frame& frame) {
        ui::Table table(frame, {0, 0, 800, 400},
                        {.name = "Invoices", .columns = columns, .row_count = 100'000});
        for (const int index : table.rows()) {
            ui::TableRow row(table, index);
            row.text(0, "INV-" + std::to_string(index));
            row.text(1, "90.00");
            if (row.is_opened()) opened = index;
        }
    };
    window.frame(draw);
    window.frame(draw);
    CHECK(window.count(ui::Role::row) < 20);
    CHECK(window.find("Invoices")->node.table.row_count == 100'001);
    window.click({100, 36 + 40 * 3 + 10}, draw);
    CHECK(opened == 3);

    const auto cell_of = [&window](std::string_view words) {
        const ui::Mirror::Entry* const text = window.find(words);
        return text == nullptr ? ui::NodeId{0} : text->parent;
    };
    window.mirror.focus_moved(cell_of("INV-0"));
    window.frame(draw);
    window.press_key({.key = ui::Key::end, .modifiers = {.control = true}}, draw);
    window.frame(draw);
    window.frame(draw);
    CHECK(window.find("INV-99999") != nullptr);
    CHECK(window.count(ui::Role::row) < 22);
}

TEST_CASE("table: other rows are shown from the first") {
    KitWindow window;
    constexpr std::array<ui::Column, 1> columns{{{"Name"}}};
    bool is_new = false;
    int first = -1;
    const auto draw = [&](ui::Frame& frame) {
        ui::Table table(frame, {0, 0, 800, 400},
                        {.name = "Clients",
                         .columns = columns,
                         .row_count = 1'000,
                         .has_head = false,
                         .is_new = is_new});
        first = table.rows()[0];
        for (const int index : table.rows()) {
            ui::TableRow row(table, index);
            row.text(0, "Client " + std::to_string(index));
        }
    };
    window.frame(draw);
    for (const ui::Mirror::Entry& entry : window.mirror.nodes())
        if (entry.node.scroll) window.input.push_scroll(entry.node.id, {0, 4'000});
    window.frame(draw);
    window.frame(draw);
    CHECK(window.find("Client 100") != nullptr);
    is_new = true;
    window.frame(draw);
    CHECK(first == 0);
    CHECK(window.find("Client 100") == nullptr);
}

TEST_CASE("table: rows of different heights stand where they were put") {
    KitWindow window;
    constexpr std::array<ui::Column, 1> columns{{{"Account"}}};
    std::vector<float> tops{0};
    for (int index = 0; index < 1'000; ++index)
        tops.push_back(tops.back() + (index % 10 == 0 ? 40.0F : 56.0F));
    int opened = -1;
    const auto draw = [&](ui::Frame& frame) {
        ui::Table table(frame, {0, 0, 800, 400},
                        {.name = "Account",
                         .columns = columns,
                         .row_count = 1'000,
                         .row_tops = tops,
                         .side_room = 12,
                         .has_head = false});
        for (const int index : table.rows()) {
            ui::TableRow row(table, index);
            row.text(0, "Row " + std::to_string(index));
            if (row.is_opened()) opened = index;
        }
    };
    window.frame(draw);
    window.frame(draw);
    CHECK(window.count(ui::Role::row) < 16);
    CHECK(window.find("Row 1")->rect.x == 24);
    window.click({100, 40 + 56 + 28}, draw);
    CHECK(opened == 2);
    window.click({100, 39}, draw);
    CHECK(opened == 0);
}

TEST_CASE("table: pressing a head sorts by it, pressing it again turns the order") {
    KitWindow window;
    constexpr std::array<ui::Column, 2> columns{
        {{"Number"}, {.title = "Total", .width = 120, .is_sortable = true}}};
    ui::TableSort sort;
    const auto draw = [&](ui::Frame& frame) {
        ui::Table table(frame, {0, 0, 800, 400},
                        {.name = "Invoices", .columns = columns, .row_count = 3, .sort = sort});
        sort = table.sort();
    };
    window.frame(draw);
    window.click(window.middle("Total"), draw);
    CHECK(sort == ui::TableSort{1, false});
    window.click(window.middle("Total"), draw);
    CHECK(sort == ui::TableSort{1, true});
}

TEST_CASE("choices: a check box turns, arrows move within segments, a mixed box becomes ticked") {
    KitWindow window;
    bool some = false;
    bool ticked = false;
    int chosen = 0;
    constexpr std::array<ui::Segment, 3> items{{{"All"}, {"Drafts"}, {"Open"}}};
    const auto draw = [&](ui::Frame& frame) {
        ui::checkbox(frame, {20, 20, 100, 20}, ticked, {.label = "Email a receipt"});
        ui::checkbox(frame, {20, 60, 100, 20}, some, {.label = "Some", .is_mixed = true});
        ui::segmented(frame, {20, 100, 300, 36}, chosen, {.name = "Status", .items = items});
    };
    window.frame(draw);
    window.click(window.middle("Email a receipt"), draw);
    CHECK(ticked);
    window.click(window.middle("Some"), draw);
    CHECK(some);
    window.mirror.focus_moved(window.find("All")->node.id);
    window.press_key({.key = ui::Key::right}, draw);
    CHECK(chosen == 1);
    window.mirror.focus_moved(window.find("Drafts")->node.id);
    window.press_key({.key = ui::Key::end}, draw);
    CHECK(chosen == 2);
}

TEST_CASE("choices: what is disabled stays as it is, and says why") {
    KitWindow window;
    constexpr std::string_view why = "The invoice is finalized.";
    constexpr std::array<ui::Segment, 2> items{{{"Drafts"}, {"Open"}}};
    constexpr std::array<ui::Segment, 2> pages{{{"Overview"}, {"Invoices"}}};
    bool ticked = false;
    bool on = false;
    int segment = 0, tab = 0, presses = 0;
    const auto draw = [&](ui::Frame& frame) {
        ui::checkbox(frame, {20, 20, 100, 20}, ticked, {.label = "Tick", .disabled_because = why});
        ui::switch_control(frame, {20, 60, 100, 20}, on, "Switch", why);
        presses += ui::radio(frame, {20, 100, 100, 20}, false, "Cash", {}, why) ? 1 : 0;
        ui::segmented(frame, {20, 140, 300, 36}, segment,
                      {.name = "Status", .items = items, .disabled_because = why});
        ui::tabs(frame, {20, 190, 300, 44}, tab,
                 {.name = "Client", .items = pages, .disabled_because = why});
    };
    window.frame(draw);
    for (const char* name : {"Tick", "Switch", "Cash", "Open", "Invoices"}) {
        CAPTURE(name);
        REQUIRE(window.find(name) != nullptr);
        CHECK(window.find(name)->node.disabled);
        CHECK(window.find(name)->node.description == why);
        window.click(window.middle(name), draw);
        window.mirror.request_focus(window.find(name)->node.id);
        window.frame(draw);
        window.press_key({.key = ui::Key::left}, draw);
        window.press_key({.key = ui::Key::space}, draw);
    }
    CHECK_FALSE(ticked);
    CHECK_FALSE(on);
    CHECK(presses == 0);
    CHECK(segment == 0);
    CHECK(tab == 0);
}

TEST_CASE("calendar: the day that is pressed is picked, and months turn over the year") {
    KitWindow window;
    base::Date month = base::Date::from_civil({2026, 12, 5}).value();
    std::optional<base::Date> picked;
    const auto draw = [&](ui::Frame& frame) {
        if (const auto day = ui::calendar(frame, {20, 20, 312, 340}, month, {.today = month},
                                          ui::english_calendar()))
            picked = day;
    };
    window.frame(draw);
    window.click(window.middle("Next month"), draw);
    CHECK(month.civil().year == 2027);
    CHECK(month.civil().month == 1);
    window.click(window.middle("31 January 2027"), draw);
    REQUIRE(picked);
    CHECK(base::iso_text(*picked) == "2027-01-31");
}

TEST_CASE("touch: every target of the gallery's choices and buttons is at least 44 high or wide") {
    KitWindow window;
    window.environment.coarse_pointer = true;
    bool ticked = false;
    const auto draw = [&](ui::Frame& frame) {
        const float height = ui::button_height(frame);
        ui::button(frame, {20, 20, 120, height}, {.label = "Finalize"});
        ui::checkbox(frame, {20, 100, 200, frame.measure().row}, ticked, {.label = "Email"});
        ui::link(frame, {20, 180, 200, 20}, {.label = "Edit message"});
    };
    window.frame(draw);
    for (const char* name : {"Finalize", "Email", "Edit message"}) {
        CAPTURE(name);
        CHECK(window.find(name)->rect.height >= 44);
    }
}

TEST_CASE("painter: at any density a box's edges fall on device pixels") {
    KitWindow window;
    for (const float ratio : {1.0F, 1.25F, 1.5F, 2.0F, 2.625F}) {
        CAPTURE(ratio);
        window.environment.device_pixel_ratio = ratio;
        const ui::DrawFrame frame = window.frame([](ui::Frame& drawn) {
            drawn.paint().fill({10.3F, 20.7F, 33.3F, 17.9F}, 0x000000FFU, 8);
        });
        REQUIRE(frame.shapes.size() == 1);
        const ui::ShapeRow& row = frame.shapes.front();
        for (const float edge : {row.place[0] - row.place[2], row.place[0] + row.place[2],
                                 row.place[1] - row.place[3], row.place[1] + row.place[3]})
            CHECK(std::abs(edge - std::round(edge)) < 0.01F);
    }
}

TEST_CASE("drawing: shapes and text of one clip are one batch, and an atlas is sent once") {
    KitWindow window;
    const auto draw = [](ui::Frame& frame) {
        for (int row = 0; row < 20; ++row)
            ui::button(frame, {20, 20 + 40 * static_cast<float>(row), 100, 36},
                       {.label = "Finalize", .key = std::to_string(row)});
    };
    CHECK(window.frame(draw).batches.size() == 1);
    const ui::DrawFrame second = window.frame(draw);
    CHECK(second.batches.size() == 1);
    CHECK(second.texture_changes.empty());
    window.picture.forget_textures();
    const ui::DrawFrame third = window.frame(draw);
    REQUIRE(third.texture_changes.size() == 1);
    CHECK(third.texture_changes.front().action == ui::TextureAction::create);
}

TEST_CASE("gallery: every widget has its own id, and no glyph of ours is missing") {
    KitWindow window;
    ui::Gallery gallery;
    window.environment.size = {1440, 2268};
    window.environment.visible = {0, 0, 1440, 2268};
    for (int frame = 0; frame < 3; ++frame)
        window.frame([&gallery](ui::Frame& drawn) { gallery.draw(drawn); });
    CHECK(window.mirror.duplicate_count() == 0);
    CHECK(window.count(ui::Role::button) > 30);
}
