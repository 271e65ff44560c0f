// Prints how long a two-page invoice with names in four scripts takes from its texts to the PDF.
//
// Compiled natively and, for tests/bench/pdf.bench.mjs, to wasm.
#include "app/typesetter.h"
#include "folders.h"
#include "platform/native/assets.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace {

constexpr int runs = 25;
#ifdef __wasm__
constexpr const char* bench = "pdf_two_pages_wasm";
#else
constexpr const char* bench = "pdf_two_pages";
#endif

documents::InvoiceDocument two_pages() {
    documents::InvoiceDocument document;
    document.language = "en-IE";
    document.file_title = "Invoice INV-0148, Harbour Street Therapy";
    document.kind = "Invoice";
    document.number = "INV-0148";
    document.sender_name = "Harbour Street Therapy";
    document.sender_lines = "12 Harbour Street, Galway H91 E2R8, Ireland";
    document.recipient = {.label = "Billed to",
                          .name = "Дмитрий, Ελληνικά, Żółć",
                          .name_is_strong = true,
                          .lines = "יעל כהן\nالعربية\nहिन्दी\nไทย"};
    document.dates = {{.label = "Issued", .value = "20 Nov 2026"},
                      {.label = "Due", .value = "4 Dec 2026", .is_strong = true}};
    document.columns = {.date = "Date",
                        .name = "Description",
                        .quantity = "Qty",
                        .unit_price = "Unit price",
                        .tax = "VAT",
                        .amount = "Amount, EUR"};
    for (int row = 1; row <= 28; ++row)
        document.rows.push_back({.date = std::to_string(row) + " Nov",
                                 .name = "Individual therapy, 50 min",
                                 .quantity = "1",
                                 .unit_price = "90.00",
                                 .tax = "Exempt ¹",
                                 .amount = "90.00",
                                 .sum_so_far = std::to_string(row * 90) + ".00"});
    document.sums = {{.label = "Net", .value = "2,520.00"}, {.label = "VAT", .value = "0.00"}};
    document.total = {.label = "Total to pay", .value = "€2,520.00"};
    document.payment = documents::PaymentBox{
        .heading = "How to pay",
        .code = "BCD\n002\n1\nSCT\nAIBKIE2D\nHarbour Street Therapy Ltd\nIE29AIBK93115212345678\n"
                "EUR2520.00\n\n\nINV-0148\n",
        .code_means = "Code for banking apps",
        .facts = {{.label = "IBAN", .value = "IE29 AIBK 9311 5212 3456 78"}},
        .figures = {{.label = "Amount", .value = "€2,520.00"}}};
    document.notes = "¹ Exempt from VAT: medical care, Art. 132(1)(c) of Directive 2006/112/EC.";
    document.page_label = "Page {page} of {pages}";
    document.carried_forward = "Carried forward";
    document.brought_forward = "Brought forward";
    return document;
}

} // namespace

int main() {
    const documents::InvoiceDocument document = two_pages();
    platform::FileAssets assets(folders::in_build());
    app::Typesetter typesetter(assets);
    // Asks for the faces of its text, which step then takes.
    if (!typesetter.set(document).has_value()) return 1;
    typesetter.step();
    std::vector<double> milliseconds;
    std::size_t bytes = 0;
    for (int run = 0; run <= runs; ++run) {
        const auto begin = std::chrono::steady_clock::now();
        const auto set = typesetter.set(document);
        if (!set.has_value() || set->pages.pages.size() != 2) return 1;
        const auto file = typesetter.pdf(*set);
        const auto end = std::chrono::steady_clock::now();
        if (!file.has_value()) return 1;
        bytes = file->size();
        if (run > 0) // The first reads each face's tables.
            milliseconds.push_back(std::chrono::duration<double, std::milli>(end - begin).count());
    }
    std::ranges::sort(milliseconds);
    std::printf("{\"bench\":\"%s\",\"median_ms\":%.1f,\"max_ms\":%.1f,\"bytes\":%zu}\n", bench,
                milliseconds[runs / 2], milliseconds.back(), bytes);
    return 0;
}
