// The program of the storage page: a real Book over IndexedDB, with a small billing schema and an
// audit entry a transaction, driven by tests/bench/storage_page.js.
//
// Serves the storage bench and the browser tests of durability. Rows come in as one buffer of
// numbers and texts, so that the bridge does not weigh on what is measured.

#include "base/assert.h"
#include "base/bytes.h"
#include "base/date.h"
#include "base/id.h"
#include "platform/web/disk.h"
#include "platform/web/system.h"
#include "store/book.h"

#include <emscripten.h>
#include <sodium.h>

#include <array>
#include <cmath>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

extern "C" void host_bench_wake();

namespace {

// A table and what comes in for its columns: i a number, t a text, d the text of a date, kept in
// days, u that of a UUID, kept in 16 bytes.
struct Table {
    std::string_view name;
    std::string_view names; // Of the columns.
    std::string_view kinds;
};

constexpr std::array<Table, 4> tables{{
    {"client", "id,uuid,name,email,address,currency,terms_days,updated_ms", "iuttttii"},
    {"invoice",
     "id,uuid,client_id,number,issue_date,due_date,status,currency,total_cents,paid_cents,notes,"
     "updated_ms",
     "iuitdditiiti"},
    {"line", "invoice_id,position,id,description,qty_milli,unit_cents,tax_bp,amount_cents",
     "iiitiiii"},
    {"payment", "id,uuid,invoice_id,date,amount_cents,method,ref", "iuiditt"},
}};
constexpr std::size_t audit_entry = tables.size();

// The bench's tables as a book keeps its own (store/migrations): ids in bytes, days, instants and
// states as numbers, lines under their invoice, no foreign keys, and indexes that hold what is
// summed.
constexpr const char* schema =
    "CREATE TABLE client(id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE, name TEXT NOT NULL,"
    " email TEXT, address TEXT, currency TEXT NOT NULL, terms_days INTEGER NOT NULL,"
    " updated_ms INTEGER NOT NULL) STRICT;"
    "CREATE TABLE invoice(id INTEGER PRIMARY KEY, uuid BLOB NOT NULL,"
    " client_id INTEGER NOT NULL, number TEXT NOT NULL, issue_date INTEGER NOT NULL,"
    " due_date INTEGER NOT NULL, status INTEGER NOT NULL, currency TEXT NOT NULL,"
    " total_cents INTEGER NOT NULL, paid_cents INTEGER NOT NULL DEFAULT 0, notes TEXT,"
    " updated_ms INTEGER NOT NULL) STRICT;"
    "CREATE TABLE line(invoice_id INTEGER NOT NULL, position INTEGER NOT NULL,"
    " id INTEGER NOT NULL, description TEXT NOT NULL, qty_milli INTEGER NOT NULL,"
    " unit_cents INTEGER NOT NULL, tax_bp INTEGER NOT NULL, amount_cents INTEGER NOT NULL,"
    " PRIMARY KEY(invoice_id, position)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE payment(id INTEGER PRIMARY KEY, uuid BLOB NOT NULL,"
    " invoice_id INTEGER NOT NULL, date INTEGER NOT NULL, amount_cents INTEGER NOT NULL,"
    " method TEXT NOT NULL, ref TEXT) STRICT;"
    "CREATE TABLE audit(id INTEGER PRIMARY KEY, at TEXT NOT NULL, command TEXT NOT NULL,"
    " body TEXT NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL) STRICT;";
constexpr const char* make_indexes =
    "CREATE UNIQUE INDEX invoice_uuid ON invoice(uuid);"
    "CREATE UNIQUE INDEX invoice_number ON invoice(number);"
    "CREATE INDEX invoice_issued ON invoice(issue_date DESC, id DESC);"
    "CREATE INDEX invoice_client ON invoice(client_id, status, total_cents);"
    "CREATE INDEX invoice_status_due ON invoice(status, due_date);"
    "CREATE UNIQUE INDEX payment_uuid ON payment(uuid);"
    "CREATE INDEX payment_invoice ON payment(invoice_id, amount_cents);";
constexpr const char* drop_indexes =
    "DROP INDEX invoice_uuid; DROP INDEX invoice_number; DROP INDEX invoice_issued;"
    "DROP INDEX invoice_client; DROP INDEX invoice_status_due; DROP INDEX payment_uuid;"
    "DROP INDEX payment_invoice;";
constexpr const char* insert_audit_entry =
    "INSERT INTO audit(at,command,body,previous,hash) VALUES(?,?,?,?,?)";

void wake(void*) { host_bench_wake(); }

// Reads what storage_page.js packs: how many numbers, the numbers, then the bytes of all texts. A
// number stands for itself, for null (NaN), or for the length of the next text.
class Reader {
  public:
    Reader(const std::uint8_t* bytes, std::size_t size) {
        double count = 0;
        ASSERT(size >= sizeof count);
        std::memcpy(&count, bytes, sizeof count);
        numbers_ = bytes + sizeof count;
        texts_ = numbers_ + static_cast<std::size_t>(count) * sizeof count;
        end_ = bytes + size;
        ASSERT(texts_ <= end_);
        text_ = texts_;
    }

