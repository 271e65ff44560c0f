#include "ui/shell.h"

#include "app/app.h"
#include "platform/ports/page.h"
#include "ui/screens/book_copy.h"
#include "ui/screens/logo_file.h"
#include "ui/screens/settings_part.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/label.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ui {

namespace {

constexpr std::size_t hits_max = 20;

// Whether `address` is `own` or goes on below it.
bool is_below(std::string_view address, std::string_view own) {
    return address.starts_with(own) && (address.size() == own.size() || address[own.size()] == '/');
}

std::string_view rest_of(std::string_view address, std::string_view own) {
    address.remove_prefix(own.size());
    if (address.starts_with('/')) address.remove_prefix(1);
    return address;
}

const PanelKind* kind_of(std::string_view address) {
    const PanelKind* best = nullptr;
    for (const PanelKind& kind : panel_kinds())
        if (is_below(address, kind.address) &&
            (best == nullptr || kind.address.size() > best->address.size()))
            best = &kind;
    return best;
}

std::string_view reason_words(platform::DiskFailure failure) {
    switch (failure) {
    case platform::DiskFailure::quota: return "This device has no room left. Free some.";
    case platform::DiskFailure::taken_over:
        return "Another tab took the book before the last change was saved.";
    case platform::DiskFailure::unavailable: return "This browser keeps nothing here.";
    case platform::DiskFailure::aborted:
    case platform::DiskFailure::lost: break;
    }
    return "The last change is only in this tab.";
}

struct HitPlace {
    std::string_view address;
    std::string_view group;
    Icon icon;
};

HitPlace place_of(app::HitKind kind) {
    switch (kind) {
    case app::HitKind::client: return {"#/clients/", "Clients", Icon::user};
    case app::HitKind::contact: return {"#/clients/", "Contacts", Icon::users};
    case app::HitKind::service: return {"#/services/", "Services", Icon::list_checks};
    case app::HitKind::product: return {"#/services/", "Products", Icon::package};
    case app::HitKind::invoice: return {"#/invoices/", "Invoices", Icon::receipt_text};
    }
    return {"#/", "", Icon::none};
}

// Whether a word of `label` begins with `typed`, in any case; everything does with nothing.
bool begins_a_word(std::string_view label, std::string_view typed) {
    const auto lower = [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    };
    for (std::size_t start = 0; start < label.size(); ++start) {
        if (start > 0 && label[start - 1] != ' ') continue;
        const std::string_view word = label.substr(start);
        if (word.size() >= typed.size() &&
            std::equal(typed.begin(), typed.end(), word.begin(),
                       [lower](char a, char b) { return lower(a) == lower(b); }))
            return true;
    }
    return false;
}

NavItem item_of(const PanelKind& kind) {
    return {.icon = kind.icon,
            .label = kind.label,
            .address = kind.address,
            .is_on_bar = kind.is_on_bar};
}

} // namespace

Shell::Shell(const Ports& ports)
    : ports_(ports), notices_(ports.app), desk_{.app = ports.app,
                                                .routes = ports.routes,
                                                .notices = notices_,
                                                .images = ports.images,
                                                .glyphs = ports.glyphs,
                                                .typesetter = ports.typesetter,
                                                .assets = ports.assets,
                                                .page = ports.page,
                                                .files = ports.files,
                                                .clipboard = ports.clipboard,
                                                .print = ports.print,
                                                .site = ports.site,
                                                .keys = ports.keys,
                                                .remembered = remembered_},
      logo_(ports.images) {
    for (const PanelKind& kind : panel_kinds()) {
        switch (kind.place) {
        case NavPlace::none: break;
        case NavPlace::first: nav_first_.push_back(item_of(kind)); break;
        case NavPlace::billing: nav_billing_.push_back(item_of(kind)); break;
        case NavPlace::practice: nav_practice_.push_back(item_of(kind)); break;
        }
    }
}

Shell::~Shell() = default;

