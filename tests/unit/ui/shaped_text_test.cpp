// Names in any script: measured, cut, broken into lines and drawn.
#include "ui/shaped_text.h"

#include "folders.h"
#include "unit/ui/kit_window.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <array>
#include <set>
#include <span>

namespace {

// Faces out of the build's folder; they come one request after they were asked for.
class FolderAssets final : public platform::Assets {
  public:
    State request(std::string_view name) override {
        if (is_offline) return State::unreachable;
        return asked.insert(std::string(name)).second ? State::fetching : State::here;
    }
    std::vector<std::byte> take(std::string_view name) override {
        std::ifstream file(folders::in_build(name), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        const auto* const bytes = reinterpret_cast<const std::byte*>(text.data());
        return {bytes, bytes + text.size()};
    }

    bool is_offline = false;
    std::set<std::string> asked;
};

struct ShapingWindow : KitWindow {
    ShapingWindow()
        : typesetter(assets), glyphs(picture.atlas(), typesetter.fonts()),
          shaped(picture.fonts(), glyphs, typesetter) {
        picture.fonts().shape_with(shaped);
    }

    // Asks for the faces of these texts and waits for them.
    void fetch(std::span<const char* const> texts) {
        for (int round = 0; round < 2; ++round)
            frame([&](ui::Frame& frame) {
                for (const char* text : texts)
                    (void)frame.paint().width(text, font);
            });
    }