    [[nodiscard]] bool at_end() const { return numbers_ == texts_; }
    double number() {
        double value = 0;
        ASSERT(!at_end());
        std::memcpy(&value, numbers_, sizeof value);
        numbers_ += sizeof value;
        return value;
    }
    std::int64_t integer() { return static_cast<std::int64_t>(number()); }
    std::string_view text(double size) {
        const auto* from = text_;
        text_ += static_cast<std::size_t>(size);
        ASSERT(text_ <= end_);
        return {reinterpret_cast<const char*>(from), static_cast<std::size_t>(size)};
    }

  private:
    const std::uint8_t* numbers_;
    const std::uint8_t* texts_;
    const std::uint8_t* text_;
    const std::uint8_t* end_;
};

std::uint8_t hex_value(char digit) {
    return static_cast<std::uint8_t>(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
}

base::Uuid uuid_of(std::string_view text) {
    base::Uuid uuid;
    std::size_t digits = 0;
    for (const char character : text) {
        if (character == '-') continue;
        ASSERT(digits < 32);
        uuid.bytes[digits / 2] =
            static_cast<std::uint8_t>(uuid.bytes[digits / 2] << 4 | hex_value(character));
        ++digits;
    }
    ASSERT(digits == 32);
    return uuid;
}

// The rows of one transaction, so many at a time as one statement takes.
class Inserts {
  public:
    explicit Inserts(store::Connection& database) : database_(database) {}

    base::Result<void> insert_rows(std::size_t table, std::size_t count, Reader& reader) {
        ASSERT(table < tables.size());
        for (std::size_t kind = 0; kind < sizes.size(); ++kind)
            for (; count >= sizes[kind]; count -= sizes[kind])
                TRY_VOID(insert(table, kind, reader));
        return {};
    }

  private:
    // By kind of statement. Four are the lines of an invoice.
    static constexpr std::array<std::size_t, 3> sizes{64, 4, 1};

    // The texts stay where the reader has them.
    base::Result<void> insert(std::size_t table, std::size_t kind, Reader& reader) {
        auto& statement = prepared_[table][kind];
        if (!statement) statement = TRY(database_.prepare(sql_of(tables[table], sizes[kind])));
        std::array<base::Uuid, sizes.front()> uuids;
        int index = 0;
        for (std::size_t row = 0; row < sizes[kind]; ++row)
            for (const char kind_of_column : tables[table].kinds)
                TRY_VOID(bind(*statement, ++index, kind_of_column, reader, uuids[row]));
        return statement->finish();
    }

    static base::Result<void> bind(store::Statement& statement, int index, char column,
                                   Reader& reader, base::Uuid& uuid) {
        constexpr auto lent = store::Statement::Bytes::lent;
        const double number = reader.number();
        if (std::isnan(number)) return statement.bind_at(index, nullptr);
        if (column == 'i') return statement.bind_at(index, static_cast<std::int64_t>(number));
        const std::string_view text = reader.text(number);
        if (column == 't') return statement.bind_at(index, text, lent);
        if (column == 'd')
            return statement.bind_at(index, TRY(base::parse_iso_date(text)).days_since_epoch());
        uuid = uuid_of(text);
        return statement.bind_at(index, uuid, lent);
    }

    // OR FAIL takes no journal of the statement: what fails rolls the transaction back anyway.
    static std::string sql_of(const Table& table, std::size_t row_count) {
        std::string row = "(?";
        for (std::size_t column = 1; column < table.kinds.size(); ++column)
            row += ",?";
        row += ')';
        std::string sql = "INSERT OR FAIL INTO ";
        sql.append(table.name).append("(").append(table.names).append(") VALUES").append(row);
        for (std::size_t index = 1; index < row_count; ++index)
            sql += ',' + row;
        return sql;
    }

    store::Connection& database_;
    std::array<std::array<std::optional<store::Statement>, sizes.size()>, tables.size()> prepared_;
};

struct Page {
    platform::WebDisk disk{wake, nullptr};
    platform::WebClock clock;
    platform::WebEntropy entropy;
    platform::WebKeyDerivation keys;
    platform::WebSite site{wake, nullptr};
    store::Book book{{.disk = disk, .clock = clock, .entropy = entropy, .keys = keys}};
    std::optional<store::Transaction> transaction;
    std::optional<Inserts> inserts; // Of the transaction.

    void end() {
        inserts.reset();
        transaction.reset();
    }
    // Within the transaction, which does not outlive a refusal.
    base::Result<void> execute(const char* sql) {
        auto done = book.database().execute(sql);
        if (!done.has_value()) end();
        return done;
    }
    std::string answer;
};

// One entry of the audit chain: its hash covers the body and the hash before it.
base::Result<void> insert_audit(store::Connection& database, std::string_view command,
                                std::string_view body) {
    base::Bytes previous;
    {
        auto last = TRY(database.prepare("SELECT hash FROM audit ORDER BY id DESC LIMIT 1"));
        if (TRY(last.step())) previous.assign(last.blob(0).begin(), last.blob(0).end());
    }
    const auto bytes = base::as_bytes(body);
    std::array<std::uint8_t, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, previous.data(), previous.size());
    crypto_hash_sha256_update(&state, bytes.data(), bytes.size());
    crypto_hash_sha256_final(&state, hash.data());
    auto insert = TRY(database.prepare(insert_audit_entry));
    return insert.run("2026-06-30T10:00:00.000Z", command, body, previous, hash);
}

base::Result<void> write_rows(Page& page, Reader reader) {
    while (!reader.at_end()) {
        const auto which = static_cast<std::size_t>(reader.integer());
        if (which == audit_entry) {
            const std::string_view command = reader.text(reader.number());
            TRY_VOID(insert_audit(page.book.database(), command, reader.text(reader.number())));
        } else {
            const auto count = static_cast<std::size_t>(reader.integer());
            TRY_VOID(page.inserts->insert_rows(which, count, reader));
        }
    }
    return {};
}

void append_json(std::string& to, std::string_view text) {
    to += '"';
    for (const char character : text) {
        if (character == '"' || character == '\\') to += '\\';
        to += character;
    }
    to += '"';
}

base::Result<std::string> query(Page& page, std::string_view sql, Reader reader) {
    auto rows = TRY(page.book.database().prepare(sql));
    for (int index = 1; !reader.at_end(); ++index)
        TRY_VOID(rows.bind_at(index, reader.integer()));
    std::string json = "[";
    while (TRY(rows.step())) {
        json += json.size() > 1 ? ",[" : "[";
        for (int column = 0; column < rows.column_count(); ++column) {
            if (column > 0) json += ',';
            if (rows.column_type(column) == 1)
                json += std::to_string(rows.integer(column));
            else
                append_json(json, rows.text(column));
        }
        json += ']';
    }
    return json + "]";
}

double answer_of(const base::Result<std::uint64_t>& result) {
    return result.has_value() ? static_cast<double>(*result)
                              : -static_cast<double>(result.error().code);
}

double answer_of(const base::Result<void>& result) {
    return result.has_value() ? 0 : -static_cast<double>(result.error().code);
}

std::string_view text_of(const char* text, std::size_t size) { return {text, size}; }

} // namespace

