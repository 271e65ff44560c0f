#include "ui/screens/restore_model.h"

#include "app/app.h"
#include "app/messages.h"
#include "platform/ports/site.h"

#include <utility>

namespace ui {

void RestoreModel::take(std::string name, std::span<const std::byte> file) {
    drop();
    name_ = std::move(name);
    file_.reserve(file.size());
    for (const std::byte byte : file)
        file_.push_back(std::to_integer<std::uint8_t>(byte));
    if (store::Book::salt_of(file_))
        state_ = State::sealed;
    else
        look();
}

void RestoreModel::open() {
    const auto salt = store::Book::salt_of(file_);
    if (state_ != State::sealed || !salt) return;
    if (passphrase.empty()) {
        error_ = app::message({.code = base::Code::missing, .field = "passphrase"});
        return;
    }
    error_.clear();
    state_ = State::opening;
    keys_.start(passphrase, *salt);
}

void RestoreModel::step() {
    if (state_ != State::opening) return;
    switch (keys_.state()) {
    case platform::KeyDerivation::State::working: return;
    case platform::KeyDerivation::State::idle: // Another derivation took its place.
    case platform::KeyDerivation::State::failed:
        state_ = State::sealed;
        error_ = app::message({.code = base::Code::out_of_memory, .field = "passphrase"});
        return;
    case platform::KeyDerivation::State::done:
        key_ = keys_.take();
        look();
        return;
    }
}

void RestoreModel::look() {
    auto summary = app_.read_copy(file_, key_ ? &*key_ : nullptr);
    if (summary) {
        summary_ = *std::move(summary);
        state_ = State::open;
        return;
    }
    error_ = app::message(summary.error());
    const bool is_wrong = summary.error().code == base::Code::wrong_passphrase;
    state_ = is_wrong && key_ ? State::sealed : State::none;
    key_.reset();
}

void RestoreModel::restore() {
    if (state_ != State::open) return;
    if (const auto restored = app_.restore_book(file_, key_ ? &*key_ : nullptr); !restored) {
        error_ = app::message(restored.error());
        return;
    }
    // The file that was just read is the newest copy outside, and as old as what it holds.
    if (summary_.last_change)
        site_.note_copy(*summary_.last_change);
    else
        site_.forget_copy();
    drop();
    state_ = State::done;
}

void RestoreModel::drop() {
    state_ = State::none;
    name_.clear();
    file_ = {};
    key_.reset();
    passphrase.clear();
    summary_ = {};
    error_.clear();
}

} // namespace ui
