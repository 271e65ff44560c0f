// Dialogs, sheets, toasts and the palette, in a window without a browser.
#include "unit/ui/kit_window.h"

#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message.h"
#include "ui/widgets/palette.h"

#include <doctest/doctest.h>

#include <algorithm>

TEST_CASE("dialog: what lies beneath cannot be pressed; Escape and a press beside it dismiss") {
    KitWindow window;
    int beneath = 0;
    int within = 0;
    bool dismissed = false;
    const auto draw = [&](ui::Frame& frame) {
        if (ui::button(frame, {20, 20, 100, 36}, {.label = "Beneath"})) ++beneath;
        ui::Dialog dialog(frame, {.title = "Void INV-0140?"});
        dialog.set_body_height(40);
        ui::Rect foot = dialog.foot();
        if (ui::button_from_right(frame, foot, {.label = "Keep invoice"})) ++within;
        dismissed |= dialog.is_dismissed();
    };
    window.frame(draw);
    window.frame(draw);
    CHECK(window.overlays == 1);
    window.click(window.middle("Keep invoice"), draw);
    CHECK(within == 1);
    CHECK_FALSE(dismissed);
    window.click({60, 38}, draw);
    CHECK(beneath == 0);
    CHECK(dismissed);
    dismissed = false;
    window.press_key({.key = ui::Key::escape}, draw);
    CHECK(dismissed);
}

TEST_CASE("dialog: its fields come before its cross, so that the focus begins in them") {
    KitWindow window;
    std::string name;
    const auto draw = [&](ui::Frame& frame) {
        ui::Dialog dialog(frame, {.title = "Add contact", .has_cross = true, .has_foot = false});
        ui::text_field(frame, dialog.body(), name, {.label = "Full name"});
        dialog.set_body_height(60);
    };
    window.frame(draw);
    window.frame(draw);
    const auto nodes = window.mirror.nodes();
    const auto first = std::ranges::find_if(nodes, [](const ui::Mirror::Entry& entry) {
        return entry.node.focus == ui::Focus::tab_stop;
    });
    REQUIRE(first != nodes.end());
    CHECK(first->node.name == "Full name");
    CHECK(window.find("Close") != nullptr);
}

// The amount was cut off where the body began to scroll.
TEST_CASE("dialog: the amount stands whole beside title and lead, or under them without room") {
    struct Row {
        const char* name;
        float window_width;
        bool is_beside;
    };
    for (const Row& row : {Row{"wide", 1440, true}, Row{"narrow", 390, false}}) {
        CAPTURE(row.name);
        KitWindow window;
        window.environment.size = {row.window_width, 800};
        window.environment.visible = {0, 0, row.window_width, 800};
        const auto draw = [](ui::Frame& frame) {
            ui::Dialog dialog(frame, {.title = "Finalize this invoice now?",
                                      .lead = "It gets a number and its lines are frozen.",
                                      .amount = "\u20ac12,492.58",
                                      .has_cross = true});
            ui::Stack stack(dialog.body(), 0);
            ui::label(frame, stack.next(20), {.text = "Body"});
            dialog.set_body_height(stack.used());
        };
        window.frame(draw);
        window.frame(draw);
        const auto* const amount = window.find("\u20ac12,492.58");
        const auto nodes = window.mirror.nodes();
        const auto title = std::ranges::find_if(nodes, [](const ui::Mirror::Entry& entry) {
            return entry.node.role == ui::Role::heading;
        });
        const auto* const lead = window.find("It gets a number and its lines are frozen.");
        REQUIRE(amount != nullptr);
        REQUIRE(title != nodes.end());
        REQUIRE(lead != nullptr);
        CHECK(amount->visible == amount->rect);
        CHECK((amount->rect.y < lead->rect.bottom()) == row.is_beside);
        for (const ui::Rect& words : {title->rect, lead->rect})
            CHECK(ui::intersection(words, amount->rect).is_empty());
        CHECK(amount->rect.bottom() <= window.find("Body")->rect.y);
        CHECK(amount->rect.right() < window.find("Close")->rect.x + (row.is_beside ? 0 : 400));
    }
}

