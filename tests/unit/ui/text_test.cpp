// Measuring, cutting and breaking of the interface's text.
#include "unit/ui/kit_window.h"

#include <doctest/doctest.h>

#include <array>

namespace {

struct Cut {
    const char* name;
    const char* text;
    float width; // Of the room, as a share of the text's own width.
    bool is_cut;
};

} // namespace

TEST_CASE("text: every digit of an amount is as wide as any other") {
    KitWindow window;
    REQUIRE(window.loaded);
    window.frame([&](ui::Frame& frame) {
        for (const ui::Weight weight :
             {ui::Weight::regular, ui::Weight::medium, ui::Weight::semibold}) {
            const ui::Font font = ui::font(ui::Type::small, weight);
            const float zero = frame.paint().width("0", font);
            for (const char* digit : {"1", "2", "3", "4", "5", "6", "7", "8", "9"})
                CHECK(frame.paint().width(digit, font) == doctest::Approx(zero));
            CHECK(frame.paint().width("1,111.11", font) ==
                  doctest::Approx(frame.paint().width("8,888.88", font)));
        }
    });
}

TEST_CASE("text: a name is cut with an ellipsis only when it does not fit") {
    KitWindow window;
    constexpr std::array<Cut, 4> rows{{{"just fits", "Eoin & Marie Gallagher", 1.0F, false},
                                       {"half the room", "Eoin & Marie Gallagher", 0.5F, true},
                                       {"no room", "Priya Raman", 0.0F, true},
                                       {"nothing", "", 1.0F, false}}};
    window.frame([&](ui::Frame& frame) {
        ui::Fonts& fonts = frame.paint().fonts();
        const ui::Font font = ui::font(ui::Type::small);
        for (const Cut& row : rows) {
            CAPTURE(row.name);
            const float room = fonts.width(row.text, font) * row.width;
            const std::string shown = fonts.shortened(row.text, font, room);
            CHECK(shown.ends_with("\u2026") == row.is_cut);
            if (row.is_cut && row.width > 0) CHECK(fonts.width(shown, font) <= room);
            if (!row.is_cut) CHECK(shown == row.text);
        }
    });
}

TEST_CASE("text: a paragraph breaks at spaces and loses no letter") {
    KitWindow window;
    const std::string text =
        "Name a client, add a line, finalize.\nYour numbers start at INV-0001. "
        "Donaudampfschifffahrtsgesellschaft";
    window.frame([&](ui::Frame& frame) {
        ui::Fonts& fonts = frame.paint().fonts();
        const ui::Font font = ui::font(ui::Type::body);
        for (const float width : {40.0F, 120.0F, 260.0F, 2000.0F}) {
            CAPTURE(width);
            std::string joined;
            for (const std::string_view line : fonts.lines(text, font, width)) {
                CHECK(fonts.width(line, font) <= width);
                joined += line;
            }
            std::string wanted;
            for (const char letter : text)
                if (letter != ' ' && letter != '\n') wanted += letter;
            std::string kept;
            for (const char letter : joined)
                if (letter != ' ') kept += letter;
            CHECK(kept == wanted);
        }
    });
}

TEST_CASE("text: broken UTF-8 gives replacement characters and always moves on") {
    for (const std::string_view bytes :
         {"\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xFF\xFE", "\xC0\x80", "a\x80z", "\xE2(\xA1"}) {
        std::size_t at = 0;
        std::size_t steps = 0;
        while (at < bytes.size()) {
            (void)ui::next_code_point(bytes, at);
            REQUIRE(++steps <= bytes.size());
        }
        CHECK(at == bytes.size());
    }
    std::size_t at = 0;
    CHECK(ui::next_code_point("\u017b", at) == 0x17B);
    CHECK(at == 2);
}

TEST_CASE("text: no letter of the names of Latin, Greek and Cyrillic clients is missing") {
    KitWindow window;
    window.frame([](ui::Frame& frame) {
        for (const char* name : {"\u017baneta W\u00f3jcik", "Luk\u00e1\u0161 Dvo\u0159\u00e1k",
                                 "Nguy\u1ec5n Th\u1ecb Lan", "Siobh\u00e1n \u00d3 Briain",
                                 "\u0393\u03b9\u03ce\u03c1\u03b3\u03bf\u03c2", "Mehmet Y\u0131lmaz",
                                 "\u041e\u043a\u0441\u0430\u043d\u0430", "\u2212\u20ac170.00"})
            frame.paint().text({20, 20}, name, ui::font(ui::Type::small),
                               frame.color(ui::Color::text));
    });
    CHECK(window.picture.fonts().missing_glyphs() == 0);
}
