#include "documents/pdf_objects.h"

#include "base/assert.h"
#include "base/bytes.h"
#include "base/hash.h"
#include "base/text.h"

#include <zlib.h>

#include <algorithm>

namespace documents {

namespace {

constexpr std::size_t objects_per_stream = 100;

std::string number_text(std::int64_t value) { return base::integer_text(value); }

void put_big_endian(std::string& out, std::uint64_t value, int bytes) {
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
        out.push_back(static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xFFU));
    }
}

// One row of the cross-reference stream: W [1 4 2].
struct CrossReference {
    std::uint8_t type = 0; // 1: at an offset; 2: in an object stream.
    std::uint64_t where = 0;
    std::uint32_t index = 0;
};

void append_object(std::string& file, std::int64_t number, std::string_view body) {
    file += number_text(number) + " 0 obj\n";
    file += body;
    file += "\nendobj\n";
}

} // namespace

std::string reference(ObjectNumber number) { return number_text(number) + " 0 R"; }

std::string thousandths(std::int64_t value) {
    std::string text = value < 0 ? "-" : "";
    const std::int64_t absolute = value < 0 ? -value : value;
    const std::int64_t whole = absolute / 1000;
    std::int64_t rest = absolute % 1000;
    if (whole != 0 || rest == 0) text += number_text(whole);
    if (absolute == 0) return "0";
    if (rest == 0) return text;
    std::size_t digits = 3;
    while (rest % 10 == 0) {
        rest /= 10;
        --digits;
    }
    return text + "." + base::integer_text(rest, digits);
}

std::vector<std::uint16_t> utf16(std::string_view text) {
    std::vector<std::uint16_t> units;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = base::next_code_point(text, at);
        if (code < 0x10000) {
            units.push_back(static_cast<std::uint16_t>(code));
        } else {
            units.push_back(static_cast<std::uint16_t>(0xD800U + ((code - 0x10000U) >> 10U)));
            units.push_back(static_cast<std::uint16_t>(0xDC00U + ((code - 0x10000U) & 0x3FFU)));
        }
    }
    return units;
}

std::string hex_string(const std::vector<std::uint16_t>& values) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text = "<";
    for (const std::uint16_t value : values) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            text += digits[(value >> static_cast<unsigned>(shift)) & 0xFU];
        }
    }
    return text + ">";
}

std::string text_string(std::string_view text) {
    const bool plain = std::ranges::all_of(text, [](char letter) {
        return letter >= ' ' && letter < 0x7F && letter != '(' && letter != ')' && letter != '\\';
    });
    if (plain) return "(" + std::string(text) + ")";
    std::vector<std::uint16_t> units = utf16(text);
    units.insert(units.begin(), 0xFEFF);
    return hex_string(units);
}

std::string address_string(std::string_view address) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text = "(";
    for (const char letter : address) {
        const auto byte = static_cast<std::uint8_t>(letter);
        if (byte <= ' ' || byte >= 0x7F) {
            text += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
            continue;
        }
        if (letter == '(' || letter == ')' || letter == '\\') text += '\\';
        text += letter;
    }
    return text + ")";
}

std::string deflated(std::string_view data) {
    uLongf size = compressBound(static_cast<uLong>(data.size()));
    std::string out(size, '\0');
    const int status =
        compress2(reinterpret_cast<Bytef*>(out.data()), &size,
                  reinterpret_cast<const Bytef*>(data.data()), static_cast<uLong>(data.size()), 9);
    ASSERT(status == Z_OK);
    out.resize(size);
    return out;
}

ObjectNumber PdfObjects::reserve() {
    objects_.emplace_back();
    return static_cast<ObjectNumber>(objects_.size());
}

void PdfObjects::set(ObjectNumber number, std::string body) {
    objects_[static_cast<std::size_t>(number) - 1] = {Kind::plain, std::move(body)};
}

ObjectNumber PdfObjects::add(std::string body) {
    const ObjectNumber number = reserve();
    set(number, std::move(body));
    return number;
}

