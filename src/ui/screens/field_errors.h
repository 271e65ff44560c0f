// The refusals of a command by the fields they belong to, as sentences for those fields.
//
// A model sets them from the error that a command gave, and clears a field's when it is edited.
// Who draws the fields calls `show` once a frame: after a refusal the first wrong field gets the
// focus.
#pragma once

#include "base/error.h"
#include "ui/screens/wrong_field.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ui {

class FieldErrors {
  public:
    // A refusal: all errors that came at once, in their order.
    void set(const base::Error& error);
    // The same while the person still types: the focus stays.
    void note(const base::Error& error);
    // A refusal of what stands at the fields already.
    void look() { wrong_.look_for(); }
    void show(Frame& frame) { wrong_.show(frame); }
    void clear() { errors_.clear(); }
    void clear(std::string_view field);

    // The sentence for a field ("email", "lines[2].quantity"); empty if it has none.
    [[nodiscard]] std::string_view at(std::string_view field) const;
    // Sentences of fields that are not in `shown`, for a place above the form.
    [[nodiscard]] std::vector<std::string_view>
    besides(const std::vector<std::string_view>& shown) const;
    [[nodiscard]] bool is_empty() const { return errors_.empty(); }

  private:
    std::vector<std::pair<std::string, std::string>> errors_; // Field and sentence.
    WrongField wrong_;
};

} // namespace ui
