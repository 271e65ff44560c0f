#include "app/queries/invoice_list.h"

#include "app/queries/names.h"
#include "base/text.h"
#include "store/columns.h"

#include <algorithm>

namespace app {

namespace {

using Entry = InvoiceIndex::Entry;

// What a question asks of every row, before its filter.
struct Criteria {
    std::int64_t first_day = std::numeric_limits<std::int64_t>::min();
    std::int64_t last_day = std::numeric_limits<std::int64_t>::max();
    bool has_account = false;
    std::optional<PartySlot> account; // None: no row is of it.
    // What the search text may mean.
    std::string number_part; // Folded; empty: there is no search.
    std::vector<bool> parties;
    std::optional<std::int64_t> amount_minor; // Exactly.
    std::optional<std::int64_t> whole_units;  // ... or any amount of so many units.
    std::int64_t minor_per_unit = 1;

    [[nodiscard]] bool is_met_by(const InvoiceIndex& index, const Entry& entry) const {
        // A draft without a date is of every period.
        const bool is_undated = entry.issue_day == InvoiceIndex::no_day;
        if (!is_undated && (entry.issue_day < first_day || entry.issue_day > last_day))
            return false;
        if (has_account && account != entry.account) return false;
        return number_part.empty() || is_found(index, entry);
    }

