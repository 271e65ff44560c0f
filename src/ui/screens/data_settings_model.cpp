#include "ui/screens/data_settings_model.h"

#include "app/messages.h"
#include "base/text.h"
#include "ui/screens/book_copy.h"
#include "ui/screens/local.h"
#include "ui/screens/size_text.h"

namespace ui {

DataSettingsModel::DataSettingsModel(app::App& app, platform::Site& site,
                                     platform::KeyDerivation& keys, platform::Files& files)
    : app_(app), site_(site), files_(files), passphrase_(app, keys) {
    site_.refresh();
}

bool DataSettingsModel::step() {
    read();
    return passphrase_.step();
}

void DataSettingsModel::read() {
    if (read_revision_ == app_.revision()) return;
    read_revision_ = app_.revision();
    if (const auto settings = app_.settings()) practice_ = settings->practice.identity.name;
    last_change_ = last_change(app_);
}

bool DataSettingsModel::is_saved() const {
    return app_.book().save_state().kind == store::SaveState::Kind::saved;
}

std::string DataSettingsModel::saved_words() const {
    switch (app_.book().save_state().kind) {
    case store::SaveState::Kind::saved: return "Every change is saved in this browser.";
    case store::SaveState::Kind::saving: return "Saving the last change.";
    case store::SaveState::Kind::not_saved: break;
    }
    const auto allowed = app_.book().allows(store::Book::Work::binding);
    std::string words = "The last change is only in this tab.";
    if (!allowed && !allowed.error().also.empty())
        words += " " + app::message(allowed.error().also.front());
    return words;
}

bool DataSettingsModel::is_promised() const {
    return site_.persistence() == platform::Site::Persistence::granted;
}

std::string_view DataSettingsModel::promise_words() const {
    switch (site_.persistence()) {
    case platform::Site::Persistence::granted:
        return "This browser has promised not to clear it by itself.";
    case platform::Site::Persistence::refused:
        return "This browser has not promised to keep it: it may clear it when the device runs out "
               "of room.";
    case platform::Site::Persistence::unknown: break;
    }
    return "This browser has not said whether it keeps it.";
}

std::string DataSettingsModel::room_words() const {
    const auto room = site_.room();
    if (!room) return {};
    return size_text(room->used_bytes) + " used of " + size_text(room->quota_bytes) +
           " that this browser allows.";
}

std::string DataSettingsModel::copy_words() const {
    const CopyAge age = copy_age(app_, site_, last_change_);
    if (!age.copied) return "No copy of this book was downloaded from this browser yet.";
    std::string words = "The last copy is from ";
    if (age.days <= 0)
        words += "today";
    else if (age.days == 1)
        words += "yesterday";
    else
        words += local_of(app_).sentence(age.copied->date) + ", " + std::to_string(age.days) +
                 " days ago";
    return words + (age.is_newest ? ", and nothing has changed since." : ".");
}

bool DataSettingsModel::is_copy_old() const { return copy_age(app_, site_, last_change_).is_old(); }

void DataSettingsModel::download() { download_copy(app_, files_, site_); }

bool DataSettingsModel::can_change() const {
    return app_.book().role() == platform::DiskRole::owner && !app_.book().is_rescued();
}

bool DataSettingsModel::may_remove() const {
    return can_change() && !practice_.empty() && base::trimmed(typed_name) == practice_;
}

void DataSettingsModel::remove() {
    if (!may_remove()) return;
    site_.forget_traces();
    site_.forget_copy();
    app_.book().erase();
}

} // namespace ui
