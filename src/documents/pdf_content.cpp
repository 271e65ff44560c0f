#include "documents/pdf_content.h"

#include "base/text.h"

#include <optional>
#include <span>

namespace documents {

namespace {

std::string at_point(Length x, Length y) { return thousandths(x) + " " + thousandths(y) + " "; }

std::string colour(Ink ink, std::string_view operation) {
    std::string text;
    for (const std::uint8_t part : {ink.red, ink.green, ink.blue}) {
        text += thousandths((static_cast<std::int64_t>(part) * 1000 + 127) / 255) + " ";
    }
    return text + std::string(operation) + "\n";
}

// Writes one page; y is turned over, since PDF counts from the bottom.
class Writer {
  public:
    Writer(const Page& page, PdfFonts& fonts) : page_(page), fonts_(fonts) {}

    void operator()(const GlyphRun& run);
    void operator()(const Fill& fill);
    void operator()(const Outline& outline);
    void operator()(const QrCode& code);
    void operator()(const Picture& picture);
    void operator()(const Link&) {}

    void mark(ElementIndex element);
    void end_mark();
    [[nodiscard]] PageContent take() { return std::move(content_); }
    [[nodiscard]] PageContent& content() { return content_; }

  private:
    class Text;
    [[nodiscard]] Length up(Length y) const { return page_.height - y; }
    [[nodiscard]] std::string rectangle(const Box& box) const;
    [[nodiscard]] std::string rounded(const Box& box, Length radius) const;

    const Page& page_;
    PdfFonts& fonts_;
    PageContent content_;
    std::optional<ElementIndex> open_;
};

void Writer::mark(ElementIndex element) {
    if (open_ == element) return;
    end_mark();
    if (element == artifact) {
        content_.stream += "/Artifact BMC\n";
    } else {
        const auto id = static_cast<std::int64_t>(content_.marked.size());
        content_.stream += "/P<</MCID " + base::integer_text(id) + ">>BDC\n";
        content_.marked.push_back(element);
    }
    open_ = element;
}

void Writer::end_mark() {
    if (open_) content_.stream += "EMC\n";
    open_.reset();
}

// Shows the glyphs of one run. Those with one baseline go into one TJ; a glyph off it (a mark) gets
// a matrix of its own. An adjustment is from where the viewer's pen is, as widths are rounded, to
// where the glyph belongs.
class Writer::Text {
  public:
    Text(const Page& page, PdfFonts& fonts, const GlyphRun& run, std::string& out)
        : page_(page), fonts_(fonts), run_(run), out_(out) {
        out_ += "BT\n" + colour(run.ink, "rg") + "/F" +
                base::integer_text(static_cast<std::int64_t>(run.face)) + " " +
                thousandths(run.size) + " Tf\n";
    }
    ~Text() {
        flush();
        out_ += "ET\n";
    }
    Text(const Text&) = delete;
    Text& operator=(const Text&) = delete;

    // One cluster: several glyphs side by side that stand for one text (a Devanagari syllable) say
    // so with ActualText. Not right to left: readers turn the letters of ActualText around there.
    void cluster(std::span<const PlacedGlyph> glyphs) {
        std::string text;
        std::size_t advancing = 0;
        for (const PlacedGlyph& glyph : glyphs) {
            text += glyph.text;
            advancing += fonts_.width(run_.face, glyph.id) > 0 ? 1 : 0;
        }
        const bool is_syllable = advancing > 1 && !run_.is_right_to_left;
        if (is_syllable) {
            flush();
            out_ += "/Span<</ActualText" + text_string(text) + ">>BDC\n";
        }
        for (const PlacedGlyph& glyph : glyphs)
            show(glyph);
        if (is_syllable) {
            flush();
            out_ += "EMC\n";
        }
    }

  private:
    void flush() {
        if (!shown_.empty()) out_ += "[" + shown_ + "]TJ\n";
        shown_.clear();
    }

    void show(const PlacedGlyph& glyph) {
        const std::int64_t x = std::int64_t{glyph.x} * 1000;
        if (baseline_ != glyph.y) {
            flush();
            baseline_ = glyph.y;
            pen_ = x;
            out_ += "1 0 0 1 " + at_point(glyph.x, page_.height - glyph.y) + "Tm\n";
        }
        const std::int64_t adjust = (pen_ - x) / run_.size; // Thousandths of the size.
        if (adjust != 0) {
            shown_ += base::integer_text(adjust);
            pen_ -= adjust * run_.size;
        }
        shown_ += hex_string({fonts_.identifier(run_.face, glyph)});
        pen_ += std::int64_t{fonts_.width(run_.face, glyph.id)} * run_.size;
    }

