// A new passphrase for the open book, a first one, or none any more.
//
// Whoever changes or removes one shows that they know it. Keys are derived one after the other, a
// fraction of a second each; nothing changes before the last, and the book is then written anew.
#pragma once

#include "platform/ports/key_derivation.h"
#include "ui/screens/field_errors.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace app {
class App;
}

namespace ui {

inline constexpr std::size_t passphrase_characters_min = 8;

// Errors at "passphrase" and "passphrase_again"; nothing is wrong with an empty pair.
[[nodiscard]] std::vector<base::Error> passphrase_mistakes(const std::string& passphrase,
                                                           const std::string& again);

class PassphraseChange {
  public:
    PassphraseChange(app::App& app, platform::KeyDerivation& keys) : app_(app), keys_(keys) {}

    enum class Wish : std::uint8_t { none, seal, change, unseal };
    [[nodiscard]] Wish wish() const { return wish_; }
    void begin(Wish wish);
    void cancel() { begin(Wish::none); }

    std::string present, passphrase, passphrase_again;
    void carry_out();
    [[nodiscard]] bool is_working() const { return step_ != Step::typing; }
    // Once a frame. True in the one in which it is done; `wish` is what was done until `cancel`.
    [[nodiscard]] bool step();
    // Of the fields "present", "passphrase", "passphrase_again"; the rest at "".
    [[nodiscard]] FieldErrors& errors() { return errors_; }

  private:
    enum class Step : std::uint8_t { typing, proving, deriving };
    void derive_new();
    [[nodiscard]] bool change(const platform::BookKey* key);
    void fail(base::Error error, std::string field);

    app::App& app_;
    platform::KeyDerivation& keys_;
    Wish wish_ = Wish::none;
    Step step_ = Step::typing;
    platform::BookSalt salt_{};
    FieldErrors errors_;
};

} // namespace ui
