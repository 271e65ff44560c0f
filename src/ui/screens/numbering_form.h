// The numbers of invoices: the pattern with an example of it, and the next number moved forward.
//
// Of this device's series only; others count on their own devices. Numbers given keep their text,
// so neither step can be undone.
#pragma once

#include "app/queries/settings.h"
#include "ui/screens/edited.h"
#include "ui/screens/local.h"

#include <string>

namespace ui {

class NumberingForm {
  public:
    explicit NumberingForm(app::App& app) : app_(app), local_(local_of(app)) {}

    void read(const app::PracticeSettings& settings);
    [[nodiscard]] const std::vector<app::SeriesView>& series() const { return series_; }
    [[nodiscard]] std::string& pattern() { return pattern_.now; }
    [[nodiscard]] FieldErrors& errors() { return errors_; }
    // "Next: INV-0148" by the pattern as it stands in the field; empty while it has a fault.
    [[nodiscard]] std::string example() const;
    // Puts what is wrong with the pattern at its field, as soon as it is typed.
    void judge();
    [[nodiscard]] bool restarts_yearly() const;

    [[nodiscard]] bool is_changed() const { return pattern_.is_changed(); }
    [[nodiscard]] bool save();
    void discard();

    // The dialog that moves the next number.
    struct Move {
        std::string number;
        std::string reason;
        FieldErrors errors;
    };
    [[nodiscard]] std::optional<Move>& move() { return move_; }
    void begin_move();
    // "INV-0200", as the first number after the move would be; empty while it can't be read.
    [[nodiscard]] std::string moved_example() const;
    [[nodiscard]] bool save_move();

  private:
    [[nodiscard]] const domain::Series* own() const;
    void refuse_pattern(base::Error error);

    app::App& app_;
    Local local_;
    std::vector<app::SeriesView> series_;
    Edited<std::string> pattern_{};
    std::string judged_; // The pattern that was last judged.
    FieldErrors errors_;
    std::optional<Move> move_;
};

} // namespace ui
