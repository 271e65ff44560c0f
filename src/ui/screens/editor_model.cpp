#include "ui/screens/editor_model.h"

#include "app/formats.h"
#include "app/local_time.h"
#include "app/messages.h"
#include "ui/screens/editor_merge.h"
#include "ui/screens/terms_entry.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

// The error of a field among the totals' own.
std::string totals_error_at(const app::DraftView& view, std::string_view field) {
    if (!view.totals_error) return {};
    const auto is_of_field = [field](const base::Error& error) { return error.field == field; };
    if (is_of_field(*view.totals_error)) return app::message(*view.totals_error);
    const auto found = std::ranges::find_if(view.totals_error->also, is_of_field);
    return found == view.totals_error->also.end() ? std::string() : app::message(*found);
}

} // namespace

EditorModel::EditorModel(app::App& app, EditedDraft edited, app::DraftView view, OnBook on_book)
    : app_(app), edited_(std::move(edited)), lines_(app, edited_), view_(std::move(view)),
      base_(edited_.draft), session_(app.new_id()), read_revision_(app.revision()),
      saved_revision_(app.revision()), is_on_book_(on_book == OnBook::yes) {
    write_dates();
    read_client();
    if (view_.saved_at) note_saved_at(*view_.saved_at);
}

base::Result<std::unique_ptr<EditorModel>> EditorModel::make(app::App& app, domain::Draft draft,
                                                             OnBook on_book) {
    draft.lines = domain::ordered_lines(std::move(draft.lines));
    auto view = TRY(app.preview(draft));
    EditedDraft edited{
        .draft = std::move(draft), .settings = TRY(app.settings()), .local = local_of(app)};
    return std::make_unique<EditorModel>(app, std::move(edited), std::move(view), on_book);
}

base::Result<std::unique_ptr<EditorModel>>
EditorModel::start(app::App& app, std::optional<domain::PartyId> client) {
    return make(app, TRY(app.new_draft(client)), OnBook::no);
}

base::Result<std::unique_ptr<EditorModel>> EditorModel::open(app::App& app, domain::InvoiceId id) {
    return make(app, TRY(app.draft(id)).draft, OnBook::yes);
}

void EditorModel::refresh() {
    if (is_gone_) return;
    const bool is_followed = read_revision_ == app_.revision();
    if (!is_followed) follow_book();
    if (!is_gone_ && (!is_followed || figured_edits_ != edited_.edits)) recompute();
}

void EditorModel::follow_book() {
    read_revision_ = app_.revision();
    if (auto settings = app_.settings()) edited_.settings = *std::move(settings);
    edited_.local = local_of(app_);
    if (!is_on_book_) return;
    const auto held = app_.draft(edited_.draft.id);
    if (!held) {
        is_gone_ = held.error().code == base::Code::not_found;
        return;
    }
    edited_.draft = merge_elsewhere(base_, held->draft, edited_.draft);
    base_ = held->draft;
    if (held->saved_at) note_saved_at(*held->saved_at);
    lines_.follow();
    read_client();
}

void EditorModel::recompute() {
    figured_edits_ = edited_.edits;
    if (auto view = app_.preview(edited_.draft)) view_ = *std::move(view);
    ++figures_version_;
    write_dates();
}

void EditorModel::read_client() {
    contacts_.clear();
    if (!edited_.draft.client) return;
    const auto profile = app_.client(*edited_.draft.client);
    if (!profile) return;
    for (const domain::Contact& contact : profile->contacts)
        if (!contact.is_archived || edited_.draft.recipient == contact.id)
            contacts_.push_back(contact);
}

// Dates and terms that no one is typing are written in full.
void EditorModel::write_dates() {
    if (!terms_.is_touched) terms_.write(terms_words(edited_.draft.terms));
    if (!issued_.is_touched) issued_.write(edited_.local.with_year(view_.issue_date));
    if (!due_.is_touched)
        due_.write(view_.due_date ? edited_.local.with_year(*view_.due_date) : std::string());
}

std::optional<double> EditorModel::autosave(double now_ms) {
    if (is_gone_) return std::nullopt;
    if (timed_edits_ != edited_.edits) {
        timed_edits_ = edited_.edits;
        due_ms_ = now_ms + autosave_ms;
    }
    if (due_ms_ && now_ms >= *due_ms_) (void)save();
    return due_ms_;
}

bool EditorModel::save() {
    due_ms_.reset();
    timed_edits_ = edited_.edits;
    if (is_gone_ || saved_edits_ == edited_.edits) return save_error_.empty();
    return commit(session_, app_.new_id());
}

bool EditorModel::keep() {
    if (is_on_book_) return save();
    return commit(session_, app_.new_id());
}

bool EditorModel::commit(std::optional<base::Uuid> session, const base::Uuid& command) {
    if (read_revision_ != app_.revision()) follow_book();
    if (is_gone_) return false;
    const auto receipt =
        app_.execute(command, app::SaveDraft{.draft = edited_.draft, .session = session});
    saved_edits_ = edited_.edits; // Tried; the same draft is not tried again by itself.
    if (!receipt) {
        refusals_.set(receipt.error());
        save_error_ = app::message(receipt.error());
        return false;
    }
    refusals_.clear();
    save_error_.clear();
    is_on_book_ = true;
    base_ = edited_.draft;
    read_revision_ = app_.revision();
    saved_revision_ = receipt->revision;
    note_saved_at(app_.now());
    return true;
}

bool EditorModel::has_unsaved() const {
    return !is_gone_ && (saved_edits_ != edited_.edits || !save_error_.empty());
}

