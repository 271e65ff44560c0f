#include "ui/screens/gate_screen.h"

#include "app/app.h"
#include "app/messages.h"
#include "platform/ports/page.h"
#include "platform/ports/site.h"
#include "ui/screens/book_copy.h"
#include "ui/screens/gate_sheet.h"
#include "ui/screens/passphrase_group.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message.h"

#include <algorithm>

namespace ui {

namespace {

// A book opens faster than words about it can be read; they come when it does not.
constexpr double say_after_ms = 500;

constexpr Button primary(std::string_view label) {
    return {.label = label, .kind = ButtonKind::primary, .size = ButtonSize::large};
}

constexpr Button quiet(std::string_view label) {
    return {.label = label, .kind = ButtonKind::quiet};
}

void picture(Frame& frame, Stack& column, Icon icon, Color tint, Color color) {
    const Rect place = column.next(32);
    round_icon(frame, {place.center_x(), place.center_y()}, icon, tint, color);
}

} // namespace

GateScreen::GateScreen(Desk& desk)
    : desk_(desk), model_(desk.app, desk.site, desk.assets), restore_(desk) {}

std::string GateScreen::title() const {
    switch (model_.page()) {
    case GatePage::set_up: return "Set up";
    case GatePage::restore: return "Restore a copy";
    case GatePage::locked: return "Locked";
    case GatePage::opening:
    case GatePage::elsewhere:
    case GatePage::welcome:
    case GatePage::question:
    case GatePage::sample:
    case GatePage::damaged:
    case GatePage::failed:
    case GatePage::problem: break;
    }
    return {};
}

bool GateScreen::has_unsaved() const { return set_up_ && set_up_->model().has_input(); }

bool GateScreen::is_holding() { return model_.is_holding(); }

void GateScreen::draw(Frame& frame, const Rect& window) {
    model_.step();
    if (model_.page() != GatePage::opening) opened_ms_ = -1;
    switch (model_.page()) {
    case GatePage::opening: draw_opening(frame, window); break;
    case GatePage::elsewhere: draw_elsewhere(frame, window); break;
    case GatePage::welcome: draw_welcome(frame, window); break;
    case GatePage::question: draw_question(frame, window); break;
    case GatePage::set_up: draw_set_up(frame, window); break;
    case GatePage::restore: draw_restore(frame, window); break;
    case GatePage::sample: draw_sample(frame, window); break;
    case GatePage::locked: draw_locked(frame, window); break;
    case GatePage::damaged: draw_damaged(frame, window); break;
    case GatePage::failed: draw_failed(frame, window); break;
    case GatePage::problem: draw_problem(frame, window); break;
    }
    if (asks_to_remove_) draw_removal(frame);
}

void GateScreen::draw_opening(Frame& frame, const Rect& window) {
    GateSheet sheet(frame, {.key = "opening", .window = window});
    if (opened_ms_ < 0) opened_ms_ = frame.now_ms();
    if (frame.now_ms() - opened_ms_ < say_after_ms) {
        frame.want_at(opened_ms_ + say_after_ms);
        return;
    }
    label(frame, sheet.column().next(24),
          {.text = "Opening the book",
           .type = Type::body,
           .color = Color::muted,
           .align = HorizontalAlign::middle,
           .role = Role::status});
}

void GateScreen::draw_elsewhere(Frame& frame, const Rect& window) {
    GateSheet sheet(frame, {.key = "elsewhere", .window = window});
    sheet.title("Folio is open in another tab",
                "Set up your practice there. This tab follows as soon as it is done.");
    if (sheet.action(primary("Work here instead"))) desk_.app.book().take_over();
}

void GateScreen::draw_welcome(Frame& frame, const Rect& window) {
    GateSheet sheet(frame, {.key = "welcome", .window = window, .width = 440});
    empty_page(frame, sheet.column().next(128 + 16));
    sheet.title("Billing for your practice",
                "Clients, invoices and payments, kept in this browser on this device. Nothing is "
                "sent anywhere, and no network is needed.");
    if (sheet.action(primary("Set up your practice"))) model_.set_up();
    sheet.column().skip(8);
    if (sheet.action(quiet("Restore a copy"))) model_.restore();
    sheet.column().skip(-8);
    if (sheet.action(quiet("Look around with a sample practice"))) model_.show_sample();
}

void GateScreen::draw_question(Frame& frame, const Rect& window) {
    GateSheet sheet(frame, {.key = "question", .window = window, .width = 440});
    picture(frame, sheet.column(), Icon::circle_help, Color::warning_tint, Color::warning_text);
    sheet.title("Have you used Folio before?",
                "There is no book in this browser now, but there was one. Browsers sometimes clear "
                "what a page has kept. A copy that you downloaded brings it back.");
    if (sheet.action(primary("I have used Folio before"))) model_.restore();
    sheet.column().skip(8);
    if (sheet.action({.label = "New practice"})) model_.set_up();
    sheet.column().skip(-8);
    if (sheet.action(quiet("Look around with a sample practice"))) model_.show_sample();
}

void GateScreen::draw_set_up(Frame& frame, const Rect& window) {
    if (!set_up_) set_up_ = std::make_unique<SetUpScreen>(desk_, frame.environment());
    if (set_up_->draw(frame, window)) {
        model_.go_back();
        set_up_.reset();
        return;
    }
    if (set_up_->model().state() != SetUpModel::State::done) return;
    // The practice stands; what could not be added to it is said, and can be done in Settings.
    for (const std::string_view words : set_up_->model().general_errors())
        desk_.notices.refused(std::string(words));
    set_up_.reset();
    desk_.routes.replace("#/today");
    frame.want_at(frame.now_ms());
}

void GateScreen::draw_restore(Frame& frame, const Rect& window) {
    GateSheet sheet(frame, {.key = "restore", .window = window, .width = 480});
    sheet.title("Restore a copy",
                "A copy is a file that you downloaded from Folio. Its name holds the practice and "
                "the day, and ends in .sqlite.");
    restore_.draw(frame, sheet.column());
    if (restore_.model().state() == RestoreModel::State::open) {
        sheet.column().skip(8);
        if (sheet.action(primary("Restore this copy"))) restore_.model().restore();
    }
    if (restore_.model().state() == RestoreModel::State::done) {
        desk_.routes.replace("#/restored");
        frame.want_at(frame.now_ms());
        return;
    }
    sheet.column().skip(8);
    if (sheet.action(quiet("Back"))) {
        restore_.model().drop();
        model_.go_back();
    }
}

void GateScreen::draw_sample(Frame& frame, const Rect& window) {
    GateSheet sheet(frame, {.key = "sample", .window = window, .width = 440});
    SampleLoad& sample = *model_.sample();
    switch (sample.state()) {
    case SampleLoad::State::fetching:
    case SampleLoad::State::filling:
    case SampleLoad::State::done: {
        const std::size_t count = std::max<std::size_t>(1, sample.line_count());
        const std::string detail = sample.line_count() == 0 ? std::string()
                                                            : std::to_string(sample.lines_done()) +
                                                                  " of " + std::to_string(count);
        progress(frame, sheet.column().next(52),
                 {.text = "Filling in the sample practice",
                  .detail = detail,
                  .percent = static_cast<int>(sample.lines_done() * 100 / count)});
        if (sample.state() == SampleLoad::State::filling) frame.want_at(frame.now_ms());
        break;
    }
    case SampleLoad::State::unreachable:
        sheet.title("The sample is not here yet",
                    "It needs the network once. Connect, then try again.");
        if (sheet.action(primary("Try again"))) sample.try_again();
        if (sheet.action(quiet("Back"))) model_.leave_sample();
        break;
    case SampleLoad::State::refused: {
        std::string why = app::message(*sample.failure());
        for (const base::Error& cause : sample.failure()->also)
            why += " " + app::message(cause);
        sheet.title("The sample practice is not whole", why);
        if (sheet.action(primary("Remove it"))) model_.remove_book();
        if (desk_.app.is_ready() && sheet.action(quiet("Look at what there is")))
            model_.leave_sample();
        break;
    }
    }
}

void GateScreen::draw_locked(Frame& frame, const Rect& window) {
    GateSheet sheet(frame, {.key = "locked", .window = window, .width = 360});
    picture(frame, sheet.column(), Icon::lock, Color::accent_tint, Color::accent_text);
    sheet.title("This book is locked", "It is encrypted and opens with its passphrase.");
    bool submits = false;
    {
        const PassphraseGroup form(frame, sheet.column().slot(60));
        const FieldResult field = text_field(frame, sheet.column().slot(), model_.passphrase,
                                             {.label = "Passphrase",
                                              .error = model_.passphrase_error(),
                                              .kind = FieldKind::password,
                                              .enter_key = EnterKey::go,
                                              .autocomplete = "current-password"});
        sheet.column().advance(field.height);
        if (field.changed) model_.clear_passphrase_error();
        submits = field.submitted || form.was_submitted();
    }
    Button open = primary("Open the book");
    if (model_.is_unlocking()) open.busy = Busy::yes;
    const Rect row = sheet.column().next(button_height(frame, open.size));
    if ((button(frame, row, open) || submits) && !model_.is_unlocking()) model_.unlock();
    sheet.column().skip(8);
    if (sheet.action(quiet("I no longer know it"))) asks_to_remove_ = true;
}

void GateScreen::draw_damaged(Frame& frame, const Rect& window) {
    GateSheet sheet(frame, {.key = "damaged", .window = window, .width = 480});
    picture(frame, sheet.column(), Icon::triangle_alert, Color::danger_tint, Color::danger_text);
    sheet.title("This book is damaged",
                model_.reason() + " Nothing was changed or deleted. Download what is stored first; "
                                  "then restore your last good copy.");
    if (sheet.action(primary("Download what is stored"))) download();
    sheet.column().skip(8);
    if (sheet.action({.label = "Restore a copy"})) model_.restore();
    sheet.column().skip(-8);
    if (model_.can_rescue() && sheet.action(quiet("Open what can be read, without changing it")))
        model_.rescue();
}

void GateScreen::draw_failed(Frame& frame, const Rect& window) {
    GateSheet sheet(frame, {.key = "failed", .window = window, .width = 440});
    picture(frame, sheet.column(), Icon::hard_drive, Color::danger_tint, Color::danger_text);
    sheet.title("The book cannot be opened", model_.reason());
    if (sheet.action(primary("Try again"))) desk_.page.reload();
}

void GateScreen::draw_problem(Frame& frame, const Rect& window) {
    GateSheet sheet(frame, {.key = "problem", .window = window, .width = 440});
    picture(frame, sheet.column(), Icon::refresh_cw, Color::warning_tint, Color::warning_text);
    sheet.title(model_.is_too_new() ? "This book needs a newer Folio" : "The book cannot be used",
                model_.reason() + " The book is safe and was not changed.");
    if (sheet.action(primary("Reload the page"))) desk_.page.reload();
    // Of a log that a newer program wrote, only what stood before it could be read.
    if (!desk_.app.problem()) return;
    sheet.column().skip(8);
    if (sheet.action(quiet("Download a copy"))) download();
}

void GateScreen::draw_removal(Frame& frame) {
    Dialog dialog(frame, {.title = "Remove the locked book?",
                          .lead = "Nobody can open it without its passphrase, and nobody can "
                                  "recover that. Removing it makes room for a new practice, or for "
                                  "a copy whose passphrase you know. It cannot be undone.",
                          .is_alert = true});
    Rect foot = dialog.foot();
    if (button_from_right(frame, foot,
                          {.label = "Remove the book", .kind = ButtonKind::destructive})) {
        model_.remove_book();
        asks_to_remove_ = false;
    }
    if (button_from_right(frame, foot, {.label = "Keep it"}) || dialog.is_dismissed())
        asks_to_remove_ = false;
}

void GateScreen::download() { download_copy(desk_.app, desk_.files, desk_.site); }

} // namespace ui
