// Commands come from files and other programs: whatever the text, it is a command or refused.
#include "app/command_json.h"
#include "base/assert.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

constexpr base::Instant noon{1'795'176'000'000};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    base::IdSource ids(base::Random(1));
    const auto parsed = app::parse_command(text, ids, noon);
    // A refusal names what is wrong; printing it must work for any text in it.
    if (!parsed.has_value())
        ASSERT(!store::canonical_text(app::error_json(parsed.error())).empty());
    return 0;
}
