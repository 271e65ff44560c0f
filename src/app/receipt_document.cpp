#include "app/receipt_document.h"

#include "app/document_text.h"
#include "app/formats.h"

#include <algorithm>
#include <ranges>

namespace app {

namespace {

using domain::Money;

constexpr std::string_view paid_in_full = "Paid, nothing more to pay";

// What both forms of a receipt say.
class Receipt {
  public:
    Receipt(const ReceiptPage& page, const Locale& locale)
        : page_(page), payment_(page.payment.payment), locale_(locale) {}

    documents::ReceiptDocument on_roll(const RollReceipt& roll) {
        documents::ReceiptDocument out{
            .width = roll.width,
            .language = std::string(locale_.code),
            .created_ms = payment_.received.recorded.unix_ms,
            .file_title = file_title(),
            .copy_mark = mark(roll.original),
            .sender_name = identity().name,
            .sender_lines =
                join({address_text(identity().address, "\n"),
                      tax_number_text(identity().address.country, identity().tax_number)},
                     "\n"),
        };
        facts(out);
        if (is_of_one()) {
            lines_of(only(), out);
            taxes_of(only(), out);
        } else {
            parts(out);
        }
        total(out, roll);
        if (is_settled()) out.outcome = paid_in_full;
        out.thanks = "Thank you";
        return out;
    }

    documents::InvoiceDocument on_paper(Original original) {
        documents::InvoiceDocument out{
            .paper = page_.practice.billing.paper == domain::Paper::a4
                         ? documents::PaperSize::a4
                         : documents::PaperSize::letter,
            .accent = accent_of(page_.practice.appearance),
            .language = std::string(locale_.code),
            .created_ms = payment_.received.recorded.unix_ms,
            .file_title = file_title(),
            .kind = "Receipt",
            .number = day(payment_.received.effective),
            .draft_mark = mark(original),
            .sender_name = identity().name,
            .sender_lines = address_text(identity().address, ", "),
            .logo = page_.logo,
        };
        const bool has_address = !page_.invoices.empty();
        out.recipient = {
            .label = "Received from",
            .name = page_.payment.payer_name,
            .name_is_strong = true,
            .lines = has_address
                         ? address_text(page_.invoices.front().invoice.recipient.address, "\n")
                         : std::string(),
            .fine = {}};
        out.practitioner = practitioner();
        out.dates.push_back({.label = "Received", .value = day(payment_.received.effective)});
        out.dates.push_back({.label = "By", .value = page_.payment.method_name});
        if (!payment_.reference.empty())
            out.dates.push_back({.label = "Reference", .value = payment_.reference});
        out.columns = {.name = "For", .amount = "Amount, " + code()};
        Money sum{0, payment_.amount.currency};
        const auto row = [&](std::string name, std::string detail, Money amount) {
            sum.minor += amount.minor;
            out.rows.push_back({.name = std::move(name),
                                .detail = std::move(detail),
                                .amount = bare(amount),
                                .sum_so_far = bare(sum)});
        };
        for (const PaidInvoice& paid : page_.invoices)
            row("Invoice " + paid.invoice.number.text, detail_of(paid), paid.paid);
        if (on_account().minor > 0) row("Kept as credit", {}, on_account());
        out.total = {.label = "Received", .value = whole(payment_.amount)};
        if (is_settled()) out.notes = std::string(paid_in_full) + ".";
        out.legal = join({identity().legal_name, identity().registration_number,
                          tax_number_text(identity().address.country, identity().tax_number)},
                         ", ");
        out.contact = identity().email;
        out.page_label = "Page {page} of {pages}";
        out.carried_forward = "Carried forward";
        out.brought_forward = "Brought forward";
        return out;
    }

