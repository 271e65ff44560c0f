// Who pays, before a payment is recorded: a client, or one invoice of those still open.
//
// Without words it offers the clients who owe most; with words clients by theirs and open invoices
// by number, client or amount. Searched once for each text and revision. Draws nothing.
#pragma once

#include "app/app.h"
#include "ui/widgets/palette.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ui {

using PaymentStart = std::variant<domain::PartyId, domain::InvoiceId>;

class TakePaymentModel {
  public:
    static constexpr std::size_t clients_max = 6;
    static constexpr std::size_t invoices_max = 6;

    explicit TakePaymentModel(app::App& app) : app_(app) {}

    // The entries for what is typed; the tag of each is what `start` takes.
    [[nodiscard]] const std::vector<PaletteEntry>& entries(const std::string& text);
    [[nodiscard]] const PaymentStart& start(std::uint64_t tag) const {
        return starts_[static_cast<std::size_t>(tag)];
    }

  private:
    void add(PaletteEntry entry, PaymentStart start);
    void find_clients(const std::string& text);
    void find_invoices(const std::string& text);

    app::App& app_;
    std::optional<std::uint64_t> read_revision_;
    std::string text_;
    std::vector<PaletteEntry> entries_;
    std::vector<PaymentStart> starts_;
};

} // namespace ui
