#include "documents/line_break.h"

#include "base/text.h"

namespace documents {

namespace {

bool is_space(char32_t code) { return code == ' ' || code == '\t' || code == 0x3000; }

bool breaks_after(char32_t code) {
    return code == '-' || code == '/' || code == 0x2010 || code == 0x2013 || code == 0x2014 ||
           code == 0xAD || code == 0x200B;
}

bool is_ideograph(char32_t code) {
    return (code >= 0x3040 && code <= 0x30FF) || (code >= 0x3400 && code <= 0x9FFF) ||
           (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0x20000 && code <= 0x3FFFF);
}

// Japanese line composition: these do not begin a line.
bool must_follow(char32_t code) {
    constexpr std::u32string_view marks =
        U"、。，．・：；？！）」』】〕〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.;:!?)]}”’»";
    return marks.contains(code);
}

bool must_precede(char32_t code) {
    constexpr std::u32string_view marks = U"（「『【〔〈《([{“‘«";
    return marks.contains(code);
}

bool is_digit(char32_t code) { return code >= '0' && code <= '9'; }

// UAX 14, LB25: dates, numbers and references stay whole, "2006/112", "INV-0148".
bool joins_number(char32_t before, char32_t after) {
    return (before == '/' || before == '-') && is_digit(after);
}

bool may_break_between(char32_t before, char32_t after) {
    if (joins_number(before, after)) return false;
    if (is_space(after) || must_follow(after) || must_precede(before)) return false;
    return is_space(before) || breaks_after(before) || is_ideograph(before) || is_ideograph(after);
}

} // namespace

LineEnd line_end(std::string_view text, const std::vector<Length>& widths, std::size_t first,
                 Length width) {
    Length used = 0;
    std::size_t visible = first; // Behind the last letter that is not white space.
    LineEnd best;
    LineEnd anywhere; // The last place between clusters where it still fitted.
    char32_t before = 0;
    for (std::size_t at = first; at < text.size();) {
        const std::size_t here = at;
        const char32_t code = base::next_code_point(text, at);
        if (here != first && may_break_between(before, code)) best = {visible, here};
        if (here != first && widths[here] > 0) anywhere = {visible, here};
        used += widths[here];
        if (!is_space(code)) {
            if (used > width && here != first) {
                if (best.next > first) return best;
                if (anywhere.next > first) return anywhere;
            }
            visible = at;
        }
        before = code;
    }
    return {visible, text.size()};
}

} // namespace documents
