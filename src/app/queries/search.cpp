#include "app/queries/search.h"

#include "app/queries/clients.h"
#include "app/queries/names.h"
#include "base/text.h"
#include "store/columns.h"
#include "store/records.h"

#include <array>
#include <set>

namespace app {

namespace {

struct SearchedKind {
    HitKind hit;
    store::RecordKind record;
};

// A line to tell two of the same name apart.
std::string detail_of(const store::Json& record) {
    for (const std::string_view field : {"email", "phone", "code"}) {
        const auto found = record.find(field);
        if (found != record.end() && found->is_string())
            return *found->get_ptr<const std::string*>();
    }
    return {};
}

base::Result<void> find_records(const QueryContext& context, std::string_view text,
                                SearchedKind kind, std::size_t count_max,
                                std::vector<SearchHit>& hits) {
    if (hits.size() >= count_max) return {};
    for (const base::Uuid& id : TRY(find_by_words(context.database, store::name_of(kind.record),
                                                  text, count_max - hits.size()))) {
        const auto record = TRY(store::read_record(context.database, id));
        const auto name = TRY(name_of_record(context.database, id));
        hits.push_back({.kind = kind.hit,
                        .id = id,
                        .title = name.name,
                        .detail = record ? detail_of(*record) : std::string()});
    }
    return {};
}

base::Result<void> add_invoices(const QueryContext& context, store::Statement rows,
                                std::size_t count_max, std::vector<SearchHit>& hits) {
    while (hits.size() < count_max && TRY(rows.step())) {
        const base::Uuid id = TRY(store::uuid_column(rows, 0));
        const auto is_same = [&](const SearchHit& hit) { return hit.id == id; };
        if (std::ranges::any_of(hits, is_same)) continue;
        const auto client = TRY(name_of_record(context.database, TRY(store::uuid_column(rows, 2))));
        hits.push_back({.kind = HitKind::invoice,
                        .id = id,
                        .title = std::string(rows.text(1)),
                        .detail = client.name});
    }
    return {};
}

// Numbers that begin with the text as the patterns write them (in capitals), then those with the
// counter alone: "148" finds INV-0148.
base::Result<void> find_invoices(const QueryContext& context, std::string_view text,
                                 std::size_t count_max, std::vector<SearchHit>& hits) {
    std::string prefix(base::trimmed(text));
    for (char& c : prefix)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    auto by_number = TRY(context.database.prepare(
        "SELECT id, number, client_id FROM issued_invoice WHERE number >= ? AND number < ? "
        "ORDER BY number LIMIT ?"));
    TRY_VOID(
        by_number.bind(prefix, prefix + "\xF4\x8F\xBF\xBF", static_cast<std::int64_t>(count_max)));
    TRY_VOID(add_invoices(context, std::move(by_number), count_max, hits));

    const auto counter = base::parse_scaled(prefix, 0);
    if (!counter || *counter < 1) return {};
    auto by_counter = TRY(context.database.prepare(
        "SELECT id, number, client_id FROM issued_invoice WHERE counter = ? "
        "ORDER BY number LIMIT ?"));
    TRY_VOID(by_counter.bind(*counter, static_cast<std::int64_t>(count_max)));
    return add_invoices(context, std::move(by_counter), count_max, hits);
}

} // namespace

base::Result<std::vector<SearchHit>> query_search(const QueryContext& context,
                                                  std::string_view text, std::size_t count_max) {
    std::vector<SearchHit> hits;
    if (base::trimmed(text).empty()) return hits;
    constexpr std::array kinds{
        SearchedKind{HitKind::client, store::RecordKind::client},
        SearchedKind{HitKind::contact, store::RecordKind::contact},
    };
    for (const SearchedKind& kind : kinds)
        TRY_VOID(find_records(context, text, kind, count_max, hits));
    TRY_VOID(find_invoices(context, text, count_max, hits));
    constexpr std::array catalogue{
        SearchedKind{HitKind::service, store::RecordKind::service},
        SearchedKind{HitKind::product, store::RecordKind::product},
    };
    for (const SearchedKind& kind : catalogue)
        TRY_VOID(find_records(context, text, kind, count_max, hits));
    return hits;
}

} // namespace app
