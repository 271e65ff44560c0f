#include "ui/notices.h"

#include "app/app.h"
#include "app/messages.h"

#include <utility>

namespace ui {

void Notices::say(std::string text, Icon icon) {
    toasts_.show({.text = std::move(text), .undo = {}, .icon = icon});
}

void Notices::done(std::string text, const base::Uuid& command) {
    commands_.emplace(next_tag_, command);
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
    const auto undone = app_.execute(app::Undo{.command = found->second});
    commands_.erase(found);
    if (!undone) refused(app::message(undone.error()));
}

} // namespace ui
