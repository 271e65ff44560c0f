// What lists of master data in the settings have in common: rows, one open dialog, archive, undo.
//
// T is Location, Practitioner or PaymentMethod. A derived part says how a record reads in the list
// and which fields its dialog has.
#pragma once

#include "app/app.h"
#include "app/messages.h"
#include "ui/screens/record_dialog.h"
#include "ui/screens/record_form.h"
#include "ui/screens/record_rows.h"
#include "ui/screens/settings_part.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace ui {

// Puts a record away or back and says so, with Undo.
void archive_record(Desk& desk, app::MasterKind kind, const base::Uuid& id,
                    const std::string& name);
void restore_record(Desk& desk, app::MasterKind kind, const base::Uuid& id,
                    const std::string& name);

struct RecordWords {
    app::MasterKind kind;
    std::string_view title; // "Locations".
    std::string_view lead;
    std::string_view add;  // "Add location".
    std::string_view save; // "Save location".
    std::string_view none;
};

template <typename T>
class RecordListPart : public SettingsPart {
  public:
    RecordListPart(Desk& desk, const RecordWords& words) : desk_(desk), words_(words) {}

    float draw(Frame& frame, const Rect& slot) override {
        std::vector<RecordRow> rows;
        rows.reserve(records_.size());
        for (const T& record : records_)
            rows.push_back(row_of(record));
        const RecordRowsAnswer answer = record_rows(frame, slot,
                                                    {.title = words_.title,
                                                     .lead = words_.lead,
                                                     .add = words_.add,
                                                     .none = words_.none,
                                                     .rows = rows});
        if (answer.adds) form_.emplace();
        if (answer.opened)
            if (const T* const record = find(*answer.opened)) form_ = RecordForm<T>{*record, {}};
        if (answer.restored)
            if (const T* const record = find(*answer.restored))
                restore_record(desk_, words_.kind, record->id.uuid, record->name);
        if (form_) draw_dialog(frame);
        return answer.height;
    }

  protected:
    [[nodiscard]] virtual RecordRow row_of(const T& record) const = 0;
    virtual void draw_fields(FormGrid& grid, T& record) = 0;

    void set_records(std::vector<T> records) { records_ = std::move(records); }
    [[nodiscard]] Desk& desk() { return desk_; }

  private:
    [[nodiscard]] const T* find(const base::Uuid& id) const {
        const auto found =
            std::ranges::find(records_, id, [](const T& one) { return one.id.uuid; });
        return found == records_.end() ? nullptr : &*found;
    }

    void draw_dialog(Frame& frame) {
        const bool is_new = form_->is_new();
        const T* const saved = is_new ? nullptr : find(form_->record.id.uuid);
        const RecordAnswer answer = record_dialog(
            frame,
            {.title = saved != nullptr ? std::string_view(saved->name) : words_.add,
             .key = "record",
             .save = is_new ? words_.add : words_.save,
             .is_new = is_new,
             .can_archive = !is_new},
            form_->errors, [this](FormGrid& grid) { draw_fields(grid, form_->record); });
        switch (answer) {
        case RecordAnswer::none: break;
        case RecordAnswer::keep: form_.reset(); break;
        case RecordAnswer::save: save_record(is_new); break;
        case RecordAnswer::archive:
            archive_record(desk_, words_.kind, form_->record.id.uuid, form_->record.name);
            form_.reset();
            break;
        }
    }

    void save_record(bool is_new) {
        const auto id = form_->save(desk_.app);
        if (!id) return;
        if (is_new)
            desk_.notices.say(form_->record.name + " added");
        else
            desk_.notices.done(form_->record.name + " saved", *id);
        form_.reset();
    }

    Desk& desk_;
    RecordWords words_;
    std::vector<T> records_;
    std::optional<RecordForm<T>> form_; // While its dialog is open.
};

} // namespace ui
