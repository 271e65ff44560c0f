#include "app/command_json.h"

#include "app/command_names.h"
#include "app/messages.h"
#include "store/shapes.h"

#include <algorithm>
#include <utility>

namespace store {

template <>
struct Names<app::MasterKind> {
    static constexpr std::array<std::string_view, 8> names{
        "client", "contact",  "service",      "product",
        "tax",    "location", "practitioner", "payment_method"};
};
template <>
struct Names<app::LiveAllocations> {
    static constexpr std::array<std::string_view, 2> names{"refuse", "release"};
};
template <>
struct Names<domain::Overpayment> {
    static constexpr std::array<std::string_view, 2> names{"refuse", "keep_as_credit"};
};

template <>
struct Blank<domain::ChosenAmount> {
    static domain::ChosenAmount make() { return {.amount = Blank<domain::Money>::make()}; }
};
template <>
struct Blank<domain::RecordPayment> {
    static domain::RecordPayment make() { return {.amount = Blank<domain::Money>::make()}; }
};
template <>
struct Blank<app::AlreadyPaid> {
    static app::AlreadyPaid make() { return {.amount = Blank<domain::Money>::make()}; }
};
template <>
struct Blank<app::SetUpPractice> {
    static app::SetUpPractice make() { return {.billing = Blank<domain::BillingSettings>::make()}; }
};
template <>
struct Blank<app::EditBilling> {
    static app::EditBilling make() { return {.billing = Blank<domain::BillingSettings>::make()}; }
};
template <>
struct Blank<app::SaveDraft> {
    static app::SaveDraft make() { return {.draft = Blank<domain::Draft>::make()}; }
};
template <>
struct Blank<app::RecordPayment> {
    static app::RecordPayment make() { return {.payment = Blank<domain::RecordPayment>::make()}; }
};

// Bytes as hexadecimal digits.
template <>
struct Form<base::Bytes> {
    static constexpr bool is_own = true;
    static constexpr std::string_view says = "bytes in hexadecimal digits";
    static Json write(const base::Bytes& value, const Scope&) { return base::hex_text(value); }
    static bool read(const Json& json, base::Bytes& to, const Scope& scope, ReadErrors& errors) {
        return codec::read_parsed(json, to, scope, errors, base::parse_hex);
    }
};

// "ask", "use_credit", or {"amount": ..., "date": ..., "method": ...}.
using FinalizePayment = decltype(app::FinalizeInvoice::payment);
template <>
struct Form<FinalizePayment> {
    static constexpr bool is_own = true;
    static constexpr std::string_view says =
        "`ask`, `use_credit`, or {amount: money, date: date, method: id, reference: text, "
        "overpayment: `refuse` or `keep_as_credit`}";
    static Json write(const FinalizePayment& value, const Scope& scope);
    static bool read(const Json& json, FinalizePayment& to, const Scope& scope, ReadErrors& errors);
};

template <>
struct Shape<app::AlreadyPaid> {
    static void fields(auto& visit, auto& r) {
        visit("amount", r.amount);
        visit("date", r.date);
        visit("method", r.method);
        visit("reference", r.reference);
        visit("overpayment", r.overpayment);
    }
};

Json Form<FinalizePayment>::write(const FinalizePayment& value, const Scope& scope) {
    if (std::holds_alternative<app::UseCredit>(value)) return "use_credit";
    if (const auto* paid = std::get_if<app::AlreadyPaid>(&value)) return write_value(*paid, scope);
    return "ask";
}

bool Form<FinalizePayment>::read(const Json& json, FinalizePayment& to, const Scope& scope,
                                 ReadErrors& errors) {
    if (json == "ask") {
        to = app::AskForPayment{};
        return true;
    }
    if (json == "use_credit") {
        to = app::UseCredit{};
        return true;
    }
    auto paid = Blank<app::AlreadyPaid>::make();
    if (!read_value(json, paid, scope, errors)) return false;
    to = std::move(paid);
    return true;
}

template <>
struct Shape<domain::ChosenAmount> {
    static void fields(auto& visit, auto& r) {
        visit("invoice", r.invoice);
        visit("amount", r.amount);
    }
};
template <>
struct Shape<app::SetUpPractice> {
    static void fields(auto& visit, auto& r) {
        visit("identity", r.identity);
        visit("billing", r.billing);
        visit("appearance", r.appearance);
        visit("invoice_pattern", r.invoice_pattern);
        visit("taxes", r.taxes);
        visit("methods", r.methods);
        visit("practitioners", r.practitioners);
        visit("locations", r.locations);
    }
};
template <>
struct Shape<app::EditPractice> {
    static void fields(auto& visit, auto& r) {
        Shape<domain::PracticeIdentity>::fields(visit, r.identity);
    }
};
template <>
struct Shape<app::EditBilling> {
    static void fields(auto& visit, auto& r) {
        Shape<domain::BillingSettings>::fields(visit, r.billing);
    }
};
template <>
struct Shape<app::EditAppearance> {
    static void fields(auto& visit, auto& r) { Shape<Appearance>::fields(visit, r.appearance); }
};
template <>
struct Shape<app::AddAttachment> {
    static void fields(auto& visit, auto& r) {
        visit("media_type", r.media_type);
        visit("bytes", r.bytes);
    }
};
template <>
struct Shape<app::EditNumbering> {
    static void fields(auto& visit, auto& r) {
        visit("document", r.document);
        visit("pattern", r.pattern);
    }
};
template <>
struct Shape<app::MoveNextNumber> {
    static void fields(auto& visit, auto& r) {
        visit("document", r.document);
        visit("next_counter", r.next_counter);
        visit("reason", r.reason);
        visit("closed_series", r.closed_series);
    }
};
template <typename T>
struct Shape<app::Add<T>> {
    static void fields(auto& visit, auto& r) { Shape<T>::fields(visit, r.record); }
};
template <typename T>
struct Shape<app::Edit<T>> {
    static void fields(auto& visit, auto& r) { Shape<T>::fields(visit, r.record); }
};
template <typename T>
struct Shape<app::Import<T>> {
    static void fields(auto& visit, auto& r) { visit("records", r.records); }
};
template <>
struct Shape<app::Archive> {
    static void fields(auto& visit, auto& r) {
        visit("kind", r.kind);
        visit("id", r.id);
    }
};
template <>
struct Shape<app::Restore> {
    static void fields(auto& visit, auto& r) {
        visit("kind", r.kind);
        visit("id", r.id);
    }
};
template <>
struct Shape<app::SaveDraft> {
    static void fields(auto& visit, auto& r) {
        Shape<domain::Draft>::fields(visit, r.draft);
        visit("session", r.session);
    }
};
template <>
struct Shape<app::DeleteDraft> {
    static void fields(auto& visit, auto& r) { visit("invoice", r.invoice); }
};
template <>
struct Shape<app::FinalizeInvoice> {
    static void fields(auto& visit, auto& r) {
        visit("invoice", r.invoice);
        visit("payment", r.payment);
    }
};
template <>
struct Shape<app::VoidInvoice> {
    static void fields(auto& visit, auto& r) {
        visit("invoice", r.invoice);
        visit("date", r.date);
        visit("reason", r.reason);
        visit("allocations", r.allocations);
    }
};
template <>
struct Shape<app::RevertInvoice> {
    static void fields(auto& visit, auto& r) {
        visit("invoice", r.invoice);
        visit("date", r.date);
        visit("reason", r.reason);
    }
};
template <>
struct Shape<app::DuplicateInvoice> {
    static void fields(auto& visit, auto& r) { visit("invoice", r.invoice); }
};
template <>
struct Shape<app::MarkLeft> {
    static void fields(auto& visit, auto& r) {
        visit("invoice", r.invoice);
        visit("way", r.way);
    }
};
template <>
struct Shape<app::RecordPayment> {
    static void fields(auto& visit, auto& r) {
        visit("payer", r.payment.payer);
        visit("amount", r.payment.amount);
        visit("date", r.payment.date);
        visit("method", r.payment.method);
        visit("reference", r.payment.reference);
        visit("tendered_memo", r.payment.tendered_memo);
        visit("note", r.payment.note);
        visit("for_invoice", r.payment.for_invoice);
        visit("chosen", r.payment.chosen);
        visit("overpayment", r.payment.overpayment);
    }
};
template <>
struct Shape<app::AllocatePayment> {
    static void fields(auto& visit, auto& r) {
        visit("payment", r.allocation.payment);
        visit("chosen", r.allocation.chosen);
        visit("date", r.allocation.date);
    }
};
template <>
struct Shape<app::ReleaseAllocation> {
    static void fields(auto& visit, auto& r) {
        visit("payment", r.payment);
        visit("allocation", r.allocation);
        visit("date", r.date);
        visit("reason", r.reason);
    }
};
template <>
struct Shape<app::VoidPayment> {
    static void fields(auto& visit, auto& r) {
        visit("payment", r.payment);
        visit("date", r.date);
        visit("reason", r.reason);
    }
};
template <>
struct Shape<app::ApplyCredit> {
    static void fields(auto& visit, auto& r) {
        visit("invoice", r.invoice);
        visit("date", r.date);
    }
};
template <>
struct Shape<app::WriteOffInvoice> {
    static void fields(auto& visit, auto& r) {
        visit("invoice", r.invoice);
        visit("amount", r.amount);
        visit("date", r.date);
        visit("reason", r.reason);
    }
};
template <>
struct Shape<app::ReverseWriteOff> {
    static void fields(auto& visit, auto& r) {
        visit("invoice", r.invoice);
        visit("write_off", r.write_off);
        visit("date", r.date);
        visit("reason", r.reason);
    }
};
template <>
struct Shape<app::Undo> {
    static void fields(auto& visit, auto& r) { visit("undone", r.command); }
};

} // namespace store

