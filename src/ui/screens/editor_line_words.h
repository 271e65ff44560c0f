// What a line says where its fields are not open.
#pragma once

#include "ui/icons.h"
#include "ui/screens/editor_model.h"

#include <cstddef>
#include <string>

namespace ui {

[[nodiscard]] Icon line_icon(domain::LineKind kind);
// "17 Nov, Dr Aoife Brennan", "Product, BK-01", "Write-in line".
[[nodiscard]] std::string line_detail(const EditorModel& model, const domain::DraftLine& line);
// "−10 %, +€5.00" of its discounts and surcharges; empty without.
[[nodiscard]] std::string line_changes(const EditorModel& model, const domain::DraftLine& line);
// "17 Nov, 1.5 × 120.00, VAT 23 %": all of it, on a narrow window.
[[nodiscard]] std::string line_summary(const EditorModel& model, const domain::DraftLine& line);
// What the line comes to, after its own discounts; empty while that is not known.
[[nodiscard]] std::string line_amount(EditorModel& model, std::size_t index);

} // namespace ui
