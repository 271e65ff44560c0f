// The frame around every screen: rail, search, banners and the white sheet.
//
// Wide windows show the rail with words (232), medium ones icons only (64), narrow ones a bar of
// five at the bottom (72). It draws what it is told and answers what was pressed; what is current,
// counted or wrong is the shell's knowledge (ui/shell.h).
#pragma once

#include "ui/frame.h"
#include "ui/picture_texture.h"
#include "ui/widgets/message.h"

#include <span>
#include <string>
#include <string_view>

namespace ui {

struct NavItem {
    Icon icon = Icon::none;
    std::string_view label;
    std::string_view address; // "#/invoices".
    std::string count = {};   // At the right; empty: none.
    bool is_warning = false;  // The count is something to look at.
    bool is_on_bar = false;   // One of the four of the bottom bar.
};

struct NavGroup {
    std::string_view title; // Empty for the first.
    std::span<const NavItem> items;
};

// Whether all that was done is on the disk, in words.
struct SavedView {
    Icon icon = Icon::none;
    Color color = Color::muted;
    std::string words; // "Saved on this device".
};

struct ShellView {
    std::string practice;
    PictureTexture* logo = nullptr; // None: the first letter stands in.
    SavedView saved;
    std::span<const NavGroup> groups;
    std::span<const NavItem> foot;   // Needs attention, Outbox.
    std::string_view current;        // Address of the item one is at.
    std::span<const Banner> banners; // Above the sheet's content, gravest first.
};

struct ShellAnswer {
    Rect sheet;             // Where the screen draws, banners taken off.
    std::string_view go_to; // An address of the items; empty: stay.
    bool wants_search = false;
    bool wants_more = false; // The fifth of the bottom bar.
    int banner = -1;         // Whose button was pressed.
};

[[nodiscard]] ShellAnswer draw_shell(Frame& frame, const ShellView& view);

// The rounded corners of the sheet, over what a screen has drawn into them.
void finish_sheet(Frame& frame);

struct SheetHeader {
    std::string_view title;
    float height = frame_size::header;
    Type type = Type::title;
    bool has_back = false;
    bool has_line = false; // A hairline below: the content scrolls beneath it.
    float reserve = 0;     // Kept free at the right for actions; a long title is cut before it.
};

struct SheetHeaderAnswer {
    Rect bar;        // Free room at the right of the title, for actions from the right.
    float title_end; // Where the title ends, for a badge beside it.
    bool back = false;
};

// The head of a screen, taken off the top of `sheet`, gutters already off `bar`.
SheetHeaderAnswer sheet_header(Frame& frame, Rect& sheet, const SheetHeader& header);

} // namespace ui
