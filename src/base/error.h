// Every way in which the program can refuse, each with a number that is never reused.
//
// Codes are appended at the end of their block; a number once shipped keeps its meaning, because
// receipts, logs and other devices carry it. Blocks: 1-99 general, 100-199 numbers and dates,
// 200-299 invoices, 300-399 payments and credit, 400-499 store and disk, 500-599 documents,
// 600-699 people and rights, 700-799 files that are imported. The sentence for each stands in
// app/messages.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace base {

enum class Code : std::uint16_t {
    missing = 1,         // A required field is empty.
    out_of_range = 2,    // The value is outside the limits of its field. Detail: the greatest.
    too_long = 3,        // The text is longer than its limit.
    not_utf8 = 4,        // The bytes are not valid UTF-8.
    not_found = 5,       // The record that was named does not exist.
    unknown_field = 6,   // The command has a field that it does not know.
    wrong_type = 7,      // The field holds another type than it should.
    too_short = 8,       // Detail: the fewest characters.
    too_low = 9,         // Detail: the least.
    unknown_choice = 10, // None of the names that the field knows. Detail: the name.

    changed_since = 20,   // The record was changed again; undoing would lose that change.
    not_undoable = 21,    // Facts stay; a reversing entry is made instead.
    already_set_up = 22,  // The book has a practice already.
    not_set_up = 23,      // The book has no practice yet.
    unknown_command = 24, // No command of that name. Detail: the name.
    unknown_query = 25,   // No query of that name. Detail: the name.
    not_archived = 26,    // Only what is archived can be restored.
    already_exists = 27,  // The id is taken by another record.
    is_archived = 28,     // The record is archived; restore it first.
    not_an_image = 29,    // Neither PNG nor JPEG, or not what its type says.

    overflow = 100,            // The result does not fit int64 minor units.
    too_precise = 101,         // More decimals than the field keeps.
    not_a_date = 102,          // There is no such day.
    not_an_id = 103,           // Not the text of an id.
    not_a_number = 104,        // Not a number in the chosen notation.
    ambiguous_number = 105,    // The separators could mean two numbers; detail: the one to write.
    not_a_currency = 106,      // Not an ISO 4217 code that we know.
    not_a_country = 107,       // Not an ISO 3166-1 alpha-2 code that we know.
    currency_mixed = 108,      // Amounts of two currencies meet.
    wrong_currency_sign = 109, // The symbol typed is not that of the field's currency.
    ambiguous_date = 110,      // The date could mean two days.
    not_an_email = 111,        // Not an email address.
    not_unique = 112,          // A second entry of what may stand once.

    percent_negative = 200,           // A discount, charge or tax below zero percent.
    percent_above_limit = 201,        // Detail: the greatest percent.
    base_quantity_not_positive = 202, // The price is for zero or fewer.
    discount_above_line = 203,        // The discounts would take the line past zero.
    discount_above_sum = 204,         // The discounts exceed the sum of the lines.
    adjustment_sign = 205,            // The sign is not that of the amount it changes.
    tax_repeated = 206,               // The same tax twice on one line.
    no_rate_on_date = 207,            // The tax has no rate yet on the supply date.
    totals_differ = 208,              // Stored totals are not what the lines give.
    no_client = 209,
    no_lines = 210,
    due_before_issue = 211,
    total_below_zero = 212, // A total below zero is a credit invoice.
    issue_date_in_future = 213,
    date_locked = 214,         // Detail: the lock date.
    issue_before_series = 215, // Detail: the date of the series' last number.
    legal_field_missing = 216, // Field: what is missing. Detail: the source of the duty.
    already_voided = 217,
    already_draft = 218,
    has_allocations = 219,
    has_credit_notes = 220,
    has_write_offs = 221,
    has_late_fees = 222,
    has_refunds = 223,
    left_program = 224,      // Sent, published, printed, downloaded or exported.
    date_before_issue = 225, // Detail: the issue date.
    date_in_future = 226,
    draft_numbered = 227, // A draft that had a number is voided, not deleted.
    not_numbered = 228,   // A draft without a number is deleted, not voided.
    bad_pattern = 229,
    series_closed = 230,
    counter_exhausted = 231,
    series_year_passed = 232,    // Detail: the year of the series' last number.
    number_not_forward = 233,    // Detail: the present next number.
    date_before_last_fact = 234, // Detail: the date of the latest fact about the invoice.

