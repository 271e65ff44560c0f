#include "app/accounting.h"

#include "app/queries/names.h"
#include "domain/journal.h"
#include "store/change_log.h"

#include <algorithm>
#include <map>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace app {

namespace {

using domain::AccountKind;
using domain::JournalKind;
using domain::LedgerAccount;

constexpr std::size_t amount_column = 56;

template <typename T>
constexpr bool is_money_fact =
    std::is_same_v<T, domain::InvoiceVoided> || std::is_same_v<T, domain::InvoiceReverted> ||
    std::is_same_v<T, domain::Payment> || std::is_same_v<T, domain::PaymentVoid> ||
    std::is_same_v<T, domain::Allocation> || std::is_same_v<T, domain::Release> ||
    std::is_same_v<T, domain::WriteOff> || std::is_same_v<T, domain::WriteOffReversal>;

std::optional<domain::MoneyFact> money_fact(store::Operation operation) {
    return std::visit(
        [](auto&& one) -> std::optional<domain::MoneyFact> {
            using One = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<One, store::InvoiceFact>)
                return std::move(one.invoice);
            else if constexpr (is_money_fact<One>)
                return std::forward<decltype(one)>(one);
            else
                return std::nullopt;
        },
        std::move(operation));
}

base::Result<std::vector<domain::JournalEntry>> entries_by_date(store::Connection& database) {
    std::vector<domain::JournalEntry> entries;
    domain::Journal journal;
    TRY_VOID(
        store::for_each_change(database, [&](const store::Change& change) -> base::Result<void> {
            for (store::Operation& operation : TRY(store::parse_body(change.body))) {
                const auto fact = money_fact(std::move(operation));
                if (!fact) continue;
                if (auto entry = TRY(journal.follow(*fact))) entries.push_back(*std::move(entry));
            }
            return {};
        }));
    std::ranges::stable_sort(entries, {}, &domain::JournalEntry::date);
    return entries;
}

// What a name may hold in a line of these files: no separators of theirs, no control characters,
// single spaces.
std::string plain_words(std::string_view text) {
    std::string words;
    for (const char character : text) {
        const bool is_space = static_cast<unsigned char>(character) <= ' ';
        const bool is_separator = character == ':' || character == ';' || character == '|';
        const char kept = is_space ? ' ' : is_separator ? '-' : character;
        if (kept != ' ' || (!words.empty() && words.back() != ' ')) words += kept;
    }
    while (words.ends_with(' '))
        words.pop_back();
    return words;
}

std::string_view group_of(AccountKind kind) {
    switch (kind) {
    case AccountKind::receivable: return "Assets:Receivable";
    case AccountKind::credit: return "Liabilities:Credit";
    case AccountKind::money: return "Assets:Received";
    case AccountKind::income: return "Income:Services";
    case AccountKind::tax: return "Liabilities:Tax";
    case AccountKind::retained_tax: return "Assets:Retained";
    case AccountKind::prepaid: return "Assets:Prepaid";
    case AccountKind::document_rounding: return "Income:Rounding";
    case AccountKind::cash_rounding: return "Expenses:Rounding";
    case AccountKind::write_off: return "Expenses:WrittenOff";
    }
    UNREACHABLE();
}

std::string_view words_of(JournalKind kind) {
    switch (kind) {
    case JournalKind::invoice: return "Invoice";
    case JournalKind::voided_invoice: return "Invoice voided";
    case JournalKind::reverted_invoice: return "Invoice back to draft";
    case JournalKind::payment: return "Payment";
    case JournalKind::voided_payment: return "Payment voided";
    case JournalKind::allocation: return "Payment applied";
    case JournalKind::release: return "Payment un-applied";
    case JournalKind::write_off: return "Written off";
    case JournalKind::write_off_reversal: return "Write-off reversed";
    }
    UNREACHABLE();
}

// The names of a book's accounts and of who stands in its transactions.
class Names {
  public:
    explicit Names(store::Connection& database) : database_(database) {}

    base::Result<std::string> of_record(const base::Uuid& id) {
        const auto known = records_.find(id);
        if (known != records_.end()) return known->second;
        std::string name = plain_words(TRY(name_of_record(database_, id)).name);
        return records_.emplace(id, std::move(name)).first->second;
    }

    // Each account by its path; those of one path get the end of their ids.
    base::Result<std::map<LedgerAccount, std::string>>
    paths_of(const std::vector<domain::JournalEntry>& entries) {
        std::map<LedgerAccount, std::string> paths;
        std::map<std::string, int> uses;
        for (const domain::JournalEntry& entry : entries)
            for (const domain::Posting& posting : entry.postings) {
                if (paths.contains(posting.account)) continue;
                std::string path = TRY(path_of(posting.account));
                ++uses[path];
                paths.emplace(posting.account, std::move(path));
            }
        for (auto& [account, path] : paths)
            if (uses.at(path) > 1) path += " " + end_of(account.of);
        return paths;
    }

