#include "app/restore.h"

#include "app/commands/context.h"
#include "store/book_row.h"
#include "store/change_log.h"
#include "store/columns.h"
#include "store/records.h"
#include "store/schema.h"
#include "store/series_rows.h"

namespace app {

namespace {

// A series with a letter must show it, or two devices would mint one number.
base::Result<domain::NumberPattern> lettered(const domain::NumberPattern& pattern) {
    std::string text = pattern.text();
    if (!text.contains("{S}")) text.insert(text.find("{N"), "{S}");
    return domain::NumberPattern::parse(text);
}

store::SeriesRecord record_of(const domain::Series& series) {
    return {.id = series.id,
            .document = series.kind,
            .device = series.device,
            .letter = series.letter,
            .pattern = series.pattern,
            .is_closed = series.is_closed};
}

base::Result<store::Operations> new_series(store::Connection& database, domain::DeviceId before,
                                           domain::DeviceId device, base::Instant now,
                                           base::IdSource& ids) {
    const auto all = TRY(store::load_all_series(database));
    store::Operations operations;
    for (const domain::Series& series : all) {
        if (series.device != before || series.is_closed) continue;
        store::SeriesRecord closed = record_of(series);
        closed.is_closed = true;
        append(operations, TRY(store::changes_to(database, closed)));

        std::vector<std::string> used;
        for (const domain::Series& other : all)
            if (other.kind == series.kind) used.push_back(other.letter);
        const store::SeriesRecord opened{.id = domain::SeriesId{ids.next(now)},
                                         .document = series.kind,
                                         .device = device,
                                         .letter = domain::next_series_letter(used),
                                         .pattern = TRY(lettered(series.pattern))};
        append(operations, TRY(store::changes_to(database, opened)));
    }
    return operations;
}

} // namespace

base::Result<CopySummary> summary_of_copy(store::Connection& database) {
    TRY_VOID(store::migrate(database));
    if (!TRY(store::has_practice(database))) return base::fail(base::Code::not_a_book);
    CopySummary summary{.practice = TRY(load_practice(database)).identity.name};
    {
        auto count = TRY(database.prepare("SELECT COUNT(DISTINCT id) FROM issued_invoice"));
        if (TRY(count.step())) summary.invoice_count = static_cast<std::size_t>(count.integer(0));
    }
    {
        auto last =
            TRY(database.prepare("SELECT number FROM issued_invoice ORDER BY dot DESC LIMIT 1"));
        if (TRY(last.step())) summary.last_number = last.text(0);
    }
    // The last change of each device is found by its key.
    auto newest = TRY(database.prepare(
        "SELECT c.recorded_ms FROM device d JOIN change c ON c.dot = (SELECT MAX(l.dot) "
        "FROM change l WHERE l.dot >= d.number << 40 AND l.dot < (d.number + 1) << 40) "
        "ORDER BY c.recorded_ms DESC LIMIT 1"));
    if (TRY(newest.step())) summary.last_change = TRY(store::instant_column(newest, 0));
    return summary;
}

base::Result<void> prepare_copy(store::Connection& database, base::Instant now,
                                const Session& session, base::IdSource& ids) {
    (void)TRY(summary_of_copy(database)); // What can't be shown must not take a book's place.
    const auto before = TRY(store::own_device(database));
    const domain::DeviceId device{ids.next(now)};
    TRY_VOID(store::adopt_device(database, device));
    const store::NewChange change{
        .recorded = now,
        .author = session.person,
        .command_id = ids.next(now),
        .command = "restore_book",
        .operations = TRY(new_series(database, before, device, now, ids)),
        .receipt = "{}",
        .session = std::nullopt,
        .also_about = {},
    };
    TRY_VOID(store::append_change(database, change));
    return {};
}

} // namespace app
