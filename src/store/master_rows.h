// Master data as lists see it: names, sort keys and the words a record is found by.
//
// A projection of the registers, written anew whenever a record changes. Words are folded
// (base/text.h): lower case without diacritics, so "wojcik" finds "Wójcik"; a phone number is one
// word of digits. The tables know nothing of what a kind of record means.
#pragma once

#include "store/dot.h"
#include "store/operation.h"
#include "store/sqlite.h"

#include <string>
#include <string_view>
#include <vector>

namespace store {

enum class MasterState : std::uint8_t { in_use, archived, deleted };

// Whether records of this kind stand in the table `master`.
[[nodiscard]] bool is_master(RecordKind kind);

[[nodiscard]] base::Result<void> project_master(Connection& database, Dot dot, RecordKind kind,
                                                const base::Uuid& id);

// The folded words of a text: "Eoin & Marie" -> eoin, marie.
[[nodiscard]] std::vector<std::string> search_words(std::string_view text);

} // namespace store