// Answers below zero are the numbers of base::Code.
extern "C" {

EMSCRIPTEN_KEEPALIVE Page* bench_new() { return new Page; }
EMSCRIPTEN_KEEPALIVE void bench_open(Page* page, const char* name, std::size_t size, int sealed) {
    page->book.open(text_of(name, size),
                    sealed == 1 ? store::Book::Expect::sealed : store::Book::Expect::any);
}
EMSCRIPTEN_KEEPALIVE void bench_close(Page* page) { page->book.close(); }
EMSCRIPTEN_KEEPALIVE void bench_poll(Page* page) { page->book.poll(); }
EMSCRIPTEN_KEEPALIVE double bench_next_poll_in_ms(Page* page) {
    const auto at = page->book.next_poll_ms();
    return at ? static_cast<double>(*at - page->clock.monotonic_ms()) : -1;
}
EMSCRIPTEN_KEEPALIVE int bench_phase(Page* page) { return static_cast<int>(page->book.phase()); }
EMSCRIPTEN_KEEPALIVE int bench_failure(Page* page) {
    return page->book.failure() ? static_cast<int>(page->book.failure()->code) : 0;
}
EMSCRIPTEN_KEEPALIVE int bench_role(Page* page) { return static_cast<int>(page->book.role()); }
EMSCRIPTEN_KEEPALIVE double bench_create(Page* page, const char* passphrase, std::size_t size) {
    return answer_of(size == 0 ? page->book.create()
                               : page->book.create_sealed(text_of(passphrase, size)));
}
EMSCRIPTEN_KEEPALIVE void bench_unlock(Page* page, const char* passphrase, std::size_t size) {
    page->book.unlock(text_of(passphrase, size));
}
EMSCRIPTEN_KEEPALIVE double bench_make_schema(Page* page) {
    auto transaction = page->book.begin();
    if (!transaction.has_value()) return -static_cast<double>(transaction.error().code);
    for (const char* sql : {schema, make_indexes}) {
        const auto made = page->book.database().execute(sql);
        if (!made.has_value()) return answer_of(made);
    }
    return answer_of(transaction->commit());
}
// A transaction: begin, rows in any number of pieces, then commit or roll back. What fails rolls
// back by itself.
EMSCRIPTEN_KEEPALIVE double bench_begin(Page* page) {
    auto transaction = page->book.begin();
    if (!transaction.has_value()) return -static_cast<double>(transaction.error().code);
    page->transaction.emplace(std::move(*transaction));
    page->inserts.emplace(page->book.database());
    return 0;
}
// For an import of more than is there: to sort an index once takes less than to keep it sorted.
EMSCRIPTEN_KEEPALIVE double bench_drop_indexes(Page* page) {
    return answer_of(page->execute(drop_indexes));
}
EMSCRIPTEN_KEEPALIVE double bench_make_indexes(Page* page) {
    return answer_of(page->execute(make_indexes));
}
EMSCRIPTEN_KEEPALIVE double bench_write(Page* page, const std::uint8_t* rows, std::size_t size) {
    const auto written = write_rows(*page, Reader(rows, size));
    if (!written.has_value()) page->end();
    return answer_of(written);
}
EMSCRIPTEN_KEEPALIVE double bench_commit(Page* page) {
    page->inserts.reset();
    const auto committed = page->transaction->commit();
    page->end();
    return answer_of(committed);
}
EMSCRIPTEN_KEEPALIVE void bench_roll_back(Page* page) { page->end(); }
// JSON at `bench_answer`; its size, or an error below zero.
EMSCRIPTEN_KEEPALIVE double bench_query(Page* page, const char* sql, std::size_t size,
                                        const std::uint8_t* values, std::size_t values_size) {
    auto json = query(*page, text_of(sql, size), Reader(values, values_size));
    if (!json.has_value()) return -static_cast<double>(json.error().code);
    page->answer = std::move(*json);
    return static_cast<double>(page->answer.size());
}
EMSCRIPTEN_KEEPALIVE const char* bench_answer(Page* page) { return page->answer.data(); }
EMSCRIPTEN_KEEPALIVE double bench_revision(Page* page) {
    return static_cast<double>(page->book.revision());
}
EMSCRIPTEN_KEEPALIVE double bench_saved_revision(Page* page) {
    return static_cast<double>(page->book.saved_revision());
}
EMSCRIPTEN_KEEPALIVE int bench_save_kind(Page* page) {
    return static_cast<int>(page->book.save_state().kind);
}
EMSCRIPTEN_KEEPALIVE int bench_save_reason(Page* page) {
    const auto reason = page->book.save_state().reason;
    return reason ? static_cast<int>(*reason) : -1;
}
EMSCRIPTEN_KEEPALIVE double bench_allows_binding(Page* page) {
    return answer_of(page->book.allows(store::Book::Work::binding));
}
EMSCRIPTEN_KEEPALIVE void bench_retry(Page* page) { page->book.retry_now(); }
EMSCRIPTEN_KEEPALIVE void bench_take_over(Page* page) { page->book.take_over(); }
EMSCRIPTEN_KEEPALIVE int bench_fold(Page* page) { return page->book.fold_step() ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE unsigned bench_page_count(Page* page) { return page->book.file_page_count(); }
EMSCRIPTEN_KEEPALIVE const std::uint8_t* bench_page(Page* page, unsigned number) {
    return page->book.file_page(number).data();
}
EMSCRIPTEN_KEEPALIVE int bench_used_before(Page* page) { return page->site.used_before() ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE void bench_leave_traces(Page* page) { page->site.leave_traces(); }
EMSCRIPTEN_KEEPALIVE int bench_persistence(Page* page) {
    return static_cast<int>(page->site.persistence());
}
// A trap in the middle of the program's work.
EMSCRIPTEN_KEEPALIVE void bench_trap() { __builtin_trap(); }
}
