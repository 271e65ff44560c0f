// What is fuzzed: functions that take bytes from outside and must come to an end, whatever they
// are.
//
// In the fuzz configuration each is a libFuzzer program of its own (libfuzzer.cpp); natively all of
// them are played over the corpus in every round (corpus_test.cpp). A broken promise stops the
// program, by ASSERT or by a sanitizer. corpus/<target> holds what was found worth keeping: inputs
// that reach new code, and every input that once was a finding.
#pragma once

#include "base/bytes.h"

namespace fuzz {

void number_entry(base::ByteView input);  // Numbers, amounts and dates as people and files write.
void command_json(base::ByteView input);  // One command, read only.
void script(base::ByteView input);        // Commands and queries, carried out in a practice.
void page_record(base::ByteView input);   // The items of a book's disk, and a book opened on them.
void log_body(base::ByteView input);      // Bodies of the log, packed and plain.
void book_copy(base::ByteView input);     // The file of a copy, looked at and restored.
void image(base::ByteView input);         // A logo.
void csv(base::ByteView input);           // A file to import, planned and carried out.
void document_text(base::ByteView input); // Texts of a document, set in type and written as PDF.

} // namespace fuzz
