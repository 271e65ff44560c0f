#include "documents/einvoice_issued.h"

#include "base/text.h"
#include "base/wide.h"
#include "documents/einvoice_adjustments.h"
#include "documents/einvoice_findings.h"
#include "documents/einvoice_rules.h"
#include "documents/einvoice_syntax.h"
#include "domain/adjustment.h"
#include "domain/iban.h"

#include <algorithm>
#include <set>
#include <utility>

namespace documents {

namespace {

using base::Code;
using base::Result;
using domain::IssuedInvoice;
using domain::IssuedLine;
using domain::Money;
using domain::PriceMode;

constexpr std::string_view specification = "urn:cen.eu:en16931:2017"; // BT-24
constexpr std::string_view commercial_invoice = "380";                // BT-3, UNTDID 1001.
constexpr std::string_view mail_scheme = "EM";                        // EAS: electronic mail.
constexpr std::string_view credit_transfer = "30";                    // UNCL4461
constexpr std::string_view sepa_credit_transfer = "58";               // UNCL4461

// What people write as a unit, by its code in UN/ECE Recommendation 20.
struct Unit {
    std::string_view word;
    std::string_view code;
};
constexpr std::string_view one_unit = "C62";
constexpr Unit units[] = {
    {"h", "HUR"},      {"hr", "HUR"},      {"hour", "HUR"},   {"hours", "HUR"}, {"min", "MIN"},
    {"minute", "MIN"}, {"minutes", "MIN"}, {"day", "DAY"},    {"days", "DAY"},  {"week", "WEE"},
    {"weeks", "WEE"},  {"month", "MON"},   {"months", "MON"}, {"km", "KMT"},    {"kg", "KGM"},
};

std::string unit_code(std::string_view unit) {
    const std::string word = base::fold_for_search(unit);
    const auto* const found = std::ranges::find(units, word, &Unit::word);
    return std::string(found == std::end(units) ? one_unit : found->code);
}

std::optional<EInvoiceAddress> address_of(const domain::Address& address) {
    if (address.is_empty()) return std::nullopt;
    return EInvoiceAddress{.line1 = address.line1,
                           .line2 = address.line2,
                           .city = address.city,
                           .postal_code = address.postal_code,
                           .region = address.region,
                           .country = address.country};
}

std::optional<ElectronicAddress> electronic_address_of(const std::string& email) {
    if (email.empty()) return std::nullopt;
    return ElectronicAddress{.address = email, .scheme = std::string(mail_scheme)};
}

// "ie 3204718 ph" -> "IE3204718PH"
std::string plain_number(std::string_view number) {
    std::string plain;
    for (const char c : number)
        if (c != ' ') plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return plain;
}

// A number that begins with a country and has digits is a VAT number; "12/345/67890" is a tax
// office's own.
bool is_vat_number(std::string_view plain) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return has_country_prefix(plain) && std::ranges::any_of(plain, is_digit);
}

enum class VatNumbers : std::uint8_t { stated, withheld };

EInvoiceParty seller_of(const IssuedInvoice& invoice, VatNumbers numbers) {
    const domain::PracticeIdentity& sender = invoice.sender;
    const bool has_other_name = !sender.legal_name.empty() && sender.legal_name != sender.name;
    EInvoiceParty seller{.name = has_other_name ? sender.legal_name : sender.name,
                         .trading_name = has_other_name ? sender.name : "",
                         .legal_registration = sender.registration_number,
                         .electronic_address = electronic_address_of(sender.email),
                         .address = address_of(sender.address)};
    const std::string number = plain_number(sender.tax_number);
    if (numbers == VatNumbers::stated && is_vat_number(number))
        seller.vat_identifier = number;
    else
        seller.tax_registration = sender.tax_number;
    if (!sender.phone.empty() || !sender.email.empty())
        seller.contact = EInvoiceContact{
            .name = invoice.practitioner_name.empty() ? sender.name : invoice.practitioner_name,
            .phone = sender.phone,
            .email = sender.email};
    return seller;
}

EInvoiceParty buyer_of(const domain::PartySnapshot& recipient, VatNumbers numbers) {
    EInvoiceParty buyer{.name = recipient.name,
                        .identifier = recipient.reference,
                        .electronic_address = electronic_address_of(recipient.email),
                        .address = address_of(recipient.address)};
    const std::string number = plain_number(recipient.tax_number);
    if (numbers == VatNumbers::stated && is_vat_number(number))
        buyer.vat_identifier = number;
    else
        buyer.legal_registration = recipient.tax_number;
    return buyer;
}

std::optional<PaymentInstructions> payment_of(const IssuedInvoice& invoice) {
    const std::string account = plain_number(invoice.sender.iban);
    if (account.empty()) return std::nullopt;
    const bool is_sepa = invoice.currency.code() == "EUR" && domain::is_iban(account);
    return PaymentInstructions{.means_code =
                                   std::string(is_sepa ? sepa_credit_transfer : credit_transfer),
                               .remittance = invoice.number.text,
                               .account = account,
                               .account_name = invoice.sender.bank_name,
                               .bic = plain_number(invoice.sender.bic)};
}

bool has_category(const EInvoice& made, std::string_view code) {
    return std::ranges::any_of(made.breakdown,
                               [&](const VatBreakdown& row) { return row.vat.code == code; });
}

// Of an adjustment that came to nothing in prices that include tax, a row of zeros would be left.
bool is_unused(const EInvoice& made, const VatBreakdown& row) {
    return !std::ranges::contains(made.lines, row.vat, &EInvoiceLine::vat) &&
           !std::ranges::contains(made.adjustments, row.vat, &EInvoiceAdjustment::vat);
}

void set_days(const IssuedInvoice& invoice, EInvoice& made) {
    if (invoice.tax_point != invoice.issued.effective) made.tax_point = invoice.tax_point;
    EInvoiceDelivery delivery;
    if (invoice.client.id != invoice.recipient.id) delivery.name = invoice.client.name;
    if (has_category(made, "K")) delivery.address = address_of(invoice.client.address);
    const auto [first, last] =
        std::ranges::minmax_element(invoice.lines, {}, &IssuedLine::supply_date);
    if (first != invoice.lines.end()) {
        if (first->supply_date == last->supply_date)
            delivery.date = first->supply_date;
        else
            made.period = EInvoicePeriod{.from = first->supply_date, .to = last->supply_date};
    }
    if (made.period)
        for (std::size_t i = 0; i < made.lines.size(); ++i)
            made.lines[i].period = EInvoicePeriod{.from = invoice.lines[i].supply_date,
                                                  .to = invoice.lines[i].supply_date};
    if (delivery != EInvoiceDelivery{}) made.delivery = delivery;
}

void add_notes(const IssuedInvoice& invoice, EInvoice& made) {
    for (const std::string* const text : {&invoice.memo, &invoice.footer, &invoice.rate_memo})
        if (!text->empty()) made.notes.push_back(*text);
}

// BR-27: a price is not below zero, so the quantity takes its sign.
Result<void> set_net_price(const IssuedLine& line, EInvoiceLine& made) {
    made.price = line.unit_price;
    made.quantity = line.quantity;
    if (line.unit_price.scaled < 0) {
        made.price->scaled = TRY(base::checked_negate(line.unit_price.scaled));
        made.quantity->scaled = TRY(base::checked_negate(line.quantity.scaled));
    }
    if (line.price_base_quantity != base::Decimal::whole(1))
        made.price_quantity = line.price_base_quantity;
    return {};
}

// The price of one with six decimals, where times the quantity it gives the line's net to the cent;
// else the net itself as the price of the whole quantity. A charge on nothing is one of itself.
Result<void> set_price_of_share(base::Decimal quantity, Money net, EInvoiceLine& made) {
    if (quantity.scaled == 0 && net.minor != 0) quantity = base::Decimal::whole(1);
    const auto size = [](std::int64_t value) {
        return value < 0 ? -base::Int128{value} : base::Int128{value};
    };
    constexpr base::Int128 scale = base::Decimal::scale;
    constexpr base::Rounding rounding = base::Rounding::half_away_from_zero;
    const base::Int128 count = size(quantity.scaled);
    const base::Int128 minor = size(net.minor);
    const base::Int128 per_unit = net.currency.minor_per_unit();
    made.quantity = quantity;
    if ((net.minor < 0) != (quantity.scaled < 0) && net.minor != 0)
        made.quantity->scaled = TRY(base::checked_negate(quantity.scaled));
    if (count == 0) {
        made.price = base::Decimal{};
        return {};
    }
    const base::Int128 price = base::divide(minor * scale * scale, per_unit * count, rounding);
    if (base::divide(price * count, scale * scale / per_unit, rounding) == minor) {
        made.price = base::Decimal{TRY(base::narrow(price))};
        return {};
    }
    made.price = base::Decimal{TRY(base::narrow(minor * (scale / per_unit)))};
    made.price_quantity = base::Decimal{TRY(base::narrow(count))};
    return {};
}

Result<EInvoiceLine> line_of(const IssuedInvoice& invoice, std::size_t index) {
    const IssuedLine& line = invoice.lines[index];
    const domain::LineTotals& totals = invoice.totals.lines[index];
    EInvoiceLine made{.id = base::integer_text(static_cast<std::int64_t>(index) + 1),
                      .unit = unit_code(line.unit),
                      .vat = TRY(vat_category_of(line.taxes, domain::indexed("lines", index))),
                      .name = line.name,
                      .description = line.detail,
                      .seller_code = line.code};
    if (invoice.price_mode == PriceMode::net) {
        made.net = totals.net_of_adjustments;
        TRY_VOID(set_net_price(line, made));
        made.adjustments = line_adjustments(line, totals);
    } else {
        made.net = totals.taxable;
        TRY_VOID(set_price_of_share(line.quantity, totals.taxable, made));
    }
    return made;
}

// The sum of the document's allowances or charges; none where there are none.
Result<std::optional<Money>> sum_of(const EInvoice& made, domain::AdjustmentKind kind) {
    std::optional<Money> sum;
    for (const EInvoiceAdjustment& one : made.adjustments)
        if (one.kind == kind) sum = sum ? TRY(domain::add(*sum, *one.amount)) : *one.amount;
    return sum;
}

std::optional<Money> unless_zero(Money amount) {
    return amount.minor == 0 ? std::nullopt : std::optional(amount);
}

Result<EInvoiceTotals> totals_of(const IssuedInvoice& invoice, const EInvoice& made) {
    const domain::Totals& totals = invoice.totals;
    Money lines{0, invoice.currency};
    for (const EInvoiceLine& line : made.lines)
        lines = TRY(domain::add(lines, *line.net));
    Money tax{0, invoice.currency};
    for (const VatBreakdown& row : made.breakdown)
        tax = TRY(domain::add(tax, *row.tax));
    const Money stray = TRY(domain::subtract(totals.tax, tax));
    return EInvoiceTotals{.lines = lines,
                          .allowances = TRY(sum_of(made, domain::AdjustmentKind::discount)),
                          .charges = TRY(sum_of(made, domain::AdjustmentKind::charge)),
                          .net = totals.net,
                          .vat = tax,
                          .gross = TRY(domain::add(totals.net, tax)),
                          .prepaid = unless_zero(totals.prepaid),
                          .rounding = unless_zero(TRY(domain::add(totals.rounding, stray))),
                          .payable = totals.payable};
}

std::vector<base::Error> errors_of(const std::vector<RuleViolation>& violations) {
    std::vector<base::Error> errors;
    std::set<std::pair<std::string, std::string>> said; // Two rules may ask for the same.
    for (const RuleViolation& one : violations) {
        if (!said.emplace(one.field, one.message).second) continue;
        errors.push_back({.code = Code::legal_field_missing,
                          .field = one.field,
                          .detail = "EN 16931 " + one.rule + ", " + one.term + ": " + one.message,
                          .also = {}});
    }
    return errors;
}

} // namespace

