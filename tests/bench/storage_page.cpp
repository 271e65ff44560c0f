// The program of the storage page: a real Book over IndexedDB, with a small billing schema and an
// audit entry a transaction, driven by tests/bench/storage_page.js.
//
// Serves the storage bench and the browser tests of durability. Rows come in as one buffer of
// statements and typed values, so that the bridge does not weigh on what is measured.

#include "base/assert.h"
#include "base/bytes.h"
#include "platform/web/disk.h"
#include "platform/web/system.h"
#include "store/book.h"

#include <emscripten.h>
#include <sodium.h>

#include <array>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

extern "C" void host_bench_wake();

namespace {

constexpr std::array<const char*, 5> statements{
    "INSERT INTO client(id,uuid,name,email,address,currency,terms_days,updated_at) "
    "VALUES(?,?,?,?,?,?,?,?)",
    "INSERT INTO "
    "invoice(id,uuid,client_id,number,issued,due,status,currency,total_cents,paid_cents,"
    "notes,updated_at) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)",
    "INSERT INTO line(id,invoice_id,pos,description,qty_milli,unit_cents,tax_bp,amount_cents) "
    "VALUES(?,?,?,?,?,?,?,?)",
    "INSERT INTO payment(id,uuid,invoice_id,paid_on,amount_cents,method,ref) VALUES(?,?,?,?,?,?,?)",
    "INSERT INTO audit(at,command,body,previous,hash) VALUES(?,?,?,?,?)",
};
constexpr std::size_t audit_statement = 4;

constexpr const char* schema =
    "CREATE TABLE client(id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, name TEXT NOT NULL,"
    " email TEXT, address TEXT, currency TEXT NOT NULL, terms_days INTEGER NOT NULL,"
    " updated_at TEXT NOT NULL) STRICT;"
    "CREATE TABLE invoice(id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,"
    " client_id INTEGER NOT NULL REFERENCES client(id), number TEXT NOT NULL UNIQUE,"
    " issued TEXT NOT NULL, due TEXT NOT NULL, status TEXT NOT NULL, currency TEXT NOT NULL,"
    " total_cents INTEGER NOT NULL, paid_cents INTEGER NOT NULL DEFAULT 0, notes TEXT,"
    " updated_at TEXT NOT NULL) STRICT;"
    "CREATE INDEX invoice_issued ON invoice(issued DESC, id DESC);"
    "CREATE INDEX invoice_client ON invoice(client_id);"
    "CREATE INDEX invoice_status_due ON invoice(status, due);"
    "CREATE TABLE line(id INTEGER PRIMARY KEY, invoice_id INTEGER NOT NULL REFERENCES invoice(id),"
    " pos INTEGER NOT NULL, description TEXT NOT NULL, qty_milli INTEGER NOT NULL,"
    " unit_cents INTEGER NOT NULL, tax_bp INTEGER NOT NULL, amount_cents INTEGER NOT NULL) STRICT;"
    "CREATE INDEX line_invoice ON line(invoice_id, pos);"
    "CREATE TABLE payment(id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,"
    " invoice_id INTEGER NOT NULL REFERENCES invoice(id), paid_on TEXT NOT NULL,"
    " amount_cents INTEGER NOT NULL, method TEXT NOT NULL, ref TEXT) STRICT;"
    "CREATE INDEX payment_invoice ON payment(invoice_id);"
    "CREATE TABLE audit(id INTEGER PRIMARY KEY, at TEXT NOT NULL, command TEXT NOT NULL,"
    " body TEXT NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL) STRICT;";

void wake(void*) { host_bench_wake(); }

struct Page {
    platform::WebDisk disk{wake, nullptr};
    platform::WebClock clock;
    platform::WebEntropy entropy;
    platform::WebKeyDerivation keys;
    platform::WebSite site{wake, nullptr};
    store::Book book{{.disk = disk, .clock = clock, .entropy = entropy, .keys = keys}};
    std::optional<store::Transaction> transaction;
    std::string answer;
};

// Reads what storage_page.js packs: a statement number, a count, then typed values.
struct Reader {
    const std::uint8_t* at;
    const std::uint8_t* end;