TEST_CASE("safe areas: dialogs, sheets and popovers keep off the edges, their ground does not") {
    KitWindow window;
    window.environment.size = {390, 844};
    window.environment.visible = {0, 0, 390, 844};
    window.environment.inset_top = 47;
    window.environment.inset_bottom = 34;
    const auto dialog = [](ui::Frame& frame) {
        ui::Dialog dialog(frame, {.title = "Void INV-0140?"});
        ui::Rect foot = dialog.foot();
        ui::button_from_right(frame, foot, {.label = "Keep invoice"});
        CHECK_FALSE(dialog.is_dismissed());
    };
    const auto sheet = [](ui::Frame& frame) {
        ui::Sheet sheet(frame, {.title = "Record a payment"});
        ui::Rect foot = sheet.foot();
        ui::button_from_right(frame, foot, {.label = "Keep invoice"});
        CHECK_FALSE(sheet.is_dismissed());
    };
    const auto check = [&](const char* title, const auto& draw) {
        CAPTURE(title);
        window.frame(draw);
        window.frame(draw);
        CHECK(window.find(title)->rect.y >= 47);
        CHECK(window.find("Keep invoice")->rect.bottom() <= 844 - 34);
        window.click({195, 20}, draw); // Its ground: no press beside it.
        // A soft keyboard covers the lower edge: nothing more is kept free there.
        window.environment.visible.height = 500;
        window.frame(draw);
        window.frame(draw);
        CHECK(window.find("Keep invoice")->rect.bottom() > 500 - 60);
        CHECK(window.find("Keep invoice")->rect.bottom() <= 500);
        window.environment.visible.height = 844;
    };
    check("Void INV-0140?", dialog);
    check("Record a payment", sheet);
}

TEST_CASE("environment: a keyboard makes less of the height alone, a pinch of both") {
    struct Row {
        const char* name;
        ui::Rect visible;
        bool has_keyboard;
    };
    const Row rows[] = {{"nothing", {0, 0, 390, 844}, false},
                        {"a bar of the browser", {0, 0, 390, 790}, false},
                        {"a keyboard", {0, 0, 390, 500}, true},
                        {"a pinch", {40, 60, 195, 422}, false}};
    for (const Row& row : rows) {
        CAPTURE(row.name);
        ui::Environment environment;
        environment.size = {390, 844};
        environment.visible = row.visible;
        CHECK(environment.has_keyboard() == row.has_keyboard);
    }
}

// Escape in the question above a sheet closed the sheet with all that was typed in it.
TEST_CASE("dialog: above a sheet it alone takes Escape and the press beside it") {
    KitWindow window;
    int sheet_dismissed = 0;
    int dialog_dismissed = 0;
    bool has_dialog = true;
    const auto draw = [&](ui::Frame& frame) {
        {
            ui::Sheet sheet(frame, {.title = "Edit client"});
            sheet_dismissed += sheet.is_dismissed() ? 1 : 0;
        }
        if (!has_dialog) return;
        ui::Dialog dialog(frame, {.title = "Keep the changes?"});
        dialog_dismissed += dialog.is_dismissed() ? 1 : 0;
    };
    window.frame(draw);
    window.frame(draw);
    CHECK(window.overlays == 2);
    window.press_key({.key = ui::Key::escape}, draw);
    CHECK(dialog_dismissed == 1);
    window.click({2, 2}, draw);
    CHECK(dialog_dismissed == 2);
    window.click({window.environment.size.x - 40, 40}, draw); // Over the sheet.
    CHECK(dialog_dismissed == 3);
    CHECK(sheet_dismissed == 0);
    has_dialog = false;
    window.frame(draw);
    window.press_key({.key = ui::Key::escape}, draw);
    CHECK(sheet_dismissed == 1);
}

