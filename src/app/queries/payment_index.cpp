#include "app/queries/payment_index.h"

#include "base/assert.h"
#include "base/text.h"
#include "store/columns.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace app {

namespace {

constexpr std::string_view payments =
    "SELECT p.id, p.payer_id, p.date, p.currency, p.amount_minor, p.reference, "
    "COALESCE(c.left_minor, 0) AS left_minor, "
    "EXISTS (SELECT 1 FROM payment_void v WHERE v.payment_id = p.id) AS is_voided "
    "FROM payment p LEFT JOIN derived_credit c ON c.payer_id = p.payer_id "
    "AND c.currency = p.currency AND c.payment_id = p.id ";

auto day_and_id(const PaymentIndex::Entry& entry) { return std::tie(entry.day, entry.id); }

} // namespace

base::Result<void> PaymentIndex::bring_up_to_date(store::Connection& database) {
    const auto touched = TRY(log_.catch_up(database));
    auto read = touched ? read_again(database, *touched) : read_all(database);
    if (!read) *this = PaymentIndex();
    return read;
}

base::Result<void> PaymentIndex::read_all(store::Connection& database) {
    entries_.clear();
    texts_.clear();
    currencies_.clear();
    parties_.clear();
    // By the key the rows lie in: by date each would be fetched for itself.
    auto rows = TRY(database.prepare(std::string(payments) + "ORDER BY p.id"));
    TRY_VOID(rows.bind());
    while (TRY(rows.step()))
        entries_.push_back(TRY(entry_of(rows)));
    std::ranges::sort(entries_, {}, day_and_id);
    return {};
}

base::Result<void> PaymentIndex::read_again(store::Connection& database,
                                            const store::Touched& touched) {
    auto row = TRY(database.prepare(std::string(payments) + "WHERE p.id = ? ORDER BY p.id"));
    for (const domain::PaymentId id : touched.payments) {
        TRY_VOID(row.bind(store::column(id)));
        if (!TRY(row.step())) return base::fail(base::Code::damaged, "payment");
        const Entry entry = TRY(entry_of(row));
        const auto place = std::ranges::lower_bound(entries_, day_and_id(entry), {}, day_and_id);
        if (place != entries_.end() && place->id == entry.id)
            *place = entry;
        else
            entries_.insert(place, entry);
    }
    return {};
}

base::Result<PaymentIndex::Entry> PaymentIndex::entry_of(const store::Statement& row) {
    const std::string reference = base::fold_for_search(row.text(5));
    if (reference.size() > std::numeric_limits<std::uint16_t>::max())
        return base::fail(base::Code::damaged, "reference");
    const Entry entry{
        .id = TRY(store::uuid_column(row, 0)),
        .amount_minor = row.integer(4),
        .left_minor = row.integer(6),
        .day = TRY(store::date_column(row, 2)).days_since_epoch(),
        .payer = parties_.slot_of(TRY(store::uuid_column(row, 1))),
        .reference_at = static_cast<std::uint32_t>(texts_.size()),
        .reference_size = static_cast<std::uint16_t>(reference.size()),
        .currency = index_of(TRY(store::currency_column(row, 3))),
        .is_voided = row.integer(7) != 0,
    };
    texts_ += reference;
    return entry;
}

std::uint8_t PaymentIndex::index_of(domain::Currency currency) {
    const auto found = std::ranges::find(currencies_, currency);
    const auto index = found - currencies_.begin();
    if (found == currencies_.end()) currencies_.push_back(currency);
    ASSERT(currencies_.size() <= std::numeric_limits<std::uint8_t>::max()); // There are fewer.
    return static_cast<std::uint8_t>(index);
}

} // namespace app
