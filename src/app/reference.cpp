#include "app/reference.h"

#include "app/command_json.h"
#include "app/command_names.h"
#include "app/messages.h"
#include "app/query_json.h"
#include "app/rights.h"
#include "base/text.h"

namespace app {

namespace {

constexpr std::string_view opening =
    "# Commands and queries of Folio\n\n"
    "One vocabulary for `folio execute`, `folio query` and, in the page, `folio.execute` and "
    "`folio.query`.\n\n"
    "A command is an object: `command` names it, its fields stand beside the name. `command_id` "
    "(an id) may stand too: a command whose id was seen before changes nothing and gives its "
    "earlier receipt again. What a command makes gets its `id` from the book where it is left "
    "out. A receipt has `revision`, `record` (what was made or changed) and, of a finalized "
    "invoice, `number`. A refusal changes nothing and answers `{error: {code, message, field, "
    "detail, also}}`, with every field at fault.\n\n"
    "## Types\n\n"
    "- id: a UUID as text\n"
    "- date: a civil date in the practice's time zone, `2026-11-20`\n"
    "- instant: milliseconds since 1970-01-01 UTC\n"
    "- money: `{currency: \"EUR\", minor: 1250}`, minor units of the currency; bare minor units "
    "where the record has a `currency`\n"
    "- currency: ISO 4217, as text\n"
    "- decimal: at most six digits after the point, as text, `\"1.5\"`\n"
    "- percent: a decimal, `\"23\"`\n"
    "- text: UTF-8\n\n"
    "Fields in *italics* may be left out of the JSON; what a command cannot do without it says "
    "itself.\n";

void append_fields(std::string& text, const std::vector<store::FieldDescription>& fields,
                   std::size_t depth) {
    for (const store::FieldDescription& field : fields) {
        const std::string name = "`" + field.name + "`";
        text += std::string(2 * depth, ' ') + "- ";
        text += (field.is_required ? name : "*" + name + "*") + ": " + field.type + "\n";
        append_fields(text, field.fields, depth + 1);
    }
}

void append_section(std::string& text, std::string_view name,
                    const std::vector<store::FieldDescription>& fields) {
    text += "\n### " + std::string(name) + "\n\n";
    if (fields.empty()) text += "Nothing more.\n";
    append_fields(text, fields, 0);
}

} // namespace

std::string reference_text() {
    std::string text(opening);
    text += "\n## Commands\n";
    const auto commands = describe_commands();
    for (std::size_t i = 0; i < commands.size(); ++i)
        append_section(text, command_names[i], commands[i]);
    text += "\n## Queries\n";
    for (const QueryDescription& query : describe_queries())
        append_section(text, query.name, query.parameters);
    text += "\n## Codes of errors\n\n";
    for (const base::Code code : all_codes())
        text += "- " + base::integer_text(static_cast<int>(code)) + ": " +
                message({.code = code, .field = {}, .detail = {}, .also = {}}) + "\n";
    return text;
}

} // namespace app
