#include "ui/widgets/message.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ui {

namespace {

struct Tones {
    Color tint;
    Color text;
    Color icon;
};

Tones tones(BannerKind kind) {
    switch (kind) {
    case BannerKind::information:
        return {Color::accent_tint, Color::accent_text, Color::accent_text};
    case BannerKind::warning:
        return {Color::warning_tint, Color::warning_text, Color::warning_text};
    case BannerKind::danger: return {Color::danger_tint, Color::danger_text, Color::danger_text};
    }
    return {Color::accent_tint, Color::accent_text, Color::accent_text};
}

constexpr float banner_side = 16;
constexpr float banner_indent = 46; // From the edge to the words, past the icon.

std::string sentence(const Banner& banner) {
    std::string words(banner.strong);
    if (!banner.text.empty()) (words += ' ') += banner.text;
    return words;
}

float action_width(Frame& frame, const Banner& banner) {
    if (banner.action.empty()) return 0;
    return button_width(frame, {.label = banner.action, .size = ButtonSize::small}) + 24;
}

// The small drawn page of an empty state, 108 x 124.
void draw_page(Frame& frame, Point at) {
    Painter& paint = frame.paint();
    const Rgba bar = frame.color(Color::border);
    paint.box({at.x, at.y + 12, 96, 116},
              {.fill = frame.color(Color::sunken), .border = bar, .border_width = 1, .radius = 10});
    const Rect page{at.x + 16, at.y, 96, 124};
    paint.box(page, {.fill = frame.color(Color::surface),
                     .border = frame.color(Color::border_strong),
                     .border_width = 1,
                     .radius = 10,
                     .shadow = Shadow::medium});
    paint.fill({page.x + 15, page.y + 17, 16, 16}, frame.color(Color::accent), 5);
    paint.fill({page.x + 57, page.y + 22, 24, 6}, frame.color(Color::border_strong), 3);
    constexpr std::array<float, 3> widths{36, 44, 28};
    for (std::size_t row = 0; row < widths.size(); ++row) {
        const float y = page.y + 47 + 14 * static_cast<float>(row);
        paint.fill({page.x + 15, y, widths[row], 5}, bar, 2.5F);
        paint.fill({page.x + 67, y, 14, 5}, bar, 2.5F);
    }
    paint.horizontal_line(page.x + 15, page.x + 81, page.y + 92, frame.color(Color::border_strong));
    paint.fill({page.x + 53, page.y + 103, 28, 8}, frame.color(Color::text), 4);
}

// The least width in which the sentence has no more lines: none is left with a single word.
float balanced_width(Frame& frame, std::string_view text, float width_max) {
    const Font face = font(Type::body);
    const float height = frame.paint().paragraph_height(text, face, width_max);
    float width = width_max;
    while (width > width_max / 2 && frame.paint().paragraph_height(text, face, width - 8) <= height)
        width -= 8;
    return width;
}

constexpr float toast_height = 48;
constexpr float toast_gap = 8;

// Where toasts stand at the bottom: in the screen, or clear of the title and the buttons of what
// is open above it. `all` is the height of all of them.
Rect toast_area(Frame& frame, const Rect& screen, float all) {
    const std::vector<NodeId>& modals = frame.memory().modals;
    const Mirror::Entry* const modal =
        modals.empty() ? nullptr : frame.mirror().find(modals.back());
    if (modal == nullptr) return screen;
    constexpr float beside_min = 360;
    const Rect window = frame.environment().visible;
    const float left = modal->rect.x - window.x;
    const float above = modal->rect.y - window.y;
    // Beside a side sheet, above a dialog; over the body of what leaves neither.
    if (left >= beside_min && above < all + 2 * toast_gap)
        return {window.x, window.y, left, window.height};
    if (above >= all + 2 * toast_gap)
        return {window.x, window.y, window.width, toast_gap + all + toast_gap};
    Rect body = modal->rect;
    take_bottom(body, frame_size::sheet_foot);
    return body;
}

} // namespace

void empty_page(Frame& frame, const Rect& rect) {
    draw_page(frame, {rect.center_x() - 56, rect.y});
}

float banner_height(Frame& frame, float width, const Banner& banner) {
    const float words = width - banner_indent - banner_side - action_width(frame, banner);
    const float lines = frame.paint().paragraph_height(sentence(banner), font(Type::small), words);
    return std::max(frame.theme().is_touch() ? 64.0F : 48.0F, lines + 28);
}

