// Commands come from files and other programs: whatever the text, it is a command or refused.
#include "app/command_json.h"
#include "base/assert.h"
#include "fuzz/draw.h"
#include "fuzz/targets.h"

namespace {

constexpr base::Instant noon{1'795'176'000'000};

} // namespace

void fuzz::command_json(base::ByteView input) {
    base::IdSource ids(base::Random(1));
    const auto parsed = app::parse_command(text_of(input), ids, noon);
    // A refusal names what is wrong; printing it must work for any text in it.
    if (!parsed.has_value())
        ASSERT(!store::canonical_text(app::error_json(parsed.error())).empty());
}
