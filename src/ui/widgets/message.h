// What the program says of itself: banners, toasts with Undo, progress with Stop, empty states.
//
// A banner stays while its cause lasts; a toast stays 6 s, longer while it is hovered or focused;
// progress shows work beyond 200 ms. All are live regions. Sentences come from app/messages.
#pragma once

#include "ui/frame.h"

#include <deque>
#include <string>
#include <string_view>

namespace ui {

enum class BannerKind : std::uint8_t { information, warning, danger };

struct Banner {
    BannerKind kind = BannerKind::information;
    Icon icon = Icon::info;
    std::string_view strong; // "Working offline."
    std::string_view text = {};
    std::string_view action = {}; // Words of the button; empty: none.
};

// 48 high, or more where the words break. True when its button was pressed.
bool banner(Frame& frame, const Rect& rect, const Banner& banner);
[[nodiscard]] float banner_height(Frame& frame, float width, const Banner& banner);

struct Toast {
    std::string text;
    std::string undo;      // "Undo"; empty: it cannot be undone.
    std::uint64_t tag = 0; // The caller's: which command Undo takes back.
    Icon icon = Icon::check;
};

// The toasts of the window, newest lowest; owned by the shell.
class Toasts {
  public:
    static constexpr std::size_t shown_max = 3;

    void show(Toast toast) { toasts_.push_back({std::move(toast), next_++}); }
    // Draws them, bottom centre of `screen`, the newest lowest; clear of title and buttons of what
    // is open above it. Answers the tag of the one that was undone in this frame.
    std::optional<std::uint64_t> draw(Frame& frame, const Rect& screen);
    [[nodiscard]] bool is_empty() const { return toasts_.empty(); }

  private:
    struct Shown {
        Toast toast;
        std::uint64_t number = 0;
        double until_ms = -1; // Set when it is first drawn.
    };
    std::deque<Shown> toasts_;
    std::uint64_t next_ = 0;
};

// One toast as it looks; `rect` is 48 high. True when its Undo was pressed.
bool toast_box(Frame& frame, const Rect& rect, const Toast& toast);

struct Progress {
    std::string_view text;   // "Publishing 11 invoices".
    std::string_view detail; // "7 of 11".
    int percent = 0;
    std::string_view stop = {}; // "Stop"; empty: it cannot be stopped.
};

// 52 high. True when Stop was pressed.
bool progress(Frame& frame, const Rect& rect, const Progress& progress);

struct EmptyState {
    std::string_view title;
    std::string_view text; // One or two sentences.
    std::string_view action;
    Icon action_icon = Icon::plus;
    std::string_view link_lead = {}; // "Moving from another program?"
    std::string_view link = {};      // "Import a CSV file"
    bool is_filtered = false;        // Nothing matches: no picture, a quiet button.
};
// The small drawn page of an empty state, in the middle of `rect` at its top; 128 high.
void empty_page(Frame& frame, const Rect& rect);

enum class EmptyAnswer : std::uint8_t { none, action, link };

// In the middle of `rect`: a drawn page, a title, a sentence, one button, one link.
EmptyAnswer empty_state(Frame& frame, const Rect& rect, const EmptyState& state);

// Bars in place of rows while a query runs; one node that says "Loading".
void loading_rows(Frame& frame, const Rect& rect, int rows);

} // namespace ui
