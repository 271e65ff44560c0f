#include "ui/screens/gate_model.h"

#include "folders.h"
#include "ui/screens/restore_model.h"
#include "ui/screens/restored_model.h"
#include "ui/screens/set_up_model.h"
#include "unit/app/fixture.h"
#include "unit/store/newer.h"
#include "unit/ui/gate_fixture.h"

#include <fstream>
#include <iterator>
#include <string>

namespace {

int number(ui::GatePage page) { return static_cast<int>(page); }

std::string sample_text() {
    std::ifstream file(folders::in_checkout("assets/sample/harbour_street.jsonl"));
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::byte> bytes_of(const base::Bytes& bytes) {
    const auto view = std::as_bytes(std::span(bytes));
    return {view.begin(), view.end()};
}

void run(Device& device, ui::GateModel& gate, int turns = 60) {
    for (int turn = 0; turn < turns; ++turn) {
        (void)device.app().step();
        gate.step();
    }
}

// A sealed practice on this device.
void seal(Device& device) {
    REQUIRE(device.app().book().create_sealed("correct horse").has_value());
    device.settle();
    ui::SetUpModel model(device.app(), device.site,
                         {.locale = "en-IE", .time_zone = "Europe/Dublin"});
    model.form.name = "Seapoint Physiotherapy";
    model.finish();
    REQUIRE(device.app().is_ready());
    device.settle();
}

} // namespace

TEST_CASE("gate: what a newer Folio wrote is a problem of this program, not a damaged book") {
    Device device;
    REQUIRE(device.app().book().create().has_value());
    device.settle();
    store_test::write_as_newer(device.storage.items.rbegin()->second);
    device.restart();
    ui::GateModel gate(device.app(), device.site, device.assets);
    gate.step();
    CHECK(number(gate.page()) == number(ui::GatePage::problem));
    CHECK(gate.is_too_new());
    CHECK(gate.reason() == "This book was written by a newer version. Reload the page to get it.");
}

TEST_CASE("gate: an empty store welcomes, and asks where traces of a book are left") {
    Device device;
    ui::GateModel gate(device.app(), device.site, device.assets);
    gate.step();
    CHECK(number(gate.page()) == number(ui::GatePage::welcome));
    device.site.has_traces = true;
    gate.step();
    CHECK(number(gate.page()) == number(ui::GatePage::question));
    gate.restore();
    gate.step();
    CHECK(number(gate.page()) == number(ui::GatePage::restore));
    gate.go_back();
    gate.set_up();
    gate.step();
    CHECK(number(gate.page()) == number(ui::GatePage::set_up));
}

TEST_CASE("gate: the sample is filled in whole, and only then is the window the book's") {
    Device device;
    device.assets.put("sample.jsonl", sample_text());
    device.site.asks_for_sample = true;
    ui::GateModel gate(device.app(), device.site, device.assets);
    gate.step();
    gate.step();
    CHECK_FALSE(gate.is_holding());
    REQUIRE(device.app().is_ready());
    const auto settings = device.app().settings();
    REQUIRE(settings.has_value());
    CHECK(settings->practice.identity.name == "Harbour Street Therapy");
    CHECK(device.app().clients({})->rows.size() > 10);
}

TEST_CASE("gate: a refused line of the sample is named, and the rest can be removed") {
    Device device;
    const std::string text = sample_text();
    device.assets.put("sample.jsonl",
                      text.substr(0, text.find('\n') + 1) + "{\"command\":\"no_such\"}\n");
    ui::GateModel gate(device.app(), device.site, device.assets);
    gate.step();
    gate.show_sample();
    gate.step();
    REQUIRE(gate.sample() != nullptr);
    CHECK(static_cast<int>(gate.sample()->state()) ==
          static_cast<int>(ui::SampleLoad::State::refused));
    CHECK(gate.sample()->failure()->detail == "2");
    CHECK(gate.is_holding());
    gate.remove_book();
    run(device, gate);
    CHECK(number(gate.page()) == number(ui::GatePage::welcome));
    device.restart();
    CHECK(static_cast<int>(device.phase()) == static_cast<int>(app::BookPhase::empty));
}

TEST_CASE("gate: a sample that cannot be fetched waits for another try") {
    Device device;
    device.assets.is_unreachable = true;
    ui::GateModel gate(device.app(), device.site, device.assets);
    gate.show_sample();
    gate.step();
    CHECK(static_cast<int>(gate.sample()->state()) ==
          static_cast<int>(ui::SampleLoad::State::unreachable));
    gate.leave_sample();
    gate.step();
    CHECK(number(gate.page()) == number(ui::GatePage::welcome));
}

TEST_CASE("gate: a wrong passphrase says so and changes nothing; the right one opens the book") {
    Device device;
    seal(device);
    device.restart();
    ui::GateModel gate(device.app(), device.site, device.assets);
    gate.step();
    CHECK(number(gate.page()) == number(ui::GatePage::locked));
    gate.unlock();
    CHECK_FALSE(gate.passphrase_error().empty());
    gate.passphrase = "wrong horse";
    gate.unlock();
    run(device, gate, 5);
    CHECK(number(gate.page()) == number(ui::GatePage::locked));
    CHECK_FALSE(gate.passphrase_error().empty());
    CHECK(gate.passphrase == "wrong horse");
    gate.passphrase = "correct horse";
    gate.unlock();
    run(device, gate, 5);
    CHECK(device.app().is_ready());
    CHECK(gate.passphrase.empty());
}

TEST_CASE("gate: a book that nobody can open can be removed") {
    Device device;
    seal(device);
    device.restart();
    ui::GateModel gate(device.app(), device.site, device.assets);
    gate.step();
    gate.remove_book();
    run(device, gate);
    CHECK(number(gate.page()) == number(ui::GatePage::welcome));
    device.restart();
    CHECK(static_cast<int>(device.phase()) == static_cast<int>(app::BookPhase::empty));
}

TEST_CASE("restore: a copy brings the practice back under a new device and series") {
    app_test::Practice practice;
    practice.invoice(practice.client("Saoirse Lally"), 9'000);
    practice.settle();
    const auto copy = bytes_of(practice.app().book().file_bytes());

    Device device;
    ui::RestoreModel restore(device.app(), device.site, device.keys);
    restore.take("copy.sqlite", copy);
    REQUIRE(static_cast<int>(restore.state()) == static_cast<int>(ui::RestoreModel::State::open));
    CHECK(restore.summary().practice == "Harbour Street Therapy");
    CHECK(restore.summary().invoice_count == 1);
    CHECK(restore.summary().last_number == "INV-0001");
    CHECK(static_cast<int>(device.phase()) == static_cast<int>(app::BookPhase::empty));
    restore.restore();
    device.settle();
    CHECK(static_cast<int>(restore.state()) == static_cast<int>(ui::RestoreModel::State::done));
    REQUIRE(device.app().is_ready());
    CHECK(device.site.copied.has_value());

    ui::RestoredModel restored(device.app());
    restored.read();
    CHECK(restored.errors().is_empty());
    CHECK(restored.practice() == "Harbour Street Therapy");
    CHECK(restored.last_number() == "INV-0001");
    CHECK(restored.next_number() == "INV-A0001");

    SUBCASE("the last number is right") { CHECK(restored.confirm()); }
    SUBCASE("more was given after the copy was made") {
        restored.confirmed_number = "INV-0004";
        CHECK(restored.confirm());
        restored.read();
        CHECK(restored.last_number() == "INV-0004");
        CHECK(restored.next_number() == "INV-A0001");
    }
    SUBCASE("a number below the copy's own is refused") {
        restored.confirmed_number = "INV-0000";
        CHECK_FALSE(restored.confirm());
        CHECK_FALSE(restored.errors().at("last_number").empty());
    }
    SUBCASE("words are refused") {
        restored.confirmed_number = "the last";
        CHECK_FALSE(restored.confirm());
    }
}

TEST_CASE("restore: a file that is no copy is refused and nothing changes") {
    Device device;
    ui::RestoreModel restore(device.app(), device.site, device.keys);
    const std::string text = "Dear Folio";
    restore.take("letter.txt", std::as_bytes(std::span(text)));
    CHECK(static_cast<int>(restore.state()) == static_cast<int>(ui::RestoreModel::State::none));
    CHECK_FALSE(restore.error().empty());
    CHECK(static_cast<int>(device.phase()) == static_cast<int>(app::BookPhase::empty));
    device.settle();
    CHECK_FALSE(device.app().is_ready());
}

TEST_CASE("restore: a sealed copy opens with the passphrase it was made under") {
    Device first;
    seal(first);
    const auto copy = bytes_of(first.app().book().file_bytes());

    Device second(2000);
    ui::RestoreModel restore(second.app(), second.site, second.keys);
    restore.take("copy.sqlite", copy);
    CHECK(static_cast<int>(restore.state()) == static_cast<int>(ui::RestoreModel::State::sealed));
    restore.passphrase = "wrong horse";
    restore.open();
    restore.step();
    CHECK(static_cast<int>(restore.state()) == static_cast<int>(ui::RestoreModel::State::sealed));
    CHECK_FALSE(restore.error().empty());
    restore.passphrase = "correct horse";
    restore.open();
    restore.step();
    REQUIRE(static_cast<int>(restore.state()) == static_cast<int>(ui::RestoreModel::State::open));
    restore.restore();
    second.settle();
    CHECK(second.app().is_ready());
    CHECK(second.app().book().is_sealed());
    second.restart();
    CHECK(static_cast<int>(second.phase()) == static_cast<int>(app::BookPhase::locked));
}
