#include "ui/screens/editor_screen.h"

#include "app/messages.h"
#include "platform/ports/files.h"
#include "ui/screens/editor_head.h"
#include "ui/screens/editor_header.h"
#include "ui/screens/editor_line_rows.h"
#include "ui/screens/editor_model.h"
#include "ui/screens/editor_preview.h"
#include "ui/screens/editor_summary.h"
#include "ui/screens/finalize_dialog.h"
#include "ui/screens/tax_field.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace ui {

namespace {

constexpr float preview_head = 34; // The paper's own margin follows.
constexpr float preview_least = 320;
constexpr float form_least = 560;

float form_width(const Rect& sheet) {
    return std::min(frame_size::editor_form, sheet.width - preview_least);
}

// Whether the preview stands beside the form. A finger's fields need all the width of a tablet.
bool is_side_by_side(const Frame& frame, const Rect& sheet) {
    if (frame.window().width >= frame_size::preview_below_form_below) return true;
    return !frame.theme().is_touch() && form_width(sheet) >= form_least;
}

class EditorScreen final : public Panel {
  public:
    EditorScreen(Desk& desk, base::Result<std::unique_ptr<EditorModel>> model,
                 std::optional<domain::InvoiceId> id);

    void draw(Frame& frame, const Rect& sheet) override;
    [[nodiscard]] std::string title() const override;
    void flush() override {
        if (model_) (void)model_->save();
    }
    [[nodiscard]] bool has_unsaved() const override { return model_ && model_->has_unsaved(); }
    [[nodiscard]] bool is_at(std::string_view address) const override {
        return model_ && address == address_of(model_->draft().id);
    }

  private:
    static std::string address_of(domain::InvoiceId id) { return "#/drafts/" + to_text(id); }

    void draw_fault(Frame& frame, const Rect& sheet);
    void leave_if_gone();
    void follow_save(Frame& frame);
    void take_intent(EditorIntent intent);
    void draw_form(Frame& frame, const Rect& area);
    void draw_lines(Frame& frame, Stack& stack);
    void draw_line_buttons(Frame& frame, Stack& stack);
    void draw_preview(Frame& frame, Rect area);
    void draw_narrow_foot(Frame& frame, Rect& sheet);
    void draw_dialogs(Frame& frame);
    void draw_void(Frame& frame);
    void start_lines();
    void open_finalize();
    void save_pdf();
    void remove_line(std::size_t index);
    void remove_draft();
    void duplicate();
    void go_to(const FinalizeReason& reason);

