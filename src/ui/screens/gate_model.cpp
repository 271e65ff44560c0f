#include "ui/screens/gate_model.h"

#include "app/app.h"
#include "app/messages.h"
#include "platform/ports/site.h"

#include <utility>

namespace ui {

GateModel::GateModel(app::App& app, platform::Site& site, platform::Assets& assets)
    : app_(app), site_(site), assets_(assets) {}

void GateModel::step() {
    if (sample_) sample_->step();
    if (sample_ && sample_->state() == SampleLoad::State::done) sample_.reset();
    const app::BookPhase phase = app_.book().phase();
    if (is_trying_ && phase != app::BookPhase::unlocking) {
        is_trying_ = false;
        if (phase == app::BookPhase::locked && app_.book().failure())
            passphrase_error_ = app::message(*app_.book().failure());
        else
            passphrase.clear();
    }
    page_ = page_now();
    if (page_ == GatePage::welcome || page_ == GatePage::question)
        if (site_.wants_sample() && !has_started_sample_) {
            show_sample();
            page_ = page_now();
        }
}

GatePage GateModel::page_now() {
    if (sample_) return GatePage::sample;
    switch (app_.book().phase()) {
    case app::BookPhase::closed:
    case app::BookPhase::opening: return GatePage::opening;
    case app::BookPhase::empty: return start_page();
    case app::BookPhase::locked: return GatePage::locked;
    case app::BookPhase::unlocking:
        return choice_ == Choice::set_up ? GatePage::set_up : GatePage::locked;
    case app::BookPhase::ready:
        if (app_.book().is_rescued() && !app_.is_ready()) return damaged_page();
        if (app_.problem()) return GatePage::problem;
        return app_.is_ready() ? GatePage::opening : start_page();
    case app::BookPhase::damaged: return damaged_page();
    case app::BookPhase::failed: return GatePage::failed;
    }
    return GatePage::opening;
}

GatePage GateModel::damaged_page() const {
    if (is_too_new()) return GatePage::problem;
    return choice_ == Choice::restore ? GatePage::restore : GatePage::damaged;
}

// A book that was made but never set up is as good as none.
GatePage GateModel::start_page() {
    if (app_.book().role() != platform::DiskRole::owner) return GatePage::elsewhere;
    switch (choice_) {
    case Choice::set_up: return GatePage::set_up;
    case Choice::restore: return GatePage::restore;
    case Choice::none: break;
    }
    return site_.used_before() ? GatePage::question : GatePage::welcome;
}

bool GateModel::is_holding() const { return sample_ != nullptr; }

void GateModel::show_sample() {
    has_started_sample_ = true;
    sample_ = std::make_unique<SampleLoad>(app_, assets_);
}

void GateModel::unlock() {
    if (app_.book().phase() != app::BookPhase::locked) return;
    if (passphrase.empty()) {
        passphrase_error_ = app::message({.code = base::Code::missing, .field = "passphrase"});
        return;
    }
    passphrase_error_.clear();
    is_trying_ = true;
    app_.book().unlock(passphrase);
}

bool GateModel::is_unlocking() const { return app_.book().phase() == app::BookPhase::unlocking; }

bool GateModel::is_too_new() const {
    const std::optional<base::Error>& why = app_.problem() ? app_.problem() : app_.book().failure();
    return why && why->code == base::Code::too_new;
}

bool GateModel::can_rescue() const { return app_.book().phase() == app::BookPhase::damaged; }

void GateModel::rescue() {
    if (!can_rescue()) return;
    if (const auto opened = app_.book().rescue(); !opened)
        rescue_error_ = app::message(opened.error());
}

std::string GateModel::reason() const {
    if (!rescue_error_.empty()) return rescue_error_;
    if (app_.problem()) return app::message(*app_.problem());
    if (app_.book().failure()) return app::message(*app_.book().failure());
    return {};
}

void GateModel::remove_book() {
    sample_.reset();
    choice_ = Choice::none;
    passphrase.clear();
    passphrase_error_.clear();
    site_.forget_traces();
    site_.forget_copy();
    app_.book().erase();
}

} // namespace ui
