#include "ui/screens/wrong_field.h"

#include "ui/frame.h"

#include <algorithm>

namespace ui {

void WrongField::show(Frame& frame) {
    if (frames_left_ == 0) return;
    --frames_left_;
    const auto is_wrong = [](const Mirror::Entry& entry) {
        return entry.node.invalid && !entry.inert;
    };
    const auto nodes = frame.mirror().nodes();
    const auto found = std::ranges::find_if(nodes, is_wrong);
    if (found == nodes.end()) return frame.want_at(frame.now_ms());
    frames_left_ = 0;
    frame.mirror().request_focus(found->node.id, Select::all);
}

} // namespace ui
