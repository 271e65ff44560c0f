// Settings, Appearance: how documents look, with one beside the form that looks so at once.
#include "ui/screens/appearance_form.h"
#include "ui/screens/form_grid.h"
#include "ui/screens/settings_part.h"

#include "app/app.h"
#include "app/messages.h"
#include "ui/widgets/button.h"
#include "ui/widgets/document_preview.h"
#include "ui/widgets/label.h"

#include <array>

namespace ui {

namespace {

// Dark enough for white paper: each has at least 7:1 on it.
constexpr std::array<std::int32_t, 6> inks{0x1f2328, 0x1f3a5f, 0x14524a,
                                           0x6b1f3a, 0x4a2c6b, 0x5c3a12};
constexpr std::array<std::string_view, 6> ink_names{"Graphite", "Navy",   "Pine",
                                                    "Wine",     "Violet", "Umber"};
constexpr float form_width = 360;

class AppearancePart final : public SettingsPart {
  public:
    AppearancePart(Desk& desk, const app::PracticeSettings& settings)
        : desk_(desk), form_(desk.app, settings), preview_(desk) {}

    void read(const app::PracticeSettings& settings) override {
        form_.read(settings);
        is_set_ = false;
    }
    [[nodiscard]] bool is_changed() const override { return form_.is_changed(); }
    [[nodiscard]] bool is_wide() const override { return true; }
    void save() override {
        for (const base::Uuid& id : form_.save())
            desk_.notices.done("Appearance saved", id);
    }
    void discard() override {
        form_.discard();
        is_set_ = false;
    }
    float draw(Frame& frame, const Rect& slot) override;

  private:
    float draw_form(Frame& frame, const Rect& slot);
    float draw_inks(Frame& frame, const Rect& slot);
    void set_preview();

    Desk& desk_;
    AppearanceForm form_;
    DocumentPreview preview_;
    bool is_set_ = false; // The preview shows what stands in the form.
    std::string problem_;
};

float AppearancePart::draw(Frame& frame, const Rect& slot) {
    if (!is_set_ || preview_.is_stale()) set_preview();
    // Beside each other where both fit, else the preview under the form.
    const bool is_beside = slot.width >= 2 * form_width + 2 * frame.gutter();
    Rect rest = slot;
    if (is_beside) {
        const Rect left = take_left(rest, form_width + 2 * frame.gutter());
        frame.paint().fill(rest, frame.color(Color::bg));
        if (problem_.empty())
            preview_.draw(frame, rest, "Sample invoice");
        else
            paragraph(frame, rest.inset(24, 24), {.text = problem_, .color = Color::muted});
        ScrollArea area(frame, "form", left, "Appearance");
        Rect content = area.content().inset(frame.gutter(), 0);
        content.y += 24;
        area.set_content_height(draw_form(frame, content) + 48);
        return slot.height;
    }
    ScrollArea area(frame, "form", slot, "Appearance");
    Rect content = area.content().inset(frame.gutter(), 0);
    const float top = content.y;
    content.y += 16;
    content.y += draw_form(frame, content) + 24;
    const Rect paper{slot.x, content.y, slot.width, slot.width * 1.45F};
    frame.paint().fill(paper, frame.color(Color::bg));
    if (problem_.empty()) preview_.draw(frame, paper, "Sample invoice");
    area.set_content_height(paper.bottom() - top);
    return slot.height;
}

float AppearancePart::draw_form(Frame& frame, const Rect& slot) {
    store::Appearance& appearance = form_.appearance();
    const store::Appearance before = appearance;
    const domain::Paper paper_before = form_.paper();
    FormGrid grid(frame, slot, form_.errors());
    grid.group("Ink", "Of the title, the total and the lines on the paper.");
    grid.advance(draw_inks(frame, grid.slot()));
    grid.group("On invoices");
    bool shows_practitioner = !appearance.hides_practitioner;
    if (grid.tick(shows_practitioner, "Practitioner"))
        appearance.hides_practitioner = !shows_practitioner;
    grid.tick(appearance.shows_location, "Location");
    bool shows_dates = !appearance.hides_line_dates;
    if (grid.tick(shows_dates, "Date of each line", "Some countries ask for it."))
        appearance.hides_line_dates = !shows_dates;
    constexpr std::array<Option, 2> papers{{{"A4"}, {"US Letter"}}};
    auto paper = static_cast<int>(form_.paper());
    grid.group("Paper");
    if (grid.choice("paper", paper, {.label = "Size", .options = papers}))
        form_.paper() = static_cast<domain::Paper>(paper);
    const float height = grid.finish();
    if (!(appearance == before) || form_.paper() != paper_before) is_set_ = false;
    if (grid.was_submitted() && is_changed()) save();
    return height;
}

float AppearancePart::draw_inks(Frame& frame, const Rect& slot) {
    const Group group(frame, {.id = frame.id("inks"),
                              .role = Role::radio_group,
                              .name = "Ink",
                              .rect = {slot.x, slot.y, slot.width, 36},
                              .name_is_drawn = false});
    const float size = frame.theme().is_touch() ? space::target_min : 36;
    for (std::size_t at = 0; at < inks.size(); ++at) {
        const Rect box{slot.x + static_cast<float>(at) * (size + 8), slot.y, size, size};
        const bool is_on = form_.appearance().accent_rgb == inks[at];
        const Press press = frame.press({.id = frame.id(ink_names[at]),
                                         .role = Role::radio,
                                         .name = std::string(ink_names[at]),
                                         .rect = box,
                                         .name_is_drawn = false,
                                         .checked = is_on ? Choice::on : Choice::off,
                                         .focus = Focus::tab_stop});
        if (press.clicked) form_.appearance().accent_rgb = inks[at];
        const Rgba ink = static_cast<Rgba>(inks[at]) << 8 | 0xFF;
        frame.paint().box(box.inset(4), {.fill = ink,
                                         .border = frame.color(Color::border_strong),
                                         .border_width = 1,
                                         .radius = radius::control});
        if (is_on) {
            frame.paint().ring(box.inset(4), 2, 2, radius::control, frame.color(Color::accent));
            frame.paint().icon(Icon::check, {box.center_x(), box.center_y()}, 16, 0xFFFFFFFF);
        }
        if (press.ring) focus_ring(frame, box, radius::control);
    }
    return size;
}

void AppearancePart::set_preview() {
    is_set_ = true;
    problem_.clear();
    const auto page = form_.sample();
    if (!page) {
        problem_ = app::message(page.error());
        return;
    }
    const auto document = app::invoice_document(*page);
    if (!document) {
        problem_ = app::message(document.error());
        return;
    }
    auto set = desk_.typesetter.set(*document);
    if (set)
        preview_.set(*std::move(set));
    else
        problem_ = app::message(set.error());
}

} // namespace

std::unique_ptr<SettingsPart> make_appearance_part(Desk& desk,
                                                   const app::PracticeSettings& settings) {
    return std::make_unique<AppearancePart>(desk, settings);
}

} // namespace ui
