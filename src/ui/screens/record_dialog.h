// The dialog of one record in the settings: its fields, Save, and Archive for those that exist.
#pragma once

#include "ui/screens/form_grid.h"
#include "ui/widgets/dialog.h"

#include <functional>
#include <string_view>

namespace ui {

struct RecordDialog {
    std::string_view title; // "Add location", "Harbour Street".
    std::string_view key;
    std::string_view save; // "Add location", "Save location".
    bool is_new = false;
    bool can_archive = false; // It exists and is in use.
};

enum class RecordAnswer : std::uint8_t { none, save, keep, archive };

// `fields` puts the record's fields into the form.
RecordAnswer record_dialog(Frame& frame, const RecordDialog& spec, FieldErrors& errors,
                           const std::function<void(FormGrid&)>& fields);

} // namespace ui
