// The page's program: wires the web platform to the shell. In test builds (FOLIO_TEST_BUILD, the
// target folio_page_test) the addresses under "#/test" show the browser tests' own page.
#include "platform/web/program.h"

#ifdef FOLIO_TEST_BUILD
#include "browser/fixture/test_build.h"
#else
namespace {

// The bare window, until there is a shell.
class EmptyScreen final : public ui::Screen {
  public:
    void draw(ui::Frame&, ui::Routes&) override {}
    void flush() override {}
};

} // namespace
#endif

int main() {
    // All of it lives as long as the page: events arrive after main has returned.
    auto* const program = new platform::Program;
    if (!program->start()) return 1;
#ifdef FOLIO_TEST_BUILD
    show_test_build(*program);
#else
    program->show(*new EmptyScreen);
#endif
    return 0;
}
