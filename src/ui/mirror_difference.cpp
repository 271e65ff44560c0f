// Mirror, second half: from two frames to a patch.
#include "ui/mirror.h"
#include "ui/mirror_elements.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

void write_list(PatchWriter& patch, NodeId id, Op set, Op unset, const std::vector<NamedText>& old,
                const std::vector<NamedText>& now) {
    for (const NamedText& entry : old) {
        const auto has_name = [&](const NamedText& other) {
            return std::string_view(other.name) == entry.name;
        };
        if (std::ranges::any_of(now, has_name)) continue;
        patch.op(unset, id);
        patch.string(entry.name);
    }
    for (const NamedText& entry : now) {
        if (std::ranges::find(old, entry) != old.end()) continue;
        patch.op(set, id);
        patch.string(entry.name);
        patch.string(entry.text);
    }
}

void write_words(PatchWriter& patch, NodeId id, const Element& old, const Element& now) {
    write_list(patch, id, Op::attribute, Op::remove_attribute, old.attributes, now.attributes);
    write_list(patch, id, Op::style, Op::remove_style, old.styles, now.styles);
    if (old.text != now.text) {
        patch.op(Op::text, id);
        patch.string(now.text);
    }
}

void write_place(PatchWriter& patch, NodeId id, const Rect& place) {
    patch.op(Op::place, id);
    patch.f32(place.x);
    patch.f32(place.y);
    patch.f32(place.width);
    patch.f32(place.height);
}

void write_scroll(PatchWriter& patch, NodeId id, Point offset) {
    patch.op(Op::scroll, id);
    patch.f32(offset.x);
    patch.f32(offset.y);
}

void write_value(PatchWriter& patch, NodeId id, std::string_view value) {
    patch.op(Op::value, id);
    patch.string(value);
}

void write_new(PatchWriter& patch, const Mirror::Entry& entry, NodeId previous) {
    const Element element = element_of(entry);
    const NodeId id = entry.node.id;
    patch.op(Op::insert, id);
    patch.u32(entry.parent);
    patch.u32(previous);
    patch.u8(entry.node.scroll ? 1 : 0);
    patch.string(element.tag);
    write_words(patch, id, Element{.tag = element.tag, .attributes = {}, .styles = {}, .text = {}},
                element);
    if (entry.node.field && !entry.node.value.empty()) write_value(patch, id, entry.node.value);
    write_place(patch, id, entry.place);
    if (entry.offset != Point{}) write_scroll(patch, id, entry.offset);
}

void write_change(PatchWriter& patch, const Mirror::Entry& old, const Mirror::Entry& now) {
    const NodeId id = now.node.id;
    const bool has_field_moved =
        now.node.field && (old.rect.width != now.rect.width || old.rect.height != now.rect.height);
    if (old.node != now.node || old.inert != now.inert || old.own_text != now.own_text ||
        old.clip_path != now.clip_path || has_field_moved)
        write_words(patch, id, element_of(old), element_of(now));
    if (now.node.field && old.node.value != now.node.value) write_value(patch, id, now.node.value);
    if (old.place != now.place) write_place(patch, id, now.place);
    if (old.offset != now.offset) write_scroll(patch, id, now.offset);
}

// The order of the children of one parent while the patch is written, as the page has it.
class Siblings {
  public:
    void append(NodeId parent, NodeId id) {
        next_[{parent, last_[parent]}] = id;
        last_[parent] = id;
    }
    NodeId after(NodeId parent, NodeId previous) const {
        const auto found = next_.find({parent, previous});
        return found == next_.end() ? 0 : found->second;
    }
    void insert(NodeId parent, NodeId previous, NodeId id) {
        next_[{parent, id}] = after(parent, previous);
        next_[{parent, previous}] = id;
    }
    // Takes `id` out of its place; only what comes after `from` can hold it.
    void take(NodeId parent, NodeId from, NodeId id) {
        NodeId before = from;
        while (after(parent, before) != id)
            before = after(parent, before);
        next_[{parent, before}] = after(parent, id);
    }

