// The constants of ui/theme.h against the designer's file, and the contrast that they promise.
#include "folders.h"
#include "ui/theme.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <string>

namespace {

nlohmann::json tokens() {
    std::ifstream file(folders::in_checkout("assets/tokens.json"));
    return nlohmann::json::parse(file, nullptr, false);
}

constexpr std::array<ui::Appearance, 3> appearances{ui::Appearance::light, ui::Appearance::dark,
                                                    ui::Appearance::high_contrast};
constexpr std::array<const char*, 3> appearance_names{"light", "dark", "high_contrast"};

ui::Rgba parsed(const std::string& hex) {
    const auto value = std::stoull(hex.substr(1), nullptr, 16);
    return static_cast<ui::Rgba>(hex.size() == 9 ? value : (value << 8U | 0xFFU));
}

ui::Color color_of(const std::string& name) {
    for (int index = 0; index < ui::color_count; ++index)
        if (ui::color_name(static_cast<ui::Color>(index)) == name)
            return static_cast<ui::Color>(index);
    FAIL("no colour named " << name);
    return ui::Color::bg;
}

// WCAG 2.2, "relative luminance": https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
double luminance(ui::Rgba color) {
    const auto channel = [color](unsigned shift) {
        const double value = static_cast<double>((color >> shift) & 0xFFU) / 255;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(24) + 0.7152 * channel(16) + 0.0722 * channel(8);
}

double contrast(ui::Rgba a, ui::Rgba b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

TEST_CASE("theme: every colour is the designer's, in light, dark and high contrast") {
    const auto file = tokens();
    REQUIRE(file["color"].size() == ui::color_count);
    for (const auto& [name, row] : file["color"].items()) {
        CAPTURE(name);
        const ui::Color color = color_of(name);
        for (std::size_t index = 0; index < appearances.size(); ++index)
            CHECK(ui::color_value(color, appearances[index]) ==
                  parsed(row[appearance_names[index]].get<std::string>()));
    }
}

TEST_CASE("theme: every promised pair of colours keeps its contrast") {
    for (const auto& pair : tokens()["contrast"]["pairs"]) {
        const auto foreground = pair["foreground"].get<std::string>();
        const auto background = pair["background"].get<std::string>();
        CAPTURE(foreground);
        CAPTURE(background);
        for (std::size_t index = 0; index < appearances.size(); ++index) {
            CAPTURE(appearance_names[index]);
            const double measured =
                contrast(ui::color_value(color_of(foreground), appearances[index]),
                         ui::color_value(color_of(background), appearances[index]));
            CHECK(measured >= pair["minimum"][appearance_names[index]].get<double>());
            // The designer's figures have two decimals.
            CHECK(std::abs(measured - pair[appearance_names[index]].get<double>()) < 0.06);
        }
    }
}

TEST_CASE("theme: type, measures, radii and motion are the designer's") {
    const auto file = tokens();
    const std::map<std::string, ui::Type> types{
        {"small", ui::Type::small},
        {"body", ui::Type::body},
        {"heading", ui::Type::heading},
        {"title", ui::Type::title},
        {"display", ui::Type::display},
        {"touch_field", ui::Type::touch_field},
        {"touch_amount", ui::Type::touch_amount},
    };
    REQUIRE(file["type"]["scale"].size() == types.size());
    for (const auto& [name, type] : types) {
        CAPTURE(name);
        const auto& row = file["type"]["scale"][name];
        const ui::TypeMeasure measure = ui::type_measure(type);
        CHECK(measure.size == row["size"].get<float>());
        CHECK(measure.line == row["line"].get<float>());
        CHECK(measure.tracking == row["tracking"].get<float>());
    }

    const auto check_measures = [&file](const char* name, const ui::Measures& measure) {
        CAPTURE(name);
        const auto& row = file["density"][name];
        CHECK(measure.row == row["row"].get<float>());
        CHECK(measure.row_line_item == row["row_line_item"].get<float>());
        CHECK(measure.table_head == row["table_head"].get<float>());
        CHECK(measure.totals_row == row["totals_row"].get<float>());
        CHECK(measure.button == row["button"].get<float>());
        CHECK(measure.button_small == row["button_small"].get<float>());
        CHECK(measure.button_large == row["button_large"].get<float>());
        CHECK(measure.field == row["field"].get<float>());
        CHECK(measure.segmented == row["segmented"].get<float>());
        CHECK(measure.tab == row["tab"].get<float>());
        CHECK(measure.nav_item == row["nav_item"].get<float>());
        CHECK(measure.menu_item == row["menu_item"].get<float>());
        CHECK(measure.checkbox == row["checkbox"].get<float>());
    };
    check_measures("mouse", ui::measures(ui::Density::mouse));
    check_measures("touch", ui::measures(ui::Density::touch));

    CHECK(ui::radius::card == file["radius"]["card"].get<float>());
    CHECK(ui::radius::dialog == file["radius"]["dialog"].get<float>());
    CHECK(ui::radius::control == file["radius"]["control"].get<float>());
    CHECK(ui::radius::badge == file["radius"]["badge"].get<float>());
    CHECK(ui::frame_size::rail == file["layout"]["rail"].get<float>());
    CHECK(ui::frame_size::header == file["layout"]["header"].get<float>());
    CHECK(ui::frame_size::rail_collapses_below ==
          file["layout"]["rail_collapses_below"].get<float>());
    CHECK(ui::motion::hover_ms == file["motion"]["hover"].get<int>());
    CHECK(ui::motion::dialog_ms == file["motion"]["dialog"].get<int>());
    CHECK(ui::motion::sheet_ms == file["motion"]["sheet"].get<int>());
    CHECK(ui::motion::toast_stay_ms == file["motion"]["toast_stay"].get<int>());
    CHECK(ui::motion::tooltip_after_ms == file["motion"]["tooltip_after"].get<int>());
}

TEST_CASE("theme: the shadows are the designer's, and high contrast has none") {
    const auto file = tokens()["shadow"];
    const std::map<std::string, ui::Shadow> shadows{
        {"sm", ui::Shadow::small}, {"md", ui::Shadow::medium}, {"lg", ui::Shadow::large}};
    for (const auto& [name, shadow] : shadows) {
        CAPTURE(name);
        for (const char* appearance : {"light", "dark"}) {
            const ui::ShadowMeasure measure = ui::shadow_measure(
                shadow,
                std::string(appearance) == "light" ? ui::Appearance::light : ui::Appearance::dark);
            CHECK(measure.y == file[name]["y"].get<float>());
            CHECK(measure.blur == file[name]["blur"].get<float>());
            CHECK(measure.color == parsed(file[name][appearance].get<std::string>()));
        }
        CHECK(ui::shadow_measure(shadow, ui::Appearance::high_contrast).color == 0);
    }
}

TEST_CASE("theme: movement starts at 0, ends at 1, never goes back, and is off when reduced") {
    float before = 0;
    for (int elapsed = 0; elapsed <= 180; elapsed += 3) {
        const float now = ui::eased(elapsed, 180);
        CHECK(now >= before);
        before = now;
    }
    CHECK(before == 1.0F);
    CHECK(ui::eased(0, 0) == 1.0F);
    CHECK(ui::Theme{.motion = ui::Motion::reduced}.duration(ui::motion::sheet_ms) == 0);
}
