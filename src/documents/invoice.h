// The page of an invoice, from texts to fixed positions.
//
// The input is complete and holds every figure as it is printed: nothing is computed or formatted
// here, so the page cannot differ from the screen. Labels are part of it, so another language is
// another input. A draft has `draft_mark`, and no number and no payment code.
#pragma once

#include "base/result.h"
#include "documents/font_set.h"
#include "documents/page.h"
#include "documents/style.h"

#include <optional>
#include <string>
#include <vector>

namespace documents {

enum class PaperSize : std::uint8_t { a4, letter };

// A label beside its value.
struct Fact {
    std::string label;
    std::string value;
    bool is_strong = false;
};

// A label over lines of which the first may be strong (a name).
struct Block {
    std::string label;
    std::string name;
    bool name_is_strong = false;
    std::string lines; // '\n' between them.
    std::string fine;  // Muted, below them.

    friend bool operator==(const Block&, const Block&) = default;
};

struct InvoiceRow {
    std::string date;
    std::string name;
    std::string detail; // Small, below the name: dates, discounts; '\n' between lines.
    std::string quantity;
    std::string unit_price;
    std::string tax;
    std::string amount;
    std::string sum_so_far; // Of the amounts to this row, for "carried forward".
};

struct InvoiceColumns {
    std::string date;
    std::string name;
    std::string quantity;
    std::string unit_price;
    std::string tax;
    std::string amount;
};

struct TaxRow {
    std::string name;
    std::string base;
    std::string tax;
};

// Tax rows under their heads; the last of `rows` may be the total.
struct TaxTable {
    std::string name;
    std::string base;
    std::string tax;
    std::vector<TaxRow> rows;
    std::optional<TaxRow> total;
};

struct PaymentBox {
    std::string heading;
    std::string code;         // Payload of the QR code; empty: none.
    std::string code_means;   // Read aloud in its place.
    std::string code_pending; // Of a draft: where the code will stand, and why it is not there.
    std::vector<Fact> facts;
    std::vector<Fact> figures; // Amount and due date, at the right; the first is larger.
};

struct InvoiceDocument {
    PaperSize paper = PaperSize::a4;
    Ink accent = text_ink; // Of the title, the total and the lines that carry them.
    std::string language;  // BCP 47.
    std::int64_t created_ms = 0;
    std::string file_title; // "Invoice INV-0148, Harbour Street Therapy".
    std::string kind;       // "Invoice", "Credit note".
    std::string number;     // Or, for a draft, "Number given on finalize".
    std::string draft_mark; // Empty unless a draft: "Draft".
    std::string sender_name;
    std::string sender_lines;
    std::optional<Image> logo;
    Block recipient;
    Block practitioner; // Left out if it has no name.
    std::vector<Fact> dates;
    std::string memo;
    InvoiceColumns columns; // A column without a head is left out.
    std::vector<InvoiceRow> rows;
    TaxTable taxes; // Left out without rows.
    std::vector<Fact> sums;
    Fact total;
    std::vector<Fact> after_total; // Paid, credit used, still to pay.
    std::optional<PaymentBox> payment;
    std::string notes; // Exemption wording, footer; '\n' between paragraphs.
    std::string legal; // Company number and the like, at the foot of each page.
    std::string contact;
    std::string page_label; // "Page {page} of {pages}".
    std::string carried_forward;
    std::string brought_forward;
};

// Errors: bad_image (the logo), out_of_range (a payload longer than a QR code holds).
[[nodiscard]] base::Result<Pages> invoice_pages(const InvoiceDocument& document,
                                                const FontSet& fonts);

// All texts of the document as one, to ask FontSet what it needs and misses.
[[nodiscard]] std::string all_text(const InvoiceDocument& document);

} // namespace documents
