#include "ui/shell_frame.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tooltip.h"

#include <algorithm>

namespace ui {

namespace {

constexpr float item_gap = 2;
constexpr float banner_gap = 8;
constexpr float logo_height = 28;

bool is_current(const NavItem& item, const ShellView& view) {
    return !item.address.empty() && item.address == view.current;
}

Press nav_press(Frame& frame, const Rect& rect, const NavItem& item, bool current, bool has_words) {
    Node node;
    node.id = frame.id(item.address);
    node.role = Role::link;
    node.name = std::string(item.label);
    if (!item.count.empty()) (node.name += ", ") += item.count;
    node.href = std::string(item.address);
    node.rect = rect;
    node.name_is_drawn = has_words;
    node.current = current;
    node.focus = Focus::tab_stop;
    node.style = text_style(font(Type::small, Weight::medium), frame.color(Color::text),
                            HorizontalAlign::start);
    return frame.press(std::move(node));
}

void draw_ground(Frame& frame, const Rect& rect, const Press& press, bool current) {
    Painter& paint = frame.paint();
    if (current)
        paint.box(rect.outset(1), {.fill = frame.color(Color::surface),
                                   .border = frame.color(Color::border),
                                   .border_width = 1,
                                   .radius = radius::control + 1,
                                   .shadow = Shadow::small});
    else if (press.hovered || press.held)
        paint.fill(rect, frame.color(Color::neutral_tint), radius::control);
    if (press.ring) focus_ring(frame, rect, radius::control);
}

// True when pressed.
bool wide_item(Frame& frame, const Rect& rect, const NavItem& item, bool current) {
    const Press press = nav_press(frame, rect, item, current, true);
    draw_ground(frame, rect, press, current);
    const Font face = font(Type::small, Weight::medium);
    const bool strong = current || press.hovered;
    frame.paint().icon(item.icon, {rect.x + 16, rect.center_y()}, 16,
                       frame.color(current ? Color::accent_text : Color::muted));
    frame.paint().text({rect.x + 34, rect.center_y() - face.line / 2}, item.label, face,
                       frame.color(strong ? Color::text : Color::muted));
    if (item.count.empty()) return press.clicked;
    if (item.is_warning)
        count_badge(frame, rect.right() - 8, rect.center_y(), item.count);
    else
        frame.paint().text_in(
            {rect.x, rect.y, rect.width - 8, rect.height}, item.count,
            {.font = face, .color = frame.color(Color::muted), .align = HorizontalAlign::end});
    return press.clicked;
}

bool icon_item(Frame& frame, const Rect& rect, const NavItem& item, bool current) {
    const Press press = nav_press(frame, rect, item, current, false);
    draw_ground(frame, rect, press, current);
    frame.paint().icon(item.icon, {rect.center_x(), rect.center_y()}, frame.measure().icon,
                       frame.color(current ? Color::accent_text : Color::muted));
    if (item.is_warning && !item.count.empty())
        frame.paint().fill({rect.right() - 14, rect.y + 8, 8, 8}, frame.color(Color::warning), 4);
    tooltip(frame, press, rect, item.label, item.count);
    return press.clicked;
}

bool bar_item(Frame& frame, const Rect& rect, const NavItem& item, bool current) {
    const Press press = nav_press(frame, rect, item, current, true);
    const Rgba color = frame.color(current ? Color::accent_text : Color::muted);
    const Font face = font(Type::small, current ? Weight::medium : Weight::regular);
    frame.paint().icon(item.icon, {rect.center_x(), rect.y + 22}, 22, color);
    frame.paint().text_in({rect.x, rect.y + 36, rect.width, face.line}, item.label,
                          {.font = face, .color = color, .align = HorizontalAlign::middle});
    if (press.ring) focus_ring(frame, rect.inset(4), radius::control);
    return press.clicked;
}

// A square, or wider where the logo is: its words must be read.
float logo_width(const ShellView& view, float height, float width_max) {
    const bool has_logo = view.logo != nullptr && view.logo->has_picture();
    return has_logo ? std::clamp(height * view.logo->ratio(), height, width_max) : height;
}

void draw_logo(Frame& frame, const Rect& rect, const ShellView& view) {
    if (view.logo != nullptr && view.logo->has_picture()) {
        // Logos are made for paper: dark ink on nothing would be lost on a dark rail.
        if (frame.theme().appearance == Appearance::dark)
            frame.paint().fill(rect.inset(0.5F), frame.color(Color::paper), 7);
        view.logo->draw(frame, rect, 7);
        return;
    }
    frame.paint().fill(rect, frame.color(Color::accent), 7);
    std::size_t end = 0;
    if (!view.practice.empty()) (void)next_code_point(view.practice, end);
    frame.paint().text_in(rect, std::string_view(view.practice).substr(0, end),
                          {.font = font(Type::body, Weight::semibold),
                           .color = frame.color(Color::on_accent),
                           .align = HorizontalAlign::middle});
}

// The box that looks like a field and opens the command palette.
bool search_box(Frame& frame, const Rect& rect) {
    Node node;
    node.id = frame.id("search");
    node.role = Role::button;
    node.name = "Search";
    node.rect = rect;
    node.focus = Focus::tab_stop;
    node.has_popup = Popup::dialog;
    node.hotkeys = "Control+K";
    node.style = text_style(font(Type::small), frame.color(Color::muted), HorizontalAlign::start);
    const Press press = frame.press(std::move(node));
    frame.paint().box(
        rect, {.fill = frame.color(Color::surface),
               .border = frame.color(press.hovered ? Color::border_field : Color::border_strong),
               .border_width = 1,
               .radius = radius::control,
               .shadow = Shadow::small});
    frame.paint().icon(Icon::search, {rect.x + 19, rect.center_y()}, 16, frame.color(Color::muted));
    const Font face = font(Type::small);
    frame.paint().text({rect.x + 35, rect.center_y() - face.line / 2}, "Search", face,
                       frame.color(Color::muted));
    key_cap(frame, rect.right() - 9, rect.center_y(),
            frame.environment().is_mac ? "\u2318 K" : "Ctrl K");
    if (press.ring) focus_ring(frame, rect, radius::control);
    return press.clicked;
}

// Where the work is now, at the foot of every screen. Not a live region: each autosave would speak,
// and what goes wrong has a banner that does.
void saved_row(Frame& frame, const Rect& rect, const SavedView& saved) {
    frame.paint().icon(saved.icon, {rect.x + 16, rect.center_y()}, 16, frame.color(saved.color));
    label(frame, {rect.x + 34, rect.y, rect.width - 42, rect.height},
          {.text = saved.words, .color = Color::muted});
}

void wide_rail(Frame& frame, const Rect& rail, const ShellView& view, ShellAnswer& answer) {
    const float height = frame.measure().nav_item;
    Rect inside = rail.inset(8, 0);
    take_top(inside, 8);
    const Rect practice = take_top(inside, 56);
    Rect name = practice.inset(8, 0);
    const Rect logo = take_left(name, logo_width(view, logo_height, 72), 10);
    draw_logo(frame, centered(logo, logo.width, logo_height), view);
    label(frame, name,
          {.text = view.practice, .weight = Weight::semibold, .overflow = Overflow::ellipsis});
    answer.wants_search = search_box(frame, take_top(inside, 36, 16));

    Rect foot = rail.inset(8, 0);
    take_bottom(foot, 8);
    saved_row(frame, take_bottom(foot, 40), view.saved);
    take_bottom(foot, 8);
    divider(frame, foot.x + 8, foot.right() - 8, foot.bottom());
    take_bottom(foot, 8);
    for (std::size_t index = view.foot.size(); index-- > 0;) {
        const NavItem& item = view.foot[index];
        if (wide_item(frame, take_bottom(foot, height, item_gap), item, is_current(item, view)))
            answer.go_to = item.address;
    }
    inside.height = std::max(0.0F, foot.bottom() - inside.y);
    ScrollArea area(frame, "rail",
                    Rect{inside.x - 4, inside.y - 4, inside.width + 8, inside.height}, {});
    Rect content = area.content().inset(4, 0);
    float y = content.y + 4;
    for (const NavGroup& group : view.groups) {
        if (!group.title.empty()) {
            label(frame, {content.x + 8, y + 16, content.width - 16, 20},
                  {.text = group.title, .color = Color::muted});
            y += 42;
        }
        for (const NavItem& item : group.items) {
            if (wide_item(frame, {content.x, y, content.width, height}, item,
                          is_current(item, view)))
                answer.go_to = item.address;
            y += height + item_gap;
        }
    }
    area.set_content_height(y - content.y + 4);
}

void icon_rail(Frame& frame, const Rect& rail, const ShellView& view, ShellAnswer& answer) {
    const float size = frame.theme().is_touch() ? 48 : 40;
    const float side = (rail.width - size) / 2;
    Rect inside = rail;
    take_top(inside, 8);
    const Rect practice = take_top(inside, 56);
    draw_logo(frame, centered(practice, logo_width(view, logo_height, size), logo_height), view);
    Rect search = take_top(inside, size, 8);
    if (icon_button(frame, centered(search, size, size),
                    {.label = "Search", .kind = ButtonKind::quiet, .icon = Icon::search}))
        answer.wants_search = true;
    Rect foot = inside;
    take_bottom(foot, 8);
    const Rect saved = take_bottom(foot, size);
    frame.paint().icon(view.saved.icon, {saved.center_x(), saved.center_y()}, frame.measure().icon,
                       frame.color(view.saved.color));
    frame.add({.id = frame.id("saved"),
               .role = Role::image,
               .name = view.saved.words,
               .rect = saved,
               .name_is_drawn = false});
    for (std::size_t index = view.foot.size(); index-- > 0;) {
        const NavItem& item = view.foot[index];
        const Rect place = take_bottom(foot, size, item_gap).inset(side, 0);
        if (icon_item(frame, place, item, is_current(item, view))) answer.go_to = item.address;
    }
    ScrollArea area(frame, "rail", foot, {});
    float y = area.content().y;
    bool is_first = true;
    for (const NavGroup& group : view.groups) {
        if (!is_first) {
            divider(frame, rail.x + 16, rail.right() - 16, y + 7);
            y += 16;
        }
        is_first = false;
        for (const NavItem& item : group.items) {
            if (icon_item(frame, {rail.x + side, y, size, size}, item, is_current(item, view)))
                answer.go_to = item.address;
            y += size + item_gap;
        }
    }
    area.set_content_height(y - area.content().y);
}

void bottom_bar(Frame& frame, const Rect& bar, const ShellView& view, ShellAnswer& answer) {
    frame.paint().fill(bar, frame.color(Color::surface));
    divider(frame, bar.x, bar.right(), bar.y);
    int places = 1; // "More".
    for (const NavGroup& group : view.groups)
        for (const NavItem& item : group.items)
            places += item.is_on_bar ? 1 : 0;
    const float width = bar.width / static_cast<float>(places);
    float x = bar.x;
    bool any_current = false;
    for (const NavGroup& group : view.groups)
        for (const NavItem& item : group.items) {
            if (!item.is_on_bar) continue;
            const bool current = is_current(item, view);
            any_current |= current;
            if (bar_item(frame, {x, bar.y, width, frame_size::bottom_bar}, item, current))
                answer.go_to = item.address;
            x += width;
        }
    const NavItem more{.icon = Icon::menu, .label = "More", .address = "#/more"};
    if (bar_item(frame, {x, bar.y, width, frame_size::bottom_bar}, more, !any_current))
        answer.wants_more = true;
}

struct Places {
    Rect rail;
    Rect sheet;
};

Places places(const Frame& frame) {
    const Environment& environment = frame.environment();
    Places places{.rail = {}, .sheet = environment.safe()};
    Rect& sheet = places.sheet;
    const Breadth breadth = frame.breadth();
    if (breadth == Breadth::narrow) {
        // The bar stands on the edge and gives its place to a keyboard.
        const float under = environment.visible.bottom() - sheet.bottom();
        sheet.height += under;
        if (!environment.has_keyboard())
            places.rail = take_bottom(sheet, frame_size::bottom_bar + under);
        return places;
    }
    places.rail =
        take_left(sheet, breadth == Breadth::wide ? frame_size::rail : frame_size::rail_icons);
    take_top(sheet, frame_size::sheet_inset);
    take_right(sheet, frame_size::sheet_inset);
    take_bottom(sheet, frame_size::sheet_inset);
    return places;
}

Rect without_banners(Frame& frame, Rect sheet, const ShellView& view, ShellAnswer& answer) {
    const float side = frame.breadth() == Breadth::narrow ? 8 : 16;
    for (std::size_t index = 0; index < view.banners.size(); ++index) {
        const Banner& shown = view.banners[index];
        const float width = sheet.width - 2 * side;
        const float height = banner_height(frame, width, shown);
        take_top(sheet, index == 0 ? side : banner_gap);
        if (banner(frame, take_top(sheet, height).inset(side, 0), shown))
            answer.banner = static_cast<int>(index);
    }
    return sheet;
}

} // namespace

ShellAnswer draw_shell(Frame& frame, const ShellView& view) {
    ShellAnswer answer;
    const Breadth breadth = frame.breadth();
    const auto [rail, sheet] = places(frame);
    if (!rail.is_empty()) {
        const Group navigation(frame, {.id = frame.id("navigation"),
                                       .role = Role::navigation,
                                       .name = "Main",
                                       .rect = rail,
                                       .name_is_drawn = false});
        if (breadth == Breadth::narrow)
            bottom_bar(frame, rail, view, answer);
        else if (breadth == Breadth::medium)
            icon_rail(frame, rail, view, answer);
        else
            wide_rail(frame, rail, view, answer);
    }
    if (breadth == Breadth::narrow) {
        frame.paint().fill(sheet, frame.color(Color::surface));
    } else {
        frame.paint().box(sheet, {.fill = frame.color(Color::surface),
                                  .border = frame.color(Color::border),
                                  .border_width = 1,
                                  .radius = radius::sheet,
                                  .shadow = Shadow::small});
    }
    answer.sheet = without_banners(frame, sheet, view, answer);
    return answer;
}

void finish_sheet(Frame& frame) {
    if (frame.breadth() == Breadth::narrow) return;
    const Rect sheet = places(frame).sheet;
    constexpr float corner = radius::sheet;
    Painter& paint = frame.paint();
    const Layer before = paint.layer();
    paint.set_layer(Layer::action_bar); // Above the bars that stick to the foot of lists.
    for (const float x : {sheet.x, sheet.right() - corner}) {
        paint.push_clip({x, sheet.bottom() - corner, corner, corner});
        paint.box(sheet.outset(corner),
                  {.border = frame.color(Color::bg), .border_width = corner, .radius = 2 * corner});
        paint.box(sheet,
                  {.border = frame.color(Color::border), .border_width = 1, .radius = corner});
        paint.pop_clip();
    }
    paint.set_layer(before);
}

SheetHeaderAnswer sheet_header(Frame& frame, Rect& sheet, const SheetHeader& header) {
    SheetHeaderAnswer answer;
    const float height = frame.breadth() == Breadth::narrow ? 64 : header.height;
    const Rect whole = take_top(sheet, height);
    Rect bar = whole.inset(frame.gutter(), 0);
    if (header.has_back) {
        const float size = frame.theme().is_touch() ? 48 : 36;
        const float outdent = (size - frame.measure().icon) / 2;
        answer.back =
            icon_button(frame, {bar.x - outdent, bar.center_y() - size / 2, size, size},
                        {.label = "Back", .kind = ButtonKind::quiet, .icon = Icon::arrow_left});
        take_left(bar, frame.measure().icon, 14);
    }
    Rect words_place = bar;
    take_right(words_place, header.reserve);
    const float words =
        label(frame, words_place,
              {.text = header.title,
               .type = frame.breadth() == Breadth::narrow ? Type::title : header.type,
               .weight = Weight::semibold,
               .overflow = Overflow::ellipsis,
               .role = Role::heading,
               .level = 1});
    if (header.has_line) divider(frame, whole.x, whole.right(), whole.bottom() - 1);
    take_left(bar, words, 12);
    answer.bar = bar;
    answer.title_end = bar.x;
    return answer;
}

} // namespace ui
