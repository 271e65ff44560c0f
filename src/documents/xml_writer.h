// Well-formed XML 1.0 in UTF-8, indented for people; elements close in the order they were opened.
//
// Knows no schema: names and their order are the caller's. Texts are well-formed UTF-8; the
// characters that XML 1.0 (2.2) has no place for, such as control characters, are left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace documents {

struct XmlAttribute {
    std::string_view name;
    std::string_view value;
};

class XmlWriter {
  public:
    XmlWriter();

    void open(std::string_view name, const std::vector<XmlAttribute>& attributes = {});
    void close();
    // An element that holds a text; none where the text is empty.
    void leaf(std::string_view name, std::string_view text,
              const std::vector<XmlAttribute>& attributes = {});

    // The document; every element has been closed.
    [[nodiscard]] std::string take();

  private:
    void start_tag(std::string_view name, const std::vector<XmlAttribute>& attributes);
    void append_escaped(std::string_view text);

    std::string text_;
    std::vector<std::string> open_; // The names, outermost first.
};

} // namespace documents
