#include "app/queries/clients.h"

#include "app/queries/names.h"
#include "base/text.h"
#include "store/columns.h"
#include "store/master_rows.h"
#include "store/records.h"

#include <algorithm>
#include <limits>
#include <map>

namespace app {

namespace {

// From this many matches on, walking the list in its order is quicker than sorting the matches.
constexpr std::int64_t few_matches_max = 500;

// The end of the range of words that begin with `prefix`.
std::string after_prefix(std::string_view prefix) {
    return std::string(prefix) + "\xF4\x8F\xBF\xBF"; // U+10FFFF
}

// Every word of the search must begin one of the record's words (one a line, sorted).
bool has_all(std::string_view words, const std::vector<std::string>& searched) {
    return std::ranges::all_of(searched, [&](const std::string& prefix) {
        if (words.starts_with(prefix)) return true;
        for (std::size_t line = words.find('\n'); line != std::string_view::npos;
             line = words.find('\n', line + 1))
            if (words.substr(line + 1).starts_with(prefix)) return true;
        return false;
    });
}

base::Result<std::int64_t> count_matches(store::Connection& database, std::string_view kind,
                                         const std::string& prefix) {
    auto row = TRY(database.prepare(
        "SELECT COUNT(*) FROM (SELECT 1 FROM search_word WHERE kind = ? AND word >= ? "
        "AND word < ? LIMIT ?)"));
    TRY_VOID(row.bind(kind, prefix, after_prefix(prefix), few_matches_max + 1));
    return TRY(row.step()) ? row.integer(0) : 0;
}

// Through the words: for a prefix that few records have.
base::Result<std::vector<base::Uuid>> find_few(store::Connection& database, std::string_view kind,
                                               std::int64_t state,
                                               const std::vector<std::string>& searched,
                                               const std::string& rarest, SortOrder order) {
    auto rows = TRY(database.prepare(
        "SELECT DISTINCT m.id, m.sort_key, m.words FROM search_word w JOIN master m ON m.id = w.id "
        "WHERE w.kind = ? AND w.word >= ? AND w.word < ? AND m.state = ? "
        "ORDER BY m.sort_key, m.id"));
    TRY_VOID(rows.bind(kind, rarest, after_prefix(rarest), state));
    std::vector<base::Uuid> ids;
    while (TRY(rows.step()))
        if (has_all(rows.text(2), searched)) ids.push_back(TRY(store::uuid_column(rows, 0)));
    if (order == SortOrder::descending) std::ranges::reverse(ids);
    return ids;
}

// What part of the matches is wanted, and in which order of their names.
struct Part {
    SortOrder order = SortOrder::ascending;
    std::size_t offset = 0;
    std::size_t count = 0;
};

struct Found {
    std::vector<base::Uuid> page;
    std::size_t count = 0;
};

Found page_of(const std::vector<base::Uuid>& ids, const Part& part) {
    Found found{.page = {}, .count = ids.size()};
    for (std::size_t i = part.offset; i < ids.size() && found.page.size() < part.count; ++i)
        found.page.push_back(ids[i]);
    return found;
}

// Along the names: for a prefix that many records have, and for none.
base::Result<Found> walk_names(store::Connection& database, std::string_view kind,
                               std::int64_t state, const std::vector<std::string>& searched,
                               const Part& part) {
    auto rows = TRY(database.prepare(part.order == SortOrder::ascending
                                         ? "SELECT id, words FROM master WHERE kind = ? "
                                           "AND state = ? ORDER BY sort_key, id"
                                         : "SELECT id, words FROM master WHERE kind = ? "
                                           "AND state = ? ORDER BY sort_key DESC, id DESC"));
    TRY_VOID(rows.bind(kind, state));
    Found found;
    while (TRY(rows.step())) {
        if (!has_all(rows.text(1), searched)) continue;
        if (found.count >= part.offset && found.page.size() < part.count)
            found.page.push_back(TRY(store::uuid_column(rows, 0)));
        ++found.count;
    }
    return found;
}

base::Result<Found> unsearched(store::Connection& database, std::string_view kind,
                               std::int64_t state, const Part& part, std::size_t total) {
    auto rows = TRY(database.prepare(
        part.order == SortOrder::ascending
            ? "SELECT id FROM master WHERE kind = ? AND state = ? ORDER BY sort_key, id "
              "LIMIT ? OFFSET ?"
            : "SELECT id FROM master WHERE kind = ? AND state = ? "
              "ORDER BY sort_key DESC, id DESC LIMIT ? OFFSET ?"));
    TRY_VOID(rows.bind(kind, state, static_cast<std::int64_t>(part.count),
                       static_cast<std::int64_t>(part.offset)));
    Found found{.page = {}, .count = total};
    while (TRY(rows.step()))
        found.page.push_back(TRY(store::uuid_column(rows, 0)));
    return found;
}

base::Result<Found> search(store::Connection& database, std::string_view kind, std::int64_t state,
                           const std::vector<std::string>& searched, const Part& part) {
    std::string rarest;
    std::int64_t fewest = few_matches_max + 1;
    for (const std::string& word : searched) {
        const std::int64_t matches = TRY(count_matches(database, kind, word));
        if (matches < fewest) {
            fewest = matches;
            rarest = word;
        }
    }
    if (fewest <= few_matches_max)
        return page_of(TRY(find_few(database, kind, state, searched, rarest, part.order)), part);
    return walk_names(database, kind, state, searched, part);
}

base::Result<std::size_t> count_of(store::Connection& database, std::string_view kind,
                                   std::int64_t state) {
    auto row = TRY(database.prepare("SELECT COUNT(*) FROM master WHERE kind = ? AND state = ?"));
    TRY_VOID(row.bind(kind, state));
    return TRY(row.step()) ? static_cast<std::size_t>(row.integer(0)) : 0;
}

base::Result<ClientRow> row_of(const QueryContext& context, const base::Uuid& id) {
    const auto client = TRY(store::load_record<domain::Client>(context.database, id));
    if (!client) return base::fail(base::Code::damaged, "client");
    const auto figures = TRY(query_figures(context, {id}));
    return ClientRow{.id = {id},
                     .name = client->name,
                     .latin_name = client->latin_name,
                     .email = client->email,
                     .phone = client->phone,
                     .owed = figures.front().owed,
                     .overdue = figures.front().overdue,
                     .credit = figures.front().credit,
                     .has_other_currencies = figures.size() > 1};
}

// Accounts by what they owe in the practice's currency; those that owe alike by name.
base::Result<Found> by_owed(const QueryContext& context, std::vector<base::Uuid> ids,
                            const Part& part) {
    std::map<base::Uuid, std::int64_t> owed;
    auto rows = TRY(context.database.prepare(
        "SELECT account_id, SUM(balance_minor) AS owed FROM derived_invoice "
        "WHERE balance_minor <> 0 AND currency = ? GROUP BY account_id ORDER BY account_id"));
    TRY_VOID(rows.bind(context.practice.billing.currency.code()));
    while (TRY(rows.step()))
        owed[TRY(store::uuid_column(rows, 0))] = rows.integer(1);
    // Looked up once for each, not for each comparison.
    std::vector<std::pair<std::int64_t, base::Uuid>> sorted;
    sorted.reserve(ids.size());
    for (const base::Uuid& id : ids) {
        const auto found = owed.find(id);
        sorted.emplace_back(found == owed.end() ? 0 : found->second, id);
    }
    constexpr auto amount = &std::pair<std::int64_t, base::Uuid>::first;
    if (part.order == SortOrder::ascending)
        std::ranges::stable_sort(sorted, std::less<>(), amount);
    else
        std::ranges::stable_sort(sorted, std::greater<>(), amount);
    std::ranges::transform(sorted, ids.begin(), &std::pair<std::int64_t, base::Uuid>::second);
    return page_of(ids, part);
}

// The words to search for. Emails and phone numbers are kept as one word (store/master_rows), so
// what looks like one is searched as one: "087 555 0142" is 0875550142.
std::vector<std::string> searched_words(std::string_view text) {
    constexpr std::size_t phone_digits_min = 5;
    if (text.contains('@')) return {base::fold_for_search(base::trimmed(text))};
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            digits += c;
        else if (!std::string_view(" +-()/.").contains(c))
            return store::search_words(text);
    }
    if (digits.size() >= phone_digits_min) return {digits};
    return store::search_words(text);
}

} // namespace

