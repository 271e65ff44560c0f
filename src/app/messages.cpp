#include "app/messages.h"

#include "base/assert.h"

#include <string_view>

namespace app {

namespace {

using base::Code;

// "{}" stands for the error's detail; without a detail the shorter sentence is said.
struct Sentence {
    std::string_view plain;
    std::string_view with_detail;
};

// A table in the form of a switch, so that the compiler finds the code without a sentence.
Sentence sentence_of(Code code) {
    switch (code) {
    case Code::missing: return {"Fill this in.", {}};
    case Code::out_of_range:
        return {"This value is not possible here. Choose another.", "Use at most {}."};
    case Code::too_long: return {"This is too long. Shorten it.", "Shorten this to {} at most."};
    case Code::not_utf8: return {"This text is damaged. Type it again.", {}};
    case Code::not_found: return {"This is no longer there. Choose another.", {}};
    case Code::unknown_field: return {"There is no such field. Check its name.", {}};
    case Code::wrong_type: return {"This is not the kind of value that belongs here.", {}};
    case Code::too_short: return {"This is too short. Write more.", "Use at least {} characters."};
    case Code::too_low: return {"This is too low. Use more.", "Use at least {}."};
    case Code::unknown_choice: return {"There is no such choice.", "There is no choice called {}."};
    case Code::changed_since:
        return {"It was changed again since, and undoing would lose that. Edit it instead.", {}};
    case Code::not_undoable:
        return {"This stays in the books. Make the opposite entry: void, revert or un-apply.", {}};
    case Code::already_set_up:
        return {"The practice is set up already. Change it in Settings.", {}};
    case Code::not_set_up: return {"Set up the practice first.", {}};
    case Code::unknown_command:
        return {"There is no such command.", "There is no command called {}."};
    case Code::unknown_query: return {"There is no such query.", "There is no query called {}."};
    case Code::not_archived: return {"This is in use already.", {}};
    case Code::already_exists: return {"This id is taken. Use another.", {}};
    case Code::is_archived: return {"This is archived. Restore it, or choose another.", {}};
    case Code::not_an_image: return {"Choose a PNG or JPEG picture.", {}};

    case Code::overflow:
        return {"The sum is larger than the program can hold. Lower the amounts.", {}};
    case Code::too_precise: return {"Use fewer decimals.", "Use at most {} decimals."};
    case Code::not_a_date: return {"There is no such day. Write it as 20 Nov 2026.", {}};
    case Code::not_an_id:
        return {"This is not an id.", "This is no valid {}. Compare it with the bank's letter."};
    case Code::not_a_number:
        return {"Write a number, such as 123.00.", "Write a number, such as {}."};
    case Code::ambiguous_number:
        return {"This could mean two numbers. Write the decimals.",
                "This could mean two numbers. Write {}."};
    case Code::not_a_currency: return {"Choose a currency from the list.", {}};
    case Code::not_a_country:
        return {"Choose a country from the list.",
                "There is no country {}. Write its English name or its code of two letters."};
    case Code::currency_mixed:
        return {"Amounts of two currencies can't be added. Use one currency.", {}};
    case Code::wrong_currency_sign:
        return {"Leave the symbol out, or use the one of this field.", "Use {}, or no symbol."};
    case Code::ambiguous_date: return {"This could mean two days. Write the month as a word.", {}};
    case Code::not_an_email: return {"Write the address as name@example.com.", {}};
    case Code::not_unique: return {"This is there already. Leave one out.", {}};

    case Code::percent_negative: return {"Write a percentage of 0 or more.", {}};
    case Code::percent_above_limit:
        return {"This percentage is too high.", "Write {} percent at most."};
    case Code::base_quantity_not_positive:
        return {"The price must be for a quantity above zero.", {}};
    case Code::discount_above_line: return {"The discount is more than the line. Lower it.", {}};
    case Code::discount_above_sum:
        return {"The discount is more than the lines add up to. Lower it.", {}};
    case Code::adjustment_sign:
        return {"Give the discount the sign of the line it is taken from.", {}};
    case Code::tax_repeated: return {"The same tax stands here twice. Leave one out.", {}};
    case Code::no_rate_on_date:
        return {"This tax has no rate on that day. Change the date or add the rate in Settings.",
                {}};
    case Code::totals_differ:
        return {"The stored totals are not what the lines give. Keep a copy of the book and ask "
                "for help.",
                {}};
    case Code::no_client: return {"Choose a client.", {}};
    case Code::no_lines: return {"Add a line.", {}};
    case Code::due_before_issue:
        return {"Due date is before the issue date. Choose a later day.",
                "Due date is before the issue date. Choose {} or later."};
    case Code::total_below_zero:
        return {"The total is below zero. Take lines back until it is zero or more.", {}};
    case Code::issue_date_in_future:
        return {"The issue date is in the future. Choose today or earlier.", {}};
    case Code::date_locked:
        return {"The books are locked for that day. Choose a later one.",
                "The books are locked up to {}. Choose a later day."};
    case Code::issue_before_series:
        return {"A later invoice has the number before this one. Choose a later day.",
                "The last number was given on {}. Choose that day or later."};
    case Code::legal_field_missing:
        return {"The law asks for this on an invoice. Fill it in.",
                "The law asks for this on an invoice ({}). Fill it in."};
    case Code::already_voided: return {"This invoice is voided. Duplicate it to bill again.", {}};
    case Code::already_draft: return {"This is a draft already. Edit it.", {}};
    case Code::has_allocations:
        return {"Money was put to this. Un-apply it first; it becomes credit.", {}};
    case Code::has_credit_notes: return {"A credit note names this invoice. Reverse it first.", {}};
    case Code::has_write_offs: return {"Part of this is written off. Reverse that first.", {}};
    case Code::has_late_fees: return {"A late fee hangs on this. Waive it first.", {}};
    case Code::has_refunds:
        return {"Money of this was refunded, so it stays. Make a credit note instead.", {}};
    case Code::left_program:
        return {"This invoice has left the practice, so the law asks that it stays as it is.", {}};
    case Code::date_before_issue:
        return {"That is before the issue date. Choose a later day.",
                "That is before the issue date. Choose {} or later."};
    case Code::date_in_future: return {"That day is in the future. Choose today or earlier.", {}};
    case Code::draft_numbered:
        return {"This draft has a number, which must stay in the books. Void it instead.", {}};
    case Code::not_numbered: return {"This draft has no number. Delete it instead.", {}};
    case Code::bad_pattern:
        return {"Write one counter, such as INV-{S}{N:4}.", "The pattern needs {}."};
    case Code::series_closed: return {"This series is closed. Numbers come from a new one.", {}};
    case Code::counter_exhausted:
        return {"This series has no numbers left. Change the pattern in Settings.", {}};
    case Code::series_year_passed:
        return {"Numbers of that year are closed. Choose a later issue date.",
                "Numbers have been given in {}. Choose an issue date in that year or later."};
    case Code::number_not_forward:
        return {"The next number can only move forward.", "Write a number above {}."};
    case Code::date_before_last_fact:
        return {"Something happened to this invoice later. Choose a later day.",
                "Something happened to this invoice on {}. Choose that day or later."};
    case Code::already_issued:
        return {"This invoice is finalized and does not change. Revert or void it.", {}};

    case Code::method_archived: return {"This payment method is archived. Choose another.", {}};
    case Code::above_balance:
        return {"That is more than is owed. Lower the amount.",
                "That is more than is owed. Write {} at most."};
    case Code::above_payment: return {"That is more than was paid. Lower the amounts.", {}};
    case Code::overpayment_unconfirmed:
        return {"That is more than is owed. Confirm that the rest is kept as credit.",
                "That is {} more than is owed. Confirm that it is kept as credit."};
    case Code::payment_voided: return {"This payment is voided. Record it again.", {}};
    case Code::above_credit:
        return {"That is more than the credit left. Lower the amount.",
                "That is more than the credit left. Write {} at most."};
    case Code::date_before_payment:
        return {"That is before the payment. Choose a later day.",
                "That is before the payment. Choose {} or later."};
    case Code::not_allocated: return {"Nothing of this is applied any more.", {}};
    case Code::date_before_allocation:
        return {"That is before the money was applied. Choose a later day.",
                "That is before the money was applied. Choose {} or later."};
    case Code::no_credit: return {"There is no credit to apply. Record a payment.", {}};
    case Code::nothing_open: return {"Nothing is owed on this.", {}};
    case Code::other_account:
        return {"This credit belongs to another payer. Choose an invoice of theirs.", {}};
    case Code::amount_not_positive: return {"Write an amount above zero.", {}};
    case Code::not_written_off: return {"Nothing of this is written off any more.", {}};
    case Code::date_before_write_off:
        return {"That is before it was written off. Choose a later day.",
                "That is before it was written off. Choose {} or later."};

    case Code::database:
        return {"The book could not do this. Nothing was changed. Download a copy and try again.",
                "The book could not do this ({}). Nothing was changed. Download a copy and try "
                "again."};
    case Code::constraint: return {"This does not fit the book's rules. Nothing was changed.", {}};
    case Code::book_full:
        return {"The book is full. Download a copy and start a new year's book.", {}};
    case Code::out_of_memory:
        return {"This device has no memory left. Close other programs and try again.", {}};
    case Code::damaged:
        return {"The book is damaged. Keep a copy and restore the last good backup.",
                "The book is damaged ({}). Keep a copy and restore the last good backup."};
    case Code::not_a_book: return {"This file is no Folio book. Choose another.", {}};
    case Code::not_sealed:
        return {"This book is not encrypted, and here it has to be. Choose another.", {}};
    case Code::wrong_passphrase: return {"This passphrase does not open the book. Try again.", {}};
    case Code::read_only:
        return {"The book is open in another tab. Take it over here to change it.", {}};
    case Code::not_saved:
        return {"The last change is not saved yet. Drafts can be edited; try the rest again once "
                "it is saved, or download a copy now.",
                {}};
    case Code::disk_full:
        return {"There is no room left to save. Free some space, or download a copy now.", {}};
    case Code::disk_failed:
        return {"Saving failed and is tried again. Download a copy to be safe.", {}};
    case Code::disk_unavailable:
        return {"This browser keeps no data for the page. Leave the private window, or allow "
                "storage.",
                {}};
    case Code::interrupted: return {"The book has changed meanwhile. Look again.", {}};
    case Code::passphrases_differ:
        return {"This differs from the passphrase above. Type it once more.", {}};
    case Code::line_refused:
        return {"A line of the file was refused.", "Line {} of the file was refused."};
    case Code::too_new:
        return {"This book was written by a newer version. Reload the page to get it.", {}};
    case Code::bad_font: return {"A font file is damaged. Reload the page to fetch it again.", {}};
    case Code::bad_image: return {"This picture can't be read. Save it again as PNG or JPEG.", {}};
    case Code::image_too_large:
        return {"This picture is too large. Make it smaller.",
                "Make this picture at most {} pixels wide and high."};
    case Code::no_right:
        return {"Your role does not allow this. Ask the practice's owner.",
                "This takes the role {}. Ask the practice's owner."};

    case Code::not_text:
        return {"This file is no text that can be read. Save it again as CSV with UTF-8.", {}};
    case Code::file_too_large:
        return {"This file is too large. Split it.",
                "This file is larger than {} MB. Split it into several."};
    case Code::too_many_rows:
        return {"This file has too many rows. Split it.",
                "This file has more than {} rows. Split it into several."};
    case Code::too_many_columns:
        return {"This file has too many columns. Remove some.",
                "This file has more than {} columns. Remove those that are not needed."};
    case Code::no_rows:
        return {"This file has no rows. The first must name the columns, the others hold the data.",
                {}};
    case Code::cell_too_long:
        return {"This cell is too long. Shorten it.",
                "A cell of this row is longer than {} characters. Shorten it, or look for a "
                "quotation mark that is not closed."};
    case Code::quote_open:
        return {"A quotation mark of this row is never closed. Close it, or double it where it is "
                "meant as text.",
                {}};
    case Code::text_after_quote:
        return {"A cell of this row goes on after its closing quotation mark. Double the mark "
                "where it is meant as text.",
                {}};
    case Code::row_length:
        return {"This row does not have as many cells as the first. Compare their separators.",
                "This row does not have {} cells as the first has. Compare their separators."};
    case Code::no_column:
        return {"A column is missing. Say which one it is.",
                "No column is taken as {}. Say which one is."};
    case Code::no_such_column:
        return {"The file has no such column. Check its name.",
                "The file has no column called {}. Check its name."};
    case Code::column_repeated:
        return {"Two columns are taken as the same. Leave one out.",
                "Two columns are taken as {}. Leave one out."};
    case Code::no_such_tax:
        return {"There is no such tax. Write the code of one in Settings.",
                "There is no tax {}. Write the code of one in Settings, or add it there first."};
    case Code::already_in_book:
        return {"This is in the book already.", "This is in the book already, as {}."};
    case Code::twice_in_file:
        return {"This stands in the file twice.", "This stands in the file before, on line {}."};
    case Code::repeated_rows:
        return {"Some rows are there already. Say whether to leave them out or to add them.",
                "Rows that are there already: {}. Say whether to leave them out or to add them."};
    case Code::nothing_new:
        return {"All of this is in the book already, so there is nothing to import.", {}};
    }
    return {}; // No code.
}

} // namespace

std::string message(const base::Error& error) {
    const Sentence sentence = sentence_of(error.code);
    ASSERT(!sentence.plain.empty());
    if (error.detail.empty() || sentence.with_detail.empty()) return std::string(sentence.plain);
    std::string text(sentence.with_detail);
    const std::size_t place = text.find("{}");
    return text.replace(place, 2, error.detail);
}

std::vector<base::Code> all_codes() {
    constexpr std::uint16_t last = 999;
    std::vector<base::Code> codes;
    for (std::uint16_t number = 1; number <= last; ++number)
        if (!sentence_of(base::Code{number}).plain.empty()) codes.push_back(base::Code{number});
    return codes;
}

} // namespace app
