// The facts that finalizing a draft looks at, gathered from the book.
//
// Used by the command and by the editor, so that the editor's reasons are those of the command.
#pragma once

#include "domain/decide_invoice.h"
#include "store/practice_record.h"
#include "store/sqlite.h"

#include <optional>

namespace app {

// The profile of the practice's country; for a country without one, rules that ask for nothing.
[[nodiscard]] const domain::CountryProfile& profile_of(const store::PracticeRecord& practice);

// A client or contact as printed today; nothing if there is no such party.
[[nodiscard]] base::Result<std::optional<domain::PartySnapshot>>
load_party(store::Connection& database, domain::PartyId id);

[[nodiscard]] base::Result<domain::FinalizeFacts>
load_finalize_facts(store::Connection& database, const store::PracticeRecord& practice,
                    const domain::Draft& draft);

// What taking an issued invoice back looks at; nothing if it never was issued.
[[nodiscard]] base::Result<std::optional<domain::TakeBackFacts>>
load_take_back_facts(store::Connection& database, const store::PracticeRecord& practice,
                     domain::InvoiceId id);

} // namespace app
