#include "ui/window.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <ranges>

namespace {

using ui::Default;
using ui::Key;
using ui::Window;

constexpr ui::NodeId list = 1;
constexpr ui::NodeId row = 2;
constexpr ui::NodeId field = 3;
constexpr ui::NodeId popup_option = 4;

// A list of 1,000 px in a window of 200, a row in it, a field below it that owns up and down.
void frame(Window& window, float offset = 0, bool with_popup = false) {
    window.begin_frame(0);
    ui::Node region{.id = list, .rect = {0, 0, 300, 200}};
    region.scroll = ui::ScrollSpec{.offset = {0, offset}, .content = {300, 1000}};
    window.mirror.open(region);
    window.mirror.add({.id = row,
                       .role = ui::Role::button,
                       .rect = {0, 240 - offset, 300, 40},
                       .focus = ui::Focus::tab_stop});
    window.mirror.close();
    ui::Node text{.id = field,
                  .role = ui::Role::combo_box,
                  .rect = {0, 300, 300, 40},
                  .focus = ui::Focus::tab_stop,
                  .keys = {.up_down = true}};
    text.field = ui::FieldSpec{.text_box = {12, 308, 276, 24}};
    window.mirror.add(text);
    if (with_popup) {
        window.mirror.raise();
        window.mirror.add(
            {.id = popup_option, .role = ui::Role::option, .rect = {0, 340, 300, 40}});
        window.mirror.lower();
    }
    window.end_frame(0);
}

ui::RawPointer press(float x, float y) {
    return {.phase = ui::RawPointer::Phase::down, .position = {x, y}};
}

} // namespace

TEST_CASE("window: a wheel turns the list under it as far as it goes, else it is the browser's") {
    struct Row {
        const char* name;
        ui::Point at;
        ui::Point delta;
        float offset;
        Default expected;
    };
    const Row rows[] = {
        {"down in the list", {10, 10}, {0, 50}, 0, Default::prevent},
        {"up at the top", {10, 10}, {0, -50}, 0, Default::keep},
        {"up from below the top", {10, 10}, {0, -50}, 30, Default::prevent},
        {"down at the end", {10, 10}, {0, 50}, 800, Default::keep},
        {"across", {10, 10}, {50, 0}, 0, Default::keep},
        {"beside the list", {10, 320}, {0, 50}, 0, Default::keep},
    };
    for (const Row& each : rows) {
        CAPTURE(each.name);
        Window window;
        frame(window, each.offset);
        CHECK(window.wheel(each.at, each.delta) == each.expected);
    }
}

TEST_CASE(
    "window: only Ctrl with S, P, O, comma and K, and claimed keys, are kept from the browser") {
    struct Row {
        const char* name;
        ui::KeyPress key;
        ui::NodeId focused;
        Default expected;
    };
    const ui::Modifiers control{.control = true};
    const Row rows[] = {
        {"Ctrl+S",
         {.key = Key::character, .character = 's', .modifiers = control},
         0,
         Default::prevent},
        {"Ctrl+Shift+S",
         {.key = Key::character, .character = 's', .modifiers = {.control = true, .shift = true}},
         0,
         Default::keep},
        {"Ctrl+R",
         {.key = Key::character, .character = 'r', .modifiers = control},
         0,
         Default::keep},
        {"S", {.key = Key::character, .character = 's'}, 0, Default::keep},
        {"Tab", {.key = Key::tab}, field, Default::keep},
        {"up in a combo box", {.key = Key::up, .in_field = true}, field, Default::prevent},
        {"home in a combo box", {.key = Key::home, .in_field = true}, field, Default::keep},
        {"Alt+left", {.key = Key::left, .modifiers = {.alt = true}}, field, Default::keep},
        {"up on a button", {.key = Key::up}, row, Default::keep},
    };
    for (const Row& each : rows) {
        CAPTURE(each.name);
        Window window;
        frame(window);
        window.focus_moved(each.focused);
        CHECK(window.key(each.key) == each.expected);
    }
}

