#include "ui/screens/record_list.h"

namespace ui {

namespace {

void carry_out_saying(Desk& desk, const app::Command& command, std::string words) {
    FieldErrors errors;
    if (const auto id = carry_out(desk.app, command, errors))
        desk.notices.done(std::move(words), *id);
    else
        for (const std::string_view sentence : errors.besides({}))
            desk.notices.refused(std::string(sentence));
}

} // namespace

void archive_record(Desk& desk, app::MasterKind kind, const base::Uuid& id,
                    const std::string& name) {
    carry_out_saying(desk, app::Archive{.kind = kind, .id = id}, name + " archived");
}

void restore_record(Desk& desk, app::MasterKind kind, const base::Uuid& id,
                    const std::string& name) {
    carry_out_saying(desk, app::Restore{.kind = kind, .id = id}, name + " restored");
}

} // namespace ui
