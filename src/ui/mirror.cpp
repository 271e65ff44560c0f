#include "ui/mirror.h"

#include "base/assert.h"
#include "ui/mirror_elements.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

// The writes of a scrolling region wait this long after its last movement (interface measure:
// laying out 240 cells a frame cost 7 ms, moving their container 0.3).
constexpr double settle_after_scroll_ms = 100;

// Takes out of the node what moves with the window, so that the rest compares as words and states.
void split_geometry(Mirror::Entry& entry) {
    Node& node = entry.node;
    entry.rect = std::exchange(node.rect, {});
    entry.visible = node.clip ? intersection(entry.rect, *node.clip) : entry.rect;
    if (node.scroll) entry.offset = std::exchange(node.scroll->offset, {});
    if (node.field) {
        node.field->text_box.x -= entry.rect.x;
        node.field->text_box.y -= entry.rect.y;
    }
}

bool takes_pointer(const Node& node) {
    return node.field || node.selectable || node.role == Role::link;
}

} // namespace

void Mirror::begin_frame() {
    building_.clear();
    building_index_.clear();
    open_.clear();
    occluders_.clear();
    patch_.clear();
    layer_ = 0;
    duplicate_count_ = 0;
}

NodeId Mirror::append(Node&& node) {
    ASSERT(node.id != 0);
    const auto index = static_cast<std::uint32_t>(building_.size());
    while (!building_index_.emplace(node.id, index).second) {
        ++duplicate_count_;
        node.id = node.id * 0x9E3779B1U + 1; // Any other number: the next free place of the id.
        if (node.id == 0) node.id = 1;
    }
    Entry entry{.node = std::move(node)};
    entry.parent_index = open_.empty() ? no_parent : open_.back();
    entry.layer = layer_;
    split_geometry(entry);
    if (entry.parent_index == no_parent) {
        entry.place = entry.rect;
    } else {
        const Entry& parent = building_[entry.parent_index];
        entry.parent = parent.node.id;
        entry.place = {entry.rect.x - parent.rect.x + parent.offset.x,
                       entry.rect.y - parent.rect.y + parent.offset.y, entry.rect.width,
                       entry.rect.height};
        // A raised child (a popup in a dialog) is not cut off by what it was opened from.
        const bool is_cut = parent.layer == entry.layer;
        if (is_cut && (parent.node.scroll || parent.visible != parent.rect))
            entry.visible = intersection(entry.visible, parent.visible);
    }
    building_.push_back(std::move(entry));
    return building_.back().node.id;
}

NodeId Mirror::add(Node node) { return append(std::move(node)); }

NodeId Mirror::open(Node node) {
    const NodeId id = append(std::move(node));
    building_.back().is_container = true;
    open_.push_back(static_cast<std::uint32_t>(building_.size() - 1));
    return id;
}

void Mirror::close() {
    ASSERT(!open_.empty());
    open_.pop_back();
}

void Mirror::raise() { ++layer_; }

void Mirror::lower() {
    ASSERT(layer_ > 0);
    --layer_;
}

void Mirror::occlude(const Rect& rect) { occluders_.push_back({rect, layer_}); }

std::span<const std::byte> Mirror::end_frame(double now_ms) {
    ASSERT(open_.empty() && layer_ == 0);
    resolve_regions();
    resolve_modal();
    track_modals();
    due_ms_.reset();
    if (only_scrolled()) scrolled_ms_ = now_ms;
    std::swap(last_, building_);
    std::swap(last_index_, building_index_);
    if (now_ms - scrolled_ms_ < settle_after_scroll_ms && !focus_request_) {
        write_scrolled();
        due_ms_ = scrolled_ms_ + settle_after_scroll_ms;
    } else {
        write_difference();
        write_requests();
    }
    return patch_.bytes();
}

