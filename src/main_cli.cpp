// The command-line program: `folio COMMAND ARGUMENTS`. Each command is one function below or in
// app/; this file only chooses it and moves bytes between files and standard output.
#include "app/reference.h"
#include "app/totals_json.h"
#include "main_cli_book.h"
#include "main_cli_session.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace {

using cli::Arguments;
using cli::exit_done;
using cli::exit_refused;
using cli::exit_usage;

// folio totals FILE.jsonl: the totals of each line's invoice, one JSON object a line.
int totals(Arguments arguments) {
    if (arguments.size() != 1) {
        std::fputs("usage: folio totals FILE.jsonl\n", stderr);
        return exit_usage;
    }
    const std::optional<std::string> content = cli::read_file(arguments[0]);
    if (!content.has_value()) {
        std::fprintf(stderr, "folio totals: can't read %s\n", arguments[0]);
        return exit_usage;
    }
    int status = exit_done;
    for (std::string_view rest = *content; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        const app::TotalsAnswer answer = app::answer_totals(line);
        std::printf("%s\n", answer.line.c_str());
        if (answer.is_error) status = exit_refused;
    }
    return status;
}

// folio reference: every command, query and error code, as Markdown.
int reference(Arguments arguments) {
    if (!arguments.empty()) {
        std::fputs("usage: folio reference\n", stderr);
        return exit_usage;
    }
    std::fputs(app::reference_text().c_str(), stdout);
    return exit_done;
}

struct Subcommand {
    std::string_view name;
    const char* summary;
    int (*run)(Arguments);
};

constexpr Subcommand subcommands[] = {
    {"new", "new BOOK                       make an empty book", cli::new_book},
    {"execute", "execute BOOK COMMANDS.jsonl    carry out commands, one a line", cli::execute},
    {"import", "import BOOK KIND FILE          bring in clients, services, products, a book",
     cli::import_file},
    {"query", "query BOOK NAME ['{...}']      answer a question about the book", cli::query},
    {"export", "export BOOK FILE [--format=]   write the book as SQLite, JSON, or for ledger",
     cli::export_file},
    {"pdf", "pdf BOOK INVOICE FILE          write an invoice, by number or id, as PDF",
     cli::write_pdf},
    {"einvoice", "einvoice BOOK INVOICE FILE     write a finalized invoice as UBL or --format=cii",
     cli::write_einvoice},
    {"verify", "verify BOOK                    check that the book is whole", cli::verify},
    {"totals", "totals FILE.jsonl              print the totals of each invoice of the file",
     totals},
    {"reference", "reference                      print every command, query and error code",
     reference},
};

} // namespace

int main(int argc, char** argv) {
    const Arguments arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() >= 2)
        for (const Subcommand& each : subcommands)
            if (arguments[1] == each.name) return each.run(arguments.subspan(2));
    std::fputs("usage: folio COMMAND\n", stderr);
    for (const Subcommand& each : subcommands)
        std::fprintf(stderr, "  folio %s\n", each.summary);
    return exit_usage;
}
