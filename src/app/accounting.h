// The book in plain-text accounting: a file that ledger and hledger read, or beancount.
//
// One transaction a money fact (domain/journal), by date, then in the order of recording.
// Receivables and credit are by client, money by payment method, tax by its code. The accounts of
// two clients of one name are told apart by the end of their ids.
#pragma once

#include "app/queries/context.h"
#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace app {

enum class AccountingFormat : std::uint8_t { ledger, beancount };

// "ledger" or "beancount"; nothing for another name.
[[nodiscard]] std::optional<AccountingFormat> accounting_format(std::string_view name);

// The whole file, in UTF-8. Linear in the book. Errors: damaged, where the log can't be read.
[[nodiscard]] base::Result<std::string> accounting_text(const QueryContext& context,
                                                        AccountingFormat format);

} // namespace app
