#include "ui/mirror.h"

#include "unit/ui/model_page.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace {

using ui::Mirror;
using ui::Node;
using ui::NodeId;
using ui::Rect;
using ui::Role;

struct Screen {
    Mirror mirror;
    ModelPage page;
    double now_ms = 0;

    void end() { page.apply(mirror.end_frame(now_ms)); }
};

Node text_node(NodeId id, std::string words, Rect rect = {0, 0, 10, 10}) {
    return {.id = id, .role = Role::text, .name = std::move(words), .rect = rect};
}

Node field_node(NodeId id, std::string value, Rect rect = {0, 0, 100, 40}) {
    Node node{.id = id,
              .role = Role::text_field,
              .name = "Client name",
              .value = std::move(value),
              .rect = rect,
              .focus = ui::Focus::tab_stop};
    node.field = ui::FieldSpec{.text_box = {rect.x + 12, rect.y + 8, rect.width - 24, 24}};
    return node;
}

} // namespace

TEST_CASE("mirror: an unchanged frame writes nothing") {
    Screen screen;
    for (int frame = 0; frame < 3; ++frame) {
        screen.mirror.begin_frame();
        screen.mirror.open({.id = 1, .role = Role::main, .name = "Invoices"});
        screen.mirror.add(text_node(2, "INV-0001"));
        screen.mirror.add(field_node(3, "Żaneta"));
        screen.mirror.close();
        const auto patch = screen.mirror.end_frame(frame);
        CHECK(patch.empty() == (frame != 0));
        screen.page.apply(patch);
    }
    CHECK(screen.page.elements.at(1).attributes.at("aria-label") == "Invoices");
    CHECK(screen.page.elements.at(2).text == "INV-0001");
    CHECK(screen.page.elements.at(3).value == "Żaneta");
    CHECK(screen.page.elements.at(3).styles.at("color") == "transparent");
}

TEST_CASE("mirror: each role has the element and the role that assistive technology expects") {
    struct Row {
        Role role;
        const char* tag;
        const char* role_attribute;
    };
    const Row rows[] = {{Role::button, "button", nullptr},
                        {Role::checkbox, "button", "checkbox"},
                        {Role::heading, "h2", nullptr},
                        {Role::link, "a", nullptr},
                        {Role::table, "table", "table"},
                        {Role::grid, "table", "grid"},
                        {Role::row, "tr", "row"},
                        {Role::column_header, "th", "columnheader"},
                        {Role::grid_cell, "td", "gridcell"},
                        {Role::dialog, "dialog", nullptr},
                        {Role::status, "div", "status"},
                        {Role::main, "main", nullptr},
                        {Role::navigation, "nav", nullptr},
                        {Role::form, "form", nullptr},
                        {Role::progress, "div", "progressbar"}};
    for (const Row& row : rows) {
        Screen screen;
        screen.mirror.begin_frame();
        screen.mirror.add({.id = 7, .role = row.role});
        screen.end();
        const auto& element = screen.page.elements.at(7);
        CAPTURE(row.tag);
        CHECK(element.tag == row.tag);
        const auto role = element.attributes.find("role");
        CHECK((role == element.attributes.end()) == (row.role_attribute == nullptr));
        if (row.role_attribute != nullptr) CHECK(role->second == row.role_attribute);
    }
}

TEST_CASE("mirror: what the person types is not written back, what the app changes is") {
    Screen screen;
    const auto frame = [&](const std::string& value) {
        screen.mirror.begin_frame();
        screen.mirror.add(field_node(3, value));
        const auto patch = screen.mirror.end_frame(screen.now_ms);
        screen.page.apply(patch);
        return !patch.empty();
    };
    frame("1");
    screen.mirror.field_edited(3, "12");
    CHECK(!frame("12"));
    screen.mirror.field_edited(3, "12a");
    CHECK(frame("12")); // The app refused the letter, so the page is told.
    CHECK(screen.page.elements.at(3).value == "12");
}

TEST_CASE(
    "mirror: the line of a field is as high as its letters, which stand where they are drawn") {
    Screen screen;
    screen.mirror.begin_frame();
    screen.mirror.add(field_node(3, "Żaneta")); // 15/24 in a text box that begins at 8.
    screen.end();
    auto& styles = screen.page.elements.at(3).styles;
    CHECK(styles.at("line-height") == "19px");
    CHECK(styles.at("padding-top") == "10px"); // 8 and the half leading of 2.5, rounded down.
    CHECK(styles.at("padding-bottom") == "11px");
}

// Seen at density 2: the browser's 13 px text stood half a pixel above the drawn one.
TEST_CASE("mirror: letters of a field stand on device pixels") {
    Screen screen;
    screen.mirror.begin_frame();
    ui::Node node = field_node(3, "Żaneta");
    node.field->density = 2;
    screen.mirror.add(std::move(node));
    screen.end();
    auto& styles = screen.page.elements.at(3).styles;
    CHECK(styles.at("line-height") == "18px"); // 29 and 7 device pixels.
    CHECK(styles.at("padding-top") == "11px"); // 8 and 6 device pixels.
}

