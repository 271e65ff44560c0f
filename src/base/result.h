// The way a function says that it could not do what was asked.
//
// Expected failure (bad input, full disk, refused command) is a `Result`; a bug is an `ASSERT`
// (base/assert.h). Nothing in between. An `Error` carries a code with a fixed number
// (base/error.h); the words a person reads are made from it in app/messages, and nowhere else.
#pragma once

#include "base/error.h"

#include <expected>
#include <utility>

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

} // namespace base

// Unwraps a Result or returns its error from the enclosing function (after Ladybird's TRY).
#define TRY(expression)                                                                            \
    ({                                                                                             \
        auto try_result_ = (expression);                                                           \
        if (!try_result_.has_value()) [[unlikely]]                                                 \
            return std::unexpected<::base::Error>(std::move(try_result_).error());                 \
        std::move(*try_result_);                                                                   \
    })

// TRY for Result<void>.
#define TRY_VOID(expression)                                                                       \
    do {                                                                                           \
        auto try_result_ = (expression);                                                           \
        if (!try_result_.has_value()) [[unlikely]]                                                 \
            return std::unexpected<::base::Error>(std::move(try_result_).error());                 \
    } while (false)
