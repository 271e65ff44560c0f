// One payment: what it settled, what is left of it, what stands against voiding it.
#pragma once

#include "app/app.h"
#include "ui/screens/local.h"
#include "ui/screens/reason_dialog.h"

#include <optional>
#include <string>
#include <vector>

namespace ui {

class PaymentModel {
  public:
    PaymentModel(app::App& app, domain::PaymentId id) : app_(app), id_(id), local_(local_of(app)) {}

    struct Fact {
        std::string label;
        std::string value;
    };
    // Money on an invoice.
    struct Part {
        domain::InvoiceId invoice;
        domain::AllocationId allocation;
        std::string number;
        std::string when; // "20 Nov", "un-applied 21 Nov".
        domain::Money amount;
        bool is_released = false;
    };

    void refresh();
    [[nodiscard]] domain::PaymentId id() const { return id_; }
    [[nodiscard]] const Local& local() const { return local_; }
    [[nodiscard]] const std::optional<base::Error>& error() const { return error_; }
    [[nodiscard]] const app::PaymentView& view() const { return *view_; } // Without an error.
    [[nodiscard]] const domain::Payment& payment() const { return view_->payment; }
    [[nodiscard]] const std::vector<Fact>& facts() const { return facts_; }
    [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }
    [[nodiscard]] bool is_voided() const { return view_->voided.has_value(); }

    [[nodiscard]] ReasonDialog::Question void_question() const;

  private:
    void read_facts();

    app::App& app_;
    domain::PaymentId id_;
    Local local_;
    std::optional<std::uint64_t> revision_;
    std::optional<app::PaymentView> view_;
    std::optional<base::Error> error_;
    std::vector<Fact> facts_;
    std::vector<Part> parts_;
};

} // namespace ui
