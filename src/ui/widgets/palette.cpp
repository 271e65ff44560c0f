#include "ui/widgets/palette.h"

#include "ui/widgets/field.h"
#include "ui/widgets/label.h"

#include <algorithm>

namespace ui {

namespace {

constexpr float width_max = 560;
constexpr float group_height = 32;
constexpr float list_max = 400;
constexpr float padding = 8;
constexpr float field_height = 56;

float entry_height(const Frame& frame) { return frame.theme().measure().menu_item; }

// Of the entries, or of the line that says there are none; 0 before anything is typed.
float list_height(const Frame& frame, std::span<const PaletteEntry> entries,
                  std::string_view text) {
    if (entries.empty()) return text.empty() ? 0 : entry_height(frame);
    float height = 0;
    std::string_view group;
    for (const PaletteEntry& entry : entries) {
        if (entry.group != group) height += group_height;
        group = entry.group;
        height += entry_height(frame);
    }
    return std::min(height, list_max);
}

float box_height(const Frame& frame, std::span<const PaletteEntry> entries, std::string_view text) {
    const float list = list_height(frame, entries, text);
    return field_height + (list > 0 ? list + 2 * padding : 0);
}

void draw_entry(Frame& frame, const Rect& rect, const PaletteEntry& entry, bool is_lit) {
    Painter& paint = frame.paint();
    if (is_lit) paint.fill(rect, frame.color(Color::hover), 6);
    const Font face = font(frame.theme().is_touch() ? Type::body : Type::small, Weight::medium);
    const Font plain = font(Type::small);
    paint.icon(entry.icon, {rect.x + 20, rect.center_y()}, 16, frame.color(Color::muted));
    const float detail = paint.width(entry.detail, plain);
    paint.text_in(
        {rect.x + 40, rect.y, rect.width - 64 - detail, rect.height}, entry.label,
        {.font = face, .color = frame.color(Color::text), .overflow = Overflow::ellipsis});
    paint.text_in(
        {rect.x, rect.y, rect.width - 12, rect.height}, entry.detail,
        {.font = plain, .color = frame.color(Color::muted), .align = HorizontalAlign::end});
}

} // namespace

void Palette::open() {
    open_ = true;
    was_opened_ = true;
    text_.clear();
    lit_ = 0;
}

std::optional<std::uint64_t> Palette::draw(Frame& frame, std::span<const PaletteEntry> entries,
                                           const PaletteWords& words) {
    if (!open_) return std::nullopt;
    const Rect window = frame.environment().safe();
    const bool fills = frame.breadth() == Breadth::narrow;
    const float width = fills ? window.width - 16 : std::min(width_max, window.width - 48);
    const Rect rect{window.center_x() - width / 2, window.y + (fills ? 8.0F : 96.0F), width,
                    box_height(frame, entries, text_)};
    const NodeId id = frame.id("palette");
    frame.count_overlay();
    const Raised raised(frame, Layer::dialog, frame.window(), id);
    frame.paint().fill(frame.window(), faded(frame.color(Color::scrim), 0.6F));
    const Group group(frame, {.id = id,
                              .role = Role::dialog,
                              .name = std::string(words.name),
                              .rect = rect,
                              .name_is_drawn = false,
                              .modal = true});
    const Pointer& pointer = frame.input().pointer();
    if (frame.input().take(Key::escape) ||
        (pointer.was_pressed && !rect.contains(pointer.position)))
        open_ = false;
    std::optional<std::uint64_t> taken;
    const int last = static_cast<int>(entries.size()) - 1;
    const int before = lit_;
    if (frame.input().take(Key::down)) lit_ = lit_ >= last ? 0 : lit_ + 1;
    if (frame.input().take(Key::up)) lit_ = lit_ <= 0 ? last : lit_ - 1;
    moved_ = lit_ != before;
    lit_ = std::clamp(lit_, 0, std::max(0, last));
    if (frame.input().take(Key::enter) && last >= 0)
        taken = entries[static_cast<std::size_t>(lit_)].tag;
    if (const auto pressed = draw_box(frame, rect, entries, words)) taken = pressed;
    if (taken) open_ = false;
    return taken;
}

std::optional<std::uint64_t> Palette::draw_box(Frame& frame, const Rect& rect,
                                               std::span<const PaletteEntry> entries,
                                               const PaletteWords& words) {
    frame.paint().box(rect, {.fill = frame.color(Color::raised),
                             .border = frame.color(Color::border_strong),
                             .border_width = 1,
                             .radius = radius::card,
                             .shadow = Shadow::large});
    const FieldResult typed =
        bare_field(frame, {rect.x + 8, rect.y, rect.width - 16, field_height}, text_,
                   {.label = words.label,
                    .placeholder = words.label,
                    .key = "text",
                    .icon = Icon::search,
                    .keyboard = Keyboard::search,
                    .enter_key = EnterKey::go,
                    .role = Role::combo_box,
                    .popup = Popup::list_box,
                    .expanded = entries.empty() ? Choice::off : Choice::on,
                    .controls = frame.id("list"),
                    .active_descendant = lit_node_});
    if (was_opened_) frame.mirror().request_focus(typed.id);
    was_opened_ = false;
    if (typed.changed) lit_ = 0;
    const float list = list_height(frame, entries, text_);
    if (list == 0) return std::nullopt;
    divider(frame, rect.x, rect.right(), rect.y + field_height);
    const Rect below{rect.x, rect.y + field_height + padding, rect.width, list};
    if (!entries.empty()) return draw_entries(frame, below, entries);
    label(frame, below.inset(padding + 12, 0),
          {.text = words.nothing, .color = Color::muted, .role = Role::status});
    return std::nullopt;
}

std::optional<std::uint64_t> Palette::draw_entries(Frame& frame, const Rect& rect,
                                                   std::span<const PaletteEntry> entries) {
    std::optional<std::uint64_t> taken;
    const Group list(frame, {.id = frame.id("list"),
                             .role = Role::list_box,
                             .name = "Results",
                             .rect = rect,
                             .name_is_drawn = false});
    ScrollArea area(frame, "entries", rect, {});
    const Rect content = area.content().inset(padding, 0);
    float y = content.y;
    std::string_view group;
    for (std::size_t index = 0; index < entries.size(); ++index) {
        const PaletteEntry& entry = entries[index];
        if (entry.group != group) {
            label(frame, {content.x + 12, y, content.width, group_height},
                  {.text = entry.group, .color = Color::muted});
            y += group_height;
            group = entry.group;
        }
        const Rect place{content.x, y, content.width, entry_height(frame)};
        y += place.height;
        Node node;
        node.id = frame.id("entry") + static_cast<NodeId>(index);
        node.role = Role::option;
        node.name = entry.label;
        if (!entry.detail.empty()) (node.name += ", ") += entry.detail;
        node.rect = place;
        const bool is_lit = static_cast<int>(index) == lit_;
        node.selected = is_lit ? Choice::on : Choice::off;
        node.style =
            text_style(font(Type::small), frame.color(Color::text), HorizontalAlign::start);
        const Press press = frame.press(std::move(node));
        if (press.hovered && !moved_) lit_ = static_cast<int>(index);
        if (press.clicked) taken = entry.tag;
        if (is_lit) {
            lit_node_ = press.id;
            if (moved_) area.reveal(place.y - content.y, place.bottom() - content.y);
        }
        draw_entry(frame, place, entry, is_lit);
    }
    area.set_content_height(y - content.y);
    return taken;
}

} // namespace ui