bool banner(Frame& frame, const Rect& rect, const Banner& banner) {
    const Tones tone = tones(banner.kind);
    Painter& paint = frame.paint();
    const bool is_alert = banner.kind == BannerKind::danger;
    const Group group(frame, {.id = frame.id(banner.strong),
                              .role = is_alert ? Role::alert : Role::status,
                              .name = sentence(banner),
                              .rect = rect,
                              .name_is_drawn = false});
    const bool outlined = frame.theme().is_high_contrast();
    paint.box(rect, {.fill = frame.color(tone.tint),
                     .border = frame.color(Color::border),
                     .border_width = outlined ? 1.0F : 0.0F,
                     .radius = radius::control + 2});
    paint.icon(banner.icon, {rect.x + banner_side + 9, rect.center_y()}, 18,
               frame.color(tone.icon));
    const float action = action_width(frame, banner);
    const Rect words{rect.x + banner_indent, rect.y,
                     rect.width - banner_indent - banner_side - action, rect.height};
    const Font strong = font(Type::small, Weight::semibold);
    const Font plain = font(Type::small);
    const float one_line = paint.width(banner.strong, strong) + 4 + paint.width(banner.text, plain);
    if (one_line <= words.width) {
        const float y = words.center_y() - plain.line / 2;
        const float x =
            words.x + paint.text({words.x, y}, banner.strong, strong, frame.color(Color::text)) + 4;
        paint.text({x, y}, banner.text, plain, frame.color(tone.text));
    } else {
        const std::string all = sentence(banner);
        const float height = paint.paragraph_height(all, plain, words.width);
        paint.paragraph({words.x, words.center_y() - height / 2, words.width, height}, all,
                        {.font = plain, .color = frame.color(tone.text)});
    }
    if (banner.action.empty()) return false;
    const Button spec{.label = banner.action, .size = ButtonSize::small};
    const float height = button_height(frame, ButtonSize::small);
    return button(
        frame,
        {rect.right() - 8 - (action - 24), rect.center_y() - height / 2, action - 24, height},
        spec);
}

bool toast_box(Frame& frame, const Rect& rect, const Toast& toast) {
    Painter& paint = frame.paint();
    paint.box(rect, {.fill = frame.color(Color::inverse),
                     .radius = radius::control + 2,
                     .shadow = Shadow::medium});
    const Group group(
        frame,
        {.id = frame.id("toast"), .role = Role::status, .rect = rect, .live = Politeness::polite});
    paint.icon(toast.icon, {rect.x + 24, rect.center_y()}, 16, frame.color(Color::on_inverse));
    const Font strong = font(Type::small, Weight::medium);
    const float undo = toast.undo.empty() ? 0 : paint.width(toast.undo, strong);
    // A node of its own: a live region speaks of the text in it, not of its name.
    label(frame, {rect.x + 44, rect.y, rect.width - 64 - undo - 20, rect.height},
          {.text = toast.text, .color = Color::on_inverse, .overflow = Overflow::ellipsis});
    if (toast.undo.empty()) return false;
    const Rect words{rect.right() - 20 - undo, rect.center_y() - 10, undo, 20};
    Node node;
    node.id = frame.id("undo");
    node.role = Role::button;
    node.name = toast.undo;
    node.rect = {words.x - 12, rect.y, undo + 24, rect.height};
    node.focus = Focus::tab_stop;
    node.style = text_style(strong, frame.color(Color::inverse_link), HorizontalAlign::middle);
    const Press press = frame.press(std::move(node));
    const Rgba color = frame.color(Color::inverse_link);
    paint.text({words.x, words.y}, toast.undo, strong, color);
    if (press.hovered) paint.horizontal_line(words.x, words.right(), words.bottom() - 3, color);
    if (press.ring) paint.ring(words, 4, 2, 4, frame.color(Color::on_inverse));
    return press.clicked;
}

std::optional<std::uint64_t> Toasts::draw(Frame& frame, const Rect& screen) {
    std::optional<std::uint64_t> undone;
    while (toasts_.size() > shown_max)
        toasts_.pop_front();
    constexpr float height = toast_height;
    constexpr float step = height + toast_gap;
    const float all = static_cast<float>(toasts_.size()) * step;
    const Rect area = toast_area(frame, screen, all);
    float y = area.bottom() - 8 - all;
    for (Shown& shown : toasts_) {
        const Font face = font(Type::small);
        const float words = frame.paint().width(shown.toast.text, face) +
                            frame.paint().width(shown.toast.undo, face);
        const float width =
            std::clamp(words + 112, std::min(280.0F, area.width - 32), area.width - 32);
        const Rect rect{area.center_x() - width / 2, y, width, height};
        y += step;
        const Scope scope(frame, "toast " + std::to_string(shown.number));
        const Raised raised(frame, Layer::toast, rect, frame.id("toast"));
        if (toast_box(frame, rect, shown.toast)) {
            undone = shown.toast.tag;
            shown.until_ms = 0;
            continue;
        }
        if (shown.until_ms < 0) shown.until_ms = frame.now_ms() + motion::toast_stay_ms;
        const Pointer& pointer = frame.input().pointer();
        if (pointer.is_here && rect.contains(pointer.position))
            shown.until_ms = std::max(shown.until_ms, frame.now_ms() + 2000);
        frame.want_at(shown.until_ms);
    }
    std::erase_if(toasts_, [&frame](const Shown& each) {
        return each.until_ms >= 0 && each.until_ms <= frame.now_ms();
    });
    return undone;
}

