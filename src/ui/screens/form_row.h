// Fields of a form side by side, or below each other where the column is narrow.
//
//     FormRow row(frame, stack, {0, 0});
//     row.took(text_field(frame, row.next(), name, {.label = "Name"}).height);
#pragma once

#include "ui/frame.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace ui {

class FormRow {
  public:
    // Widths as in `columns`: above 0 fixed, 0 an equal share.
    FormRow(const Frame& frame, Stack& stack, std::initializer_list<float> widths)
        : stack_(stack), is_folded_(frame.breadth() == Breadth::narrow && widths.size() > 1) {
        if (!is_folded_) places_ = columns(stack.slot(), space::field_gap, widths);
    }
    ~FormRow() {
        if (!is_folded_) stack_.advance(height_);
    }
    FormRow(const FormRow&) = delete;
    FormRow& operator=(const FormRow&) = delete;

    // The place of the next field; say by `took` how high it was.
    [[nodiscard]] Rect next() { return is_folded_ ? stack_.slot() : places_[next_++]; }
    void took(float height) {
        if (is_folded_)
            stack_.advance(height);
        else
            height_ = std::max(height_, height);
    }

  private:
    Stack& stack_;
    bool is_folded_;
    std::vector<Rect> places_;
    std::size_t next_ = 0;
    float height_ = 0;
};

} // namespace ui
