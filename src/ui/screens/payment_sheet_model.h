// A payment while it is recorded: what is typed, and how the money goes to invoices.
//
// The money is spread over the payer's open invoices in an order: oldest first, newest first, or
// the invoice it is recorded on before the others. What a person typed into a row stays; an invoice
// that is ticked comes before all others. What is left is kept as credit, once that is confirmed.
// What the sheet shows of it is the plan of the book itself (App::payment_plan). Each opening has
// one command id, so that recording twice records once.
#pragma once

#include "app/app.h"
#include "ui/screens/field_errors.h"
#include "ui/screens/local.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

class PaymentSheetModel {
  public:
    explicit PaymentSheetModel(app::App& app) : app_(app), local_(local_of(app)) {}

    enum class Phase : std::uint8_t { closed, entering, recorded };
    enum class Order : std::uint8_t { oldest_first, newest_first, this_first };

    struct Row {
        domain::InvoiceId invoice;
        std::string number;
        std::string due; // "14 days late", "due 1 Dec"; empty without a due date.
        bool is_late = false;
        domain::Money balance;
        std::string text; // As typed or spread; empty: nothing goes here.
        std::optional<domain::Money> amount;
        bool is_typed = false;    // By the person: spreading leaves it alone.
        bool is_left_out = false; // Unticked.
        std::string error;
        std::string note; // Coins.
    };

    // One thing the payment did, once it is recorded: "INV-0141 is paid".
    struct Effect {
        std::string words;
        domain::Money amount;
    };

    // Begins; an error (not_found) leaves it closed. On an invoice the payer is its account.
    [[nodiscard]] base::Result<void> start(domain::PartyId payer);
    [[nodiscard]] base::Result<void> start_on(domain::InvoiceId invoice);
    void close();

    [[nodiscard]] Phase phase() const { return phase_; }
    [[nodiscard]] const Local& local() const { return local_; }
    [[nodiscard]] const app::PaymentEntry& entry() const { return *entry_; } // Not while closed.

    // What fields change in place; say afterwards what was changed.
    std::string amount_text;
    std::string date_text;
    std::string reference;
    std::string given_text; // Cash handed over; shown, never recorded.
    void amount_changed();
    void date_changed();
    void date_left(); // The words in full.
    void pick_date(base::Date date);
    void choose_method(std::size_t index);
    void reference_changed() { errors_.clear("reference"); }
    void order_by(Order order);
    void row_changed(std::size_t index); // Its text was typed.
    void tick(std::size_t index, bool is_ticked);
    void tick_all(bool is_ticked);
    void keep_credit(bool is_confirmed);

    [[nodiscard]] std::vector<Row>& rows() { return rows_; }
    [[nodiscard]] Order order() const { return order_; }
    [[nodiscard]] std::string order_words(Order order) const;
    [[nodiscard]] bool has_first() const { return first_.has_value(); }
    [[nodiscard]] std::size_t method_index() const { return method_; }
    [[nodiscard]] bool is_cash() const;
    [[nodiscard]] std::optional<base::Date> date() const { return date_; }
    [[nodiscard]] std::optional<domain::Money> amount() const { return amount_; }
    // "Read as €1,234.50", where that is not what was typed.
    [[nodiscard]] std::string amount_echo() const;
    [[nodiscard]] domain::Money kept() const;         // As credit.
    [[nodiscard]] domain::Money credit_after() const; // The payer's, with what is kept.
    [[nodiscard]] domain::Money coin_difference() const;
    [[nodiscard]] bool asks_for_confirmation() const;
    [[nodiscard]] bool is_confirmed() const { return is_confirmed_; }
    // What coins can pay of all that is ticked, where that is not the amount; else nothing.
    [[nodiscard]] std::optional<domain::Money> coins_for_all() const;
    void take_coins_for_all();
    [[nodiscard]] std::optional<domain::Money> given() const;  // Cash, at least the amount.
    [[nodiscard]] std::optional<domain::Money> change() const; // Of the cash given.
    [[nodiscard]] std::string given_error() const;
    [[nodiscard]] FieldErrors& errors() { return errors_; }
    // Why it can't be recorded yet; empty when it can.
    [[nodiscard]] std::string reason_against() const;

    // Records what stands here. The receipt says when it is saved; errors stand at their fields.
    bool record();
    [[nodiscard]] const app::Receipt& receipt() const { return receipt_; }
    [[nodiscard]] bool is_saved() const { return app_.saved_revision() >= receipt_.revision; }
    [[nodiscard]] const std::vector<Effect>& effects() const { return effects_; }
    // Typed and neither recorded nor given up.
    [[nodiscard]] bool has_unsaved() const { return phase_ == Phase::entering && is_touched_; }

  private:
    [[nodiscard]] base::Result<void> begin(domain::PartyId payer,
                                           const std::optional<domain::InvoiceId>& first,
                                           const std::optional<domain::Currency>& currency);
    void fill_rows();
    [[nodiscard]] std::vector<std::size_t> spreading_order() const;
    void spread();
    void plan();
    void note_coins(const domain::AllocationPlan& plan);
    void set_amount(domain::Money amount);
    void clear_amount();
    [[nodiscard]] std::string bare(domain::Money amount) const;
    [[nodiscard]] domain::RecordPayment command() const;
    void read_effects();

    app::App& app_;
    Phase phase_ = Phase::closed;
    Local local_;
    std::optional<app::PaymentEntry> entry_;
    std::optional<domain::InvoiceId> first_;
    std::vector<Row> rows_;              // Oldest first.
    std::vector<std::size_t> preferred_; // Ticked by hand, the last one first.
    Order order_ = Order::oldest_first;
    std::size_t method_ = 0;
    std::int64_t cash_step_minor_ = 1;
    std::optional<domain::Money> amount_;
    std::optional<base::Date> date_;
    std::optional<domain::AllocationPlan> plan_;
    bool is_confirmed_ = false;
    bool is_touched_ = false;
    FieldErrors errors_;
    base::Uuid command_id_;
    app::Receipt receipt_;
    std::vector<Effect> effects_;
};

} // namespace ui
