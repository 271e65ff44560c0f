// The list of invoices: what it kept and followed is what one who reads it now finds.
#include "unit/app/fixture.h"

#include "app/commands/context.h"
#include "app/queries/invoice_list.h"
#include "base/random.h"

#include <set>
#include <string>
#include <vector>

using app_test::date;
using app_test::eur;
using app_test::Practice;

namespace {

const base::Date today = date(2026, 11, 20);

// A question's whole answer as a text.
std::string answer_text(const app::InvoiceListSummary& summary,
                        const std::vector<app::InvoiceRow>& rows) {
    std::string text;
    for (const std::size_t count : summary.counts)
        text += std::to_string(count) + " ";
    text += std::to_string(summary.row_count) + " rows, " + domain::plain_text(summary.total) +
            " " + domain::plain_text(summary.settled) + " " + domain::plain_text(summary.balance) +
            " others " + std::to_string(summary.others) + "\n";
    for (const app::InvoiceRow& row : rows)
        text += to_text(row.id) + " " + row.number + " " + row.client_name + " " +
                std::to_string(static_cast<int>(row.status)) + " " +
                (row.balance ? domain::plain_text(*row.balance) : "-") + "\n";
    return text;
}

// Read from the book at once, by nobody who saw it before.
std::string fresh_answer(Practice& practice, const app::InvoiceListQuery& query) {
    auto& database = practice.app().book().database();
    auto record = app::load_practice(database);
    REQUIRE(record.has_value());
    const app::QueryContext context{.database = database,
                                    .today = practice.app().today(),
                                    .now = practice.app().now(),
                                    .practice = *std::move(record),
                                    .revision = practice.app().revision()};
    app::InvoiceListCache list;
    const auto summary = list.summary(context, query);
    REQUIRE(summary.has_value());
    const auto rows = list.rows(context, query, 0, 1'000);
    REQUIRE(rows.has_value());
    return answer_text(*summary, *rows);
}

std::string kept_answer(Practice& practice, const app::InvoiceListQuery& query) {
    const auto summary = practice.app().invoices(query);
    REQUIRE(summary.has_value());
    const auto rows = practice.app().invoice_rows(query, 0, 1'000);
    REQUIRE(rows.has_value());
    return answer_text(*summary, *rows);
}

// Makes up one command after another; those that are refused change nothing.
class Bookkeeper {
  public:
    Bookkeeper(Practice& practice, std::uint64_t seed) : practice_(practice), random_(seed) {}

    void act() {
        switch (random_.below(16)) {
        case 0: return add_client();
        case 1: return rename_client();
        case 2:
        case 3:
        case 4:
        case 12:
        case 13: return save_draft();
        case 5:
        case 6:
        case 14:
        case 15: return finalize();
        case 7:
            return execute(app::VoidInvoice{.invoice = invoice(),
                                            .date = today,
                                            .reason = "Twice",
                                            .allocations = app::LiveAllocations::release});
        case 8:
            return execute(
                app::RevertInvoice{.invoice = invoice(), .date = today, .reason = "Typo"});
        case 9: return pay();
        case 10:
            if (payments_.empty()) return;
            return execute(app::VoidPayment{pick(payments_), today, "Bounced"});
        case 11:
            if (random_.below(2) == 0) return execute(app::DeleteDraft{invoice()});
            if (!commands_.empty()) return execute(app::Undo{pick(commands_)});
        }
    }

    app::InvoiceListQuery question() {
        constexpr const char* searches[] = {"", "", "a", "ber", "INV", "1", "inv-0002", "12.30"};
        app::InvoiceListQuery query{.filter = static_cast<app::InvoiceFilter>(random_.below(6)),
                                    .search = searches[random_.below(std::size(searches))],
                                    .sort = static_cast<app::InvoiceSort>(random_.below(7)),
                                    .order = static_cast<app::SortOrder>(random_.below(2))};
        if (random_.below(2) == 0) query.filter = app::InvoiceFilter::all;
        if (random_.below(4) == 0) query.period = {date(2026, 11, 2), date(2026, 11, 15)};
        if (random_.below(5) == 0 && !clients_.empty()) query.account = pick(clients_);
        return query;
    }

  private:
    template <typename T>
    const T& pick(const std::vector<T>& all) {
        return all[random_.below(all.size())];
    }
    domain::InvoiceId invoice() {
        return invoices_.empty() ? domain::InvoiceId{} : pick(invoices_);
    }
    void execute(const app::Command& command) { made_by(command); }
    // The record it made; none if it was refused.
    base::Uuid made_by(const app::Command& command) {
        const base::Uuid id = practice_.app().new_id();
        const auto receipt = practice_.app().execute(id, command);
        if (!receipt) return {};
        commands_.push_back(id);
        return receipt->record;
    }

    void add_client() {
        constexpr const char* names[] = {"Anna Berg", "Berta Ó Briain", "Clara", "anna berg"};
        const auto id = made_by(app::Add<domain::Client>{
            {.name = names[random_.below(std::size(names))],
             .address = {.line1 = "4 Seapoint Terrace", .city = "Galway", .country = "IE"}}});
        clients_.push_back({id});
    }
    void rename_client() {
        if (clients_.empty()) return;
        const auto held = practice_.app().client(pick(clients_));
        if (!held) return;
        domain::Client client = held->client;
        client.name = random_.below(2) == 0 ? "Zoë " + client.name : client.name.substr(1);
        execute(app::Edit<domain::Client>{client});
    }
    // A new one or one more save of one there is, in its session or none.
    void save_draft() {
        if (clients_.empty()) return;
        const auto held = practice_.app().draft(invoice());
        const bool is_new = !held || random_.below(2) == 0;
        if (is_new) session_ = practice_.app().new_id();
        auto made = practice_.app().new_draft(pick(clients_));
        if (!made) return;
        domain::Draft draft = is_new ? *std::move(made) : held->draft;
        if (random_.below(3) > 0)
            draft.issue_date = date(2026, 11, static_cast<int>(random_.between(1, 20)));
        if (random_.below(3) == 0) draft.due_date = draft.issue_date;
        draft.lines.push_back({.id = {practice_.app().new_id()},
                               .position = std::to_string(draft.lines.size() + 1),
                               .name = "Session",
                               .unit_price = {random_.between(1, 3) * 10'000'000},
                               .taxes = {practice_.vat}});
        app::SaveDraft save{.draft = draft};
        if (random_.below(3) > 0) save.session = session_;
        invoices_.push_back({made_by(save)});
    }
    void finalize() {
        app::FinalizeInvoice command{.invoice = invoice()};
        if (random_.below(3) == 0) command.payment = app::UseCredit{};
        execute(command);
    }
    void pay() {
        if (clients_.empty()) return;
        domain::RecordPayment payment{.payer = pick(clients_),
                                      .amount = eur(random_.between(1, 4) * 12'30),
                                      .date = today,
                                      .method = practice_.card};
        payment.overpayment = domain::Overpayment::keep_as_credit;
        payments_.push_back({made_by(app::RecordPayment{payment})});
    }

    Practice& practice_;
    base::Random random_;
    std::vector<domain::PartyId> clients_;
    std::vector<domain::InvoiceId> invoices_;
    std::vector<domain::PaymentId> payments_;
    std::vector<base::Uuid> commands_;
    base::Uuid session_;
};

} // namespace

TEST_CASE("invoices: the list that follows the changes is the list read anew") {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        Practice practice;
        Bookkeeper bookkeeper(practice, seed);
        base::Random random(seed);
        base::Bytes copy = practice.app().book().file_bytes();
        for (int turn = 0; turn < 150; ++turn) {
            CAPTURE(turn);
            bookkeeper.act();
            if (random.below(25) == 0) copy = practice.app().book().file_bytes();
            if (random.below(60) == 0) REQUIRE(practice.app().restore_book(copy).has_value());
            practice.settle();
            if (random.below(3) == 0) continue; // Several changes at once.
            const auto query = bookkeeper.question();
            CHECK(kept_answer(practice, query) == fresh_answer(practice, query));
        }
    }
}
