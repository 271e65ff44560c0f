#include "ui/routes.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace {

// A browser's history: Back answers at once or, as browsers do, later.
class History final : public platform::Page {
  public:
    void apply(std::span<const std::byte>) override {}
    void set_title(std::string_view) override {}
    void set_asks_before_leaving(bool) override {}
    void set_background(unsigned, bool) override {}
    void reload() override {}
    void push_address(std::string_view hash, int depth) override {
        entries.resize(at + 1);
        entries.emplace_back(std::string(hash), depth);
        ++at;
    }
    void replace_address(std::string_view hash, int depth) override {
        entries[at] = {std::string(hash), depth};
    }
    void go_back(int steps) override { pending.push_back(-steps); }

    // Delivers what the browser owes; `steps` of the person come first.
    void settle(ui::Routes& routes, int steps = 0) {
        if (steps != 0) pending.insert(pending.begin(), steps);
        while (!pending.empty()) {
            at = static_cast<std::size_t>(static_cast<int>(at) + pending.front());
            pending.erase(pending.begin());
            routes.arrived(entries[at].first, entries[at].second);
        }
    }

    std::vector<std::pair<std::string, int>> entries{{"#/", 0}};
    std::size_t at = 0;
    std::vector<int> pending;
};

} // namespace

TEST_CASE("routes: Back goes to the screen before, a dialog is closed by it first") {
    History history;
    ui::Routes routes(history, "#/");
    routes.go("#/invoices");
    CHECK(routes.take_moved());
    routes.set_overlays(1);
    CHECK(history.entries.size() == 3);
    history.settle(routes, -1);
    CHECK(routes.take_overlays_to_close() == 1);
    CHECK(!routes.take_moved());
    CHECK(routes.address() == "#/invoices");
    routes.set_overlays(0);
    history.settle(routes, -1);
    CHECK(routes.take_moved());
    CHECK(routes.address() == "#/");
}

TEST_CASE("routes: a dialog closed by itself leaves no entry to go back through") {
    History history;
    ui::Routes routes(history, "#/");
    routes.go("#/clients");
    routes.set_overlays(2);
    routes.set_overlays(1);
    history.settle(routes);
    routes.set_overlays(0);
    history.settle(routes);
    CHECK(routes.take_overlays_to_close() == 0);
    CHECK(history.at == 1);
    history.settle(routes, -1);
    CHECK(routes.address() == "#/");
}

TEST_CASE("routes: leaving a screen from a dialog takes the dialog's entry away first") {
    History history;
    ui::Routes routes(history, "#/");
    routes.go("#/clients");
    routes.set_overlays(1);
    routes.take_moved();
    routes.go("#/clients/7");
    history.settle(routes);
    CHECK(routes.take_moved());
    CHECK(routes.address() == "#/clients/7");
    CHECK(history.entries.back() == std::pair<std::string, int>{"#/clients/7", 0});
    CHECK(history.entries.size() == 3);
}

TEST_CASE("routes: an address typed before the history has answered is gone to all the same") {
    History history;
    ui::Routes routes(history, "#/");
    routes.go("#/clients");
    (void)routes.take_moved();
    routes.set_overlays(1);
    routes.set_overlays(0); // Asks for a step back, which comes later.
    history.push_address("#/services", 0);
    routes.arrived("#/services", 0);
    history.settle(routes);
    CHECK(routes.address() == "#/services");
    CHECK(routes.take_moved());
    CHECK(history.entries[history.at].first == "#/services");
    routes.set_overlays(1); // The history is in step again.
    CHECK(history.entries[history.at].second == 1);
}

TEST_CASE("routes: an address corrected while an entry goes away is that of the screen's entry") {
    History history;
    ui::Routes routes(history, "#/");
    routes.go("#/drafts/1");
    routes.set_overlays(1);
    routes.go("#/invoices/1"); // The draft was issued; the dialog's entry goes first.
    routes.replace("#/invoices/1");
    history.settle(routes);
    CHECK(routes.address() == "#/invoices/1");
    CHECK(history.at == 1);
    CHECK(history.entries[1].first == "#/invoices/1");
}

TEST_CASE("routes: what Back closes adds no entry while it is drawn a last time") {
    History history;
    ui::Routes routes(history, "#/");
    routes.set_overlays(1);
    history.settle(routes, -1);
    CHECK(routes.take_overlays_to_close() == 1);
    for (int frame = 0; frame < 3; ++frame)
        routes.set_overlays(1);
    CHECK(history.at == 0);
    routes.set_overlays(1); // It asked something and stayed.
    CHECK(history.at == 1);
}

TEST_CASE("routes: a typed address and Forward arrive as a move; the same address adds nothing") {
    History history;
    ui::Routes routes(history, "#/");
    routes.arrived("#/invoices/12", 0);
    CHECK(routes.take_moved());
    CHECK(routes.address() == "#/invoices/12");
    const std::size_t entries = history.entries.size();
    routes.go("#/invoices/12");
    CHECK(history.entries.size() == entries);
    CHECK(!routes.take_moved());
}
