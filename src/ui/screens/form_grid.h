// Fields of a form, two beside each other where there is room, one below another where there is
// not.
//
// Each field has a path ("address.city"): its error is shown at it and goes when it is edited. What
// was refused at no field of the form stands above it, so that nothing is silent.
#pragma once

#include "ui/layout.h"
#include "ui/screens/field_errors.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/field.h"
#include "ui/widgets/select.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

enum class Span : std::uint8_t { half, whole };

class FormGrid {
  public:
    FormGrid(Frame& frame, const Rect& area, FieldErrors& errors);

    // A heading over what follows, with a sentence under it.
    void group(std::string_view title, std::string_view lead = {});
    void text(std::string_view path, std::string& value, TextField field, Span span = Span::half);
    // True when another was chosen.
    bool choice(std::string_view path, int& chosen, SelectBox select, Span span = Span::half);
    // The date that was picked from the calendar comes back, to be written as words.
    std::optional<base::Date> date(std::string_view path, std::string& words, DateField field);
    bool tick(bool& is_on, std::string_view label, std::string_view help = {});
    // A place of the grid's width for something else; say its height.
    [[nodiscard]] Rect slot();
    void advance(float height);
    // In a slot: the error of this path is shown there; Enter was pressed there.
    void shows(std::string_view path) { shown_.emplace_back(path); }
    void submit() { submitted_ = true; }

    // Enter was pressed in one of the fields.
    [[nodiscard]] bool was_submitted() const { return submitted_; }
    // Ends the form; what was refused elsewhere comes last, in red. Its whole height.
    float finish();

  private:
    Rect place(Span span);
    void placed(Span span, float height);
    void end_row();

    Frame& frame_;
    Rect area_;
    FieldErrors& errors_;
    std::vector<std::string> shown_;
    float y_;
    float row_height_ = 0; // Of the half that stands in the left column, 0 without one.
    bool has_two_;
    bool submitted_ = false;
    bool has_group_ = false;
};

} // namespace ui
