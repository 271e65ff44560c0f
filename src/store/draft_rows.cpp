#include "store/draft_rows.h"

#include "store/book_row.h"
#include "store/columns.h"
#include "store/records.h"

#include <algorithm>

namespace store {

namespace {

constexpr std::string_view line_prefix = "line/";

std::string line_group(const domain::LineId& id) { return std::string(line_prefix) + to_text(id); }

bool is_deleted(const Groups& groups) {
    const auto life = groups.find("life");
    return life != groups.end() && life->second.is_null();
}

base::Result<domain::Draft> draft_from(const Groups& groups, domain::InvoiceId id) {
    const auto header = groups.find("header");
    if (header == groups.end()) return base::fail(base::Code::damaged, "draft", "header");
    Json json = header->second;
    json["id"] = to_text(id);
    Json lines = Json::array();
    for (const auto& [group, value] : groups) {
        if (!group.starts_with(line_prefix) || value.is_null()) continue;
        Json line = value;
        line["id"] = group.substr(line_prefix.size());
        lines.push_back(std::move(line));
    }
    json["lines"] = std::move(lines);
    auto draft = from_json<domain::Draft>(json);
    if (!draft) return base::fail(base::Code::damaged, "draft", draft.error().field);
    draft->lines = domain::ordered_lines(std::move(draft->lines));
    return *std::move(draft);
}

// Issued or voided, as the facts say: whether the invoice's last version is in force or ended for
// good. Nothing if it never was issued.
base::Result<bool> is_issued(Connection& database, domain::InvoiceId id) {
    auto rows = TRY(database.prepare("SELECT state FROM invoice_now WHERE id = ? ORDER BY state"));
    TRY_VOID(rows.bind(column(id)));
    return TRY(rows.step()) && rows.integer(0) != 2;
}

// The total for lists; none while the lines don't add up yet.
base::Result<std::optional<std::int64_t>> total_of(Connection& database, const domain::Draft& draft,
                                                   base::Date today) {
    auto practice = TRY(load_record<PracticeRecord>(database, TRY(practice_id(database))));
    if (!practice) return std::optional<std::int64_t>();
    const auto input = domain::totals_input(draft, TRY(load_all<domain::TaxDefinition>(database)),
                                            practice->billing, draft.issue_date.value_or(today));
    if (!input) return std::optional<std::int64_t>();
    const auto totals = domain::compute_totals(*input);
    return totals ? std::optional(totals->payable.minor) : std::nullopt;
}

// As typed, or by the terms once there is an issue date. None where the terms lead past the
// calendar: a draft is saved however unfinished.
std::optional<base::Date> due_of(const domain::Draft& draft) {
    if (draft.due_date || !draft.issue_date) return draft.due_date;
    return domain::due_date(draft.terms, *draft.issue_date).value_or(std::nullopt);
}

base::Result<void> write_row(Connection& database, Dot dot, base::Instant recorded,
                             DraftState state, const domain::Draft& draft) {
    // The day in UTC stands in for the date of a draft that has none: it only picks a tax rate for
    // the figure in the list.
    constexpr std::int64_t ms_per_day = 86'400'000;
    const base::Date day = TRY(base::Date::from_days(recorded.unix_ms / ms_per_day));
    const auto account = draft.recipient ? draft.recipient : draft.client;
    const auto number = draft.reverted ? std::optional(draft.reverted->number.text) : std::nullopt;
    auto row = TRY(database.prepare(
        "INSERT OR REPLACE INTO draft (id, state, client_id, account_id, issue_date, due_date, "
        "currency, total_minor, edited_ms, number, dot) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    return row.run(column(draft.id), static_cast<int>(state), column(draft.client), column(account),
                   column(draft.issue_date), column(due_of(draft)), draft.currency.code(),
                   TRY(total_of(database, draft, day)), recorded.unix_ms, number, dot.value);
}

} // namespace

base::Result<std::optional<DraftRow>> find_draft_row(Connection& database, domain::InvoiceId id) {
    auto rows = TRY(
        database.prepare("SELECT state, edited_ms, number FROM draft WHERE id = ? ORDER BY id"));
    TRY_VOID(rows.bind(column(id)));
    if (!TRY(rows.step())) return std::optional<DraftRow>();
    DraftRow row{.id = id,
                 .state = static_cast<DraftState>(rows.integer(0)),
                 .edited = TRY(instant_column(rows, 1)),
                 .number = std::nullopt};
    if (!rows.is_null(2)) row.number = std::string(rows.text(2));
    return std::optional<DraftRow>(std::move(row));
}

base::Result<std::optional<domain::Draft>> load_draft(Connection& database, domain::InvoiceId id) {
    const Groups groups = TRY(read_groups(database, id.uuid));
    if (groups.empty() || is_deleted(groups)) return std::optional<domain::Draft>();
    return std::optional<domain::Draft>(TRY(draft_from(groups, id)));
}

base::Result<std::optional<domain::Draft>> load_deleted_draft(Connection& database,
                                                              domain::InvoiceId id) {
    const Groups groups = TRY(read_groups(database, id.uuid));
    if (!is_deleted(groups)) return std::optional<domain::Draft>();
    return std::optional<domain::Draft>(TRY(draft_from(groups, id)));
}

base::Result<std::vector<Value>> changes_to_draft(Connection& database,
                                                  const domain::Draft& draft) {
    const Groups held = TRY(read_groups(database, draft.id.uuid));
    Groups wanted;
    Json header = to_json(draft);
    header.erase("id");
    header.erase("lines");
    wanted.emplace("header", std::move(header));
    for (const domain::DraftLine& line : draft.lines) {
        Json value = to_json(line);
        value.erase("id");
        wanted.insert_or_assign(line_group(line.id), std::move(value));
    }
    for (const auto& [group, value] : held)
        if (group.starts_with(line_prefix)) wanted.try_emplace(group, nullptr);
    if (is_deleted(held)) wanted.emplace("life", Json::object());

    std::vector<Value> changed;
    for (auto& [group, value] : wanted) {
        const auto found = held.find(group);
        if (found == held.end() || found->second != value)
            changed.push_back(
                {.kind = RecordKind::draft, .id = draft.id.uuid, .group = group, .value = value});
    }
    return changed;
}

Value draft_deletion(domain::InvoiceId id) {
    return {.kind = RecordKind::draft, .id = id.uuid, .group = "life", .value = nullptr};
}

Value draft_return(domain::InvoiceId id) {
    return {.kind = RecordKind::draft, .id = id.uuid, .group = "life", .value = Json::object()};
}

base::Result<void> project_due_dates(Connection& database) {
    std::vector<domain::InvoiceId> drafts;
    auto rows = TRY(database.prepare("SELECT id FROM draft WHERE state = 0 ORDER BY id"));
    TRY_VOID(rows.bind());
    while (TRY(rows.step()))
        drafts.push_back({TRY(uuid_column(rows, 0))});
    auto write = TRY(database.prepare("UPDATE draft SET due_date = ? WHERE id = ?"));
    for (const domain::InvoiceId& id : drafts)
        if (const auto draft = TRY(load_draft(database, id)))
            TRY_VOID(write.run(column(due_of(*draft)), column(id)));
    return {};
}

base::Result<void> project_draft(Connection& database, Dot dot, base::Instant recorded,
                                 domain::InvoiceId id) {
    if (TRY(is_issued(database, id))) {
        TRY_VOID(drop_register(database, id.uuid));
        auto row = TRY(database.prepare(
            "INSERT OR REPLACE INTO draft (id, state, client_id, account_id, issue_date, due_date, "
            "currency, total_minor, edited_ms, number, dot) "
            "VALUES (?, 1, NULL, NULL, NULL, NULL, '', NULL, ?, NULL, ?)"));
        return row.run(column(id), recorded.unix_ms, dot.value);
    }
    const Groups groups = TRY(read_groups(database, id.uuid));
    if (groups.empty()) return {};
    return write_row(database, dot, recorded,
                     is_deleted(groups) ? DraftState::deleted : DraftState::in_work,
                     TRY(draft_from(groups, id)));
}

} // namespace store