void Mirror::resolve_regions() {
    for (Entry& entry : building_) {
        const Node& node = entry.node;
        if (!takes_pointer(node)) continue;
        std::vector<Rect> covers;
        bool is_caret_covered = false;
        const Rect caret = node.field && node.field->caret ? *node.field->caret : entry.rect;
        for (const Occluder& occluder : occluders_) {
            if (occluder.layer <= entry.layer) continue;
            covers.push_back(occluder.rect);
            is_caret_covered |= !intersection(caret, occluder.rect).is_empty();
        }
        entry.clip_path = clip_path_of(entry.rect, entry.visible, covers);
        entry.own_text = node.field && node.id == focused_ && !is_caret_covered;
    }
    for (Entry& entry : building_)
        if (entry.node.field) entry.node.field->caret.reset();
}

void Mirror::resolve_modal() {
    std::uint32_t modal = no_parent;
    for (std::uint32_t index = 0; index < building_.size(); ++index)
        if (building_[index].node.modal) modal = index;
    if (modal == no_parent) return;
    std::vector<bool> on_path(building_.size(), false);
    for (std::uint32_t index = modal; index != no_parent; index = building_[index].parent_index)
        on_path[index] = true;
    for (std::uint32_t index = 0; index < building_.size(); ++index) {
        Entry& entry = building_[index];
        const bool beside_path = entry.parent_index == no_parent ||
                                 (on_path[entry.parent_index] && entry.parent_index != modal);
        const bool under_inert =
            entry.parent_index != no_parent && building_[entry.parent_index].inert;
        // A toast speaks over a dialog too, and what is raised above it stays in use.
        const bool speaks = entry.node.live != Politeness::none ||
                            entry.node.role == Role::status || entry.node.role == Role::alert;
        const bool above = entry.layer > building_[modal].layer;
        entry.inert = under_inert || (beside_path && !on_path[index] && !speaks && !above);
    }
}

void Mirror::track_modals() {
    // Closed ones, innermost first, give the focus back to what had it when they opened.
    while (!modals_.empty() && !building_index_.contains(modals_.back().id)) {
        if (!focus_request_ && building_index_.contains(modals_.back().opener))
            focus_request_ = {.id = modals_.back().opener, .select = Select::keep};
        modals_.pop_back();
    }
    for (std::uint32_t index = 0; index < building_.size(); ++index) {
        const Entry& entry = building_[index];
        const auto is_it = [&](const OpenModal& modal) { return modal.id == entry.node.id; };
        if (!entry.node.modal || std::ranges::any_of(modals_, is_it)) continue;
        modals_.push_back({.id = entry.node.id, .opener = focused_});
        if (focus_request_) continue;
        // The dialog's own first stop; a dialog without one takes the focus itself.
        NodeId target = entry.node.id;
        for (std::uint32_t inner = index + 1; inner < building_.size(); ++inner) {
            if (building_[inner].node.focus != Focus::tab_stop) continue;
            std::uint32_t up = building_[inner].parent_index;
            while (up != no_parent && up != index)
                up = building_[up].parent_index;
            if (up != index) continue;
            target = building_[inner].node.id;
            break;
        }
        focus_request_ = {.id = target, .select = Select::keep};
    }
}

bool Mirror::only_scrolled() const {
    return std::ranges::any_of(building_, [&](const Entry& entry) {
        if (!entry.node.scroll) return false;
        const auto shown = shown_index_.find(entry.node.id);
        return shown != shown_index_.end() && shown_[shown->second].node.scroll &&
               shown_[shown->second].offset != entry.offset;
    });
}

void Mirror::request_focus(NodeId id, Select select) {
    focus_request_ = {.id = id, .select = select};
}

void Mirror::request_selection(NodeId field, std::uint32_t start, std::uint32_t end) {
    selection_request_ = {.id = field, .start = start, .end = end};
}

void Mirror::field_edited(NodeId id, std::string_view value) {
    const auto shown = shown_index_.find(id);
    if (shown != shown_index_.end()) shown_[shown->second].node.value = value;
}

bool Mirror::shows_own_text(NodeId id) const {
    const auto shown = shown_index_.find(id);
    return shown != shown_index_.end() && shown_[shown->second].own_text;
}

const Mirror::Entry* Mirror::find(NodeId id) const {
    const auto found = last_index_.find(id);
    return found == last_index_.end() ? nullptr : &last_[found->second];
}

} // namespace ui
