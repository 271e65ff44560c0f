#include "store/sqlite.h"

#include "base/assert.h"

#include <sqlite3.h>

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

namespace store {

namespace {

base::Code code_of(int result) {
    switch (result & 0xff) {
    case SQLITE_CONSTRAINT: return base::Code::constraint;
    case SQLITE_FULL: return base::Code::book_full;
    case SQLITE_NOMEM: return base::Code::out_of_memory;
    case SQLITE_CORRUPT: return base::Code::damaged;
    case SQLITE_NOTADB: return base::Code::not_a_book;
    case SQLITE_INTERRUPT: return base::Code::interrupted;
    case SQLITE_READONLY: return base::Code::read_only;
    default: return base::Code::database;
    }
}

std::unexpected<base::Error> refusal(sqlite3* database, int result) {
    return base::fail(code_of(result), {}, database ? sqlite3_errmsg(database) : "cannot open");
}

std::string_view text_of(sqlite3_value* value) {
    const auto* bytes = sqlite3_value_text(value);
    if (!bytes) return {};
    return {reinterpret_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

sqlite3_destructor_type destructor_of(Statement::Bytes bytes) {
    return bytes == Statement::Bytes::copied ? SQLITE_TRANSIENT : SQLITE_STATIC;
}

} // namespace

// A statement of the cache. `in_use` while a Statement borrows it; a second use of the same text
// meanwhile gets a statement of its own.
struct Statement::Cached {
    Cached(sqlite3* opened, sqlite3_stmt* prepared) : database(opened), handle(prepared) {}
    Cached(const Cached&) = delete;
    Cached& operator=(const Cached&) = delete;
    ~Cached() { sqlite3_finalize(handle); }

    sqlite3* database;
    sqlite3_stmt* handle;
    bool in_use = false;
};

Statement::Statement(Cached& cached) : cached_(&cached) { cached.in_use = true; }

Statement::Statement(Statement&& other) noexcept : cached_(std::exchange(other.cached_, nullptr)) {}

Statement& Statement::operator=(Statement&& other) noexcept {
    std::swap(cached_, other.cached_);
    return *this;
}

Statement::~Statement() {
    if (!cached_) return;
    sqlite3_reset(cached_->handle);
    sqlite3_clear_bindings(cached_->handle);
    cached_->in_use = false;
}

base::Result<void> Statement::begin_binding(std::size_t count) {
    sqlite3_reset(cached_->handle);
    ASSERT(static_cast<std::size_t>(sqlite3_bind_parameter_count(cached_->handle)) == count);
    return {};
}

base::Result<void> Statement::bind_integer(int index, std::int64_t value) {
    const int result = sqlite3_bind_int64(cached_->handle, index, value);
    if (result != SQLITE_OK) return refusal(cached_->database, result);
    return {};
}

base::Result<void> Statement::bind_text(int index, std::string_view value, Bytes lifetime) {
    // A null pointer would bind NULL, and an empty view may carry one.
    const char* bytes = value.data() ? value.data() : "";
    const int result = sqlite3_bind_text64(cached_->handle, index, bytes, value.size(),
                                           destructor_of(lifetime), SQLITE_UTF8);
    if (result != SQLITE_OK) return refusal(cached_->database, result);
    return {};
}

base::Result<void> Statement::bind_blob(int index, base::ByteView value, Bytes lifetime) {
    const void* bytes = value.data() ? static_cast<const void*>(value.data()) : "";
    const int result =
        sqlite3_bind_blob64(cached_->handle, index, bytes, value.size(), destructor_of(lifetime));
    if (result != SQLITE_OK) return refusal(cached_->database, result);
    return {};
}

base::Result<void> Statement::bind_null(int index) {
    const int result = sqlite3_bind_null(cached_->handle, index);
    if (result != SQLITE_OK) return refusal(cached_->database, result);
    return {};
}

base::Result<bool> Statement::step() {
    const int result = sqlite3_step(cached_->handle);
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    return refusal(cached_->database, result);
}

base::Result<void> Statement::finish() {
    while (TRY(step())) {
    }
    sqlite3_reset(cached_->handle);
    return {};
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(cached_->handle, column);
}

std::string_view Statement::text(int column) const {
    const auto* bytes = sqlite3_column_text(cached_->handle, column);
    if (!bytes) return {};
    return {reinterpret_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(cached_->handle, column))};
}

base::ByteView Statement::blob(int column) const {
    const auto* bytes =
        static_cast<const std::uint8_t*>(sqlite3_column_blob(cached_->handle, column));
    if (!bytes) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(cached_->handle, column))};
}

base::Result<base::Uuid> Statement::uuid(int column) const {
    const base::ByteView bytes = blob(column);
    base::Uuid uuid;
    if (bytes.size() != uuid.bytes.size())
        return base::fail(base::Code::damaged, std::string(column_name(column)), "not an id");
    std::ranges::copy(bytes, uuid.bytes.begin());
    return uuid;
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(cached_->handle, column) == SQLITE_NULL;
}

std::optional<std::int64_t> Statement::integer_or_null(int column) const {
    if (is_null(column)) return std::nullopt;
    return integer(column);
}

int Statement::column_count() const { return sqlite3_column_count(cached_->handle); }

int Statement::column_type(int column) const {
    return sqlite3_column_type(cached_->handle, column);
}

std::string_view Statement::column_name(int column) const {
    const char* name = sqlite3_column_name(cached_->handle, column);
    return name ? name : "";
}

struct Connection::State {
    explicit State(sqlite3* opened) : database(opened) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        statements.clear();
        sqlite3_close_v2(database);
    }

    sqlite3* database;
    std::map<std::string, std::vector<std::unique_ptr<Statement::Cached>>, std::less<>> statements;
    Stop stop = nullptr;
    void* stop_context = nullptr;
};