    const Page& page_;
    PdfFonts& fonts_;
    const GlyphRun& run_;
    std::string& out_;
    std::optional<Length> baseline_;
    std::int64_t pen_ = 0; // Millionths of a point, from the page's left edge.
    std::string shown_;    // The open TJ array.
};

void Writer::operator()(const GlyphRun& run) {
    if (run.glyphs.empty()) return;
    Text text(page_, fonts_, run, content_.stream);
    for (std::size_t first = 0; first < run.glyphs.size();) {
        std::size_t last = first + 1;
        while (last < run.glyphs.size() && run.glyphs[last].joins)
            ++last;
        text.cluster(std::span(run.glyphs).subspan(first, last - first));
        first = last;
    }
}

std::string Writer::rectangle(const Box& box) const {
    return at_point(box.x, up(box.y + box.height)) + at_point(box.width, box.height) + "re\n";
}

// Corners as Bezier arcs: the control points lie at 0.5523 of the radius.
std::string Writer::rounded(const Box& box, Length radius) const {
    const Length left = box.x;
    const Length right = box.x + box.width;
    const Length top = up(box.y);
    const Length bottom = up(box.y + box.height);
    const auto inner = static_cast<Length>(radius - std::int64_t{radius} * 5523 / 10000);
    return at_point(left + radius, top) + "m\n" + at_point(right - radius, top) + "l\n" +
           at_point(right - inner, top) + at_point(right, top - inner) +
           at_point(right, top - radius) + "c\n" + at_point(right, bottom + radius) + "l\n" +
           at_point(right, bottom + inner) + at_point(right - inner, bottom) +
           at_point(right - radius, bottom) + "c\n" + at_point(left + radius, bottom) + "l\n" +
           at_point(left + inner, bottom) + at_point(left, bottom + inner) +
           at_point(left, bottom + radius) + "c\n" + at_point(left, top - radius) + "l\n" +
           at_point(left, top - inner) + at_point(left + inner, top) +
           at_point(left + radius, top) + "c h\n";
}

void Writer::operator()(const Fill& fill) {
    content_.stream += colour(fill.ink, "rg") + rectangle(fill.box) + "f\n";
}

void Writer::operator()(const Outline& outline) {
    std::string& out = content_.stream;
    out += colour(outline.ink, "RG") + thousandths(outline.width) + " w\n";
    if (outline.dash > 0) out += "[" + thousandths(outline.dash) + "]0 d\n";
    const Length half = outline.width / 2;
    if (outline.box.height == 0) {
        out += at_point(outline.box.x, up(outline.box.y)) + "m\n" +
               at_point(outline.box.x + outline.box.width, up(outline.box.y)) + "l S\n";
    } else {
        const Box middle{outline.box.x + half, outline.box.y + half,
                         outline.box.width - outline.width, outline.box.height - outline.width};
        out += (outline.radius > 0 ? rounded(middle, outline.radius - half) : rectangle(middle)) +
               "S\n";
    }
    if (outline.dash > 0) out += "[]0 d\n";
}

// One path: a rectangle for each run of dark cells in a row. Edges are computed from the whole, so
// that neighbours touch.
void Writer::operator()(const QrCode& code) {
    std::string& out = content_.stream;
    out += colour({}, "rg");
    const auto edge = [&](Length from, Length size, std::size_t index) {
        return from + static_cast<Length>(std::int64_t{size} * static_cast<std::int64_t>(index) /
                                          code.modules);
    };
    for (std::size_t row = 0; row < code.modules; ++row) {
        const Length top = edge(code.box.y, code.box.height, row);
        const Length bottom = edge(code.box.y, code.box.height, row + 1);
        for (std::size_t column = 0; column < code.modules; ++column) {
            if (!code.cells[row * code.modules + column]) continue;
            std::size_t last = column;
            while (last + 1 < code.modules && code.cells[row * code.modules + last + 1])
                ++last;
            const Length left = edge(code.box.x, code.box.width, column);
            out += rectangle(
                {left, top, edge(code.box.x, code.box.width, last + 1) - left, bottom - top});
            column = last;
        }
    }
    out += "f\n";
}

void Writer::operator()(const Picture& picture) {
    content_.stream += "q " + thousandths(picture.box.width) + " 0 0 " +
                       thousandths(picture.box.height) + " " +
                       at_point(picture.box.x, up(picture.box.y + picture.box.height)) + "cm /I" +
                       base::integer_text(picture.image) + " Do Q\n";
}

} // namespace

PageContent page_content(const Page& page, PdfFonts& fonts) {
    Writer writer(page, fonts);
    for (std::size_t index = 0; index < page.items.size(); ++index) {
        const Item& item = page.items[index];
        if (std::holds_alternative<Link>(item.shape)) {
            writer.content().links.push_back(index);
            continue;
        }
        writer.mark(item.element);
        std::visit(writer, item.shape);
    }
    writer.end_mark();
    return writer.take();
}

} // namespace documents
