#include "ui/frame.h"

#include "base/assert.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

// How far a pointer that is meant to stay may move, in CSS pixels.
constexpr float still_slop = 4;

// FNV-1a, so that ids do not depend on the standard library.
NodeId hashed(NodeId seed, std::string_view key) {
    std::uint32_t hash = seed ^ 2166136261U;
    for (const char byte : key)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    return hash == 0 ? 1 : hash;
}

bool reaches_beyond(const Rect& rect, const Rect& clip) {
    return rect.x < clip.x || rect.y < clip.y || rect.right() > clip.right() ||
           rect.bottom() > clip.bottom();
}

} // namespace

Frame::Frame(const Parts& parts) : parts_(parts), scopes_{1}, text_counts_{0} {
    Memory& memory = parts_.memory;
    std::swap(memory.pressable, memory.pressable_next);
    memory.pressable_next.clear();
    std::swap(memory.modals, memory.modals_next);
    memory.modals_next.clear();
    ++memory.frame;
    // A popup whose widget is gone is closed: nobody would ever take its Escape.
    std::erase_if(memory.open, [&memory](NodeId id) {
        return memory.openings[id].last_frame + 2 < memory.frame;
    });
    find_hot();
}

Frame::~Frame() {
    Memory& memory = parts_.memory;
    const Pointer& pointer = parts_.input.pointer();
    if (!pointer.is_down) memory.active = 0;
    ASSERT(scopes_.size() == 1);
}

void Frame::find_hot() {
    const Pointer& pointer = parts_.input.pointer();
    if (!pointer.is_here) return;
    const Mirror::Entry* entry =
        parts_.mirror.at(pointer.position, [this](const Mirror::Entry& candidate) {
            return parts_.memory.pressable.contains(candidate.node.id);
        });
    const auto entries = parts_.mirror.nodes();
    while (entry != nullptr) {
        hot_path_.push_back(entry->node.id);
        entry = entry->parent_index == Mirror::no_parent ? nullptr : &entries[entry->parent_index];
    }
}

float Frame::gutter() const {
    if (breadth() == Breadth::narrow) return space::gutter_narrow;
    return measure().gutter;
}

NodeId Frame::id(std::string_view key) const { return hashed(scopes_.back(), key); }

NodeId Frame::next_text_id() {
    const std::uint32_t count = ++text_counts_.back();
    return hashed(scopes_.back() * 16777619U + count, "#");
}

void Frame::push_scope(NodeId id) {
    scopes_.push_back(id);
    text_counts_.push_back(0);
}

void Frame::pop_scope() {
    ASSERT(scopes_.size() > 1);
    scopes_.pop_back();
    text_counts_.pop_back();
}

NodeId Frame::add(Node node) {
    if (!node.clip && reaches_beyond(node.rect, paint().clip())) node.clip = paint().clip();
    return parts_.mirror.add(std::move(node));
}

NodeId Frame::open(Node node) {
    if (!node.clip && reaches_beyond(node.rect, paint().clip())) node.clip = paint().clip();
    return parts_.mirror.open(std::move(node));
}

void Frame::close() { parts_.mirror.close(); }

Press Frame::press(Node node) {
    Press press = pressed(node, node.id);
    press.id = add(std::move(node));
    return press;
}

Press Frame::open_pressable(Node node) {
    Press press = pressed(node, node.id);
    press.id = open(std::move(node));
    return press;
}

Press Frame::pressed(const Node& node, NodeId id) {
    Memory& memory = parts_.memory;
    // A disabled widget is still found under the pointer: it explains itself in a tooltip.
    memory.pressable_next.insert(id);
    Press press;
    press.id = id;
    press.focused = is_focused(id);
    press.ring = shows_ring(id);
    press.hovered = is_hovered(id);
    if (node.disabled) return press;

    const Pointer& pointer = parts_.input.pointer();
    const bool is_innermost = !hot_path_.empty() && hot_path_.front() == id;
    // The second press of a double click belongs to what the first one met; what has taken its
    // place since, like the button of the next step, was not meant.
    const bool is_meant = pointer.click_count < 2 || memory.first_pressed == id;
    if (is_innermost && pointer.was_pressed) memory.first_pressed = id;
    if (is_innermost && pointer.was_pressed && is_meant) {
        memory.active = id;
        memory.pressed_at = pointer.position;
        press.double_clicked = pointer.click_count == 2;
        if (node.focus != Focus::none && !node.field) parts_.mirror.request_focus(id);
    }
    // A press takes the focus from a field, and what the field then shows may move everything
    // below it: a pointer that stays still has not left what it pressed.
    const bool stays = std::hypot(pointer.position.x - memory.pressed_at.x,
                                  pointer.position.y - memory.pressed_at.y) < still_slop;
    const bool is_on_it = memory.active == id && (is_innermost || stays);
    press.held = is_on_it || look(id) == Look::pressed;
    press.clicked = (is_on_it && pointer.was_released) || parts_.input.was_activated(id);
    press.secondary = is_innermost && pointer.was_secondary;
    return press;
}

Look Frame::look(NodeId id) const {
    const auto found = parts_.memory.looks.find(id);
    return found == parts_.memory.looks.end() ? Look::live : found->second;
}

