#include "app/queries/invoice_index.h"

#include "base/assert.h"
#include "base/text.h"
#include "store/columns.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace app {

namespace {

constexpr std::string_view drafts =
    "SELECT id, client_id, account_id, issue_date, due_date, currency, total_minor, edited_ms, "
    "number FROM draft WHERE state = 0 ";
constexpr std::string_view issued_invoices =
    "SELECT id, client_id, account_id, issue_date, due_date, currency, payable_minor, "
    "settled_minor, balance_minor, state, number, written_off_minor FROM derived_invoice "
    "WHERE state <> 2 ";

std::string sql(std::string_view select, std::string_view rest) {
    return std::string(select) + std::string(rest);
}

std::int32_t day_column(const store::Statement& row, int index) {
    return static_cast<std::int32_t>(row.integer_or_null(index).value_or(InvoiceIndex::no_day));
}

// Compares as the first half of the id does.
std::uint64_t first_bytes(const base::Uuid& id) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof value; ++i)
        value = value << 8 | id.bytes[i];
    return value;
}

// By a leading key, which is made once for each and stands beside it in memory: most comparisons
// end there and fetch no entry. Those of one key by `comes_first`.
std::vector<InvoiceIndex::Slot> sorted(std::span<const InvoiceIndex::Slot> slots,
                                       const auto& key_of, const auto& comes_first) {
    using Key = decltype(key_of(slots[0]));
    std::vector<std::pair<Key, InvoiceIndex::Slot>> keyed;
    keyed.reserve(slots.size());
    for (const InvoiceIndex::Slot slot : slots)
        keyed.emplace_back(key_of(slot), slot);
    std::ranges::sort(keyed, [&](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : comes_first(a.second, b.second);
    });
    std::vector<InvoiceIndex::Slot> order;
    order.reserve(slots.size());
    for (const auto& [key, slot] : keyed)
        order.push_back(slot);
    return order;
}

} // namespace

base::Result<void> InvoiceIndex::bring_up_to_date(const QueryContext& context) {
    const domain::Currency home = context.practice.billing.currency;
    if (home_currency_ != home) clear();
    home_currency_ = home;
    const auto touched = TRY(log_.catch_up(context.database));
    auto read = touched ? read_again(context.database, *touched) : read_all(context.database);
    if (!read) clear();
    return read;
}

void InvoiceIndex::clear() { *this = InvoiceIndex(); }

base::Result<void> InvoiceIndex::read_all(store::Connection& database) {
    entries_.clear();
    free_.clear();
    by_id_.clear();
    texts_.clear();
    parties_.clear();
    sort_.reset();
    auto issued = TRY(database.prepare(sql(issued_invoices, "ORDER BY issue_date, id")));
    TRY_VOID(issued.bind());
    while (TRY(issued.step()))
        entries_.push_back(TRY(issued_of(issued)));
    auto in_work = TRY(database.prepare(sql(drafts, "ORDER BY edited_ms, id")));
    TRY_VOID(in_work.bind());
    while (TRY(in_work.step()))
        entries_.push_back(TRY(draft_of(in_work)));
    by_id_.resize(entries_.size());
    std::iota(by_id_.begin(), by_id_.end(), Slot{0});
    by_id_ = sorted(
        by_id_, [&](Slot slot) { return first_bytes(entries_[slot].id); },
        [&](Slot a, Slot b) { return std::tie(entries_[a].id, a) < std::tie(entries_[b].id, b); });
    return {};
}

base::Result<void> InvoiceIndex::read_again(store::Connection& database,
                                            const store::Touched& touched) {
    std::set<base::Uuid> ids;
    bool are_clients_touched = false;
    for (const auto& [kind, id] : touched.records) {
        if (kind == store::RecordKind::draft) ids.insert(id);
        are_clients_touched |= kind == store::RecordKind::client;
    }
    for (const domain::InvoiceId id : touched.invoices)
        ids.insert(id.uuid);
    // A client's place may be another; those of other orders stand still while one row moves.
    if (sort_ == InvoiceSort::client && (are_clients_touched || !ids.empty())) sort_.reset();

    auto issued = TRY(database.prepare(
        sql(issued_invoices, "AND id = ?1 AND issue_date IN (SELECT i.issue_date "
                             "FROM issued_invoice i WHERE i.id = ?1) ORDER BY issue_date")));
    auto draft = TRY(database.prepare(sql(drafts, "AND id = ? ORDER BY id")));
    for (const base::Uuid& id : ids) {
        take_out(id);
        TRY_VOID(issued.bind(store::column(id)));
        while (TRY(issued.step()))
            put_in(TRY(issued_of(issued)));
        TRY_VOID(draft.bind(store::column(id)));
        while (TRY(draft.step()))
            put_in(TRY(draft_of(draft)));
    }
    return {};
}

base::Result<InvoiceIndex::Entry> InvoiceIndex::issued_of(const store::Statement& row) {
    Entry entry = TRY(entry_of(row));
    entry.settled_minor = row.integer(7);
    entry.balance_minor = row.integer(8);
    entry.kind = row.integer(9) == 1 ? Kind::voided : Kind::live;
    TRY_VOID(set_number(entry, row.text(10)));
    entry.is_written_off = row.integer(11) > 0;
    return entry;
}

base::Result<InvoiceIndex::Entry> InvoiceIndex::draft_of(const store::Statement& row) {
    Entry entry = TRY(entry_of(row));
    entry.edited_ms = row.integer(7);
    entry.kind = Kind::draft;
    TRY_VOID(set_number(entry, row.text(8)));
    return entry;
}

