// Nothing that is done at a keystroke or a save costs by the size of the book.
#include "unit/app/fixture.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

using app_test::date;
using app_test::Practice;

namespace {

// A practice whose clients, invoices and payments are many, and one who is worked with.
struct Grown {
    explicit Grown(int size) {
        for (int i = 0; i < size; ++i) {
            const auto one = practice.client("Client " + std::to_string(1'000 + i));
            practice.invoice(one, 10'000 + i);
            practice.pay(one, 12'300);
        }
        client = practice.client("Niamh Doyle");
        draft = practice.draft(client, 7'700);
    }

    Practice practice;
    domain::PartyId client;
    domain::InvoiceId draft;
};

using Costs = std::map<std::string, std::int64_t>;

// The second time, since the first may read what is then kept.
Costs costs_of(Grown& grown, const std::function<void(Grown&)>& work) {
    work(grown);
    (void)grown.practice.app().book().database().take_costs(); // Forgets what came before.
    work(grown);
    Costs costs;
    for (const auto& cost : grown.practice.app().book().database().take_costs())
        costs[cost.text] += cost.steps;
    return costs;
}

void save_draft(Grown& grown) {
    auto held = grown.practice.app().draft(grown.draft);
    REQUIRE(held.has_value());
    held->draft.memo += ".";
    REQUIRE(grown.practice.app().execute(app::SaveDraft{.draft = held->draft}).has_value());
}

void undo_new_client(Grown& grown) {
    const base::Uuid id = grown.practice.app().new_id();
    REQUIRE(grown.practice.app()
                .execute(id, app::Add<domain::Client>{{.name = "Made By Mistake"}})
                .has_value());
    REQUIRE(grown.practice.app().execute(app::Undo{id}).has_value());
}

} // namespace

TEST_CASE("growth: keystrokes and saves cost as much in a book eight times as large") {
    struct Row {
        const char* name;
        std::function<void(Grown&)> work;
    };
    const Row rows[] = {
        {"a draft is saved", save_draft},
        {"an invoice is issued", [](Grown& grown) { grown.practice.invoice(grown.client, 5'000); }},
        {"a payment is recorded", [](Grown& grown) { grown.practice.pay(grown.client, 1'000); }},
        {"a new client is undone", undo_new_client},
        {"the editor draws its figures",
         [](Grown& grown) {
             const auto held = grown.practice.app().draft(grown.draft);
             REQUIRE(grown.practice.app().preview(held->draft).has_value());
         }},
        {"a letter more in the invoices' search",
         [](Grown& grown) {
             for (const char* text : {"nia", "niam", "77"})
                 REQUIRE(grown.practice.app().invoices({.search = text}).has_value());
         }},
        {"the invoices after a save",
         [](Grown& grown) {
             save_draft(grown);
             REQUIRE(grown.practice.app().invoice_rows({}, 0, 5).has_value());
         }},
        {"a letter more in the payments' search, after a save",
         [](Grown& grown) {
             grown.practice.pay(grown.client, 1'000);
             for (const char* text : {"nia", "niam"})
                 REQUIRE(grown.practice.app().payments({.search = text}).has_value());
         }},
        {"a letter more in the search of everything",
         [](Grown& grown) {
             for (const char* text : {"nia", "INV-0003", "3"})
                 REQUIRE(grown.practice.app().search(text, 10).has_value());
         }},
        {"the client is looked at",
         [](Grown& grown) { REQUIRE(grown.practice.app().client(grown.client).has_value()); }},
    };
    constexpr int small_size = 20;
    Grown small(small_size);
    Grown large(8 * small_size);
    for (const Row& row : rows) {
        CAPTURE(std::string(row.name));
        Costs before = costs_of(small, row.work);
        for (const auto& [text, steps] : costs_of(large, row.work)) {
            CAPTURE(text);
            // A tree may be a level deeper; a list that is walked is eight times as long.
            CHECK(steps <= 2 * before[text] + 50);
        }
    }
}
