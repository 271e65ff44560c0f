// Paper: hands a PDF to the system's print dialog.
//
// What was printed, and whether, is not told by any browser.
#pragma once

#include <cstddef>
#include <span>

namespace platform {

class Print {
  public:
    virtual ~Print() = default;
    virtual void print(std::span<const std::byte> pdf) = 0;
};

} // namespace platform
