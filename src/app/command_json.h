// Commands as JSON: one vocabulary for the command line, the page's scripting and the simulation.
//
// {"command": "add_client", "command_id": "...", fields...}: the fields are those of the structs in
// app/command.h; a record's fields stand beside the command's name. `command_id` may be left out
// (then the command is new each time), as may the ids of records and lines that are made. Every
// missing, unknown or ill-typed field is refused with its path, all at once.
#pragma once

#include "app/command.h"
#include "base/id.h"
#include "base/instant.h"
#include "store/json_describe.h"

#include <optional>
#include <string_view>
#include <vector>

namespace app {

struct ParsedCommand {
    std::optional<base::Uuid> id;
    Command command;
};

// `ids` and `now` make the ids that were left out.
[[nodiscard]] base::Result<ParsedCommand> parse_command(std::string_view text, base::IdSource& ids,
                                                        base::Instant now);

// The fields of each command, in the order of `command_names`.
[[nodiscard]] std::vector<std::vector<store::FieldDescription>> describe_commands();

[[nodiscard]] store::Json receipt_json(const Receipt& receipt);
// {"error": {"code": 5, "field": "...", "detail": "...", "message": "...", "also": [...]}}
[[nodiscard]] store::Json error_json(const base::Error& error);

} // namespace app
