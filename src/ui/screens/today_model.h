// What the first screen says: what needs doing, what is owed, what came in today.
//
// Read from App::today_view once a revision and a day, and kept as finished texts. Rows with
// nothing to say are not there; each currency has a block of its own. Draws nothing.
#pragma once

#include "app/queries/today.h"
#include "base/error.h"
#include "base/instant.h"
#include "ui/screens/share_bar.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app {
class App;
}

namespace ui {

struct Local;

enum class TaskKind : std::uint8_t { overdue, drafts };

struct Task {
    TaskKind kind = TaskKind::overdue;
    std::string title;                // "9 invoices overdue".
    std::string detail;               // "Oldest: INV-0081, Fatima Al-Sayed, 120 days".
    std::vector<std::string> amounts; // One for each currency.
    std::string action;
    std::string address;
};

struct Sum {
    std::string amount;
    int cents_bytes = 0;
};

struct OwedBlock {
    Sum sum;
    std::string count;  // "15 invoices".
    std::string credit; // "€45.00 credit held"; empty: none.
    std::vector<Share> buckets;
};

struct TakenBlock {
    Sum sum;
    std::vector<Share> methods; // Greatest first.
};

struct TakenRow {
    std::string payer;
    std::string number; // "INV-0147", "INV-0147 + 2"; empty where it is all credit.
    std::string amount;
    std::string address;
};

class TodayModel {
  public:
    explicit TodayModel(app::App& app) : app_(app) {}

    // Reads anew when the book or the day has changed.
    void update();

    [[nodiscard]] const std::string& date() const { return date_; } // "Friday 20 November".
    // Nothing was ever drafted or issued: the screen starts the job instead.
    [[nodiscard]] bool is_fresh() const { return is_fresh_; }
    [[nodiscard]] const std::string& first_number() const { return first_number_; }
    [[nodiscard]] const std::vector<Task>& tasks() const { return tasks_; }
    [[nodiscard]] const std::vector<OwedBlock>& owed() const { return owed_; }
    [[nodiscard]] const std::vector<TakenBlock>& taken() const { return taken_; }
    [[nodiscard]] const std::vector<TakenRow>& payments() const { return payments_; }
    // Of today's payments, that are not among `payments`.
    [[nodiscard]] std::size_t more_payments() const { return more_payments_; }
    // When the book was last changed, for the age of its copy.
    [[nodiscard]] const std::optional<base::Instant>& last_change() const { return last_change_; }
    // Why there is nothing to show.
    [[nodiscard]] const std::optional<base::Error>& problem() const { return problem_; }

  private:
    void read();
    void read_first_number();
    void take_tasks(const app::TodayView& view, const Local& local);
    void take_owed(const app::TodayView& view, const Local& local);
    void take_takings(const app::TodayView& view, const Local& local);

    app::App& app_;
    std::optional<std::uint64_t> read_revision_;
    base::Date read_day_;
    std::optional<base::Error> problem_;
    std::string date_;
    bool is_fresh_ = false;
    std::string first_number_;
    std::vector<Task> tasks_;
    std::vector<OwedBlock> owed_;
    std::vector<TakenBlock> taken_;
    std::vector<TakenRow> payments_;
    std::size_t more_payments_ = 0;
    std::optional<base::Instant> last_change_;
};

} // namespace ui
