// The way a function says that it could not do what was asked.
//
// Expected failure (bad input, full disk, refused command) is a `Result`; a bug is an `ASSERT`
// (base/assert.h). Nothing in between. An `Error` carries a code with a fixed number
// (base/error.h); the words a person reads are made from it in app/messages, and nowhere else.
#pragma once

#include "base/assert.h"
#include "base/error.h"

#include <expected>
#include <iterator>
#include <utility>
#include <vector>

namespace base {

// A value or an Error. Marked so that an ignored result does not compile.
template <typename T>
class [[nodiscard]] Result : public std::expected<T, Error> {
  public:
    using std::expected<T, Error>::expected;
    Result(std::expected<T, Error> other) : std::expected<T, Error>(std::move(other)) {}
};

[[nodiscard]] inline std::unexpected<Error> fail(Error error) {
    return std::unexpected<Error>(std::move(error));
}

[[nodiscard]] inline std::unexpected<Error> fail(Code code, std::string field = {},
                                                 std::string detail = {}) {
    return std::unexpected<Error>(
        Error{.code = code, .field = std::move(field), .detail = std::move(detail), .also = {}});
}

// All reasons at once: the first, with the others in `also`. There is at least one.
[[nodiscard]] inline std::unexpected<Error> fail_all(std::vector<Error> errors) {
    ASSERT(!errors.empty());
    Error first = std::move(errors.front());
    first.also.insert(first.also.end(), std::make_move_iterator(errors.begin() + 1),
                      std::make_move_iterator(errors.end()));
    return std::unexpected<Error>(std::move(first));
}

} // namespace base

// Each use names its own variable, so that one TRY may stand inside another.
#define TRY_JOIN_(a, b) a##b
#define TRY_NAME_(number) TRY_JOIN_(try_result_, number)

// Unwraps a Result or returns its error from the enclosing function (after Ladybird's TRY).
#define TRY(expression) TRY_AS_(TRY_NAME_(__COUNTER__), expression)
#define TRY_AS_(name, expression)                                                                  \
    ({                                                                                             \
        auto name = (expression);                                                                  \
        if (!name.has_value()) [[unlikely]]                                                        \
            return std::unexpected<::base::Error>(std::move(name).error());                        \
        std::move(*name);                                                                          \
    })

// TRY for Result<void>.
#define TRY_VOID(expression) TRY_VOID_AS_(TRY_NAME_(__COUNTER__), expression)
#define TRY_VOID_AS_(name, expression)                                                             \
    do {                                                                                           \
        auto name = (expression);                                                                  \
        if (!name.has_value()) [[unlikely]]                                                        \
            return std::unexpected<::base::Error>(std::move(name).error());                        \
    } while (false)
