#include "base/text.h"
#include "simulation/run.h"

#include <algorithm>
#include <array>

namespace simulation {

using base::Uuid;

// Amounts where things go wrong: cents, halves, round sums, large ones.
std::int64_t Run::amount() {
    constexpr std::array<std::int64_t, 10> edges{1,   2,     5,      99,     100,
                                                 101, 9'000, 12'345, 99'999, 100'000'000};
    if (random_.below(2) == 0) return edges[random_.below(edges.size())];
    return random_.between(1, 50'000);
}

std::vector<OracleLine> Run::lines() {
    constexpr std::array<std::int64_t, 3> rates{0, 9, 23};
    constexpr std::array<std::int64_t, 6> quantities{1'000'000, 1'500'000, 2'000'000,
                                                     333'333,   1,         12'000'000};
    std::vector<OracleLine> made(random_.below(5));
    for (OracleLine& line : made) {
        line.quantity_scaled = quantities[random_.below(quantities.size())];
        line.price_scaled = amount() * 10'000 + (random_.below(4) == 0 ? 5'000 : 0);
        line.discount_percent = random_.below(4) == 0 ? random_.between(0, 100) : 0;
        line.tax_percent = rates[random_.below(rates.size())];
    }
    return made;
}

base::Date Run::day(std::int64_t low, std::int64_t high) {
    return *program_->app.today().plus_days(random_.between(low, high));
}

domain::Draft Run::draft_of(const Uuid& id, const OracleDraft& draft) {
    domain::Draft made{.id = {id}, .client = domain::PartyId{draft.client}, .currency = currency};
    made.terms = {.kind = domain::TermsKind::net_days, .days = 14};
    int place = 0;
    for (const OracleLine& line : draft.lines) {
        domain::DraftLine one{.id = {program_->app.new_id()},
                              .position = base::integer_text(++place, 4),
                              .name = "Session",
                              .quantity = {line.quantity_scaled},
                              .unit_price = {line.price_scaled},
                              .taxes = {taxes_.at(line.tax_percent)}};
        if (line.discount_percent != 0)
            one.adjustments.push_back(
                {.kind = domain::AdjustmentKind::discount,
                 .size = domain::Percent{base::Decimal::whole(line.discount_percent)}});
        made.lines.push_back(std::move(one));
    }
    return made;
}

bool Run::add_client() {
    constexpr std::array<std::string_view, 6> names{"Siobhán Ó Briain", "Żaneta Wójcik", "יעל כהן",
                                                    "山田 花子",        "O'Hara & Sons", "Zoë"};
    domain::Client client{
        .name = std::string(names[random_.below(names.size())]) + " " +
                base::integer_text(static_cast<std::int64_t>(oracle_.clients.size()))};
    client.address = {.line1 = "2 Road", .city = "Cork", .country = "IE"};
    const auto receipt = execute(app::Add<domain::Client>{client});
    if (!receipt) return true;
    oracle_.clients[receipt->record] = client.name;
    undoable_ = last_->first;
    undoable_client_ = receipt->record;
    return true;
}

bool Run::edit_client() {
    const auto id = pick(oracle_.clients);
    if (!id) return true;
    auto profile = program_->app.client({*id});
    if (!profile) return fail("a client can't be read");
    if (profile->client.name != oracle_.clients[*id]) return fail("a client has another name");
    profile->client.name += "x";
    profile->client.notes = base::integer_text(static_cast<std::int64_t>(random_.below(1000)));
    const bool is_long = profile->client.name.size() > 150;
    if (is_long) profile->client.name = "Short";
    if (execute(app::Edit<domain::Client>{profile->client}))
        oracle_.clients[*id] = profile->client.name;
    undoable_.reset();
    return true;
}

bool Run::archive_client() {
    const auto id = pick(oracle_.clients);
    if (!id) return true;
    const bool is_archived = oracle_.archived.contains(*id);
    if (is_archived) {
        if (execute(app::Restore{.kind = app::MasterKind::client, .id = *id}))
            oracle_.archived.erase(*id);
    } else if (execute(app::Archive{.kind = app::MasterKind::client, .id = *id})) {
        oracle_.archived.insert(*id);
    }
    undoable_.reset();
    return true;
}

bool Run::save_draft() {
    const auto client = pick(oracle_.clients);
    if (!client) return true;
    const auto held = random_.below(2) == 0 ? pick(oracle_.drafts) : std::nullopt;
    const Uuid id = held.value_or(program_->app.new_id());
    OracleDraft draft{.client = *client, .lines = lines(), .number = std::nullopt};
    domain::Draft wish = draft_of(id, draft);
    if (held) {
        draft.number = oracle_.drafts.at(*held).number;
        const auto view = program_->app.draft({*held});
        if (!view) return fail("a draft can't be read");
        wish.reverted = view->draft.reverted;
    }
    const std::optional<Uuid> session = random_.below(2) == 0 ? std::optional(id) : std::nullopt;
    if (execute(app::SaveDraft{.draft = wish, .session = session})) oracle_.drafts[id] = draft;
    const auto view = program_->app.draft({id});
    if (!oracle_.drafts.contains(id) || !view) return true;
    const std::int64_t payable = oracle_payable(oracle_.drafts.at(id).lines);
    if (view->totals && view->totals->payable.minor != payable)
        return fail("a draft's total is not the oracle's");
    return true;
}

bool Run::delete_draft() {
    const auto id = pick(oracle_.drafts);
    if (!id) return true;
    const bool is_numbered = oracle_.drafts.at(*id).number.has_value();
    const auto receipt = execute(app::DeleteDraft{{*id}});
    if (receipt && is_numbered) return fail("a numbered draft was deleted");
    if (receipt) oracle_.drafts.erase(*id);
    return true;
}

bool Run::finalize() {
    const auto id = pick(oracle_.drafts);
    if (!id) return true;
    const OracleDraft draft = oracle_.drafts.at(*id);
    const std::int64_t credit = oracle_.credit(draft.client);
    app::FinalizeInvoice command{.invoice = {*id}, .payment = app::AskForPayment{}};
    const std::int64_t payable = oracle_payable(draft.lines);
    const auto way = random_.below(payable > 0 ? 3 : 2);
    if (way == 1) command.payment = app::UseCredit{};
    if (way == 2)
        command.payment = app::AlreadyPaid{.amount = money(payable),
                                           .date = program_->app.today(),
                                           .method = card_,
                                           .overpayment = domain::Overpayment::keep_as_credit};
    const auto receipt = execute(command);
    if (!receipt) return true;
    if (draft.lines.empty()) return fail("an invoice without lines was issued");
    const std::string expected =
        draft.number.value_or("INV-" + base::integer_text(oracle_.next_counter, 4));
    if (receipt->number != expected)
        return fail("number " + receipt->number + " was given, not " + expected);
    if (!draft.number) ++oracle_.next_counter;
    oracle_.drafts.erase(*id);
    oracle_.invoices[*id] = {
        .account = draft.client, .number = expected, .payable = payable, .lines = draft.lines};
    if (!read_invoice_money(*id)) return false;
    if (way == 1 && oracle_.allocated_to(*id) != std::min(credit, payable))
        return fail("credit applied is not the lesser of credit and total");
    return check_invoice(*id) && check_account(draft.client);
}

bool Run::void_invoice() {
    const auto id = pick(oracle_.invoices);
    if (!id) return true;
    const auto allocations =
        random_.below(2) == 0 ? app::LiveAllocations::release : app::LiveAllocations::refuse;
    const bool has_money = oracle_.allocated_to(*id) != 0;
    const bool was_voided = oracle_.invoices.at(*id).is_voided;
    const auto receipt = execute(app::VoidInvoice{.invoice = {*id},
                                                  .date = day(-1, 0),
                                                  .reason = random_.below(8) == 0 ? "" : "Mistake",
                                                  .allocations = allocations});
    if (!receipt) return true;
    if (was_voided) return fail("an invoice was voided twice");
    if (has_money && allocations == app::LiveAllocations::refuse)
        return fail("an invoice was voided with money on it");
    if (oracle_.written_off(*id) != 0) return fail("an invoice was voided that is written off");
    for (auto& [allocation, held] : oracle_.allocations)
        if (held.invoice == *id) held.live = 0;
    oracle_.invoices.at(*id).is_voided = true;
    return check_invoice(*id) && check_account(oracle_.invoices.at(*id).account);
}

bool Run::revert() {
    const auto id = pick(oracle_.invoices);
    if (!id) return true;
    const OracleInvoice invoice = oracle_.invoices.at(*id);
    const bool has_money = oracle_.allocated_to(*id) != 0 || oracle_.written_off(*id) != 0;
    const auto receipt =
        execute(app::RevertInvoice{.invoice = {*id}, .date = day(0, 0), .reason = "Wrong rate"});
    if (!receipt) return true;
    if (invoice.is_voided || has_money) return fail("an invoice was reverted that can't be");
    oracle_.invoices.erase(*id);
    oracle_.drafts[*id] = {
        .client = invoice.account, .lines = invoice.lines, .number = invoice.number};
    return check_account(invoice.account);
}

bool Run::duplicate() {
    const auto id = pick(oracle_.invoices);
    if (!id) return true;
    const auto receipt = execute(app::DuplicateInvoice{{*id}});
    if (!receipt) return true;
    const OracleInvoice& invoice = oracle_.invoices.at(*id);
    oracle_.drafts[receipt->record] = {
        .client = invoice.account, .lines = invoice.lines, .number = std::nullopt};
    return true;
}

bool Run::record_payment() {
    const auto payer = pick(oracle_.clients);
    if (!payer) return true;
    const std::int64_t owed = oracle_.owed(*payer);
    const std::int64_t paid = random_.below(3) == 0 && owed > 0 ? owed : amount();
    const bool keeps = random_.below(2) == 0;
    domain::RecordPayment wish{
        .payer = {*payer}, .amount = money(paid), .date = program_->app.today(), .method = card_};
    if (keeps) wish.overpayment = domain::Overpayment::keep_as_credit;
    const auto receipt = execute(app::RecordPayment{wish});
    if (!receipt) return true;
    // Where nothing is owed all of it is credit, which is no surprise to anyone.
    if (!keeps && paid > owed && owed > 0)
        return fail("an overpayment was kept without a confirmation");
    oracle_.payments[receipt->record] = {.payer = *payer, .amount = paid};
    if (!read_payment_money(receipt->record)) return false;
    if (oracle_.left(receipt->record) != std::max<std::int64_t>(paid - owed, 0))
        return fail("a payment was not put to all that was owed");
    return check_account(*payer);
}

bool Run::allocate() {
    const auto payment = pick(oracle_.payments);
    const auto invoice = pick(oracle_.invoices);
    if (!payment || !invoice) return true;
    const std::int64_t balance = oracle_.balance(*invoice);
    const std::int64_t most = balance + oracle_.written_off(*invoice);
    const std::int64_t wish =
        random_.below(2) == 0
            ? std::min(oracle_.left(*payment), random_.below(2) == 0 ? balance : most)
            : amount();
    const auto receipt =
        execute(app::AllocatePayment{{.payment = {*payment},
                                      .chosen = {{.invoice = {*invoice}, .amount = money(wish)}},
                                      .date = program_->app.today()}});
    if (!receipt) return true;
    if (wish > oracle_.left(*payment) || wish > most || wish < 1)
        return fail("more was put to an invoice than there was or was owed");
    oracle_.bring_back(*invoice, wish - balance);
    const std::int64_t before = oracle_.left(*payment);
    if (!read_payment_money(*payment)) return false;
    if (oracle_.left(*payment) != before - wish) return fail("another amount was put to it");
    return check_invoice(*invoice) && check_account(oracle_.payments.at(*payment).payer);
}

bool Run::release() {
    const auto id = pick(oracle_.allocations);
    if (!id) return true;
    OracleAllocation& held = oracle_.allocations.at(*id);
    const auto receipt = execute(app::ReleaseAllocation{.payment = {held.payment},
                                                        .allocation = {*id},
                                                        .date = program_->app.today(),
                                                        .reason = "Other invoice"});
    if (!receipt) return true;
    if (held.live == 0) return fail("an allocation was released twice");
    held.live = 0;
    return check_invoice(held.invoice) && check_account(oracle_.payments.at(held.payment).payer);
}

bool Run::void_payment() {
    const auto id = pick(oracle_.payments);
    if (!id) return true;
    OraclePayment& payment = oracle_.payments.at(*id);
    const bool may = !payment.is_voided && oracle_.left(*id) == payment.amount;
    const auto receipt = execute(
        app::VoidPayment{.payment = {*id}, .date = program_->app.today(), .reason = "Typed twice"});
    if (!receipt) return true;
    if (!may) return fail("a payment was voided that can't be");
    payment.is_voided = true;
    return check_account(payment.payer);
}

bool Run::apply_credit() {
    const auto id = pick(oracle_.invoices);
    if (!id) return true;
    const Uuid account = oracle_.invoices.at(*id).account;
    const std::int64_t credit = oracle_.credit(account);
    const std::int64_t balance = oracle_.balance(*id);
    const auto receipt = execute(app::ApplyCredit{.invoice = {*id}, .date = program_->app.today()});
    if (!receipt) return true;
    if (!read_invoice_money(*id)) return false;
    if (oracle_.balance(*id) != balance - std::min(credit, balance))
        return fail("credit applied is not the lesser of credit and balance");
    return check_invoice(*id) && check_account(account);
}

bool Run::undo() {
    if (!undoable_) return true;
    const Uuid client = *undoable_client_;
    const Uuid command = *undoable_;
    undoable_.reset();
    if (!oracle_.clients.contains(client)) return true;
    const bool is_used =
        std::ranges::any_of(oracle_.drafts,
                            [&](const auto& entry) { return entry.second.client == client; }) ||
        oracle_.owed(client) != 0 || oracle_.credit(client) != 0;
    if (!execute(app::Undo{command})) return true;
    if (is_used) return fail("a client that is used was taken back");
    oracle_.clients.erase(client);
    oracle_.archived.erase(client);
    return true;
}

// A double tap: the same command again gives the same receipt and changes nothing.
bool Run::replay_command() {
    if (!last_) return true;
    const std::uint64_t revision = program_->app.revision();
    const auto again = program_->app.execute(last_->first, last_->second);
    if (!again) return fail("a command that was carried out is refused when it comes again");
    if (again->record != last_receipt_->record || again->number != last_receipt_->number)
        return fail("a command that comes again gives another receipt");
    if (program_->app.revision() != revision) return fail("a command was carried out twice");
    return true;
}

// Commands that must be refused and change nothing.
bool Run::nonsense() {
    const std::uint64_t revision = program_->app.revision();
    const domain::InvoiceId nowhere{program_->app.new_id()};
    const std::array<app::Command, 6> commands{
        app::FinalizeInvoice{.invoice = nowhere},
        app::VoidInvoice{.invoice = nowhere, .date = day(0, 0), .reason = "x"},
        app::RecordPayment{{.payer = {program_->app.new_id()},
                            .amount = money(100),
                            .date = day(0, 0),
                            .method = card_}},
        app::Add<domain::Client>{},
        app::Edit<domain::Client>{{.id = {program_->app.new_id()}, .name = "Nobody"}},
        app::Undo{program_->app.new_id()}};
    if (program_->app.execute(commands[random_.below(commands.size())]))
        return fail("a command without sense was carried out");
    if (program_->app.revision() != revision) return fail("a refused command changed the book");
    return true;
}

bool Run::wait() {
    constexpr std::int64_t ms_per_day = 86'400'000;
    clock_.advance(random_.below(3) == 0 ? ms_per_day : 60'000);
    return settle(static_cast<int>(random_.below(10)));
}

bool Run::trouble() {
    if (settings_.faults == Faults::none) return true;
    if (settings_.faults == Faults::crashes_and_bad_disk && random_.below(2) == 0) {
        const bool bad = random_.below(2) == 0;
        program_->disk.set_faults(bad ? platform::SimDisk::Faults{.aborted_per_mille = 100,
                                                                  .quota_per_mille = 50,
                                                                  .lost_per_mille = 50,
                                                                  .delay_polls_max = 5}
                                      : platform::SimDisk::Faults{});
        return true;
    }
    return crash();
}

} // namespace simulation
