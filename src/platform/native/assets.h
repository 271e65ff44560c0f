// Files of the program from a folder of this machine.
#pragma once

#include "platform/ports/assets.h"

#include <string>

namespace platform {

// `folder` is a build: "fonts/document-400.ttf" lies in it. Nothing is kept: a file is read when it
// is taken.
class FileAssets final : public Assets {
  public:
    explicit FileAssets(std::string folder) : folder_(std::move(folder)) {}

    State request(std::string_view name) override;
    [[nodiscard]] std::vector<std::byte> take(std::string_view name) override;

  private:
    [[nodiscard]] std::string path_of(std::string_view name) const;

    std::string folder_;
};

} // namespace platform