TEST_CASE("toast: Undo answers its tag, and after six seconds it is gone") {
    KitWindow window;
    ui::Toasts toasts;
    std::optional<std::uint64_t> undone;
    const auto draw = [&](ui::Frame& frame) {
        if (const auto tag = toasts.draw(frame, frame.window())) undone = tag;
    };
    toasts.show({.text = "Draft deleted", .undo = "Undo", .tag = 7});
    window.frame(draw);
    window.click(window.middle("Undo"), draw);
    CHECK(undone == 7);
    CHECK(toasts.is_empty());

    toasts.show({.text = "Draft deleted", .undo = "Undo", .tag = 8});
    window.frame(draw);
    window.point(ui::PointerAction::move, {10, 10});
    window.now_ms += 5000;
    window.frame(draw);
    CHECK_FALSE(toasts.is_empty());
    window.now_ms += 1100;
    window.frame(draw);
    CHECK(toasts.is_empty());
}

// The toast of the payment lay over the title of its sheet, and Undo in it closed the sheet.
TEST_CASE("toast: it covers neither title nor buttons of what is open") {
    struct Row {
        const char* name;
        bool is_sheet;
        float width;
        float body;
    };
    for (const Row& row : {Row{"a side sheet", true, 1280, 900}, Row{"a dialog", false, 1280, 40},
                           Row{"a high dialog", false, 1280, 2000}, Row{"a phone", true, 390, 900},
                           Row{"a phone's dialog", false, 390, 40}}) {
        CAPTURE(row.name);
        KitWindow window;
        window.environment.size = {row.width, 800};
        window.environment.visible = {0, 0, row.width, 800};
        ui::Toasts toasts;
        bool undone = false;
        bool dismissed = false;
        const auto in = [&](auto&& open, ui::Frame& frame) {
            open.set_body_height(row.body);
            ui::Rect foot = open.foot();
            ui::button_from_right(frame, foot, {.label = "Done"});
            dismissed |= open.is_dismissed();
        };
        const auto draw = [&](ui::Frame& frame) {
            if (row.is_sheet)
                in(ui::Sheet(frame, {.title = "Payment recorded"}), frame);
            else
                in(ui::Dialog(frame, {.title = "Payment recorded", .has_cross = true}), frame);
            undone |= toasts.draw(frame, frame.window()).has_value();
        };
        window.frame(draw);
        window.frame(draw);
        toasts.show({.text = "Payment recorded", .undo = "Undo", .tag = 1});
        window.frame(draw);
        const ui::Rect toast = window.find("Undo")->rect;
        for (const char* name : {"Close", "Done"}) {
            const ui::Rect other = window.find(name)->rect;
            CHECK((other.bottom() <= toast.y || toast.bottom() <= other.y ||
                   other.right() <= toast.x || toast.right() <= other.x));
        }
        window.click(window.middle("Undo"), draw);
        CHECK(undone);
        CHECK_FALSE(dismissed);
    }
}

TEST_CASE("palette: what nothing matches is said, and Enter takes nothing") {
    KitWindow window;
    ui::Palette palette("zzz");
    std::optional<std::uint64_t> taken;
    const auto draw = [&](ui::Frame& frame) {
        if (const auto tag = palette.draw(frame, {}, {.nothing = "No client matches"})) taken = tag;
    };
    palette.open();
    window.frame(draw);
    CHECK(window.find("No client matches") == nullptr); // Opening begins without words.
    palette = ui::Palette("zzz");
    const auto box = [&](ui::Frame& frame) {
        (void)palette.draw_box(frame, {20, 20, 400, 120}, {}, {.nothing = "No client matches"});
    };
    window.frame(box);
    CHECK(window.find("No client matches") != nullptr);
    window.press_key({.key = ui::Key::enter}, draw);
    CHECK_FALSE(taken.has_value());
}