    Desk& desk_;
    std::unique_ptr<EditorModel> model_;
    std::optional<base::Error> fault_;
    std::optional<EditorHead> head_;
    std::optional<EditorLineRows> rows_;
    std::optional<EditorSummary> summary_;
    EditorPreview preview_;
    std::optional<FinalizeDialog> finalize_;
    std::optional<std::string> void_reason_; // While its dialog is open.
    std::string void_error_;
    EditorPart part_ = EditorPart::edit;
    bool shows_sums_ = false; // Above the narrow foot.
};

EditorScreen::EditorScreen(Desk& desk, base::Result<std::unique_ptr<EditorModel>> model,
                           std::optional<domain::InvoiceId> id)
    : desk_(desk), preview_(desk) {
    if (!model) {
        // An invoice that was issued has its own address.
        if (id && desk.app.invoice(*id))
            desk.routes.replace("#/invoices/" + to_text(*id));
        else
            fault_ = model.error();
        return;
    }
    model_ = *std::move(model);
    head_.emplace(*model_);
    rows_.emplace(*model_);
    summary_.emplace(*model_);
}

std::string EditorScreen::title() const {
    if (!model_) return "Draft";
    const std::string& name = model_->view().client_name;
    return name.empty() ? "New invoice" : "Draft for " + name;
}

void EditorScreen::draw(Frame& frame, const Rect& sheet) {
    if (fault_) draw_fault(frame, sheet);
    if (!model_) return;
    model_->refresh();
    follow_save(frame);
    Rect rest = sheet;
    const bool is_split = is_side_by_side(frame, rest);
    const EditorIntent intent = editor_header(frame, rest, *model_, is_split ? nullptr : &part_);
    if (frame.breadth() == Breadth::narrow) draw_narrow_foot(frame, rest);
    if (is_split) {
        draw_form(frame, take_left(rest, form_width(rest)));
        draw_preview(frame, rest);
    } else if (part_ == EditorPart::edit) {
        const float form = std::min(rest.width, frame_size::editor_form + 24);
        draw_form(frame, {rest.center_x() - form / 2, rest.y, form, rest.height});
    } else {
        draw_preview(frame, rest);
    }
    take_intent(intent);
    if (!model_) return;
    draw_dialogs(frame);
    leave_if_gone();
}

void EditorScreen::draw_fault(Frame& frame, const Rect& sheet) {
    const bool is_missing = fault_->code == base::Code::not_found;
    const std::string why = app::message(*fault_);
    if (empty_state(frame, sheet,
                    {.title = is_missing ? "This draft is not there" : "The draft can't be shown",
                     .text = is_missing ? "It was deleted, or the link is incomplete."
                                        : std::string_view(why),
                     .action = "Show all invoices",
                     .is_filtered = true}) == EmptyAnswer::action)
        desk_.routes.go("#/invoices");
}

// Issued here: to the invoice, once it is safe. Issued or deleted elsewhere: away.
void EditorScreen::leave_if_gone() {
    if (!model_->is_gone()) return;
    const std::string address = "#/invoices/" + to_text(model_->draft().id);
    if (finalize_ && finalize_->model().stage() != FinalizeStage::asking) {
        if (finalize_->model().stage() != FinalizeStage::done) return;
        desk_.notices.say(finalize_->model().number() + " finalized");
        finalize_.reset();
        desk_.routes.go(address);
    } else if (desk_.app.invoice(model_->draft().id)) {
        desk_.routes.replace(address);
    } else {
        fault_ = base::Error{.code = base::Code::not_found, .field = {}, .detail = {}, .also = {}};
        head_.reset();
        rows_.reset();
        summary_.reset();
        model_.reset();
    }
}

void EditorScreen::follow_save(Frame& frame) {
    if (const auto due = model_->autosave(frame.now_ms())) frame.want_at(*due);
    // A field that is left is saved at once.
    for (const Mirror::Entry& entry : frame.mirror().nodes())
        if (entry.node.field && frame.input().has_left(entry.node.id)) (void)model_->save();
    const std::string address = address_of(model_->draft().id);
    if (model_->is_on_book() && !model_->is_gone() && desk_.routes.is_at_screen() &&
        desk_.routes.address().starts_with("#/invoices/new"))
        desk_.routes.replace(address);
}

void EditorScreen::draw_form(Frame& frame, const Rect& area) {
    ScrollArea scroll(frame, "form", area, "Invoice form");
    Rect content = scroll.content();
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    take_left(content, frame.gutter());
    take_right(content, is_narrow ? frame.gutter() : 24);
    Stack stack(content, 0);
    stack.skip(is_narrow ? 16 : 21);
    stack.advance(head_->draw(frame, stack.slot()));
    stack.skip(is_narrow ? 8 : 16);
    draw_lines(frame, stack);
    stack.skip(20);
    stack.advance(summary_->draw(frame, stack.slot()));
    stack.skip(32);
    scroll.set_content_height(stack.y() - content.y);
}

void EditorScreen::draw_lines(Frame& frame, Stack& stack) {
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    if (is_narrow) {
        const Rect head = stack.next(40);
        label(
            frame, head,
            {.text = counted(model_->lines().count(), "line", "lines"), .weight = Weight::medium});
        divider(frame, head.x - frame.gutter(), head.right() + frame.gutter(), head.bottom() - 1);
    }
    const EditorLineRows::Answer answer = rows_->draw(frame, stack.slot());
    stack.advance(answer.height);
    if (answer.remove) remove_line(*answer.remove);
    stack.skip(12);
    draw_line_buttons(frame, stack);
}

void EditorScreen::draw_line_buttons(Frame& frame, Stack& stack) {
    struct Kind {
        std::string_view label;
        domain::LineKind kind;
    };
    constexpr std::array<Kind, 3> kinds{{{"Service", domain::LineKind::service},
                                         {"Product", domain::LineKind::product},
                                         {"Write-in", domain::LineKind::write_in}}};
    const float height = button_height(frame, ButtonSize::small);
    Rect row = stack.next(height);
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    const std::vector<Rect> equal = columns(row, 8, {0, 0, 0});
    for (std::size_t index = 0; index < kinds.size(); ++index) {
        const Button add{.label = kinds[index].label,
                         .icon = Icon::plus,
                         .size = ButtonSize::small,
                         .key = kinds[index].label};
        const Rect place = is_narrow ? equal[index] : take_left(row, button_width(frame, add), 8);
        if (button(frame, place, add)) rows_->add(kinds[index].kind);
    }
    if (is_narrow) {
        stack.skip(8);
        row = stack.next(height);
    }
    const Button change{.label = "Discount or surcharge",
                        .kind = ButtonKind::quiet,
                        .icon = Icon::percent,
                        .size = ButtonSize::small};
    const float width = button_width(frame, change);
    const Rect place = is_narrow ? take_left(row, width) : take_right(row, width);
    if (button(frame, place, change)) summary_->add_adjustment();
}

void EditorScreen::draw_preview(Frame& frame, Rect area) {
    const Group region(frame, {.id = frame.id("preview"),
                               .role = Role::region,
                               .name = "Preview",
                               .rect = area,
                               .name_is_drawn = false});
    preview_.update(*model_);
    const bool is_narrow = frame.breadth() == Breadth::narrow;
    const float corner = is_narrow ? 0 : radius::sheet - 1;
    frame.paint().fill(area, frame.color(Color::bg), Corners{0, 0, corner, 0});
    frame.paint().vertical_line(area.x, area.y, area.bottom(), frame.color(Color::border));
    if (!is_narrow) {
        const bool is_a4 = model_->edited().settings.practice.billing.paper == domain::Paper::a4;
        Rect head = take_top(area, preview_head).inset(24, 0);
        head.height = 48;
        label(frame, head,
              {.text = is_a4 ? "Preview, A4" : "Preview, Letter", .color = Color::muted});
    }
    preview_.draw(frame, area);
}

void EditorScreen::draw_narrow_foot(Frame& frame, Rect& sheet) {
    const float height = 16 + 24 + 12 + 48 + 16;
    float sums = 0;
    if (shows_sums_) sums = std::min(sheet.height - height - 40, 260.0F);
    const Rect foot = take_bottom(sheet, height + sums);
    frame.paint().fill(foot, frame.color(Color::surface));
    divider(frame, foot.x, foot.right(), foot.y);
    Rect inside = foot.inset(frame.gutter(), 0);
    take_top(inside, 16);
    if (shows_sums_) {
        const Scope scope(frame, "foot sums");
        ScrollArea area(frame, "sums", take_top(inside, sums - 8, 8), "Tax summary");
        area.set_content_height(summary_->draw_sums(frame, area.content()));
    }
    const Rect line = take_top(inside, 24, 12);
    if (const auto& totals = model_->view().totals) {
        const Local& local = model_->local();
        label(frame, line,
              {.text = "Net " + local.bare(totals->net) + ", " + tax_column(model_->edited()) +
                       " " + local.bare(totals->tax),
               .color = Color::muted});
    }
    if (link(frame, line,
             {.label = "Tax summary",
              .align = HorizontalAlign::end,
              .icon_after = shows_sums_ ? Icon::chevron_down : Icon::chevron_up}))
        shows_sums_ = !shows_sums_;
    const EditorStep step = next_step(*model_);
    if (button(frame, take_top(inside, 48),
               {.label = step.label,
                .kind = ButtonKind::primary,
                .size = ButtonSize::large,
                .key = "next step"}))
        take_intent(step.intent);
}

void EditorScreen::take_intent(EditorIntent intent) {
    switch (intent) {
    case EditorIntent::none: break;
    case EditorIntent::back: desk_.routes.back(); break;
    case EditorIntent::keep: start_lines(); break;
    case EditorIntent::finalize: open_finalize(); break;
    case EditorIntent::save_pdf: save_pdf(); break;
    case EditorIntent::duplicate: duplicate(); break;
    case EditorIntent::remove: remove_draft(); break;
    case EditorIntent::void_number: void_reason_.emplace(); break;
    }
}

// The draft is in the book from here on, and its first line waits for its words.
void EditorScreen::start_lines() {
    if (model_->keep() && model_->lines().count() == 0) rows_->add(domain::LineKind::service);
}

void EditorScreen::open_finalize() {
    model_->lines().leave();
    (void)model_->save();
    model_->refresh();
    preview_.update(*model_);
    finalize_.emplace(*model_, preview_.missing_letters());
}

void EditorScreen::draw_dialogs(Frame& frame) {
    head_->draw_dialogs(frame);
    summary_->draw_dialogs(frame);
    draw_void(frame);
    if (!finalize_) return;
    const FinalizeDialog::Answer answer = finalize_->draw(frame);
    if (!answer.is_closed) return;
    finalize_.reset();
    if (answer.go_to) go_to(*answer.go_to);
}

void EditorScreen::go_to(const FinalizeReason& reason) {
    part_ = EditorPart::edit;
    const auto recipient = model_->draft().client;
    switch (reason.place) {
    case ReasonPlace::nowhere: break;
    case ReasonPlace::client: head_->focus(EditorHead::Place::client); break;
    case ReasonPlace::issued: head_->focus(EditorHead::Place::issued); break;
    case ReasonPlace::due: head_->focus(EditorHead::Place::due); break;
    case ReasonPlace::client_record:
        if (recipient) desk_.routes.go("#/clients/" + to_text(*recipient));
        break;
    case ReasonPlace::practice: desk_.routes.go("#/settings/practice"); break;
    case ReasonPlace::numbering: desk_.routes.go("#/settings/numbering"); break;
    case ReasonPlace::lines:
        if (model_->lines().count() == 0)
            rows_->add(domain::LineKind::service);
        else
            rows_->open(0);
        break;
    case ReasonPlace::line:
        if (reason.line < model_->lines().count()) rows_->open(reason.line);
        break;
    }
}

void EditorScreen::save_pdf() {
    const auto pdf = preview_.pdf(model_->draft());
    if (!pdf) {
        desk_.notices.refused(app::message(pdf.error()));
        return;
    }
    if (!*pdf) {
        desk_.notices.refused("The typeface is still on its way. Try again in a moment.");
        return;
    }
    const std::string& client = model_->view().client_name;
    const std::string name =
        client.empty() ? std::string("Draft invoice.pdf") : "Draft invoice, " + client + ".pdf";
    desk_.files.save(name, "application/pdf", std::as_bytes(std::span(**pdf)));
    desk_.notices.say("Draft saved as PDF");
}

void EditorScreen::remove_line(std::size_t index) {
    const std::string& own = model_->lines().line(index).name;
    const std::string name = own.empty() ? "Line removed" : own + " removed";
    if (const auto command = model_->remove_line(index)) desk_.notices.done(name, *command);
}

void EditorScreen::remove_draft() {
    if (!model_->is_on_book() && !model_->has_unsaved()) {
        desk_.routes.go("#/invoices");
        return;
    }
    const std::string client = model_->view().client_name;
    const auto command = model_->remove();
    if (!command) {
        desk_.notices.refused(app::message(command.error()));
        return;
    }
    desk_.notices.done(client.empty() ? "Draft deleted" : "Draft for " + client + " deleted",
                       *command);
    desk_.routes.go("#/invoices");
}

void EditorScreen::duplicate() {
    const auto copy = model_->duplicate();
    if (!copy) {
        desk_.notices.refused(app::message(copy.error()));
        return;
    }
    desk_.notices.say("Duplicated, this is the copy", Icon::copy);
    desk_.routes.go(address_of(*copy));
}

void EditorScreen::draw_void(Frame& frame) {
    if (!void_reason_) return;
    const std::string number = model_->view().expected_number;
    const std::string question = "Void " + number + "?";
    bool is_over = false;
    {
        Dialog dialog(frame, {.title = question,
                              .lead = "The number stays used and the draft can't be edited again.",
                              .key = "void",
                              .width = 440});
        Stack stack(dialog.body(), space::field_gap);
        stack.advance(text_field(frame, stack.slot(), *void_reason_,
                                 {.label = "Reason",
                                  .error = void_error_,
                                  .capitals = Capitals::sentences,
                                  .is_required = true})
                          .height);
        dialog.set_body_height(stack.used());
        Rect foot = dialog.foot();
        if (button_from_right(frame, foot,
                              {.label = question.substr(0, question.size() - 1),
                               .kind = ButtonKind::destructive})) {
            const auto done = model_->void_numbered(*void_reason_);
            if (done) {
                desk_.notices.say(number + " voided", Icon::ban);
                desk_.routes.go("#/invoices");
                is_over = true;
            } else {
                void_error_ = app::message(done.error());
            }
        }
        is_over |= button_from_right(frame, foot, {.label = "Keep as draft"});
        is_over |= dialog.is_dismissed();
    }
    if (!is_over) return;
    void_reason_.reset();
    void_error_.clear();
}

} // namespace

std::unique_ptr<Panel> make_new_invoice(Desk& desk, std::string_view rest) {
    std::optional<domain::PartyId> client;
    if (const auto id = base::parse_id<struct domain::PartyTag>(rest)) client = *id;
    return std::make_unique<EditorScreen>(desk, EditorModel::start(desk.app, client), std::nullopt);
}

std::unique_ptr<Panel> make_draft(Desk& desk, std::string_view rest) {
    const auto id = base::parse_id<struct domain::InvoiceTag>(rest);
    if (!id)
        return std::make_unique<EditorScreen>(desk, base::fail(base::Code::not_found, "invoice"),
                                              std::nullopt);
    return std::make_unique<EditorScreen>(desk, EditorModel::open(desk.app, *id), *id);
}

} // namespace ui
