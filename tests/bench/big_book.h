// A practice of any size, made up through the app's own commands: for benches.
//
// The same size and seed give the same book, to the byte. Clients, then invoices day by day over
// four years up to 20 November 2026: nine tenths paid, on the spot or weeks later, the rest open,
// some voided, a few drafts. The disk keeps nothing and counts what it is given.
#pragma once

#include "app/app.h"
#include "base/random.h"
#include "platform/ports/disk.h"
#include "platform/ports/key_derivation.h"
#include "platform/sim/clock.h"
#include "platform/sim/time_zones.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace bench {

// Acknowledges every batch at the next poll.
class CountingDisk final : public platform::Disk {
  public:
    void open(std::string_view, platform::DiskRole, platform::DiskListener& listener) override;
    void read(std::uint64_t) override { wants_read_ = true; }
    void poll() override;
    void begin_batch(std::uint64_t ticket, Queue) override { tickets_.push_back(ticket); }
    void begin_item(platform::DiskArea area, std::uint64_t, std::size_t size) override;
    void append_bytes(base::ByteView) override {}
    void erase(platform::DiskArea, std::uint64_t, std::uint64_t) override {}
    void end_batch() override {}
    [[nodiscard]] std::size_t queued() const override { return tickets_.size(); }
    [[nodiscard]] std::uint64_t first_waiting_ticket() const override { return 0; }
    void drop_waiting() override {}
    void resume() override {}
    void take_over() override {}
    void close() override {}

    // Of the records written so far.
    [[nodiscard]] std::uint64_t log_bytes() const { return log_bytes_; }

  private:
    platform::DiskListener* listener_ = nullptr;
    bool wants_open_ = false;
    bool wants_read_ = false;
    std::deque<std::uint64_t> tickets_;
    std::uint64_t log_bytes_ = 0;
};

class NoKeys final : public platform::KeyDerivation {
  public:
    void start(std::string_view, const platform::BookSalt&) override {}
    State state() override { return State::idle; }
    std::optional<platform::BookKey> take() override { return std::nullopt; }
};

class BigBook {
  public:
    // A new practice with its catalogue, at the beginning of its time.
    explicit BigBook(std::uint64_t seed);
    // The practice in `file`, at the end of its time.
    BigBook(std::uint64_t seed, base::ByteView file);

    void add_clients(std::size_t count);
    // Over the days that are left, with their payments.
    void add_invoices(std::size_t count);

    // One more draft of today, and its number.
    [[nodiscard]] domain::InvoiceId save_draft();
    void finalize(domain::InvoiceId draft);

    [[nodiscard]] app::App& app() { return app_; }
    [[nodiscard]] const CountingDisk& disk() const { return disk_; }
    // A client's name, as a person would type it.
    [[nodiscard]] static std::string client_name(std::size_t index);

  private:
    struct Due {
        std::int64_t day;
        domain::PartyId payer;
        domain::InvoiceId invoice;
        domain::Money amount;
    };

    base::Uuid execute(const app::Command& command);
    void set_up();
    void settle();
    void begin_day(std::int64_t day);
    void pay_due();
    void invoice_of_today();
    [[nodiscard]] domain::DraftLine line(const domain::Draft& draft, std::size_t position);

    base::Random random_;
    CountingDisk disk_;
    platform::SimClock clock_;
    platform::SimEntropy entropy_;
    NoKeys keys_;
    platform::SimTimeZones time_zones_;
    app::App app_;
    std::vector<domain::PartyId> clients_;
    std::vector<domain::Service> services_;
    domain::PractitionerId practitioner_;
    domain::LocationId location_;
    domain::MethodId card_;
    domain::MethodId transfer_;
    std::int64_t day_;
    std::deque<Due> due_;
};

} // namespace bench
