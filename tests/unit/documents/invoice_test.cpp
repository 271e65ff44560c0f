#include "documents/invoice.h"

#include "samples.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <ranges>
#include <string>
#include <vector>

namespace {

using documents::GlyphRun;
using documents::InvoiceDocument;
using documents::Length;
using documents::Page;

std::string repeated(std::string_view words, int times) {
    std::string text;
    for (int index = 0; index < times; ++index)
        text += words;
    return text;
}

documents::Pages laid_out(const InvoiceDocument& document, const documents::FontSet& fonts) {
    auto pages = documents::invoice_pages(document, fonts);
    REQUIRE(pages.has_value());
    return std::move(*pages);
}

struct Extent {
    Length first;
    Length last; // Origin of the last glyph.
};

// The runs of a page by the baseline they stand on.
std::map<Length, std::vector<Extent>> lines_of(const Page& page) {
    std::map<Length, std::vector<Extent>> lines;
    for (const documents::Item& item : page.items) {
        const auto* run = std::get_if<GlyphRun>(&item.shape);
        if (run == nullptr || run->glyphs.empty()) continue;
        const auto& glyphs = run->glyphs;
        lines[glyphs.front().y].push_back({glyphs.front().x, glyphs.back().x});
    }
    return lines;
}

// Words stand within the margins, and those of one line beside each other.
void check_readable(const Page& page) {
    constexpr Length margin = documents::points(48);
    for (auto& [baseline, runs] : lines_of(page)) {
        CHECK(baseline > documents::points(42));
        CHECK(baseline < page.height - documents::points(30));
        std::ranges::sort(runs, {}, &Extent::first);
        CHECK(runs.front().first >= margin);
        CHECK(runs.back().last < page.width - margin);
        for (std::size_t index = 1; index < runs.size(); ++index) {
            CHECK(runs[index].first > runs[index - 1].last);
        }
    }
}

// The lowest box outline or line of notes stands over the rule of the foot.
void check_foot_is_free(const Page& page) {
    Length rule = 0;
    for (const documents::Item& item : page.items) {
        if (const auto* fill = std::get_if<documents::Fill>(&item.shape)) {
            rule = std::max(rule, fill->box.y);
        }
    }
    for (const documents::Item& item : page.items) {
        if (item.element == documents::artifact) continue;
        if (const auto* run = std::get_if<GlyphRun>(&item.shape)) {
            for (const auto& glyph : run->glyphs)
                CHECK(glyph.y < rule);
        }
    }
}

} // namespace

TEST_CASE("invoice: whatever it says, nothing leaves the page or covers anything else") {
    struct Row {
        std::string name;
        std::function<void(InvoiceDocument&)> change;
    };
    const std::vector<Row> rows{
        {"as designed", [](InvoiceDocument&) {}},
        {"letter", [](auto& it) { it.paper = documents::PaperSize::letter; }},
        {"no lines yet", [](auto& it) { it.rows.clear(); }},
        {"nothing but lines",
         [](auto& it) {
             it.payment.reset();
             it.taxes = {};
             it.notes.clear();
             it.memo.clear();
             it.practitioner = {};
             it.columns.tax.clear();
             it.columns.date.clear();
         }},
        {"a memo as long as may be",
         [](auto& it) { it.memo = repeated("Thank you, again. ", 222); }},
        {"a memo of many lines", [](auto& it) { it.memo = repeated("Thank you\n", 300); }},
        {"a memo that leaves no room for a line", [](auto& it) { it.memo = repeated("A\n", 34); }},
        {"notes longer than a page",
         [](auto& it) { it.notes = repeated("Pay in time, please. ", 400); }},
        {"notes of many lines", [](auto& it) { it.notes = repeated("Pay in time\n", 200); }},
        {"long names",
         [](auto& it) {
             it.sender_name = repeated("Harbour Street ", 13);
             it.recipient.name = repeated("Wolfeschlegelsteinhausen", 8);
             it.practitioner.name = repeated("Wolfeschlegelsteinhausen", 8);
             it.legal = repeated("Harbour Street Therapy Ltd, company 618204, ", 4);
             it.payment->facts[1].value = repeated("Harbour Street ", 13);
         }},
        {"long labels",
         [](auto& it) {
             it.dates[1] = {.label = "Leistungszeitraum", .value = "28 Oct 2026 – 19 Nov 2026"};
             it.sums[1].label =
                 "Discount for early payment, agreed in writing with the family, 5 %";
             it.taxes.rows[2].name = "Zero rate, printed books, newspapers and learned journals";
         }},
        {"large amounts",
         [](auto& it) {
             for (auto& row : it.rows)
                 row.amount = "−10,000,000,000,000.00";
             it.total.value = "IDR 10,000,000,000,000.00";
             it.payment->figures[0].value = "IDR 10,000,000,000,000.00";
             it.taxes.rows[0].base = "10,000,000,000,000.00";
         }},
        {"three decimals", [](auto& it) { it.rows[0].amount = "1,234,567.890"; }},
        {"a thousand lines", [](auto& it) { it.rows.resize(1'000, it.rows.front()); }},
        {"a line of many lines",
         [](auto& it) { it.rows[2].detail = repeated("Seen at home.\n", 20); }},
    };
    const auto fonts = samples::all_fonts();
    for (const Row& row : rows) {
        CAPTURE(row.name);
        auto document = samples::invoice();
        row.change(document);
        const documents::Pages pages = laid_out(document, fonts);
        for (const Page& page : pages.pages) {
            check_readable(page);
            check_foot_is_free(page);
        }
    }
}

TEST_CASE("invoice: two days of supply stand on the line of their label") {
    const auto fonts = samples::all_fonts();
    const auto baselines = [&](const char* supplied) {
        auto document = samples::invoice();
        // The dates are the tallest of their row: a line more would move all below it.
        document.recipient.lines = document.practitioner.lines = document.practitioner.fine = {};
        document.dates[1].value = supplied;
        const auto lines = lines_of(laid_out(document, fonts).pages[0]);
        return std::ranges::to<std::vector<Length>>(std::views::keys(lines));
    };
    const auto of_one_day = baselines("5 Nov 2026");
    CHECK(baselines("28 Oct – 3 Nov 2026") == of_one_day);
    CHECK(baselines("28 Dec 2025 – 30 Jan 2026") == of_one_day);
    CHECK(baselines("of many visits, from the last days of 2025 on") != of_one_day);
}

TEST_CASE("invoice: six lines with code and notes fit one sheet of either paper") {
    const auto fonts = samples::all_fonts();
    auto document = samples::invoice();
    CHECK(laid_out(document, fonts).pages.size() == 1);
    document.paper = documents::PaperSize::letter;
    CHECK(laid_out(document, fonts).pages.size() == 1);
}

TEST_CASE("invoice: the payload of a code that is too long is refused") {
    const auto fonts = samples::all_fonts();
    auto document = samples::invoice();
    document.payment->code = std::string(4'000, 'x');
    const auto pages = documents::invoice_pages(document, fonts);
    REQUIRE_FALSE(pages.has_value());
    CHECK(pages.error().code == base::Code::out_of_range);
}
