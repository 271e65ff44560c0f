// The invoice editor without its picture: one draft, saved while it is written.
//
// An edit is saved 600 ms after the last one, and at once by save(): when a field is left, when the
// page hides. A new draft is in the book from its first edit or keep() on; untouched it leaves
// nothing behind. Figures come from App::preview, once an edit. What changes elsewhere meanwhile is
// merged, so that an Undo and the next keystroke both stand.
#pragma once

#include "app/app.h"
#include "domain/party.h"
#include "ui/screens/edited_draft.h"
#include "ui/screens/editor_lines.h"
#include "ui/screens/field_errors.h"
#include "ui/screens/typed.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ui {

enum class DraftSaved : std::uint8_t {
    never,  // New and untouched.
    saving, // Edited, or not acknowledged by the disk yet.
    saved,
    failed,
};

class EditorModel {
  public:
    static constexpr int autosave_ms = 600;

    // Errors: those of App::new_draft and App::draft (not_found).
    static base::Result<std::unique_ptr<EditorModel>> start(app::App& app,
                                                            std::optional<domain::PartyId> client);
    static base::Result<std::unique_ptr<EditorModel>> open(app::App& app, domain::InvoiceId id);
    enum class OnBook : std::uint8_t { no, yes };
    EditorModel(app::App& app, EditedDraft edited, app::DraftView view, OnBook on_book);
    EditorModel(const EditorModel&) = delete;
    EditorModel& operator=(const EditorModel&) = delete;

    [[nodiscard]] app::App& app() { return app_; }
    [[nodiscard]] const domain::Draft& draft() const { return edited_.draft; }
    [[nodiscard]] const EditedDraft& edited() const { return edited_; }
    [[nodiscard]] const Local& local() const { return edited_.local; }
    // Figures, names and reasons, as of the last refresh.
    [[nodiscard]] const app::DraftView& view() const { return view_; }
    // Counts what the preview depends on.
    [[nodiscard]] std::uint64_t figures_version() const { return figures_version_; }
    [[nodiscard]] EditorLines& lines() { return lines_; }
    [[nodiscard]] const std::vector<domain::Contact>& contacts() const { return contacts_; }

    // Once a frame, first: follows the book, recomputes what the last edit changed.
    void refresh();
    // Saves what is due. When it next has something to do, on the frame's clock.
    std::optional<double> autosave(double now_ms);
    // Saves what is not saved yet; false when the book refused.
    bool save();
    // Saves the draft though nothing was written in it.
    bool keep();

    [[nodiscard]] bool is_on_book() const { return is_on_book_; }
    // Deleted or issued meanwhile: there is nothing to edit.
    [[nodiscard]] bool is_gone() const { return is_gone_; }
    // It was issued from here.
    void end() { is_gone_ = true; }
    [[nodiscard]] bool has_unsaved() const;
    [[nodiscard]] DraftSaved saved() const;
    // When the draft was last committed, by the practice's clock: "14:32"; empty before.
    [[nodiscard]] const std::string& saved_clock() const { return saved_clock_; }
    // Why it could not be saved; empty when it could.
    [[nodiscard]] std::string_view save_error() const { return save_error_; }
    // The sentence for a field, from the last save or from the totals: "lines[2].quantity".
    [[nodiscard]] std::string error_at(std::string_view field) const;

    // The head.
    void choose_client(domain::PartyId client);
    void clear_client();
    void choose_recipient(std::optional<domain::PartyId> recipient);
    void choose_practitioner(std::optional<domain::PractitionerId> practitioner);
    void choose_location(std::optional<domain::LocationId> location);
    // Typed ("45") or chosen; the due date is by them again.
    [[nodiscard]] Typed& terms() { return terms_; }
    void read_terms();
    void choose_terms(domain::Terms terms);
    void judge_terms();
    [[nodiscard]] Typed& issued() { return issued_; }
    [[nodiscard]] Typed& due() { return due_; }
    void read_issued();
    void read_due();
    void issue_on(base::Date date);
    void be_due_on(base::Date date);
    void judge_dates();
    // Reference, memo, footer: to be changed in place.
    domain::Draft& edit();
    void wish_credit(bool wish);

    // Discounts and surcharges on the document.
    void put_adjustment(std::optional<std::size_t> index, domain::DraftAdjustment adjustment);
    void remove_adjustment(std::size_t index);

    // Some field holds words that can't be read: it can't be finalized.
    [[nodiscard]] bool is_wrong() const;

    // Takes a line out as a command of its own, which Undo can take back; none when there is
    // nothing to take back.
    std::optional<base::Uuid> remove_line(std::size_t index);
    // The command, for Undo.
    [[nodiscard]] base::Result<base::Uuid> remove();
    // The copy's id.
    [[nodiscard]] base::Result<domain::InvoiceId> duplicate();
    // A reverted invoice is voided as it is.
    [[nodiscard]] base::Result<void> void_numbered(std::string reason);

  private:
    static base::Result<std::unique_ptr<EditorModel>> make(app::App& app, domain::Draft draft,
                                                           OnBook on_book);
    void follow_book();
    void recompute();
    void read_client();
    void write_dates();
    void be_due_by(const domain::Terms& terms);
    void note_saved_at(base::Instant at);
    bool commit(std::optional<base::Uuid> session, const base::Uuid& command);

    app::App& app_;
    EditedDraft edited_;
    EditorLines lines_;
    app::DraftView view_;
    domain::Draft base_; // As it was last read from the book or saved to it.
    std::vector<domain::Contact> contacts_;
    Typed issued_;
    Typed terms_;
    Typed due_;
    FieldErrors refusals_;
    std::string save_error_;
    std::string saved_clock_;
    base::Uuid session_;
    std::uint64_t read_revision_ = 0;  // Of the book, that is known here.
    std::uint64_t saved_revision_ = 0; // Of the last save.
    std::uint64_t figured_edits_ = 0;
    std::uint64_t saved_edits_ = 0;
    std::uint64_t timed_edits_ = 0;
    std::uint64_t figures_version_ = 1;
    std::optional<double> due_ms_;
    bool is_on_book_ = false;
    bool is_gone_ = false;
};

} // namespace ui