    std::uint8_t byte() {
        ASSERT(at < end);
        return *at++;
    }
    double number() {
        double value = 0;
        ASSERT(end - at >= 8);
        std::memcpy(&value, at, sizeof value);
        at += sizeof value;
        return value;
    }
    std::string_view text() {
        const auto size = static_cast<std::size_t>(number());
        ASSERT(static_cast<std::size_t>(end - at) >= size);
        const std::string_view value(reinterpret_cast<const char*>(at), size);
        at += size;
        return value;
    }
};

// A value of any of the types, which Statement binds as an optional or as itself.
struct Value {
    enum class Kind : std::uint8_t { null, integer, text };
    Kind kind = Kind::null;
    std::int64_t integer = 0;
    std::string_view text;
};

Value read_value(Reader& reader) {
    switch (static_cast<Value::Kind>(reader.byte())) {
    case Value::Kind::null: return {};
    case Value::Kind::integer:
        return {.kind = Value::Kind::integer,
                .integer = static_cast<std::int64_t>(reader.number())};
    case Value::Kind::text: return {.kind = Value::Kind::text, .text = reader.text()};
    }
    UNREACHABLE();
}

// The statements of one transaction, each prepared when it is first needed.
class Inserts {
  public:
    explicit Inserts(store::Connection& database) : database_(database) {}

    // The texts stay where the reader has them.
    base::Result<void> insert_row(std::size_t which, Reader& reader) {
        store::Statement& statement = *TRY(prepared(which));
        const int count = reader.byte();
        for (int index = 1; index <= count; ++index) {
            const Value value = read_value(reader);
            switch (value.kind) {
            case Value::Kind::null: TRY_VOID(statement.bind_at(index, nullptr)); break;
            case Value::Kind::integer: TRY_VOID(statement.bind_at(index, value.integer)); break;
            case Value::Kind::text:
                TRY_VOID(statement.bind_at(index, value.text, store::Statement::Bytes::lent));
                break;
            }
        }
        return statement.finish();
    }

    base::Result<store::Statement*> prepared(std::size_t which) {
        ASSERT(which < statements.size());
        auto& statement = prepared_[which];
        if (!statement) statement = TRY(database_.prepare(statements[which]));
        return &*statement;
    }

  private:
    store::Connection& database_;
    std::array<std::optional<store::Statement>, statements.size()> prepared_;
};

// One entry of the audit chain: its hash covers the body and the hash before it.
base::Result<void> insert_audit(store::Connection& database, Inserts& inserts,
                                std::string_view command, std::string_view body) {
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
    store::Statement& insert = *TRY(inserts.prepared(audit_statement));
    return insert.run("2026-06-30T10:00:00.000Z", command, body, previous, hash);
}

base::Result<void> write_rows(Page& page, Reader reader) {
    store::Connection& database = page.book.database();
    Inserts inserts(database);
    while (reader.at < reader.end) {
        const std::size_t which = reader.byte();
        if (which == audit_statement) {
            const std::string_view command = reader.text();
            TRY_VOID(insert_audit(database, inserts, command, reader.text()));
        } else {
            TRY_VOID(inserts.insert_row(which, reader));
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
    for (int index = 1; reader.at < reader.end; ++index) {
        const Value value = read_value(reader);
        if (value.kind == Value::Kind::integer)
            TRY_VOID(rows.bind_at(index, value.integer));
        else
            TRY_VOID(rows.bind_at(index, value.text));
    }
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
    const auto made = page->book.database().execute(schema);
    if (!made.has_value()) return answer_of(made);
    return answer_of(transaction->commit());
}
// A transaction: begin, rows in any number of pieces, then commit or roll back. What fails rolls
// back by itself.
EMSCRIPTEN_KEEPALIVE double bench_begin(Page* page) {
    auto transaction = page->book.begin();
    if (!transaction.has_value()) return -static_cast<double>(transaction.error().code);
    page->transaction.emplace(std::move(*transaction));
    return 0;
}
EMSCRIPTEN_KEEPALIVE double bench_write(Page* page, const std::uint8_t* rows, std::size_t size) {
    const auto written = write_rows(*page, {rows, rows + size});
    if (!written.has_value()) page->transaction.reset();
    return answer_of(written);
}
EMSCRIPTEN_KEEPALIVE double bench_commit(Page* page) {
    const auto committed = page->transaction->commit();
    page->transaction.reset();
    return answer_of(committed);
}
EMSCRIPTEN_KEEPALIVE void bench_roll_back(Page* page) { page->transaction.reset(); }
// JSON at `bench_answer`; its size, or an error below zero.
EMSCRIPTEN_KEEPALIVE double bench_query(Page* page, const char* sql, std::size_t size,
                                        const std::uint8_t* values, std::size_t values_size) {
    auto json = query(*page, text_of(sql, size), {values, values + values_size});
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
