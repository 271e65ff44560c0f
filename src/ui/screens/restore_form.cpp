#include "ui/screens/restore_form.h"

#include "app/app.h"
#include "platform/ports/files.h"
#include "ui/screens/local.h"
#include "ui/screens/passphrase_group.h"
#include "ui/screens/size_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"

#include <utility>

namespace ui {

namespace {

constexpr std::uint32_t copy_request = 0x5e700002;

} // namespace

void RestoreForm::draw(Frame& frame, Stack& form) {
    for (OpenedFile& file : frame.input().take_files(copy_request))
        model_.take(std::move(file.name), file.bytes);
    for (OpenedFile& file : frame.input().take_files(0))
        model_.take(std::move(file.name), file.bytes);
    model_.step();
    const Scope scope(frame, "restore");
    draw_choice(frame, form);
    switch (model_.state()) {
    case RestoreModel::State::none:
    case RestoreModel::State::done:
        if (!model_.error().empty())
            form.advance(paragraph(
                frame, form.slot(),
                {.text = model_.error(), .color = Color::danger_text, .role = Role::alert}));
        break;
    case RestoreModel::State::sealed:
    case RestoreModel::State::opening: draw_passphrase(frame, form); break;
    case RestoreModel::State::open: draw_summary(frame, form); break;
    }
}

// The file, or the place where it is chosen or dropped.
void RestoreForm::draw_choice(Frame& frame, Stack& form) {
    const bool has_file = !model_.file_name().empty();
    const Rect box = form.next(72);
    const bool is_over = frame.environment().files_are_over;
    frame.paint().box(box, {.fill = frame.color(is_over ? Color::accent_tint : Color::sunken),
                            .border = frame.color(is_over ? Color::accent : Color::border),
                            .border_width = 1,
                            .radius = radius::card});
    Rect inside = box.inset(16, 0);
    const Button choose{.label = has_file ? "Choose another file" : "Choose the file",
                        .kind = has_file ? ButtonKind::secondary : ButtonKind::primary,
                        .key = "choose"};
    if (button_from_right(frame, inside, choose)) desk_.files.open(copy_request, {});
    frame.paint().icon(Icon::database_backup, {inside.x + 10, inside.center_y()}, 20,
                       frame.color(Color::muted));
    take_left(inside, 20, 12);
    if (!has_file) {
        label(frame, inside, {.text = "Or drop it here", .color = Color::muted});
        return;
    }
    const Rect upper{inside.x, inside.center_y() - 20, inside.width, 20};
    label(frame, upper,
          {.text = model_.file_name(), .weight = Weight::medium, .overflow = Overflow::ellipsis});
    const std::string size = size_text(model_.file_size());
    label(frame, upper.moved(0, 20), {.text = size, .color = Color::muted});
}

void RestoreForm::draw_passphrase(Frame& frame, Stack& form) {
    const bool is_opening = model_.state() == RestoreModel::State::opening;
    bool submits = false;
    {
        const PassphraseGroup group(frame, form.slot(80));
        const FieldResult field = text_field(frame, form.slot(), model_.passphrase,
                                             {.label = "Passphrase of the copy",
                                              .help = "The one it had when it was made.",
                                              .error = model_.error(),
                                              .kind = FieldKind::password,
                                              .enter_key = EnterKey::go,
                                              .autocomplete = "current-password"});
        form.advance(field.height);
        if (field.changed) model_.clear_error();
        submits = field.submitted || group.was_submitted();
    }
    Rect row = form.next(button_height(frame));
    const bool pressed = button_from_left(
        frame, row, {.label = "Open the copy", .busy = is_opening ? Busy::yes : Busy::no});
    if (pressed || submits) model_.open();
}

void RestoreForm::draw_summary(Frame& frame, Stack& form) {
    const app::CopySummary& summary = model_.summary();
    const Rect box = form.next(96);
    card(frame, box);
    Rect inside = box.inset(16, 14);
    label(frame, take_top(inside, 24),
          {.text = summary.practice,
           .type = Type::body,
           .weight = Weight::semibold,
           .overflow = Overflow::ellipsis});
    std::string invoices = counted(summary.invoice_count, "invoice", "invoices");
    if (!summary.last_number.empty()) invoices += ", the last is " + summary.last_number;
    label(frame, take_top(inside, 20), {.text = invoices});
    if (summary.last_change) {
        const std::string changed =
            "Last changed on " +
            local_of(desk_.app).sentence(desk_.app.local_time(*summary.last_change).date);
        label(frame, take_top(inside, 20), {.text = changed, .color = Color::muted});
    }
    if (!model_.error().empty())
        form.advance(
            paragraph(frame, form.slot(),
                      {.text = model_.error(), .color = Color::danger_text, .role = Role::alert}));
}

} // namespace ui
