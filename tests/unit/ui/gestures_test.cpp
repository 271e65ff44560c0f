#include "ui/gestures.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using ui::Gestures;
using ui::PointerAction;
using ui::TouchTarget;

std::vector<PointerAction> actions(Gestures& gestures) {
    std::vector<PointerAction> list;
    for (const ui::PointerInput& input : gestures.take_pointer())
        list.push_back(input.action);
    return list;
}

const std::vector<PointerAction> tap{PointerAction::move, PointerAction::press,
                                     PointerAction::release, PointerAction::gone};
const std::vector<PointerAction> nothing;

} // namespace

TEST_CASE("gestures: what a short touch means depends on what lies under it") {
    struct Row {
        const char* name;
        TouchTarget target;
        ui::Point end;
        std::vector<PointerAction> expected;
        bool scrolls;
    };
    const std::vector<PointerAction> drag{PointerAction::move,    PointerAction::press,
                                          PointerAction::move,    PointerAction::move,
                                          PointerAction::release, PointerAction::gone};
    const Row rows[] = {
        {"tap on a button", {}, {100, 104}, tap, false},
        {"tap on a button in a list", {.scroll_y = 5}, {100, 104}, tap, false},
        {"drag along a list", {.scroll_y = 5}, {100, 60}, nothing, true},
        {"drag across a list", {.scroll_y = 5}, {160, 100}, nothing, false},
        {"drag where nothing scrolls", {}, {100, 60}, nothing, false},
        {"tap on a field", {.is_native = true}, {100, 102}, nothing, false},
        {"drag from a field in a list",
         {.scroll_y = 5, .is_native = true},
         {100, 60},
         nothing,
         true},
        {"drag in the focused field",
         {.scroll_y = 5, .is_editing = true},
         {100, 60},
         nothing,
         false},
        {"drag on a drag owner", {.scroll_y = 5, .is_drag_owner = true}, {100, 60}, drag, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        Gestures gestures;
        gestures.touch_down({100, 100}, 0, row.target);
        gestures.touch_move(row.end, 30);
        gestures.touch_up(row.end, 60);
        CHECK(actions(gestures) == row.expected);
        CHECK(!gestures.take_scrolls().empty() == row.scrolls);
    }
}

TEST_CASE("gestures: a finger held for 400 ms is a secondary press, and no tap after it") {
    Gestures gestures;
    gestures.touch_down({10, 10}, 1000, {});
    CHECK(gestures.due_ms() == 1400);
    gestures.tick(1399);
    CHECK(actions(gestures) == nothing);
    gestures.tick(1400);
    CHECK(actions(gestures) ==
          std::vector{PointerAction::move, PointerAction::secondary, PointerAction::gone});
    gestures.touch_up({10, 10}, 1500);
    CHECK(actions(gestures) == nothing);
}

TEST_CASE("gestures: a flick coasts with monotone decay, independent of frame times, and ends") {
    const auto coast = [](double frame_ms) {
        Gestures gestures;
        gestures.touch_down({0, 300}, 0, {.scroll_y = 1});
        for (int step = 1; step <= 6; ++step)
            gestures.touch_move({0, 300 - static_cast<float>(step) * 20}, step * 16);
        gestures.touch_up({0, 180}, 100);
        gestures.take_scrolls();
        CHECK(gestures.is_coasting());
        float way = 0;
        float before = 1e9F;
        double now_ms = 100;
        while (gestures.is_coasting() && now_ms < 10'000) {
            now_ms += frame_ms;
            gestures.tick(now_ms);
            for (const ui::TouchScroll& scroll : gestures.take_scrolls()) {
                CHECK(scroll.delta.y > 0);
                CHECK(scroll.delta.y < before);
                before = scroll.delta.y;
                way += scroll.delta.y;
            }
        }
        CHECK(now_ms < 3100);
        return way;
    };
    CHECK(coast(16) == doctest::Approx(coast(33)).epsilon(0.03));
}

TEST_CASE("gestures: a touch stops a coasting list and is no tap; reduced motion never coasts") {
    Gestures gestures;
    const auto flick = [&] {
        gestures.touch_down({0, 300}, 0, {.scroll_y = 1});
        gestures.touch_move({0, 200}, 20);
        gestures.touch_up({0, 180}, 30);
    };
    flick();
    CHECK(gestures.is_coasting());
    gestures.touch_down({0, 100}, 60, {.scroll_y = 1});
    CHECK(!gestures.is_coasting());
    gestures.touch_up({0, 100}, 90);
    CHECK(actions(gestures) == nothing);
    gestures.set_reduced_motion(true);
    flick();
    CHECK(!gestures.is_coasting());
}
