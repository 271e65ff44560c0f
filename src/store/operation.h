// What a change did: facts that were inserted and field groups that were written.
//
// A change's body is a JSON list of its operations in the order they were made; it is all that a
// replay, an audit and another device need. Facts never change. A value replaces what the device
// had seen of one field group of one record; removal is the value null, kept like any other.
#pragma once

#include "base/hash.h"
#include "domain/event.h"
#include "store/json_codec.h"
#include "store/practice_record.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace store {

// An issued invoice; its sender stands in the letterhead, which is written before it.
struct InvoiceFact {
    domain::IssuedInvoice invoice; // `sender` is left as default.
    base::Digest letterhead{};
};

// A document left the program: "printed", "downloaded", "exported".
struct InvoiceLeft {
    domain::InvoiceId invoice;
    int version = 1;
    std::string way;
};

// The kinds of record that are registers. The name is written into every value.
enum class RecordKind : std::uint8_t {
    practice,
    client,
    contact,
    service,
    product,
    tax,
    location,
    practitioner,
    payment_method,
    series,
    draft,
    device,
};
[[nodiscard]] std::string_view name_of(RecordKind kind);

struct Value {
    RecordKind kind = RecordKind::client;
    base::Uuid id;
    std::string group;
    Json value;
};

using Operation = std::variant<Value, Letterhead, InvoiceFact, domain::InvoiceVoided,
                               domain::InvoiceReverted, InvoiceLeft, domain::Payment,
                               domain::PaymentVoid, domain::Allocation, domain::Release,
                               domain::NumbersSkipped, domain::WriteOff, domain::WriteOffReversal>;
using Operations = std::vector<Operation>;

// The digest under which a letterhead is kept.
[[nodiscard]] base::Digest letterhead_digest(const Letterhead& letterhead);

// Canonical JSON of the list.
[[nodiscard]] std::string body_text(const Operations& operations);
// Reads a body; all fields checked.
[[nodiscard]] base::Result<Operations> parse_body(std::string_view body);

// The records an operation is about, for finding a record's history.
[[nodiscard]] std::vector<base::Uuid> subjects_of(const Operation& operation);

} // namespace store
