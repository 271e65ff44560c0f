#include "app/queries/payment_list.h"

#include "app/queries/clients.h"
#include "app/queries/names.h"
#include "base/text.h"
#include "store/columns.h"

#include <algorithm>
#include <limits>
#include <set>

namespace app {

namespace {

constexpr std::size_t found_payers_max = 1000;

// What a search text may mean.
struct Search {
    std::string part; // Folded; of the reference.
    std::set<base::Uuid> payers;
    std::optional<std::int64_t> amount_minor;

    [[nodiscard]] bool finds(const base::Uuid& payer, std::int64_t minor,
                             std::string_view reference) const {
        return part.empty() || payers.contains(payer) || amount_minor == minor ||
               base::fold_for_search(reference).contains(part);
    }
};

base::Result<Search> search_of(const QueryContext& context, std::string_view text) {
    Search search{.part = base::fold_for_search(base::trimmed(text))};
    if (search.part.empty()) return search;
    for (const std::string_view kind : {"client", "contact"})
        for (const base::Uuid& id :
             TRY(find_by_words(context.database, kind, text, found_payers_max)))
            search.payers.insert(id);
    std::string plain = search.part;
    std::ranges::replace(plain, ',', '.');
    if (const auto minor = base::parse_scaled(plain, context.practice.billing.currency.exponent()))
        search.amount_minor = *minor;
    return search;
}

bool is_of(PaymentFilter filter, std::int64_t left_minor, bool is_voided) {
    switch (filter) {
    case PaymentFilter::all: return true;
    case PaymentFilter::with_credit: return left_minor > 0;
    case PaymentFilter::voided: return is_voided;
    }
    UNREACHABLE();
}

base::Result<PaymentListRow> row_of(const QueryContext& context, const store::Statement& row) {
    const auto currency = TRY(store::currency_column(row, 3));
    const auto payer = TRY(store::id_column<domain::PartyId>(row, 1));
    const auto name = TRY(name_of_record(context.database, payer.uuid));
    const auto method = TRY(store::uuid_column(row, 5));
    return PaymentListRow{.id = TRY(store::id_column<domain::PaymentId>(row, 0)),
                          .date = TRY(store::date_column(row, 2)),
                          .payer = payer,
                          .payer_name = name.name,
                          .payer_latin_name = name.latin_name,
                          .method_name = TRY(name_of_record(context.database, method)).name,
                          .reference = std::string(row.text(6)),
                          .amount = {row.integer(4), currency},
                          .left = {row.integer(7), currency},
                          .is_voided = row.integer(8) != 0};
}

} // namespace

base::Result<PaymentList> query_payments(const QueryContext& context,
                                         const PaymentListQuery& query) {
    const Search search = TRY(search_of(context, query.search));
    auto rows = TRY(context.database.prepare(
        "SELECT p.id, p.payer_id, p.date, p.currency, p.amount_minor, p.method_id, p.reference, "
        "COALESCE(c.left_minor, 0) AS left_minor, "
        "EXISTS (SELECT 1 FROM payment_void v WHERE v.payment_id = p.id) AS is_voided "
        "FROM payment p LEFT JOIN derived_credit c ON c.payer_id = p.payer_id "
        "AND c.currency = p.currency AND c.payment_id = p.id "
        "WHERE p.date BETWEEN ? AND ? ORDER BY p.date DESC, p.id DESC"));
    constexpr std::int64_t ever = std::numeric_limits<std::int32_t>::max();
    TRY_VOID(rows.bind(query.period ? std::int64_t{query.period->first.days_since_epoch()} : -ever,
                       query.period ? std::int64_t{query.period->last.days_since_epoch()} : ever));
    const domain::Money zero{0, context.practice.billing.currency};
    PaymentList list{.taken = {zero}, .left = {zero}, .rows = {}};
    while (TRY(rows.step())) {
        const std::int64_t amount = rows.integer(4);
        const std::int64_t left = rows.integer(7);
        const bool is_voided = rows.integer(8) != 0;
        if (!search.finds(TRY(store::uuid_column(rows, 1)), amount, rows.text(6))) continue;
        for (const PaymentFilter filter :
             {PaymentFilter::all, PaymentFilter::with_credit, PaymentFilter::voided})
            if (is_of(filter, left, is_voided)) ++list.counts[static_cast<std::size_t>(filter)];
        if (!is_of(query.filter, left, is_voided)) continue;
        const std::size_t index = list.found_count++;
        if (!is_voided) {
            const auto currency = TRY(store::currency_column(rows, 3));
            TRY_VOID(add_to(list.taken, {amount, currency}));
            TRY_VOID(add_to(list.left, {left, currency}));
        }
        if (index >= query.offset && index - query.offset < query.count)
            list.rows.push_back(TRY(row_of(context, rows)));
    }
    return list;
}

} // namespace app
