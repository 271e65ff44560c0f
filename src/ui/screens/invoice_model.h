// One issued invoice: its document, what was paid on it, what happened to it.
//
// Reads anew when the book has changed. An id that names a draft, or an invoice that was reverted
// to one, is told as such: the editor shows those.
#pragma once

#include "app/app.h"
#include "ui/screens/history_words.h"
#include "ui/screens/local.h"

#include <optional>
#include <string>
#include <vector>

namespace ui {

class InvoiceModel {
  public:
    InvoiceModel(app::App& app, domain::InvoiceId id) : app_(app), id_(id), local_(local_of(app)) {}

    enum class State : std::uint8_t { unread, issued, draft, failed };

    struct Fact {
        std::string label;
        std::string value;
        std::string remark; // "2 days late", after the value.
        bool is_late = false;
    };
    // Money put to it.
    struct MoneyLine {
        domain::PaymentId payment;
        domain::AllocationId allocation;
        domain::Money amount; // Live.
        std::string method;
        std::string when; // "20 Nov", "un-applied 21 Nov".
        bool is_released = false;
    };

    // True when something was read anew.
    bool refresh();

    [[nodiscard]] domain::InvoiceId id() const { return id_; }
    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] const base::Error& error() const { return *error_; } // While it failed.
    [[nodiscard]] const Local& local() const { return local_; }
    [[nodiscard]] const app::InvoiceView& view() const { return *view_; } // While issued.
    [[nodiscard]] const domain::IssuedInvoice& invoice() const { return view_->document.invoice; }
    [[nodiscard]] const std::vector<Fact>& facts() const { return facts_; }
    [[nodiscard]] const std::vector<MoneyLine>& money() const { return money_; }
    [[nodiscard]] const std::vector<HistoryLine>& history() const { return history_; }
    // What its page shows; none where it cannot be made.
    [[nodiscard]] const std::optional<documents::InvoiceDocument>& document() const {
        return document_;
    }
    [[nodiscard]] bool is_owed() const { return view_->balance.minor > 0; }
    [[nodiscard]] bool is_voided() const { return view_->status == domain::Status::voided; }
    [[nodiscard]] bool can_apply_credit() const {
        return is_owed() && view_->credit_available.minor > 0;
    }

  private:
    void read();
    void read_facts();
    void read_money();

    app::App& app_;
    domain::InvoiceId id_;
    Local local_;
    State state_ = State::unread;
    std::uint64_t revision_ = 0;
    std::optional<base::Error> error_;
    std::optional<app::InvoiceView> view_;
    std::vector<Fact> facts_;
    std::vector<MoneyLine> money_;
    std::vector<HistoryLine> history_;
    std::optional<documents::InvoiceDocument> document_;
};

} // namespace ui
