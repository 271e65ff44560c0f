// The name of every command: what the log, the audit trail and scripts call it.
//
// A name once shipped stays: it stands in books. The order is that of the variant `Command`.
#pragma once

#include "app/command.h"

#include <array>
#include <string_view>

namespace app {

inline constexpr std::array<std::string_view, std::variant_size_v<Command>> command_names{
    "set_up_practice",
    "edit_practice",
    "edit_billing",
    "edit_appearance",
    "add_attachment",
    "edit_numbering",
    "move_next_number",
    "add_client",
    "edit_client",
    "add_contact",
    "edit_contact",
    "add_service",
    "edit_service",
    "add_product",
    "edit_product",
    "add_tax",
    "edit_tax",
    "add_location",
    "edit_location",
    "add_practitioner",
    "edit_practitioner",
    "add_payment_method",
    "edit_payment_method",
    "import_clients",
    "import_services",
    "import_products",
    "archive",
    "restore",
    "save_draft",
    "delete_draft",
    "finalize_invoice",
    "void_invoice",
    "revert_invoice",
    "duplicate_invoice",
    "mark_left",
    "record_payment",
    "allocate_payment",
    "release_allocation",
    "void_payment",
    "apply_credit",
    "write_off_invoice",
    "reverse_write_off",
    "undo"};

[[nodiscard]] inline std::string_view name_of(const Command& command) {
    return command_names[command.index()];
}

} // namespace app