  private:
    struct Key {
        NodeId parent;
        NodeId id;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const {
            return (static_cast<std::size_t>(key.parent) * 0x9E3779B1U) ^ key.id;
        }
    };
    std::unordered_map<Key, NodeId, Hash> next_;
    std::unordered_map<NodeId, NodeId> last_;
};

} // namespace

// Which of the new entries can stay in the element they have: same shape, same parent, kept parent.
std::vector<bool> Mirror::kept_entries() const {
    std::vector<bool> kept(last_.size(), false);
    for (std::size_t index = 0; index < last_.size(); ++index) {
        const Entry& now = last_[index];
        const auto shown = shown_index_.find(now.node.id);
        if (shown == shown_index_.end()) continue;
        const Entry& old = shown_[shown->second];
        kept[index] = old.parent == now.parent && has_same_shape(old, now) &&
                      (now.parent_index == no_parent || kept[now.parent_index]);
    }
    return kept;
}

// Whether the patch would take the composing field, or one of its ancestors, out of the page or
// among its siblings.
bool Mirror::would_lose_composition(const std::vector<bool>& kept) const {
    if (composing_ == 0 || !shown_index_.contains(composing_)) return false;
    const auto found = last_index_.find(composing_);
    if (found == last_index_.end() || !kept[found->second]) return true;
    const auto kept_siblings = [&](const std::vector<Entry>& entries, NodeId parent) {
        std::vector<NodeId> ids;
        for (const Entry& entry : entries) {
            const auto now = last_index_.find(entry.node.id);
            if (entry.parent == parent && now != last_index_.end() && kept[now->second])
                ids.push_back(entry.node.id);
        }
        return ids;
    };
    for (std::uint32_t index = found->second; index != no_parent; index = last_[index].parent_index)
        if (kept_siblings(shown_, last_[index].parent) != kept_siblings(last_, last_[index].parent))
            return true;
    return false;
}

// What the input method holds stays as the page has it.
void Mirror::hold_composing(Entry& entry) const {
    const Entry& old = shown_[shown_index_.at(entry.node.id)];
    entry.node.value = old.node.value;
    entry.node.field = old.node.field;
    entry.place = old.place;
    entry.rect = old.rect;
}

// What the person typed and no widget has seen yet is newer than what the widget says.
void Mirror::hold_unheard(Entry& entry) const {
    if (std::ranges::find(unheard_, entry.node.id) != unheard_.end())
        entry.node.value = shown_[shown_index_.at(entry.node.id)].node.value;
}

// Rows that came into view take over the elements of rows that left, cell by cell, when their
// families have the same shape. A row that holds the focus or a field keeps its own.
void Mirror::reuse_rows(std::vector<bool>& kept) {
    const auto family_end = [](const std::vector<Entry>& entries, std::size_t from) {
        std::size_t end = from + 1;
        while (end < entries.size() && entries[end].parent_index != no_parent &&
               entries[end].parent_index >= from)
            ++end;
        return end;
    };
    std::vector<std::size_t> free;
    for (std::size_t index = 0; index < shown_.size(); ++index)
        if (shown_[index].node.role == Role::row && !last_index_.contains(shown_[index].node.id))
            free.push_back(index);
    for (std::size_t index = 0; index < last_.size() && !free.empty(); ++index) {
        const Entry& row = last_[index];
        const bool can_take = row.node.role == Role::row && !kept[index] &&
                              !shown_index_.contains(row.node.id) &&
                              (row.parent_index == no_parent || kept[row.parent_index]);
        if (!can_take) continue;
        const std::size_t size = family_end(last_, index) - index;
        const auto fits = [&](std::size_t from) {
            if (shown_[from].parent != row.parent || family_end(shown_, from) - from != size)
                return false;
            for (std::size_t step = 0; step < size; ++step) {
                const Entry& old = shown_[from + step];
                const Entry& now = last_[index + step];
                const bool same_place_in_family =
                    step == 0 || old.parent_index - from == now.parent_index - index;
                if (!same_place_in_family || !has_same_shape(old, now) || now.node.field ||
                    old.node.id == focused_ || last_index_.contains(old.node.id) ||
                    shown_index_.contains(now.node.id))
                    return false;
            }
            return true;
        };
        const auto found = std::ranges::find_if(free, fits);
        if (found == free.end()) continue;
        for (std::size_t step = 0; step < size; ++step) {
            Entry& old = shown_[*found + step];
            patch_.op(Op::rename, old.node.id);
            patch_.u32(last_[index + step].node.id);
            shown_index_.erase(old.node.id);
            old.node.id = last_[index + step].node.id;
            shown_index_[old.node.id] = static_cast<std::uint32_t>(*found + step);
            if (step != 0) old.parent = shown_[old.parent_index].node.id;
            kept[index + step] = true;
        }
        free.erase(found);
    }
}

