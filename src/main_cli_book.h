// The command line's work with books: new, execute, import, query, verify, export, pdf,
// einvoice.
//
// A book is one file (platform/native/disk.h). `--today=2026-11-20` stops the clock at noon of that
// day and `--seed=N` makes ids repeatable, so that a run can be repeated byte for byte.
#pragma once

#include <span>

namespace cli {

using Arguments = std::span<const char* const>;

inline constexpr int exit_done = 0;
inline constexpr int exit_refused = 1; // A command was refused, or something is wrong.
inline constexpr int exit_usage = 2;

// folio new BOOK: an empty book, to be set up by the command set_up_practice.
int new_book(Arguments arguments);
// folio execute BOOK COMMANDS.jsonl: one receipt or error a line.
int execute(Arguments arguments);
// folio import BOOK clients|services|products FILE.csv: a line for each part of the plan
// (app/imports/import_json.h), then the receipt. `--preview` changes nothing and ends with 1 where
// the import would be refused; `--map=COLUMN=FIELD` stands above the guessed columns;
// `--decimal=comma|point` above the practice's locale; `--repeated=leave_out|add` says what
// to do with rows that are there already, which are refused else.
int import_file(Arguments arguments);
// folio query BOOK NAME ['{...}']
int query(Arguments arguments);
// folio verify BOOK: a line for everything that is wrong.
int verify(Arguments arguments);
// folio export BOOK FILE: the book as one SQLite file.
int export_file(Arguments arguments);
// folio pdf BOOK INVOICE FILE: the invoice of that number, or of that id (a draft), as a PDF.
// `--assets=DIR` is a build, whose fonts/ is read.
int write_pdf(Arguments arguments);
// folio einvoice BOOK INVOICE FILE.xml: the finalized invoice of that number or id by EN 16931, as
// UBL or, with `--format=cii`, as CII. One that offends a rule is refused with every field to fill
// in, and nothing is written.
int write_einvoice(Arguments arguments);

} // namespace cli
