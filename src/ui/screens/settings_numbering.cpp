// Settings, Numbering: the pattern with its example, the next number, the series of all devices.
#include "ui/screens/form_grid.h"
#include "ui/screens/numbering_form.h"
#include "ui/screens/settings_part.h"

#include "app/app.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/label.h"

#include <array>

namespace ui {

namespace {

class NumberingPart final : public SettingsPart {
  public:
    explicit NumberingPart(Desk& desk) : desk_(desk), local_(local_of(desk.app)), form_(desk.app) {}

    void read(const app::PracticeSettings& settings) override {
        local_ = local_of(desk_.app);
        form_.read(settings);
    }
    [[nodiscard]] bool is_changed() const override { return form_.is_changed(); }
    void save() override {
        const std::string example = form_.example();
        if (form_.save()) desk_.notices.say("The next invoice will be " + example);
    }
    void discard() override { form_.discard(); }

    float draw(Frame& frame, const Rect& slot) override;

  private:
    void draw_pattern(Frame& frame, FormGrid& grid);
    float draw_next(Frame& frame, const Rect& slot);
    float draw_series(Frame& frame, const Rect& slot);
    void draw_move(Frame& frame);

    Desk& desk_;
    Local local_;
    NumberingForm form_;
};

float NumberingPart::draw(Frame& frame, const Rect& slot) {
    FormGrid grid(frame, slot, form_.errors());
    draw_pattern(frame, grid);
    grid.group("Next number");
    grid.advance(draw_next(frame, grid.slot()));
    grid.group("Series", "Each device counts by itself, so that two without a network never give "
                         "the same number.");
    grid.advance(draw_series(frame, grid.slot()));
    const float height = grid.finish();
    if (grid.was_submitted() && is_changed()) save();
    if (form_.move()) draw_move(frame);
    return height;
}

void NumberingPart::draw_pattern(Frame& frame, FormGrid& grid) {
    grid.group("Invoice numbers", "Text with marks. Numbers given already keep their text.");
    form_.judge();
    const std::string example = form_.example();
    const std::string help = example.empty() ? std::string() : "The next invoice: " + example;
    grid.text("pattern", form_.pattern(), {.label = "Pattern", .help = help});
    const Rect slot = grid.slot();
    struct Mark {
        std::string_view mark;
        std::string_view words;
    };
    constexpr std::array<Mark, 5> marks{{{"{N:4}", "the counter, of four digits at least"},
                                         {"{S}", "the letter of the device's series"},
                                         {"{Y}", "the year, 2026"},
                                         {"{y}", "the year, 26"},
                                         {"{M}", "the month, 11"}}};
    float y = slot.y;
    for (const Mark& mark : marks) {
        label(frame, {slot.x, y, 64, 24}, {.text = mark.mark, .weight = Weight::medium});
        label(frame, {slot.x + 64, y, slot.width - 64, 24},
              {.text = mark.words, .color = Color::muted});
        y += 24;
    }
    y += 4;
    y += paragraph(frame, {slot.x, y, slot.width, 0},
                   {.text = form_.restarts_yearly()
                                ? "The year is in the pattern: the counter starts again each year."
                                : "Without the year the counter goes on for good.",
                    .color = Color::muted});
    grid.advance(y - slot.y);
}

float NumberingPart::draw_next(Frame& frame, const Rect& slot) {
    float y = slot.y;
    for (const app::SeriesView& view : form_.series()) {
        if (!view.is_own || view.series.kind != domain::DocumentKind::invoice) continue;
        const Scope scope(frame, base::to_text(view.series.id));
        Rect line{slot.x, y, slot.width, button_height(frame)};
        if (button_from_right(frame, line, {.label = "Move forward"})) form_.begin_move();
        label(frame, line,
              {.text = view.next_number, .type = Type::body, .weight = Weight::medium});
        y += line.height;
    }
    return y - slot.y;
}

float NumberingPart::draw_series(Frame& frame, const Rect& slot) {
    float y = slot.y;
    constexpr float row = 56;
    for (const app::SeriesView& view : form_.series()) {
        const Scope scope(frame, base::to_text(view.series.id));
        if (y > slot.y) divider(frame, slot.x, slot.right(), y);
        const Rect line = Rect{slot.x, y, slot.width, row}.inset(16, 0);
        const domain::Series& series = view.series;
        const std::string name =
            series.letter.empty() ? std::string("Without a letter") : "Series " + series.letter;
        const std::string next = series.is_closed ? "Closed" : "Next " + view.next_number;
        const std::string last = series.last_issue_date
                                     ? "Last given on " + local_.brief(*series.last_issue_date)
                                     : std::string("None given yet");
        label(frame, {line.x, line.y, line.width, row},
              {.text = next, .align = HorizontalAlign::end});
        const float width = label(frame, {line.x, line.y + 8, line.width, 20},
                                  {.text = name, .weight = Weight::medium});
        if (view.is_own)
            badge(frame, {line.x + width + 8, line.y + 6, 0, 24}, {.text = "This device"});
        label(frame, {line.x, line.y + 28, line.width, 20}, {.text = last, .color = Color::muted});
        y += row;
    }
    card_outline(frame, {slot.x, slot.y, slot.width, y - slot.y});
    return y - slot.y;
}

void NumberingPart::draw_move(Frame& frame) {
    NumberingForm::Move& move = *form_.move();
    Dialog dialog(frame, {.title = "Move the next number forward",
                          .lead = "Numbers in between are never given; they are listed with your "
                                  "reason. This can't be undone."});
    FormGrid grid(frame, dialog.body(), move.errors);
    const std::string example = form_.moved_example();
    const std::string help = example.empty() ? std::string() : "The next invoice: " + example;
    grid.text(
        "next_counter", move.number,
        {.label = "Next number", .help = help, .keyboard = Keyboard::numeric, .is_required = true});
    grid.text("reason", move.reason,
              {.label = "Reason",
               .help = "Kept in the history.",
               .capitals = Capitals::sentences,
               .is_required = true},
              Span::whole);
    dialog.set_body_height(grid.finish());
    bool moves = grid.was_submitted();
    Rect foot = dialog.foot();
    moves |= button_from_right(frame, foot, {.label = "Move forward", .kind = ButtonKind::primary});
    const bool keeps = button_from_right(frame, foot, {.label = "Keep as it is"});
    if (moves) {
        if (form_.save_move()) desk_.notices.say("The next invoice will be " + example);
    } else if (keeps || dialog.is_dismissed()) {
        form_.move().reset();
    }
}

} // namespace

std::unique_ptr<SettingsPart> make_numbering_part(Desk& desk, const app::PracticeSettings&) {
    return std::make_unique<NumberingPart>(desk);
}

} // namespace ui
