#include "platform/web/shim.h"

#include "platform/web/host.h"

#include <emscripten/em_macros.h>
#include <emscripten/html5.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace platform {

void Shim::start(PageProgram& program) {
    program_ = &program;
    host_start_mirror(this);
    host_start(this);
    host_listen(this);
    schedule();
}

std::vector<std::byte> Shim::file(std::string_view name) {
    std::vector<std::byte> bytes(host_file_size(name.data(), name.size()));
    if (!bytes.empty()) host_read_file(name.data(), name.size(), bytes.data());
    return bytes;
}

void Shim::fault(std::string_view kind, std::string_view text) {
    host_fault(kind.data(), kind.size(), text.data(), text.size());
}

char* Shim::scratch(std::size_t size) {
    if (scratch_.size() < size) scratch_.resize(size);
    return scratch_.data();
}

void Shim::add_font(int weight, std::span<const std::byte> file) {
    host_add_font(weight, file.data(), file.size());
}

void Shim::wake(const char* reason) {
    window_.frames.request(reason);
    schedule();
}

void Shim::apply(std::span<const std::byte> patch) {
    if (!patch.empty()) host_apply_patch(patch.data(), patch.size());
}

void Shim::set_title(std::string_view title) { host_set_title(title.data(), title.size()); }

void Shim::push_address(std::string_view hash, int depth) {
    host_push_address(hash.data(), hash.size(), depth);
}

void Shim::replace_address(std::string_view hash, int depth) {
    host_replace_address(hash.data(), hash.size(), depth);
}

void Shim::go_back(int steps) { host_go_back(steps); }

void Shim::set_asks_before_leaving(bool asks) { host_ask_before_leaving(asks ? 1 : 0); }

void Shim::reload() { host_reload(); }

void Shim::set_background(unsigned colour, bool is_dark) {
    host_set_background(colour, is_dark ? 1 : 0);
}

void Shim::write(std::string_view text) { host_write_clipboard(text.data(), text.size()); }

void Shim::open(std::uint32_t request, std::string_view accept) {
    host_open_file(request, accept.data(), accept.size());
}

void Shim::save(std::string_view name, std::string_view type, std::span<const std::byte> bytes) {
    host_save_file(name.data(), name.size(), type.data(), type.size(), bytes.data(), bytes.size());
}

void Shim::print(std::span<const std::byte> pdf) { host_print(pdf.data(), pdf.size()); }

void Shim::run_now(double now_ms) {
    // An element that the patch focuses answers with an event inside the frame.
    if (is_drawing_ || graphics_are_lost) return;
    is_drawing_ = true;
    // A tap is a press, a release and a leave, a focus that moves and two frames that settle; what
    // needs more goes on in the next animation frame.
    constexpr int frames_max = 8;
    int count = 0;
    do {
        const float seconds = window_.begin_frame(now_ms);
        const bool is_other = program_->draw(seconds, now_ms);
        const std::span<const std::byte> patch = window_.end_frame(now_ms);
        apply(patch);
        // What an input changed may be seen in the next frame only.
        const ui::InputState& input = window_.input;
        const bool changes = is_other || !patch.empty() || input.has_news() || input.has_waiting();
        if (count > 0 && !changes) window_.frames.settled();
    } while (window_.frames.settles_at_once() && ++count < frames_max);
    program_->present();
    is_drawing_ = false;
    if (!std::exchange(is_presented_, true)) host_presented();
    schedule();
}

void Shim::schedule() {
    if (is_drawing_) return;
    if (window_.frames.wants_frame() && !graphics_are_lost)
        host_request_frame();
    else
        host_set_timer(window_.due_ms().value_or(-1));
}

} // namespace platform

