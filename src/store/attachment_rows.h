// Files that belong to the practice, such as its logo: kept once, by the SHA-256 of their bytes.
//
// The log names a file by that digest only; the bytes travel beside it.
#pragma once

#include "base/bytes.h"
#include "base/hash.h"
#include "store/sqlite.h"

#include <optional>
#include <string>
#include <string_view>

namespace store {

struct AttachmentRow {
    std::string media_type;
    base::Bytes bytes;
};

[[nodiscard]] base::Result<void>
insert_attachment(Connection& database, std::string_view media_type, base::ByteView bytes);
[[nodiscard]] base::Result<bool> has_attachment(Connection& database, const base::Digest& hash);
[[nodiscard]] base::Result<std::optional<AttachmentRow>> load_attachment(Connection& database,
                                                                         const base::Digest& hash);

} // namespace store
