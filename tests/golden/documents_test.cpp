// Documents as they leave the program: what stands where, readable, and the PDF's SHA-256.
//
// A case is a folder: commands.jsonl, carried out from an empty book on 20 November 2026, and of
// the invoice or draft that the last of them names pages.txt and pdf.sha256, for one of them the
// e-invoices ubl.xml and cii.xml too. Receipts are made from the documents' own sample.
// `scripts/check --update` writes all anew.
#include "golden/page_text.h"

#include "app/app.h"
#include "app/typesetter.h"
#include "base/hash.h"
#include "documents/einvoice_issued.h"
#include "documents/pdf.h"
#include "folders.h"
#include "platform/native/assets.h"
#include "unit/app/fixture.h"
#include "unit/documents/samples.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace {

std::string folder_of(const std::string& name) {
    return folders::in_checkout("tests/golden/" + name);
}

std::string read_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Compares with the file, or writes it; a difference is shown by its first line.
void check_golden(const std::string& path, const std::string& made) {
    if (std::getenv("FOLIO_UPDATE_GOLDENS") != nullptr) {
        std::ofstream(path, std::ios::binary) << made;
        return;
    }
    std::istringstream expected_lines(read_text(path));
    std::istringstream made_lines(made);
    std::string expected;
    std::string line;
    for (int number = 1;; ++number) {
        const bool has_expected = !!std::getline(expected_lines, expected);
        const bool has_line = !!std::getline(made_lines, line);
        if (!has_expected && !has_line) return;
        if (has_expected == has_line && expected == line) continue;
        CAPTURE(path);
        CAPTURE(number);
        CHECK((has_line ? line : "(end)") == (has_expected ? expected : "(end)"));
        return;
    }
}

void check_document(const std::string& name, const documents::Pages& pages,
                    const std::string& pdf) {
    check_golden(folder_of(name) + "/pages.txt", golden::page_text(pages));
    check_golden(folder_of(name) + "/pdf.sha256",
                 base::hex_text(base::sha256(base::as_bytes(pdf))) + "\n");
}

// The page of the invoice that the last command is about.
app::InvoicePage page_of(app::App& app, const std::string& commands) {
    std::istringstream lines(commands);
    base::Uuid record;
    for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        const auto receipt = app.execute_json(line);
        REQUIRE(receipt.has_value());
        record = receipt->record;
    }
    if (auto issued = app.invoice_page({record})) return *issued;
    const auto draft = app.draft({record});
    REQUIRE(draft.has_value());
    auto page = app.draft_page(draft->draft);
    REQUIRE(page.has_value());
    return *page;
}

} // namespace

TEST_CASE("documents: every invoice of the goldens is set as before, to the byte") {
    for (const std::string name :
         {"invoice_a4", "invoice_letter", "two_pages", "draft", "scripts"}) {
        CAPTURE(name);
        platform::SimStorage storage;
        platform::SimClock clock({1'795'176'000'000}); // 20 November 2026, noon.
        app_test::Program program(storage, clock, 1);
        REQUIRE(program.app.book().create().has_value());
        program.settle();
        const auto page = page_of(program.app, read_text(folder_of(name) + "/commands.jsonl"));
        const auto document = app::invoice_document(page);
        REQUIRE(document.has_value());
        platform::FileAssets assets(folders::in_build());
        app::Typesetter typesetter(assets);
        REQUIRE(typesetter.set(*document).has_value());
        typesetter.step();
        const auto set = typesetter.set(*document);
        REQUIRE(set.has_value());
        REQUIRE(set->faces == app::Faces::complete);
        CHECK(set->missing.empty());
        const auto pdf = typesetter.pdf(*set);
        REQUIRE(pdf.has_value());
        check_document(name, set->pages, *pdf);
    }
}

TEST_CASE("documents: the sample practice's invoice is the same e-invoice as before") {
    struct Row {
        const char* name;
        documents::EInvoiceSyntax syntax;
    };
    constexpr Row rows[] = {{"ubl.xml", documents::EInvoiceSyntax::ubl},
                            {"cii.xml", documents::EInvoiceSyntax::cii}};
    const std::string folder = folder_of("invoice_a4");
    platform::SimStorage storage;
    platform::SimClock clock({1'795'176'000'000}); // 20 November 2026, noon.
    app_test::Program program(storage, clock, 1);
    REQUIRE(program.app.book().create().has_value());
    program.settle();
    const auto page = page_of(program.app, read_text(folder + "/commands.jsonl"));
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto file = documents::einvoice_file(page.invoice, row.syntax);
        REQUIRE(file.has_value());
        check_golden(folder + "/" + row.name, *file);
    }
}

TEST_CASE("documents: receipts of both rolls are set as before, to the byte") {
    struct Row {
        const char* name;
        documents::RollWidth width;
    };
    constexpr Row rows[] = {{"receipt_80", documents::RollWidth::mm_80},
                            {"receipt_58", documents::RollWidth::mm_58}};
    const auto fonts = samples::all_fonts();
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto pages = documents::receipt_pages(samples::receipt(row.width), fonts);
        REQUIRE(pages.has_value());
        const auto pdf = documents::pdf(*pages, fonts);
        REQUIRE(pdf.has_value());
        check_document(row.name, *pages, *pdf);
    }
}
