#include "ui/screens/your_data.h"

#include "base/assert.h"
#include "ui/screens/size_text.h"

namespace ui {

namespace {

using SaveKind = store::SaveState::Kind;

DataLine saved_line(SaveKind kind, Network network) {
    const bool is_offline = network == Network::offline;
    switch (kind) {
    case SaveKind::saved:
        if (is_offline)
            return {.icon = Icon::wifi_off,
                    .color = Color::muted,
                    .title = "Working offline, all saved",
                    .detail = "Everything works without a network"};
        return {.icon = Icon::circle_check,
                .title = "All saved",
                .detail = "On this device, in this browser"};
    case SaveKind::saving:
        return {.icon = Icon::hard_drive,
                .color = Color::muted,
                .title = "Saving",
                .detail = "The last change is on its way to the disk"};
    case SaveKind::not_saved:
        return {.icon = Icon::circle_alert,
                .color = Color::danger_text,
                .title = "Not saved",
                .detail = "The last change is only in this tab"};
    }
    UNREACHABLE();
}

DataLine copy_line(const CopyAge& copy) {
    DataLine line{.icon = Icon::hard_drive,
                  .color = copy.is_old() ? Color::warning : Color::success,
                  .title = "Not backed up yet",
                  .detail = "Download a copy: the book is only in this browser",
                  .action = DataAction::back_up};
    if (!copy.copied) return line;
    line.detail =
        copy.is_newest ? "The copy has everything" : "What changed since is only in this browser";
    const std::string clock = ", " + app::clock_text(*copy.copied);
    if (copy.days <= 0)
        line.title = "Backed up today" + clock;
    else if (copy.days == 1)
        line.title = "Backed up yesterday" + clock;
    else
        line.title = "Backed up " + std::to_string(copy.days) + " days ago";
    return line;
}

DataLine storage_line(const platform::Site& site) {
    const auto room = site.room();
    const std::string size = room ? size_text(room->used_bytes) + ", " : std::string();
    if (site.persistence() == platform::Site::Persistence::granted)
        return {.icon = Icon::shield_check,
                .title = "Storage is protected",
                .detail = size + (size.empty() ? "The" : "the") + " browser may not clear it"};
    return {.icon = Icon::shield_alert,
            .color = Color::warning,
            .title = "Storage is not protected",
            .detail =
                size + (size.empty() ? "The" : "the") + " browser may clear it when room is short",
            .action = DataAction::protect};
}

} // namespace

std::vector<DataLine> your_data(const store::SaveState& saved, Network network,
                                const platform::Site& site, const CopyAge& copy) {
    return {saved_line(saved.kind, network), copy_line(copy), storage_line(site)};
}

} // namespace ui
