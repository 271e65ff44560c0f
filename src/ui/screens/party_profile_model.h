// One client, or one contact: how to reach them, what their account holds, as texts.
//
// Both are parties with an account of their own, so one model serves both; what only one of them
// has is empty for the other. Read anew when the book or the day has changed.
#pragma once

#include "app/app.h"
#include "ui/screens/local.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ui {

class PartyProfileModel {
  public:
    PartyProfileModel(app::App& app, domain::PartyId id);

    struct Figure {
        std::string amount;
        int cents_bytes = 0;
        bool is_zero = true;
        std::string others; // "and $120.00": what is held in other currencies.
    };

    // A month's head, or a fact of the account.
    struct AccountRow {
        std::string month; // Of a head; all else is empty then.
        app::AccountLineKind kind = app::AccountLineKind::invoice;
        std::string title;
        std::string detail;
        std::optional<domain::Status> status;
        std::string amount;
        std::string balance;
        bool is_credit = false; // It lowers what is owed.
        std::string address;    // Where pressing it leads.
    };

    struct PaymentLine {
        std::string date;
        std::string method;
        std::string reference;
        std::string amount;
        std::string left; // Kept as credit; empty for none.
        bool is_voided = false;
        std::string address;
    };

    // Reads anew what has changed; once a frame.
    void refresh();

    [[nodiscard]] domain::PartyId id() const { return id_; }
    [[nodiscard]] const Local& local() const { return local_; }
    // Why there is nothing to show; not_found when the party is gone.
    [[nodiscard]] const std::optional<base::Error>& error() const { return error_; }
    [[nodiscard]] const std::optional<app::ClientProfile>& client() const { return client_; }
    [[nodiscard]] const std::optional<app::ContactProfile>& contact() const { return contact_; }

    // What clients and contacts have in common.
    [[nodiscard]] const std::string& name() const;
    [[nodiscard]] const std::string& latin_name() const;
    [[nodiscard]] const std::string& email() const;
    [[nodiscard]] const std::string& phone() const;
    [[nodiscard]] const domain::Address& address() const;
    [[nodiscard]] bool is_archived() const;
    [[nodiscard]] const app::Account& account() const;
    // The contact their invoices go to; empty: themselves.
    [[nodiscard]] std::string invoice_to() const;

    [[nodiscard]] const Figure& owes() const { return owes_; }
    [[nodiscard]] const Figure& overdue() const { return overdue_; }
    [[nodiscard]] const Figure& credit() const { return credit_; }
    [[nodiscard]] const std::vector<AccountRow>& account_rows() const { return account_rows_; }
    [[nodiscard]] const std::vector<PaymentLine>& payments() const { return payments_; }
    // The invoice that credit would go to first, with its number; none while nothing can be
    // applied.
    [[nodiscard]] const std::optional<domain::InvoiceId>& credit_target() const {
        return credit_target_;
    }

    // The id by which it can be undone.
    [[nodiscard]] base::Result<base::Uuid> archive();
    [[nodiscard]] base::Result<base::Uuid> restore();
    // Applies the credit held to the oldest open invoice, by the book's own rule.
    [[nodiscard]] base::Result<void> apply_credit();

  private:
    void read();
    void make_texts();
    [[nodiscard]] AccountRow row_of(const app::AccountLine& line) const;
    [[nodiscard]] base::Result<base::Uuid> carry_out(const app::Command& command);

    app::App& app_;
    domain::PartyId id_;
    Local local_;
    std::optional<base::Error> error_;
    std::optional<app::ClientProfile> client_;
    std::optional<app::ContactProfile> contact_;
    Figure owes_, overdue_, credit_;
    std::vector<AccountRow> account_rows_;
    std::vector<PaymentLine> payments_;
    std::optional<domain::InvoiceId> credit_target_;
    std::optional<std::uint64_t> read_revision_;
    base::Date read_on_;
};

} // namespace ui