bool Frame::is_focused(NodeId id) const {
    return parts_.mirror.focused() == id || look(id) == Look::focus;
}

bool Frame::is_hovered(NodeId id) const {
    if (const Look shown = look(id); shown != Look::live) return shown != Look::focus;
    // A finger does not hover.
    if (parts_.input.pointer().kind == PointerKind::touch) return false;
    return std::find(hot_path_.begin(), hot_path_.end(), id) != hot_path_.end();
}

bool Frame::shows_ring(NodeId id) const {
    return look(id) == Look::focus || (is_focused(id) && parts_.input.shows_focus_ring());
}

float Frame::fade(NodeId id, bool on, int duration_ms) {
    const int duration = theme().duration(duration_ms);
    const float target = on ? 1 : 0;
    const auto found = parts_.memory.fades.find(id);
    if (found == parts_.memory.fades.end() || duration == 0) {
        // What appears in its state does not fade into it.
        parts_.memory.fades[id] = {target, now_ms()};
        return target;
    }
    Memory::Fade& fade = found->second;
    const auto passed = static_cast<float>(std::min(now_ms() - fade.at_ms, 50.0));
    fade.at_ms = now_ms();
    const float step = passed / static_cast<float>(duration);
    fade.value = on ? std::min(1.0F, fade.value + step) : std::max(0.0F, fade.value - step);
    if (fade.value != target) want_at(now_ms());
    return fade.value;
}

void Frame::want_at(double at_ms) {
    wanted_at_ = wanted_at_ ? std::min(*wanted_at_, at_ms) : at_ms;
}

bool Frame::is_popup_open(NodeId id) const {
    const auto& open = parts_.memory.open;
    return std::find(open.begin(), open.end(), id) != open.end();
}

void Frame::open_popup(NodeId id) {
    if (is_popup_open(id)) return;
    parts_.memory.open.push_back(id);
    parts_.memory.openings[id] = {now_ms(), parts_.memory.frame};
    want_at(now_ms());
}

void Frame::close_popup(NodeId id) {
    auto& open = parts_.memory.open;
    const auto found = std::find(open.begin(), open.end(), id);
    if (found == open.end()) return;
    open.erase(found, open.end());
    want_at(now_ms());
}

Raised::Raised(Frame& frame, Layer layer, const Rect& rect, NodeId surface)
    : frame_(frame), layer_before_(frame.paint().layer()) {
    frame_.mirror().raise();
    frame_.mirror().occlude(rect);
    frame_.memory().pressable_next.insert(surface);
    frame_.paint().set_layer(layer);
    frame_.paint().push_clip_over(frame_.window());
}

Raised::~Raised() {
    frame_.paint().pop_clip();
    frame_.paint().set_layer(layer_before_);
    frame_.mirror().lower();
}

ScrollArea::ScrollArea(Frame& frame, std::string_view key, const Rect& viewport,
                       std::string_view name)
    : frame_(frame), id_(frame.id(key)), viewport_(viewport) {
    Memory::Scroll& scroll = frame_.memory().scrolls[id_];
    const float most = std::max(0.0F, scroll.content - viewport.height);
    const float wanted = scroll.offset + frame_.input().scroll(id_).y;
    scroll.offset = frame_.paint().snapped(std::clamp(wanted, 0.0F, most));
    offset_ = scroll.offset;
    height_ = scroll.content;
    content_ = {viewport.x, viewport.y - offset_, viewport.width, viewport.height};
    frame_.open({.id = id_,
                 .role = name.empty() ? Role::generic : Role::region,
                 .name = std::string(name),
                 .rect = viewport,
                 .name_is_drawn = false,
                 .scroll = ScrollSpec{
                     .offset = {0, offset_},
                     .content = {viewport.width, std::max(viewport.height, scroll.content)}}});
    frame_.push_scope(id_);
    frame_.paint().push_clip(viewport);
}

ScrollArea::~ScrollArea() {
    Painter& paint = frame_.paint();
    Memory::Scroll& scroll = frame_.memory().scrolls[id_];
    if (scroll.content != height_) {
        scroll.content = height_;
        frame_.want_at(frame_.now_ms());
    }
    // A quiet thumb, only while there is more than fits.
    if (height_ > viewport_.height + 1 && !frame_.theme().is_touch()) {
        const float share = viewport_.height / height_;
        const float length = std::max(32.0F, viewport_.height * share - 8);
        const float travel = viewport_.height - 8 - length;
        const float most = height_ - viewport_.height;
        const float top = viewport_.y + 4 + travel * std::clamp(offset_ / most, 0.0F, 1.0F);
        paint.fill({viewport_.right() - 6, top, 4, length},
                   faded(frame_.color(Color::border_field), 0.5F), 2);
    }
    paint.pop_clip();
    frame_.pop_scope();
    frame_.close();
}

void ScrollArea::reveal(float top, float bottom) {
    Memory::Scroll& scroll = frame_.memory().scrolls[id_];
    if (top < scroll.offset)
        scroll.offset = top;
    else if (bottom > scroll.offset + viewport_.height)
        scroll.offset = bottom - viewport_.height;
    else
        return;
    frame_.want_at(frame_.now_ms());
}

} // namespace ui
