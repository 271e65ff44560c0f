#include "ui/screens/finalize_dialog.h"

#include "base/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/select.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr float card_gap = 8;
constexpr float card_padding = 14;
constexpr float card_indent = 47;
constexpr float card_head = 50;
constexpr std::size_t letters_shown_max = 12;

// An icon and a sentence, as the dialog's results are told; answers the height.
float told(Frame& frame, const Rect& slot, Icon icon, std::string_view text, Color color) {
    frame.paint().icon(icon, {slot.x + 8, slot.y + 10}, 16, frame.color(color));
    return paragraph(frame, {slot.x + 24, slot.y, slot.width - 24, 0},
                     {.text = text, .color = color});
}

} // namespace

FinalizeDialog::Answer FinalizeDialog::draw(Frame& frame) {
    Answer answer;
    model_.step();
    const app::DraftView& view = model_.editor().view();
    const Local& local = model_.editor().local();
    // What stands against it is over once it is carried out.
    const std::vector<FinalizeReason> reasons =
        model_.stage() == FinalizeStage::asking ? model_.reasons() : std::vector<FinalizeReason>();
    std::string lead = "Its lines are frozen and it gets a number.";
    if (!view.expected_number.empty())
        lead = view.draft.reverted
                   ? "It keeps number " + view.expected_number + " and its lines are frozen."
                   : "It gets number " + view.expected_number + " and its lines are frozen.";
    const std::string amount = view.totals ? local.whole(view.totals->payable) : std::string();
    const int cents_bytes = view.totals ? local.cents_bytes(view.totals->payable) : 0;
    Dialog dialog(frame, {.title = "Finalize this invoice?",
                          .lead = lead,
                          .amount = amount,
                          .cents_bytes = cents_bytes,
                          .key = "finalize",
                          .width = frame_size::dialog_max,
                          .has_cross = true});
    Stack stack(dialog.body(), card_gap);
    if (reasons.empty())
        draw_choices(frame, stack);
    else
        draw_reasons(frame, stack, reasons, answer);
    draw_warnings(frame, stack);
    dialog.set_body_height(stack.used());
    draw_foot(frame, dialog.foot(), reasons, answer);
    model_.errors().show(frame);
    if (dialog.is_dismissed() && model_.stage() == FinalizeStage::asking) answer.is_closed = true;
    return answer;
}

void FinalizeDialog::draw_reasons(Frame& frame, Stack& stack,
                                  const std::vector<FinalizeReason>& reasons, Answer& answer) {
    heading(frame, stack.next(28), reasons.size() == 1 ? "One thing first" : "A few things first",
            2);
    for (std::size_t index = 0; index < reasons.size(); ++index) {
        const FinalizeReason& reason = reasons[index];
        const Scope scope(frame, "reason " + std::to_string(index));
        Rect row = stack.slot();
        if (!reason.link.empty()) {
            const float width = frame.paint().width(reason.link, font(Type::small, Weight::medium));
            Rect place = take_right(row, width + 4, 16);
            place.height = 20;
            if (link(frame, place, {.label = reason.link, .align = HorizontalAlign::end})) {
                answer.is_closed = true;
                answer.go_to = reason;
            }
        }
        stack.advance(told(frame, row, Icon::circle_alert, reason.sentence, Color::danger_text));
    }
}

Rect FinalizeDialog::draw_card(Frame& frame, Stack& stack, FinalizePayment payment,
                               std::string_view title, std::string_view lead, float open) {
    const bool is_chosen = model_.payment() == payment;
    const float height = card_padding + card_head + (is_chosen && open > 0 ? open + 12 : 0) + 10;
    const Rect place = stack.next(height);
    card(frame, place, is_chosen ? CardTone::chosen : CardTone::surface);
    const Rect head{place.x, place.y, place.width, card_padding + card_head};
    Node node;
    node.id = frame.id(title);
    node.role = Role::radio;
    node.name = std::string(title);
    node.description = std::string(lead);
    node.rect = head;
    node.name_is_drawn = false;
    node.checked = is_chosen ? Choice::on : Choice::off;
    node.focus = Focus::tab_stop;
    node.keys.up_down = true;
    const Press press = frame.press(std::move(node));
    if (press.clicked) model_.choose(payment);
    const Point middle{place.x + 24, place.y + card_padding + card_head / 2};
    Painter& paint = frame.paint();
    const Rect dot{middle.x - 9, middle.y - 9, 18, 18};
    if (is_chosen) {
        paint.fill(dot, frame.color(Color::accent), 9);
        paint.fill(dot.inset(5.5F), frame.color(Color::on_accent), 4);
    } else {
        paint.box(dot, {.fill = frame.color(Color::surface),
                        .border = frame.color(press.hovered ? Color::text : Color::border_field),
                        .border_width = 1,
                        .radius = 9});
    }
    if (press.ring) focus_ring(frame, dot, 9);
    const float x = place.x + card_indent;
    const float width = place.width - card_indent - 16;
    label(frame, {x, place.y + card_padding, width, 24},
          {.text = title, .type = Type::body, .weight = Weight::medium});
    label(frame, {x, place.y + card_padding + 25, width, 20},
          {.text = lead, .color = Color::muted, .overflow = Overflow::ellipsis});
    return {x, place.y + card_padding + card_head + 8, width, open};
}

