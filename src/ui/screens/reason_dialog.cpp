#include "ui/screens/reason_dialog.h"

#include "ui/widgets/choice.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"

#include <utility>

namespace ui {

namespace {

constexpr std::uint32_t reason_length_max = 4'000; // domain::long_text_length_max

// A sentence beside an icon, broken to the width; answers its height.
float sentence(Frame& frame, const Rect& slot, std::string_view words, Icon icon, Color color) {
    frame.paint().icon(icon, {slot.x + 8, slot.y + 10}, 16, frame.color(color));
    Rect place = slot;
    take_left(place, 16, 8);
    return paragraph(frame, place, {.text = words, .color = color});
}

} // namespace

void ReasonDialog::open(Question question, base::Date today, const Local& local, Act act) {
    question_ = std::move(question);
    local_ = local;
    act_ = std::move(act);
    reason_.clear();
    date_ = today;
    date_words_ = local.numeric(today);
    releases_ = false;
    wants_focus_ = question_->against.empty();
    errors_.clear();
}

void ReasonDialog::draw(Frame& frame) {
    if (!question_) return;
    bool acts = false;
    bool closes = false;
    {
        Dialog dialog(frame, {.title = question_->title, .lead = question_->lead, .key = "reason"});
        Stack stack(dialog.body(), space::field_gap);
        for (const std::string& words : question_->against)
            stack.advance(
                sentence(frame, stack.slot(), words, Icon::circle_alert, Color::danger_text));
        if (question_->against.empty()) acts = draw_fields(frame, stack);
        dialog.set_body_height(stack.used());
        Rect foot = dialog.foot();
        const std::string reason = reason_against();
        acts |= button_from_right(frame, foot,
                                  {.label = question_->action,
                                   .kind = question_->kind,
                                   .disabled_because = reason,
                                   .hotkeys = "Control+Enter"});
        acts |= frame.input().take(Key::enter, {.control = true});
        closes = button_from_right(frame, foot, {.label = question_->keep});
        closes |= dialog.is_dismissed();
    }
    if (acts && reason_against().empty()) act();
    if (closes) question_.reset();
}

bool ReasonDialog::draw_fields(Frame& frame, Stack& stack) {
    errors_.show(frame);
    const FieldResult reason =
        text_field(frame, stack.slot(), reason_,
                   {.label = "Reason",
                    .help = "Kept in the audit trail. The client does not see it.",
                    .error = errors_.at("reason"),
                    .capitals = Capitals::sentences,
                    .length_max = reason_length_max,
                    .spell_check = true,
                    .is_required = true});
    if (std::exchange(wants_focus_, false)) frame.mirror().request_focus(reason.id);
    if (reason.changed) errors_.clear("reason");
    stack.advance(reason.height);
    Rect day = stack.slot();
    day.width = std::min(day.width, 208.0F);
    const DateResult date = date_field(
        frame, day, date_words_,
        {.label = "Date", .date = date_, .today = local_->today, .error = errors_.at("date")});
    if (date.picked) date_words_ = local_->numeric(*date.picked);
    if (date.changed || date.picked) {
        errors_.clear("date");
        const auto read = app::read_date(date_words_, local_->today, *local_->locale);
        date_ = read ? std::optional(*read) : std::nullopt;
    }
    if (date.left && date_) date_words_ = local_->numeric(*date_);
    stack.advance(date.height);
    if (!question_->release.empty())
        checkbox(frame, stack.next(frame.theme().is_touch() ? 48.0F : 24.0F), releases_,
                 {.label = question_->release});
    for (const std::string_view words : errors_.besides({"reason", "date"}))
        stack.advance(sentence(frame, stack.slot(), words, Icon::circle_alert, Color::danger_text));
    return reason.submitted;
}

std::string ReasonDialog::reason_against() const {
    if (!question_->against.empty()) return question_->against.front();
    if (reason_.empty()) return "Write the reason.";
    if (!date_) return "Write the date.";
    if (!question_->release.empty() && !releases_) return "Agree to un-apply the money first.";
    return {};
}

void ReasonDialog::act() {
    const auto done = act_({.date = *date_, .reason = reason_});
    if (done)
        question_.reset();
    else
        errors_.set(done.error());
}

} // namespace ui
