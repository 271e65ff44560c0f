#include "ui/widgets/dialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ui {

namespace {

constexpr float padding = 24;
constexpr float sheet_padding = 32;
constexpr float rise = 8;
constexpr float slide = 24;
constexpr float cross_room = 36;
constexpr float cross_gap = 12; // Before it, from an amount.
constexpr float amount_gap = 24;

// 0 to 1 since the id was first seen; a dialog that was away a frame starts anew.
float opening(Frame& frame, NodeId id, int duration_ms) {
    auto& openings = frame.memory().openings;
    auto [entry, is_new] = openings.try_emplace(id, Memory::Opening{frame.now_ms(), 0});
    Memory::Opening& opening = entry->second;
    if (!is_new && frame.memory().frame > opening.last_frame + 1) opening.since_ms = frame.now_ms();
    opening.last_frame = frame.memory().frame;
    const int duration = frame.theme().duration(duration_ms);
    const float share = eased(static_cast<int>(frame.now_ms() - opening.since_ms), duration);
    if (share < 1) frame.want_at(frame.now_ms());
    return share;
}

void draw_scrim(Frame& frame, float share) {
    frame.paint().fill(frame.window(), faded(frame.color(Color::scrim), share));
}

Node dialog_node(NodeId id, Role role, std::string_view title, const Rect& rect) {
    Node node;
    node.id = id;
    node.role = role;
    node.name = std::string(title);
    node.rect = rect;
    node.name_is_drawn = false;
    node.modal = true;
    return node;
}

bool is_over_something(Frame& frame) {
    return frame.mirror().at(frame.input().pointer().position, [&](const Mirror::Entry& entry) {
        return frame.memory().pressable.contains(entry.node.id);
    }) != nullptr;
}

bool is_dismissal(Frame& frame, NodeId id, const Rect& rect) {
    Memory& memory = frame.memory();
    memory.modals_next.push_back(id);
    // A popup that is open within takes its own Escape and its own press beside it first, and so
    // does a dialog above.
    if (!memory.open.empty()) return false;
    if (!memory.modals.empty() && memory.modals.back() != id) return false;
    if (frame.input().take(Key::escape)) return true;
    // Beside it there is nothing, except a toast.
    const Pointer& pointer = frame.input().pointer();
    return pointer.was_pressed && !rect.contains(pointer.position) && !is_over_something(frame);
}

bool cross(Frame& frame, const Rect& line) {
    const float size = frame.theme().is_touch() ? 48 : 36;
    return icon_button(frame, {line.right() - size + 8, line.center_y() - size / 2, size, size},
                       {.label = "Close", .kind = ButtonKind::quiet, .icon = Icon::x});
}

} // namespace

void draw_panel(Frame& frame, const Rect& rect, float foot, float corner) {
    Painter& paint = frame.paint();
    paint.box(rect,
              {.fill = frame.color(Color::raised), .radius = corner, .shadow = Shadow::large});
    if (foot > 0) {
        const Rect place{rect.x, rect.bottom() - foot, rect.width, foot};
        paint.fill(place, frame.color(Color::sunken), Corners{0, 0, corner, corner});
        divider(frame, place.x, place.right(), place.y);
    }
    if (frame.theme().appearance == Appearance::light) return; // The shadow is its edge.
    paint.box(rect,
              {.border = frame.color(Color::border_strong), .border_width = 1, .radius = corner});
}

Dialog::Dialog(Frame& frame, const DialogSpec& spec)
    : frame_(frame), id_(frame.id(spec.key.empty() ? spec.title : spec.key)),
      opacity_before_(frame.paint().opacity()) {
    const float share = opening(frame, id_, motion::dialog_ms);
    const Rect window = frame.environment().safe();
    const bool fills = frame.breadth() == Breadth::narrow;
    const float foot = !spec.has_foot             ? 0
                       : frame.theme().is_touch() ? frame_size::sheet_foot
                                                  : frame_size::dialog_foot;
    const float width = fills ? window.width : std::min(spec.width, window.width - 48);
    const float inner = width - 2 * padding;
    const Head head = head_of(frame, spec, inner);
    body_height_ = frame.memory().scrolls[id_].content;
    const float wanted = padding + head.height + body_height_ + padding + foot;
    const float height = fills ? window.height : std::min(wanted, window.height - 48);
    rect_ = frame.paint().snapped(centered(window, width, height));
    rect_.y += (1 - share) * rise;

    frame.count_overlay();
    raised_.emplace(frame, Layer::dialog, frame.window(), id_);
    draw_scrim(frame, share);
    frame.paint().set_opacity(opacity_before_ * share);
    const float corner = fills ? 0 : radius::dialog;
    // Where it fills the window its ground goes on under the edges that nothing may stand on.
    const Rect ground = fills ? frame.environment().visible : rect_;
    draw_panel(frame, ground, foot + (foot > 0 ? ground.bottom() - rect_.bottom() : 0), corner);
    Node node =
        dialog_node(id_, spec.is_alert ? Role::alert_dialog : Role::dialog, spec.title, rect_);
    node.description = std::string(spec.lead);
    frame.open(std::move(node));
    frame.push_scope(id_);
    dismissed_ = is_dismissal(frame, id_, ground);

    Rect inside = rect_;
    foot_ = take_bottom(inside, foot);
    inside = inside.inset(padding, 0);
    take_top(inside, padding);
    draw_head(spec, head, inside);
    // The body scrolls only when it must, from edge to edge: its thumb and its fields' halos lie in
    // the padding.
    scroll_.emplace(frame, "body", Rect{rect_.x, inside.y, rect_.width, inside.height},
                    std::string_view());
    body_ = scroll_->content().inset(padding, 0);
}