Result<EInvoice> einvoice_of(const IssuedInvoice& invoice) {
    EInvoice made{.number = invoice.number.text,
                  .issue_date = invoice.issued.effective,
                  .type_code = std::string(commercial_invoice),
                  .currency = invoice.currency,
                  .due_date = invoice.due_date,
                  .order_reference = invoice.reference,
                  .specification = std::string(specification),
                  .payment = payment_of(invoice)};
    for (std::size_t i = 0; i < invoice.lines.size(); ++i)
        made.lines.push_back(TRY(line_of(invoice, i)));
    made.breakdown = TRY(vat_breakdown(invoice));
    made.adjustments = TRY(document_adjustments(invoice, made));
    std::erase_if(made.breakdown, [&](const VatBreakdown& row) { return is_unused(made, row); });
    made.totals = TRY(totals_of(invoice, made));
    const bool is_outside_vat =
        made.breakdown.size() == 1 && made.breakdown.front().vat.code == "O";
    const VatNumbers numbers = is_outside_vat ? VatNumbers::withheld : VatNumbers::stated;
    made.seller = seller_of(invoice, numbers);
    made.buyer = buyer_of(invoice.recipient, numbers);
    set_days(invoice, made);
    add_notes(invoice, made);
    return made;
}

Result<std::string> einvoice_file(const IssuedInvoice& invoice, EInvoiceSyntax syntax) {
    const EInvoice made = TRY(einvoice_of(invoice));
    if (const auto violations = check_einvoice(made); !violations.empty())
        return base::fail_all(errors_of(violations));
    switch (syntax) {
    case EInvoiceSyntax::ubl: return ubl_invoice(made);
    case EInvoiceSyntax::cii: return cii_invoice(made);
    }
    UNREACHABLE();
}

} // namespace documents