void Shell::draw(Frame& frame, Routes&) {
    // Back closes what lies above the screen, as Escape does.
    for (int closing = ports_.routes.take_overlays_to_close(); closing > 0; --closing) {
        frame.input().push(KeyPress{.key = Key::escape});
        frame.want_at(frame.now_ms());
    }
    if (ports_.app.is_ready() && !(gate_ && gate_->is_holding())) {
        gate_.reset();
        draw_open(frame);
    } else {
        draw_gate(frame);
    }
    tell_page();
}

void Shell::flush() {
    if (panel_) panel_->flush();
    if (gate_) gate_->flush();
}

void Shell::draw_gate(Frame& frame) {
    panel_.reset();
    address_.clear();
    if (!gate_) gate_ = make_gate(desk_);
    const Group main(frame, {.id = frame.id("gate"), .role = Role::main, .rect = frame.window()});
    gate_->draw(frame, frame.environment().safe());
    notices_.draw(frame, frame.environment().safe());
}

void Shell::draw_open(Frame& frame) {
    follow_address();
    read_practice();
    const std::vector<Banner> shown = banners();
    const std::array<NavGroup, 3> groups{
        {{{}, nav_first_}, {"Billing", nav_billing_}, {"Practice", nav_practice_}}};
    const ShellAnswer answer =
        draw_shell(frame, {.practice = practice_,
                           .logo = &logo_,
                           .saved = saved_view(frame),
                           .groups = std::span(groups).first(nav_practice_.empty() ? 2 : 3),
                           .current = lit_address(),
                           .banners = shown});
    if (!answer.go_to.empty()) ports_.routes.go(answer.go_to);
    if (answer.wants_search) palette_.open();
    if (answer.wants_more) shows_more_ = true;
    if (answer.banner >= 0) press_banner(static_cast<std::size_t>(answer.banner));
    {
        const Group main(frame, {.id = frame.id("main"), .role = Role::main, .rect = answer.sheet});
        frame.paint().push_clip(answer.sheet);
        if (panel_) {
            panel_->draw(frame, answer.sheet);
        } else if (empty_state(frame, answer.sheet,
                               {.title = "There is nothing at this address",
                                .text = "It may have been deleted, or the link is incomplete.",
                                .action = "Go to Today",
                                .is_filtered = true}) == EmptyAnswer::action) {
            ports_.routes.go("#/today");
        }
        frame.paint().pop_clip();
        finish_sheet(frame);
    }
    draw_more(frame);
    draw_shortcuts(frame);
    draw_palette(frame);
    notices_.draw(frame, answer.sheet);
    take_shortcuts(frame); // Last: what is open above the screen is known by now.
}

void Shell::follow_address() {
    std::string_view address = ports_.routes.address();
    if (address == "#/" || address.empty()) address = "#/today";
    if (panel_ && address == address_) return;
    const PanelKind* const kind = kind_of(address);
    if (panel_ && panel_->is_at(address)) {
        address_ = address;
        kind_ = kind;
        return;
    }
    if (panel_ && kind != nullptr && kind == kind_ && kind->keeps_rest) {
        address_ = address;
        panel_->arrive(rest_of(address, kind->address));
        return;
    }
    if (panel_) panel_->flush();
    panel_.reset();
    address_ = address;
    kind_ = kind;
    if (kind == nullptr) return;
    panel_ = kind->make(desk_, rest_of(address_, kind->address));
}

std::string_view Shell::lit_address() const {
    if (kind_ == nullptr) return {};
    return kind_->stands_under.empty() ? kind_->address : kind_->stands_under;
}

void Shell::read_practice() {
    if (read_revision_ == ports_.app.revision()) return;
    read_revision_ = ports_.app.revision();
    // Without its settings the rail has no name; the screen shows what is wrong.
    const auto settings = ports_.app.settings();
    if (!settings) return;
    practice_ = settings->practice.identity.name;
    if (logo_digest_ == settings->practice.appearance.logo) return;
    logo_digest_ = settings->practice.appearance.logo;
    logo_.set(kept_logo(ports_.app, logo_digest_));
}

