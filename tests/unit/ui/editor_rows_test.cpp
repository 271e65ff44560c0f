// The editor's lines as they are drawn: by pointer and keys, in a window without a browser.
#include "ui/screens/editor_line_rows.h"

#include "unit/app/fixture.h"
#include "unit/ui/kit_window.h"

#include <doctest/doctest.h>

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace {

struct Form {
    Form() {
        auto made = ui::EditorModel::start(practice.app(), std::nullopt);
        REQUIRE(made.has_value());
        model = *std::move(made);
        for (const char* name : {"Report", "Room"}) {
            const std::size_t index = model->lines().add(domain::LineKind::write_in);
            model->lines().edit(index).name = name;
            model->lines().words(index).unit_price.words = "10";
            model->lines().read_unit_price(index);
        }
        model->lines().leave();
        rows = std::make_unique<ui::EditorLineRows>(*model);
        frame();
        frame();
    }

    void frame() { window.frame(drawn()); }
    void click(std::string_view name) { window.click(window.middle(name), drawn()); }
    void focus(std::string_view name) {
        const auto* const entry = window.find(name);
        REQUIRE(entry != nullptr);
        window.mirror.focus_moved(entry->node.id);
        frame();
    }
    void press(ui::KeyPress key) {
        window.press_key(key, drawn());
        frame();
    }

    app_test::Practice practice;
    std::unique_ptr<ui::EditorModel> model;
    std::unique_ptr<ui::EditorLineRows> rows;
    KitWindow window;
    std::optional<std::size_t> removed;

  private:
    std::function<void(ui::Frame&)> drawn() {
        return [this](ui::Frame& drawn_frame) {
            model->refresh();
            const auto answer = rows->draw(drawn_frame, {32, 40, 616, 0});
            if (answer.remove) removed = answer.remove;
        };
    }
};

} // namespace

TEST_CASE("lines: a press opens the line, and its fields have names and no double ids") {
    Form form;
    CHECK(form.window.find("Qty") != nullptr); // The column's head.
    CHECK(form.window.find("Description") == nullptr);
    form.click("Report");
    form.frame();
    CHECK(form.model->lines().active() == 0);
    for (const char* name : {"Name", "Price", "Description", "Unit", "Supplied", "Remove line"})
        CHECK_MESSAGE(form.window.find(name) != nullptr, name);
    CHECK(form.window.mirror.duplicate_count() == 0);
    form.click("Room");
    form.frame();
    CHECK(form.model->lines().active() == 1);
}

TEST_CASE("lines: Enter goes from field to field and adds a line after the last") {
    Form form;
    form.click("Room");
    form.frame();
    for (const char* name : {"Name", "Description", "Unit", "Supplied"}) {
        CHECK(form.model->lines().count() == 2);
        form.focus(name);
        form.press({.key = ui::Key::enter, .in_field = true});
    }
    CHECK(form.model->lines().count() == 3);
    CHECK(form.model->lines().active() == 2);
}

TEST_CASE("lines: Escape leaves a line, Alt with up moves it") {
    Form form;
    form.click("Room");
    form.frame();
    form.focus("Description");
    form.press({.key = ui::Key::up, .modifiers = {.alt = true}, .in_field = true});
    CHECK(form.model->lines().line(0).name == "Room");
    CHECK(form.model->lines().active() == 0);
    form.focus("Description");
    form.press({.key = ui::Key::escape, .in_field = true});
    CHECK_FALSE(form.model->lines().active().has_value());
}

TEST_CASE("lines: the cross asks for removal") {
    Form form;
    form.click("Report");
    form.frame();
    form.click("Remove line");
    REQUIRE(form.removed.has_value());
    CHECK(*form.removed == 0);
}