TEST_CASE("window: what has the focus comes into sight, through every region around it") {
    // A list in a page, both of which scroll: the row is below the list's sight, the list below
    // what a keyboard leaves of the page.
    constexpr ui::NodeId page = 10;
    const auto draw = [](Window& window) {
        window.begin_frame(0);
        ui::Node outer{.id = page, .rect = {0, 0, 300, 600}};
        outer.scroll = ui::ScrollSpec{.offset = {0, 0}, .content = {300, 1000}};
        window.mirror.open(outer);
        ui::Node inner{.id = list, .rect = {0, 400, 300, 100}};
        inner.scroll = ui::ScrollSpec{.offset = {0, 0}, .content = {300, 1000}};
        window.mirror.open(inner);
        window.mirror.add({.id = row,
                           .role = ui::Role::button,
                           .rect = {0, 700, 300, 40},
                           .focus = ui::Focus::tab_stop});
        window.mirror.close();
        window.mirror.close();
        window.end_frame(0);
    };
    Window window;
    window.environment.size = {300, 600};
    window.environment.visible = {0, 0, 300, 300};
    draw(window);
    window.focus_moved(row);
    draw(window);
    window.begin_frame(0);
    const ui::Point within = window.input.scroll(list);
    const ui::Point around = window.input.scroll(page);
    CHECK(within.y > 0);
    CHECK(around.y > 0);
    const float top = 700 - within.y - around.y;
    CHECK(top >= 0);
    CHECK(top + 40 <= 300);
}

TEST_CASE("window: a press beside a field leaves it, a press on its list does not") {
    struct Row {
        const char* name;
        ui::Point at;
        bool leaves;
    };
    const Row rows[] = {{"beside", {10, 500}, true}, {"on the option", {10, 350}, false}};
    for (const Row& each : rows) {
        CAPTURE(each.name);
        Window window;
        frame(window, 0, true);
        window.focus_moved(field);
        frame(window, 0, true);
        frame(window, 0, true);
        window.pointer(press(each.at.x, each.at.y), 0);
        window.begin_frame(0);
        const auto patch = window.end_frame(0); // All nodes go, and the focus if it was asked to.
        const bool leaves = std::ranges::any_of(
            std::views::iota(std::size_t{0}, patch.size() - std::min<std::size_t>(patch.size(), 5)),
            [&](std::size_t at) {
                const std::byte wanted[] = {std::byte{13}, {}, {}, {}, {}, {}};
                return at + 6 == patch.size() && std::ranges::equal(patch.subspan(at, 6), wanted);
            });
        CHECK(leaves == each.leaves);
    }
}

TEST_CASE("window: what receives the focus is scrolled into sight with a margin") {
    Window window;
    frame(window);
    window.focus_moved(row);
    frame(window);
    window.begin_frame(0);
    CHECK(window.input.scroll(list).y == 96); // Its end at 280, the list's at 200, 16 to spare.
    window.mirror.add({.id = row, .rect = {0, 0, 1, 1}});
    window.end_frame(0);
}

TEST_CASE("window: two presses at one place within 400 ms are a double click") {
    struct Row {
        const char* name;
        ui::Point second;
        double after_ms;
        int count;
    };
    const Row rows[] = {{"at once", {10, 390}, 200, 2},
                        {"later", {10, 390}, 500, 1},
                        {"elsewhere", {40, 390}, 200, 1}};
    for (const Row& each : rows) {
        CAPTURE(each.name);
        Window window;
        frame(window);
        window.pointer(press(10, 390), 1000);
        frame(window);
        ui::RawPointer up = press(10, 390);
        up.phase = ui::RawPointer::Phase::up;
        window.pointer(up, 1050);
        frame(window);
        window.pointer(press(each.second.x, each.second.y), 1000 + each.after_ms);
        window.begin_frame(0);
        CHECK(window.input.pointer().click_count == each.count);
        window.end_frame(0);
    }
}
