// The page's real elements, kept equal to what the canvas shows.
//
// Widgets emit a node each (ui/node.h) between begin_frame and end_frame; end_frame compares them
// with what the page has and answers the patch (ui/patch.h) that makes the page agree. Nothing
// changed, nothing is written. While a region scrolls only its offset and the focused field are
// written; the rest follows 100 ms after the last movement. A field that an input method is
// composing in is never given a value, moved among its siblings or removed.
// The mirror also answers what the frame needs to know of it: who has focus, which field shows its
// own text, what lies under a point. It has no clock, no ImGui and no JavaScript.
#pragma once

#include "ui/node.h"
#include "ui/patch.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ui {

enum class Select : std::uint8_t { keep, all };

class Mirror {
  public:
    // One node as it stands in the page: places are relative to the parent's content.
    struct Entry {
        Node node;
        NodeId parent = 0;
        std::uint32_t parent_index = 0; // Into the same vector; no_parent at the root.
        std::uint32_t layer = 0;
        Rect rect; // In the window, as drawn.
        Rect visible;
        Rect place;
        Point offset;
        std::string clip_path;
        bool is_container = false; // Emitted by open: named by a label, never by its words.
        bool inert = false;
        bool own_text = false;
    };
    static constexpr std::uint32_t no_parent = 0xFFFFFFFF;

    // Emitting, once a frame. `open` is for nodes with children; every open needs its close.
    // The node's id is returned: a second node of the same id in one frame gets another.
    void begin_frame();
    NodeId add(Node node);
    NodeId open(Node node);
    void close();

    // What is emitted between raise and lower is drawn above everything else: popups, sheets,
    // dialogs, toasts. `occlude` says which part of the window the raised thing covers, so that
    // fields below give up their pixels and their pointer there.
    void raise();
    void lower();
    void occlude(const Rect& rect);

    // Compares and answers the patch; the bytes are valid until the next begin_frame. `now_ms` is
    // any steady clock in milliseconds.
    std::span<const std::byte> end_frame(double now_ms);

    // When a patch was held back (a region scrolls), the time at which another frame is due.
    std::optional<double> due_ms() const { return due_ms_; }

    // Asks the page to move focus to a node with this frame's patch, or as soon as one is emitted.
    // 0 takes the focus away.
    void request_focus(NodeId id, Select select = Select::keep);
    void request_selection(NodeId field, std::uint32_t start, std::uint32_t end);

    // What the page reported. `field_edited` is what the person typed: the page has that value
    // already. `focus_moved` with 0: nothing of ours has focus.
    void field_edited(NodeId id, std::string_view value);
    // Fields whose edits the widgets have not been told of yet: what they say of their value is
    // old, so it is not written. Asked anew each frame, after begin_frame.
    void hold_values(std::vector<NodeId> fields) { unheard_ = std::move(fields); }
    void focus_moved(NodeId id) { focused_ = id; }
    void composition_started(NodeId id) { composing_ = id; }
    void composition_ended() { composing_ = 0; }

    NodeId focused() const { return focused_; }
    NodeId composing() const { return composing_; }
    // Whether the field's element draws its text and caret now; otherwise the widget draws them.
    bool shows_own_text(NodeId id) const;

    // The last complete frame, in the order of emission; for hit tests and for the test hook.
    std::span<const Entry> nodes() const { return last_; }
    const Entry* find(NodeId id) const;
    // Innermost node under the point that `wanted` accepts, highest layer first; 0 if none.
    template <typename Wanted>
    const Entry* at(Point point, Wanted wanted) const {
        const Entry* best = nullptr;
        for (const Entry& entry : last_)
            if (!entry.inert && entry.visible.contains(point) && wanted(entry) &&
                (best == nullptr || entry.layer >= best->layer))
                best = &entry;
        return best;
    }
    // Ids that were emitted twice in the last frame, for the test hook; a correct screen has none.
    std::uint32_t duplicate_count() const { return duplicate_count_; }

  private:
    struct FocusRequest {
        NodeId id = 0;
        Select select = Select::keep;
    };
    struct SelectionRequest {
        NodeId id = 0;
        std::uint32_t start = 0;
        std::uint32_t end = 0;
    };
    struct Occluder {
        Rect rect;
        std::uint32_t layer = 0;
    };
    struct OpenModal {
        NodeId id = 0;
        NodeId opener = 0;
    };
    using Index = std::unordered_map<NodeId, std::uint32_t>;

    NodeId append(Node&& node);
    void resolve_regions();
    void resolve_modal();
    void track_modals();
    bool only_scrolled() const;
    void write_scrolled();
    void write_difference();
    void write_requests();
    std::vector<bool> kept_entries() const;
    bool would_lose_composition(const std::vector<bool>& kept) const;
    void hold_composing(Entry& entry) const;
    void hold_unheard(Entry& entry) const;
    void reuse_rows(std::vector<bool>& kept);

    std::vector<Entry> building_;
    std::vector<Entry> last_;
    std::vector<Entry> shown_;
    Index building_index_;
    Index last_index_;
    Index shown_index_;
    std::vector<std::uint32_t> open_;
    std::vector<Occluder> occluders_;
    std::vector<OpenModal> modals_;
    std::vector<NodeId> unheard_;
    PatchWriter patch_;
    std::optional<FocusRequest> focus_request_;
    std::optional<SelectionRequest> selection_request_;
    std::optional<double> due_ms_;
    double scrolled_ms_ = -1e9;
    std::uint32_t layer_ = 0;
    std::uint32_t duplicate_count_ = 0;
    NodeId focused_ = 0;
    NodeId composing_ = 0;
};

} // namespace ui
