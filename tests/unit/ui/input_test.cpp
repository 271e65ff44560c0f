#include "ui/input.h"

#include "ui/frames.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using ui::InputState;
using ui::PointerAction;

ui::PointerInput pointer(PointerAction action, ui::Point at = {5, 5}) {
    return {.action = action, .kind = ui::PointerKind::touch, .position = at};
}

} // namespace

TEST_CASE("input: a tap is a press in one frame, a release in the next, then nobody is there") {
    InputState input;
    for (const PointerAction action :
         {PointerAction::move, PointerAction::press, PointerAction::release, PointerAction::gone})
        input.push(pointer(action));
    CHECK(input.begin_frame());
    CHECK(input.pointer().was_pressed);
    CHECK(input.pointer().is_down);
    CHECK(input.begin_frame());
    CHECK(!input.pointer().was_pressed);
    CHECK(input.pointer().was_released);
    CHECK(input.pointer().is_here);
    CHECK(!input.begin_frame());
    CHECK(!input.pointer().was_released);
    CHECK(!input.pointer().is_here);
}

TEST_CASE("input: a release whose press was a field's is not reported") {
    InputState input;
    input.push(pointer(PointerAction::release));
    input.begin_frame();
    CHECK(!input.pointer().was_released);
}

TEST_CASE("input: losing the window lets go of a held button away from what it was on") {
    InputState input;
    input.push(pointer(PointerAction::press));
    input.begin_frame();
    input.release_all();
    input.begin_frame();
    CHECK(input.pointer().was_released);
    CHECK(input.pointer().position.x < -1000);
}

TEST_CASE("input: every state of an edited field is seen, in order, before the key after it") {
    InputState input;
    input.push(ui::FieldEdit{.id = 3, .value = "1"});
    input.push(ui::FieldEdit{.id = 3, .value = "12"});
    input.push(ui::KeyPress{.key = ui::Key::enter, .target = 3});
    input.push(ui::FieldEdit{.id = 3, .value = ""});
    input.begin_frame();
    REQUIRE(input.edit(3) != nullptr);
    CHECK(input.edit(3)->value == "12");
    CHECK(!input.take(ui::Key::enter, {}, 4));
    CHECK(input.take(ui::Key::enter, {}, 3));
    CHECK(!input.take(ui::Key::enter, {}, 3)); // Taken once.
    input.begin_frame();
    REQUIRE(input.edit(3) != nullptr);
    CHECK(input.edit(3)->value.empty());
}

TEST_CASE("input: letters in a field are its text; shortcuts with Ctrl work there too") {
    InputState input;
    input.push(ui::KeyPress{.key = ui::Key::character, .character = '?', .in_field = true});
    input.begin_frame();
    CHECK(!input.take_shortcut('?', {}));
    input.push(ui::KeyPress{.key = ui::Key::character,
                            .character = 'k',
                            .modifiers = {.control = true},
                            .in_field = true});
    input.begin_frame();
    CHECK(input.take_shortcut('k', {.control = true}));
}

TEST_CASE("input: scrolls of one frame add up for each region") {
    InputState input;
    input.push_scroll(1, {0, 10});
    input.push_scroll(2, {3, 0});
    input.push_scroll(1, {0, 5});
    input.begin_frame();
    CHECK(input.scroll(1) == ui::Point{0, 15});
    CHECK(input.scroll(2) == ui::Point{3, 0});
    input.begin_frame();
    CHECK(input.scroll(1) == ui::Point{});
}

TEST_CASE("frames: an event draws one frame and two that settle it, then nothing") {
    ui::Frames frames;
    double now_ms = 0;
    const auto drawn = [&] {
        int count = 0;
        for (; frames.wants_frame() && count < 100; ++count)
            frames.begin(now_ms += 16);
        return count;
    };
    CHECK(drawn() == 1); // The first picture.
    CHECK(drawn() == 0);
    frames.request("pointer");
    CHECK(drawn() == 3);
    CHECK(std::string(frames.log()[1].reason) == "pointer");
    CHECK(std::string(frames.log()[2].reason) == "settle");
    frames.request_one("coasting");
    CHECK(drawn() == 1);
    frames.request_at(now_ms + 500, "toast");
    CHECK(drawn() == 0);
    CHECK(!frames.take_due(now_ms + 499));
    CHECK(frames.take_due(now_ms + 500));
    CHECK(drawn() == 1);
    frames.request("pointer");
    frames.set_hidden(true);
    CHECK(drawn() == 0);
    frames.set_hidden(false);
    CHECK(drawn() == 3);
}

TEST_CASE("frames: settling ends when nothing changes, but not what was asked for meanwhile") {
    ui::Frames frames;
    frames.begin(0);
    CHECK(!frames.settles_at_once());
    frames.request("key");
    frames.begin(16);
    CHECK(frames.settles_at_once());
    frames.settled();
    CHECK(!frames.wants_frame());

    frames.request("key");
    frames.begin(32);
    frames.request("saved"); // By what that frame itself did.
    frames.settled();
    CHECK(frames.wants_frame());

    ui::Frames moving;
    moving.begin(0);
    moving.request_moving("wheel");
    moving.begin(16);
    CHECK(!moving.settles_at_once());
    CHECK(moving.wants_frame());
}

TEST_CASE("frames: after a long pause time goes on by at most a fifteenth of a second") {
    ui::Frames frames;
    frames.begin(0);
    CHECK(frames.begin(3'600'000) == doctest::Approx(1.0 / 15));
    CHECK(frames.begin(3'600'016) == doctest::Approx(0.016));
}
