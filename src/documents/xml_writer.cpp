#include "documents/xml_writer.h"

#include "base/assert.h"
#include "base/text.h"

#include <utility>

namespace documents {

namespace {

// XML 1.0, production 2: Char.
bool is_xml_character(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c != 0xFFFE && c != 0xFFFF;
}

} // namespace

XmlWriter::XmlWriter() : text_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void XmlWriter::open(std::string_view name, const std::vector<XmlAttribute>& attributes) {
    start_tag(name, attributes);
    text_ += "\n";
    open_.emplace_back(name);
}

void XmlWriter::close() {
    ASSERT(!open_.empty());
    const std::string name = std::move(open_.back());
    open_.pop_back();
    text_.append(2 * open_.size(), ' ').append("</").append(name).append(">\n");
}

void XmlWriter::leaf(std::string_view name, std::string_view text,
                     const std::vector<XmlAttribute>& attributes) {
    if (text.empty()) return;
    start_tag(name, attributes);
    append_escaped(text);
    text_.append("</").append(name).append(">\n");
}

std::string XmlWriter::take() {
    ASSERT(open_.empty());
    return std::move(text_);
}

void XmlWriter::start_tag(std::string_view name, const std::vector<XmlAttribute>& attributes) {
    text_.append(2 * open_.size(), ' ').append("<").append(name);
    for (const XmlAttribute& attribute : attributes) {
        text_.append(" ").append(attribute.name).append("=\"");
        append_escaped(attribute.value);
        text_ += '"';
    }
    text_ += ">";
}

void XmlWriter::append_escaped(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = base::next_code_point(text, at);
        switch (character) {
        case '&': text_ += "&amp;"; break;
        case '<': text_ += "&lt;"; break;
        case '>': text_ += "&gt;"; break;
        case '"': text_ += "&quot;"; break;
        case '\r': text_ += "&#13;"; break; // A reader would make it a line end.
        default:
            if (is_xml_character(character)) base::append_code_point(text_, character);
        }
    }
}

} // namespace documents
