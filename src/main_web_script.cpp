#include "main_web_script.h"

#include "app/command_json.h"
#include "app/query_json.h"

#include <emscripten.h>

extern "C" {
// In web/script.library.js.
void host_script_start(void* context);
void host_script_opened();
void host_script_saved(double revision);
void host_script_lost(const char* error);
}

namespace web {

namespace {

std::string text_of(const base::Result<store::Json>& json) {
    return store::canonical_text(json ? *json : app::error_json(json.error()));
}

// A first command on an empty store makes the book; only setting up a practice can follow.
base::Result<void> make_book(app::App& app) {
    if (app.book().phase() != app::BookPhase::empty) return {};
    TRY_VOID(app.book().create());
    return app.step();
}

base::Result<store::Json> carry_out(app::App& app, std::string_view command) {
    TRY_VOID(make_book(app));
    return app::receipt_json(TRY(app.execute_json(command)));
}

// The copy's own commands are in its log; what is answered is that it stands in the book.
base::Result<store::Json> restore_copy(app::App& app, base::ByteView file) {
    const std::uint64_t revision = TRY(app.restore_book(file));
    return app::receipt_json({.revision = revision});
}

} // namespace

Script::Script(app::App& app) : app_(app) { host_script_start(this); }

void Script::tell_saved() {
    const app::BookPhase phase = app_.book().phase();
    if (!is_opened_told_ && phase != app::BookPhase::closed && phase != app::BookPhase::opening) {
        is_opened_told_ = true;
        host_script_opened();
    }
    const bool is_lost = app_.book().save_state().reason == platform::DiskFailure::taken_over;
    if (is_lost && !is_loss_told_) {
        answer_ = text_of(base::fail(base::Code::read_only, "book", "taken over by another tab"));
        host_script_lost(answer_.c_str());
    }
    is_loss_told_ = is_lost;
    const std::uint64_t saved = app_.saved_revision();
    if (saved == told_revision_) return;
    told_revision_ = saved;
    host_script_saved(static_cast<double>(saved));
}

const std::string& Script::execute(std::string_view command) {
    answer_ = text_of(carry_out(app_, command));
    return answer_;
}

const std::string& Script::query(std::string_view name, std::string_view parameters) {
    answer_ = text_of(app::query_json(app_, name, parameters));
    return answer_;
}

const std::string& Script::restore(base::ByteView file) {
    answer_ = text_of(restore_copy(app_, file));
    return answer_;
}

} // namespace web

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* folio_script_execute(web::Script* script, const char* command,
                                                      std::size_t size) {
    return script->execute({command, size}).c_str();
}

EMSCRIPTEN_KEEPALIVE const char* folio_script_query(web::Script* script, const char* name,
                                                    std::size_t name_size, const char* parameters,
                                                    std::size_t size) {
    return script->query({name, name_size}, {parameters, size}).c_str();
}

EMSCRIPTEN_KEEPALIVE const char* folio_script_restore(web::Script* script, const std::uint8_t* file,
                                                      std::size_t size) {
    return script->restore({file, size}).c_str();
}

} // extern "C"
