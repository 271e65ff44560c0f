// A script, carried out: each line is a command, or a query "?name parameters". Whatever they say,
// they are answered or refused, and the book keeps what it promises, also after a restart.
#include "app/query_json.h"
#include "base/assert.h"
#include "fuzz/draw.h"
#include "fuzz/practice.h"
#include "fuzz/targets.h"
#include "store/digest.h"
#include "store/verify.h"

#include <cstdio>
#include <string_view>

namespace {

constexpr std::size_t lines_max = 16;

void carry_out(app::App& app, std::string_view line) {
    if (!line.starts_with('?')) {
        const base::Digest before = *store::digest_of(app.book().database());
        if (!app.execute_json(line).has_value())
            ASSERT(*store::digest_of(app.book().database()) == before);
        return;
    }
    const std::size_t space = std::min(line.find(' '), line.size());
    const std::string_view parameters = line.substr(std::min(space + 1, line.size()));
    const auto answer =
        app::query_json(app, line.substr(1, space - 1), parameters.empty() ? "{}" : parameters);
    if (answer.has_value()) ASSERT(!store::canonical_text(*answer).empty());
}

void verify(app::App& app) {
    const auto findings = store::verify_book(app.book().database());
    ASSERT(findings.has_value());
    for (const std::string& finding : *findings)
        std::fprintf(stderr, "%s\n", finding.c_str());
    ASSERT(findings->empty());
}

} // namespace

void fuzz::script(base::ByteView input) {
    platform::SimStorage storage = practice();
    base::Digest digest;
    {
        Program program(storage);
        ASSERT(program.app.is_ready());
        const std::string text = text_of(input);
        std::string_view left = text;
        for (std::size_t count = 0; count < lines_max && !left.empty(); ++count) {
            const std::size_t end = std::min(left.find('\n'), left.size());
            carry_out(program.app, left.substr(0, end));
            left.remove_prefix(std::min(end + 1, left.size()));
        }
        ask_everything(program.app);
        verify(program.app);
        program.settle();
        digest = *store::digest_of(program.app.book().database());
    }
    storage.owned = false;
    Program again(storage);
    ASSERT(again.app.is_ready());
    ASSERT(*store::digest_of(again.app.book().database()) == digest);
}
