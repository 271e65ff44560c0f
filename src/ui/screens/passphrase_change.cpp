#include "ui/screens/passphrase_change.h"

#include "app/app.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

base::Error error_at(base::Code code, std::string field, std::string detail = {}) {
    return {.code = code, .field = std::move(field), .detail = std::move(detail), .also = {}};
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

} // namespace

std::vector<base::Error> passphrase_mistakes(const std::string& passphrase,
                                             const std::string& again) {
    if (passphrase.empty() && again.empty()) return {};
    if (characters(passphrase) < passphrase_characters_min)
        return {error_at(base::Code::too_short, "passphrase",
                         std::to_string(passphrase_characters_min))};
    if (passphrase != again) return {error_at(base::Code::passphrases_differ, "passphrase_again")};
    return {};
}

void PassphraseChange::begin(Wish wish) {
    wish_ = wish;
    step_ = Step::typing;
    errors_.clear();
    for (std::string* const secret : {&present, &passphrase, &passphrase_again})
        secret->clear();
}

void PassphraseChange::carry_out() {
    if (wish_ == Wish::none || is_working()) return;
    std::vector<base::Error> errors;
    if (wish_ != Wish::seal && present.empty())
        errors.push_back(error_at(base::Code::missing, "present"));
    if (wish_ != Wish::unseal && passphrase.empty())
        errors.push_back(error_at(base::Code::missing, "passphrase"));
    else if (wish_ != Wish::unseal)
        std::ranges::move(passphrase_mistakes(passphrase, passphrase_again),
                          std::back_inserter(errors));
    errors_.clear();
    if (!errors.empty()) {
        const auto all = base::fail_all(std::move(errors));
        return errors_.set(all.error());
    }
    if (wish_ == Wish::seal) return derive_new();
    const auto salt = store::Book::salt_of(app_.book().file_bytes());
    if (!salt) return fail(error_at(base::Code::not_sealed, {}), {});
    step_ = Step::proving;
    keys_.start(present, *salt);
}

void PassphraseChange::derive_new() {
    step_ = Step::deriving;
    salt_ = app_.book().new_salt();
    keys_.start(passphrase, salt_);
}

bool PassphraseChange::step() {
    if (step_ == Step::typing) return false;
    switch (keys_.state()) {
    case platform::KeyDerivation::State::working: return false;
    case platform::KeyDerivation::State::idle:
    case platform::KeyDerivation::State::failed:
        fail(error_at(base::Code::out_of_memory, {}), {});
        return false;
    case platform::KeyDerivation::State::done: break;
    }
    const auto key = keys_.take();
    if (!key) return false;
    if (step_ == Step::deriving) return change(&*key);
    if (const auto proof = app_.read_copy(app_.book().file_bytes(), &*key); !proof) {
        fail(proof.error(), "present");
        return false;
    }
    if (wish_ == Wish::unseal) return change(nullptr);
    derive_new();
    return false;
}

bool PassphraseChange::change(const platform::BookKey* key) {
    step_ = Step::typing;
    std::optional<store::Book::NewKey> next;
    if (key != nullptr) next = {.key = *key, .salt = salt_};
    if (const auto changed = app_.book().change_key(next); !changed) {
        fail(changed.error(), {});
        return false;
    }
    return true;
}

void PassphraseChange::fail(base::Error error, std::string field) {
    step_ = Step::typing;
    error.field = std::move(field);
    errors_.set(error);
}

} // namespace ui
