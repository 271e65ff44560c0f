// After a copy was restored: what came back, and the last number given before.
//
// The copy may be older than the last invoice. Numbers cannot meet, because this device has a
// series of its own now; but those that were given in between must be accounted for.
#pragma once

#include "app/app.h"
#include "ui/screens/field_errors.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ui {

class RestoredModel {
  public:
    explicit RestoredModel(app::App& app) : app_(app) {}

    // Once a frame; reads anew when the book has changed.
    void read();
    [[nodiscard]] const std::string& practice() const { return practice_; }
    // "INV-A0001": what the next invoice of this device gets.
    [[nodiscard]] const std::string& next_number() const { return next_number_; }
    // "INV-0147": the last number in the copy; empty where it had given none.
    [[nodiscard]] const std::string& last_number() const { return last_number_; }

    // What the person says was given last: "INV-0152" or "152".
    std::string confirmed_number;
    // True when the numbers are accounted for.
    [[nodiscard]] bool confirm();
    [[nodiscard]] FieldErrors& errors() { return errors_; }

  private:
    app::App& app_;
    std::optional<std::uint64_t> read_revision_;
    std::string practice_;
    std::string next_number_;
    std::string last_number_;
    std::optional<domain::Series> closed_; // The one that was closed last.
    FieldErrors errors_;
};

} // namespace ui
