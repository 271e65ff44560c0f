#include "ui/screens/restored_screen.h"

#include "ui/screens/restored_model.h"
#include "ui/shell_frame.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"

#include <algorithm>

namespace ui {

namespace {

class RestoredScreen final : public Panel {
  public:
    explicit RestoredScreen(Desk& desk) : desk_(desk), model_(desk.app) {}

    [[nodiscard]] std::string title() const override { return "Restored"; }

    void draw(Frame& frame, const Rect& sheet) override {
        model_.read();
        Rect rest = sheet;
        sheet_header(frame, rest, {.title = "The copy is restored"});
        ScrollArea area(frame, "restored", rest, {});
        const Rect content = area.content();
        Stack form({content.x + frame.gutter(), content.y + 8,
                    std::min(480.0F, content.width - 2 * frame.gutter()), content.height},
                   space::field_gap);
        const std::string what = model_.practice() + " is back as the copy had it.";
        form.advance(paragraph(frame, form.slot(), {.text = what, .type = Type::body}));
        const std::string numbers =
            "This device now counts in a series of its own, so that no number is given twice. Its "
            "next invoice is " +
            model_.next_number() + ".";
        form.advance(paragraph(frame, form.slot(), {.text = numbers, .color = Color::muted}));
        bool goes_on = draw_question(frame, form);
        Rect row = form.next(button_height(frame));
        goes_on |= button_from_left(
            frame, row,
            {.label = model_.last_number().empty() ? "Go to Today" : "Confirm the number",
             .kind = ButtonKind::primary});
        if (goes_on && model_.confirm()) desk_.routes.go("#/today");
        area.set_content_height(8 + form.used() + 40);
    }

  private:
    // True when Enter was pressed.
    bool draw_question(Frame& frame, Stack& form) {
        if (model_.last_number().empty()) return false;
        const std::string help = "The last one in the copy is " + model_.last_number() +
                                 ". If you gave more after the copy was made, write the last of "
                                 "them: they are listed as given.";
        const FieldResult field = text_field(frame, form.slot(), model_.confirmed_number,
                                             {.label = "Last invoice number you gave before",
                                              .help = help,
                                              .error = model_.errors().at("last_number"),
                                              .enter_key = EnterKey::go});
        form.advance(field.height);
        if (field.changed) model_.errors().clear("last_number");
        return field.submitted;
    }

    Desk& desk_;
    RestoredModel model_;
};

} // namespace

std::unique_ptr<Panel> make_restored(Desk& desk, std::string_view) {
    return std::make_unique<RestoredScreen>(desk);
}

} // namespace ui
