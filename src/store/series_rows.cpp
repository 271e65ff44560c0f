#include "store/series_rows.h"

#include "store/columns.h"
#include "store/records.h"

#include <algorithm>

namespace store {

namespace {

constexpr std::string_view series_columns =
    "SELECT id, document, device_id, letter, pattern, is_closed, year, next_counter, "
    "last_issue_date FROM series ";

base::Result<domain::Series> series_of(const Statement& row) {
    const auto& names = Names<domain::DocumentKind>::names;
    const auto kind = std::ranges::find(names, row.text(1));
    if (kind == names.end()) return base::fail(base::Code::damaged, "series", "document");
    return domain::Series{
        .id = TRY(id_column<domain::SeriesId>(row, 0)),
        .kind = static_cast<domain::DocumentKind>(kind - names.begin()),
        .device = TRY(id_column<domain::DeviceId>(row, 2)),
        .letter = std::string(row.text(3)),
        .pattern = TRY(domain::NumberPattern::parse(row.text(4))),
        .year = static_cast<int>(row.integer(6)),
        .next_counter = row.integer(7),
        .last_issue_date = TRY(optional_date_column(row, 8)),
        .is_closed = row.integer(5) != 0,
    };
}

base::Result<std::optional<domain::Series>> first_series(Statement rows) {
    if (!TRY(rows.step())) return std::optional<domain::Series>();
    return std::optional<domain::Series>(TRY(series_of(rows)));
}

// Forward only; in a later year the counting starts again after `counter`.
base::Result<void> move_past(Connection& database, domain::SeriesId id, int year,
                             std::int64_t counter) {
    auto update =
        TRY(database.prepare("UPDATE series SET next_counter = CASE WHEN ?1 > year THEN ?2 + 1 "
                             "WHEN ?1 = year THEN MAX(next_counter, ?2 + 1) ELSE next_counter END, "
                             "year = MAX(year, ?1) WHERE id = ?3"));
    return update.run(year, counter, column(id));
}

} // namespace

base::Result<std::optional<domain::Series>> load_series(Connection& database, domain::SeriesId id) {
    auto rows = TRY(database.prepare(std::string(series_columns) + "WHERE id = ? ORDER BY id"));
    TRY_VOID(rows.bind(column(id)));
    return first_series(std::move(rows));
}

base::Result<std::optional<domain::Series>>
load_series_of(Connection& database, domain::DeviceId device, domain::DocumentKind kind) {
    auto rows = TRY(database.prepare(std::string(series_columns) +
                                     "WHERE device_id = ? AND document = ? AND is_closed = 0 "
                                     "ORDER BY id DESC LIMIT 1"));
    TRY_VOID(rows.bind(column(device),
                       Names<domain::DocumentKind>::names[static_cast<std::size_t>(kind)]));
    return first_series(std::move(rows));
}

base::Result<std::vector<domain::Series>> load_all_series(Connection& database) {
    auto rows =
        TRY(database.prepare(std::string(series_columns) + "ORDER BY document, letter, id"));
    TRY_VOID(rows.bind());
    std::vector<domain::Series> all;
    while (TRY(rows.step()))
        all.push_back(TRY(series_of(rows)));
    return all;
}

base::Result<void> project_series(Connection& database, Dot dot, domain::SeriesId id) {
    const auto record = TRY(load_record<SeriesRecord>(database, id.uuid));
    if (!record) return base::fail(base::Code::damaged, "series");
    auto row = TRY(database.prepare(
        "INSERT INTO series (id, dot, document, device_id, letter, pattern, is_closed, year, "
        "next_counter, last_issue_date) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 1, NULL) "
        "ON CONFLICT (id) DO UPDATE SET dot = excluded.dot, letter = excluded.letter, "
        "pattern = excluded.pattern, is_closed = excluded.is_closed"));
    return row.run(column(id), dot.value,
                   Names<domain::DocumentKind>::names[static_cast<std::size_t>(record->document)],
                   column(record->device), record->letter, record->pattern.text(),
                   record->is_closed ? 1 : 0);
}

base::Result<void> count_number(Connection& database, const domain::DocumentNumber& number,
                                base::Date issue_date) {
    TRY_VOID(move_past(database, number.series, number.year, number.counter));
    auto update = TRY(database.prepare("UPDATE series SET last_issue_date = "
                                       "MAX(COALESCE(last_issue_date, ?1), ?1) WHERE id = ?2"));
    return update.run(column(issue_date), column(number.series));
}

base::Result<void> insert_skip(Connection& database, Dot dot, const domain::NumbersSkipped& skip) {
    auto insert = TRY(database.prepare(
        "INSERT INTO number_skip (series_id, dot, year, first_counter, last_counter, date, "
        "reason) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    TRY_VOID(insert.run(column(skip.series), dot.value, skip.year, skip.from, skip.to,
                        column(skip.dated.effective), skip.reason));
    return move_past(database, skip.series, skip.year, skip.to);
}

} // namespace store
