#include "ui/screens/settings_screen.h"

#include "app/app.h"
#include "app/messages.h"
#include "ui/shell_frame.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/select.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr float sections_width = 200;
constexpr float form_width_max = 672;

constexpr std::array sections{
    SettingsSection{"practice", "Practice", Icon::building_2, make_practice_part},
    SettingsSection{"locations", "Locations", Icon::map_pin, make_locations_part},
    SettingsSection{"practitioners", "Practitioners", Icon::users, make_practitioners_part},
    SettingsSection{"taxes", "Taxes", Icon::percent, make_taxes_part},
    SettingsSection{"methods", "Payment methods", Icon::credit_card, make_methods_part},
    SettingsSection{"numbering", "Numbering", Icon::hash, make_numbering_part},
    SettingsSection{"billing", "Billing", Icon::receipt_text, make_billing_part},
    SettingsSection{"appearance", "Appearance", Icon::palette, make_appearance_part},
    SettingsSection{"data", "Data", Icon::hard_drive, make_data_part},
    SettingsSection{"history", "History", Icon::clock, make_history_part},
};

std::string address_of(const SettingsSection& section) {
    return "#/settings/" + std::string(section.address);
}

} // namespace

std::span<const SettingsSection> settings_sections() { return sections; }

SettingsScreen::SettingsScreen(Desk& desk, std::string_view rest) : desk_(desk) {
    parts_.resize(sections.size());
    arrive(rest);
}

std::string SettingsScreen::title() const {
    return std::string(sections[section_].title) + " settings";
}

void SettingsScreen::arrive(std::string_view rest) {
    const auto found = std::ranges::find(sections, rest, &SettingsSection::address);
    section_ = found == sections.end() ? 0 : static_cast<std::size_t>(found - sections.begin());
}

void SettingsScreen::go(std::size_t section) { desk_.routes.go(address_of(sections[section])); }

bool SettingsScreen::has_unsaved() const {
    return std::ranges::any_of(parts_, [](const auto& part) { return part && part->is_changed(); });
}

void SettingsScreen::flush() {
    for (std::size_t at = 0; at < parts_.size(); ++at) {
        if (!parts_[at] || !parts_[at]->is_changed()) continue;
        parts_[at]->save();
        read();
        if (parts_[at]->is_changed())
            desk_.notices.refused("Changes to " + std::string(sections[at].title) +
                                  " were not saved: something in them needs correcting.");
    }
}

void SettingsScreen::read() {
    if (read_revision_ == desk_.app.revision()) return;
    read_revision_ = desk_.app.revision();
    auto settings = desk_.app.settings();
    problem_.reset();
    if (!settings) {
        problem_ = settings.error();
        return;
    }
    settings_ = *std::move(settings);
    for (const auto& part : parts_)
        if (part) part->read(*settings_);
}

SettingsPart& SettingsScreen::part() {
    auto& part = parts_[section_];
    if (!part) {
        part = sections[section_].make(desk_, *settings_);
        part->read(*settings_);
    }
    return *part;
}

void SettingsScreen::draw(Frame& frame, const Rect& sheet) {
    read();
    Rect rest = sheet;
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    sheet_header(frame, rest, {.title = "Settings", .has_line = !is_narrow});
    if (is_narrow)
        draw_section_choice(frame, take_top(rest, 64).inset(frame.gutter(), 0));
    else
        draw_sections(frame, take_left(rest, sections_width + frame.gutter()));
    if (problem_ || !settings_) {
        const std::string sentence = problem_ ? app::message(*problem_) : std::string();
        paragraph(frame, rest.inset(frame.gutter(), 24),
                  {.text = sentence, .type = Type::body, .role = Role::alert});
        return;
    }
    SettingsPart& shown = part();
    const Scope scope(frame, sections[section_].address);
    if (shown.is_changed() && frame.input().take_shortcut('s', {.control = true})) shown.save();
    if (shown.is_changed()) draw_save_bar(frame, take_bottom(rest, frame_size::dialog_foot));
    if (shown.is_wide()) {
        shown.draw(frame, rest);
        return;
    }
    ScrollArea area(frame, "section", rest, sections[section_].title);
    Rect content = area.content().inset(frame.gutter(), 0);
    content.width = std::min(content.width, form_width_max);
    content.y += is_narrow ? 8 : 24;
    const float height = shown.draw(frame, content);
    area.set_content_height(height + (is_narrow ? 8.0F : 24.0F) + 48);
}

