#include "ui/input.h"

#include <algorithm>
#include <utility>

namespace ui {

void InputState::push(const PointerInput& event) {
    // Of moves only the last one counts.
    if (event.action == PointerAction::move && !waiting_.empty()) {
        auto* const last = std::get_if<PointerInput>(&waiting_.back());
        if (last != nullptr && last->action == PointerAction::move) {
            *last = event;
            return;
        }
    }
    waiting_.push_back(event);
}

void InputState::push(const KeyPress& key) { waiting_.push_back(key); }

void InputState::push(FieldEdit edit) {
    if (!waiting_.empty()) {
        auto* const last = std::get_if<FieldEdit>(&waiting_.back());
        if (last != nullptr && last->id == edit.id) {
            *last = std::move(edit);
            return;
        }
    }
    waiting_.push_back(std::move(edit));
}

void InputState::push(const FocusMove& move) { waiting_.push_back(move); }

void InputState::push(OpenedFile file) { files_.push_back(std::move(file)); }

void InputState::push_scroll(NodeId region, Point delta) {
    waiting_.push_back(Scroll{.region = region, .delta = delta});
}

void InputState::push_activation(NodeId id) { waiting_.push_back(Activation{.id = id}); }

void InputState::push_copy(bool cut) { waiting_.push_back(Copy{.cut = cut}); }

void InputState::push_paste(std::string text) { waiting_.push_back(Paste{std::move(text)}); }

void InputState::release_all() {
    const bool will_be_down = std::ranges::any_of(waiting_, [](const Event& event) {
        const auto* const pointer = std::get_if<PointerInput>(&event);
        return pointer != nullptr && pointer->action == PointerAction::press;
    });
    if (!pointer_.is_down && !will_be_down) return;
    PointerInput release{.action = PointerAction::release, .kind = pointer_.kind};
    release.position = {-1e6F, -1e6F}; // Nowhere: what was pressed is let go without a click.
    waiting_.push_back(release);
}

// What one frame can show: a press, a release, a key and an edit each stand alone with what came
// before them, so that no widget sees two states at once.
bool InputState::fits(const Event& event) const {
    if (const auto* const pointer = std::get_if<PointerInput>(&event)) {
        switch (pointer->action) {
        case PointerAction::move:
            return !pointer_.was_pressed && !pointer_.was_released && !pointer_.was_secondary;
        case PointerAction::press:
        case PointerAction::secondary:
        case PointerAction::release:
        case PointerAction::gone:
            return !pointer_.was_pressed && !pointer_.was_released && !pointer_.was_secondary;
        }
    }
    if (std::holds_alternative<KeyPress>(event)) return keys_.empty();
    if (const auto* const edit = std::get_if<FieldEdit>(&event))
        return keys_.empty() && this->edit(edit->id) == nullptr;
    return true;
}

bool InputState::begin_frame() {
    pointer_.was_pressed = pointer_.was_released = pointer_.was_secondary = false;
    pointer_.click_count = 0;
    keys_.clear();
    edits_.clear();
    scrolls_.clear();
    activations_.clear();
    moves_.clear();
    pasted_.reset();
    wants_copy_ = wants_cut_ = false;
    has_news_ = !waiting_.empty();
    while (!waiting_.empty() && fits(waiting_.front())) {
        Event event = std::move(waiting_.front());
        waiting_.pop_front();
        apply(std::move(event));
    }
    return !waiting_.empty();
}

std::vector<NodeId> InputState::fields_waiting() const {
    std::vector<NodeId> fields;
    for (const Event& event : waiting_)
        if (const auto* const edit = std::get_if<FieldEdit>(&event)) fields.push_back(edit->id);
    return fields;
}

void InputState::apply(Event&& event) {
    if (const auto* const pointer = std::get_if<PointerInput>(&event)) {
        apply_pointer(*pointer);
    } else if (const auto* const key = std::get_if<KeyPress>(&event)) {
        keys_.push_back(*key);
    } else if (auto* const edit = std::get_if<FieldEdit>(&event)) {
        edits_.push_back(std::move(*edit));
    } else if (const auto* const move = std::get_if<FocusMove>(&event)) {
        moves_.push_back(*move);
    } else if (const auto* const scroll = std::get_if<Scroll>(&event)) {
        const auto same = std::ranges::find(scrolls_, scroll->region, &Scroll::region);
        if (same == scrolls_.end()) {
            scrolls_.push_back(*scroll);
        } else {
            same->delta.x += scroll->delta.x;
            same->delta.y += scroll->delta.y;
        }
    } else if (const auto* const activation = std::get_if<Activation>(&event)) {
        activations_.push_back(activation->id);
    } else if (const auto* const copy = std::get_if<Copy>(&event)) {
        (copy->cut ? wants_cut_ : wants_copy_) = true;
    } else if (auto* const paste = std::get_if<Paste>(&event)) {
        pasted_ = std::move(paste->text);
    }
}

void InputState::apply_pointer(const PointerInput& event) {
    pointer_.kind = event.kind;
    pointer_.modifiers = event.modifiers;
    if (event.action != PointerAction::gone) pointer_.position = event.position;
    pointer_.is_here = event.action != PointerAction::gone;
    switch (event.action) {
    case PointerAction::move:
    case PointerAction::gone: break;
    case PointerAction::press:
        pointer_.is_down = true;
        pointer_.was_pressed = true;
        pointer_.click_count = event.click_count;
        shows_focus_ring_ = false;
        break;
    case PointerAction::release:
        // A release without its press (the press was a field's) is not ours.
        pointer_.was_released = pointer_.is_down;
        pointer_.is_down = false;
        break;
    case PointerAction::secondary: pointer_.was_secondary = true; break;
    }
}

bool InputState::was_activated(NodeId id) const {
    return std::ranges::find(activations_, id) != activations_.end();
}

const FieldEdit* InputState::edit(NodeId id) const {
    const auto found = std::ranges::find(edits_, id, &FieldEdit::id);
    return found == edits_.end() ? nullptr : &*found;
}

Point InputState::scroll(NodeId region) const {
    const auto found = std::ranges::find(scrolls_, region, &Scroll::region);
    return found == scrolls_.end() ? Point{} : found->delta;
}

bool InputState::take(Key key, Modifiers modifiers, NodeId target) {
    const auto found = std::ranges::find_if(keys_, [&](const KeyPress& press) {
        return press.key == key && press.modifiers == modifiers &&
               (target == 0 || press.target == target);
    });
    if (found == keys_.end()) return false;
    keys_.erase(found);
    return true;
}

bool InputState::take_shortcut(char32_t character, Modifiers modifiers) {
    const auto found = std::ranges::find_if(keys_, [&](const KeyPress& press) {
        return press.key == Key::character && press.character == character &&
               press.modifiers == modifiers &&
               !(press.in_field && !modifiers.control && !modifiers.alt);
    });
    if (found == keys_.end()) return false;
    keys_.erase(found);
    return true;
}

bool InputState::has_entered(NodeId id) const {
    return std::ranges::find(moves_, id, &FocusMove::entered) != moves_.end();
}

bool InputState::has_left(NodeId id) const {
    return std::ranges::find(moves_, id, &FocusMove::left) != moves_.end();
}

std::vector<OpenedFile> InputState::take_files(std::uint32_t request) {
    std::vector<OpenedFile> taken;
    std::erase_if(files_, [&](OpenedFile& file) {
        if (file.request != request) return false;
        taken.push_back(std::move(file));
        return true;
    });
    return taken;
}

} // namespace ui
