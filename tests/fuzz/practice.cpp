#include "fuzz/practice.h"

#include "base/assert.h"
#include "store/columns.h"

#include <array>
#include <string_view>

namespace fuzz {

namespace {

constexpr int polls_max = 200;
constexpr std::size_t rows_max = 8;

constexpr char practice_script[] = {
#embed "practice.jsonl"
};

platform::SimStorage make_practice() {
    platform::SimStorage storage;
    {
        Program program(storage);
        ASSERT(program.app.book().create().has_value());
        program.settle();
        std::string_view script(practice_script, sizeof practice_script);
        while (!script.empty()) {
            const std::size_t end = script.find('\n');
            ASSERT(program.app.execute_json(script.substr(0, end)).has_value());
            script.remove_prefix(end + 1);
        }
        program.settle();
        ASSERT(program.app.saved_revision() == program.app.revision());
    }
    storage.owned = false;
    return storage;
}

std::vector<base::Uuid> ids_of(app::App& app, std::string_view sql) {
    std::vector<base::Uuid> ids;
    auto rows = app.book().database().prepare(sql);
    if (!rows.has_value() || !rows->bind().has_value()) return ids;
    while (ids.size() < rows_max) {
        const auto more = rows->step();
        if (!more.has_value() || !*more) break;
        if (const auto id = rows->uuid(0); id.has_value()) ids.push_back(*id);
    }
    return ids;
}

} // namespace

Program::Program(platform::SimStorage& storage)
    : clock({1'795'176'000'000}), disk(storage, base::Random(1), {}), entropy(1),
      app({.disk = disk,
           .clock = clock,
           .entropy = entropy,
           .keys = keys,
           .time_zones = time_zones}) {
    app.book().open("book");
    settle();
}

void Program::settle() {
    for (int poll = 0; poll < polls_max; ++poll) {
        (void)app.step(); // Of a foreign book it may say that it is too new.
        if (poll > 3 && disk.queued() == 0) return;
    }
}

const platform::SimStorage& practice() {
    static const platform::SimStorage storage = make_practice();
    return storage;
}

void ask_everything(app::App& app) {
    if (!app.is_ready()) return;
    (void)app.today_view();
    (void)app.settings();
    (void)app.clients({});
    (void)app.invoices({});
    (void)app.invoice_rows({}, 0, rows_max);
    (void)app.payments({});
    (void)app.search("a", rows_max);
    (void)app.audit_trail(std::nullopt, rows_max);
    for (const base::Uuid& id : ids_of(app, "SELECT id FROM client ORDER BY id")) {
        (void)app.client({id});
        (void)app.new_draft(domain::PartyId{id});
        (void)app.payment_entry({id});
    }
    for (const base::Uuid& id : ids_of(app, "SELECT DISTINCT id FROM issued_invoice ORDER BY id")) {
        (void)app.invoice({id});
        (void)app.invoice_page({id});
    }
    for (const base::Uuid& id : ids_of(app, "SELECT id FROM draft ORDER BY id")) {
        if (const auto draft = app.draft({id}); draft.has_value())
            (void)app.draft_page(draft->draft);
    }
    for (const base::Uuid& id : ids_of(app, "SELECT id FROM payment ORDER BY id")) {
        (void)app.payment({id});
        (void)app.receipt_page({id});
    }
}

} // namespace fuzz