void Mirror::write_scrolled() {
    for (const Entry& now : last_) {
        const auto found = shown_index_.find(now.node.id);
        if (found == shown_index_.end()) continue;
        Entry& old = shown_[found->second];
        if (now.node.scroll && old.node.scroll && old.offset != now.offset) {
            write_scroll(patch_, now.node.id, now.offset);
            old.offset = now.offset;
        }
        if (now.node.field && now.node.id == focused_ && old.parent == now.parent &&
            has_same_shape(old, now)) {
            Entry held = now;
            hold_unheard(held);
            if (composing_ == focused_) hold_composing(held);
            write_change(patch_, old, held);
            held.parent_index = old.parent_index;
            old = std::move(held);
        }
    }
}

void Mirror::write_difference() {
    std::vector<bool> kept = kept_entries();
    if (would_lose_composition(kept)) return;
    reuse_rows(kept);
    Siblings siblings;
    for (const Entry& old : shown_) {
        const auto found = last_index_.find(old.node.id);
        if (found != last_index_.end() && kept[found->second]) {
            siblings.append(old.parent, old.node.id);
            continue;
        }
        // Descendants go with their parent; only the top of what leaves is named.
        const auto parent = last_index_.find(old.parent);
        const bool parent_stays =
            old.parent == 0 || (parent != last_index_.end() && kept[parent->second]);
        if (parent_stays) patch_.op(Op::remove, old.node.id);
    }
    std::unordered_map<NodeId, NodeId> previous; // Of each parent, the child last written.
    for (std::size_t index = 0; index < last_.size(); ++index) {
        Entry& now = last_[index];
        const NodeId id = now.node.id;
        NodeId& before = previous[now.parent];
        if (!kept[index]) {
            write_new(patch_, now, before);
            siblings.insert(now.parent, before, id);
        } else {
            if (siblings.after(now.parent, before) != id) {
                siblings.take(now.parent, before, id);
                siblings.insert(now.parent, before, id);
                patch_.op(Op::move, id);
                patch_.u32(before);
            }
            hold_unheard(now);
            if (id == composing_) hold_composing(now);
            write_change(patch_, shown_[shown_index_.at(id)], now);
        }
        before = id;
    }
    shown_ = last_;
    shown_index_ = last_index_;
}

void Mirror::write_requests() {
    if (focus_request_ && (focus_request_->id == 0 || shown_index_.contains(focus_request_->id))) {
        patch_.op(Op::focus, focus_request_->id);
        patch_.u8(focus_request_->select == Select::all ? 1 : 0);
        focus_request_.reset();
    }
    if (selection_request_ && shown_index_.contains(selection_request_->id)) {
        if (selection_request_->id != composing_) {
            patch_.op(Op::selection, selection_request_->id);
            patch_.u32(selection_request_->start);
            patch_.u32(selection_request_->end);
        }
        selection_request_.reset();
    }
}

} // namespace ui
