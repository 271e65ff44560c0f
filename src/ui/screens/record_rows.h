// A list of master data in the settings: what each entry is, and a way into its dialog.
//
// Those in use stand first in a card; archived ones below, with Restore. The caller opens dialogs
// and carries out what was asked.
#pragma once

#include "base/id.h"
#include "ui/frame.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ui {

struct RecordRow {
    base::Uuid id;
    std::string title;
    std::string detail; // Under the title, muted; may be empty.
    std::string aside;  // At the right.
    bool is_archived = false;
};

struct RecordRows {
    std::string_view title; // "Locations".
    std::string_view lead;
    std::string_view add;  // "Add location".
    std::string_view none; // What to say while the list is empty.
    std::span<const RecordRow> rows;
};

struct RecordRowsAnswer {
    float height = 0;
    bool adds = false;
    std::optional<base::Uuid> opened;
    std::optional<base::Uuid> restored;
};

// At the top of `slot`.
RecordRowsAnswer record_rows(Frame& frame, const Rect& slot, const RecordRows& list);

} // namespace ui
