// Which element, attributes, styles and words stand for a node in the page.
//
// Pure translation, one node at a time; the order of the lists is fixed so that two descriptions
// compare. Which role becomes which element is the table in the source file. It decides nothing
// about order, focus or when to write.
#pragma once

#include "ui/mirror.h"

#include <string>
#include <string_view>
#include <vector>

namespace ui {

struct NamedText {
    const char* name;
    std::string text;

    friend bool operator==(const NamedText& a, const NamedText& b) {
        return std::string_view(a.name) == b.name && a.text == b.text;
    }
};

struct Element {
    const char* tag;
    std::vector<NamedText> attributes;
    std::vector<NamedText> styles;
    std::string text;
};

Element element_of(const Mirror::Entry& entry);

// Two entries of equal shape can share one element of the page; a change of shape makes a new one.
bool has_same_shape(const Mirror::Entry& a, const Mirror::Entry& b);

// The id of a node's element: "n" and the number, as aria-controls needs it.
std::string element_id(NodeId id);

// The clip-path for what is left of `rect` (window coordinates): empty when all of it is visible.
std::string clip_path_of(const Rect& rect, const Rect& visible, const std::vector<Rect>& covers);

} // namespace ui
