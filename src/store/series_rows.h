// Number series: a device's run of numbers, and where it stands.
//
// Device, letter, pattern and closing are a register; the next counter follows from the numbers
// given and skipped in this series, and only moves forward. It is never computed from documents of
// other devices.
#pragma once

#include "domain/numbering.h"
#include "store/dot.h"
#include "store/operation.h"
#include "store/sqlite.h"

#include <optional>
#include <vector>

namespace store {

[[nodiscard]] base::Result<std::optional<domain::Series>> load_series(Connection& database,
                                                                      domain::SeriesId id);
// The open series of a device for a kind of document.
[[nodiscard]] base::Result<std::optional<domain::Series>>
load_series_of(Connection& database, domain::DeviceId device, domain::DocumentKind kind);
// All series, by kind and letter.
[[nodiscard]] base::Result<std::vector<domain::Series>> load_all_series(Connection& database);

[[nodiscard]] base::Result<void> project_series(Connection& database, Dot dot, domain::SeriesId id);
// Moves a series past a number that was given.
[[nodiscard]] base::Result<void>
count_number(Connection& database, const domain::DocumentNumber& number, base::Date issue_date);
[[nodiscard]] base::Result<void> insert_skip(Connection& database, Dot dot,
                                             const domain::NumbersSkipped& skip);

} // namespace store