namespace app {

namespace {

using store::Json;

std::string new_id(base::IdSource& ids, base::Instant now) { return to_text(ids.next(now)); }

// Lines get an id and, in the order they stand, a place.
void complete_lines(Json& lines, base::IdSource& ids, base::Instant now) {
    if (!lines.is_array()) return;
    std::int64_t place = 0;
    for (Json& line : lines) {
        ++place;
        if (!line.is_object()) continue;
        if (!line.contains("id")) line["id"] = new_id(ids, now);
        if (!line.contains("position")) line["position"] = base::integer_text(place, 6);
    }
}

void complete_ids(Json& command, const char* list, base::IdSource& ids, base::Instant now) {
    const auto records = command.find(list);
    if (records == command.end() || !records->is_array()) return;
    for (Json& record : *records)
        if (record.is_object() && !record.contains("id")) record["id"] = new_id(ids, now);
}

// Fills in what a script may leave out: the ids of what the command makes.
void complete(std::string_view name, Json& json, base::IdSource& ids, base::Instant now) {
    const bool makes_record = name.starts_with("add_") && name != "add_attachment";
    if ((makes_record || name == "save_draft") && !json.contains("id"))
        json["id"] = new_id(ids, now);
    if (name == "save_draft" && json.contains("lines")) complete_lines(json["lines"], ids, now);
    if (name == "finalize_invoice" && !json.contains("payment")) json["payment"] = "ask";
    if (name.starts_with("import_")) complete_ids(json, "records", ids, now);
    if (name != "set_up_practice") return;
    for (const char* part : {"taxes", "methods", "practitioners", "locations"})
        complete_ids(json, part, ids, now);
}

template <std::size_t... indices>
base::Result<Command> read_command(std::size_t wanted, const Json& json,
                                   std::index_sequence<indices...>) {
    base::Result<Command> command = base::fail(base::Code::unknown_command);
    const auto attempt = [&]<std::size_t index>() {
        if (index != wanted) return;
        using T = std::variant_alternative_t<index, Command>;
        auto read = store::from_json<T>(json);
        if (read)
            command = Command(*std::move(read));
        else
            command = base::fail(read.error());
    };
    (attempt.template operator()<indices>(), ...);
    return command;
}

base::Result<std::optional<base::Uuid>> take_command_id(Json& json) {
    const auto id = json.find("command_id");
    if (id == json.end()) return std::optional<base::Uuid>();
    const auto* text = id->get_ptr<const std::string*>();
    if (text == nullptr) return base::fail(base::Code::wrong_type, "command_id");
    const auto parsed = base::parse_uuid(*text);
    if (!parsed) return base::fail(parsed.error().code, "command_id");
    json.erase("command_id");
    return std::optional<base::Uuid>(*parsed);
}

} // namespace

base::Result<ParsedCommand> parse_command(std::string_view text, base::IdSource& ids,
                                          base::Instant now) {
    Json json = TRY(store::parse_json(text));
    if (!json.is_object()) return base::fail(base::Code::wrong_type);
    const auto name_field = json.find("command");
    if (name_field == json.end()) return base::fail(base::Code::missing, "command");
    const auto* name_text = name_field->get_ptr<const std::string*>();
    if (name_text == nullptr) return base::fail(base::Code::wrong_type, "command");
    const std::string name = *name_text;
    const auto found = std::ranges::find(command_names, name);
    if (found == command_names.end())
        return base::fail(base::Code::unknown_command, "command", name);
    json.erase("command");
    const auto id = TRY(take_command_id(json));
    complete(name, json, ids, now);
    Command command =
        TRY(read_command(static_cast<std::size_t>(found - command_names.begin()), json,
                         std::make_index_sequence<std::variant_size_v<Command>>()));
    return ParsedCommand{.id = id, .command = std::move(command)};
}

std::vector<std::vector<store::FieldDescription>> describe_commands() {
    return []<std::size_t... indices>(std::index_sequence<indices...>) {
        return std::vector{
            store::describe_fields<std::variant_alternative_t<indices, Command>>()...};
    }(std::make_index_sequence<std::variant_size_v<Command>>());
}

store::Json receipt_json(const Receipt& receipt) {
    Json json = {{"revision", receipt.revision}};
    if (receipt.record != base::Uuid{}) json["record"] = to_text(receipt.record);
    if (!receipt.number.empty()) json["number"] = receipt.number;
    return json;
}

store::Json error_json(const base::Error& error) {
    const auto one = [](const base::Error& e) {
        Json json = {{"code", static_cast<int>(e.code)}, {"message", message(e)}};
        if (!e.field.empty()) json["field"] = e.field;
        if (!e.detail.empty()) json["detail"] = e.detail;
        return json;
    };
    Json json = one(error);
    for (const base::Error& other : error.also)
        json["also"].push_back(one(other));
    return {{"error", std::move(json)}};
}

} // namespace app
