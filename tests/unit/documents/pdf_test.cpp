#include "documents/pdf.h"
#include "documents/receipt.h"

#include "samples.h"

#include <doctest/doctest.h>

#include <cstdio>

namespace {

// Keeps what was made beside the program, where the checks of real readers find it.
void keep(const std::string& name, const std::string& file) {
    std::ofstream out(std::string(FOLIO_BUILD "/documents/") + name, std::ios::binary);
    out << file;
    REQUIRE(out.good());
}

std::string made(const documents::InvoiceDocument& document, const documents::FontSet& fonts) {
    const auto pages = documents::invoice_pages(document, fonts);
    REQUIRE(pages.has_value());
    const auto file = documents::pdf(*pages, fonts);
    REQUIRE(file.has_value());
    return *file;
}

documents::InvoiceDocument with_names() {
    auto document = samples::invoice();
    document.recipient.lines = "Żółć\nΕλληνικά\nДмитрий\nעברית\nالعربية\n日本語\nไทย\nहिन्दी";
    document.recipient.name = "Nguyễn Thị Lan";
    return document;
}

documents::InvoiceDocument with_rows(std::size_t count) {
    auto document = samples::invoice();
    document.rows.clear();
    for (std::size_t index = 0; index < count; ++index) {
        document.rows.push_back(samples::row("5 Nov", "Individual therapy, 50 min", "1", "90.00",
                                             "Exempt ¹", "90.00",
                                             std::to_string((index + 1) * 90) + ".00"));
    }
    return document;
}

} // namespace

TEST_CASE("pdf: the same pages give the same bytes") {
    const auto fonts = samples::all_fonts();
    CHECK(made(samples::invoice(), fonts) == made(samples::invoice(), samples::all_fonts()));
}

// The receipt of the design.
documents::ReceiptDocument receipt(documents::RollWidth width) {
    documents::ReceiptDocument document;
    document.width = width;
    document.language = "en-IE";
    document.created_ms = 1'795'132'800'000;
    document.file_title = "Receipt REC-0093, Harbour Street Therapy";
    document.sender_name = "Harbour Street Therapy";
    document.sender_lines = "12 Harbour Street, Galway H91 E2R8\nVAT no. IE3204718PH";
    document.facts = {{.label = "Receipt", .value = "REC-0093", .is_strong = true},
                      {.label = "Invoice", .value = "INV-0139"},
                      {.label = "Date", .value = "20 Nov 2026, 14:35"},
                      {.label = "Client", .value = "יעל כהן"}};
    document.rows = {{"Family therapy, 90 min", "1 × 150.00, exempt (a)", "150.00"},
                     {"Workbook “Calm Days”", "1 × 18.50, 0 %", "18.50"}};
    document.total = {.label = "Total EUR", .value = "168.50"};
    document.after_total = {{.label = "Cash given", .value = "200.00"},
                            {.label = "Change", .value = "31.50"}};
    document.outcome = "Paid, nothing more to pay";
    document.taxes = {
        .name = "VAT",
        .base = "Net",
        .tax = "VAT",
        .rows = {{"Exempt (a)", "150.00", "0.00"}, {"0 %, printed books", "18.50", "0.00"}},
        .total = std::nullopt};
    document.notes = "(a) Medical care, Art. 132(1)(c) of Directive 2006/112/EC. Keep this receipt "
                     "for Med 1 tax relief.";
    document.thanks = "Thank you, Ciara";
    return document;
}

TEST_CASE("receipt: a roll is as long as its words") {
    const auto fonts = samples::all_fonts();
    const auto wide = documents::receipt_pages(receipt(documents::RollWidth::mm_80), fonts);
    const auto slim = documents::receipt_pages(receipt(documents::RollWidth::mm_58), fonts);
    REQUIRE((wide && slim));
    REQUIRE(wide->pages.size() == 1);
    CHECK(wide->pages[0].width == 226'772);
    CHECK(slim->pages[0].width == 164'409);
    CHECK(slim->pages[0].height > wide->pages[0].height);
    for (const auto* pages : {&*wide, &*slim}) {
        const auto file = documents::pdf(*pages, fonts);
        REQUIRE(file.has_value());
        keep(pages == &*wide ? "receipt-80.pdf" : "receipt-58.pdf", *file);
    }
}

TEST_CASE("pdf: documents for the readers' checks") {
    const auto fonts = samples::all_fonts();
    auto draft = samples::invoice();
    draft.draft_mark = "DRAFT";
    draft.number = "Number given on finalize";
    draft.payment->code.clear();
    draft.payment->code_pending = "The code comes with the number";
    auto letter = samples::invoice();
    letter.paper = documents::PaperSize::letter;
    keep("invoice.pdf", made(samples::invoice(), fonts));
    keep("names.pdf", made(with_names(), fonts));
    keep("long.pdf", made(with_rows(60), fonts));
    keep("draft.pdf", made(draft, fonts));
    keep("letter.pdf", made(letter, fonts));
}
