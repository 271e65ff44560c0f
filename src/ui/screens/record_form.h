// One record of master data in its dialog: a new one to add, or one to edit.
//
// T is Location, Practitioner or PaymentMethod; their fields are all texts and choices, so the
// dialog edits the record itself.
#pragma once

#include "ui/screens/edited.h"

#include <optional>

namespace ui {

template <typename T>
struct RecordForm {
    T record{};
    FieldErrors errors;

    [[nodiscard]] bool is_new() const { return record.id.is_none(); }
    [[nodiscard]] std::optional<base::Uuid> save(app::App& app) {
        return is_new() ? carry_out(app, app::Add<T>{record}, errors)
                        : carry_out(app, app::Edit<T>{record}, errors);
    }
};

} // namespace ui
