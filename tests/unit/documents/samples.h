// Documents for tests: the invoice and the receipt of the design.
#pragma once

#include "documents/invoice.h"
#include "documents/receipt.h"
#include "folders.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <fstream>
#include <iterator>
#include <string>

namespace samples {

inline std::vector<std::byte> file_bytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto* data = reinterpret_cast<const std::byte*>(text.data());
    REQUIRE_FALSE(text.empty());
    return {data, data + text.size()};
}

// Red beside blue, 32 by 16, written by poppler; logo_progressive.jpg shows the same.
inline documents::Image jpeg_logo(const std::string& name = "logo.jpg") {
    return {.format = documents::ImageFormat::jpeg,
            .bytes = file_bytes(folders::in_checkout("tests/unit/documents/" + name))};
}

// Every font file of the build.
inline documents::FontSet all_fonts() {
    documents::FontSet fonts;
    for (std::size_t index = 0; index < documents::face_count; ++index) {
        REQUIRE(fonts.add(
            static_cast<documents::Face>(index),
            file_bytes(folders::in_build("fonts/") + std::string(documents::face_files[index]))));
    }
    return fonts;
}

inline documents::InvoiceRow row(std::string date, std::string name, std::string quantity,
                                 std::string price, std::string tax, std::string amount,
                                 std::string sum_so_far, std::string detail = {}) {
    return {.date = std::move(date),
            .name = std::move(name),
            .detail = std::move(detail),
            .quantity = std::move(quantity),
            .unit_price = std::move(price),
            .tax = std::move(tax),
            .amount = std::move(amount),
            .sum_so_far = std::move(sum_so_far)};
}

inline documents::InvoiceDocument invoice() {
    documents::InvoiceDocument document;
    document.language = "en-IE";
    document.created_ms = 1'795'132'800'000; // 2026-11-20T00:00:00Z
    document.file_title = "Invoice INV-0148, Harbour Street Therapy";
    document.kind = "Invoice";
    document.number = "INV-0148";
    document.sender_name = "Harbour Street Therapy";
    document.sender_lines = "12 Harbour Street, Galway H91 E2R8, Ireland";
    document.recipient = {.label = "Billed to",
                          .name = "Siobhán Ó Briain",
                          .name_is_strong = true,
                          .lines = "4 Seapoint Terrace, Salthill\nGalway H91 KX27, Ireland"};
    document.practitioner = {.label = "Practitioner",
                             .name = "Dr Aoife Brennan",
                             .lines = "Counselling psychologist",
                             .fine = "PSI reg. no. 04417"};
    document.dates = {{.label = "Issued", .value = "20 Nov 2026"},
                      {.label = "Supplied", .value = "5 – 19 Nov 2026"},
                      {.label = "Due", .value = "4 Dec 2026", .is_strong = true}};
    document.memo = "Thank you for your visits in November.";
    document.columns = {.date = "Date",
                        .name = "Description",
                        .quantity = "Qty",
                        .unit_price = "Unit price",
                        .tax = "VAT",
                        .amount = "Amount, EUR"};
    document.rows = {
        row("5 Nov", "Individual therapy, 50 min", "1", "90.00", "Exempt ¹", "90.00", "90.00"),
        row("12 Nov", "Individual therapy, 50 min", "1", "90.00", "Exempt ¹", "90.00", "180.00"),
        row("19 Nov", "Individual therapy, 50 min", "1", "90.00", "Exempt ¹", "90.00", "270.00"),
        row("17 Nov", "Written report", "1.5", "120.00", "23 %", "162.00", "432.00",
            "less 10 %, −18.00"),
        row("", "Workbook “Calm Days”", "1", "18.50", "0 %", "18.50", "450.50"),
        row("", "Room for family meeting", "1", "25.00", "23 %", "25.00", "475.50")};
    document.taxes = {.name = "VAT summary",
                      .base = "Net after discount",
                      .tax = "VAT",
                      .rows = {{"Exempt ¹", "256.50", "0.00"},
                               {"Standard rate, 23 %", "177.65", "40.86"},
                               {"Zero rate, printed books", "17.57", "0.00"}},
                      .total = documents::TaxRow{"Total", "451.72", "40.86"}};
    document.sums = {{.label = "Sum of lines", .value = "475.50"},
                     {.label = "Discount, 5 %", .value = "−23.78"},
                     {.label = "Net", .value = "451.72"},
                     {.label = "VAT", .value = "40.86"}};
    document.total = {.label = "Total to pay", .value = "€492.58"};
    document.payment = documents::PaymentBox{
        .heading = "How to pay",
        .code = "BCD\n002\n1\nSCT\nAIBKIE2D\nHarbour Street Therapy Ltd\nIE29AIBK93115212345678\n"
                "EUR492.58\n\nRF48INV0148\n",
        .code_means = "Code for banking apps: pay €492.58",
        .facts = {{.label = "By app", .value = "Scan the code in your banking app"},
                  {.label = "Account", .value = "Harbour Street Therapy Ltd"},
                  {.label = "IBAN", .value = "IE29 AIBK 9311 5212 3456 78", .is_strong = true},
                  {.label = "BIC", .value = "AIBKIE2D"},
                  {.label = "Reference", .value = "RF48 INV0 148", .is_strong = true}},
        .figures = {{.label = "Amount", .value = "€492.58"},
                    {.label = "Due", .value = "4 December 2026"}}};
    document.notes =
        "¹ Exempt from VAT: medical care, Art. 132(1)(c) of Directive 2006/112/EC; VAT "
        "Consolidation Act 2010, Sch. 1.\nPayment by 4 December 2026. Receipts for Med "
        "1 tax relief follow payment.";
    document.legal = "Harbour Street Therapy Ltd, company 618204, VAT no. IE3204718PH";
    document.contact = "accounts@harbourstreet.example";
    document.page_label = "Page {page} of {pages}";
    document.carried_forward = "Carried forward";
    document.brought_forward = "Brought forward";
    return document;
}

// The receipt of the design.
inline documents::ReceiptDocument receipt(documents::RollWidth width) {
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

} // namespace samples