    already_issued = 260, // The draft was finalized; what is issued does not change.

    method_archived = 300,
    above_balance = 301,           // Detail: the balance.
    above_payment = 302,           // More is put to invoices than was paid.
    overpayment_unconfirmed = 303, // Detail: what would be kept as credit.
    payment_voided = 304,
    above_credit = 305,        // Detail: the credit left.
    date_before_payment = 306, // Detail: the date of the payment.
    not_allocated = 307,
    date_before_allocation = 308, // Detail: the date of the allocation.
    no_credit = 309,
    nothing_open = 310,
    other_account = 311,         // The credit belongs to another payer.
    amount_not_positive = 312,   // Zero or less is to be paid, allocated or taken.
    not_written_off = 313,       // All of the write-off was reversed.
    date_before_write_off = 314, // Detail: the date of the write-off.

    database = 400,           // SQLite refused; the detail is its own sentence.
    constraint = 401,         // A rule of the schema (unique, foreign key, check) is broken.
    book_full = 402,          // The book has reached store::pages_max.
    out_of_memory = 403,      // The device has no memory left for the book.
    damaged = 404,            // The book on the disk fails its checks.
    not_a_book = 405,         // The bytes are no SQLite file of ours.
    not_sealed = 406,         // A plain file stands where a sealed one is expected.
    wrong_passphrase = 407,   // The passphrase does not open this book.
    read_only = 408,          // Another tab or program owns the book.
    not_saved = 409,          // The last change is not on the disk; only drafts can be changed.
    disk_full = 410,          // The browser or the disk has no room left.
    disk_failed = 411,        // The disk gave up for a reason of its own.
    disk_unavailable = 412,   // There is no storage here at all.
    interrupted = 413,        // The query was stopped because the book has moved on.
    passphrases_differ = 414, // A new passphrase was not repeated as it was typed first.
    line_refused = 415,       // A line of a file of commands. Detail: its number.
    too_new = 450,            // The book was written by a newer program. Detail: its version.

    bad_font = 500,        // The bytes are no font that can be used. Field: the file.
    bad_image = 501,       // The bytes are no PNG or JPEG that can be used.
    image_too_large = 502, // Detail: the greatest width and height in pixels.

    no_right = 600, // The person's role does not allow the command. Detail: the role it takes.

    not_text = 700,         // The bytes are no text: neither UTF-8 nor Windows-1252.
    file_too_large = 701,   // Detail: the most megabytes.
    too_many_rows = 702,    // Detail: the most rows.
    too_many_columns = 703, // Detail: the most columns.
    no_rows = 704,          // The file has no rows under its heading.
    cell_too_long = 705,    // Detail: the most characters.
    quote_open = 706,       // A quoted cell has no end.
    text_after_quote = 707, // Text stands between the end of a quoted cell and the separator.
    row_length = 708,       // The row has more or fewer cells than the heading. Detail: its cells.
    no_column = 709,        // No column holds a field that must be there. Detail: the field.
    no_such_column = 710,   // The file has no such column. Detail: its name.
    column_repeated = 711,  // A second column for one field. Detail: the field.
    no_such_tax = 712,      // No tax in use is called that. Detail: the name.
    already_in_book = 713,  // A row is in the book. Detail: the name there.
    twice_in_file = 714,    // A row stands in the file before. Detail: the line.
    repeated_rows = 715,    // What to do with repeated rows is not said. Detail: how many.
    nothing_new = 716,      // Every row is left out.
};

// `field` names the input at fault ("lines[2].quantity"), `detail` one small fact for the message
// (a limit, a number, a name). `also` holds the other fields at fault: validation reports all of
// them at once, the first in the order of the fields as `code`.
struct Error {
    Code code;
    std::string field;
    std::string detail;
    std::vector<Error> also;

    friend bool operator==(const Error&, const Error&) = default;
};

} // namespace base