base::Result<std::vector<base::Uuid>> find_by_words(store::Connection& database,
                                                    std::string_view kind, std::string_view text,
                                                    std::size_t count_max) {
    const auto searched = searched_words(text);
    if (searched.empty()) return std::vector<base::Uuid>();
    return TRY(search(database, kind, 0, searched, {.count = count_max})).page;
}

base::Result<ClientCounts> count_clients(store::Connection& database) {
    const std::string_view kind = store::name_of(store::RecordKind::client);
    return ClientCounts{.in_use = TRY(count_of(database, kind, 0)),
                        .archived = TRY(count_of(database, kind, 1))};
}

base::Result<ClientList> query_clients(const QueryContext& context, const ClientListQuery& query,
                                       const ClientCounts& counts) {
    const std::string_view kind = store::name_of(store::RecordKind::client);
    const std::int64_t state = query.state == ClientState::archived ? 1 : 0;
    ClientList list{.in_use_count = counts.in_use,
                    .archived_count = counts.archived,
                    .found_count = 0,
                    .rows = {}};
    const auto searched = searched_words(query.search);
    const bool sorts_by_owed = query.sort == ClientSort::owed;
    const Part wanted{.order = query.order, .offset = query.offset, .count = query.count};
    const Part part =
        sorts_by_owed ? Part{.count = std::numeric_limits<std::int32_t>::max()} : wanted;
    Found found = searched.empty()
                      ? TRY(unsearched(context.database, kind, state, part,
                                       state == 0 ? list.in_use_count : list.archived_count))
                      : TRY(search(context.database, kind, state, searched, part));
    if (sorts_by_owed) found = TRY(by_owed(context, std::move(found.page), wanted));
    list.found_count = found.count;
    for (const base::Uuid& id : found.page)
        list.rows.push_back(TRY(row_of(context, id)));
    return list;
}

base::Result<ClientProfile> query_client(const QueryContext& context, domain::PartyId id) {
    if (!TRY(is_record(context.database, store::RecordKind::client, id.uuid)))
        return base::fail(base::Code::not_found, "client");
    auto client = TRY(store::load_record<domain::Client>(context.database, id.uuid));
    if (!client) return base::fail(base::Code::not_found, "client");
    ClientProfile profile{.client = *client,
                          .contacts = {},
                          .terms = client->terms.value_or(context.practice.billing.terms),
                          .account = TRY(query_account(context, id))};
    for (const domain::PartyId& contact : client->contacts)
        if (auto record = TRY(store::load_record<domain::Contact>(context.database, contact.uuid)))
            profile.contacts.push_back(*std::move(record));
    return profile;
}

} // namespace app