    static std::string end_of(const base::Uuid& id) {
        const std::string text = base::to_text(id);
        return text.substr(text.size() - 12);
    }

  private:
    base::Result<std::string> path_of(const LedgerAccount& account) {
        const std::string path(group_of(account.kind));
        const bool is_of_record = account.of != base::Uuid{};
        const std::string own =
            is_of_record ? TRY(of_record(account.of)) : plain_words(account.tax_code);
        if (!own.empty()) return path + ":" + own;
        return is_of_record ? path + ":" + end_of(account.of) : path;
    }

    store::Connection& database_;
    std::map<base::Uuid, std::string> records_;
};

base::Result<std::string> description_of(const domain::JournalEntry& entry, Names& names) {
    return std::string(words_of(entry.kind)) + ", " + TRY(names.of_record(entry.party.uuid));
}

std::string posting_line(std::string_view path, std::int64_t minor, domain::Currency currency) {
    std::string line = "    " + std::string(path);
    const auto is_letter_begin = [](char c) { return (c & 0xc0) != 0x80; };
    const auto width = static_cast<std::size_t>(std::ranges::count_if(line, is_letter_begin));
    const std::string amount = domain::plain_text({minor, currency});
    const std::size_t wanted = amount_column > width + amount.size() + 2
                                   ? amount_column - width - amount.size()
                                   : 2; // Two spaces end the name of an account.
    line.append(wanted, ' ').append(amount).append(" ").append(currency.code()).append("\n");
    return line;
}

base::Result<std::string> ledger_text(const std::vector<domain::JournalEntry>& entries,
                                      Names& names) {
    const auto paths = TRY(names.paths_of(entries));
    std::string text;
    for (const domain::JournalEntry& entry : entries) {
        text += "\n" + base::iso_text(entry.date) + " ";
        if (!entry.document.empty()) text += "(" + plain_words(entry.document) + ") ";
        text += TRY(description_of(entry, names)) + "\n";
        for (const domain::Posting& posting : entry.postings)
            text += posting_line(paths.at(posting.account), posting.amount_minor, entry.currency);
    }
    return text;
}

std::string in_quotes(std::string_view text) {
    std::string quoted = "\"";
    for (const char character : text) {
        if (character == '"' || character == '\\') quoted += '\\';
        quoted += character;
    }
    return quoted + "\"";
}

// Beancount's names of accounts hold letters, digits and hyphens, and begin with a capital.
std::string beancount_path(const LedgerAccount& account) {
    std::string path(group_of(account.kind));
    if (account.of != base::Uuid{}) return path + ":R-" + base::to_text(account.of);
    if (account.tax_code.empty()) return path;
    path += ":T-";
    const auto is_plain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
    for (const char character : account.tax_code)
        path += is_plain(character) ? character : '-';
    return path;
}

base::Result<std::string> beancount_text(const std::vector<domain::JournalEntry>& entries,
                                         Names& names) {
    std::map<LedgerAccount, base::Date> opened;
    for (const domain::JournalEntry& entry : entries)
        for (const domain::Posting& posting : entry.postings)
            opened.emplace(posting.account, entry.date);
    std::string text;
    for (const auto& [account, date] : opened) {
        text += base::iso_text(date) + " open " + beancount_path(account) + "\n";
        if (account.of != base::Uuid{})
            text += "  name: " + in_quotes(TRY(names.of_record(account.of))) + "\n";
    }
    for (const domain::JournalEntry& entry : entries) {
        text += "\n" + base::iso_text(entry.date) + " * " +
                in_quotes(TRY(description_of(entry, names))) + " " +
                in_quotes(plain_words(entry.document)) + "\n";
        for (const domain::Posting& posting : entry.postings)
            text +=
                posting_line(beancount_path(posting.account), posting.amount_minor, entry.currency);
    }
    return text;
}

} // namespace

std::optional<AccountingFormat> accounting_format(std::string_view name) {
    if (name == "ledger") return AccountingFormat::ledger;
    if (name == "beancount") return AccountingFormat::beancount;
    return std::nullopt;
}

base::Result<std::string> accounting_text(const QueryContext& context, AccountingFormat format) {
    const auto entries = TRY(entries_by_date(context.database));
    Names names(context.database);
    const std::string practice = plain_words(context.practice.identity.name);
    if (format == AccountingFormat::beancount)
        return "option \"title\" " + in_quotes(practice) + "\n\n" +
               TRY(beancount_text(entries, names));
    return "; " + practice + "\n" + TRY(ledger_text(entries, names));
}

} // namespace app
