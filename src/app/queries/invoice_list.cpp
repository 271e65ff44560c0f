#include "app/queries/invoice_list.h"

#include "app/queries/clients.h"
#include "app/queries/names.h"
#include "base/text.h"
#include "store/columns.h"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

namespace app {

namespace {

constexpr std::size_t found_clients_max = 1000;
constexpr std::int64_t no_day = std::numeric_limits<std::int32_t>::max();

// An invoice or draft while it is filtered and sorted.
struct Candidate {
    base::Uuid id;
    bool is_draft = false;
    std::int64_t issue_day = no_day;
    std::int64_t due_day = no_day;
    std::int64_t total_minor = 0;
    std::int64_t settled_minor = 0;
    std::int64_t balance_minor = 0;
    std::int64_t edited_ms = 0;
    domain::Status status = domain::Status::draft;
    bool is_home_currency = true;
    std::string number;
    base::Uuid account;
    base::Uuid client;
    std::string client_key;
};

// What a search text may mean.
struct Search {
    std::string number_part;
    std::set<base::Uuid> parties;
    std::optional<std::int64_t> amount_minor; // Exactly.
    std::optional<std::int64_t> whole_units;  // ... or any amount of so many units.

    [[nodiscard]] bool is_empty() const { return number_part.empty(); }
    [[nodiscard]] bool finds(const Candidate& candidate, std::int64_t minor_per_unit) const {
        return (!candidate.number.empty() &&
                base::fold_for_search(candidate.number).contains(number_part)) ||
               parties.contains(candidate.account) || parties.contains(candidate.client) ||
               amount_minor == candidate.total_minor ||
               (whole_units && *whole_units == candidate.total_minor / minor_per_unit);
    }
};

base::Result<Search> search_of(const QueryContext& context, std::string_view text) {
    Search search{.number_part = base::fold_for_search(base::trimmed(text))};
    if (search.is_empty()) return search;
    for (const std::string_view kind : {"client", "contact"})
        for (const base::Uuid& id :
             TRY(find_by_words(context.database, kind, text, found_clients_max)))
            search.parties.insert(id);
    std::string plain = search.number_part;
    std::ranges::replace(plain, ',', '.');
    const auto& currency = context.practice.billing.currency;
    if (const auto minor = base::parse_scaled(plain, currency.exponent())) {
        if (plain.contains('.'))
            search.amount_minor = *minor;
        else
            search.whole_units = *minor / currency.minor_per_unit();
    }
    return search;
}

domain::Status status_of(std::int64_t state, std::int64_t balance, std::int64_t settled,
                         std::int64_t due_day, base::Date today) {
    if (state == 1) return domain::Status::voided;
    if (balance > 0 && due_day < today.days_since_epoch()) return domain::Status::overdue;
    if (balance > 0) return settled > 0 ? domain::Status::partially_paid : domain::Status::open;
    return domain::Status::paid;
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

base::Result<void> read_drafts(const QueryContext& context, const InvoiceListQuery& query,
                               std::vector<Candidate>& found) {
    auto rows = TRY(context.database.prepare(
        "SELECT id, client_id, account_id, issue_date, due_date, currency, total_minor, edited_ms, "
        "number FROM draft WHERE state = 0 ORDER BY edited_ms DESC, id"));
    TRY_VOID(rows.bind());
    while (TRY(rows.step())) {
        Candidate draft{.id = TRY(store::uuid_column(rows, 0)), .is_draft = true};
        draft.client = TRY(store::uuid_column(rows, 1));
        draft.account = TRY(store::uuid_column(rows, 2));
        draft.issue_day = rows.integer_or_null(3).value_or(no_day);
        draft.due_day = rows.integer_or_null(4).value_or(no_day);
        draft.is_home_currency = rows.text(5) == context.practice.billing.currency.code();
        draft.total_minor = rows.integer(6);
        draft.edited_ms = rows.integer(7);
        draft.number = std::string(rows.text(8));
        const bool is_outside = query.period && draft.issue_day != no_day &&
                                (draft.issue_day < query.period->first.days_since_epoch() ||
                                 draft.issue_day > query.period->last.days_since_epoch());
        const bool is_others = query.account && query.account->uuid != draft.account;
        if (!is_outside && !is_others) found.push_back(std::move(draft));
    }
    return {};
}

base::Result<void> read_issued(const QueryContext& context, const InvoiceListQuery& query,
                               std::vector<Candidate>& found) {
    const std::string account_filter = query.account ? "AND account_id = ?3 " : "AND ?3 IS NULL ";
    auto rows = TRY(context.database.prepare(
        "SELECT id, issue_date, due_date, state, account_id, client_id, number, currency, "
        "payable_minor, settled_minor, balance_minor FROM derived_invoice "
        "WHERE issue_date BETWEEN ?1 AND ?2 " +
        account_filter + "AND state <> 2 ORDER BY issue_date DESC, id DESC"));
    const std::int64_t first = query.period ? query.period->first.days_since_epoch()
                                            : std::numeric_limits<std::int32_t>::min();
    const std::int64_t last = query.period ? query.period->last.days_since_epoch() : no_day;
    TRY_VOID(rows.bind(first, last, store::column(query.account)));
    const std::string home(context.practice.billing.currency.code());
    while (TRY(rows.step())) {
        Candidate invoice{.id = TRY(store::uuid_column(rows, 0))};
        invoice.issue_day = rows.integer(1);
        invoice.due_day = rows.integer_or_null(2).value_or(no_day);
        invoice.account = TRY(store::uuid_column(rows, 4));
        invoice.client = TRY(store::uuid_column(rows, 5));
        invoice.number = std::string(rows.text(6));
        invoice.is_home_currency = rows.text(7) == home;
        invoice.total_minor = rows.integer(8);
        invoice.settled_minor = rows.integer(9);
        invoice.balance_minor = rows.integer(10);
        invoice.status = status_of(rows.integer(3), invoice.balance_minor, invoice.settled_minor,
                                   invoice.due_day, context.today);
        found.push_back(std::move(invoice));
    }
    return {};
}

base::Result<void> read_client_keys(const QueryContext& context, std::vector<Candidate>& found) {
    auto row =
        TRY(context.database.prepare("SELECT sort_key FROM master WHERE id = ? ORDER BY id"));
    for (Candidate& candidate : found) {
        TRY_VOID(row.bind(store::column(candidate.client)));
        if (TRY(row.step())) candidate.client_key = std::string(row.text(0));
    }
    return {};
}

// Numbers of one series have one length until the padding runs out; then the longer is the later.
auto number_key(const Candidate& candidate) {
    return std::tuple(candidate.number.size(), std::string_view(candidate.number));
}

bool comes_before(const Candidate& a, const Candidate& b, InvoiceSort sort) {
    switch (sort) {
    case InvoiceSort::newest:
        return std::tuple(a.is_draft, a.is_draft ? a.edited_ms : a.issue_day, number_key(a), a.id) <
               std::tuple(b.is_draft, b.is_draft ? b.edited_ms : b.issue_day, number_key(b), b.id);
    case InvoiceSort::number:
        return std::tuple(number_key(a), a.id) < std::tuple(number_key(b), b.id);
    case InvoiceSort::client:
        return std::tuple(std::string_view(a.client_key), a.id) <
               std::tuple(std::string_view(b.client_key), b.id);
    case InvoiceSort::issued:
        return std::tuple(a.issue_day, number_key(a), a.id) <
               std::tuple(b.issue_day, number_key(b), b.id);
    case InvoiceSort::due:
        return std::tuple(a.due_day, number_key(a), a.id) <
               std::tuple(b.due_day, number_key(b), b.id);
    case InvoiceSort::total:
        return std::tuple(a.total_minor, a.id) < std::tuple(b.total_minor, b.id);
    case InvoiceSort::balance:
        return std::tuple(a.balance_minor, a.id) < std::tuple(b.balance_minor, b.id);
    }
    UNREACHABLE();
}

base::Result<void> add_up(InvoiceListSummary& summary, const Candidate& candidate) {
    if (candidate.is_draft || candidate.status == domain::Status::voided) return {};
    if (!candidate.is_home_currency) {
        ++summary.others;
        return {};
    }
    summary.total.minor = TRY(base::checked_add(summary.total.minor, candidate.total_minor));
    summary.settled.minor = TRY(base::checked_add(summary.settled.minor, candidate.settled_minor));
    summary.balance.minor = TRY(base::checked_add(summary.balance.minor, candidate.balance_minor));
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
                     .edited = base::Instant{row.integer(5)}};
    if (!row.is_null(4))
        shown.total = domain::Money{row.integer(4), TRY(store::currency_column(row, 3))};
    return shown;
}

base::Result<InvoiceRow> issued_row(const QueryContext& context, std::int64_t issue_day,
                                    const base::Uuid& id) {
    auto row = TRY(context.database.prepare(
        "SELECT d.client_id, d.issue_date, d.due_date, d.currency, d.payable_minor, "
        "d.settled_minor, d.balance_minor, d.state, d.number, "
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
        .status = status_of(row.integer(7), row.integer(6), row.integer(5),
                            due ? due->days_since_epoch() : no_day, context.today),
        .total = domain::Money{row.integer(4), currency},
        .balance = domain::Money{row.integer(6), currency},
        .left_way = std::string(row.text(9)),
    };
}

} // namespace

base::Result<void> InvoiceListCache::refresh(const QueryContext& context,
                                             const InvoiceListQuery& query) {
    if (summary_ && query_ == query && revision_ == context.revision && today_ == context.today)
        return {};
    std::vector<Candidate> found;
    TRY_VOID(read_drafts(context, query, found));
    TRY_VOID(read_issued(context, query, found));
    const Search search = TRY(search_of(context, query.search));
    const std::int64_t unit = context.practice.billing.currency.minor_per_unit();
    if (!search.is_empty())
        std::erase_if(found, [&](const Candidate& one) { return !search.finds(one, unit); });

    const domain::Money zero{0, context.practice.billing.currency};
    InvoiceListSummary summary{.total = zero, .settled = zero, .balance = zero};
    for (const Candidate& one : found) {
        ++summary.counts[static_cast<std::size_t>(InvoiceFilter::all)];
        ++summary.counts[static_cast<std::size_t>(filter_of(one.status))];
    }
    if (query.filter != InvoiceFilter::all)
        std::erase_if(found,
                      [&](const Candidate& one) { return filter_of(one.status) != query.filter; });
    summary.row_count = found.size();
    for (const Candidate& one : found)
        TRY_VOID(add_up(summary, one));

    if (query.sort == InvoiceSort::client) TRY_VOID(read_client_keys(context, found));
    std::ranges::sort(found, [&](const Candidate& a, const Candidate& b) {
        return query.order == SortOrder::ascending ? comes_before(a, b, query.sort)
                                                   : comes_before(b, a, query.sort);
    });
    keys_.clear();
    keys_.reserve(found.size());
    for (const Candidate& one : found)
        keys_.push_back({.id = one.id,
                         .issue_day = static_cast<std::int32_t>(one.issue_day),
                         .is_draft = one.is_draft});
    query_ = query;
    revision_ = context.revision;
    today_ = context.today;
    summary_ = summary;
    return {};
}

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
    const std::size_t end = std::min(keys_.size(), offset + std::min(count, keys_.size()));
    for (std::size_t i = offset; i < end; ++i) {
        const Key& key = keys_[i];
        rows.push_back(key.is_draft ? TRY(draft_row(context, key.id))
                                    : TRY(issued_row(context, key.issue_day, key.id)));
    }
    return rows;
}

} // namespace app
