#include "ui/mirror_elements.h"

#include "base/assert.h"

#include <cmath>
#include <cstdio>

namespace ui {

namespace {

struct ElementRule {
    const char* tag;
    const char* role; // Written out where the element does not already mean it.
};

// Positioned rows are no longer table layout, so the table family carries its roles written out.
ElementRule rule_of(const Node& node) {
    static constexpr const char* headings[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    switch (node.role) {
    case Role::generic: return {"div", nullptr};
    case Role::text: return {"span", nullptr};
    case Role::paragraph: return {"p", nullptr};
    case Role::heading:
        return {headings[node.level < 1 || node.level > 6 ? 1 : node.level - 1], nullptr};
    case Role::image: return {"div", "img"};
    case Role::link: return {"a", nullptr};
    case Role::button: return {"button", nullptr};
    case Role::checkbox: return {"button", "checkbox"};
    case Role::radio: return {"button", "radio"};
    case Role::switch_control: return {"button", "switch"};
    case Role::tab: return {"button", "tab"};
    case Role::tab_list: return {"div", "tablist"};
    case Role::tab_panel: return {"div", "tabpanel"};
    case Role::radio_group: return {"div", "radiogroup"};
    case Role::menu: return {"div", "menu"};
    case Role::menu_item: return {"button", "menuitem"};
    case Role::list_box: return {"div", "listbox"};
    case Role::option: return {"div", "option"};
    case Role::combo_box: return {"button", "combobox"};
    case Role::text_field: return {"input", nullptr};
    case Role::search_field: return {"input", "searchbox"};
    case Role::table: return {"table", "table"};
    case Role::grid: return {"table", "grid"};
    case Role::row_group: return {"tbody", "rowgroup"};
    case Role::row: return {"tr", "row"};
    case Role::column_header: return {"th", "columnheader"};
    case Role::row_header: return {"th", "rowheader"};
    case Role::cell: return {"td", "cell"};
    case Role::grid_cell: return {"td", "gridcell"};
    case Role::dialog: return {"dialog", nullptr};
    case Role::alert_dialog: return {"dialog", "alertdialog"};
    case Role::status: return {"div", "status"};
    case Role::alert: return {"div", "alert"};
    case Role::log: return {"div", "log"};
    case Role::progress: return {"div", "progressbar"};
    case Role::main: return {"main", nullptr};
    case Role::navigation: return {"nav", nullptr};
    case Role::banner: return {"header", "banner"};
    case Role::complementary: return {"aside", nullptr};
    case Role::content_info: return {"footer", "contentinfo"};
    case Role::form: return {"form", nullptr};
    case Role::region: return {"section", "region"};
    case Role::search: return {"div", "search"};
    case Role::group: return {"div", "group"};
    case Role::list: return {"ul", "list"};
    case Role::list_item: return {"li", "listitem"};
    case Role::separator: return {"div", "separator"};
    case Role::toolbar: return {"div", "toolbar"};
    case Role::tooltip: return {"div", "tooltip"};
    case Role::document: return {"div", "document"};
    }
    UNREACHABLE();
}

const char* tag_of(const Node& node) {
    if (!node.field) return rule_of(node).tag;
    return node.field->kind == FieldKind::multi_line ? "textarea" : "input";
}

const char* word(Choice choice) {
    switch (choice) {
    case Choice::none: return nullptr;
    case Choice::off: return "false";
    case Choice::on: return "true";
    case Choice::mixed: return "mixed";
    }
    UNREACHABLE();
}

const char* word(Sort sort) {
    switch (sort) {
    case Sort::none: return nullptr;
    case Sort::unsorted: return "none";
    case Sort::ascending: return "ascending";
    case Sort::descending: return "descending";
    }
    UNREACHABLE();
}

const char* word(Popup popup) {
    switch (popup) {
    case Popup::none: return nullptr;
    case Popup::menu: return "menu";
    case Popup::list_box: return "listbox";
    case Popup::dialog: return "dialog";
    case Popup::grid: return "grid";
    }
    UNREACHABLE();
}

const char* word(Politeness politeness) {
    switch (politeness) {
    case Politeness::none: return nullptr;
    case Politeness::polite: return "polite";
    case Politeness::assertive: return "assertive";
    }
    UNREACHABLE();
}

const char* word(Keyboard keyboard) {
    switch (keyboard) {
    case Keyboard::text: return "text";
    case Keyboard::decimal: return "decimal";
    case Keyboard::numeric: return "numeric";
    case Keyboard::email: return "email";
    case Keyboard::telephone: return "tel";
    case Keyboard::url: return "url";
    case Keyboard::search: return "search";
    case Keyboard::none: return "none";
    }
    UNREACHABLE();
}

const char* word(EnterKey key) {
    switch (key) {
    case EnterKey::done: return "done";
    case EnterKey::next: return "next";
    case EnterKey::go: return "go";
    case EnterKey::search: return "search";
    case EnterKey::send: return "send";
    case EnterKey::enter: return "enter";
    }
    UNREACHABLE();
}

const char* word(Capitals capitals) {
    switch (capitals) {
    case Capitals::none: return "off";
    case Capitals::sentences: return "sentences";
    case Capitals::words: return "words";
    case Capitals::characters: return "characters";
    }
    UNREACHABLE();
}

const char* word(Align align) {
    switch (align) {
    case Align::left: return "left";
    case Align::centre: return "center";
    case Align::right: return "right";
    }
    UNREACHABLE();
}

// Three decimals are a thousandth of a CSS pixel: finer than any device.
std::string number(float value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3f", static_cast<double>(value));
    std::string_view shortened(text);
    while (shortened.ends_with('0'))
        shortened.remove_suffix(1);
    if (shortened.ends_with('.')) shortened.remove_suffix(1);
    return shortened == "-0" ? "0" : std::string(shortened);
}

std::string pixels(float value) { return number(value) + "px"; }

std::string css_colour(std::uint32_t abgr) {
    char text[16];
    std::snprintf(text, sizeof text, "#%02x%02x%02x%02x", abgr & 0xFF, (abgr >> 8) & 0xFF,
                  (abgr >> 16) & 0xFF, abgr >> 24);
    return text;
}

void put(std::vector<NamedText>& list, const char* name, const char* text) {
    if (text != nullptr) list.push_back({name, text});
}

void put(std::vector<NamedText>& list, const char* name, const std::string& text) {
    if (!text.empty()) list.push_back({name, text});
}

void put_count(std::vector<NamedText>& list, const char* name, std::uint32_t count) {
    if (count != 0) list.push_back({name, std::to_string(count)});
}

void put_flag(std::vector<NamedText>& list, const char* name, bool flag) {
    if (flag) list.push_back({name, "true"});
}

bool is_native_button(const Node& node) {
    return !node.field && std::string_view(rule_of(node).tag) == "button";
}

void describe_field(const Node& node, Element& element) {
    const FieldSpec& field = *node.field;
    auto& attributes = element.attributes;
    if (field.kind != FieldKind::multi_line)
        put(attributes, "type", field.kind == FieldKind::password ? "password" : "text");
    put(attributes, "inputmode", word(field.keyboard));
    put(attributes, "enterkeyhint", word(field.enter_key));
    put(attributes, "autocapitalize", word(field.capitals));
    put(attributes, "autocomplete", field.autocomplete);
    put(attributes, "autocorrect", field.spell_check ? "on" : "off");
    put(attributes, "spellcheck", field.spell_check ? "true" : "false");
    put_count(attributes, "maxlength", field.length_max);
    if (field.read_only || node.disabled) attributes.push_back({"readonly", ""});
    put(attributes, "aria-placeholder", field.placeholder);
}

// Inter's ascender and descender in ems; a test compares the two kinds of text at every density.
constexpr float ascent_em = 0.96875F;
constexpr float descent_em = 0.24121F;

// Where one line's letters stand, in the way browsers place them in a block: half the leading
// above, rounded down, all in device pixels. A single-line input of Chromium rounds up instead
// (15/24 px stands one pixel lower; seen in Chromium 156), so its line is made as high as the
// letters and leaves no leading to round.
struct LetterBox {
    float top;
    float height;
};

LetterBox letter_box(const TextStyle& style, float density) {
    const float size = style.size * density;
    const float height = std::round(ascent_em * size) + std::round(descent_em * size);
    const float top = std::floor((style.line_height * density - height) / 2);
    return {top / density, height / density};
}

// The text box is given by paddings: the browser then has no centring of its own to do.
void describe_field_styles(const Mirror::Entry& entry, Element& element) {
    const FieldSpec& field = *entry.node.field;
    Rect box = field.text_box; // Relative to the field.
    auto& styles = element.styles;
    if (field.kind != FieldKind::multi_line) {
        const LetterBox letters = letter_box(field.style, field.density);
        box.y += letters.top;
        box.height = letters.height;
        styles.push_back({"line-height", pixels(letters.height)});
    }
    styles.push_back({"padding-left", pixels(box.x)});
    styles.push_back({"padding-top", pixels(box.y)});
    // The browser tracks after the last letter too, the drawing does not.
    const float last_tracking = field.style.align == Align::right ? field.style.tracking : 0;
    styles.push_back({"padding-right", pixels(entry.rect.width - box.right() - last_tracking)});
    styles.push_back({"padding-bottom", pixels(entry.rect.height - box.bottom())});
    styles.push_back({"color", entry.own_text ? css_colour(field.style.colour) : "transparent"});
}

void describe_text_style(const TextStyle& style, bool is_single_line, Element& element) {
    const TextStyle usual;
    auto& styles = element.styles;
    if (style.size != usual.size) styles.push_back({"font-size", pixels(style.size)});
    if (style.line_height != usual.line_height && !is_single_line)
        styles.push_back({"line-height", pixels(style.line_height)});
    if (style.tracking != 0) styles.push_back({"letter-spacing", pixels(style.tracking)});
    if (style.weight != usual.weight)
        styles.push_back({"font-weight", std::to_string(style.weight)});
    if (style.align != usual.align) styles.push_back({"text-align", word(style.align)});
}

void describe_states(const Node& node, Element& element) {
    auto& attributes = element.attributes;
    if (node.disabled) {
        // A disabled element cannot be focused, so its reason could not be read: say it only.
        attributes.push_back({"aria-disabled", "true"});
    }
    put_flag(attributes, "aria-required", node.required);
    put_flag(attributes, "aria-invalid", node.invalid);
    put_flag(attributes, "aria-busy", node.busy);
    put_flag(attributes, "aria-modal", node.modal);
    if (node.current) attributes.push_back({"aria-current", "page"});
    put(attributes, "aria-checked", word(node.checked));
    put(attributes, "aria-pressed", word(node.pressed));
    put(attributes, "aria-selected", word(node.selected));
    put(attributes, "aria-expanded", word(node.expanded));
    put(attributes, "aria-live", word(node.live));
    put(attributes, "aria-sort", word(node.sort));
    put(attributes, "aria-haspopup", word(node.has_popup));
    if (node.controls != 0) attributes.push_back({"aria-controls", element_id(node.controls)});
    if (node.active_descendant != 0)
        attributes.push_back({"aria-activedescendant", element_id(node.active_descendant)});
    put(attributes, "aria-keyshortcuts", node.hotkeys);
    put(attributes, "aria-description", node.description);
}

void describe_positions(const Node& node, Element& element) {
    auto& attributes = element.attributes;
    put_count(attributes, "aria-rowcount", node.table.row_count);
    put_count(attributes, "aria-colcount", node.table.column_count);
    put_count(attributes, "aria-rowindex", node.table.row);
    put_count(attributes, "aria-colindex", node.table.column);
    put_count(attributes, "aria-setsize", node.table.set_size);
    put_count(attributes, "aria-posinset", node.table.set_position);
    if (node.role == Role::progress) {
        attributes.push_back({"aria-valuemin", "0"});
        attributes.push_back({"aria-valuemax", "100"});
        if (node.progress >= 0) {
            attributes.push_back({"aria-valuenow", std::to_string(node.progress)});
        }
        put(attributes, "aria-valuetext", node.value);
    }
}

void describe_focus(const Node& node, Element& element) {
    const bool focusable_itself = node.field || is_native_button(node) || node.role == Role::link;
    switch (node.focus) {
    case Focus::none:
        if (focusable_itself) element.attributes.push_back({"tabindex", "-1"});
        break;
    case Focus::reachable: element.attributes.push_back({"tabindex", "-1"}); break;
    case Focus::tab_stop:
        if (!focusable_itself) element.attributes.push_back({"tabindex", "0"});
        break;
    }
}

std::vector<Rect> without(const std::vector<Rect>& parts, const Rect& cover) {
    std::vector<Rect> left;
    for (const Rect& part : parts) {
        const Rect common = intersection(part, cover);
        if (common.is_empty()) {
            left.push_back(part);
            continue;
        }
        const Rect pieces[] = {
            {part.x, part.y, part.width, common.y - part.y},
            {part.x, common.bottom(), part.width, part.bottom() - common.bottom()},
            {part.x, common.y, common.x - part.x, common.height},
            {common.right(), common.y, part.right() - common.right(), common.height}};
        for (const Rect& piece : pieces)
            if (!piece.is_empty()) left.push_back(piece);
    }
    return left;
}

} // namespace

Element element_of(const Mirror::Entry& entry) {
    const Node& node = entry.node;
    Element element{.tag = tag_of(node), .attributes = {}, .styles = {}, .text = {}};
    auto& attributes = element.attributes;
    const bool editable_combo = node.role == Role::combo_box && node.field;
    put(attributes, "role", editable_combo ? "combobox" : rule_of(node).role);
    if (is_native_button(node)) attributes.push_back({"type", "button"});
    if (node.role == Role::dialog || node.role == Role::alert_dialog)
        attributes.push_back({"open", ""});
    const bool is_words = !node.field && node.name_is_drawn && !entry.is_container;
    if (is_words)
        element.text = node.name;
    else
        put(attributes, "aria-label", node.name);
    put(attributes, "href", node.href);
    put(attributes, "lang", node.language);
    if (node.selectable) attributes.push_back({"data-selectable", ""});
    if (entry.inert) attributes.push_back({"inert", ""});
    if (node.field) describe_field(node, element);
    describe_states(node, element);
    describe_positions(node, element);
    describe_focus(node, element);
    const bool is_single_line = node.field && node.field->kind != FieldKind::multi_line;
    describe_text_style(node.field ? node.field->style : node.style, is_single_line, element);
    if (node.field) describe_field_styles(entry, element);
    put(element.styles, "clip-path", entry.clip_path);
    return element;
}

bool has_same_shape(const Mirror::Entry& a, const Mirror::Entry& b) {
    return std::string_view(tag_of(a.node)) == tag_of(b.node) && a.is_container == b.is_container &&
           a.node.scroll.has_value() == b.node.scroll.has_value();
}

std::string element_id(NodeId id) { return "n" + std::to_string(id); }

std::string clip_path_of(const Rect& rect, const Rect& visible, const std::vector<Rect>& covers) {
    std::vector<Rect> parts{intersection(rect, visible)};
    for (const Rect& cover : covers)
        parts = without(parts, cover);
    if (parts.size() == 1 && parts[0] == rect) return {};
    std::string path;
    for (const Rect& part : parts) {
        if (part.is_empty()) continue;
        path += "M" + number(part.x - rect.x) + " " + number(part.y - rect.y) + "H" +
                number(part.right() - rect.x) + "V" + number(part.bottom() - rect.y) + "H" +
                number(part.x - rect.x) + "Z";
    }
    return path.empty() ? "inset(100%)" : "path(\"" + path + "\")";
}

} // namespace ui
