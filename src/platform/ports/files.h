// Files that a person opens or saves by hand.
//
// Opening asks with the system's own dialog and answers later, as an event that carries `request`;
// a person who closes the dialog is never heard of. Saving hands the bytes over at once. Neither
// sees a path. The program's own book is not here (platform/ports/disk.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace platform {

class Files {
  public:
    virtual ~Files() = default;
    // `accept` as HTML has it: ".csv,text/csv". Only from within a click or a key press.
    virtual void open(std::uint32_t request, std::string_view accept) = 0;
    // `name` without folder, `type` a MIME type.
    virtual void save(std::string_view name, std::string_view type,
                      std::span<const std::byte> bytes) = 0;
};

} // namespace platform
