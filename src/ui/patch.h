// The changes that bring the page's elements from one frame to the next, as bytes.
//
// A patch is a run of operations: one byte of Op, the node's id (u32), then what the operation
// needs, all little endian; a string is its length in bytes (u32) and UTF-8. Order matters: an
// element is inserted before anything is set on it. The reader is web/mirror.library.js; a model of
// it for tests is tests/unit/ui/model_page.h. Id 0 as parent is the page's root.
#pragma once

#include "ui/geometry.h"
#include "ui/node.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace ui {

enum class Op : std::uint8_t {
    insert = 1,           // parent u32, previous sibling u32 (0 = first), has_scroll u8, tag string
    move = 2,             // previous sibling u32 (0 = first); the parent stays
    remove = 3,           // with all its descendants
    rename = 4,           // new id u32: the element is reused for another row
    attribute = 5,        // name string, value string
    remove_attribute = 6, // name string
    style = 7,            // property string, value string
    remove_style = 8,     // property string
    text = 9,             // string: the words of a node without children
    value = 10,           // string: the text of a field
    place = 11,           // x, y, width, height f32, relative to the parent's content
    scroll = 12,          // x, y f32: how far the content is moved up and left
    focus = 13,           // select u8: 1 selects the whole text; id 0 takes the focus away
    selection = 14,       // start u32, end u32, in UTF-16 units
};

class PatchWriter {
  public:
    bool is_empty() const { return bytes_.empty(); }
    std::span<const std::byte> bytes() const { return bytes_; }
    void clear() { bytes_.clear(); }

    void op(Op op, NodeId id);
    void u8(std::uint8_t value);
    void u32(std::uint32_t value);
    void f32(float value);
    void string(std::string_view text);

  private:
    std::vector<std::byte> bytes_;
};

} // namespace ui
