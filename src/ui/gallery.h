// Every widget of the kit in every state on one page, as design/components.png draws it.
//
// Shown at #/gallery in test builds; its pixels are read back and compared with stored ones. It has
// no data and no commands: what is pressed here changes only the page itself.
#pragma once

#include "ui/frame.h"
#include "ui/widgets/palette.h"

#include <array>
#include <string>

namespace ui {

class Gallery {
  public:
    // Draws the page into the window, scrolled.
    void draw(Frame& frame);

  private:
    void draw_page(Frame& frame, Rect page);
    void draw_buttons(Frame& frame, const Rect& card);
    void draw_status(Frame& frame, const Rect& card);
    void draw_fields(Frame& frame, const Rect& card);
    void draw_choices(Frame& frame, const Rect& card);
    void draw_date(Frame& frame, const Rect& card);
    void draw_lists(Frame& frame, const Rect& card);
    void draw_table(Frame& frame, const Rect& card);
    void draw_loading(Frame& frame, const Rect& card);
    void draw_dialog(Frame& frame, const Rect& card);
    void draw_messages(Frame& frame, const Rect& card);
    void draw_disabled(Frame& frame, const Rect& card);
    void draw_menu(Frame& frame, const Rect& card);
    void draw_palette(Frame& frame, const Rect& card);
    void draw_toolbar(Frame& frame, const Rect& card);
    void draw_money(Frame& frame, const Rect& card);
    void draw_type(Frame& frame, const Rect& card);
    void draw_colors(Frame& frame, const Rect& card);

    std::string name_ = "\u017baneta W\u00f3jcik";
    std::string email_ = "zaneta.wojcik@";
    std::string number_ = "INV-0141";
    std::string reference_;
    std::string amount_ = "1,234.50";
    std::string wrong_amount_ = "123,00";
    std::string discount_ = "5";
    int segment_ = 2;
    int tab_ = 1;
    int method_ = 1;
    std::string date_ = "20 Nov 2026";
    std::string search_ = "w\u00f3j";
    std::string reason_ = "Booked for the wrong client";
    int terms_ = 2;
    int lit_client_ = 0;
    int lit_terms_ = 1;
    std::array<bool, 5> selected_{false, false, true, false, false};
    std::array<bool, 6> ticks_{false, true, false, false, false, true};
    std::array<bool, 5> fixed_{false, true, false, false, true}; // Of what is disabled.
    int fixed_choice_ = 1;
    int wrong_terms_ = -1;
    int lit_menu_ = 1;
    int toolbar_segment_ = 0;
    std::string list_search_;
    Palette palette_{"zan"};
};

} // namespace ui
