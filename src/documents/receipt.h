// A receipt for a roll printer, 80 or 58 mm wide, as long as it needs to be.
//
// Black only, as thermal printers have no grey. Complete input, as for an invoice: nothing is
// computed here. A receipt on A4 or Letter is set by documents/invoice.h under its own heading.
#pragma once

#include "base/result.h"
#include "documents/invoice.h"
#include "documents/page.h"

#include <string>
#include <vector>

namespace documents {

enum class RollWidth : std::uint8_t { mm_80, mm_58 };

struct ReceiptRow {
    std::string name;
    std::string detail; // "1 × 150.00, exempt (a)", indented below the name.
    std::string amount;
};

struct ReceiptDocument {
    RollWidth width = RollWidth::mm_80;
    std::string language; // BCP 47.
    std::int64_t created_ms = 0;
    std::string file_title;
    std::string copy_mark; // "COPY" on a reprint, else empty.
    std::string sender_name;
    std::string sender_lines;
    std::vector<Fact> facts; // Receipt and invoice number, date, client.
    std::vector<ReceiptRow> rows;
    Fact total;
    std::vector<Fact> after_total; // Cash given, change, still to pay.
    std::string outcome;           // "Paid, nothing more to pay".
    TaxTable taxes;                // Left out without rows.
    std::string notes;
    std::string code; // Payload of a QR code; empty: none.
    std::string code_label;
    std::string thanks;
};

// Errors: out_of_range (a payload longer than a QR code holds).
[[nodiscard]] base::Result<Pages> receipt_pages(const ReceiptDocument& document,
                                                const FontSet& fonts);

// All texts of the document as one, to ask FontSet what it needs and misses.
[[nodiscard]] std::string all_text(const ReceiptDocument& document);

} // namespace documents