void PdfObjects::set_stream(ObjectNumber number, std::string_view entries, std::string_view data) {
    const std::string packed = deflated(data);
    std::string body = "<<" + std::string(entries) + "/Filter/FlateDecode/Length " +
                       number_text(static_cast<std::int64_t>(packed.size())) + ">>stream\n";
    body += packed + "\nendstream";
    objects_[static_cast<std::size_t>(number) - 1] = {Kind::stream, std::move(body)};
}

ObjectNumber PdfObjects::add_stream(std::string_view entries, std::string_view data) {
    const ObjectNumber number = reserve();
    set_stream(number, entries, data);
    return number;
}

ObjectNumber PdfObjects::add_filtered(std::string_view entries, std::string_view data) {
    const ObjectNumber number = reserve();
    std::string body = "<<" + std::string(entries) + "/Length " +
                       number_text(static_cast<std::int64_t>(data.size())) + ">>stream\n";
    body += data;
    body += "\nendstream";
    objects_[static_cast<std::size_t>(number) - 1] = {Kind::stream, std::move(body)};
    return number;
}

std::string PdfObjects::file(ObjectNumber catalog, ObjectNumber information) const {
    // The comment's bytes above 127 tell transfer programs that the file is binary (7.5.2).
    std::string file = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    std::vector<CrossReference> rows(objects_.size() + 1);
    std::vector<std::size_t> plain;
    for (std::size_t index = 0; index < objects_.size(); ++index) {
        if (objects_[index].kind == Kind::plain) {
            plain.push_back(index);
            continue;
        }
        rows[index + 1] = {1, file.size(), 0};
        append_object(file, static_cast<std::int64_t>(index) + 1, objects_[index].body);
    }
    for (std::size_t first = 0; first < plain.size(); first += objects_per_stream) {
        const std::size_t last = std::min(first + objects_per_stream, plain.size());
        const std::size_t number = rows.size();
        std::string head;
        std::string bodies;
        for (std::size_t at = first; at < last; ++at) {
            head += number_text(static_cast<std::int64_t>(plain[at]) + 1) + " " +
                    number_text(static_cast<std::int64_t>(bodies.size())) + " ";
            bodies += objects_[plain[at]].body + " ";
            rows[plain[at] + 1] = {2, number, static_cast<std::uint32_t>(at - first)};
        }
        const std::string packed = deflated(head + bodies);
        rows.push_back({1, file.size(), 0});
        append_object(file, static_cast<std::int64_t>(number),
                      "<</Type/ObjStm/N " + number_text(static_cast<std::int64_t>(last - first)) +
                          "/First " + number_text(static_cast<std::int64_t>(head.size())) +
                          "/Filter/FlateDecode/Length " +
                          number_text(static_cast<std::int64_t>(packed.size())) + ">>stream\n" +
                          packed + "\nendstream");
    }
    const std::size_t start = file.size();
    rows.push_back({1, start, 0});
    std::string table;
    for (std::size_t index = 0; index < rows.size(); ++index) {
        put_big_endian(table, rows[index].type, 1);
        put_big_endian(table, rows[index].where, 4);
        put_big_endian(table, index == 0 ? 0xFFFF : rows[index].index, 2);
    }
    const auto hash = base::sha256(base::as_bytes(file));
    const std::string identifier = "<" + base::hex_text(base::ByteView(hash).first(16)) + ">";
    const std::string packed = deflated(table);
    append_object(file, static_cast<std::int64_t>(rows.size()) - 1,
                  "<</Type/XRef/Size " + number_text(static_cast<std::int64_t>(rows.size())) +
                      "/W[1 4 2]/Root " + reference(catalog) + "/Info " + reference(information) +
                      "/ID[" + identifier + identifier + "]/Filter/FlateDecode/Length " +
                      number_text(static_cast<std::int64_t>(packed.size())) + ">>stream\n" +
                      packed + "\nendstream");
    return file + "startxref\n" + number_text(static_cast<std::int64_t>(start)) + "\n%%EOF\n";
}

} // namespace documents
