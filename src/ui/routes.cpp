#include "ui/routes.h"

#include <utility>

namespace ui {

namespace {
// From the frame that asks an overlay to close to the one that no longer draws it.
constexpr int closing_frames_max = 3;
} // namespace

void Routes::go(std::string_view address) {
    if (address == address_ && depth_ == 0) return;
    if (depth_ > 0 || expected_back_ > 0) {
        // The overlays' entries go first; the history answers later.
        after_back_ = std::string(address);
        if (depth_ > 0) {
            ++expected_back_;
            page_.go_back(std::exchange(depth_, 0));
        }
        return;
    }
    address_ = address;
    entry_ = address_;
    moved_ = true;
    page_.push_address(address_, 0);
}

void Routes::replace(std::string_view address) {
    address_ = address;
    if (expected_back_ > 0) return; // The entry to correct is the one we are going back to.
    entry_ = address_;
    page_.replace_address(address_, depth_);
}

void Routes::set_overlays(int open) {
    if (expected_back_ > 0 || to_close_ > 0) return; // Not settled yet.
    // What was asked to close is drawn until it has heard it.
    if (open > depth_ && closing_frames_ > 0) {
        --closing_frames_;
        return;
    }
    closing_frames_ = 0;
    while (depth_ < open)
        page_.push_address(address_, ++depth_);
    if (depth_ > open) {
        ++expected_back_;
        page_.go_back(depth_ - open);
        depth_ = open;
    }
}

int Routes::take_overlays_to_close() {
    if (to_close_ > 0) closing_frames_ = closing_frames_max;
    return std::exchange(to_close_, 0);
}

bool Routes::take_moved() { return std::exchange(moved_, false); }

void Routes::arrived(std::string_view address, int depth) {
    const std::string_view here = address.empty() ? "#/" : address;
    if (expected_back_ > 0) {
        // The person went elsewhere before the history had answered.
        if (here != entry_ && !after_back_) {
            after_back_ = std::string(here);
            return;
        }
        --expected_back_;
        if (expected_back_ > 0) return;
        const std::optional<std::string> target = std::exchange(after_back_, std::nullopt);
        if (target && *target != address_)
            go(*target);
        else if (entry_ != address_)
            replace(address_);
        return;
    }
    if (here == address_ && depth < depth_) {
        to_close_ += depth_ - depth;
        depth_ = depth;
        return;
    }
    // Forward to the entry of an overlay that was closed, or another screen: overlays are over.
    to_close_ += depth_;
    depth_ = 0;
    if (here == address_) return;
    address_ = here;
    entry_ = address_;
    moved_ = true;
}

} // namespace ui
