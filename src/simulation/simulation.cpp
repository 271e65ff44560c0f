#include "simulation/simulation.h"

#include "base/text.h"
#include "platform/ports/key_derivation.h"
#include "store/digest.h"
#include "store/replay.h"
#include "store/schema.h"
#include "store/verify.h"

#include <algorithm>
#include <array>

namespace simulation {

namespace {

using base::Uuid;

constexpr base::Instant start{1'790'000'000'000}; // 21 September 2026.
const domain::Currency currency = *domain::Currency::from_code("EUR");

// Books of the simulation are plain.
class NoKeys final : public platform::KeyDerivation {
  public:
    void start(std::string_view, const platform::BookSalt&) override {}
    State state() override { return State::idle; }
    std::optional<platform::BookKey> take() override { return std::nullopt; }
};

// A program's run over the storage, from start to crash.
struct Program {
    Program(platform::SimStorage& storage, platform::SimClock& clock, std::uint64_t seed)
        : disk(storage, base::Random(seed), {}), entropy(seed), app({.disk = disk,
                                                                     .clock = clock,
                                                                     .entropy = entropy,
                                                                     .keys = keys,
                                                                     .time_zones = time_zones}) {}

    platform::SimDisk disk;
    platform::SimEntropy entropy;
    NoKeys keys;
    platform::SimTimeZones time_zones;
    app::App app;
};

class Run {
  public:
    explicit Run(const Settings& settings)
        : settings_(settings), random_(settings.seed), clock_(start) {}

    Outcome go();

  private:
    // Life of the program.
    void start_program();
    bool settle(int turns);
    bool set_up();
    bool crash();
    void remember();

    // What can happen.
    using Step = bool (Run::*)();
    struct Weighted {
        int weight;
        Step step;
    };
    bool step();
    bool add_client();
    bool edit_client();
    bool archive_client();
    bool save_draft();
    bool delete_draft();
    bool finalize();
    bool void_invoice();
    bool revert();
    bool duplicate();
    bool record_payment();
    bool allocate();
    bool release();
    bool void_payment();
    bool apply_credit();
    bool undo();
    bool replay_command();
    bool nonsense();
    bool wait();
    bool trouble();

    // Carries a command out; nothing if it was refused.
    std::optional<app::Receipt> execute(const app::Command& command);
    bool read_invoice_money(const Uuid& invoice);
    bool read_payment_money(const Uuid& payment);

    // Comparisons: true when equal.
    bool check_invoice(const Uuid& id);
    bool check_account(const Uuid& id);
    bool check_whole();
    bool check_replay();
    bool fail(std::string what);

    void mutate();
    bool execute_sql(std::string_view sql);

    template <typename Map>
    std::optional<Uuid> pick(const Map& map) {
        if (map.empty()) return std::nullopt;
        auto at = map.begin();
        std::advance(at, static_cast<std::ptrdiff_t>(random_.below(map.size())));
        return at->first;
    }
    std::int64_t amount();
    std::vector<OracleLine> lines();
    domain::Draft draft_of(const Uuid& id, const OracleDraft& draft);
    base::Date day(std::int64_t low, std::int64_t high);
    domain::Money money(std::int64_t minor) const { return {minor, currency}; }

