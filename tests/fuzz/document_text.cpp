// Names, notes and descriptions in any script: set in type within the page, and written as PDF.
#include "base/assert.h"
#include "base/text.h"
#include "documents/epc_code.h"
#include "documents/invoice.h"
#include "documents/pdf.h"
#include "documents/receipt.h"
#include "documents/shape.h"
#include "folders.h"
#include "fuzz/draw.h"
#include "fuzz/targets.h"
#include "platform/native/assets.h"

#include <array>
#include <string>

namespace {

constexpr std::size_t texts_max = 8;

documents::FontSet all_fonts() {
    documents::FontSet fonts;
    platform::FileAssets assets(folders::in_build());
    for (std::size_t index = 0; index < documents::face_count; ++index) {
        const std::string name = "fonts/" + std::string(documents::face_files[index]);
        ASSERT(assets.request(name) == platform::Assets::State::here);
        ASSERT(fonts.add(static_cast<documents::Face>(index), assets.take(name)).has_value());
    }
    return fonts;
}

// Blind changes to UTF-8 are mostly no UTF-8: such a byte stands for a letter instead, each block
// of the scripts we have and of those that have a will of their own (marks, joiners, controls).
std::string well_formed(base::ByteView bytes) {
    constexpr std::array<char32_t, 16> blocks{0x0080, 0x0300, 0x0390, 0x0410, 0x05D0, 0x0620,
                                              0x0660, 0x0905, 0x0940, 0x0E01, 0x0E40, 0x2000,
                                              0x2060, 0x3040, 0x4E00, 0x1F600};
    const std::string text = fuzz::text_of(bytes);
    if (base::is_utf8(text)) return text;
    std::string mended;
    for (const std::uint8_t byte : bytes) {
        if (byte < 0x80)
            mended += static_cast<char>(byte);
        else
            base::append_code_point(mended, blocks[byte % 16] + (byte >> 4 & 7U));
    }
    return mended;
}

void shape(const documents::FontSet& fonts, const std::string& text, documents::Length width) {
    const documents::TextStyle style;
    std::size_t paragraphs = 1;
    for (const char letter : text)
        paragraphs += letter == '\n' ? 1 : 0;
    const auto lines = documents::shape_paragraphs(fonts, text, style, width);
    ASSERT(lines.size() >= paragraphs);
    for (const documents::Length advance : documents::advances(fonts, text, style))
        ASSERT(advance >= 0);
    (void)fonts.missing(text);
    const auto code = documents::epc_code({.name = text,
                                           .iban = "IE29AIBK93115212345678",
                                           .bic = {},
                                           .amount_cents = 49'258,
                                           .remittance = text});
    if (code) ASSERT(base::is_utf8(*code));
}

void set(const documents::FontSet& fonts, const std::array<std::string, texts_max>& texts) {
    documents::InvoiceDocument invoice{
        .language = "en-IE", .kind = "Invoice", .number = texts[0], .sender_name = texts[1]};
    invoice.file_title = texts[0];
    invoice.recipient = {.label = "Billed to", .name = texts[2], .lines = texts[3]};
    invoice.memo = texts[4];
    invoice.columns = {.date = "Date",
                       .name = "Description",
                       .quantity = "Qty",
                       .unit_price = "Unit price",
                       .tax = "VAT",
                       .amount = "Amount"};
    invoice.rows = {{.date = texts[0],
                     .name = texts[5],
                     .detail = texts[6],
                     .quantity = "1",
                     .unit_price = "90.00",
                     .tax = texts[0],
                     .amount = texts[7],
                     .sum_so_far = "90.00"}};
    invoice.total = {.label = texts[7], .value = texts[0]};
    invoice.notes = texts[6];
    invoice.legal = texts[5];
    invoice.page_label = "Page {page} of {pages}";
    const auto pages = documents::invoice_pages(invoice, fonts);
    ASSERT(pages.has_value());
    ASSERT(documents::pdf(*pages, fonts).has_value());

    documents::ReceiptDocument receipt;
    receipt.sender_name = texts[1];
    receipt.rows = {{texts[5], texts[6], texts[7]}};
    receipt.total = {.label = texts[7], .value = texts[0]};
    receipt.thanks = texts[4];
    ASSERT(documents::receipt_pages(receipt, fonts).has_value());
}

} // namespace

// A width, then texts with a length each; the last is what is left.
void fuzz::document_text(base::ByteView input) {
    static const documents::FontSet fonts = all_fonts();
    Draw draw(input);
    const documents::Length width = documents::points(draw.byte() * 2);
    std::array<std::string, texts_max> texts;
    for (std::size_t at = 0; at < texts_max && !draw.is_empty(); ++at)
        texts[at] = well_formed(draw.run());
    const std::string last = well_formed(draw.rest());
    for (const std::string& text : texts)
        shape(fonts, text, width);
    if (!last.empty()) return shape(fonts, last, width);
    set(fonts, texts);
}