std::vector<Banner> Shell::banners() {
    std::vector<Banner> shown;
    banner_actions_.clear();
    store::Book& book = ports_.app.book();
    const store::SaveState state = book.save_state();
    if (state.kind == store::SaveState::Kind::not_saved) {
        shown.push_back({.kind = BannerKind::danger,
                         .icon = Icon::circle_alert,
                         .strong = "Not saved.",
                         .text = state.reason ? reason_words(*state.reason)
                                              : "The last change is only in this tab.",
                         .action = "Download a copy now"});
        // It is tried again by itself; what the person can do is to bring the book to safety.
        banner_actions_.emplace_back(
            [this] { download_copy(ports_.app, ports_.files, ports_.site); });
    }
    if (book.is_rescued()) {
        shown.push_back({.kind = BannerKind::danger,
                         .icon = Icon::shield_alert,
                         .strong = "This book is damaged.",
                         .text = "It shows what can still be read, and nothing can be changed. "
                                 "Restore your last good copy.",
                         .action = "Download what is stored"});
        banner_actions_.emplace_back(
            [this] { download_copy(ports_.app, ports_.files, ports_.site); });
    }
    if (damage_) {
        shown.push_back({.kind = BannerKind::danger,
                         .icon = Icon::circle_alert,
                         .strong = "This book did not pass its check.",
                         .text = "Download a copy now, then restore the last good one.",
                         .action = "Open data settings"});
        banner_actions_.emplace_back([this] { ports_.routes.go("#/settings/data"); });
    }
    if (book.role() == platform::DiskRole::follower) {
        shown.push_back({.kind = BannerKind::information,
                         .icon = Icon::eye,
                         .strong = "Open in another tab.",
                         .text = state.kind == store::SaveState::Kind::not_saved
                                     ? "Working here again drops what was not saved."
                                     : "This one follows it and changes nothing.",
                         .action = "Work here"});
        banner_actions_.emplace_back([&book] { book.take_over(); });
    }
    return shown;
}

SavedView Shell::saved_view(const Frame& frame) {
    const store::Book& book = ports_.app.book();
    if (book.save_state().kind == store::SaveState::Kind::not_saved)
        return {Icon::circle_alert, Color::danger_text, "Not saved"};
    if (book.role() == platform::DiskRole::follower)
        return {Icon::eye, Color::muted, "Reading along"};
    if (book.saved_revision() < book.revision()) return {Icon::clock, Color::muted, "Saving"};
    if (!frame.environment().is_online)
        return {Icon::wifi_off, Color::success_text, "Offline, all saved here"};
    return {Icon::check, Color::success_text, "Saved on this device"};
}

void Shell::press_banner(std::size_t index) {
    if (index < banner_actions_.size() && banner_actions_[index]) banner_actions_[index]();
}

void Shell::draw_palette(Frame& frame) {
    if (!palette_.is_open()) return;
    if (found_for_ != palette_.text() || found_revision_ != ports_.app.revision() ||
        found_.empty()) {
        found_for_ = palette_.text();
        found_revision_ = ports_.app.revision();
        found_.clear();
        found_addresses_.clear();
        const auto add = [this](PaletteEntry entry, std::string address) {
            entry.tag = found_addresses_.size();
            found_.push_back(std::move(entry));
            found_addresses_.push_back(std::move(address));
        };
        if (const auto hits = ports_.app.search(found_for_, hits_max))
            for (const app::SearchHit& hit : *hits) {
                const HitPlace place = place_of(hit.kind);
                add({.label = hit.title,
                     .detail = hit.detail,
                     .group = place.group,
                     .icon = place.icon},
                    std::string(place.address) + base::to_text(hit.id));
            }
        for (const Action& action : actions())
            if (begins_a_word(action.label, found_for_))
                add({.label = std::string(action.label),
                     .detail = action.key == 0 ? std::string()
                                               : std::string(1, static_cast<char>(action.key - 32)),
                     .group = "Actions",
                     .icon = action.icon},
                    std::string(action.address));
        for (const PanelKind& kind : panel_kinds())
            if (kind.place != NavPlace::none && begins_a_word(kind.label, found_for_))
                add({.label = std::string(kind.label), .group = "Go to", .icon = kind.icon},
                    std::string(kind.address));
        for (const SettingsSection& section : settings_sections())
            if (!found_for_.empty() && begins_a_word(section.title, found_for_))
                add({.label = std::string(section.title),
                     .detail = "Settings",
                     .group = "Go to",
                     .icon = section.icon},
                    "#/settings/" + std::string(section.address));
    }
    if (const auto taken = palette_.draw(frame, found_))
        ports_.routes.go(found_addresses_[static_cast<std::size_t>(*taken)]);
}

