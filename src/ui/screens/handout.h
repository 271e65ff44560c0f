// Documents on their way out of the program: saved as a PDF or printed.
//
// A wish waits until the book is saved and every letter's face is here, so that nothing leaves that
// could still be lost or lacks a letter; then it notes on the invoice that it left, and goes. One
// at a time, in order. What cannot go is said in a notice.
#pragma once

#include "app/app.h"
#include "app/typesetter.h"
#include "ui/panel.h"

#include <deque>
#include <optional>
#include <string>
#include <variant>

namespace ui {

enum class Way : std::uint8_t { download, print };

enum class ReceiptForm : std::uint8_t { paper, roll_80, roll_58 };
inline constexpr int receipt_form_count = 3;

class Handout {
  public:
    struct Receipt {
        domain::PaymentId payment;
        ReceiptForm form = ReceiptForm::paper;
        app::Original original = app::Original::first;
        std::optional<domain::Money> given; // Cash handed over.
    };

    explicit Handout(Desk& desk) : desk_(desk) {}

    void invoice(domain::InvoiceId invoice, Way way) { wishes_.push_back({invoice, way}); }
    void receipt(const Receipt& receipt, Way way) { wishes_.push_back({receipt, way}); }
    [[nodiscard]] bool is_waiting() const { return !wishes_.empty(); }
    // Once a frame: hands out what can go.
    void step();

  private:
    struct Wish {
        std::variant<domain::InvoiceId, Receipt> what;
        Way way = Way::download;
    };
    // A document ready to be set, and the name its file gets.
    struct Prepared {
        app::SetDocument document;
        std::string file_name;
    };

    [[nodiscard]] base::Result<Prepared> prepare(domain::InvoiceId invoice);
    [[nodiscard]] base::Result<Prepared> prepare(const Receipt& receipt);
    // The note on an invoice that it left; receipts have none.
    [[nodiscard]] base::Result<void> mark(const Wish& wish);
    [[nodiscard]] base::Result<void> hand_out(const Wish& wish, const Prepared& prepared);

    Desk& desk_;
    std::deque<Wish> wishes_;
};

// "INV-0148 Siobh\u00e1n \u00d3 Briain.pdf": what file systems do not take is left out.
[[nodiscard]] std::string pdf_file_name(std::string_view number, std::string_view name);

} // namespace ui
