// Someone who does anything at all with a practice: for properties of what follows its book.
#pragma once

#include "base/random.h"
#include "unit/app/fixture.h"

#include <string>
#include <vector>

namespace app_test {

// Makes up one command after another; those that are refused change nothing.
class Bookkeeper {
  public:
    Bookkeeper(Practice& practice, std::uint64_t seed) : practice_(practice), random_(seed) {}

    void act() {
        switch (random_.below(18)) {
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
                                            .date = today(),
                                            .reason = "Twice",
                                            .allocations = app::LiveAllocations::release});
        case 8:
            return execute(
                app::RevertInvoice{.invoice = invoice(), .date = today(), .reason = "Typo"});
        case 9: return pay();
        case 16: return write_off();
        case 17: return allocate();
        case 10:
            if (payments_.empty()) return;
            return execute(app::VoidPayment{pick(payments_), today(), "Bounced"});
        case 11:
            if (random_.below(2) == 0) return execute(app::DeleteDraft{invoice()});
            if (!commands_.empty()) return execute(app::Undo{pick(commands_)});
        }
    }

    [[nodiscard]] base::Random& random() { return random_; }
    [[nodiscard]] const std::vector<domain::PartyId>& clients() const { return clients_; }

  private:
    static base::Date today() { return date(2026, 11, 20); }
    int any_day() { return static_cast<int>(random_.between(1, 20)); }
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
        if (random_.below(3) > 0) draft.issue_date = date(2026, 11, any_day());
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
                                      .date = date(2026, 11, any_day()),
                                      .method = practice_.card,
                                      .reference = "Ref " + std::to_string(payments_.size())};
        payment.overpayment = domain::Overpayment::keep_as_credit;
        payments_.push_back({made_by(app::RecordPayment{payment})});
    }

    void write_off() {
        app::WriteOffInvoice command{.invoice = invoice(),
                                     .amount = std::nullopt,
                                     .date = today(),
                                     .reason = "Not to be had"};
        if (random_.below(2) == 0) command.amount = eur(random_.between(1, 3) * 12'30);
        execute(command);
    }
    // Beyond the balance it brings back what was written off.
    void allocate() {
        if (payments_.empty()) return;
        execute(app::AllocatePayment{
            {.payment = pick(payments_),
             .chosen = {{.invoice = invoice(), .amount = eur(random_.between(1, 3) * 12'30)}},
             .date = today()}});
    }

    Practice& practice_;
    base::Random random_;
    std::vector<domain::PartyId> clients_;
    std::vector<domain::InvoiceId> invoices_;
    std::vector<domain::PaymentId> payments_;
    std::vector<base::Uuid> commands_;
    base::Uuid session_;
};

} // namespace app_test