// Events of the page. Each takes the shim as context; text lies in the shim's scratch.
extern "C" {

using platform::Shim;

EMSCRIPTEN_KEEPALIVE void folio_frame(Shim* shim, double now_ms) {
    shim->window().wake(now_ms);
    if (shim->window().frames.wants_frame())
        shim->run_now(now_ms);
    else
        shim->schedule();
}

EMSCRIPTEN_KEEPALIVE void folio_timer(Shim* shim, double now_ms) {
    shim->window().wake(now_ms);
    shim->schedule();
}

enum : int { modifier_control = 1, modifier_shift = 2, modifier_alt = 4 };

static ui::Modifiers modifiers_of(int bits) {
    return {.control = (bits & modifier_control) != 0,
            .shift = (bits & modifier_shift) != 0,
            .alt = (bits & modifier_alt) != 0};
}

EMSCRIPTEN_KEEPALIVE void folio_pointer(Shim* shim, int phase, int kind, unsigned pointer, float x,
                                        float y, int button, int modifiers, unsigned node,
                                        double now_ms) {
    using Phase = ui::RawPointer::Phase;
    const ui::RawPointer event{.phase = static_cast<Phase>(phase),
                               .kind = static_cast<ui::PointerKind>(kind),
                               .pointer = pointer,
                               .position = {x, y},
                               .button = button,
                               .modifiers = modifiers_of(modifiers),
                               .node = node};
    shim->window().pointer(event, now_ms);
    if (event.phase == Phase::down || event.phase == Phase::up)
        shim->run_now(now_ms);
    else
        shim->schedule();
}

EMSCRIPTEN_KEEPALIVE int folio_wheel(Shim* shim, float x, float y, float dx, float dy) {
    const ui::Default answer = shim->window().wheel({x, y}, {dx, dy});
    shim->schedule();
    return answer == ui::Default::prevent ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int folio_key(Shim* shim, int key, unsigned character, int modifiers,
                                   int is_repeat, int in_field) {
    const ui::KeyPress press{.key = static_cast<ui::Key>(key),
                             .character = character,
                             .modifiers = modifiers_of(modifiers),
                             .is_repeat = is_repeat != 0,
                             .in_field = in_field != 0};
    const ui::Default answer = shim->window().key(press);
    shim->schedule();
    return answer == ui::Default::prevent ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void folio_focus(Shim* shim, unsigned node) {
    shim->window().focus_moved(node);
    shim->schedule();
}

EMSCRIPTEN_KEEPALIVE void folio_edit(Shim* shim, unsigned node, char* text, std::size_t size,
                                     unsigned start, unsigned end, int is_composing) {
    shim->window().field_edited({.id = node,
                                 .value = std::string(text, size),
                                 .selection_start = start,
                                 .selection_end = end,
                                 .is_composing = is_composing != 0});
    shim->schedule();
}

EMSCRIPTEN_KEEPALIVE void folio_composition(Shim* shim, unsigned node, int is_composing) {
    shim->window().composition(node, is_composing != 0);
    shim->schedule();
}

EMSCRIPTEN_KEEPALIVE void folio_activate(Shim* shim, unsigned node, double now_ms) {
    shim->window().activated(node);
    shim->run_now(now_ms);
}

EMSCRIPTEN_KEEPALIVE void folio_copy(Shim* shim, int is_cut, double now_ms) {
    shim->window().input.push_copy(is_cut != 0);
    shim->window().frames.request("copy");
    shim->run_now(now_ms);
}

EMSCRIPTEN_KEEPALIVE void folio_paste(Shim* shim, char* text, std::size_t size, double now_ms) {
    shim->window().input.push_paste(std::string(text, size));
    shim->window().frames.request("paste");
    shim->run_now(now_ms);
}

EMSCRIPTEN_KEEPALIVE void folio_leave_window(Shim* shim) {
    shim->window().lost_window();
    shim->schedule();
}

EMSCRIPTEN_KEEPALIVE void folio_hide(Shim* shim, int is_hidden) {
    if (is_hidden != 0) shim->program().flush();
    shim->window().frames.set_hidden(is_hidden != 0);
    if (is_hidden == 0) shim->window().frames.request("shown");
    shim->schedule();
}

// The page goes away (pagehide): also when it was never hidden first.
EMSCRIPTEN_KEEPALIVE void folio_flush(Shim* shim) { shim->program().flush(); }

enum : int {
    flag_dark = 1,
    flag_contrast = 2,
    flag_forced = 4,
    flag_reduced = 8,
    flag_coarse = 16,
    flag_mac = 32,
    flag_online = 64,
};

// `numbers`: width, height, device pixel ratio, visible x, y, width, height, insets top, right,
// bottom, left. A resized canvas has its new size already.
EMSCRIPTEN_KEEPALIVE void folio_environment(Shim* shim, const float* numbers, int flags,
                                            int is_resized, double now_ms) {
    ui::Environment now = shim->window().environment;
    now.size = {numbers[0], numbers[1]};
    now.device_pixel_ratio = numbers[2];
    now.visible = {numbers[3], numbers[4], numbers[5], numbers[6]};
    now.inset_top = numbers[7];
    now.inset_right = numbers[8];
    now.inset_bottom = numbers[9];
    now.inset_left = numbers[10];
    now.prefers_dark = (flags & flag_dark) != 0;
    now.prefers_more_contrast = (flags & flag_contrast) != 0;
    now.forced_colours = (flags & flag_forced) != 0;
    now.reduced_motion = (flags & flag_reduced) != 0;
    now.coarse_pointer = (flags & flag_coarse) != 0;
    now.is_mac = (flags & flag_mac) != 0;
    now.is_online = (flags & flag_online) != 0;
    shim->window().set_environment(now);
    if (is_resized != 0) {
        // A resized canvas is blank until it is drawn: draw before the browser shows it.
        shim->program().forget_canvas();
        shim->window().frames.request("resize");
        if (!shim->window().frames.is_hidden()) shim->run_now(now_ms);
    }
    shim->schedule();
}

// `text` is the locale and the time zone, one after the other.
EMSCRIPTEN_KEEPALIVE void folio_locale(Shim* shim, char* text, std::size_t locale_size,
                                       std::size_t zone_size) {
    ui::Environment now = shim->window().environment;
    now.locale.assign(text, locale_size);
    now.time_zone.assign(text + locale_size, zone_size);
    shim->window().set_environment(now);
}

EMSCRIPTEN_KEEPALIVE void folio_drag(Shim* shim, int is_over) {
    ui::Environment now = shim->window().environment;
    now.files_are_over = is_over != 0;
    shim->window().set_environment(now);
    shim->schedule();
}

EMSCRIPTEN_KEEPALIVE char* folio_scratch(Shim* shim, std::size_t size) {
    return shim->scratch(size);
}

EMSCRIPTEN_KEEPALIVE void* folio_allocate(std::size_t size) { return std::malloc(size); }

EMSCRIPTEN_KEEPALIVE void folio_free(void* bytes) { std::free(bytes); }

EMSCRIPTEN_KEEPALIVE void folio_wake(Shim* shim) { shim->wake("script"); }

// `bytes` come from folio_allocate and are freed here.
EMSCRIPTEN_KEEPALIVE void folio_file(Shim* shim, unsigned request, char* name,
                                     std::size_t name_size, std::byte* bytes, std::size_t size) {
    shim->window().input.push(ui::OpenedFile{.request = request,
                                             .name = std::string(name, name_size),
                                             .bytes = std::vector<std::byte>(bytes, bytes + size)});
    std::free(bytes);
    shim->wake("file");
}

EMSCRIPTEN_KEEPALIVE void folio_arrived(Shim* shim, char* hash, std::size_t size, int depth) {
    shim->program().arrived({hash, size}, depth);
    shim->wake("address");
}

EMSCRIPTEN_KEEPALIVE void folio_graphics(Shim* shim, int is_lost) {
    shim->graphics_are_lost = is_lost != 0;
    host_show_veil(is_lost);
    if (is_lost != 0) {
        shim->program().graphics_lost();
    } else {
        shim->program().graphics_restored();
        shim->wake("graphics restored");
    }
}

} // extern "C"
