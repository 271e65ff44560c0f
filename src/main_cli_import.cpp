// The command line's imports: folio import.
#include "app/command_json.h"
#include "app/imports/import_json.h"
#include "main_cli_session.h"

#include <cstdio>

namespace cli {

namespace {

base::Result<app::Receipt> carry_out(Session& session, const app::Command& command) {
    app::Receipt receipt = TRY(session.app().execute(command));
    TRY_VOID(session.save());
    return receipt;
}

// What the import would do, and whether it may be done.
base::Result<app::Command> tell_plan(const app::ImportPlan& plan) {
    for (const store::Json& line : app::plan_json(plan))
        std::printf("%s\n", text_of(line).c_str());
    return app::import_command(plan);
}

// What `folio export --format=json` wrote, as a book where none is yet.
int import_book(const Options& options, std::string_view lines) {
    Session session(options);
    const auto phase = session.open(options.words[0]);
    auto imported = !phase ? base::Result<std::uint64_t>(base::fail(phase.error()))
                           : session.app().import_json(lines);
    if (imported) {
        if (const auto saved = session.save(); !saved) imported = base::fail(saved.error());
    }
    if (!imported) {
        session.report(imported.error());
        return exit_refused;
    }
    std::printf("%s\n", text_of(app::receipt_json({.revision = *imported})).c_str());
    return exit_done;
}

} // namespace

int import_file(Arguments arguments) {
    const auto options = options_of(arguments);
    const auto kind =
        options && options->words.size() == 3 ? app::import_kind(options->words[1]) : std::nullopt;
    const bool is_book = options && options->words.size() == 3 && options->words[1] == "book";
    if (!kind && !is_book)
        return usage("folio import BOOK book FILE.jsonl, or "
                     "folio import BOOK clients|services|products FILE.csv [--preview] "
                     "[--map=COLUMN=FIELD ...] [--decimal=comma|point] "
                     "[--repeated=refuse|leave_out|add] [--today=] [--seed=]");
    const auto content = read_file(options->words[2].c_str());
    if (!content) return usage("folio import: the file can't be read");
    if (is_book) return import_book(*options, *content);
    Session session(*options);
    if (!session.open_ready(options->words[0])) return exit_refused;
    const auto plan =
        session.app().plan_import(*kind, base::as_bytes(*content), options->importing);
    if (!plan) {
        session.report(plan.error());
        return exit_refused;
    }
    const auto command = tell_plan(*plan);
    if (options->previews) return command ? exit_done : exit_refused;
    if (!command) {
        // The faults were told, each on its line.
        if (plan->faults.empty()) session.report(command.error());
        return exit_refused;
    }
    const auto receipt = carry_out(session, *command);
    if (!receipt) {
        session.report(receipt.error());
        return exit_refused;
    }
    std::printf("%s\n", text_of(app::receipt_json(*receipt)).c_str());
    return exit_done;
}

} // namespace cli