void Shell::take_shortcuts(Frame& frame) {
    InputState& input = frame.input();
    if (input.take_shortcut('k', {.control = true})) palette_.open();
    if (frame.overlay_count() > 0 || palette_.is_open() || shows_shortcuts_) return;
    if (input.take_shortcut('?', {.shift = true})) shows_shortcuts_ = true;
    for (const Action& action : actions())
        if (action.key != 0 && input.take_shortcut(action.key, {}))
            ports_.routes.go(action.address);
}

void Shell::draw_shortcuts(Frame& frame) {
    if (!shows_shortcuts_) return;
    Dialog dialog(frame, {.title = "Keyboard", .width = 440, .has_cross = true, .has_foot = false});
    Stack stack(dialog.body(), 0);
    const auto row = [&frame, &stack](std::string_view words, std::string_view key) {
        const Rect line = stack.next(36);
        label(frame, line, {.text = words});
        key_cap(frame, line.right(), line.center_y(), key);
        divider(frame, line.x, line.right(), line.bottom() - 1);
    };
    row("Search and commands", frame.environment().is_mac ? "\u2318 K" : "Ctrl K");
    for (const Action& action : actions())
        if (action.key != 0) {
            const char letter[] = {static_cast<char>(action.key - 32), 0};
            row(action.label, letter);
        }
    row("Move in a table", "\u2191 \u2193 \u2190 \u2192");
    row("Open a row", "Enter");
    row("Tick a row", "Space");
    row("Close a dialog", "Esc");
    row("This list", "?");
    dialog.set_body_height(stack.used());
    if (dialog.is_dismissed()) shows_shortcuts_ = false;
}

void Shell::draw_more(Frame& frame) {
    if (!shows_more_) return;
    Dialog dialog(frame, {.title = "More", .has_cross = true, .has_foot = false});
    Stack stack(dialog.body(), 0);
    for (const PanelKind& kind : panel_kinds()) {
        if (kind.place == NavPlace::none || kind.is_on_bar) continue;
        const Rect line = stack.next(frame.measure().nav_item + 8);
        if (button(frame, line,
                   {.label = kind.label, .kind = ButtonKind::quiet, .icon = kind.icon})) {
            ports_.routes.go(kind.address);
            shows_more_ = false;
        }
    }
    dialog.set_body_height(stack.used());
    if (dialog.is_dismissed()) shows_more_ = false;
}

void Shell::tell_page() {
    const Panel* const shown = panel_ ? panel_.get() : gate_.get();
    const bool is_saved = ports_.app.saved_revision() >= ports_.app.revision();
    const bool asks = !is_saved || (shown != nullptr && shown->has_unsaved());
    if (std::exchange(asks_before_leaving_, asks) != asks)
        ports_.page.set_asks_before_leaving(asks);
    std::string title = shown != nullptr ? shown->title() : std::string();
    title += title.empty() ? "Folio" : " \u00b7 Folio";
    if (title == title_) return;
    title_ = std::move(title);
    ports_.page.set_title(title_);
}

} // namespace ui
