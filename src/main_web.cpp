// The page's program: wires the web platform, the app and the shell. In test builds
// (FOLIO_TEST_BUILD, the target folio_page_test) the addresses "#/gallery" and "#/test" show the
// browser tests' own pages.
#include "app/app.h"
#include "app/typesetter.h"
#include "main_web_script.h"
#include "platform/web/assets.h"
#include "platform/web/disk.h"
#include "platform/web/program.h"
#include "platform/web/system.h"
#include "platform/web/time_zones.h"
#include "ui/glyph_atlas.h"
#include "ui/shaped_text.h"
#include "ui/shell.h"

#ifdef FOLIO_TEST_BUILD
#include "browser/fixture/test_build.h"
#endif

namespace {

constexpr std::string_view database_name = "folio";

// A frame after whatever the browser has told.
template <const char* reason>
void wake(void* program) {
    static_cast<platform::Program*>(program)->shim().wake(reason);
}
constexpr char disk_reason[] = "disk";
constexpr char system_reason[] = "system";
constexpr char assets_reason[] = "assets";

// The app with its ports, and the shell around it; lives as long as the page.
class Folio final : public ui::Screen {
  public:
    explicit Folio(platform::Program& program)
        : disk_(wake<disk_reason>, &program), site_(wake<system_reason>, &program),
          assets_(wake<assets_reason>, &program), app_({.disk = disk_,
                                                        .clock = clock_,
                                                        .entropy = entropy_,
                                                        .keys = keys_,
                                                        .time_zones = time_zones_}),
          typesetter_(assets_), glyphs_(program.picture().atlas(), typesetter_.fonts()),
          shaped_(program.picture().fonts(), glyphs_, typesetter_),
          shell_({.app = app_,
                  .routes = program.routes(),
                  .images = program.picture().images(),
                  .glyphs = glyphs_,
                  .typesetter = typesetter_,
                  .assets = assets_,
                  .page = program.shim(),
                  .files = program.shim(),
                  .clipboard = program.shim(),
                  .print = program.shim(),
                  .site = site_,
                  .keys = keys_}),
          script_(app_) {
        program.picture().fonts().shape_with(shaped_);
        site_.begin_run();
        app_.book().open(database_name);
    }

    void draw(ui::Frame& frame, ui::Routes& routes) override {
        (void)app_.step(); // App::problem keeps why the book cannot be used, and the gate says it.
        // Anew for the next book where one was removed.
        const bool has_saved = app_.saved_revision() > 0;
        if (has_saved && !has_left_traces_) site_.leave_traces();
        has_left_traces_ = has_saved;
        check_book(frame);
        shell_.draw(frame, routes);
        script_.tell_saved();
        if (const auto next = app_.next_step_ms()) frame.want_at(static_cast<double>(*next));
    }
    void flush() override { shell_.flush(); }

  private:
    // SQLite's quick check, a table a slice: behind the first screen and while nobody does
    // anything, or before it when the last run did not end well. In a large book the slice of a
    // large table takes longer than a frame.
    void check_book(ui::Frame& frame) {
        if (is_checked_ || !app_.is_ready()) return;
        constexpr double pause_ms = 100, rest_ms = 2000;
        if (site_.last_run_ended_well()) {
            if (frame.input().has_news()) next_check_ms_ = frame.now_ms() + rest_ms;
            if (frame.now_ms() < next_check_ms_) return frame.want_at(next_check_ms_);
        }
        do {
            const auto more = app_.book().check_slice();
            is_checked_ = !more || !*more;
            if (!more) shell_.set_damage(more.error());
        } while (!is_checked_ && !site_.last_run_ended_well());
        if (is_checked_) return;
        next_check_ms_ = frame.now_ms() + pause_ms;
        frame.want_at(next_check_ms_);
    }

    platform::WebDisk disk_;
    platform::WebSite site_;
    platform::WebAssets assets_;
    platform::WebClock clock_;
    platform::WebEntropy entropy_;
    platform::WebKeyDerivation keys_;
    platform::BrowserTimeZones time_zones_;
    app::App app_;
    app::Typesetter typesetter_;
    ui::GlyphAtlas glyphs_;
    ui::ShapedText shaped_; // Steps the typesetter, once a frame.
    ui::Shell shell_;
    web::Script script_;
    bool has_left_traces_ = false;
    bool is_checked_ = false;
    double next_check_ms_ = 0;
};

} // namespace

int main() {
    // All of it lives as long as the page: events arrive after main has returned.
    auto* const program = new platform::Program;
    if (!program->start()) return 1;
    auto* const folio = new Folio(*program);
#ifdef FOLIO_TEST_BUILD
    show_test_build(*program, *folio);
#else
    program->show(*folio);
#endif
    return 0;
}
