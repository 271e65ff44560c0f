#include "ui/window.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace ui {

namespace {

constexpr double double_click_ms = 400;
constexpr float double_click_slop = 5;
constexpr float reveal_margin = 16;

// Ctrl with these is the program's: save, print, open, settings, the palette. No other chord of
// the browser is ever taken.
constexpr std::array<char32_t, 5> own_shortcuts{',', 'o', 'p', 's', 'k'};

bool can_scroll(const Mirror::Entry& entry, Point direction) {
    if (!entry.node.scroll) return false;
    const Point content = entry.node.scroll->content;
    const auto room = [](float offset, float size, float extent, float way) {
        if (way < 0) return offset > 0;
        return way > 0 && offset + extent < size - 0.5F;
    };
    return room(entry.offset.y, content.y, entry.rect.height, direction.y) ||
           room(entry.offset.x, content.x, entry.rect.width, direction.x);
}

bool moves_along(const Mirror::Entry& entry, bool along_x) {
    if (!entry.node.scroll) return false;
    const Point content = entry.node.scroll->content;
    return along_x ? content.x > entry.rect.width + 0.5F : content.y > entry.rect.height + 0.5F;
}

} // namespace

void Window::pointer(const RawPointer& event, double now_ms) {
    if (event.kind == PointerKind::touch)
        touch(event, now_ms);
    else
        mouse(event, now_ms);
    if (event.phase == RawPointer::Phase::move)
        frames.request_moving("pointer");
    else
        frames.request("pointer");
}

void Window::mouse(const RawPointer& event, double now_ms) {
    PointerInput out{.kind = event.kind, .position = event.position, .modifiers = event.modifiers};
    switch (event.phase) {
    case RawPointer::Phase::move: out.action = PointerAction::move; break;
    case RawPointer::Phase::leave: out.action = PointerAction::gone; break;
    case RawPointer::Phase::up:
        if (event.button != 0) return;
        out.action = PointerAction::release;
        break;
    case RawPointer::Phase::cancel: input.release_all(); return;
    case RawPointer::Phase::down: {
        gestures_.stop_coasting();
        if (event.node != 0) return; // A field or a link: its press is the browser's.
        press_moves_focus(event.position);
        if (event.button != 0) {
            out.action = PointerAction::secondary;
            if (event.button != 2) return;
            break;
        }
        out.action = PointerAction::press;
        out.click_count = count_click(event.position, now_ms);
        break;
    }
    }
    input.push(out);
}

int Window::count_click(Point position, double now_ms) {
    const float way = std::hypot(position.x - last_press_.x, position.y - last_press_.y);
    const bool is_again = now_ms - last_press_ms_ <= double_click_ms && way <= double_click_slop;
    click_count_ = is_again ? click_count_ + 1 : 1;
    last_press_ = position;
    last_press_ms_ = now_ms;
    return click_count_;
}

void Window::touch(const RawPointer& event, double now_ms) {
    switch (event.phase) {
    case RawPointer::Phase::down:
        if (++fingers_ > 1) {
            gestures_.second_finger();
            finger_.reset();
        } else {
            finger_ = event.pointer;
            gestures_.touch_down(event.position, now_ms, touch_target(event.position, event.node));
        }
        break;
    case RawPointer::Phase::move:
        if (finger_ == event.pointer) gestures_.touch_move(event.position, now_ms);
        break;
    case RawPointer::Phase::up:
        fingers_ = std::max(0, fingers_ - 1);
        if (finger_ == event.pointer) {
            gestures_.touch_up(event.position, now_ms);
            finger_.reset();
        }
        break;
    case RawPointer::Phase::cancel:
        fingers_ = std::max(0, fingers_ - 1);
        if (finger_ == event.pointer) {
            gestures_.touch_cancel();
            finger_.reset();
        }
        break;
    case RawPointer::Phase::leave: break;
    }
    take_gestures(now_ms);
}