Connection::Connection(std::unique_ptr<State> state) : state_(std::move(state)) {}
Connection::Connection(Connection&& other) noexcept = default;
Connection& Connection::operator=(Connection&& other) noexcept = default;
Connection::~Connection() = default;

base::Result<Connection> Connection::open(const Options& options) {
    sqlite3* database = nullptr;
    const int result = sqlite3_open_v2(
        "book", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE,
        options.vfs);
    if (!database) return base::fail(base::Code::out_of_memory);
    auto state = std::make_unique<State>(database);
    if (result != SQLITE_OK) return refusal(database, result);
    TRY_VOID(configure(*state, options));
    return Connection(std::move(state));
}

base::Result<void> Connection::configure(State& state, const Options& options) {
    sqlite3* database = state.database;
    if (!options.raw_key.empty()) {
        const int result = sqlite3_key_v2(database, "main", options.raw_key.data(),
                                          static_cast<int>(options.raw_key.size()));
        if (result != SQLITE_OK) return refusal(database, result);
    } else {
        // The room that sealing needs in each page, so that a plain book can be sealed later
        // without moving its content.
        int reserved_bytes = 32;
        sqlite3_file_control(database, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved_bytes);
    }
    std::string settings = "PRAGMA journal_mode=MEMORY;" // First: there is no file for one.
                           "PRAGMA locking_mode=EXCLUSIVE;"
                           "PRAGMA synchronous=FULL;"
                           "PRAGMA cache_spill=OFF;"
                           "PRAGMA foreign_keys=ON;"
                           "PRAGMA trusted_schema=OFF;"
                           // Pages of a plain book are read where they stand, those of a sealed
                           // one are kept open.
                           "PRAGMA mmap_size=268435456;";
    if (!options.raw_key.empty()) settings += "PRAGMA cache_size=-16384;";
    if (options.contents == Contents::none_yet)
        settings += "PRAGMA page_size=4096;"
                    "PRAGMA auto_vacuum=INCREMENTAL;"
                    "PRAGMA encoding='UTF-8';";
    settings += "PRAGMA max_page_count=" + std::to_string(options.page_count_max) +
                ";SELECT count(*) FROM sqlite_schema;";
    const int result = sqlite3_exec(database, settings.c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) return refusal(database, result);
    return {};
}

base::Result<Statement> Connection::prepare(std::string_view sql) {
    auto found = state_->statements.find(sql);
    if (found == state_->statements.end())
        found = state_->statements.try_emplace(std::string(sql)).first;
    for (auto& cached : found->second)
        if (!cached->in_use) return Statement(*cached);
    sqlite3_stmt* handle = nullptr;
    const char* rest = nullptr;
    const int result =
        sqlite3_prepare_v3(state_->database, sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &handle, &rest);
    if (result != SQLITE_OK) return refusal(state_->database, result);
    ASSERT(handle);
    found->second.push_back(std::make_unique<Statement::Cached>(state_->database, handle));
    return Statement(*found->second.back());
}

base::Result<void> Connection::run(std::string_view sql) {
    auto statement = TRY(prepare(sql));
    return statement.run();
}

base::Result<void> Connection::execute(std::string_view sql) {
    const int result =
        sqlite3_exec(state_->database, std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) return refusal(state_->database, result);
    return {};
}

base::Result<void> Connection::define(const char* name, TextFunction function) {
    const auto call = [](sqlite3_context* context, int, sqlite3_value** arguments) {
        const auto run = reinterpret_cast<TextFunction>(sqlite3_user_data(context));
        const auto bytes = run(text_of(arguments[0]), text_of(arguments[1]));
        if (!bytes) return sqlite3_result_error(context, "the text is refused", -1);
        sqlite3_result_blob64(context, bytes->data(), bytes->size(), SQLITE_TRANSIENT);
    };
    const int result = sqlite3_create_function_v2(
        state_->database, name, 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
        reinterpret_cast<void*>(function), call, nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) return refusal(state_->database, result);
    return {};
}

std::int64_t Connection::changes() const { return sqlite3_changes64(state_->database); }

std::int64_t Connection::last_insert_rowid() const {
    return sqlite3_last_insert_rowid(state_->database);
}

bool Connection::in_transaction() const { return sqlite3_get_autocommit(state_->database) == 0; }

base::Result<void> Connection::change_key(std::string_view raw_key) {
    const int result = sqlite3_rekey_v2(state_->database, "main", raw_key.data(),
                                        static_cast<int>(raw_key.size()));
    if (result != SQLITE_OK) return refusal(state_->database, result);
    return {};
}

std::vector<Connection::Cost> Connection::take_costs() {
    constexpr int reset = 1;
    std::vector<Cost> costs;
    for (const auto& [text, statements] : state_->statements) {
        Cost cost{.text = text};
        for (const auto& cached : statements)
            cost.steps += sqlite3_stmt_status(cached->handle, SQLITE_STMTSTATUS_VM_STEP, reset);
        if (cost.steps > 0) costs.push_back(std::move(cost));
    }
    return costs;
}

void Connection::set_stop(Stop stop, void* context) {
    state_->stop = stop;
    state_->stop_context = context;
    constexpr int steps_between_questions = 1000;
    sqlite3_progress_handler(
        state_->database, stop ? steps_between_questions : 0,
        stop ? [](void* state) {
            const auto* self = static_cast<State*>(state);
            return self->stop(self->stop_context) ? 1 : 0;
        } : nullptr,
        state_.get());
}

} // namespace store
