// How the practice bills: place and currency, prices and rounding, terms, texts, the lock date.
//
// Saved as a whole (EditBilling). What is issued keeps what it was issued with. Days and the lock
// date are typed: their words stay as they are until they are saved.
#pragma once

#include "app/queries/settings.h"
#include "ui/screens/edited.h"
#include "ui/screens/local.h"

#include <string>
#include <vector>

namespace ui {

class BillingForm {
  public:
    BillingForm(app::App& app, const app::PracticeSettings& settings);

    void read(const app::PracticeSettings& settings);
    [[nodiscard]] domain::BillingSettings& billing() { return billing_.now; }
    [[nodiscard]] FieldErrors& errors() { return errors_; }
    [[nodiscard]] const Local& local() const { return local_; }
    [[nodiscard]] const std::vector<domain::TaxDefinition>& taxes() const { return taxes_; }

    // "14", of terms in days.
    [[nodiscard]] std::string& days() { return days_; }
    // "20/11/2026", or empty: nothing is locked.
    [[nodiscard]] std::string& lock_date() { return lock_date_; }
    [[nodiscard]] std::optional<base::Date> read_lock_date() const;
    void set_lock_date(base::Date date) { lock_date_ = local_.numeric(date); }
    // The one tax that a new line has by itself, as an index into `taxes`; -1 for none.
    [[nodiscard]] int default_tax() const;
    void set_default_tax(int index);

    [[nodiscard]] bool is_changed() const;
    [[nodiscard]] std::optional<base::Uuid> save();
    void discard();

  private:
    void write_words();

    app::App& app_;
    Edited<domain::BillingSettings> billing_;
    Local local_;
    std::vector<domain::TaxDefinition> taxes_; // In use.
    std::string days_, saved_days_;
    std::string lock_date_, saved_lock_date_;
    FieldErrors errors_;
};

} // namespace ui
