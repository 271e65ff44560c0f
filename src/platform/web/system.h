// The browser's clock, randomness, keys and promises: the C++ half of web/system.library.js.
#pragma once

#include "platform/ports/clock.h"
#include "platform/ports/entropy.h"
#include "platform/ports/key_derivation.h"
#include "platform/ports/site.h"

#include <optional>

namespace platform {

class WebClock final : public Clock {
  public:
    [[nodiscard]] base::Instant now() const override;
    [[nodiscard]] std::int64_t monotonic_ms() const override;
};

class WebEntropy final : public Entropy {
  public:
    void fill(std::span<std::uint8_t> bytes) override;
};

// Works in a worker of its own, made for one key and thrown away with its memory. Tells of the end
// through WebSite's wake.
class WebKeyDerivation final : public KeyDerivation {
  public:
    void start(std::string_view passphrase, const BookSalt& salt) override;
    [[nodiscard]] State state() override;
    [[nodiscard]] std::optional<BookKey> take() override;
};

// One a page. `wake` is called when an answer of the browser's has come: a key, a promise, a size.
class WebSite final : public Site {
  public:
    using Wake = void (*)(void* context);
    WebSite(Wake wake, void* wake_context);
    WebSite(const WebSite&) = delete;
    WebSite& operator=(const WebSite&) = delete;
    ~WebSite() override;
    void woken() { wake_(wake_context_); }
    [[nodiscard]] bool used_before() const override;
    void leave_traces() override;
    void forget_traces() override;
    [[nodiscard]] bool wants_sample() const override;
    [[nodiscard]] std::optional<base::Instant> last_copy() const override;
    void note_copy(base::Instant when) override;
    void forget_copy() override;
    [[nodiscard]] Persistence persistence() const override;
    void request_persistence() override;
    [[nodiscard]] std::optional<Room> room() const override;
    void refresh() override;
    void begin_run() override;
    [[nodiscard]] bool last_run_ended_well() const override;

  private:
    Wake wake_;
    void* wake_context_;
};

} // namespace platform
