// Files of the build, fetched when asked for: the C++ half of web/assets.library.js.
#pragma once

#include "platform/ports/assets.h"

namespace platform {

// One a page. `wake` is called when a file has come or cannot come.
class WebAssets final : public Assets {
  public:
    using Wake = void (*)(void* context);
    WebAssets(Wake wake, void* wake_context);
    WebAssets(const WebAssets&) = delete;
    WebAssets& operator=(const WebAssets&) = delete;
    ~WebAssets() override;

    State request(std::string_view name) override;
    [[nodiscard]] std::vector<std::byte> take(std::string_view name) override;
    void woken() { wake_(wake_context_); }

  private:
    Wake wake_;
    void* wake_context_;
};

} // namespace platform
