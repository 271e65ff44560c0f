// A practice in a book over a simulated disk, set up and ready for commands.
#pragma once

#include "app/app.h"
#include "platform/ports/key_derivation.h"
#include "platform/sim/clock.h"
#include "platform/sim/disk.h"
#include "platform/sim/time_zones.h"
#include "store/digest.h"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>

namespace app_test {

// Books here are plain.
class NoKeys final : public platform::KeyDerivation {
  public:
    void start(std::string_view, const platform::BookSalt&) override {}
    State state() override { return State::idle; }
    std::optional<platform::BookKey> take() override { return std::nullopt; }
};

inline base::Date date(int year, int month, int day) {
    return *base::Date::from_civil({year, month, day});
}

inline domain::Money eur(std::int64_t minor) {
    return {minor, *domain::Currency::from_code("EUR")};
}

struct Program {
    Program(platform::SimStorage& storage, platform::SimClock& clock, std::uint64_t seed)
        : disk(storage, base::Random(seed), {}), entropy(seed), app({.disk = disk,
                                                                     .clock = clock,
                                                                     .entropy = entropy,
                                                                     .keys = keys,
                                                                     .time_zones = time_zones}) {
        app.book().open("book");
        settle();
    }

    void settle() {
        for (int turn = 0; turn < 40; ++turn)
            REQUIRE(app.step().has_value());
    }

    platform::SimDisk disk;
    platform::SimEntropy entropy;
    NoKeys keys;
    platform::SimTimeZones time_zones;
    app::App app;
};

// Friday 20 November 2026, noon.
class Practice {
  public:
    Practice() : clock_({1'795'176'000'000}) {
        program_ = std::make_unique<Program>(storage_, clock_, 1);
        REQUIRE(app().book().create().has_value());
        program_->settle();
        app::SetUpPractice command{.identity = {.name = "Harbour Street Therapy"},
                                   .billing = {.currency = eur(0).currency}};
        command.identity.address = {
            .line1 = "12 Harbour Street", .city = "Galway", .country = "IE"};
        command.identity.tax_number = "IE3204718PH";
        command.billing.country = "IE";
        command.billing.locale = "en-IE";
        command.billing.time_zone = "Europe/Dublin";
        vat = {app().new_id()};
        command.taxes.push_back(
            {.id = vat,
             .code = "VAT",
             .name = "VAT 23%",
             .rates = {{.from = date(2012, 1, 1), .rate = {base::Decimal::whole(23)}}}});
        card = {app().new_id()};
        cash = {app().new_id()};
        command.methods = {{.id = card, .kind = domain::MethodKind::card, .name = "Card"},
                           {.id = cash, .kind = domain::MethodKind::cash, .name = "Cash"}};
        const auto done = app().execute(command);
        REQUIRE(done.has_value());
        program_->settle();
    }

    app::App& app() { return program_->app; }
    void settle() { program_->settle(); }

    // Ends the program as a closed tab does and starts it again on the same disk.
    void restart() {
        program_->settle();
        crash();
        REQUIRE(app().is_ready());
    }
    // The same at whatever it is about: what has not reached the disk is lost.
    void crash() {
        program_->disk.crash();
        program_ = std::make_unique<Program>(storage_, clock_, ++programs_);
    }
    platform::SimDisk& disk() { return program_->disk; }

    base::Digest digest() {
        const auto digest = store::digest_of(app().book().database());
        REQUIRE(digest.has_value());
        return *digest;
    }

    domain::PartyId client(std::string name) {
        domain::Client client{.name = std::move(name)};
        client.address = {.line1 = "4 Seapoint Terrace", .city = "Galway", .country = "IE"};
        const auto receipt = app().execute(app::Add<domain::Client>{client});
        REQUIRE(receipt.has_value());
        return {receipt->record};
    }

    // A draft of one line at the price, 23 % VAT on top.
    domain::InvoiceId draft(domain::PartyId client, std::int64_t price_minor) {
        auto draft = app().new_draft(client);
        REQUIRE(draft.has_value());
        draft->issue_date = date(2026, 11, 20);
        draft->lines.push_back({.id = {app().new_id()},
                                .position = "1",
                                .name = "Written report",
                                .unit_price = {price_minor * 10'000},
                                .taxes = {vat}});
        const auto receipt = app().execute(app::SaveDraft{.draft = *draft});
        REQUIRE(receipt.has_value());
        return {receipt->record};
    }

    domain::InvoiceId invoice(domain::PartyId client, std::int64_t price_minor) {
        const auto id = draft(client, price_minor);
        REQUIRE(app().execute(app::FinalizeInvoice{.invoice = id}).has_value());
        return id;
    }

    domain::PaymentId pay(domain::PartyId payer, std::int64_t minor) {
        domain::RecordPayment payment{
            .payer = payer, .amount = eur(minor), .date = date(2026, 11, 20), .method = card};
        payment.overpayment = domain::Overpayment::keep_as_credit;
        const auto receipt = app().execute(app::RecordPayment{payment});
        REQUIRE(receipt.has_value());
        return {receipt->record};
    }

    domain::TaxId vat;
    domain::MethodId card;
    domain::MethodId cash;

  private:
    platform::SimStorage storage_;
    platform::SimClock clock_;
    std::unique_ptr<Program> program_;
    std::uint64_t programs_ = 1;
};

// A refusal: the code and field, and that nothing in the book changed.
inline void check_refused(Practice& practice, const app::Command& command, base::Code code,
                          std::string_view field) {
    const auto before = practice.digest();
    const auto outcome = practice.app().execute(command);
    REQUIRE_FALSE(outcome.has_value());
    CHECK(static_cast<int>(outcome.error().code) == static_cast<int>(code));
    CHECK(outcome.error().field == field);
    CHECK(practice.digest() == before);
}

} // namespace app_test
