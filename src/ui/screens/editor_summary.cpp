#include "ui/screens/editor_summary.h"

#include "app/formats.h"
#include "app/messages.h"
#include "ui/screens/tax_field.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/select.h"

#include <algorithm>

namespace ui {

namespace {

constexpr float sums_width = 288;
constexpr float sum_row = 28;

// "Discount, 5 %" or the words a person gave it.
std::string adjustment_words(const domain::Adjustment& adjustment, const Local& local) {
    std::string words = adjustment.reason;
    if (words.empty())
        words = adjustment.kind == domain::AdjustmentKind::discount ? "Discount" : "Surcharge";
    if (const auto* percent = std::get_if<domain::Percent>(&adjustment.size))
        words += ", " + app::percent_text(*percent, *local.locale);
    return words;
}

std::string group_words(const domain::TaxGroup& group, const Local& local) {
    const std::string& words = group.tax.code;
    if (group.tax.category == domain::TaxCategory::exempt) return words + " exempt";
    if (group.tax.category == domain::TaxCategory::reverse_charge) return words + " reverse charge";
    return words + " " + app::percent_text(group.tax.rate, *local.locale);
}

void sum(Frame& frame, const Rect& row, std::string_view words, std::string_view amount) {
    label(frame, row, {.text = words});
    label(frame, row, {.text = amount, .align = HorizontalAlign::end});
}

domain::Money negated(domain::Money amount) { return {-amount.minor, amount.currency}; }

} // namespace

float EditorSummary::draw(Frame& frame, const Rect& slot) {
    if (frame.breadth() == Breadth::narrow) {
        Stack stack(slot, 24);
        stack.advance(draw_texts(frame, stack.slot()));
        stack.advance(draw_sums(frame, stack.slot()));
        return stack.used();
    }
    const float left = slot.width - sums_width - 32;
    const float texts = draw_texts(frame, {slot.x, slot.y, left, 0});
    const float sums = draw_sums(frame, {slot.right() - sums_width, slot.y, sums_width, 0});
    return std::max(texts, sums);
}

float EditorSummary::draw_texts(Frame& frame, const Rect& slot) {
    Stack stack(slot, space::field_gap);
    const auto text = [&](std::string words, std::string_view name, std::string_view aside,
                          std::string_view path, std::string domain::Draft::* field) {
        const std::string error = model_.error_at(path);
        const FieldResult typed = text_field(frame, stack.slot(), words,
                                             {.label = name,
                                              .aside = aside,
                                              .error = error,
                                              .size = FieldSize::compact,
                                              .kind = FieldKind::multi_line,
                                              .rows = 2,
                                              .capitals = Capitals::sentences});
        if (typed.changed) model_.edit().*field = words;
        stack.advance(typed.height);
    };
    text(model_.draft().memo, "Memo", "above the lines", "memo", &domain::Draft::memo);
    text(model_.draft().footer, "Footer", "below the total", "footer", &domain::Draft::footer);
    return stack.used();
}

float EditorSummary::draw_sums(Frame& frame, const Rect& slot) {
    const app::DraftView& view = model_.view();
    const Local& local = model_.local();
    Stack stack(slot, 0);
    if (!view.totals) {
        // The figures are away; what can be changed to bring them back is not.
        const std::string why = view.totals_error ? app::message(*view.totals_error) : "";
        stack.advance(paragraph(frame, stack.slot(), {.text = why, .color = Color::danger_text}) +
                      8);
        for (std::size_t index = 0; index < model_.draft().adjustments.size(); ++index)
            draw_adjustment(frame, stack.next(sum_row), index);
        return stack.used();
    }
    const domain::Totals& totals = *view.totals;
    const auto row = [&](std::string_view words, domain::Money amount) {
        sum(frame, stack.next(sum_row), words, local.bare(amount));
    };
    const bool has_adjustments = !totals.document_adjustments.empty();
    if (has_adjustments || !totals.groups.empty()) row("Sum of lines", totals.sum_of_lines);
    for (std::size_t index = 0; index < totals.document_adjustments.size(); ++index)
        draw_adjustment(frame, stack.next(sum_row), index);
    if (has_adjustments || totals.net != totals.sum_of_lines) row("Net", totals.net);
    for (const domain::TaxGroup& group : totals.groups) {
        if (group.tax.retained == domain::Retained::yes) continue;
        const Rect place = stack.next(sum_row);
        const std::string words = group_words(group, local) + " ";
        const float width = label(frame, place, {.text = words});
        label(frame, {place.x + width, place.y, place.width - width, place.height},
              {.text = "on " + local.bare(group.base), .color = Color::muted});
        label(frame, place, {.text = local.bare(group.amount), .align = HorizontalAlign::end});
    }
    draw_payable(frame, stack);
    if (view.credit_available.minor > 0) stack.advance(draw_credit(frame, stack.slot()));
    return stack.used();
}

void EditorSummary::draw_adjustment(Frame& frame, const Rect& row, std::size_t index) {
    if (index >= model_.draft().adjustments.size()) return;
    const Scope scope(frame, "adjustment " + std::to_string(index));
    const domain::Adjustment& adjustment = model_.draft().adjustments[index].adjustment;
    const bool is_discount = adjustment.kind == domain::AdjustmentKind::discount;
    const std::string words = adjustment_words(adjustment, model_.local());
    const float width = label(frame, row, {.text = words});
    const float side = frame.theme().is_touch() ? 48 : 28;
    if (icon_button(frame, {row.x + width + 4, row.center_y() - side / 2, side, side},
                    {.label = "Edit " + words, .kind = ButtonKind::quiet, .icon = Icon::pencil})) {
        edited_ = {.index = index,
                   .choice = choice_of(adjustment),
                   .adjustment = model_.draft().adjustments[index]};
        edited_->size.write(size_words(adjustment, model_.local()));
    }
    if (!model_.view().totals) return;
    const domain::Money amount = model_.view().totals->document_adjustments[index];
    label(frame, row,
          {.text = model_.local().bare(is_discount ? negated(amount) : amount),
           .align = HorizontalAlign::end});
}

void EditorSummary::draw_payable(Frame& frame, Stack& stack) {
    const domain::Totals& totals = *model_.view().totals;
    const Local& local = model_.local();
    const bool is_plain = totals.payable == totals.gross;
    if (!is_plain) sum(frame, stack.next(sum_row), "Total", local.bare(totals.gross));
    for (const domain::TaxGroup& group : totals.groups)
        if (group.tax.retained == domain::Retained::yes)
            sum(frame, stack.next(sum_row), group_words(group, local) + ", withheld",
                local.bare(negated(group.amount)));
    if (totals.rounding.minor != 0)
        sum(frame, stack.next(sum_row), "Rounding", local.bare(totals.rounding));
    stack.skip(8);
    const Rect line = stack.next(1);
    divider(frame, line.x, line.right(), line.y);
    stack.skip(11);
    const Rect total = stack.next(32);
    label(frame, total,
          {.text = is_plain ? "Total" : "Total to pay",
           .type = Type::body,
           .weight = Weight::semibold});
    const std::string amount = local.whole(totals.payable);
    hero_amount(frame, total,
                {.amount = amount,
                 .cents_bytes = local.cents_bytes(totals.payable),
                 .type = Type::title,
                 .align = HorizontalAlign::end});
}

float EditorSummary::draw_credit(Frame& frame, const Rect& slot) {
    const float height = frame.theme().is_touch() ? 48 : 36;
    const domain::Money credit = model_.view().credit_available;
    const domain::Money payable = model_.view().totals->payable;
    const domain::Money used{std::max<std::int64_t>(0, std::min(credit.minor, payable.minor)),
                             credit.currency};
    const std::string words =
        "Use credit, " + model_.local().whole(used) + " of " + model_.local().whole(credit);
    bool is_on = model_.draft().wants_credit_applied;
    if (checkbox(frame, {slot.x, slot.y + 8, slot.width, height}, is_on, {.label = words}))
        model_.wish_credit(is_on);
    if (!is_on) return height + 8;
    const std::string sentence =
        model_.local().whole(used) + " credit will be used when you finalize.";
    return height + 8 +
           paragraph(frame, {slot.x, slot.y + 8 + height, slot.width, 0},
                     {.text = sentence, .color = Color::success_text});
}

void EditorSummary::add_adjustment() {
    AdjustmentDraft fresh;
    fresh.adjustment.adjustment = empty_adjustment(fresh.choice, model_.draft().currency);
    edited_ = std::move(fresh);
}

void EditorSummary::draw_adjustment_fields(Frame& frame, Stack& stack, AdjustmentDraft& edited) {
    const float line = type_measure(Type::small).line + space::label_gap +
                       field_box_height(frame, FieldSize::normal);
    Rect row = stack.slot(line);
    int chosen = static_cast<int>(edited.choice) - 1;
    if (select_box(frame, take_left(row, (row.width - 16) / 2, 16), chosen,
                   {.label = "Kind", .options = adjustment_options().subspan(1)})) {
        edited.choice = static_cast<AdjustmentChoice>(chosen + 1);
        domain::Adjustment other = empty_adjustment(edited.choice, model_.draft().currency);
        other.reason = edited.adjustment.adjustment.reason;
        edited.adjustment.adjustment = std::move(other);
        if (choice_of(edited.adjustment.adjustment) == AdjustmentChoice::discount_percent ||
            choice_of(edited.adjustment.adjustment) == AdjustmentChoice::discount_amount)
            edited.adjustment.taxes.reset();
        if (!edited.size.words.empty())
            (void)read_size(edited.size, edited.adjustment.adjustment, model_.local());
    }
    const AmountField spec{.label = is_percent(edited.choice) ? "Percent" : "Amount",
                           .error = edited.size.shown_error(),
                           .key = "size",
                           .is_required = true};
    const FieldResult field = is_percent(edited.choice)
                                  ? percent_field(frame, row, edited.size.words, spec)
                                  : money_field(frame, row, edited.size.words, spec);
    if (field.changed && !field.composing)
        (void)read_size(edited.size, edited.adjustment.adjustment, model_.local());
    if (field.left) edited.size.judge();
    stack.advance(std::max(line, field.height));
    stack.advance(text_field(frame, stack.slot(), edited.adjustment.adjustment.reason,
                             {.label = "Printed as",
                              .aside = "optional",
                              .placeholder = edited.adjustment.adjustment.kind ==
                                                     domain::AdjustmentKind::discount
                                                 ? "Discount"
                                                 : "Surcharge",
                              .capitals = Capitals::sentences})
                      .height);
    if (edited.adjustment.adjustment.kind == domain::AdjustmentKind::charge)
        draw_tax_choice(frame, stack, edited);
}

void EditorSummary::draw_tax_choice(Frame& frame, Stack& stack, AdjustmentDraft& edited) {
    std::vector<Option> options{{.label = "As the lines are taxed"}, {.label = "No tax"}};
    std::vector<domain::TaxId> ids;
    int chosen = edited.adjustment.taxes ? 1 : 0;
    for (const domain::TaxDefinition& tax : model_.edited().settings.taxes) {
        const bool is_on =
            edited.adjustment.taxes && std::ranges::contains(*edited.adjustment.taxes, tax.id);
        if (tax.is_archived && !is_on) continue;
        if (is_on) chosen = static_cast<int>(options.size());
        options.push_back({.label = tax.name});
        ids.push_back(tax.id);
    }
    const SelectBoxResult box =
        select_box(frame, stack.slot(), chosen, {.label = "Tax", .options = options});
    stack.advance(box.height);
    if (!box.changed) return;
    if (chosen == 0)
        edited.adjustment.taxes.reset();
    else if (chosen == 1)
        edited.adjustment.taxes.emplace();
    else
        edited.adjustment.taxes = {ids[static_cast<std::size_t>(chosen - 2)]};
}

// Takes it into the draft if it can be read.
bool EditorSummary::put(AdjustmentDraft& edited) {
    (void)read_size(edited.size, edited.adjustment.adjustment, model_.local());
    edited.size.judge();
    if (edited.size.is_wrong()) return false;
    model_.put_adjustment(edited.index, edited.adjustment);
    return true;
}

void EditorSummary::draw_dialogs(Frame& frame) {
    if (!edited_) return;
    bool is_over = false;
    {
        Dialog dialog(frame, {.title = "Discount or surcharge", .width = 440});
        Stack stack(dialog.body(), space::field_gap);
        draw_adjustment_fields(frame, stack, *edited_);
        dialog.set_body_height(stack.used());
        Rect foot = dialog.foot();
        const bool by_key =
            frame.memory().open.empty() && frame.input().take(Key::enter, {.control = true});
        if (button_from_right(frame, foot, {.label = "Apply", .kind = ButtonKind::primary}) ||
            by_key)
            is_over = put(*edited_);
        if (edited_->index && button_from_right(frame, foot, {.label = "Remove"})) {
            model_.remove_adjustment(*edited_->index);
            is_over = true;
        }
        is_over |= dialog.is_dismissed();
    }
    if (is_over) edited_.reset();
}

} // namespace ui