// A shortcut and a deletion fell into one frame: the deletion waited, and the widget's old text was
// written over the emptied field.
TEST_CASE("mirror: a field whose edit no widget has seen yet is not written") {
    Screen screen;
    const auto frame = [&](const std::string& value, std::vector<NodeId> unheard) {
        screen.mirror.begin_frame();
        screen.mirror.hold_values(std::move(unheard));
        screen.mirror.add(field_node(3, value));
        screen.end();
    };
    frame("old", {});
    screen.mirror.field_edited(3, "");
    screen.page.elements.at(3).value = "";
    frame("old", {3});
    CHECK(screen.page.elements.at(3).value.empty());
    frame("", {});
    CHECK(screen.page.elements.at(3).value.empty());
    frame("set by the app", {});
    CHECK(screen.page.elements.at(3).value == "set by the app");
}

TEST_CASE("mirror: a composing field keeps its value, its element and its place") {
    Screen screen;
    const auto frame = [&](const std::string& value, bool with_field, float y) {
        screen.mirror.begin_frame();
        screen.mirror.add(text_node(1, value));
        if (with_field) screen.mirror.add(field_node(3, value, {0, y, 100, 40}));
        screen.end();
    };
    frame("に", true, 10);
    screen.mirror.composition_started(3);
    frame("other", true, 50);
    CHECK(screen.page.elements.at(3).value == "に");
    CHECK(screen.page.elements.at(3).place.y == 10);
    CHECK(screen.page.elements.at(1).text == "other");
    frame("gone", false, 0);
    CHECK(screen.page.elements.contains(3));
    screen.mirror.composition_ended();
    frame("other", true, 50);
    CHECK(screen.page.elements.at(3).value == "other");
    CHECK(screen.page.elements.at(3).place.y == 50);
    frame("gone", false, 0);
    CHECK(!screen.page.elements.contains(3));
}

TEST_CASE("mirror: only a focused, uncovered field shows its own text") {
    Screen screen;
    const auto frame = [&](bool covered) {
        screen.mirror.begin_frame();
        screen.mirror.add(field_node(3, "Żaneta"));
        screen.mirror.raise();
        if (covered) screen.mirror.occlude({50, 0, 100, 100});
        screen.mirror.lower();
        screen.end();
    };
    frame(false);
    CHECK(!screen.mirror.shows_own_text(3));
    screen.mirror.focus_moved(3);
    frame(false);
    CHECK(screen.mirror.shows_own_text(3));
    CHECK(screen.page.elements.at(3).styles.at("color") == "#000000ff");
    frame(true);
    CHECK(!screen.mirror.shows_own_text(3));
    CHECK(screen.page.elements.at(3).styles.at("clip-path") == "path(\"M0 0H50V40H0Z\")");
}

TEST_CASE("mirror: a modal makes everything beside it inert, takes the focus and gives it back") {
    Screen screen;
    const auto frame = [&](bool open) {
        screen.mirror.begin_frame();
        screen.mirror.open({.id = 1, .role = Role::main});
        screen.mirror.add({.id = 2, .role = Role::button, .focus = ui::Focus::tab_stop});
        screen.mirror.close();
        screen.mirror.add({.id = 9, .role = Role::status});
        if (open) {
            screen.mirror.raise();
            screen.mirror.open({.id = 5, .role = Role::dialog, .modal = true});
            screen.mirror.add({.id = 6, .role = Role::button, .focus = ui::Focus::tab_stop});
            screen.mirror.close();
            screen.mirror.lower();
        }
        screen.end();
        screen.mirror.focus_moved(screen.page.focused);
    };
    screen.page.focused = 2;
    screen.mirror.focus_moved(2);
    frame(false);
    frame(true);
    CHECK(screen.page.elements.at(1).attributes.contains("inert"));
    CHECK(!screen.page.elements.at(5).attributes.contains("inert"));
    CHECK(!screen.page.elements.at(9).attributes.contains("inert")); // Toasts are still spoken.
    CHECK(screen.page.focused == 6);
    frame(false);
    CHECK(!screen.page.elements.at(1).attributes.contains("inert"));
    CHECK(screen.page.focused == 2);
}