DraftSaved EditorModel::saved() const {
    if (!save_error_.empty()) return DraftSaved::failed;
    if (saved_edits_ != edited_.edits) return DraftSaved::saving;
    if (!is_on_book_) return DraftSaved::never;
    if (app_.saved_revision() >= saved_revision_) return DraftSaved::saved;
    const auto state = app_.book().save_state().kind;
    return state == store::SaveState::Kind::not_saved ? DraftSaved::failed : DraftSaved::saving;
}

void EditorModel::note_saved_at(base::Instant at) {
    saved_clock_ = app::clock_text(app_.local_time(at));
}

std::string EditorModel::error_at(std::string_view field) const {
    if (const std::string_view refused = refusals_.at(field); !refused.empty())
        return std::string(refused);
    return totals_error_at(view_, field);
}

void EditorModel::choose_client(domain::PartyId client) {
    domain::Draft& draft = edit();
    draft.client = client;
    // Whom to invoice and when to pay are the client's own.
    if (const auto fresh = app_.new_draft(client)) {
        draft.recipient = fresh->recipient;
        draft.terms = fresh->terms;
    }
    read_client();
}

void EditorModel::clear_client() {
    domain::Draft& draft = edit();
    draft.client.reset();
    draft.recipient.reset();
    contacts_.clear();
}

void EditorModel::choose_recipient(std::optional<domain::PartyId> recipient) {
    edit().recipient = recipient;
}

void EditorModel::choose_practitioner(std::optional<domain::PractitionerId> practitioner) {
    edit().practitioner = practitioner;
}

void EditorModel::choose_location(std::optional<domain::LocationId> location) {
    edit().location = location;
}

void EditorModel::be_due_by(const domain::Terms& terms) {
    domain::Draft& draft = edit();
    draft.terms = terms;
    draft.due_date.reset();
    due_.write({});
}

void EditorModel::read_terms() {
    domain::Terms terms = edited_.draft.terms;
    if (terms_.take(ui::read_terms(terms_.words, *edited_.local.locale), terms)) be_due_by(terms);
}

void EditorModel::choose_terms(domain::Terms terms) {
    be_due_by(terms);
    terms_.write(terms_words(terms));
}

void EditorModel::judge_terms() {
    terms_.judge();
    if (!terms_.is_wrong()) terms_.write(terms_words(edited_.draft.terms));
}

void EditorModel::read_issued() {
    base::Date date = edited_.issue_date();
    (void)issued_.take(app::read_date(issued_.words, edited_.local.today, *edited_.local.locale),
                       date);
    if (!issued_.is_wrong()) edit().issue_date = date;
}

void EditorModel::read_due() {
    if (due_.words.empty()) {
        // Nothing written: by the terms again.
        due_.write({});
        edit().due_date.reset();
        return;
    }
    base::Date date = view_.due_date.value_or(edited_.issue_date());
    (void)due_.take(app::read_date(due_.words, edited_.local.today, *edited_.local.locale), date);
    if (!due_.is_wrong()) edit().due_date = date;
}

void EditorModel::issue_on(base::Date date) {
    edit().issue_date = date;
    issued_.write(edited_.local.with_year(date));
}

void EditorModel::be_due_on(base::Date date) {
    edit().due_date = date;
    due_.write(edited_.local.with_year(date));
}

void EditorModel::judge_dates() {
    for (Typed* const typed : {&issued_, &due_}) {
        typed->judge();
        if (!typed->is_wrong()) typed->is_touched = false;
    }
    write_dates();
}

domain::Draft& EditorModel::edit() {
    edited_.changed();
    return edited_.draft;
}

void EditorModel::wish_credit(bool wish) { edit().wants_credit_applied = wish; }

void EditorModel::put_adjustment(std::optional<std::size_t> index,
                                 domain::DraftAdjustment adjustment) {
    auto& adjustments = edit().adjustments;
    if (index)
        adjustments[*index] = std::move(adjustment);
    else
        adjustments.push_back(std::move(adjustment));
}

void EditorModel::remove_adjustment(std::size_t index) {
    auto& adjustments = edit().adjustments;
    adjustments.erase(adjustments.begin() + static_cast<std::ptrdiff_t>(index));
}

bool EditorModel::is_wrong() const {
    return lines_.is_wrong() || issued_.is_wrong() || terms_.is_wrong() || due_.is_wrong();
}

std::optional<base::Uuid> EditorModel::remove_line(std::size_t index) {
    // What came before stays when the removal is taken back.
    const bool is_before_saved = save();
    lines_.remove(index);
    if (!is_before_saved || !is_on_book_) return std::nullopt;
    const base::Uuid command = app_.new_id();
    due_ms_.reset();
    timed_edits_ = edited_.edits;
    if (!commit(std::nullopt, command)) return std::nullopt;
    return command;
}

base::Result<base::Uuid> EditorModel::remove() {
    // So that Undo brings all of it back.
    (void)save();
    const base::Uuid command = app_.new_id();
    TRY(app_.execute(command, app::DeleteDraft{.invoice = edited_.draft.id}));
    is_gone_ = true;
    return command;
}

base::Result<domain::InvoiceId> EditorModel::duplicate() {
    (void)keep();
    const auto receipt = TRY(app_.execute(app::DuplicateInvoice{.invoice = edited_.draft.id}));
    return domain::InvoiceId{receipt.record};
}

base::Result<void> EditorModel::void_numbered(std::string reason) {
    (void)save();
    TRY(app_.execute(app::VoidInvoice{
        .invoice = edited_.draft.id, .date = edited_.local.today, .reason = std::move(reason)}));
    is_gone_ = true;
    return {};
}

} // namespace ui
