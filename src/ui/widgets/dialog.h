// Dialogs and side sheets: one question or one job above a dimmed screen.
//
// Whether one is open is the model's; draw it while it is. Everything beneath is inert, focus moves
// in and back out (the mirror sees to both), Escape, the cross and a press beside it dismiss. On a
// narrow window both fill the screen. One may stand above another: draw it later in the frame,
// when the other has ended; only the topmost is dismissed.
//
//     Dialog dialog(frame, {.title = "Void INV-0140?"});
//     Stack stack(dialog.body(), space::field_gap);
//     ...
//     dialog.set_body_height(stack.used());
//     Rect foot = dialog.foot();
//     if (button_from_right(frame, foot, {...})) ...
//     if (dialog.is_dismissed()) ...
#pragma once

#include "ui/frame.h"

#include <string_view>

namespace ui {

struct DialogSpec {
    std::string_view title;
    std::string_view lead = {};   // A sentence or two under the title.
    std::string_view amount = {}; // At the right end of title and lead; under them without room.
    int cents_bytes = 3;          // Of the amount, as for Hero.
    std::string_view key = {};    // Id; the title if empty.
    float width = frame_size::dialog_max;
    bool has_cross = false; // In dialogs the safe button closes; long ones have a cross too.
    bool has_foot = true;
    bool is_alert = false; // Something went wrong and waits for an answer.
};

class Dialog {
  public:
    Dialog(Frame& frame, const DialogSpec& spec);
    ~Dialog();
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;

    // Where the content stands; it scrolls when it does not fit.
    [[nodiscard]] Rect body() const { return body_; }
    // Ends the body, whose content is that high.
    void set_body_height(float height);
    // Ends the body; the padded bar of buttons at the foot. Once.
    Rect foot();
    // Asked after the body.
    [[nodiscard]] bool is_dismissed() const { return dismissed_; }

  private:
    // How the title, the lead and the amount share their place.
    struct Head {
        float words_width = 0;
        float title = 0; // Heights.
        float lead = 0;
        bool is_amount_beside = false;
        float height = 0;
    };
    [[nodiscard]] static Head head_of(Frame& frame, const DialogSpec& spec, float width);
    void draw_head(const DialogSpec& spec, const Head& head, Rect& inside);
    void end_body();

    Frame& frame_;
    NodeId id_;
    Rect rect_;
    Rect body_;
    Rect foot_;
    std::optional<Rect> cross_; // Its line; drawn after the body, so that the focus begins there.
    float body_height_ = 0;
    bool dismissed_ = false;
    std::optional<Raised> raised_;
    std::optional<ScrollArea> scroll_;
    float opacity_before_ = 1;
};

// The box of a dialog or sheet with a foot of that height (0: none), as the gallery shows it too.
void draw_panel(Frame& frame, const Rect& rect, float foot, float corner);

struct SheetSpec {
    std::string_view title;
    std::string_view key = {};
    float width = frame_size::payment_sheet;
};

// Slides in from the right, full height less 8.
class Sheet {
  public:
    Sheet(Frame& frame, const SheetSpec& spec);
    ~Sheet();
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    [[nodiscard]] Rect body() const { return body_; }
    void set_body_height(float height);
    Rect foot();
    [[nodiscard]] bool is_dismissed() const { return dismissed_; }

  private:
    void end_body();

    Frame& frame_;
    NodeId id_;
    Rect rect_;
    Rect body_;
    Rect foot_;
    Rect cross_;
    float body_height_ = 0;
    bool dismissed_ = false;
    std::optional<Raised> raised_;
    std::optional<ScrollArea> scroll_;
};

} // namespace ui