bool progress(Frame& frame, const Rect& rect, const Progress& progress) {
    label(frame, {rect.x, rect.y, rect.width, 20},
          {.text = progress.text, .weight = Weight::medium});
    label(frame, {rect.x, rect.y, rect.width, 20},
          {.text = progress.detail, .color = Color::muted, .align = HorizontalAlign::end});
    Rect line{rect.x, rect.y + 20, rect.width, 32};
    const Button stop{.label = progress.stop, .size = ButtonSize::small};
    bool stopped = false;
    if (!progress.stop.empty()) {
        const float height = button_height(frame, ButtonSize::small);
        const Rect place = take_right(line, button_width(frame, stop), 12);
        stopped = button(frame, centered(place, place.width, height), stop);
    }
    const Rect bar{line.x, line.center_y() - 3, line.width, 6};
    const float share = static_cast<float>(std::clamp(progress.percent, 0, 100)) / 100;
    frame.paint().fill(bar, frame.color(Color::neutral_tint), 3);
    frame.paint().fill({bar.x, bar.y, bar.width * share, bar.height}, frame.color(Color::accent),
                       3);
    Node node;
    node.id = frame.id(progress.text);
    node.role = Role::progress;
    node.name = std::string(progress.text);
    node.value = std::string(progress.detail);
    node.rect = bar;
    node.name_is_drawn = false;
    node.progress = static_cast<std::int8_t>(std::clamp(progress.percent, 0, 100));
    frame.add(std::move(node));
    return stopped;
}

EmptyAnswer empty_state(Frame& frame, const Rect& rect, const EmptyState& state) {
    const Scope scope(frame, "empty"); // Its button may be named as one of the head.
    EmptyAnswer answer = EmptyAnswer::none;
    const float width =
        balanced_width(frame, state.text, std::min(rect.width - 2 * frame.gutter(), 420.0F));
    const float text = frame.paint().paragraph_height(state.text, font(Type::body), width);
    const float picture = state.is_filtered ? 0 : 128 + 32;
    const float below = state.link.empty() ? 0 : 24 + 20;
    const float total = picture + 32 + 4 + text + 24 + 48 + below;
    float y = rect.y + std::max(0.0F, (rect.height - total) / 2);
    const float x = rect.center_x() - width / 2;
    if (!state.is_filtered) draw_page(frame, {rect.center_x() - 56, y});
    y += picture;
    label(frame, {rect.x, y, rect.width, 32},
          {.text = state.title,
           .type = state.is_filtered ? Type::heading : Type::title,
           .weight = Weight::semibold,
           .align = HorizontalAlign::middle,
           .role = Role::heading,
           .level = 2});
    y += 36;
    y += paragraph(frame, {x, y, width, text},
                   {.text = state.text,
                    .type = Type::body,
                    .color = Color::muted,
                    .align = HorizontalAlign::middle});
    y += 24;
    const Button action{.label = state.action,
                        .kind = state.is_filtered ? ButtonKind::secondary : ButtonKind::primary,
                        .icon = state.is_filtered ? Icon::none : state.action_icon,
                        .size = state.is_filtered ? ButtonSize::normal : ButtonSize::large};
    const float height = button_height(frame, action.size);
    if (!state.action.empty() &&
        button(frame,
               centered({rect.x, y, rect.width, height}, button_width(frame, action), height),
               action))
        answer = EmptyAnswer::action;
    y += height + 24;
    if (state.link.empty()) return answer;
    const float lead = frame.paint().width(state.link_lead, font(Type::small)) + 4;
    const float link_width = frame.paint().width(state.link, font(Type::small, Weight::medium));
    const float left = rect.center_x() - (lead + link_width) / 2;
    label(frame, {left, y, lead, 20}, {.text = state.link_lead, .color = Color::muted});
    if (link(frame, {left + lead, y, link_width, 20}, {.label = state.link}))
        answer = EmptyAnswer::link;
    return answer;
}

void loading_rows(Frame& frame, const Rect& rect, int rows) {
    Node node;
    node.id = frame.id("loading");
    node.role = Role::status;
    node.name = "Loading";
    node.rect = rect;
    node.name_is_drawn = false;
    node.busy = true;
    frame.add(std::move(node));
    constexpr std::array<float, 3> shares{0.42F, 0.33F, 0.38F};
    for (int row = 0; row < rows; ++row) {
        const float y = rect.y + 24 * static_cast<float>(row);
        skeleton(frame, {rect.x, y, 80, 12});
        skeleton(frame,
                 {rect.x + 96, y, rect.width * shares[static_cast<std::size_t>(row % 3)], 12});
        skeleton(frame, {rect.right() - 64, y, 64, 12});
    }
}

} // namespace ui
