#include "platform/web/system.h"

#include <emscripten.h>

extern "C" {
void host_random(std::uint8_t* bytes, std::size_t size);
double host_unix_ms();
double host_monotonic_ms();
void host_derive_key(const char* passphrase, std::size_t size, const std::uint8_t* salt);
int host_key_state();
void host_take_key(std::uint8_t* key);
void host_site_start(void* context);
int host_site_used_before();
void host_site_leave_traces();
void host_site_forget_traces();
int host_site_wants_sample();
double host_site_last_copy_ms();
void host_site_note_copy(double unix_ms);
int host_site_persistence();
void host_site_request_persistence();
double host_site_used_bytes();
double host_site_quota_bytes();
void host_site_refresh();
void host_site_begin_run();
int host_site_last_run_ended_well();
}

namespace platform {

base::Instant WebClock::now() const { return {static_cast<std::int64_t>(host_unix_ms())}; }

std::int64_t WebClock::monotonic_ms() const {
    return static_cast<std::int64_t>(host_monotonic_ms());
}

void WebEntropy::fill(std::span<std::uint8_t> bytes) { host_random(bytes.data(), bytes.size()); }

void WebKeyDerivation::start(std::string_view passphrase, const BookSalt& salt) {
    host_derive_key(passphrase.data(), passphrase.size(), salt.data());
}

KeyDerivation::State WebKeyDerivation::state() { return static_cast<State>(host_key_state()); }

std::optional<BookKey> WebKeyDerivation::take() {
    if (state() != State::done) return std::nullopt;
    BookKey key;
    host_take_key(key.data());
    return key;
}

WebSite::WebSite(Wake wake, void* wake_context) : wake_(wake), wake_context_(wake_context) {
    host_site_start(this);
}

WebSite::~WebSite() { host_site_start(nullptr); }

bool WebSite::used_before() const { return host_site_used_before() == 1; }

void WebSite::leave_traces() { host_site_leave_traces(); }

void WebSite::forget_traces() { host_site_forget_traces(); }

bool WebSite::wants_sample() const { return host_site_wants_sample() == 1; }

std::optional<base::Instant> WebSite::last_copy() const {
    const double unix_ms = host_site_last_copy_ms();
    if (unix_ms < 0) return std::nullopt;
    return base::Instant{static_cast<std::int64_t>(unix_ms)};
}

void WebSite::note_copy(base::Instant when) {
    host_site_note_copy(static_cast<double>(when.unix_ms));
}

void WebSite::forget_copy() { host_site_note_copy(-1); }

Site::Persistence WebSite::persistence() const {
    return static_cast<Persistence>(host_site_persistence());
}

void WebSite::request_persistence() { host_site_request_persistence(); }

std::optional<Site::Room> WebSite::room() const {
    const double used = host_site_used_bytes();
    const double quota = host_site_quota_bytes();
    if (used < 0 || quota < 0) return std::nullopt;
    return Room{.used_bytes = static_cast<std::uint64_t>(used),
                .quota_bytes = static_cast<std::uint64_t>(quota)};
}

void WebSite::refresh() { host_site_refresh(); }

void WebSite::begin_run() { host_site_begin_run(); }

bool WebSite::last_run_ended_well() const { return host_site_last_run_ended_well() == 1; }

} // namespace platform

extern "C" EMSCRIPTEN_KEEPALIVE void folio_system_wake(platform::WebSite* site) { site->woken(); }