// The columns that both have.
base::Result<InvoiceIndex::Entry> InvoiceIndex::entry_of(const store::Statement& row) {
    Entry entry{.id = TRY(store::uuid_column(row, 0))};
    const base::Uuid client = TRY(store::uuid_column(row, 1));
    const base::Uuid account = TRY(store::uuid_column(row, 2));
    entry.client = parties_.slot_of(client);
    entry.account = account == client ? entry.client : parties_.slot_of(account);
    entry.issue_day = day_column(row, 3);
    entry.due_day = day_column(row, 4);
    entry.is_home_currency = row.text(5) == home_currency_->code();
    entry.total_minor = row.integer(6);
    return entry;
}

base::Result<void> InvoiceIndex::set_number(Entry& entry, std::string_view number) {
    const std::string folded = base::fold_for_search(number);
    constexpr std::size_t size_max = std::numeric_limits<std::uint8_t>::max();
    if (number.size() > size_max || folded.size() > size_max)
        return base::fail(base::Code::damaged, "number");
    entry.number_at = static_cast<std::uint32_t>(texts_.size());
    entry.number_size = static_cast<std::uint8_t>(number.size());
    entry.folded_size = static_cast<std::uint8_t>(folded.size());
    texts_ += number;
    texts_ += folded;
    return {};
}

void InvoiceIndex::take_out(const base::Uuid& id) {
    const auto same =
        std::ranges::equal_range(by_id_, id, {}, [&](Slot slot) { return entries_[slot].id; });
    for (const Slot slot : same) {
        if (sort_) {
            const auto less = [&](Slot a, Slot b) { return comes_before(a, b); };
            order_.erase(std::ranges::lower_bound(order_, slot, less));
        }
        free_.push_back(slot);
    }
    for (const Slot slot : same)
        entries_[slot].kind = Kind::none;
    by_id_.erase(same.begin(), same.end());
}

void InvoiceIndex::put_in(Entry entry) {
    Slot slot = static_cast<Slot>(entries_.size());
    if (free_.empty()) {
        entries_.push_back(entry);
    } else {
        slot = free_.back();
        free_.pop_back();
        entries_[slot] = entry;
    }
    const auto id_and_slot = [&](Slot one) { return std::tuple(entries_[one].id, one); };
    by_id_.insert(std::ranges::lower_bound(by_id_, id_and_slot(slot), {}, id_and_slot), slot);
    if (!sort_) return;
    const auto less = [&](Slot a, Slot b) { return comes_before(a, b); };
    order_.insert(std::ranges::lower_bound(order_, slot, less), slot);
}

base::Result<std::span<const InvoiceIndex::Slot>>
InvoiceIndex::sorted_by(store::Connection& database, InvoiceSort sort) {
    if (sort_ == sort) return std::span<const Slot>(order_);
    if (sort == InvoiceSort::client) TRY_VOID(rank_clients(database));
    sort_ = sort;
    order_ = sorted(
        by_id_, [&](Slot slot) { return leading_key(entries_[slot]); },
        [&](Slot a, Slot b) { return comes_first(a, b); });
    return std::span<const Slot>(order_);
}

// Clients by their sort key; those that have the same key rank alike, one without a record first.
base::Result<void> InvoiceIndex::rank_clients(store::Connection& database) {
    auto rows = TRY(database.prepare(
        "SELECT id, sort_key FROM master WHERE kind = 'client' ORDER BY state, sort_key, id"));
    TRY_VOID(rows.bind());
    std::vector<std::pair<std::string, PartySlot>> keys;
    while (TRY(rows.step()))
        if (const auto slot = parties_.find(TRY(store::uuid_column(rows, 0))))
            keys.emplace_back(rows.text(1), *slot);
    std::ranges::sort(keys);
    client_ranks_.assign(parties_.size(), 0);
    std::uint32_t rank = 0;
    std::string_view before;
    for (const auto& [key, slot] : keys) {
        rank += key == before ? 0 : 1;
        client_ranks_[slot] = rank;
        before = key;
    }
    return {};
}

std::int64_t InvoiceIndex::leading_key(const Entry& entry) const {
    switch (*sort_) {
    case InvoiceSort::newest: {
        constexpr std::int64_t after_all_days = std::int64_t{1} << 60;
        return entry.kind == Kind::draft ? after_all_days + entry.edited_ms : entry.issue_day;
    }
    case InvoiceSort::number: return entry.number_size;
    case InvoiceSort::client: return client_ranks_[entry.client];
    case InvoiceSort::issued: return entry.issue_day;
    case InvoiceSort::due: return entry.due_day;
    case InvoiceSort::total: return entry.total_minor;
    case InvoiceSort::balance: return entry.balance_minor;
    }
    UNREACHABLE();
}

// Of two with the same leading key.
bool InvoiceIndex::comes_first(Slot a_slot, Slot b_slot) const {
    const Entry& a = entries_[a_slot];
    const Entry& b = entries_[b_slot];
    const bool is_by_number = *sort_ != InvoiceSort::client && *sort_ != InvoiceSort::total &&
                              *sort_ != InvoiceSort::balance;
    if (is_by_number) {
        // Numbers of one series have one length until the padding runs out; then the longer is the
        // later.
        if (a.number_size != b.number_size) return a.number_size < b.number_size;
        if (const int order = number(a).compare(number(b)); order != 0) return order < 0;
    }
    return std::tie(a.id, a_slot) < std::tie(b.id, b_slot);
}

bool InvoiceIndex::comes_before(Slot a, Slot b) const {
    const std::int64_t a_key = leading_key(entries_[a]);
    const std::int64_t b_key = leading_key(entries_[b]);
    return a_key != b_key ? a_key < b_key : comes_first(a, b);
}

} // namespace app
