#include "app/queries/payment_list_cache.h"

#include "app/queries/names.h"
#include "base/text.h"
#include "store/columns.h"

#include <algorithm>
#include <limits>

namespace app {

namespace {

// What a question asks of every payment, before its filter.
struct Criteria {
    std::int64_t first_day = std::numeric_limits<std::int64_t>::min();
    std::int64_t last_day = std::numeric_limits<std::int64_t>::max();
    // What the search text may mean.
    std::string part; // Folded; of the reference. Empty: there is no search.
    std::vector<bool> payers;
    std::optional<std::int64_t> amount_minor;

    [[nodiscard]] bool is_met_by(const PaymentIndex& index,
                                 const PaymentIndex::Entry& entry) const {
        if (entry.day < first_day || entry.day > last_day) return false;
        return part.empty() || payers[entry.payer] || amount_minor == entry.amount_minor ||
               index.folded_reference(entry).contains(part);
    }
};

base::Result<Criteria> criteria_of(const QueryContext& context, const PaymentListQuery& query,
                                   const PartySlots& parties) {
    Criteria criteria{.part = base::fold_for_search(base::trimmed(query.search))};
    if (query.period) {
        criteria.first_day = query.period->first.days_since_epoch();
        criteria.last_day = query.period->last.days_since_epoch();
    }
    if (criteria.part.empty()) return criteria;
    criteria.payers = TRY(parties.found_by_words(context.database, query.search));
    std::string plain = criteria.part;
    std::ranges::replace(plain, ',', '.');
    if (const auto minor = base::parse_scaled(plain, context.practice.billing.currency.exponent()))
        criteria.amount_minor = *minor;
    return criteria;
}

bool is_of(PaymentFilter filter, std::int64_t left_minor, bool is_voided) {
    switch (filter) {
    case PaymentFilter::all: return true;
    case PaymentFilter::with_credit: return left_minor > 0;
    case PaymentFilter::voided: return is_voided;
    }
    UNREACHABLE();
}

base::Result<void> add_up(PaymentList& list, const PaymentIndex::Entry& entry,
                          domain::Currency currency) {
    const auto found = std::ranges::find(list.taken, currency, &domain::Money::currency);
    const auto at = static_cast<std::size_t>(found - list.taken.begin());
    if (found == list.taken.end()) {
        list.taken.push_back({0, currency});
        list.left.push_back({0, currency});
    }
    std::int64_t& taken = list.taken[at].minor;
    std::int64_t& left = list.left[at].minor;
    taken = TRY(base::checked_add(taken, entry.amount_minor));
    left = TRY(base::checked_add(left, entry.left_minor));
    return {};
}

base::Result<PaymentListRow> row_of(const QueryContext& context, const PaymentIndex& index,
                                    const PaymentIndex::Entry& entry) {
    auto row = TRY(context.database.prepare(
        "SELECT payer_id, date, method_id, reference FROM payment WHERE id = ? ORDER BY id"));
    TRY_VOID(row.bind(store::column(entry.id)));
    if (!TRY(row.step())) return base::fail(base::Code::not_found, "payment");
    const auto payer = TRY(store::id_column<domain::PartyId>(row, 0));
    const auto name = TRY(name_of_record(context.database, payer.uuid));
    const auto method = TRY(store::uuid_column(row, 2));
    const domain::Currency currency = index.currency(entry);
    return PaymentListRow{.id = {entry.id},
                          .date = TRY(store::date_column(row, 1)),
                          .payer = payer,
                          .payer_name = name.name,
                          .payer_latin_name = name.latin_name,
                          .method_name = TRY(name_of_record(context.database, method)).name,
                          .reference = std::string(row.text(3)),
                          .amount = {entry.amount_minor, currency},
                          .left = {entry.left_minor, currency},
                          .is_voided = entry.is_voided};
}

} // namespace

base::Result<void> PaymentListCache::refresh(const QueryContext& context,
                                             const PaymentListQuery& query) {
    const bool is_known = list_ && revision_ == context.revision;
    if (is_known && query_ == query) return {};
    list_.reset();
    if (!is_known) TRY_VOID(index_.bring_up_to_date(context.database));
    const Criteria criteria = TRY(criteria_of(context, query, index_.parties()));
    const domain::Money zero{0, context.practice.billing.currency};
    PaymentList list{.taken = {zero}, .left = {zero}, .rows = {}};
    found_.clear();
    const auto entries = index_.entries();
    for (std::size_t i = entries.size(); i-- > 0;) {
        const PaymentIndex::Entry& entry = entries[i];
        if (!criteria.is_met_by(index_, entry)) continue;
        for (const PaymentFilter filter :
             {PaymentFilter::all, PaymentFilter::with_credit, PaymentFilter::voided})
            if (is_of(filter, entry.left_minor, entry.is_voided))
                ++list.counts[static_cast<std::size_t>(filter)];
        if (!is_of(query.filter, entry.left_minor, entry.is_voided)) continue;
        found_.push_back(static_cast<std::uint32_t>(i));
        if (!entry.is_voided) TRY_VOID(add_up(list, entry, index_.currency(entry)));
    }
    list.found_count = found_.size();
    query_ = query;
    revision_ = context.revision;
    list_ = std::move(list);
    return {};
}

base::Result<PaymentList> PaymentListCache::list(const QueryContext& context,
                                                 const PaymentListQuery& query) {
    PaymentListQuery question = query;
    question.offset = question.count = 0;
    TRY_VOID(refresh(context, question));
    PaymentList list = *list_;
    for (std::size_t i = query.offset; i < found_.size() && list.rows.size() < query.count; ++i)
        list.rows.push_back(TRY(row_of(context, index_, index_.entries()[found_[i]])));
    return list;
}

} // namespace app
