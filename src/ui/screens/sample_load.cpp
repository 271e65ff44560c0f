#include "ui/screens/sample_load.h"

#include "app/app.h"
#include "platform/ports/assets.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr std::string_view file_name = "sample.jsonl";
constexpr std::int64_t slice_ms = 10;

// A book for the sample where there is none yet.
base::Result<void> make_book(app::App& app) {
    if (app.book().phase() != app::BookPhase::empty) return {};
    TRY_VOID(app.book().create());
    return app.step();
}

} // namespace

void SampleLoad::step() {
    if (state_ == State::fetching) {
        switch (assets_.request(file_name)) {
        case platform::Assets::State::fetching: return;
        case platform::Assets::State::unreachable: state_ = State::unreachable; return;
        case platform::Assets::State::here: break;
        }
        const std::vector<std::byte> bytes = assets_.take(file_name);
        text_.assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        line_count_ = static_cast<std::size_t>(std::ranges::count(text_, '\n'));
        if (const auto made = make_book(app_); !made) return refuse(made.error());
        state_ = State::filling;
    }
    if (state_ == State::filling) fill();
}

void SampleLoad::fill() {
    const std::int64_t start_ms = app_.now().unix_ms;
    while (true) {
        const std::string_view line = next_line();
        if (line.empty()) {
            state_ = State::done;
            return;
        }
        if (const auto done = app_.execute_json(line); !done) return refuse(done.error());
        ++lines_done_;
        const std::int64_t passed_ms = app_.now().unix_ms - start_ms;
        if (passed_ms < 0 || passed_ms >= slice_ms) return; // Below 0: the clock was set back.
    }
}

void SampleLoad::refuse(base::Error error) {
    error.also.clear();
    failure_ = base::Error{.code = base::Code::line_refused,
                           .field = {},
                           .detail = std::to_string(lines_done_ + 1),
                           .also = {std::move(error)}};
    state_ = State::refused;
}

// The next line with something on it; empty at the end.
std::string_view SampleLoad::next_line() {
    while (at_ < text_.size()) {
        const std::size_t end = std::min(text_.find('\n', at_), text_.size());
        const auto line = std::string_view(text_).substr(at_, end - at_);
        at_ = end + 1;
        if (!line.empty()) return line;
    }
    return {};
}

} // namespace ui