void FinalizeDialog::draw_choices(Frame& frame, Stack& stack) {
    const app::DraftView& view = model_.editor().view();
    const Local& local = model_.editor().local();
    const Group group(frame, {.id = frame.id("payment"),
                              .role = Role::radio_group,
                              .name = "How it is paid",
                              .rect = stack.slot(),
                              .name_is_drawn = false});
    const std::string open =
        view.due_date ? "Open until " + local.sentence(*view.due_date) : "Open, without a due date";
    draw_card(frame, stack, FinalizePayment::ask, "Ask for payment", open, 0);
    const Rect paid = draw_card(frame, stack, FinalizePayment::paid, "Already paid",
                                "Record a payment you have received", paid_height_);
    if (model_.payment() == FinalizePayment::paid) draw_paid(frame, paid);
    if (!model_.has_credit()) return;
    const std::string credit = local.whole(view.credit_available) + " credit held for " +
                               view.recipient_name + ", oldest first";
    draw_card(frame, stack, FinalizePayment::credit, "Use credit", credit, 0);
}

void FinalizeDialog::draw_paid(Frame& frame, const Rect& slot) {
    const Scope scope(frame, "paid");
    FinalizeModel& model = model_;
    const Local& local = model.editor().local();
    const auto error = [&model](const Typed& typed, std::string_view field) {
        return typed.shown_error().empty() ? model.errors().at(field) : typed.shown_error();
    };
    Stack stack(slot, space::field_gap);
    std::vector<Rect> places = columns(stack.slot(), 16, {0, 0});
    const std::optional<domain::Money> rest = model.rest();
    // The rest has its own tick below.
    const std::string_view amount_error =
        rest ? model.amount().shown_error() : error(model.amount(), "amount");
    const FieldResult amount =
        money_field(frame, places[0], model.amount().words,
                    {.label = "Amount", .symbol = local.symbol(), .error = amount_error});
    if (amount.changed && !amount.composing) model.read_amount();
    if (amount.left) model.judge();
    const DateResult date = date_field(frame, places[1], model.date().words,
                                       {.label = "Received",
                                        .date = model.date_read(),
                                        .today = local.today,
                                        .error = error(model.date(), "date")});
    if (date.changed) model.read_date();
    if (date.left) model.judge();
    if (date.picked) model.pay_on(*date.picked);
    stack.advance(std::max(amount.height, date.height));
    places = columns(stack.slot(), 16, {0, 0});
    std::vector<Option> methods;
    for (const domain::PaymentMethod& method : model.methods())
        methods.push_back({.label = method.name});
    const SelectBoxResult method =
        select_box(frame, places[0], model.method,
                   {.label = "Method", .options = methods, .error = model.errors().at("method")});
    const FieldResult reference = text_field(
        frame, places[1], model.reference,
        {.label = "Reference", .aside = "optional", .error = model.errors().at("reference")});
    stack.advance(std::max(method.height, reference.height));
    if (rest) {
        const float height = frame.theme().is_touch() ? 48 : 24;
        const std::string words = "Keep " + local.whole(*rest) + " as credit";
        checkbox(frame, stack.next(height), model.keeps_rest_as_credit, {.label = words});
        if (!model.keeps_rest_as_credit && !model.errors().at("amount").empty())
            stack.advance(
                paragraph(frame, stack.slot(),
                          {.text = model.errors().at("amount"), .color = Color::danger_text}));
    }
    if (paid_height_ != stack.used()) frame.want_at(frame.now_ms());
    paid_height_ = stack.used();
}

void FinalizeDialog::draw_warnings(Frame& frame, Stack& stack) {
    if (!missing_.empty()) {
        std::string letters;
        for (std::size_t index = 0; index < std::min(missing_.size(), letters_shown_max); ++index) {
            if (index > 0) letters += ' ';
            base::append_code_point(letters, missing_[index]);
        }
        stack.skip(8);
        stack.advance(told(frame, stack.slot(), Icon::triangle_alert,
                           "These letters have no typeface here and print as boxes: " + letters,
                           Color::warning_text));
    }
    // Refusals without a field of their own here.
    std::vector<std::string_view> shown;
    if (model_.payment() == FinalizePayment::paid)
        shown = {"amount", "date", "method", "reference"};
    std::vector<std::string> sentences;
    for (const std::string_view sentence : model_.errors().besides(shown))
        sentences.emplace_back(sentence);
    if (!model_.editor().save_error().empty()) sentences.emplace_back(model_.editor().save_error());
    for (const std::string& sentence : sentences) {
        stack.skip(8);
        stack.advance(told(frame, stack.slot(), Icon::circle_alert, sentence, Color::danger_text));
    }
}

void FinalizeDialog::draw_foot(Frame& frame, Rect foot, const std::vector<FinalizeReason>& reasons,
                               Answer& answer) {
    const bool is_working = model_.stage() != FinalizeStage::asking;
    const bool is_ready = reasons.empty();
    const Button finalize{.label = is_working ? "Saving" : "Finalize",
                          .kind = ButtonKind::primary,
                          .busy = is_working ? Busy::yes : Busy::no,
                          .disabled_because =
                              is_ready ? std::string_view() : "What stands above comes first.",
                          .hotkeys = "Control+Enter",
                          .key = "finalize"};
    const bool by_key = frame.memory().open.empty() && is_ready &&
                        frame.input().take(Key::enter, {.control = true});
    if (button_from_right(frame, foot, finalize) || by_key) model_.finalize();
    if (!is_working && button_from_right(frame, foot, {.label = "Keep as draft"}))
        answer.is_closed = true;
    const std::size_t count = model_.editor().view().legal_contents_count;
    if (!is_ready || count == 0 || frame.breadth() == Breadth::narrow) return;
    frame.paint().icon(Icon::shield_check, {foot.x + 8, foot.center_y()}, 16,
                       frame.color(Color::success_text));
    label(
        frame, {foot.x + 24, foot.y, foot.width - 24, foot.height},
        {.text = std::to_string(count) + " legal contents present", .color = Color::success_text});
}

} // namespace ui
