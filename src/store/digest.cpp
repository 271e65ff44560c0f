#include "store/digest.h"

#include "base/text.h"
#include "store/body_packing.h"

#include <string>
#include <string_view>

namespace store {

namespace {

constexpr std::string_view tables[] = {
    "SELECT number, id FROM device ORDER BY number",
    "SELECT dot, recorded_ms, stamp_ms, stamp_counter, author, command_id, command, seen, "
    "body AS packed_body, hash FROM change ORDER BY dot",
    "SELECT record_id, field_group, dot, kind, value FROM register "
    "ORDER BY record_id, field_group, dot",
    "SELECT hash, media_type, bytes FROM attachment ORDER BY hash",
    "SELECT hash, dot, body FROM letterhead ORDER BY hash",
    "SELECT id, kind, name, latin_name, sort_key, words, state, dot FROM master ORDER BY id",
    "SELECT word, kind, id FROM search_word ORDER BY kind, word, id",
    "SELECT id, state, client_id, account_id, issue_date, due_date, currency, total_minor, "
    "edited_ms, number, dot FROM draft ORDER BY id",
    "SELECT id, version, dot, client_id, account_id, number, series_id, year, counter, issue_date, "
    "due_date, tax_point, currency, net_minor, tax_minor, gross_minor, payable_minor, line_count "
    "FROM issued_invoice ORDER BY id, version, dot",
    "SELECT invoice_id, version, dot, position, name, supply_date, source_id, practitioner_id, "
    "location_id, quantity_scaled, unit_price_scaled, amount_minor, taxable_minor "
    "FROM issued_line ORDER BY invoice_id, version, dot, position",
    "SELECT invoice_id, version, dot, date, reason FROM invoice_void "
    "ORDER BY invoice_id, version, dot",
    "SELECT invoice_id, version, dot, date, reason FROM invoice_revert "
    "ORDER BY invoice_id, version, dot",
    "SELECT invoice_id, version, dot, way FROM invoice_left ORDER BY invoice_id, version, dot",
    "SELECT id, dot, payer_id, date, currency, amount_minor, method_id, reference, tendered_memo, "
    "note FROM payment ORDER BY id",
    "SELECT payment_id, dot, date, reason FROM payment_void ORDER BY payment_id, dot",
    "SELECT id, invoice_id, dot, payment_id, date, amount_minor, cash_rounding_minor "
    "FROM allocation ORDER BY id",
    "SELECT allocation_id, id, dot, date, amount_minor, cash_rounding_minor, reason FROM release "
    "ORDER BY allocation_id, id",
    "SELECT id, dot, invoice_id, date, amount_minor, reason FROM write_off ORDER BY id",
    "SELECT write_off_id, id, dot, invoice_id, date, amount_minor, reason FROM write_off_reversal "
    "ORDER BY write_off_id, id",
    "SELECT id, dot, document, device_id, letter, pattern, is_closed, year, next_counter, "
    "last_issue_date FROM series ORDER BY id",
    "SELECT series_id, dot, year, first_counter, last_counter, date, reason FROM number_skip "
    "ORDER BY series_id, dot",
    "SELECT issue_date, id, state, account_id, client_id, number, due_date, currency, "
    "payable_minor, settled_minor, written_off_minor, balance_minor FROM derived_invoice "
    "ORDER BY issue_date, id",
    "SELECT payer_id, currency, payment_id, left_minor FROM derived_credit "
    "ORDER BY payer_id, currency, payment_id",
};

// Each value with its type and length, so that no two rows read the same. A packed body counts as
// what it says: its bytes may differ between two books that say the same.
base::Result<void> append_value(Connection& database, std::string& text, const Statement& row,
                                int index) {
    if (row.is_null(index)) {
        text += "n;";
        return {};
    }
    constexpr int integer_type = 1;
    if (row.column_type(index) == integer_type) {
        text += 'i' + base::integer_text(row.integer(index)) + ';';
        return {};
    }
    constexpr int text_type = 3;
    const bool is_packed = row.column_name(index) == "packed_body";
    const bool is_text = is_packed || row.column_type(index) == text_type;
    const std::string value = is_packed ? TRY(unpack_body(database, row.blob(index)))
                              : is_text ? std::string(row.text(index))
                                        : base::hex_text(row.blob(index));
    text += (is_text ? 't' : 'b') + base::integer_text(static_cast<std::int64_t>(value.size())) +
            ':' + value;
    return {};
}

} // namespace

base::Result<base::Digest> digest_of(Connection& database) {
    base::Digest running{};
    for (const std::string_view table : tables) {
        auto rows = TRY(database.prepare(table));
        TRY_VOID(rows.bind());
        while (TRY(rows.step())) {
            std::string text = base::hex_text(running);
            for (int index = 0; index < rows.column_count(); ++index)
                TRY_VOID(append_value(database, text, rows, index));
            running = base::sha256(base::as_bytes(text));
        }
        running = base::sha256(running);
    }
    return running;
}

} // namespace store