Dialog::Head Dialog::head_of(Frame& frame, const DialogSpec& spec, float width) {
    const Font face = font(Type::title, Weight::semibold);
    const float cross = spec.has_cross ? cross_room : 0;
    const float amount = spec.amount.empty() ? 0
                                             : std::ceil(frame.paint().width(spec.amount, face)) +
                                                   amount_gap + (spec.has_cross ? cross_gap : 0);
    const float room = width - cross - amount;
    Head head{.words_width = width};
    head.is_amount_beside = amount > 0 && frame.paint().width(spec.title, face) <= room;
    if (head.is_amount_beside) head.words_width = room;
    head.title =
        frame.paint().paragraph_height(spec.title, face, std::min(head.words_width, width - cross));
    head.lead = frame.paint().paragraph_height(spec.lead, font(Type::body), head.words_width);
    head.height = head.title + 12;
    if (!spec.lead.empty()) head.height += head.lead + 12;
    if (amount > 0 && !head.is_amount_beside) head.height += type_measure(Type::display).line + 4;
    return head;
}

void Dialog::draw_head(const DialogSpec& spec, const Head& head, Rect& inside) {
    const float line = type_measure(Type::title).line;
    const Rect place = take_top(inside, head.height);
    Rect title{place.x, place.y, place.width, head.title};
    if (spec.has_cross) {
        cross_ = Rect{title.x, title.y, title.width, line};
        take_right(title, cross_room);
    }
    title.width = std::min(title.width, head.words_width);
    paragraph(frame_, title,
              {.text = spec.title,
               .type = Type::title,
               .weight = Weight::semibold,
               .role = Role::heading,
               .level = 1});
    float y = title.bottom() + 4;
    if (!spec.lead.empty())
        y += paragraph(frame_, {place.x, y, head.words_width, 0},
                       {.text = spec.lead, .type = Type::body, .color = Color::muted}) +
             4;
    if (spec.amount.empty()) return;
    const float end = place.right() - (spec.has_cross ? cross_room + cross_gap : 0);
    const Rect amount = head.is_amount_beside
                            ? Rect{place.x, place.y, end - place.x, y - 4 - place.y}
                            : Rect{place.x, y, place.width, type_measure(Type::display).line};
    hero_amount(frame_, amount,
                {.amount = spec.amount,
                 .cents_bytes = spec.cents_bytes,
                 .type = head.is_amount_beside ? Type::title : Type::display,
                 .align = head.is_amount_beside ? HorizontalAlign::end : HorizontalAlign::start});
}

void Dialog::set_body_height(float height) {
    body_height_ = height;
    end_body();
}

void Dialog::end_body() {
    if (!scroll_) return;
    scroll_->set_content_height(body_height_ + padding);
    scroll_.reset();
    Memory::Scroll& remembered = frame_.memory().scrolls[id_];
    if (remembered.content != body_height_) frame_.want_at(frame_.now_ms());
    remembered.content = body_height_;
    if (cross_) dismissed_ |= cross(frame_, *cross_);
}

Rect Dialog::foot() {
    end_body();
    return foot_.inset(padding, 0);
}

Dialog::~Dialog() {
    end_body();
    frame_.pop_scope();
    frame_.close();
    frame_.paint().set_opacity(opacity_before_);
}

Sheet::Sheet(Frame& frame, const SheetSpec& spec)
    : frame_(frame), id_(frame.id(spec.key.empty() ? spec.title : spec.key)) {
    const float share = opening(frame, id_, motion::sheet_ms);
    const Rect window = frame.environment().safe();
    const bool fills = frame.breadth() == Breadth::narrow;
    const float inset = fills ? 0 : frame_size::sheet_inset;
    const float width = fills ? window.width : std::min(spec.width, window.width - 2 * inset);
    rect_ = {window.right() - inset - width + (1 - share) * slide, window.y + inset, width,
             window.height - 2 * inset};

    frame.count_overlay();
    raised_.emplace(frame, Layer::sheet, frame.window(), id_);
    draw_scrim(frame, share);
    const float corner = fills ? 0 : radius::sheet;
    Rect ground = rect_;
    if (fills) ground = frame.environment().visible.moved(rect_.x - window.x, 0);
    draw_panel(frame, ground, frame_size::sheet_foot + ground.bottom() - rect_.bottom(), corner);
    frame.open(dialog_node(id_, Role::dialog, spec.title, rect_));
    frame.push_scope(id_);
    dismissed_ = is_dismissal(frame, id_, ground);

    const float side = fills ? space::gutter_narrow : sheet_padding;
    Rect inside = rect_;
    foot_ = take_bottom(inside, frame_size::sheet_foot);
    foot_ = foot_.inset(side, 0);
    inside = inside.inset(side, 0);
    Rect head = take_top(inside, frame_size::header);
    cross_ = head;
    take_right(head, 36);
    heading(frame, head, spec.title, 1);
    scroll_.emplace(frame, "body", Rect{rect_.x, inside.y, rect_.width, inside.height},
                    std::string_view());
    body_ = scroll_->content().inset(side, 0);
    body_height_ = inside.height;
}

void Sheet::set_body_height(float height) {
    body_height_ = height;
    end_body();
}

void Sheet::end_body() {
    if (!scroll_) return;
    scroll_->set_content_height(body_height_);
    scroll_.reset();
    dismissed_ |= cross(frame_, cross_);
}

Rect Sheet::foot() {
    end_body();
    return foot_;
}

Sheet::~Sheet() {
    end_body();
    frame_.pop_scope();
    frame_.close();
}

} // namespace ui
