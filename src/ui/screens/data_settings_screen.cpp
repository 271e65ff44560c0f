#include "ui/screens/data_settings_screen.h"

#include "ui/screens/passphrase_group.h"

#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"

#include <algorithm>
#include <string>

namespace ui {

namespace {

void part(Frame& frame, Stack& form, std::string_view words) {
    heading(frame, form.next(24), words, 2);
    form.skip(-8);
}

void note(Frame& frame, Stack& form, std::string_view words, Color color = Color::muted) {
    form.advance(paragraph(frame, form.slot(), {.text = words, .color = color}));
}

// A sign and what it says, on one line or more.
void line(Frame& frame, Stack& form, bool is_good, std::string_view words) {
    Rect slot = form.slot();
    const Point at{slot.x + 8, slot.y + 10};
    frame.paint().icon(is_good ? Icon::circle_check : Icon::triangle_alert, at, 16,
                       frame.color(is_good ? Color::success : Color::warning));
    take_left(slot, 16, 8);
    form.advance(paragraph(frame, slot, {.text = words}));
    form.skip(-8);
}

void rule(Frame& frame, Stack& form) {
    form.skip(8);
    const Rect place = form.next(1);
    divider(frame, place.x, place.right(), place.y);
    form.skip(8);
}

} // namespace

std::unique_ptr<SettingsPart> make_data_part(Desk& desk, const app::PracticeSettings&) {
    return std::make_unique<DataSettings>(desk);
}

DataSettings::DataSettings(Desk& desk)
    : desk_(desk), model_(desk.app, desk.site, desk.keys, desk.files), restore_(desk) {}

float DataSettings::draw(Frame& frame, const Rect& slot) {
    if (model_.step()) {
        const bool is_unsealed = model_.passphrase().wish() == PassphraseChange::Wish::unseal;
        desk_.notices.say(is_unsealed ? "The book is no longer encrypted"
                                      : "The book is encrypted with the new passphrase",
                          Icon::key_round);
        model_.passphrase().cancel();
        open_ = Open::none;
    }
    Stack form(slot, space::field_gap);
    draw_state(frame, form);
    rule(frame, form);
    draw_copies(frame, form);
    if (model_.can_change()) {
        rule(frame, form);
        draw_passphrase(frame, form);
        rule(frame, form);
        draw_removal(frame, form);
    }
    switch (open_) {
    case Open::none: break;
    case Open::restore: draw_restore_dialog(frame); break;
    case Open::passphrase: draw_passphrase_dialog(frame); break;
    case Open::removal: draw_removal_dialog(frame); break;
    }
    return form.used();
}

void DataSettings::draw_state(Frame& frame, Stack& form) {
    part(frame, form, "Where it is kept");
    note(frame, form, "The book is kept in this browser on this device, and nowhere else.");
    line(frame, form, model_.is_saved(), model_.saved_words());
    line(frame, form, model_.is_promised(), model_.promise_words());
    form.skip(8);
    const std::string room = model_.room_words();
    if (!room.empty()) note(frame, form, room);
    if (model_.is_promised()) return;
    Rect row = form.next(button_height(frame));
    if (button_from_left(frame, row, {.label = "Ask the browser to keep it"}))
        model_.ask_for_promise();
}

void DataSettings::draw_copies(Frame& frame, Stack& form) {
    part(frame, form, "Copies");
    note(frame, form,
         "A copy is one file with the whole book. Keep it on another device: a copy in this "
         "browser is lost with it.");
    line(frame, form, !model_.is_copy_old(), model_.copy_words());
    form.skip(8);
    Rect row = form.next(button_height(frame));
    if (button_from_left(
            frame, row,
            {.label = "Download a copy", .kind = ButtonKind::primary, .icon = Icon::download})) {
        model_.download();
        desk_.notices.say("Copy downloaded", Icon::download);
    }
    if (model_.can_change() &&
        button_from_left(frame, row, {.label = "Restore from a copy", .popup = Popup::dialog})) {
        restore_.model().drop();
        open_ = Open::restore;
    }
}

void DataSettings::draw_passphrase(Frame& frame, Stack& form) {
    part(frame, form, "Passphrase");
    PassphraseChange& change = model_.passphrase();
    const auto begin = [&](PassphraseChange::Wish wish) {
        change.begin(wish);
        open_ = Open::passphrase;
    };
    if (!model_.is_sealed()) {
        note(frame, form,
             "The book is not encrypted. With a passphrase it opens only with it, here and in "
             "every copy made from then on.");
        Rect row = form.next(button_height(frame));
        if (button_from_left(frame, row, {.label = "Encrypt the book", .popup = Popup::dialog}))
            begin(PassphraseChange::Wish::seal);
        return;
    }
    line(frame, form, true, "The book is encrypted and opens only with its passphrase.");
    form.skip(8);
    Rect row = form.next(button_height(frame));
    if (button_from_left(frame, row, {.label = "Change passphrase", .popup = Popup::dialog}))
        begin(PassphraseChange::Wish::change);
    if (button_from_left(
            frame, row,
            {.label = "Remove passphrase", .kind = ButtonKind::quiet, .popup = Popup::dialog}))
        begin(PassphraseChange::Wish::unseal);
}

void DataSettings::draw_removal(Frame& frame, Stack& form) {
    part(frame, form, "Remove from this browser");
    note(frame, form,
         "For a device that is given away, or to start anew after looking around with the sample. "
         "Copies that you downloaded stay as they are.");
    Rect row = form.next(button_height(frame));
    if (button_from_left(frame, row, {.label = "Remove the book", .popup = Popup::dialog})) {
        model_.typed_name.clear();
        open_ = Open::removal;
    }
}

void DataSettings::draw_restore_dialog(Frame& frame) {
    const std::string lead = "The copy takes the place of " + model_.practice() +
                             " in this browser. What is here and not in the copy is gone then, and "
                             "it cannot be undone. Download a copy of what is here first.";
    Dialog dialog(frame, {.title = "Restore from a copy", .lead = lead, .has_cross = true});
    Stack body(dialog.body(), space::field_gap);
    restore_.draw(frame, body);
    dialog.set_body_height(body.used());
    Rect foot = dialog.foot();
    const bool is_open = restore_.model().state() == RestoreModel::State::open;
    if (is_open && button_from_right(
                       frame, foot, {.label = "Replace the book", .kind = ButtonKind::destructive}))
        restore_.model().restore();
    if (button_from_right(frame, foot, {.label = "Keep what is here"}) || dialog.is_dismissed()) {
        restore_.model().drop();
        open_ = Open::none;
    }
    if (button_from_left(frame, foot, {.label = "Download a copy", .kind = ButtonKind::quiet}))
        model_.download();
    if (restore_.model().state() != RestoreModel::State::done) return;
    open_ = Open::none;
    desk_.routes.go("#/restored");
}

bool DataSettings::secret(Frame& frame, Stack& form, std::string& words, std::string_view label,
                          std::string_view field, std::string_view autocomplete) {
    FieldErrors& errors = model_.passphrase().errors();
    const FieldResult result = text_field(frame, form.slot(), words,
                                          {.label = label,
                                           .error = errors.at(field),
                                           .kind = FieldKind::password,
                                           .enter_key = EnterKey::go,
                                           .autocomplete = autocomplete});
    form.advance(result.height);
    if (result.changed) errors.clear(field);
    return result.submitted;
}

bool DataSettings::draw_secrets(Frame& frame, Stack& body) {
    PassphraseChange& change = model_.passphrase();
    const PassphraseGroup group(frame, body.slot(200));
    bool submits = group.was_submitted();
    if (change.wish() != PassphraseChange::Wish::seal)
        submits |= secret(frame, body, change.present, "Present passphrase", "present",
                          "current-password");
    if (change.wish() == PassphraseChange::Wish::unseal) return submits;
    submits |=
        secret(frame, body, change.passphrase, "New passphrase", "passphrase", "new-password");
    submits |= secret(frame, body, change.passphrase_again, "The same again", "passphrase_again",
                      "new-password");
    return submits;
}

void DataSettings::draw_passphrase_dialog(Frame& frame) {
    PassphraseChange& change = model_.passphrase();
    const bool is_unseal = change.wish() == PassphraseChange::Wish::unseal;
    const bool is_seal = change.wish() == PassphraseChange::Wish::seal;
    Dialog dialog(frame,
                  {.title = is_seal     ? "Encrypt the book"
                            : is_unseal ? "Remove the passphrase"
                                        : "Change the passphrase",
                   .lead = is_unseal
                               ? "Whoever can use this device can then open the book."
                               : "Nobody can recover it: without the passphrase the book is lost. "
                                 "Copies made earlier keep the passphrase they had.",
                   .key = "passphrase"});
    Stack body(dialog.body(), space::field_gap);
    bool submits = draw_secrets(frame, body);
    const std::string_view other = change.errors().at({});
    if (!other.empty()) note(frame, body, other, Color::danger_text);
    dialog.set_body_height(body.used());
    Rect foot = dialog.foot();
    submits |= button_from_right(frame, foot,
                                 {.label = is_seal     ? "Encrypt the book"
                                           : is_unseal ? "Remove the passphrase"
                                                       : "Change the passphrase",
                                  .kind = is_unseal ? ButtonKind::destructive : ButtonKind::primary,
                                  .busy = change.is_working() ? Busy::yes : Busy::no,
                                  .key = "carry-out"});
    if (submits) change.carry_out();
    if (change.is_working()) return;
    if (button_from_right(frame, foot, {.label = "Leave it as it is"}) || dialog.is_dismissed()) {
        change.cancel();
        open_ = Open::none;
    }
}

void DataSettings::draw_removal_dialog(Frame& frame) {
    const std::string lead = "The whole book of " + model_.practice() +
                             " goes and cannot be brought back, except from a copy that you have "
                             "downloaded.";
    Dialog dialog(frame, {.title = "Remove the book from this browser?",
                          .lead = lead,
                          .key = "removal",
                          .is_alert = true});
    Stack body(dialog.body(), space::field_gap);
    const std::string help = "Type " + model_.practice() + " to confirm.";
    body.advance(text_field(frame, body.slot(), model_.typed_name,
                            {.label = "Name of the practice", .help = help})
                     .height);
    dialog.set_body_height(body.used());
    Rect foot = dialog.foot();
    if (button_from_right(frame, foot,
                          {.label = "Remove the book",
                           .kind = ButtonKind::destructive,
                           .disabled_because = model_.may_remove()
                                                   ? std::string_view()
                                                   : "Type the name of the practice first."})) {
        model_.remove();
        open_ = Open::none;
        desk_.routes.replace("#/");
        return;
    }
    if (button_from_right(frame, foot, {.label = "Keep it"}) || dialog.is_dismissed())
        open_ = Open::none;
    if (button_from_left(frame, foot, {.label = "Download a copy", .kind = ButtonKind::quiet}))
        model_.download();
}

} // namespace ui