void Window::take_gestures(double now_ms) {
    for (PointerInput& event : gestures_.take_pointer()) {
        if (event.action == PointerAction::press) {
            press_moves_focus(event.position);
            event.click_count = count_click(event.position, now_ms);
        }
        input.push(event);
    }
    for (const TouchScroll& scroll : gestures_.take_scrolls())
        input.push_scroll(scroll.region, scroll.delta);
}

TouchTarget Window::touch_target(Point position, NodeId node) const {
    TouchTarget target;
    const auto region = [&](bool along_x) {
        const Mirror::Entry* const entry = mirror.at(position, [&](const Mirror::Entry& candidate) {
            return moves_along(candidate, along_x);
        });
        return entry == nullptr ? NodeId{0} : entry->node.id;
    };
    target.scroll_x = region(true);
    target.scroll_y = region(false);
    target.is_drag_owner = mirror.at(position, [](const Mirror::Entry& entry) {
        return entry.node.drag_owner;
    }) != nullptr;
    target.is_native = node != 0;
    target.is_editing = node != 0 && node == mirror.focused();
    return target;
}

// A press on something focusable focuses it; a press beside takes the focus away, unless it falls
// on what is raised above the focused node (the list under a combo box keeps its field focused).
void Window::press_moves_focus(Point position) {
    input.set_shows_focus_ring(false);
    const Mirror::Entry* const top = mirror.at(position, [](const Mirror::Entry&) { return true; });
    const Mirror::Entry* const target = mirror.at(
        position, [](const Mirror::Entry& entry) { return entry.node.focus != Focus::none; });
    if (target != nullptr && target->layer == top->layer) {
        if (target->node.id != mirror.focused()) mirror.request_focus(target->node.id);
        return;
    }
    const Mirror::Entry* const focused = mirror.find(mirror.focused());
    if (focused == nullptr || (top != nullptr && top->layer > focused->layer)) return;
    mirror.request_focus(0);
}

Default Window::wheel(Point position, Point delta) {
    gestures_.stop_coasting();
    const NodeId region = region_at(position, delta);
    if (region == 0) return Default::keep;
    input.push_scroll(region, delta);
    frames.request_moving("wheel");
    return Default::prevent;
}

NodeId Window::region_at(Point position, Point direction) const {
    const Mirror::Entry* const entry = mirror.at(
        position, [&](const Mirror::Entry& candidate) { return can_scroll(candidate, direction); });
    return entry == nullptr ? 0 : entry->node.id;
}

Default Window::key(KeyPress key) {
    const Mirror::Entry* const focused = mirror.find(mirror.focused());
    key.target = mirror.focused();
    const auto is_one_of = [&](std::initializer_list<Key> keys) {
        return std::ranges::find(keys, key.key) != keys.end();
    };
    const bool moves_focus =
        key.key == Key::tab ||
        (!key.in_field && is_one_of({Key::up, Key::down, Key::left, Key::right, Key::home, Key::end,
                                     Key::f2, Key::enter, Key::space, Key::escape}));
    if (moves_focus && !key.modifiers.control) input.set_shows_focus_ring(true);
    input.push(key);
    frames.request("key");
    if (key.key == Key::character) {
        const bool is_own = key.modifiers.control && !key.modifiers.alt && !key.modifiers.shift &&
                            std::ranges::find(own_shortcuts, key.character) != own_shortcuts.end();
        return is_own ? Default::prevent : Default::keep;
    }
    if (focused == nullptr || key.modifiers.control || key.modifiers.alt) return Default::keep;
    const ClaimedKeys& claims = focused->node.keys;
    const bool is_claimed = (claims.up_down && is_one_of({Key::up, Key::down})) ||
                            (claims.left_right && is_one_of({Key::left, Key::right})) ||
                            (claims.home_end && is_one_of({Key::home, Key::end})) ||
                            (claims.page && is_one_of({Key::page_up, Key::page_down}));
    return is_claimed ? Default::prevent : Default::keep;
}

