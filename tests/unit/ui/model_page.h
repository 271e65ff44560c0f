// A page in memory that reads the mirror's patches as the browser's side does.
//
// Every operation checks what the page relies on: ids exist, are new when inserted, previous
// siblings are siblings. `text` writes the tree, one element a line, for comparison.
#pragma once

#include "ui/patch.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <span>
#include <string>
#include <vector>

class ModelPage {
  public:
    struct Element {
        std::string tag;
        ui::NodeId parent = 0;
        std::vector<ui::NodeId> children;
        std::map<std::string, std::string> attributes;
        std::map<std::string, std::string> styles;
        std::string text;
        std::string value;
        ui::Rect place;
        ui::Point offset;
    };

    ModelPage() { elements[0].tag = "root"; }

    void apply(std::span<const std::byte> patch) {
        rest_ = patch;
        while (!rest_.empty())
            apply_one();
    }

    std::string text() const { return text_of(0, 0); }

    std::map<ui::NodeId, Element> elements;
    ui::NodeId focused = 0;
    int operation_count = 0;
    std::vector<ui::Op> operations; // Of all patches, in order.

  private:
    void apply_one() {
        const auto op = static_cast<ui::Op>(u8());
        const ui::NodeId id = u32();
        ++operation_count;
        operations.push_back(op);
        if (op != ui::Op::insert && op != ui::Op::focus) REQUIRE(elements.contains(id));
        switch (op) {
        case ui::Op::insert: insert(id); break;
        case ui::Op::move: {
            const ui::NodeId parent = elements[id].parent;
            std::erase(elements[parent].children, id);
            put_after(parent, u32(), id);
            break;
        }
        case ui::Op::remove:
            std::erase(elements[elements[id].parent].children, id);
            forget(id);
            break;
        case ui::Op::rename: {
            const ui::NodeId now = u32();
            REQUIRE(!elements.contains(now));
            elements[now] = elements[id];
            elements.erase(id);
            std::ranges::replace(elements[elements[now].parent].children, id, now);
            for (const ui::NodeId child : elements[now].children)
                elements[child].parent = now;
            break;
        }
        case ui::Op::attribute: set(elements[id].attributes); break;
        case ui::Op::remove_attribute: REQUIRE(elements[id].attributes.erase(string()) == 1); break;
        case ui::Op::style: set(elements[id].styles); break;
        case ui::Op::remove_style: REQUIRE(elements[id].styles.erase(string()) == 1); break;
        case ui::Op::text:
            REQUIRE(elements[id].children.empty());
            elements[id].text = string();
            break;
        case ui::Op::value: elements[id].value = string(); break;
        case ui::Op::place: elements[id].place = {f32(), f32(), f32(), f32()}; break;
        case ui::Op::scroll: elements[id].offset = {f32(), f32()}; break;
        case ui::Op::focus:
            u8();
            focused = id;
            break;
        case ui::Op::selection:
            u32();
            u32();
            break;
        }
    }

    void insert(ui::NodeId id) {
        REQUIRE(!elements.contains(id));
        const ui::NodeId parent = u32();
        const ui::NodeId previous = u32();
        u8();
        REQUIRE(elements.contains(parent));
        REQUIRE(elements[parent].text.empty());
        elements[id].tag = string();
        elements[id].parent = parent;
        put_after(parent, previous, id);
    }

    void put_after(ui::NodeId parent, ui::NodeId previous, ui::NodeId id) {
        auto& children = elements[parent].children;
        auto where = children.begin();
        if (previous != 0) {
            where = std::ranges::find(children, previous);
            REQUIRE(where != children.end());
            ++where;
        }
        children.insert(where, id);
    }

    void forget(ui::NodeId id) {
        for (const ui::NodeId child : elements[id].children)
            forget(child);
        elements.erase(id);
    }

    void set(std::map<std::string, std::string>& where) {
        const std::string name = string();
        where[name] = string();
    }

    std::string text_of(ui::NodeId id, int depth) const {
        const Element& element = elements.at(id);
        std::string line(static_cast<std::size_t>(depth), ' ');
        line += element.tag + "#" + std::to_string(id);
        for (const auto& [name, value] : element.attributes)
            line += " " + name + "=" + value;
        for (const auto& [name, value] : element.styles)
            line += " " + name + ":" + value;
        line += " \"" + element.text + "\" '" + element.value + "' " +
                std::to_string(element.place.x) + " " + std::to_string(element.place.y) + " " +
                std::to_string(element.place.width) + " " + std::to_string(element.place.height) +
                " @" + std::to_string(element.offset.x) + " " + std::to_string(element.offset.y) +
                "\n";
        for (const ui::NodeId child : element.children)
            line += text_of(child, depth + 1);
        return line;
    }

    std::uint8_t u8() {
        REQUIRE(!rest_.empty());
        const auto value = static_cast<std::uint8_t>(rest_.front());
        rest_ = rest_.subspan(1);
        return value;
    }

    std::uint32_t u32() {
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 32; shift += 8)
            value |= static_cast<std::uint32_t>(u8()) << shift;
        return value;
    }

    float f32() { return std::bit_cast<float>(u32()); }

    std::string string() {
        const std::size_t size = u32();
        REQUIRE(rest_.size() >= size);
        std::string text(size, '\0');
        if (size != 0) std::memcpy(text.data(), rest_.data(), size);
        rest_ = rest_.subspan(size);
        return text;
    }

    std::span<const std::byte> rest_;
};
