// The sample practice, filled into an empty book line by line while the window stays alive.
//
// The sample is a file of commands (assets/sample); each is carried out as any script's would be,
// in slices of some milliseconds a frame. One refused line ends it: a sample that is not whole is
// not shown as if it were.
#pragma once

#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {
class App;
}

namespace platform {
class Assets;
}

namespace ui {

class SampleLoad {
  public:
    enum class State : std::uint8_t { fetching, unreachable, filling, refused, done };

    SampleLoad(app::App& app, platform::Assets& assets) : app_(app), assets_(assets) {}

    // Goes on; call it once a frame until it is done or has failed.
    void step();
    [[nodiscard]] State state() const { return state_; }
    // After `unreachable`: asks for the file again.
    void try_again() { state_ = State::fetching; }

    [[nodiscard]] std::size_t lines_done() const { return lines_done_; }
    [[nodiscard]] std::size_t line_count() const { return line_count_; }
    // Why a line was refused: its number, and in `also` what the command said.
    [[nodiscard]] const std::optional<base::Error>& failure() const { return failure_; }

  private:
    void fill();
    void refuse(base::Error error);
    [[nodiscard]] std::string_view next_line();

    app::App& app_;
    platform::Assets& assets_;
    State state_ = State::fetching;
    std::string text_;
    std::size_t at_ = 0; // Of the next line in text_.
    std::size_t lines_done_ = 0;
    std::size_t line_count_ = 0;
    std::optional<base::Error> failure_;
};

} // namespace ui
