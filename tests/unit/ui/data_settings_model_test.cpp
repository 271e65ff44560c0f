#include "ui/screens/data_settings_model.h"

#include "platform/ports/files.h"
#include "ui/screens/book_copy.h"
#include "ui/screens/set_up_model.h"
#include "unit/ui/gate_fixture.h"

#include <string>

namespace {

class SavedFiles final : public platform::Files {
  public:
    void open(std::uint32_t, std::string_view) override {}
    void save(std::string_view name, std::string_view, std::span<const std::byte> bytes) override {
        last_name = name;
        last_size = bytes.size();
    }
    std::string last_name;
    std::size_t last_size = 0;
};

struct Desk {
    Desk() {
        REQUIRE(device.app().book().create().has_value());
        device.settle();
        ui::SetUpModel set_up(device.app(), device.site,
                              {.locale = "en-IE", .time_zone = "Europe/Dublin"});
        set_up.form.name = "Seapoint / Physiotherapy";
        set_up.finish();
        REQUIRE(device.app().is_ready());
        device.settle();
        (void)model().step();
    }
    ui::DataSettingsModel& model() {
        if (!made) made.emplace(device.app(), device.site, device.keys, files);
        return *made;
    }
    // Until what was begun with the passphrase is done or refused.
    bool carry_out() {
        model().passphrase().carry_out();
        bool is_done = false;
        for (int turn = 0; turn < 4; ++turn)
            is_done |= model().step();
        device.settle();
        return is_done;
    }

    Device device;
    SavedFiles files;
    std::optional<ui::DataSettingsModel> made;
};

} // namespace

TEST_CASE("data: a copy carries practice and day, and its age is known afterwards") {
    Desk desk;
    CHECK(desk.model().is_copy_old());
    desk.model().download();
    CHECK(desk.files.last_name == "Seapoint   Physiotherapy 2026-11-20.sqlite");
    CHECK(desk.files.last_size == desk.device.app().book().file_bytes().size());
    CHECK_FALSE(desk.model().is_copy_old());
}

TEST_CASE("data: what is left of a damaged book is handed over and counts as no copy") {
    Desk desk;
    desk.made.reset();
    desk.device.storage.items.rbegin()->second.back() ^= 1;
    desk.device.restart();
    REQUIRE(desk.device.phase() == app::BookPhase::damaged);
    ui::download_copy(desk.device.app(), desk.files, desk.device.site);
    CHECK(desk.files.last_size > 0);
    CHECK_FALSE(desk.device.site.copied.has_value());
    REQUIRE(desk.device.app().book().rescue().has_value());
    ui::download_copy(desk.device.app(), desk.files, desk.device.site);
    CHECK_FALSE(desk.device.site.copied.has_value());
}

TEST_CASE("data: a copy is old a week after it, where something was changed since") {
    Desk desk;
    constexpr std::int64_t day_ms = 86'400'000;
    const auto now_ms = desk.device.app().now().unix_ms;
    struct Row {
        const char* name;
        std::int64_t days;
        bool is_old;
    };
    for (const Row& row :
         {Row{"today", 0, false}, Row{"seven days", 7, false}, Row{"eight days", 8, true}}) {
        CAPTURE(row.name);
        desk.device.site.copied = base::Instant{now_ms - row.days * day_ms};
        CHECK(desk.model().is_copy_old() == row.is_old);
    }
}

TEST_CASE("data: the book is sealed, its passphrase changed and taken away by who knows it") {
    Desk desk;
    auto& change = desk.model().passphrase();
    using Wish = ui::PassphraseChange::Wish;

    change.begin(Wish::seal);
    CHECK_FALSE(desk.carry_out());
    CHECK_FALSE(change.errors().at("passphrase").empty());
    change.passphrase = change.passphrase_again = "correct horse";
    CHECK(desk.carry_out());
    CHECK(desk.device.app().book().is_sealed());

    change.begin(Wish::change);
    change.present = "wrong horse";
    change.passphrase = change.passphrase_again = "battery staple";
    CHECK_FALSE(desk.carry_out());
    CHECK_FALSE(change.errors().at("present").empty());
    change.present = "correct horse";
    CHECK(desk.carry_out());

    change.begin(Wish::unseal);
    change.present = "correct horse";
    CHECK_FALSE(desk.carry_out());
    CHECK(desk.device.app().book().is_sealed());
    change.present = "battery staple";
    CHECK(desk.carry_out());
    CHECK_FALSE(desk.device.app().book().is_sealed());
    desk.device.restart();
    CHECK(desk.device.app().is_ready());
}

TEST_CASE("data: the book is removed only when its name is typed") {
    Desk desk;
    desk.device.site.has_traces = true;
    desk.model().typed_name = "Seapoint";
    CHECK_FALSE(desk.model().may_remove());
    desk.model().remove();
    CHECK(desk.device.app().is_ready());
    desk.model().typed_name = " Seapoint / Physiotherapy ";
    CHECK(desk.model().may_remove());
    desk.model().remove();
    desk.device.settle();
    CHECK(static_cast<int>(desk.device.phase()) == static_cast<int>(app::BookPhase::empty));
    CHECK_FALSE(desk.device.site.has_traces);
}