  private:
    [[nodiscard]] bool is_found(const InvoiceIndex& index, const Entry& entry) const {
        return parties[entry.account] || parties[entry.client] ||
               amount_minor == entry.total_minor ||
               (whole_units && *whole_units == entry.total_minor / minor_per_unit) ||
               index.folded_number(entry).contains(number_part);
    }
};

base::Result<Criteria> criteria_of(const QueryContext& context, const InvoiceListQuery& query,
                                   const PartySlots& parties) {
    const domain::Currency currency = context.practice.billing.currency;
    Criteria criteria{.number_part = base::fold_for_search(base::trimmed(query.search)),
                      .minor_per_unit = currency.minor_per_unit()};
    if (query.period) {
        criteria.first_day = query.period->first.days_since_epoch();
        criteria.last_day = query.period->last.days_since_epoch();
    }
    criteria.has_account = query.account.has_value();
    if (query.account) criteria.account = parties.find(query.account->uuid);
    if (criteria.number_part.empty()) return criteria;
    criteria.parties = TRY(parties.found_by_words(context.database, query.search));
    std::string plain = criteria.number_part;
    std::ranges::replace(plain, ',', '.');
    if (const auto minor = base::parse_scaled(plain, currency.exponent())) {
        if (plain.contains('.'))
            criteria.amount_minor = *minor;
        else
            criteria.whole_units = *minor / currency.minor_per_unit();
    }
    return criteria;
}

// What a list knows of an invoice's money.
struct ListedMoney {
    std::int64_t balance = 0;
    std::int64_t settled = 0;
    std::int64_t due_day = InvoiceIndex::no_day;
    bool is_written_off = false;
};

domain::Status status_of(InvoiceIndex::Kind kind, const ListedMoney& money, base::Date today) {
    if (kind == InvoiceIndex::Kind::draft) return domain::Status::draft;
    if (kind == InvoiceIndex::Kind::voided) return domain::Status::voided;
    if (money.balance > 0) {
        if (money.due_day < today.days_since_epoch()) return domain::Status::overdue;
        return money.settled > 0 ? domain::Status::partially_paid : domain::Status::open;
    }
    return money.is_written_off ? domain::Status::written_off : domain::Status::paid;
}

InvoiceFilter filter_of(domain::Status status) {
    switch (status) {
    case domain::Status::draft: return InvoiceFilter::drafts;
    case domain::Status::open:
    case domain::Status::partially_paid: return InvoiceFilter::open;
    case domain::Status::overdue: return InvoiceFilter::overdue;
    case domain::Status::paid: return InvoiceFilter::paid;
    case domain::Status::voided:
    case domain::Status::written_off:
    case domain::Status::refunded:
    case domain::Status::credited: return InvoiceFilter::other;
    }
    UNREACHABLE();
}

base::Result<void> add_up(InvoiceListSummary& summary, const Entry& entry) {
    if (entry.kind != InvoiceIndex::Kind::live) return {};
    if (!entry.is_home_currency) {
        ++summary.others;
        return {};
    }
    summary.total.minor = TRY(base::checked_add(summary.total.minor, entry.total_minor));
    summary.settled.minor = TRY(base::checked_add(summary.settled.minor, entry.settled_minor));
    summary.balance.minor = TRY(base::checked_add(summary.balance.minor, entry.balance_minor));
    return {};
}

base::Result<InvoiceRow> draft_row(const QueryContext& context, const base::Uuid& id) {
    auto row = TRY(context.database.prepare("SELECT client_id, issue_date, due_date, currency, "
                                            "total_minor, edited_ms, number FROM draft "
                                            "WHERE id = ? ORDER BY id"));
    TRY_VOID(row.bind(store::column(id)));
    if (!TRY(row.step())) return base::fail(base::Code::not_found, "invoice");
    const auto name = TRY(name_of_record(context.database, TRY(store::uuid_column(row, 0))));
    InvoiceRow shown{.id = {id},
                     .number = std::string(row.text(6)),
                     .client_name = name.name,
                     .client_latin_name = name.latin_name,
                     .issue_date = TRY(store::optional_date_column(row, 1)),
                     .due_date = TRY(store::optional_date_column(row, 2)),
                     .edited = TRY(store::instant_column(row, 5))};
    if (!row.is_null(4))
        shown.total = domain::Money{row.integer(4), TRY(store::currency_column(row, 3))};
    return shown;
}

base::Result<InvoiceRow> issued_row(const QueryContext& context, std::int64_t issue_day,
                                    const base::Uuid& id) {
    auto row = TRY(context.database.prepare(
        "SELECT d.client_id, d.issue_date, d.due_date, d.currency, d.payable_minor, "
        "d.settled_minor, d.balance_minor, d.state, d.number, d.written_off_minor, "
        "(SELECT l.way FROM invoice_left l WHERE l.invoice_id = d.id "
        "ORDER BY l.version DESC, l.dot LIMIT 1) AS left_way "
        "FROM derived_invoice d WHERE d.issue_date = ? AND d.id = ? ORDER BY d.id"));
    TRY_VOID(row.bind(issue_day, store::column(id)));
    if (!TRY(row.step())) return base::fail(base::Code::not_found, "invoice");
    const auto currency = TRY(store::currency_column(row, 3));
    const auto name = TRY(name_of_record(context.database, TRY(store::uuid_column(row, 0))));
    const auto due = TRY(store::optional_date_column(row, 2));
    return InvoiceRow{
        .id = {id},
        .number = std::string(row.text(8)),
        .client_name = name.name,
        .client_latin_name = name.latin_name,
        .issue_date = TRY(store::date_column(row, 1)),
        .due_date = due,
        .status =
            status_of(row.integer(7) == 1 ? InvoiceIndex::Kind::voided : InvoiceIndex::Kind::live,
                      {.balance = row.integer(6),
                       .settled = row.integer(5),
                       .due_day = due ? due->days_since_epoch() : InvoiceIndex::no_day,
                       .is_written_off = row.integer(9) > 0},
                      context.today),
        .total = domain::Money{row.integer(4), currency},
        .balance = domain::Money{row.integer(6), currency},
        .left_way = std::string(row.text(10)),
    };
}

} // namespace

base::Result<void> InvoiceListCache::refresh(const QueryContext& context,
                                             const InvoiceListQuery& query) {
    const bool is_known = summary_ && revision_ == context.revision;
    if (is_known && query_ == query && today_ == context.today) return {};
    summary_.reset();
    if (!is_known) TRY_VOID(index_.bring_up_to_date(context));
    const Criteria criteria = TRY(criteria_of(context, query, index_.parties()));

    const domain::Money zero{0, context.practice.billing.currency};
    InvoiceListSummary summary{.total = zero, .settled = zero, .balance = zero};
    const auto entries = index_.entries();
    std::vector<bool> is_shown(entries.size());
    for (std::size_t slot = 0; slot < entries.size(); ++slot) {
        const Entry& entry = entries[slot];
        if (entry.kind == InvoiceIndex::Kind::none || !criteria.is_met_by(index_, entry)) continue;
        const InvoiceFilter filter = filter_of(status_of(entry.kind,
                                                         {.balance = entry.balance_minor,
                                                          .settled = entry.settled_minor,
                                                          .due_day = entry.due_day,
                                                          .is_written_off = entry.is_written_off},
                                                         context.today));
        ++summary.counts[static_cast<std::size_t>(InvoiceFilter::all)];
        ++summary.counts[static_cast<std::size_t>(filter)];
        if (query.filter != InvoiceFilter::all && query.filter != filter) continue;
        is_shown[slot] = true;
        ++summary.row_count;
        TRY_VOID(add_up(summary, entry));
    }

    const auto order = TRY(index_.sorted_by(context.database, query.sort));
    shown_.clear();
    shown_.reserve(summary.row_count);
    std::ranges::copy_if(order, std::back_inserter(shown_),
                         [&](InvoiceIndex::Slot slot) { return is_shown[slot]; });
    if (query.order == SortOrder::descending) std::ranges::reverse(shown_);
    query_ = query;
    revision_ = context.revision;
    today_ = context.today;
    summary_ = summary;
    return {};
}

void InvoiceListCache::clear() { *this = InvoiceListCache(); }

base::Result<InvoiceListSummary> InvoiceListCache::summary(const QueryContext& context,
                                                           const InvoiceListQuery& query) {
    TRY_VOID(refresh(context, query));
    return *summary_;
}

base::Result<std::vector<InvoiceRow>> InvoiceListCache::rows(const QueryContext& context,
                                                             const InvoiceListQuery& query,
                                                             std::size_t offset,
                                                             std::size_t count) {
    TRY_VOID(refresh(context, query));
    std::vector<InvoiceRow> rows;
    const std::size_t end = std::min(shown_.size(), offset + std::min(count, shown_.size()));
    for (std::size_t i = offset; i < end; ++i) {
        const Entry& entry = index_.entries()[shown_[i]];
        rows.push_back(entry.kind == InvoiceIndex::Kind::draft
                           ? TRY(draft_row(context, entry.id))
                           : TRY(issued_row(context, entry.issue_day, entry.id)));
    }
    return rows;
}

} // namespace app