    Settings settings_;
    Outcome outcome_;
    base::Random random_;
    platform::SimClock clock_;
    platform::SimStorage storage_;
    std::unique_ptr<Program> program_;
    Oracle oracle_;
    // The oracle as of each revision that may yet be lost, and of the last acknowledged.
    std::deque<std::pair<std::uint64_t, Oracle>> past_;
    std::uint64_t programs_ = 0;
    std::map<std::int64_t, domain::TaxId> taxes_; // By percent.
    domain::MethodId card_;
    std::optional<std::pair<Uuid, app::Command>> last_; // For replays.
    std::optional<app::Receipt> last_receipt_;
    std::optional<Uuid> undoable_; // A command that added a client.
    std::optional<Uuid> undoable_client_;
};

bool Run::fail(std::string what) {
    if (!outcome_.failure)
        outcome_.failure =
            "step " + base::integer_text(outcome_.steps_done) + ": " + std::move(what);
    return false;
}

void Run::start_program() {
    ++programs_;
    program_ = std::make_unique<Program>(storage_, clock_, settings_.seed * 1000 + programs_);
    program_->app.book().open("book");
}

bool Run::settle(int turns) {
    for (int turn = 0; turn < turns; ++turn) {
        clock_.advance(1);
        if (const auto stepped = program_->app.step(); !stepped)
            return fail("step failed: " + stepped.error().field);
    }
    const std::uint64_t saved = program_->app.saved_revision();
    while (past_.size() > 1 && past_[1].first <= saved)
        past_.pop_front();
    return true;
}

bool Run::set_up() {
    start_program();
    if (!settle(50)) return false;
    if (!program_->app.book().create() || !settle(50)) return fail("the book can't be created");
    app::SetUpPractice command{.identity = {.name = "Simulated practice"},
                               .billing = {.currency = currency}};
    command.identity.address = {.line1 = "1 Test Street", .city = "Galway", .country = "IE"};
    command.identity.tax_number = "IE3204718PH";
    command.billing.country = "IE";
    command.billing.locale = "en-IE";
    command.billing.time_zone = "Europe/Dublin";
    for (const std::int64_t percent : {0, 9, 23}) {
        const domain::TaxId id{program_->app.new_id()};
        taxes_[percent] = id;
        const base::Date from = *base::Date::from_civil({2000, 1, 1});
        command.taxes.push_back(
            {.id = id,
             .code = "VAT",
             .name = "VAT " + base::integer_text(percent),
             .category = percent == 0 ? domain::TaxCategory::zero : domain::TaxCategory::standard,
             .rates = {{.from = from, .rate = {base::Decimal::whole(percent)}}}});
    }
    card_ = {program_->app.new_id()};
    command.methods.push_back({.id = card_, .kind = domain::MethodKind::card, .name = "Card"});
    const auto done = program_->app.execute(command);
    if (!done)
        return fail("set-up refused: " + done.error().field + " " +
                    base::integer_text(static_cast<int>(done.error().code)));
    remember();
    return settle(50);
}

void Run::remember() {
    const std::uint64_t revision = program_->app.revision();
    if (!past_.empty() && past_.back().first == revision)
        past_.back().second = oracle_;
    else
        past_.emplace_back(revision, oracle_);
}

// The program dies; what was acknowledged must be there, and no more than was committed.
bool Run::crash() {
    ++outcome_.crashes;
    const std::uint64_t acknowledged = program_->app.saved_revision();
    program_->disk.crash();
    program_.reset();
    last_.reset();
    undoable_.reset();
    if (settings_.mutant == Mutant::lost_after_ack && !outcome_.is_planted && acknowledged > 20) {
        const auto last = std::prev(storage_.items.end());
        outcome_.is_planted = last->first.first == platform::DiskArea::log;
        if (outcome_.is_planted) storage_.items.erase(last);
    }
    start_program();
    if (!settle(60)) return false;
    if (program_->app.book().phase() != app::BookPhase::ready)
        return fail("the book does not open after a crash");
    const std::uint64_t revision = program_->app.revision();
    if (revision < acknowledged)
        return fail("acknowledged revision " +
                    base::integer_text(static_cast<std::int64_t>(acknowledged)) + " was lost");
    const auto found = std::ranges::find(past_, revision, &std::pair<std::uint64_t, Oracle>::first);
    if (found == past_.end()) return fail("the book opens at a revision that never was");
    oracle_ = found->second;
    past_ = {{revision, oracle_}};
    return check_whole();
}

std::optional<app::Receipt> Run::execute(const app::Command& command) {
    const Uuid id = program_->app.new_id();
    auto receipt = program_->app.execute(id, command);
    if (!receipt) {
        ++outcome_.commands_refused;
        return std::nullopt;
    }
    ++outcome_.commands_done;
    last_ = {id, command};
    last_receipt_ = *receipt;
    return *receipt;
}

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
    for (auto& [allocation, held] : oracle_.allocations)
        if (held.invoice == *id) held.live = 0;
    oracle_.invoices.at(*id).is_voided = true;
    return check_invoice(*id) && check_account(oracle_.invoices.at(*id).account);
}

bool Run::revert() {
    const auto id = pick(oracle_.invoices);
    if (!id) return true;
    const OracleInvoice invoice = oracle_.invoices.at(*id);
    const bool has_money = oracle_.allocated_to(*id) != 0;
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
    const std::int64_t wish = random_.below(2) == 0
                                  ? std::min(oracle_.left(*payment), oracle_.balance(*invoice))
                                  : amount();
    const auto receipt =
        execute(app::AllocatePayment{{.payment = {*payment},
                                      .chosen = {{.invoice = {*invoice}, .amount = money(wish)}},
                                      .date = program_->app.today()}});
    if (!receipt) return true;
    if (wish > oracle_.left(*payment) || wish > oracle_.balance(*invoice) || wish < 1)
        return fail("more was put to an invoice than there was or was owed");
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

// What the book says about an invoice's money becomes the oracle's, once the sums are right.
bool Run::read_invoice_money(const Uuid& invoice) {
    const auto view = program_->app.invoice({invoice});
    if (!view) return fail("an invoice can't be read");
    for (const app::InvoiceMoney& part : view->money) {
        if (!oracle_.payments.contains(part.payment.uuid)) {
            const auto payment = program_->app.payment(part.payment);
            if (!payment) return fail("a payment can't be read");
            oracle_.payments[part.payment.uuid] = {.payer = payment->payment.payer.uuid,
                                                   .amount = payment->payment.amount.minor};
        }
        oracle_.allocations[part.allocation.uuid] = {
            .payment = part.payment.uuid, .invoice = invoice, .live = part.amount.minor};
        if (oracle_.left(part.payment.uuid) < 0) return fail("a payment is overdrawn");
    }
    if (oracle_.balance(invoice) < 0) return fail("a balance is below zero");
    return true;
}

bool Run::read_payment_money(const Uuid& payment) {
    const auto view = program_->app.payment({payment});
    if (!view) return fail("a payment can't be read");
    for (const app::PaymentPart& part : view->parts) {
        // Released before its invoice was reverted.
        if (part.amount.minor == 0 && !oracle_.invoices.contains(part.invoice.uuid)) continue;
        oracle_.allocations[part.allocation.uuid] = {
            .payment = payment, .invoice = part.invoice.uuid, .live = part.amount.minor};
        if (!oracle_.invoices.contains(part.invoice.uuid))
            return fail("money was put to an invoice that is not issued");
        if (oracle_.balance(part.invoice.uuid) < 0) return fail("a balance is below zero");
    }
    if (oracle_.left(payment) < 0) return fail("a payment is overdrawn");
    return true;
}

bool Run::check_invoice(const Uuid& id) {
    const auto view = program_->app.invoice({id});
    if (!view) return fail("an invoice can't be read");
    const OracleInvoice& invoice = oracle_.invoices.at(id);
    if (view->document.invoice.totals.payable.minor != invoice.payable)
        return fail(invoice.number + ": the total is not the oracle's");
    if (view->balance.minor != oracle_.balance(id))
        return fail(invoice.number + ": the balance is not the oracle's");
    if (view->document.invoice.number.text != invoice.number)
        return fail(invoice.number + ": the number changed");
    return true;
}

bool Run::check_account(const Uuid& id) {
    const auto profile = program_->app.client({id});
    if (!profile) return fail("a client can't be read");
    const app::AccountFigures& figures = profile->account.figures.front();
    if (figures.owed.minor != oracle_.owed(id)) return fail("an account owes another sum");
    if (figures.credit.minor != oracle_.credit(id)) return fail("credit is not the oracle's");
    const std::int64_t balance =
        profile->account.lines.empty() ? 0 : profile->account.lines.front().balance.minor;
    if (balance != oracle_.owed(id) - oracle_.credit(id)) {
        std::string story;
        for (const app::AccountLine& line : profile->account.lines)
            story += base::integer_text(static_cast<int>(line.kind)) + ":" + line.number + ":" +
                     base::integer_text(line.amount.minor) + " ";
        return fail("the account's running balance is not owed less credit: " +
                    base::integer_text(oracle_.owed(id)) + " - " +
                    base::integer_text(oracle_.credit(id)) + "; " + story);
    }
    return true;
}

bool Run::check_whole() {
    auto& database = program_->app.book().database();
    const auto findings = store::verify_book(database);
    if (!findings) return fail("the book can't be verified");
    if (!findings->empty()) return fail(findings->front());
    for (const auto& [id, invoice] : oracle_.invoices)
        if (!check_invoice(id)) return false;
    for (const auto& [id, name] : oracle_.clients)
        if (!check_account(id)) return false;
    const auto today = program_->app.today_view();
    if (!today) return fail("today can't be read");
    std::int64_t owed = 0;
    for (const auto& [id, name] : oracle_.clients)
        owed += oracle_.owed(id);
    std::int64_t in_buckets = 0;
    for (const domain::Money& bucket : today->owed.front().buckets)
        in_buckets += bucket.minor;
    if (today->owed.front().total.minor != owed || in_buckets != owed)
        return fail("what is owed by age is not the sum of balances");
    if (today->draft_count != oracle_.drafts.size()) return fail("drafts are missing or too many");
    return check_replay();
}

bool Run::check_replay() {
    platform::SimStorage storage;
    Program other(storage, clock_, 1);
    other.app.book().open("replay");
    for (int turn = 0; turn < 20; ++turn)
        other.app.book().poll();
    if (!other.app.book().create()) return fail("no book to replay into");
    auto transaction = other.app.book().begin();
    if (!transaction) return fail("no transaction to replay in");
    auto& from = program_->app.book().database();
    auto& to = other.app.book().database();
    if (!store::migrate(to)) return fail("no schema to replay into");
    if (const auto replayed = store::replay(from, to); !replayed)
        return fail("the log does not replay: " + replayed.error().field + " " +
                    replayed.error().detail);
    const auto here = store::digest_of(from);
    const auto there = store::digest_of(to);
    if (!here || !there || *here != *there) return fail("the replayed log gives another book");
    return true;
}

bool Run::execute_sql(std::string_view sql) {
    auto transaction = program_->app.book().begin();
    if (!transaction) return false;
    auto& database = program_->app.book().database();
    if (!database.execute(sql) || database.changes() == 0) return false;
    return transaction->commit().has_value();
}

void Run::mutate() {
    if (outcome_.is_planted || outcome_.steps_done < 100) return;
    switch (settings_.mutant) {
    case Mutant::none:
    case Mutant::lost_after_ack: return; // At the next crash.
    case Mutant::lost_allocation:
        outcome_.is_planted =
            execute_sql("DELETE FROM allocation WHERE id = (SELECT MAX(id) FROM allocation "
                        "WHERE amount_minor > 0)");
        break;
    case Mutant::doubled_allocation:
        outcome_.is_planted =
            execute_sql("UPDATE allocation SET amount_minor = amount_minor * 2 "
                        "WHERE id = (SELECT MAX(id) FROM allocation WHERE amount_minor > 0)");
        break;
    case Mutant::overdrawn_payment:
        outcome_.is_planted =
            execute_sql("UPDATE payment SET amount_minor = 1 WHERE id = (SELECT "
                        "MAX(payment_id) FROM allocation WHERE amount_minor > 1)");
        break;
    case Mutant::altered_total:
        outcome_.is_planted =
            execute_sql("UPDATE issued_invoice SET payable_minor = payable_minor + 1 "
                        "WHERE id = (SELECT MAX(id) FROM issued_invoice)");
        break;
    case Mutant::orphaned_allocation:
        outcome_.is_planted =
            execute_sql("DELETE FROM payment WHERE id = (SELECT MAX(payment_id) FROM allocation)");
        break;
    case Mutant::money_on_voided:
        outcome_.is_planted =
            execute_sql("INSERT INTO invoice_void (invoice_id, version, dot, date, reason) "
                        "SELECT id, version, dot, issue_date, 'planted' FROM issued_invoice "
                        "WHERE id = (SELECT id FROM invoice_now WHERE state = 0 "
                        "AND settled_minor > 0 ORDER BY id DESC LIMIT 1)");
        break;
    case Mutant::skipped_number:
        outcome_.is_planted = execute_sql("UPDATE series SET next_counter = next_counter + 1");
        break;
    case Mutant::repeated_number:
        outcome_.is_planted =
            execute_sql("UPDATE issued_invoice SET number = (SELECT MIN(number) FROM "
                        "issued_invoice) WHERE id = (SELECT MAX(id) FROM issued_invoice) "
                        "AND number <> (SELECT MIN(number) FROM issued_invoice)");
        break;
    case Mutant::altered_log:
        // Another client's body is as well packed and as well formed.
        outcome_.is_planted = execute_sql(
            "UPDATE change SET body = (SELECT body FROM change WHERE command = 'add_client' "
            "ORDER BY dot DESC LIMIT 1) WHERE dot = (SELECT MIN(dot) FROM change "
            "WHERE command = 'add_client') AND (SELECT COUNT(*) FROM change "
            "WHERE command = 'add_client') > 1");
        break;
    case Mutant::removed_change:
        outcome_.is_planted = execute_sql("DELETE FROM change WHERE command = 'record_payment'");
        break;
    case Mutant::stale_cache:
        outcome_.is_planted =
            execute_sql("UPDATE derived_invoice SET balance_minor = balance_minor + 1 "
                        "WHERE balance_minor > 0");
        break;
    case Mutant::credit_from_nothing:
        outcome_.is_planted =
            execute_sql("UPDATE derived_credit SET left_minor = left_minor + 100");
        break;
    case Mutant::unlogged_write:
        outcome_.is_planted =
            execute_sql("UPDATE master SET name = name || '!' WHERE kind = 'client'");
        break;
    }
    if (outcome_.is_planted) remember();
}

bool Run::step() {
    constexpr std::array steps{
        Weighted{8, &Run::add_client},     Weighted{3, &Run::edit_client},
        Weighted{2, &Run::archive_client}, Weighted{16, &Run::save_draft},
        Weighted{2, &Run::delete_draft},   Weighted{14, &Run::finalize},
        Weighted{3, &Run::void_invoice},   Weighted{3, &Run::revert},
        Weighted{2, &Run::duplicate},      Weighted{10, &Run::record_payment},
        Weighted{5, &Run::allocate},       Weighted{5, &Run::release},
        Weighted{2, &Run::void_payment},   Weighted{4, &Run::apply_credit},
        Weighted{1, &Run::undo},           Weighted{2, &Run::replay_command},
        Weighted{3, &Run::nonsense},       Weighted{12, &Run::wait},
        Weighted{2, &Run::trouble},
    };
    int sum = 0;
    for (const Weighted& one : steps)
        sum += one.weight;
    int drawn = static_cast<int>(random_.below(static_cast<std::uint64_t>(sum)));
    for (const Weighted& one : steps) {
        drawn -= one.weight;
        if (drawn < 0) return (this->*one.step)();
    }
    return true;
}

Outcome Run::go() {
    if (!set_up()) return outcome_;
    for (int i = 1; i <= settings_.steps; ++i) {
        outcome_.steps_done = i;
        mutate();
        if (!step()) break;
        remember();
        if (!settle(2)) break;
        const bool is_last = i == settings_.steps;
        if ((is_last || i % settings_.whole_check_every == 0) && !check_whole()) break;
    }
    return outcome_;
}

} // namespace

Outcome run(const Settings& settings) { return Run(settings).go(); }

} // namespace simulation
