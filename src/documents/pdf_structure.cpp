#include "documents/pdf_structure.h"

#include "base/assert.h"
#include "base/text.h"

#include <string_view>

namespace documents {

namespace {

std::string_view tag_name(Tag tag) {
    switch (tag) {
    case Tag::document: return "Document";
    case Tag::heading: return "H1";
    case Tag::subheading: return "H2";
    case Tag::paragraph: return "P";
    case Tag::table: return "Table";
    case Tag::row: return "TR";
    case Tag::column_head:
    case Tag::row_head: return "TH";
    case Tag::cell: return "TD";
    case Tag::figure: return "Figure";
    case Tag::link: return "Link";
    }
    UNREACHABLE();
}

std::string attributes(const Element& element) {
    if (element.tag == Tag::column_head) return "/A<</O/Table/Scope/Column>>";
    if (element.tag == Tag::row_head) return "/A<</O/Table/Scope/Row>>";
    if (element.tag == Tag::figure) return "/Alt" + text_string(element.alternative);
    return {};
}

} // namespace

PdfStructure::PdfStructure(const Pages& pages, PdfObjects& objects)
    : pages_(pages), objects_(objects), root_(objects.reserve()), kids_(pages.elements.size()) {
    for (std::size_t index = 0; index < pages.elements.size(); ++index) {
        numbers_.push_back(objects.reserve());
    }
}

std::int64_t PdfStructure::add_page(ObjectNumber page, const std::vector<ElementIndex>& marked) {
    std::string parents = "[";
    for (std::size_t id = 0; id < marked.size(); ++id) {
        const auto element = static_cast<std::size_t>(marked[id]);
        parents += reference(numbers_[element]) + " ";
        kids_[element] += "<</Type/MCR/Pg " + reference(page) + "/MCID " +
                          base::integer_text(static_cast<std::int64_t>(id)) + ">>";
    }
    parents_.push_back(parents + "]");
    return static_cast<std::int64_t>(parents_.size()) - 1;
}

std::int64_t PdfStructure::add_link(ObjectNumber page, ObjectNumber annotation,
                                    ElementIndex element) {
    ASSERT(element != artifact);
    const auto index = static_cast<std::size_t>(element);
    kids_[index] += "<</Type/OBJR/Pg " + reference(page) + "/Obj " + reference(annotation) + ">>";
    parents_.push_back(reference(numbers_[index]));
    return static_cast<std::int64_t>(parents_.size()) - 1;
}

ObjectNumber PdfStructure::write() {
    // Children come after their parents, so each list is whole when its element is written.
    std::vector<std::string> children(kids_);
    for (std::size_t index = 1; index < pages_.elements.size(); ++index) {
        const auto parent = static_cast<std::size_t>(pages_.elements[index].parent);
        ASSERT(parent < index);
        children[parent] += reference(numbers_[index]) + " ";
    }
    for (std::size_t index = 0; index < pages_.elements.size(); ++index) {
        const Element& element = pages_.elements[index];
        const ObjectNumber parent =
            index == 0 ? root_ : numbers_[static_cast<std::size_t>(element.parent)];
        objects_.set(numbers_[index], "<</Type/StructElem/S/" + std::string(tag_name(element.tag)) +
                                          "/P " + reference(parent) + attributes(element) + "/K[" +
                                          children[index] + "]>>");
    }
    std::string numbers;
    for (std::size_t key = 0; key < parents_.size(); ++key) {
        numbers += base::integer_text(static_cast<std::int64_t>(key)) + " " + parents_[key] + " ";
    }
    objects_.set(root_, "<</Type/StructTreeRoot/K " + reference(numbers_.front()) +
                            "/ParentTree<</Nums[" + numbers + "]>>/ParentTreeNextKey " +
                            base::integer_text(static_cast<std::int64_t>(parents_.size())) + ">>");
    return root_;
}

} // namespace documents
