// The file structure of a PDF: numbered objects, object streams, cross-reference stream (ISO
// 32000-1, 7.5). What the objects say is decided elsewhere. The same objects give the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

using ObjectNumber = std::int32_t;

class PdfObjects {
  public:
    // A number for an object that is written later.
    [[nodiscard]] ObjectNumber reserve();
    // A dictionary, array or number; `body` is its PDF text.
    void set(ObjectNumber number, std::string body);
    ObjectNumber add(std::string body);
    // A stream; `entries` are those of its dictionary beside Length and Filter. Compressed here.
    void set_stream(ObjectNumber number, std::string_view entries, std::string_view data);
    ObjectNumber add_stream(std::string_view entries, std::string_view data);
    // A stream whose data is filtered already; `entries` names the filter.
    ObjectNumber add_filtered(std::string_view entries, std::string_view data);

    // The whole file. The identifier is a hash of everything before it.
    [[nodiscard]] std::string file(ObjectNumber catalog, ObjectNumber information) const;

  private:
    enum class Kind : std::uint8_t { plain, stream };
    struct Object {
        Kind kind = Kind::plain;
        std::string body;
    };
    std::vector<Object> objects_; // Object 1 first.
};

// "12 0 R"
[[nodiscard]] std::string reference(ObjectNumber number);
// Thousandths as PDF writes them: 1250 -> "1.25", -500 -> "-.5".
[[nodiscard]] std::string thousandths(std::int64_t value);
// A text string: parentheses for ASCII, UTF-16BE with its mark otherwise.
[[nodiscard]] std::string text_string(std::string_view text);
// A web or mail address (12.6.4.7): ASCII, anything else percent-encoded.
[[nodiscard]] std::string address_string(std::string_view address);
// "<0012AB>" of big-endian 16-bit values.
[[nodiscard]] std::string hex_string(const std::vector<std::uint16_t>& values);
[[nodiscard]] std::vector<std::uint16_t> utf16(std::string_view text);
[[nodiscard]] std::string deflated(std::string_view data);

} // namespace documents
