// A record as it stands in a form's fields, beside what the book holds.
//
// What is typed stays until it is saved or discarded; where nothing was typed, the form follows the
// book.
#pragma once

#include "app/command.h"
#include "app/formats.h"
#include "base/result.h"
#include "ui/screens/field_errors.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace app {
class App;
}

namespace ui {

template <typename T>
struct Edited {
    T now;
    T saved;

    [[nodiscard]] bool is_changed() const { return !(now == saved); }
    // The book holds `fresh` now.
    void read(T fresh) {
        if (!is_changed()) now = fresh;
        saved = std::move(fresh);
    }
    void discard() { now = saved; }
};

// Carries a command out. The id by which it can be undone; nothing when it was refused, and then
// the sentences are in `errors`.
[[nodiscard]] std::optional<base::Uuid> carry_out(app::App& app, const app::Command& command,
                                                  FieldErrors& errors);

// A count as the locale writes it. Errors as app::read_quantity; not_a_number with decimals.
[[nodiscard]] base::Result<std::int64_t> read_whole_number(std::string_view text,
                                                           const app::Locale& locale);

} // namespace ui
