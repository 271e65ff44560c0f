#include "platform/web/assets.h"

#include <emscripten.h>

extern "C" {
void host_assets_start(void* context);
int host_asset_request(const char* name, std::size_t size);
std::size_t host_asset_size(const char* name, std::size_t size);
void host_take_asset(const char* name, std::size_t size, void* bytes);
}

namespace platform {

WebAssets::WebAssets(Wake wake, void* wake_context) : wake_(wake), wake_context_(wake_context) {
    host_assets_start(this);
}

WebAssets::~WebAssets() { host_assets_start(nullptr); }

Assets::State WebAssets::request(std::string_view name) {
    return static_cast<State>(host_asset_request(name.data(), name.size()));
}

std::vector<std::byte> WebAssets::take(std::string_view name) {
    std::vector<std::byte> bytes(host_asset_size(name.data(), name.size()));
    if (!bytes.empty()) host_take_asset(name.data(), name.size(), bytes.data());
    return bytes;
}

} // namespace platform

extern "C" EMSCRIPTEN_KEEPALIVE void folio_assets_wake(platform::WebAssets* assets) {
    assets->woken();
}