  private:
    [[nodiscard]] const domain::PracticeIdentity& identity() const {
        return page_.practice.identity;
    }
    [[nodiscard]] std::string code() const { return std::string(payment_.amount.currency.code()); }
    [[nodiscard]] std::string bare(Money amount) const {
        return money_text(amount, MoneyStyle::bare, locale_);
    }
    [[nodiscard]] std::string whole(Money amount) const {
        return money_text(amount, MoneyStyle::with_symbol, locale_);
    }
    // With the year in every date: a receipt is kept.
    [[nodiscard]] std::string day(base::Date date) const {
        return date_text(date, DateStyle::brief, base::Date(), locale_);
    }
    [[nodiscard]] static std::string mark(Original original) {
        return original == Original::copy ? "COPY" : "";
    }
    [[nodiscard]] std::string file_title() const {
        return "Receipt " + day(payment_.received.effective) + ", " + identity().name;
    }

    // The lines of an invoice are shown where it is the only thing that was paid.
    [[nodiscard]] bool is_of_one() const {
        return page_.invoices.size() == 1 && on_account().minor == 0;
    }
    [[nodiscard]] const PaidInvoice& only() const { return page_.invoices.front(); }
    [[nodiscard]] bool is_settled() const {
        return !page_.invoices.empty() &&
               std::ranges::all_of(page_.invoices,
                                   [](const PaidInvoice& paid) { return paid.balance.minor == 0; });
    }
    // Of all invoices; one is not named for what another did.
    [[nodiscard]] documents::Block practitioner() const {
        if (page_.invoices.empty()) return {};
        const auto block_of = [this](const PaidInvoice& paid) {
            return practitioner_block(paid.invoice, page_.practice.appearance);
        };
        const documents::Block first = block_of(page_.invoices.front());
        const bool is_same = std::ranges::all_of(
            page_.invoices, [&](const PaidInvoice& paid) { return block_of(paid) == first; });
        return is_same ? first : documents::Block();
    }
    // What of the payment is on no invoice.
    [[nodiscard]] Money on_account() const {
        Money left = payment_.amount;
        for (const PaidInvoice& paid : page_.invoices)
            left.minor -= paid.paid.minor;
        return left;
    }

    [[nodiscard]] std::string detail_of(const PaidInvoice& paid) const {
        const domain::IssuedInvoice& invoice = paid.invoice;
        std::string detail = "of " + day(invoice.issued.effective);
        // One receipt of a family names each child.
        if (invoice.client.name != page_.payment.payer_name)
            detail = join({invoice.client.name, detail}, ", ");
        if (paid.balance.minor > 0)
            detail = join({detail, bare(paid.balance) + " still to pay"}, ", ");
        return detail;
    }

    void facts(documents::ReceiptDocument& out) const {
        if (is_of_one())
            out.facts.push_back(
                {.label = "Invoice", .value = only().invoice.number.text, .is_strong = true});
        // The time of day is that of a payment recorded on its day; a later entry has none.
        std::string when = day(payment_.received.effective);
        if (page_.recorded.date == payment_.received.effective)
            when += ", " + clock_text(page_.recorded);
        out.facts.push_back({.label = "Date", .value = std::move(when)});
        out.facts.push_back({.label = "Received from", .value = page_.payment.payer_name});
        if (is_of_one() && only().invoice.client.name != page_.payment.payer_name)
            out.facts.push_back({.label = "For", .value = only().invoice.client.name});
        if (!payment_.reference.empty())
            out.facts.push_back({.label = "Reference", .value = payment_.reference});
        const documents::Block by = practitioner();
        if (by.name.empty()) return;
        out.facts.push_back({.label = by.label, .value = by.name});
        const std::string more = join({by.lines, by.fine}, "\n");
        for (const auto line : more | std::views::split('\n'))
            out.facts.push_back({.label = {}, .value = std::string(std::string_view(line))});
    }