    ui::Font font = ui::font(ui::Type::small);
    FolderAssets assets;
    app::Typesetter typesetter;
    ui::GlyphAtlas glyphs;
    ui::ShapedText shaped;
};

constexpr std::array names{"יעל כהן",   "ليلى حداد",  "山田 花子",  "ヤマダ",
                           "สมชาย ใจดี", "प्रिया शर्मा", "Jose\u0301", "\u01e6\u00f6k\u00e7e"};

std::size_t vertices(ShapingWindow& window, std::string_view text, const ui::Font& font) {
    std::size_t count = 0;
    window.frame([&](ui::Frame& frame) {
        ImDrawList& list = *ImGui::GetBackgroundDrawList();
        const int before = list.VtxBuffer.Size;
        frame.paint().text({20, 20}, text, font, frame.color(ui::Color::text));
        count = static_cast<std::size_t>(list.VtxBuffer.Size - before);
    });
    return count;
}

} // namespace

TEST_CASE("shaped text: plain Latin, Greek and Cyrillic names never come here") {
    ShapingWindow window;
    window.frame([&](ui::Frame& frame) {
        for (const char* name : {"Siobhán Ó Briain", "Żaneta Wójcik", "Nguyễn Thị Lan", "Γιώργος",
                                 "Оксана", "−€170.00 · 12 Dec", "Luk… → ‘x’"})
            CHECK(frame.paint().fonts().shaped(name, window.font) == nullptr);
        for (const char* name : names)
            CHECK(frame.paint().fonts().shaped(name, window.font) != nullptr);
    });
    CHECK(window.assets.asked.empty());
}

TEST_CASE("shaped text: names of every script we have faces for leave no box") {
    ShapingWindow window;
    window.fetch(names);
    for (const char* name : names) {
        CAPTURE(std::string(name));
        CHECK(vertices(window, name, window.font) >= 3 * 4);
    }
    CHECK(window.picture.fonts().missing_glyphs() == 0);
}

TEST_CASE("shaped text: a letter that no face has is a box and is counted") {
    ShapingWindow window;
    constexpr std::array korean{"김민준"};
    window.fetch(korean);
    (void)vertices(window, korean[0], window.font);
    CHECK(window.picture.fonts().missing_glyphs() == 3);
}

TEST_CASE("shaped text: until its face is here a text keeps a place, then it has its own width") {
    ShapingWindow window;
    float waiting = 0;
    window.frame([&](ui::Frame& frame) {
        waiting = frame.paint().width("山田 花子", window.font);
        frame.paint().text({20, 20}, "山田 花子", window.font, frame.color(ui::Color::text));
    });
    CHECK(waiting > 40);
    CHECK(window.picture.fonts().missing_glyphs() == 0);
    window.frame([&](ui::Frame& frame) {
        const float width = frame.paint().width("山田 花子", window.font);
        CHECK(width == doctest::Approx(4 * 13 + 3.6).epsilon(0.05));
    });
}

TEST_CASE("shaped text: without a network there are boxes, until there is one") {
    ShapingWindow window;
    window.assets.is_offline = true;
    (void)vertices(window, "יעל כהן", window.font);
    CHECK(window.picture.fonts().missing_glyphs() == 6);
    window.assets.is_offline = false;
    constexpr std::array name{"יעל כהן"};
    window.fetch(name);
    (void)vertices(window, name[0], window.font);
    CHECK(window.picture.fonts().missing_glyphs() == 6);
}

TEST_CASE("shaped text: a name is cut at its logical end and fits") {
    ShapingWindow window;
    window.fetch(names);
    window.frame([&](ui::Frame& frame) {
        ui::Fonts& fonts = frame.paint().fonts();
        for (const char* name : names) {
            const float whole = fonts.width(name, window.font);
            CHECK(fonts.shortened(name, window.font, whole) == name);
            for (const float share : {0.0F, 0.3F, 0.6F, 0.9F}) {
                CAPTURE(std::string(name));
                CAPTURE(share);
                const std::string shown = fonts.shortened(name, window.font, whole * share);
                REQUIRE(shown.ends_with("\u2026"));
                const std::string_view kept(shown.data(), shown.size() - 3);
                CHECK(std::string_view(name).starts_with(kept));
                if (!kept.empty()) CHECK(fonts.width(shown, window.font) <= whole * share);
            }
            CHECK(fonts.fitting(name, window.font, whole + 1) == std::string_view(name).size());
            CHECK(fonts.fitting(name, window.font, 0) == 0);
        }
    });
}

TEST_CASE("shaped text: a Hebrew name does not turn the sentence around it") {
    ShapingWindow window;
    window.fetch(names);
    window.frame([&](ui::Frame& frame) {
        ui::Fonts& fonts = frame.paint().fonts();
        const auto width = [&](const char* text) { return fonts.width(text, window.font); };
        // Each part is set by itself, so widths add up: "12" is not drawn into the name.
        CHECK(width("יעל כהן 12 sessions") ==
              doctest::Approx(width("יעל כהן") + width(" 12 sessions")).epsilon(0.001));
        CHECK(width("For יעל כהן") ==
              doctest::Approx(width("For ") + width("יעל כהן")).epsilon(0.001));
        CHECK(width("יעל כהן · €120.00") ==
              doctest::Approx(width("יעל כהן") + width(" · €120.00")).epsilon(0.001));
    });
}

TEST_CASE("shaped text: a paragraph breaks where its script allows and loses no letter") {
    ShapingWindow window;
    window.fetch(names);
    const std::string text = "山田花子様への請求書です。\nPaid by יעל כהן on 12 Dec, with thanks";
    window.frame([&](ui::Frame& frame) {
        ui::Fonts& fonts = frame.paint().fonts();
        for (const float width : {40.0F, 90.0F, 400.0F}) {
            CAPTURE(width);
            std::string joined;
            for (const std::string_view line : fonts.lines(text, window.font, width)) {
                CHECK(fonts.width(line, window.font) <= width + 0.5F);
                joined += line;
            }
            const auto without_spaces = [](std::string words) {
                std::erase_if(words, [](char letter) { return letter == ' ' || letter == '\n'; });
                return words;
            };
            CHECK(without_spaces(joined) == without_spaces(text));
        }
        CHECK(fonts.lines(text, window.font, 400).size() == 2);
    });
}

TEST_CASE("shaped text: Latin beside a name is as heavy and wide as the interface's own") {
    ShapingWindow window;
    window.fetch(names);
    window.frame([&](ui::Frame& frame) {
        for (const ui::Weight weight :
             {ui::Weight::regular, ui::Weight::medium, ui::Weight::semibold}) {
            const ui::Font font = ui::font(ui::Type::small, weight);
            (void)frame.paint().width("Jose\u0301", font);
        }
    });
    window.frame([&](ui::Frame& frame) {
        for (const ui::Weight weight :
             {ui::Weight::regular, ui::Weight::medium, ui::Weight::semibold}) {
            const ui::Font font = ui::font(ui::Type::small, weight);
            CHECK(frame.paint().width("Jose\u0301", font) ==
                  doctest::Approx(frame.paint().width("José", font)).epsilon(0.01));
        }
    });
}
