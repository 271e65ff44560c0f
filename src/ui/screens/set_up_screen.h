// The first-run form: four short steps on one sheet.
#pragma once

#include "ui/panel.h"
#include "ui/picture_texture.h"
#include "ui/screens/set_up_model.h"
#include "ui/widgets/field.h"
#include "ui/widgets/select.h"

#include <string>
#include <vector>

namespace ui {

class FormRow;
class GateSheet;

class SetUpScreen {
  public:
    SetUpScreen(Desk& desk, const Environment& environment);

    // True when the person wants to leave the first step backwards.
    [[nodiscard]] bool draw(Frame& frame, const Rect& window);
    [[nodiscard]] SetUpModel& model() { return model_; }

  private:
    void draw_steps(Frame& frame, GateSheet& sheet);
    void draw_practice(Frame& frame, Stack& form);
    void draw_logo(Frame& frame, Stack& form);
    void draw_billing(Frame& frame, Stack& form);
    void draw_taxes(Frame& frame, Stack& form);
    void draw_invoices(Frame& frame, Stack& form);
    void draw_safety(Frame& frame, Stack& form);
    void take_files(Frame& frame);
    void show_logo();
    // A field whose refusal is found under `field`.
    void text(Frame& frame, FormRow& row, std::string& words, std::string_view field,
              TextField spec);
    void select(Frame& frame, FormRow& row, int& chosen, std::string_view field, SelectBox spec);

    Desk& desk_;
    SetUpModel model_;
    std::vector<std::string> locale_examples_;
    std::vector<Option> countries_, currencies_, locales_;
    PictureTexture logo_;
    bool wants_on_ = false;
};

} // namespace ui
