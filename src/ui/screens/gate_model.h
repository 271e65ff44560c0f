// What stands in the window while there is no open, set-up book: which page, and why.
//
// Follows the book's phase; a person's choice (set up, restore, sample) decides between the pages
// of an empty store. It keeps the window while the sample is filled in, though the book is open by
// then. Draws nothing.
#pragma once

#include "ui/screens/sample_load.h"

#include <cstdint>
#include <memory>
#include <string>

namespace app {
class App;
}

namespace platform {
class Assets;
class Site;
} // namespace platform

namespace ui {

enum class GatePage : std::uint8_t {
    opening,
    elsewhere, // Nothing is here yet, and another tab is about to make it.
    welcome,
    question, // The store is empty, but a book was kept here before.
    set_up,
    restore,
    sample,
    locked,
    damaged,
    failed,
    problem, // The book is whole and cannot be used here: App::problem, or a newer program's log.
};

class GateModel {
  public:
    GateModel(app::App& app, platform::Site& site, platform::Assets& assets);

    // Once a frame, before anything is drawn.
    void step();
    [[nodiscard]] GatePage page() const { return page_; }
    // Whether the window is still the gate's although the book is ready.
    [[nodiscard]] bool is_holding() const;

    // Between the pages of an empty store.
    void set_up() { choice_ = Choice::set_up; }
    void restore() { choice_ = Choice::restore; }
    void show_sample();
    // Back to where the person chose.
    void go_back() { choice_ = Choice::none; }
    [[nodiscard]] SampleLoad* sample() { return sample_.get(); }
    // Before it has begun, or with a part refused: shows what there is.
    void leave_sample() { sample_.reset(); }

    // Page `locked`. What was typed stays until it was right.
    std::string passphrase;
    void unlock();
    [[nodiscard]] bool is_unlocking() const;
    [[nodiscard]] const std::string& passphrase_error() const { return passphrase_error_; }
    void clear_passphrase_error() { passphrase_error_.clear(); }

    // Page `damaged`: opens what can be read, for reading only.
    [[nodiscard]] bool can_rescue() const; // Not when it was tried and gave nothing.
    void rescue();
    // Whether a newer program wrote the book.
    [[nodiscard]] bool is_too_new() const;
    // The sentence for damaged, failed and problem.
    [[nodiscard]] std::string reason() const;

    // Removes what is left of a book from this browser.
    void remove_book();

  private:
    enum class Choice : std::uint8_t { none, set_up, restore };
    [[nodiscard]] GatePage page_now();
    [[nodiscard]] GatePage start_page();
    [[nodiscard]] GatePage damaged_page() const;

    app::App& app_;
    platform::Site& site_;
    platform::Assets& assets_;
    GatePage page_ = GatePage::opening;
    Choice choice_ = Choice::none;
    std::unique_ptr<SampleLoad> sample_;
    bool has_started_sample_ = false; // The address asks for it only once.
    bool is_trying_ = false;          // A passphrase is being tried.
    std::string passphrase_error_;
    std::string rescue_error_;
};

} // namespace ui
