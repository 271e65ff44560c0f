// What the handler of a command works with, and what it answers.
//
// A handler loads facts, asks the domain to decide, and answers with operations; it writes nothing
// itself. An outcome without operations means that all is already as the command wants it.
#pragma once

#include "app/command.h"
#include "domain/context.h"
#include "domain/event.h"
#include "store/operation.h"
#include "store/sqlite.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

struct CommandContext {
    store::Connection& database;
    domain::Context domain;
};

struct Outcome {
    store::Operations operations;
    base::Uuid record;
    std::string number;
    std::optional<base::Uuid> session;
    std::vector<base::Uuid> also_about;
};

[[nodiscard]] base::Result<store::PracticeRecord> load_practice(store::Connection& database);

// The operations that write what a decision says. An issued invoice brings its letterhead, if the
// book does not have it yet.
[[nodiscard]] base::Result<store::Operations> operations_of(const CommandContext& context,
                                                            const domain::Events& events);
void append(store::Operations& to, std::vector<store::Value> values);

// practice
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const SetUpPractice& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const EditPractice& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const EditBilling& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const EditAppearance& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const AddAttachment& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const EditNumbering& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const MoveNextNumber& command);
// master data
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Add<domain::Client>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Edit<domain::Client>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Add<domain::Contact>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Edit<domain::Contact>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Add<domain::Service>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Edit<domain::Service>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Add<domain::Product>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Edit<domain::Product>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Add<domain::TaxDefinition>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Edit<domain::TaxDefinition>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Add<domain::Location>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Edit<domain::Location>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Add<domain::Practitioner>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Edit<domain::Practitioner>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Add<domain::PaymentMethod>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Edit<domain::PaymentMethod>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Import<domain::Client>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Import<domain::Service>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const Import<domain::Product>& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context, const Archive& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context, const Restore& command);
// drafts and invoices
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context, const SaveDraft& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const DeleteDraft& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const FinalizeInvoice& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const VoidInvoice& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const RevertInvoice& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const DuplicateInvoice& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context, const MarkLeft& command);
// money
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const RecordPayment& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const AllocatePayment& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const ReleaseAllocation& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const VoidPayment& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const ApplyCredit& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const WriteOffInvoice& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context,
                                           const ReverseWriteOff& command);
[[nodiscard]] base::Result<Outcome> handle(const CommandContext& context, const Undo& command);

} // namespace app
