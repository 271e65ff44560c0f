#include "ui/notices.h"

#include "app/app.h"
#include "app/messages.h"

#include <ranges>
#include <utility>

namespace ui {

void Notices::say(std::string text, Icon icon) {
    toasts_.show({.text = std::move(text), .undo = {}, .icon = icon});
}

void Notices::done(std::string text, std::vector<base::Uuid> commands) {
    commands_.emplace(next_tag_, std::move(commands));
    toasts_.show({.text = std::move(text), .undo = "Undo", .tag = next_tag_++});
}

void Notices::refused(std::string text) {
    toasts_.show({.text = std::move(text), .undo = {}, .icon = Icon::circle_alert});
}

void Notices::draw(Frame& frame, const Rect& area) {
    const auto tag = toasts_.draw(frame, area);
    if (!tag) return;
    const auto found = commands_.find(*tag);
    if (found == commands_.end()) return;
    const std::vector<base::Uuid> commands = std::move(found->second);
    commands_.erase(found);
    for (const base::Uuid& command : commands | std::views::reverse) {
        const auto undone = app_.execute(app::Undo{.command = command});
        if (!undone) return refused(app::message(undone.error()));
    }
}

} // namespace ui
