#include "app/queries/settings.h"

#include "store/attachment_rows.h"
#include "store/book_row.h"
#include "store/records.h"
#include "store/series_rows.h"

namespace app {

base::Result<PracticeSettings> query_settings(const QueryContext& context) {
    auto& database = context.database;
    PracticeSettings settings{.practice = context.practice,
                              .locations = TRY(store::load_all<domain::Location>(database)),
                              .practitioners = TRY(store::load_all<domain::Practitioner>(database)),
                              .taxes = TRY(store::load_all<domain::TaxDefinition>(database)),
                              .methods = TRY(store::load_all<domain::PaymentMethod>(database)),
                              .services = TRY(store::load_all<domain::Service>(database)),
                              .products = TRY(store::load_all<domain::Product>(database)),
                              .series = {}};
    const auto device = TRY(store::own_device(database));
    for (const domain::Series& series : TRY(store::load_all_series(database))) {
        const auto next = domain::expected_number(series, context.today);
        settings.series.push_back({.series = series,
                                   .is_own = series.device == device,
                                   .next_number = next ? *next : std::string()});
    }
    return settings;
}

base::Result<std::optional<Attachment>> query_attachment(const QueryContext& context,
                                                         const base::Digest& hash) {
    auto row = TRY(store::load_attachment(context.database, hash));
    if (!row) return std::optional<Attachment>();
    return std::optional<Attachment>(
        {.media_type = std::move(row->media_type), .bytes = std::move(row->bytes)});
}

} // namespace app