void Window::focus_moved(NodeId entered) {
    const NodeId left = mirror.focused();
    if (left == entered) return;
    mirror.focus_moved(entered);
    input.push(FocusMove{.left = left, .entered = entered});
    reveal_ = entered;
    frames.request("focus");
}

void Window::field_edited(FieldEdit edit) {
    mirror.field_edited(edit.id, edit.value);
    reveal_ = edit.id;
    input.push(std::move(edit));
    frames.request("edit");
}

void Window::composition(NodeId field, bool is_composing) {
    if (is_composing)
        mirror.composition_started(field);
    else
        mirror.composition_ended();
    frames.request("composition");
}

void Window::activated(NodeId id) {
    input.push_activation(id);
    frames.request("activation");
}

void Window::lost_window() {
    gestures_.touch_cancel();
    finger_.reset();
    fingers_ = 0;
    take_gestures(last_press_ms_);
    input.release_all();
    frames.request("window left");
}

void Window::set_environment(const Environment& now) {
    if (environment == now) return;
    if (environment.visible != now.visible) reveal_ = mirror.focused();
    environment = now;
    gestures_.set_reduced_motion(now.reduced_motion);
    frames.request("environment");
}

float Window::begin_frame(double now_ms) {
    gestures_.tick(now_ms);
    take_gestures(now_ms);
    const float seconds = frames.begin(now_ms);
    if (input.begin_frame()) frames.request("more input");
    mirror.begin_frame();
    mirror.hold_values(input.fields_waiting());
    return seconds;
}

std::span<const std::byte> Window::end_frame(double now_ms) {
    const auto patch = mirror.end_frame(now_ms);
    if (reveal_ != 0) reveal(std::exchange(reveal_, 0));
    if (gestures_.is_coasting()) frames.request_one("coasting");
    return patch;
}

std::optional<double> Window::due_ms() const {
    if (frames.is_hidden()) return std::nullopt;
    std::optional<double> due = frames.due_ms();
    for (const std::optional<double> other : {gestures_.due_ms(), mirror.due_ms()})
        if (other && (!due || *other < *due)) due = other;
    return due;
}

void Window::wake(double now_ms) {
    frames.take_due(now_ms);
    if (gestures_.due_ms() && *gestures_.due_ms() <= now_ms) frames.request("long press");
    if (mirror.due_ms() && *mirror.due_ms() <= now_ms) frames.request_one("scroll settled");
}

// In all regions that scroll, from the innermost: each stands in the next as in a window.
void Window::reveal(NodeId id) {
    const Mirror::Entry* const entry = mirror.find(id);
    if (entry == nullptr) return;
    const std::span<const Mirror::Entry> nodes = mirror.nodes();
    Rect target = entry->rect;
    for (std::uint32_t index = entry->parent_index; index != Mirror::no_parent;
         index = nodes[index].parent_index)
        if (nodes[index].node.scroll) reveal_in(nodes[index], target);
}

void Window::reveal_in(const Mirror::Entry& region, Rect& target) {
    Rect sight = intersection(region.visible, environment.safe());
    if (sight.is_empty()) sight = region.rect; // It comes into sight with what it stands in.
    const auto way = [](float from, float to, float low, float high) {
        const float margin =
            std::min(reveal_margin, std::max(0.0F, (high - low - (to - from)) / 2));
        if (from < low + margin && from < low) return from - low - margin;
        if (to > high) return std::min(to - high + margin, from - low);
        return 0.0F;
    };
    const Point delta{region.node.scroll->content.x > region.rect.width
                          ? way(target.x, target.right(), sight.x, sight.right())
                          : 0,
                      way(target.y, target.bottom(), sight.y, sight.bottom())};
    if (delta == Point{}) return;
    target = target.moved(-delta.x, -delta.y);
    input.push_scroll(region.node.id, delta);
    frames.request("reveal");
}

} // namespace ui
