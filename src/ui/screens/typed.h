// A field whose words mean something: kept as they were typed, judged when the person leaves it.
//
// Words that can't be read stay in the field with their error; the value they stood for is not
// changed. The error is shown once the field was left, and at once from then on until it is gone.
#pragma once

#include "app/messages.h"
#include "base/result.h"

#include <string>
#include <string_view>
#include <utility>

namespace ui {

struct Typed {
    std::string words;
    std::string error;       // Why they can't be read; empty: they can.
    bool is_judged = false;  // The field was left with them.
    bool is_touched = false; // Typed in since they were last written in full.

    [[nodiscard]] bool is_wrong() const { return !error.empty(); }
    [[nodiscard]] std::string_view shown_error() const {
        return is_judged ? std::string_view(error) : std::string_view();
    }

    // The value in full, in place of what was typed.
    void write(std::string text) { *this = {.words = std::move(text)}; }

    // Takes what the words were read as; true when `value` is another now.
    template <typename T>
    bool take(const base::Result<T>& read, T& value) {
        is_touched = true;
        if (!read) {
            error = app::message(read.error());
            return false;
        }
        error.clear();
        is_judged = false;
        if (value == *read) return false;
        value = *read;
        return true;
    }

    // The field was left.
    void judge() { is_judged = is_wrong(); }
};

} // namespace ui