    void lines_of(const PaidInvoice& paid, documents::ReceiptDocument& out) const {
        const domain::IssuedInvoice& invoice = paid.invoice;
        for (std::size_t index = 0; index < invoice.lines.size(); ++index) {
            const domain::IssuedLine& line = invoice.lines[index];
            std::string detail = quantity_text(line.quantity, locale_) + " \u00d7 " +
                                 unit_price_text(line.unit_price, invoice.currency, locale_);
            for (const domain::AppliedTax& tax : line.taxes)
                detail = join({detail, tax_text(tax, locale_)}, ", ");
            out.rows.push_back({.name = line.name,
                                .detail = std::move(detail),
                                .amount = bare(invoice.totals.lines[index].net_of_adjustments)});
        }
        const auto figure = [&](std::string_view name, Money amount, bool is_negative) {
            if (amount.minor == 0) return;
            if (is_negative) amount.minor = -amount.minor;
            out.rows.push_back({.name = std::string(name), .detail = {}, .amount = bare(amount)});
        };
        figure("Discount", invoice.totals.discounts, true);
        figure("Surcharge", invoice.totals.charges, false);
        if (invoice.price_mode == domain::PriceMode::net) figure("Tax", invoice.totals.tax, false);
        figure("Withheld", invoice.totals.retained, true);
        figure("Rounding", invoice.totals.rounding, false);
    }

    void taxes_of(const PaidInvoice& paid, documents::ReceiptDocument& out) const {
        const auto& groups = paid.invoice.totals.groups;
        for (const domain::TaxGroup& group : groups) {
            const std::string& reason = group.tax.exemption_reason;
            out.taxes.rows.push_back({.name = tax_text(group.tax, locale_),
                                      .base = bare(group.base),
                                      .tax = bare(group.amount)});
            if (!reason.empty() && !out.notes.contains(reason))
                out.notes = join({out.notes, reason}, "\n");
        }
        if (groups.empty()) return;
        const bool is_one = std::ranges::all_of(groups, [&](const domain::TaxGroup& group) {
            return group.tax.code == groups.front().tax.code;
        });
        out.taxes.name = is_one ? groups.front().tax.code : "Tax";
        out.taxes.base = "Net";
        out.taxes.tax = out.taxes.name;
    }

    void parts(documents::ReceiptDocument& out) const {
        for (const PaidInvoice& paid : page_.invoices)
            out.rows.push_back({.name = "Invoice " + paid.invoice.number.text,
                                .detail = detail_of(paid),
                                .amount = bare(paid.paid)});
        if (on_account().minor > 0)
            out.rows.push_back(
                {.name = "Kept as credit", .detail = {}, .amount = bare(on_account())});
    }

    void total(documents::ReceiptDocument& out, const RollReceipt& roll) const {
        const auto after = [&out](std::string label, std::string value) {
            out.after_total.push_back({.label = std::move(label), .value = std::move(value)});
        };
        if (is_of_one()) {
            const Money payable = only().invoice.totals.payable;
            out.total = {.label = "Total " + code(), .value = bare(payable)};
            after("Paid by " + page_.payment.method_name, bare(payment_.amount));
            const Money other{payable.minor - payment_.amount.minor - only().balance.minor,
                              payable.currency};
            if (other.minor != 0) after("Settled otherwise", bare(other));
            if (only().balance.minor > 0) after("Still to pay", bare(only().balance));
        } else {
            out.total = {.label = "Received " + code(), .value = bare(payment_.amount)};
            after("By", page_.payment.method_name);
        }
        if (!roll.given || roll.given->minor < payment_.amount.minor) return;
        after("Cash given", bare(*roll.given));
        after("Change",
              bare({roll.given->minor - payment_.amount.minor, payment_.amount.currency}));
    }

    const ReceiptPage& page_;
    const domain::Payment& payment_;
    const Locale& locale_;
};

} // namespace

base::Result<documents::ReceiptDocument> receipt_document(const ReceiptPage& page,
                                                          const RollReceipt& roll) {
    const Locale* locale = TRY(find_locale(page.practice.billing.locale));
    return Receipt(page, *locale).on_roll(roll);
}

base::Result<documents::InvoiceDocument> receipt_on_paper(const ReceiptPage& page,
                                                          Original original) {
    const Locale* locale = TRY(find_locale(page.practice.billing.locale));
    return Receipt(page, *locale).on_paper(original);
}

} // namespace app
