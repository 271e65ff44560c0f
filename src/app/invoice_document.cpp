#include "app/invoice_document.h"

#include "app/document_text.h"
#include "app/formats.h"
#include "base/text.h"
#include "documents/epc_code.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

using domain::AdjustmentKind;
using domain::AppliedTax;
using domain::Money;

// "IE29 AIBK 9311": groups of four, as people read accounts.
std::string in_fours(std::string_view text) {
    std::string grouped;
    std::size_t count = 0;
    for (const char letter : text) {
        if (letter == ' ') continue;
        if (count > 0 && count % 4 == 0) grouped += ' ';
        grouped += letter;
        ++count;
    }
    return grouped;
}

// 12 -> "¹²"
std::string superscript(std::size_t number) {
    constexpr std::array<std::string_view, 10> digits{"⁰", "¹", "²", "³", "⁴",
                                                      "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text;
    for (const char digit : base::integer_text(static_cast<std::int64_t>(number)))
        text += digits[static_cast<std::size_t>(digit - '0')];
    return text;
}

class Page {
  public:
    Page(const InvoicePage& page, const Locale& locale)
        : page_(page), invoice_(page.invoice), locale_(locale) {
        number_reasons();
    }

    documents::InvoiceDocument document() {
        out_.paper = invoice_.paper == domain::Paper::a4 ? documents::PaperSize::a4
                                                         : documents::PaperSize::letter;
        out_.accent = accent_of(page_.appearance);
        out_.language = std::string(locale_.code);
        out_.created_ms = invoice_.issued.recorded.unix_ms;
        out_.logo = page_.logo;
        head();
        parties();
        dates();
        columns();
        rows();
        taxes();
        sums();
        if (!invoice_.sender.iban.empty()) payment();
        foot();
        return std::move(out_);
    }

  private:
    [[nodiscard]] bool is_draft() const { return page_.stage == Stage::draft; }
    [[nodiscard]] std::string bare(Money amount) const {
        return money_text(amount, MoneyStyle::bare, locale_);
    }
    [[nodiscard]] std::string whole(Money amount) const {
        return money_text(amount, MoneyStyle::with_symbol, locale_);
    }
    // With the year in every date: the page is read in other years too.
    static constexpr base::Date other_year = base::Date();
    [[nodiscard]] std::string day(base::Date date) const {
        return date_text(date, DateStyle::brief, other_year, locale_);
    }

    void head() {
        out_.kind = "Invoice";
        out_.draft_mark = is_draft() ? "DRAFT" : "";
        out_.number = is_draft() ? "Number given on finalize" : invoice_.number.text;
        out_.file_title = is_draft() ? "Draft invoice" : "Invoice " + invoice_.number.text;
        out_.file_title += ", " + invoice_.sender.name;
        out_.sender_name = invoice_.sender.name;
        out_.sender_lines = address_text(invoice_.sender.address, ", ");
        out_.memo = invoice_.memo;
    }

    void parties() {
        const domain::PartySnapshot& to = invoice_.recipient;
        std::string lines = address_text(to.address, "\n");
        const auto add = [&](std::string_view label, std::string_view value) {
            if (!value.empty()) lines = join({lines, join({label, value}, " ")}, "\n");
        };
        add("Tax no.", to.tax_number);
        add("Ref.", invoice_.reference);
        if (invoice_.client.id != to.id) add("For", invoice_.client.name);
        out_.recipient = {.label = "Billed to",
                          .name = to.name,
                          .name_is_strong = true,
                          .lines = std::move(lines),
                          .fine = {}};
        out_.practitioner = practitioner_block(invoice_, page_.appearance);
    }

    void dates() {
        out_.dates.push_back({.label = "Issued", .value = day(invoice_.issued.effective)});
        const auto [first, last] =
            std::ranges::minmax_element(invoice_.lines, {}, &domain::IssuedLine::supply_date);
        const bool is_apart =
            first != invoice_.lines.end() && (first->supply_date != invoice_.issued.effective ||
                                              last->supply_date != invoice_.issued.effective);
        if (is_apart) {
            out_.dates.push_back({.label = "Supplied",
                                  .value = date_range_text(first->supply_date, last->supply_date,
                                                           other_year, locale_)});
        }
        if (invoice_.due_date) {
            out_.dates.push_back(
                {.label = "Due", .value = day(*invoice_.due_date), .is_strong = true});
        }
    }

    [[nodiscard]] bool shows_dates() const {
        return !page_.appearance.hides_line_dates &&
               std::ranges::any_of(invoice_.lines, [](const domain::IssuedLine& line) {
                   return line.kind != domain::LineKind::product &&
                          line.kind != domain::LineKind::write_in;
               });
    }

    // "VAT" where the invoice has one tax, "Tax" where it has several.
    [[nodiscard]] std::string tax_name() const {
        const auto& groups = invoice_.totals.groups;
        if (groups.empty()) return {};
        const bool is_one = std::ranges::all_of(groups, [&](const domain::TaxGroup& group) {
            return group.tax.code == groups.front().tax.code;
        });
        return is_one ? groups.front().tax.code : "Tax";
    }

    void columns() {
        out_.columns = {.date = shows_dates() ? "Date" : "",
                        .name = "Description",
                        .quantity = "Qty",
                        .unit_price = "Unit price",
                        .tax = tax_name(),
                        .amount = "Amount, " + std::string(invoice_.currency.code())};
    }

    // Each reason for charging no tax gets a number, in the order of the groups.
    void number_reasons() {
        for (const domain::TaxGroup& group : invoice_.totals.groups) {
            const std::string& reason = group.tax.exemption_reason;
            if (!reason.empty() && std::ranges::find(reasons_, reason) == reasons_.end()) {
                reasons_.push_back(reason);
            }
        }
    }

    [[nodiscard]] std::string mark(const AppliedTax& tax) const {
        const auto found = std::ranges::find(reasons_, tax.exemption_reason);
        if (tax.exemption_reason.empty() || found == reasons_.end()) return {};
        return " " + superscript(static_cast<std::size_t>(found - reasons_.begin()) + 1);
    }

    [[nodiscard]] std::string rate(const AppliedTax& tax) const {
        return tax_text(tax, locale_) + mark(tax);
    }

    [[nodiscard]] std::string adjustment_label(const domain::Adjustment& adjustment) const {
        const bool is_discount = adjustment.kind == AdjustmentKind::discount;
        const std::string_view what = is_discount ? "Discount" : "Surcharge";
        std::string label = adjustment.reason.empty() ? std::string(what) : adjustment.reason;
        if (const auto* percent = std::get_if<domain::Percent>(&adjustment.size)) {
            label += ", " + percent_text(*percent, locale_);
        }
        return label;
    }

    [[nodiscard]] std::string signed_amount(const domain::Adjustment& adjustment,
                                            Money amount) const {
        if (adjustment.kind == AdjustmentKind::discount) amount.minor = -amount.minor;
        return bare(amount);
    }

    void rows() {
        const auto& totals = invoice_.totals.lines;
        Money sum{0, invoice_.currency};
        for (std::size_t index = 0; index < invoice_.lines.size(); ++index) {
            const domain::IssuedLine& line = invoice_.lines[index];
            sum.minor += totals[index].net_of_adjustments.minor;
            std::string detail = line.detail;
            for (std::size_t at = 0; at < line.adjustments.size(); ++at) {
                const std::string words =
                    adjustment_label(line.adjustments[at]) + ", " +
                    signed_amount(line.adjustments[at], totals[index].adjustments[at]);
                detail = join({detail, words}, "\n");
            }
            std::string tax;
            for (const AppliedTax& applied : line.taxes)
                tax = join({tax, rate(applied)}, ", ");
            const bool has_date = shows_dates() && line.kind != domain::LineKind::product &&
                                  line.kind != domain::LineKind::write_in;
            out_.rows.push_back(
                {.date = has_date ? date_text(line.supply_date, DateStyle::brief,
                                              invoice_.issued.effective, locale_)
                                  : "",
                 .name = line.name,
                 .detail = std::move(detail),
                 .quantity = join({quantity_text(line.quantity, locale_), line.unit}, " "),
                 .unit_price = unit_price_text(line.unit_price, invoice_.currency, locale_),
                 .tax = std::move(tax),
                 .amount = bare(totals[index].net_of_adjustments),
                 .sum_so_far = bare(sum)});
        }
    }

    [[nodiscard]] std::string group_name(const AppliedTax& tax) const {
        const std::string several = tax_name() == "Tax" ? tax.code + " " : "";
        return several + rate(tax);
    }

    void taxes() {
        const domain::Totals& totals = invoice_.totals;
        const bool is_trivial =
            totals.groups.empty() ||
            (totals.groups.size() == 1 && totals.tax.minor == 0 && reasons_.empty());
        if (is_trivial) return;
        documents::TaxTable& table = out_.taxes;
        table.name = tax_name() + " summary";
        table.base = "Net";
        table.tax = tax_name();
        for (const domain::TaxGroup& group : totals.groups) {
            table.rows.push_back({group_name(group.tax), bare(group.base), bare(group.amount)});
        }
    }

    void sums() {
        const domain::Totals& totals = invoice_.totals;
        const auto add = [&](std::string label, std::string value) {
            out_.sums.push_back({.label = std::move(label), .value = std::move(value)});
        };
        if (!invoice_.adjustments.empty()) add("Sum of lines", bare(totals.sum_of_lines));
        for (std::size_t index = 0; index < invoice_.adjustments.size(); ++index) {
            const domain::Adjustment& adjustment = invoice_.adjustments[index].adjustment;
            add(adjustment_label(adjustment),
                signed_amount(adjustment, totals.document_adjustments[index]));
        }
        if (!tax_name().empty()) {
            add("Net", bare(totals.net));
            add(tax_name(), bare(totals.tax));
        }
        if (totals.retained.minor != 0) {
            add("Withheld", bare({-totals.retained.minor, invoice_.currency}));
        }
        if (totals.prepaid.minor != 0) {
            add("Paid before", bare({-totals.prepaid.minor, invoice_.currency}));
        }
        if (totals.rounding.minor != 0) add("Rounding", bare(totals.rounding));
        out_.total = {.label = "Total to pay", .value = whole(totals.payable)};
    }

    void payment() {
        const domain::PracticeIdentity& sender = invoice_.sender;
        const std::string& account = sender.legal_name.empty() ? sender.name : sender.legal_name;
        documents::PaymentBox box;
        box.heading = "How to pay";
        if (invoice_.currency.code() == "EUR") {
            if (is_draft()) {
                box.code_pending = "The code comes with the number";
            } else {
                box.code = documents::epc_code({.name = account,
                                                .iban = sender.iban,
                                                .bic = sender.bic,
                                                .amount_cents = invoice_.totals.payable.minor,
                                                .remittance = invoice_.number.text})
                               .value_or("");
                box.code_means = "Code for banking apps, " + whole(invoice_.totals.payable);
            }
            if (!box.code.empty() || is_draft()) {
                box.facts.push_back(
                    {.label = "By app", .value = "Scan the code in your banking app"});
            }
        }
        box.facts.push_back({.label = "Account", .value = account});
        box.facts.push_back({.label = "IBAN", .value = in_fours(sender.iban), .is_strong = true});
        if (!sender.bic.empty()) box.facts.push_back({.label = "BIC", .value = sender.bic});
        box.facts.push_back({.label = "Reference",
                             .value = is_draft() ? "given on finalize" : invoice_.number.text,
                             .is_strong = true});
        box.figures.push_back({.label = "Amount", .value = whole(invoice_.totals.payable)});
        if (invoice_.due_date) {
            box.figures.push_back({.label = "Due",
                                   .value = date_text(*invoice_.due_date, DateStyle::sentence,
                                                      invoice_.issued.effective, locale_)});
        }
        out_.payment = std::move(box);
    }

    void foot() {
        for (std::size_t index = 0; index < reasons_.size(); ++index) {
            out_.notes = join({out_.notes, superscript(index + 1) + " " + reasons_[index]}, "\n");
        }
        out_.notes = join({out_.notes, invoice_.rate_memo, invoice_.footer}, "\n");
        const domain::PracticeIdentity& sender = invoice_.sender;
        const std::string tax_number = tax_number_text(sender.address.country, sender.tax_number);
        out_.legal = join({sender.legal_name, sender.registration_number, tax_number}, ", ");
        out_.contact = sender.email;
        out_.page_label = "Page {page} of {pages}";
        out_.carried_forward = "Carried forward";
        out_.brought_forward = "Brought forward";
    }

    const InvoicePage& page_;
    const domain::IssuedInvoice& invoice_;
    const Locale& locale_;
    std::vector<std::string> reasons_;
    documents::InvoiceDocument out_;
};

} // namespace

base::Result<documents::InvoiceDocument> invoice_document(const InvoicePage& page) {
    const Locale* locale = TRY(find_locale(page.invoice.locale));
    return Page(page, *locale).document();
}

} // namespace app