void SettingsScreen::draw_sections(Frame& frame, const Rect& rect) {
    const Group group(frame, {.id = frame.id("sections"),
                              .role = Role::navigation,
                              .name = "Settings sections",
                              .rect = rect,
                              .name_is_drawn = false});
    frame.paint().vertical_line(rect.right() - 1, rect.y, rect.bottom(),
                                frame.color(Color::border));
    ScrollArea area(frame, "list", rect, {});
    // The words begin on the line of the title above.
    const float left = frame.gutter() - 12;
    Stack stack(
        {area.content().x + left, area.content().y + 16, rect.width - left - 12, rect.height}, 2);
    const float row = frame.theme().is_touch() ? space::target_min : 36;
    for (std::size_t at = 0; at < sections.size(); ++at) {
        const Rect line = stack.next(row);
        const bool is_here = at == section_;
        const Font face = font(Type::small, Weight::medium);
        const Press press = frame.press(
            {.id = frame.id(sections[at].address),
             .role = Role::link,
             .name = std::string(sections[at].title),
             .rect = line,
             .current = is_here,
             .focus = Focus::tab_stop,
             .href = address_of(sections[at]),
             .style = text_style(face, frame.color(Color::text), HorizontalAlign::start)});
        if (is_here || press.hovered)
            frame.paint().fill(line, frame.color(is_here ? Color::neutral_tint : Color::hover),
                               radius::control);
        const Color color = is_here ? Color::accent_text : Color::muted;
        frame.paint().icon(sections[at].icon, {line.x + 20, line.center_y()}, 16,
                           frame.color(color));
        frame.paint().text_in(
            {line.x + 38, line.y, line.width - 44, line.height}, sections[at].title,
            {.font = face, .color = frame.color(is_here ? Color::text : Color::muted)});
        if (press.ring) focus_ring(frame, line, radius::control);
        if (press.clicked) go(at);
    }
    area.set_content_height(stack.used() + 32);
}

void SettingsScreen::draw_section_choice(Frame& frame, const Rect& slot) {
    std::vector<Option> options;
    options.reserve(sections.size());
    for (const SettingsSection& section : sections)
        options.push_back({.label = section.title, .icon = section.icon});
    auto chosen = static_cast<int>(section_);
    if (select_box(frame, slot, chosen,
                   {.label = "Section", .options = options, .is_label_hidden = true}))
        go(static_cast<std::size_t>(chosen));
}

void SettingsScreen::draw_save_bar(Frame& frame, const Rect& bar) {
    frame.paint().fill(bar, frame.color(Color::sunken));
    divider(frame, bar.x, bar.right(), bar.y);
    Rect inside = bar.inset(frame.gutter(), 0);
    if (frame.breadth() != Breadth::narrow) {
        label(frame, inside, {.text = "Not saved yet", .color = Color::muted});
        inside.width = std::min(inside.width, form_width_max);
    }
    SettingsPart& shown = part();
    if (button_from_right(
            frame, inside,
            {.label = "Save changes", .kind = ButtonKind::primary, .hotkeys = "Control+S"}))
        shown.save();
    if (button_from_right(frame, inside, {.label = "Keep as it was"})) shown.discard();
}

std::unique_ptr<Panel> make_settings(Desk& desk, std::string_view rest) {
    return std::make_unique<SettingsScreen>(desk, rest);
}

} // namespace ui
