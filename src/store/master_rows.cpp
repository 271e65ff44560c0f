#include "store/master_rows.h"

#include "base/assert.h"
#include "base/text.h"
#include "store/columns.h"
#include "store/records.h"

#include <algorithm>

namespace store {

namespace {

std::string text_at(const Json& record, std::string_view field) {
    const auto found = record.find(field);
    if (found == record.end() || !found->is_string()) return {};
    return *found->get_ptr<const std::string*>();
}

bool is_letter_or_digit(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::string digits_of(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits),
                         [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

std::vector<std::string> words_of(const Json& record) {
    std::vector<std::string> words;
    for (const std::string_view field : {"name", "latin_name", "code", "reference"})
        std::ranges::move(search_words(text_at(record, field)), std::back_inserter(words));
    const std::string email = base::fold_for_search(text_at(record, "email"));
    if (!email.empty()) words.push_back(email);
    const std::string digits = digits_of(text_at(record, "phone"));
    if (!digits.empty()) words.push_back(digits);
    std::ranges::sort(words);
    const auto repeated = std::ranges::unique(words);
    words.erase(repeated.begin(), repeated.end());
    return words;
}

// Words hold no spaces, but an email someone typed may.
std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += word + '\n';
    return text;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    return words;
}

base::Result<void> replace_words(Connection& database, RecordKind kind, const base::Uuid& id,
                                 const std::vector<std::string>& words) {
    auto held = TRY(database.prepare("SELECT words FROM master WHERE id = ?"));
    TRY_VOID(held.bind(column(id)));
    std::vector<std::string> old_words;
    if (TRY(held.step())) old_words = split(held.text(0));
    if (old_words == words) return {};
    auto erase =
        TRY(database.prepare("DELETE FROM search_word WHERE kind = ? AND word = ? AND id = ?"));
    for (const std::string& word : old_words)
        TRY_VOID(erase.run(name_of(kind), word, column(id)));
    auto insert =
        TRY(database.prepare("INSERT INTO search_word (word, kind, id) VALUES (?, ?, ?)"));
    for (const std::string& word : words)
        TRY_VOID(insert.run(word, name_of(kind), column(id)));
    return {};
}

// A name in another script sorts by its Latin reading.
std::string sort_key(const Json& record) {
    const std::string latin = text_at(record, "latin_name");
    return base::fold_for_search(latin.empty() ? text_at(record, "name") : latin);
}

} // namespace

bool is_master(RecordKind kind) {
    switch (kind) {
    case RecordKind::client:
    case RecordKind::contact:
    case RecordKind::service:
    case RecordKind::product:
    case RecordKind::tax:
    case RecordKind::location:
    case RecordKind::practitioner:
    case RecordKind::payment_method:
    case RecordKind::device: return true;
    case RecordKind::practice:
    case RecordKind::series:
    case RecordKind::draft: return false;
    }
    UNREACHABLE();
}

base::Result<void> project_master(Connection& database, Dot dot, RecordKind kind,
                                  const base::Uuid& id) {
    const auto record = TRY(read_record(database, id));
    const bool is_archived = record && record->value("is_archived", false);
    const MasterState state = !record       ? MasterState::deleted
                              : is_archived ? MasterState::archived
                                            : MasterState::in_use;
    const Json shown = record.value_or(Json::object());
    const auto words = record ? words_of(*record) : std::vector<std::string>();
    TRY_VOID(replace_words(database, kind, id, words));
    auto row = TRY(database.prepare(
        "INSERT OR REPLACE INTO master (id, kind, name, latin_name, sort_key, words, state, dot) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    return row.run(column(id), name_of(kind), text_at(shown, "name"), text_at(shown, "latin_name"),
                   sort_key(shown), joined(words), static_cast<int>(state), dot.value);
}

std::vector<std::string> search_words(std::string_view text) {
    const std::string folded = base::fold_for_search(text);
    std::vector<std::string> words;
    std::string word;
    for (const char c : folded) {
        if (is_letter_or_digit(c)) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

base::Result<std::vector<base::Uuid>> ids_of(Connection& database, RecordKind kind) {
    auto rows = TRY(database.prepare(
        "SELECT id FROM master WHERE kind = ? AND state < 2 ORDER BY sort_key, id"));
    TRY_VOID(rows.bind(name_of(kind)));
    std::vector<base::Uuid> ids;
    while (TRY(rows.step()))
        ids.push_back(TRY(uuid_column(rows, 0)));
    return ids;
}

} // namespace store