TEST_CASE("mirror: while a region scrolls only its offset is written, the rest when it rests") {
    Screen screen;
    const auto frame = [&](float offset, double now_ms) {
        const int first = static_cast<int>(offset / 40);
        screen.mirror.begin_frame();
        Node region{.id = 1, .role = Role::row_group, .rect = {0, 100, 300, 200}};
        region.scroll = ui::ScrollSpec{.offset = {0, offset}, .content = {300, 4000}};
        screen.mirror.open(region);
        for (int row = first; row < first + 5; ++row) {
            const float y = 100 + static_cast<float>(row) * 40 - offset;
            screen.mirror.open({.id = 100U + static_cast<NodeId>(row),
                                .role = Role::row,
                                .rect = {0, y, 300, 40}});
            screen.mirror.add(
                text_node(1000U + static_cast<NodeId>(row), std::to_string(row), {10, y, 50, 40}));
            screen.mirror.close();
        }
        screen.mirror.close();
        screen.now_ms = now_ms;
        screen.page.operations.clear();
        screen.end();
    };
    frame(0, 1000);
    CHECK(screen.page.elements.at(103).place.y == 120);
    frame(80, 2000);
    CHECK(screen.page.operations == std::vector<ui::Op>{ui::Op::scroll});
    CHECK(screen.page.elements.at(1).offset.y == 80);
    CHECK(screen.mirror.due_ms() == 2100);
    CHECK(screen.page.elements.contains(100));
    frame(80, 2100);
    CHECK(!screen.mirror.due_ms());
    CHECK(!screen.page.elements.contains(100));
    CHECK(screen.page.elements.at(103).place.y == 120); // Unmoved in the content.
    CHECK(screen.page.elements.at(106).place.y == 240);
    CHECK(screen.page.elements.at(1006).text == "6");
    // The rows that came took over the elements of those that left: nothing was made or dropped.
    CHECK(std::ranges::count(screen.page.operations, ui::Op::insert) == 0);
    CHECK(std::ranges::count(screen.page.operations, ui::Op::remove) == 0);
    CHECK(std::ranges::count(screen.page.operations, ui::Op::rename) == 4);
}

TEST_CASE("mirror: two nodes of one id are both kept, and counted") {
    Screen screen;
    screen.mirror.begin_frame();
    screen.mirror.add(text_node(1, "a"));
    const NodeId second = screen.mirror.add(text_node(1, "b"));
    screen.end();
    CHECK(second != 1);
    CHECK(screen.page.elements.at(second).text == "b");
    CHECK(screen.mirror.duplicate_count() == 1);
}

namespace {

// Any tree of up to 40 nodes over few ids, so that shapes, parents and orders change all the time.
void emit_random(Mirror& mirror, std::mt19937& random) {
    std::vector<NodeId> ids(40);
    for (NodeId id = 1; id <= 40; ++id)
        ids[id - 1] = id;
    if (random() % 2 == 0) std::ranges::shuffle(ids, random);
    ids.resize(5 + random() % 35);
    const Role roles[] = {Role::button, Role::text, Role::row, Role::cell, Role::text_field};
    int depth = 0;
    for (const NodeId id : ids) {
        const float x = static_cast<float>(random() % 50);
        Node node{.id = id, .role = roles[random() % 2 == 0 ? id % 5 : random() % 5]};
        node.rect = {x, static_cast<float>(random() % 3), 20, 20};
        node.name = std::string(1, static_cast<char>('a' + random() % 3));
        node.disabled = random() % 4 == 0;
        if (node.role == Role::text_field) {
            node.field = ui::FieldSpec{.text_box = node.rect};
            node.value = node.name;
        }
        const bool leaf = node.field.has_value() || random() % 3 == 0;
        if (!leaf && random() % 8 == 0)
            node.scroll = ui::ScrollSpec{.offset = {0, static_cast<float>(random() % 2)}};
        if (leaf) {
            mirror.add(node);
        } else {
            mirror.open(node);
            ++depth;
        }
        while (depth > 0 && random() % 3 == 0) {
            mirror.close();
            --depth;
        }
    }
    while (depth-- > 0)
        mirror.close();
}

} // namespace

TEST_CASE("mirror: patches over any sequence of frames lead to the page built anew") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        Screen screen;
        for (int frame = 0; frame < 12; ++frame) {
            CAPTURE(frame);
            const std::mt19937 before = random;
            screen.mirror.begin_frame();
            emit_random(screen.mirror, random);
            screen.now_ms += 1000;
            screen.end();
            // A scrolled frame is held back, then written by the frame that is due.
            if (screen.mirror.due_ms()) {
                screen.now_ms = *screen.mirror.due_ms();
                std::mt19937 again = before;
                screen.mirror.begin_frame();
                emit_random(screen.mirror, again);
                screen.end();
            }
            std::mt19937 again = before;
            Screen fresh;
            fresh.mirror.begin_frame();
            emit_random(fresh.mirror, again);
            fresh.end();
            const std::string patched = screen.page.text();
            const std::string built = fresh.page.text();
            const auto [a, b] = std::ranges::mismatch(patched, built);
            const bool is_equal = a == patched.end() && b == built.end();
            CAPTURE(std::string(a, patched.end()).substr(0, 200));
            CAPTURE(std::string(b, built.end()).substr(0, 200));
            CHECK(is_equal);
            if (!is_equal) return;
        }
    }
}
