#include "documents/pdf.h"
#include "documents/pdf_objects.h"

#include "folders.h"
#include "samples.h"

#include <doctest/doctest.h>

#include <cstdio>

namespace {

// Keeps what was made beside the program, where the checks of real readers find it.
void keep(const std::string& name, const std::string& file) {
    std::ofstream out(folders::in_build("documents/" + name), std::ios::binary);
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

TEST_CASE("receipt: a roll is as long as its words") {
    const auto fonts = samples::all_fonts();
    const auto wide =
        documents::receipt_pages(samples::receipt(documents::RollWidth::mm_80), fonts);
    const auto slim =
        documents::receipt_pages(samples::receipt(documents::RollWidth::mm_58), fonts);
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

TEST_CASE("pdf: an address is ASCII whatever stands in it") {
    struct Row {
        const char* address;
        const char* written;
    };
    constexpr Row rows[] = {
        {"https://pay.example/i?n=148&a=49.50", "(https://pay.example/i?n=148&a=49.50)"},
        {"https://pay.example/(a)", "(https://pay.example/\\(a\\))"},
        {"https://pay.example/a\\b", "(https://pay.example/a\\\\b)"},
        {"https://pay.example/Ó Briain", "(https://pay.example/%C3%93%20Briain)"},
        {"", "()"}};
    for (const Row& row : rows)
        CHECK(documents::address_string(row.address) == row.written);
}

// One line and a link over it.
documents::Pages linked() {
    documents::Pages pages;
    pages.title = "Invoice INV-0148, Harbour Street Therapy";
    pages.language = "en-IE";
    pages.elements = {{.tag = documents::Tag::document},
                      {.tag = documents::Tag::paragraph, .parent = 0},
                      {.tag = documents::Tag::link, .parent = 1}};
    documents::Page page{.width = documents::points(595, 276),
                         .height = documents::points(841, 890)};
    const documents::Box box{.x = 40'000, .y = 40'000, .width = 90'000, .height = 14'000};
    page.items.push_back({.shape = documents::Fill{.box = box}, .element = 2});
    page.items.push_back(
        {.shape = documents::Link{.box = box, .address = "https://pay.example/(Ó)"}, .element = 2});
    pages.pages.push_back(std::move(page));
    return pages;
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
    const auto link = documents::pdf(linked(), fonts);
    REQUIRE(link.has_value());
    keep("link.pdf", *link);
}
