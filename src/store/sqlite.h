// SQLite as a Connection and Statements that clean up after themselves.
//
// The only door to sqlite3.h. Every refusal of SQLite becomes an Error: a broken rule of the schema
// is `constraint`, a full book `book_full`, a file that fails its checks `damaged`, the rest
// `database` with SQLite's own sentence. Statements are prepared once per SQL text and kept.
// Does not begin or commit transactions: that is Book's part, since a commit must reach the disk.
#pragma once

#include "base/bytes.h"
#include "base/id.h"
#include "base/result.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace store {

class Connection;

template <typename T>
concept TypedId = requires(const T& value) {
    { value.uuid } -> std::convertible_to<const base::Uuid&>;
};

// One use of a prepared statement. Borrows from its Connection, which must outlive it; on
// destruction the statement is reset, its parameters are cleared, and the next `prepare` of the
// same text gets it again.
class Statement {
  public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    // Binds every parameter in order, from 1. The count must be that of the SQL.
    // Integers, texts, bytes, ids (16 bytes), nullptr, and std::optional of these; all are
    // copied.
    template <typename... Values>
    [[nodiscard]] base::Result<void> bind(const Values&... values) {
        return bind_all(Bytes::copied, values...);
    }

    // Binds without copying, steps to the end, resets. For statements that give no rows.
    template <typename... Values>
    [[nodiscard]] base::Result<void> run(const Values&... values) {
        TRY_VOID(bind_all(Bytes::lent, values...));
        return finish();
    }

    // Whether texts and bytes are copied when bound, or stay in place until `finish`.
    enum class Bytes : std::uint8_t { copied, lent };
    // Binds one parameter, for tools whose statements are not known when they are compiled.
    template <typename T>
    [[nodiscard]] base::Result<void> bind_at(int index, const T& value,
                                             Bytes bytes = Bytes::copied) {
        return bind_one(index, value, bytes);
    }
    // Steps to the end and resets.
    [[nodiscard]] base::Result<void> finish();

    // The next row: true while there is one.
    [[nodiscard]] base::Result<bool> step();

    // Columns of the present row, from 0. The type must be the declared one; a NULL reads as 0 or
    // empty. Views live until the next step.
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] base::ByteView blob(int column) const;
    // `damaged` unless the column holds 16 bytes.
    [[nodiscard]] base::Result<base::Uuid> uuid(int column) const;
    template <TypedId T>
    [[nodiscard]] base::Result<T> id(int column) const {
        return T{TRY(uuid(column))};
    }
    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] std::optional<std::int64_t> integer_or_null(int column) const;
    [[nodiscard]] int column_count() const;
    // For tools that show any table: the storage class of this value, in SQLite's numbers
    // (1 integer, 2 real, 3 text, 4 blob, 5 null).
    [[nodiscard]] int column_type(int column) const;
    [[nodiscard]] std::string_view column_name(int column) const;

    struct Cached;

  private:
    friend class Connection;
    explicit Statement(Cached& cached);

    [[nodiscard]] base::Result<void> begin_binding(std::size_t count);
    [[nodiscard]] base::Result<void> bind_integer(int index, std::int64_t value);
    [[nodiscard]] base::Result<void> bind_text(int index, std::string_view value, Bytes lifetime);
    [[nodiscard]] base::Result<void> bind_blob(int index, base::ByteView value, Bytes lifetime);
    [[nodiscard]] base::Result<void> bind_null(int index);

    template <typename... Values>
    [[nodiscard]] base::Result<void> bind_all(Bytes bytes, const Values&... values) {
        TRY_VOID(begin_binding(sizeof...(values)));
        int index = 0; // NOLINT(misc-const-correctness): the fold counts it up.
        base::Result<void> result;
        ((result.has_value() ? void(result = bind_one(++index, values, bytes)) : void()), ...);
        return result;
    }

    template <typename T>
    [[nodiscard]] base::Result<void> bind_one(int index, const T& value, Bytes bytes) {
        if constexpr (std::same_as<T, std::nullptr_t> || std::same_as<T, std::nullopt_t>)
            return bind_null(index);
        else if constexpr (std::integral<T> && !std::same_as<T, std::uint64_t>)
            return bind_integer(index, static_cast<std::int64_t>(value));
        else if constexpr (std::convertible_to<const T&, std::string_view>)
            return bind_text(index, std::string_view(value), bytes);
        else if constexpr (TypedId<T>)
            return bind_blob(index, value.uuid.bytes, bytes);
        else if constexpr (std::same_as<T, base::Uuid>)
            return bind_blob(index, value.bytes, bytes);
        else if constexpr (std::convertible_to<const T&, base::ByteView>)
            return bind_blob(index, base::ByteView(value), bytes);
        else
            return value ? bind_one(index, *value, bytes) : bind_null(index); // std::optional
    }

    Cached* cached_;
};

class Connection {
  public:
    enum class Contents : std::uint8_t { none_yet, existing };
    struct Options {
        const char* vfs;             // A registered VFS (store/page_store.h).
        std::string_view raw_key;    // "raw:" and hexadecimal digits; empty for a plain book.
        std::int64_t page_count_max; // The book's limit.
        Contents contents;
    };
    // Opens the one database of the VFS and sets what architecture.md asks of every connection.
    // A new file is given its page size and vacuum mode. `not_a_book` when the key does not fit or
    // the file is none of SQLite's.
    [[nodiscard]] static base::Result<Connection> open(const Options& options);

    Connection(Connection&& other) noexcept;
    Connection& operator=(Connection&& other) noexcept;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    // One statement, from the cache if its text was prepared before.
    [[nodiscard]] base::Result<Statement> prepare(std::string_view sql);
    // Any number of statements without parameters, such as a schema.
    [[nodiscard]] base::Result<void> execute(std::string_view sql);
    // One statement without parameters or rows, prepared once.
    [[nodiscard]] base::Result<void> run(std::string_view sql);

    // Lets SQL call a function of two texts by this name, as long as the connection lives.
    using TextFunction = base::Result<base::Bytes> (*)(std::string_view, std::string_view);
    [[nodiscard]] base::Result<void> define(const char* name, TextFunction function);

    // Rows changed by the last INSERT, UPDATE or DELETE.
    [[nodiscard]] std::int64_t changes() const;
    [[nodiscard]] std::int64_t last_insert_rowid() const;
    [[nodiscard]] bool in_transaction() const;

    // Re-encrypts every page with a new "raw:" key, or makes the book plain with an empty one.
    [[nodiscard]] base::Result<void> change_key(std::string_view raw_key);

    // `stop` is asked every thousand steps of the virtual machine while a query runs; true ends the
    // query with `interrupted`. A null function takes it away.
    using Stop = bool (*)(void* context);
    void set_stop(Stop stop, void* context);

    // What each statement has done since the last call, in steps of SQLite's machine: for tests of
    // how cost grows with the book.
    struct Cost {
        std::string text;
        std::int64_t steps = 0;
    };
    [[nodiscard]] std::vector<Cost> take_costs();

  private:
    struct State;
    explicit Connection(std::unique_ptr<State> state);
    [[nodiscard]] static base::Result<void> configure(State& state, const Options& options);

    std::unique_ptr<State> state_;
};

} // namespace store
