#include "documents/einvoice_findings.h"

#include <algorithm>

namespace documents {

namespace {

using base::Int128;
using domain::AdjustmentKind;

enum class Rate : std::uint8_t { above_zero, not_below_zero, zero, absent };
enum class Registration : std::uint8_t {
    seller,          // A VAT or tax number of the seller, or a tax representative.
    seller_vat,      // A VAT number of the seller, or a tax representative.
    seller_buyer,    // ... and a VAT or registration number of the buyer.
    seller_vat_both, // VAT numbers of both.
    none,            // No VAT number of anybody.
};
enum class Reason : std::uint8_t { forbidden, needed };

// The rules 01 to 10 of one VAT category, which differ in these answers only.
struct Family {
    std::string_view code;   // UNCL5305.
    std::string_view prefix; // Of the rules' names.
    std::string_view name;
    Rate rate;
    Registration registration;
    Reason reason;
};

constexpr Family families[] = {
    {"S", "BR-S-", "standard rate", Rate::above_zero, Registration::seller, Reason::forbidden},
    {"Z", "BR-Z-", "zero rate", Rate::zero, Registration::seller, Reason::forbidden},
    {"E", "BR-E-", "exempt", Rate::zero, Registration::seller, Reason::needed},
    {"AE", "BR-AE-", "reverse charge", Rate::zero, Registration::seller_buyer, Reason::needed},
    {"K", "BR-IC-", "intra-community", Rate::zero, Registration::seller_vat_both, Reason::needed},
    {"G", "BR-G-", "export", Rate::zero, Registration::seller_vat, Reason::needed},
    {"O", "BR-O-", "not subject to VAT", Rate::absent, Registration::none, Reason::needed},
    {"L", "BR-AF-", "IGIC", Rate::not_below_zero, Registration::seller, Reason::forbidden},
    {"M", "BR-AG-", "IPSI", Rate::not_below_zero, Registration::seller, Reason::forbidden},
};

// Categories with rates: a row for each rate, and validators allow a difference below one unit.
bool is_by_rate(const Family& family) {
    return family.rate == Rate::above_zero || family.rate == Rate::not_below_zero;
}

bool holds(Rate wanted, const std::optional<domain::Percent>& rate) {
    if (wanted == Rate::absent) return !rate;
    if (!rate) return false;
    const std::int64_t scaled = rate->value.scaled;
    if (wanted == Rate::above_zero) return scaled > 0;
    return wanted == Rate::zero ? scaled == 0 : scaled >= 0;
}

std::string_view words_of(Rate wanted) {
    switch (wanted) {
    case Rate::above_zero: return "needs a rate above zero";
    case Rate::not_below_zero: return "needs a rate of zero or more";
    case Rate::zero: return "has the rate zero";
    case Rate::absent: return "has no rate";
    }
    UNREACHABLE();
}

class Check {
  public:
    Check(const EInvoice& invoice, const Family& family, EInvoiceFindings& findings)
        : invoice_(invoice), family_(family), findings_(findings) {}

    void run() {
        check_rows_present();
        check_registrations();
        check_rates();
        for (const VatBreakdown& row : invoice_.breakdown)
            if (row.vat.code == family_.code) check_row(row);
    }

  private:
    void expect(bool holds, std::string_view number, std::string_view term, std::string_view field,
                std::string_view message) {
        findings_.expect(holds, std::string(family_.prefix) + std::string(number), term, field,
                         "VAT category " + std::string(family_.code) + " (" +
                             std::string(family_.name) + "): " + std::string(message));
    }

    [[nodiscard]] bool is_ours(const VatCategory& vat) const { return vat.code == family_.code; }
    [[nodiscard]] bool is_on_line() const {
        return std::ranges::any_of(invoice_.lines, [&](const auto& l) { return is_ours(l.vat); });
    }
    [[nodiscard]] bool is_on(AdjustmentKind kind) const {
        return std::ranges::any_of(invoice_.adjustments, [&](const EInvoiceAdjustment& one) {
            return one.kind == kind && is_ours(one.vat);
        });
    }

    void check_rows_present() {
        const auto rows = std::ranges::count_if(
            invoice_.breakdown, [&](const VatBreakdown& row) { return is_ours(row.vat); });
        const bool is_used =
            is_on_line() || is_on(AdjustmentKind::discount) || is_on(AdjustmentKind::charge);
        const bool is_right =
            is_by_rate(family_) ? is_used == (rows > 0) : rows == (is_used || rows > 0 ? 1 : 0);
        expect(is_right, "01", "BG-23", "taxes",
               "the VAT breakdown has its row exactly where used");
    }

    [[nodiscard]] bool is_registered() const {
        const EInvoiceParty& seller = invoice_.seller;
        const EInvoiceParty& buyer = invoice_.buyer;
        const bool is_represented =
            invoice_.tax_representative && !invoice_.tax_representative->vat_identifier.empty();
        const bool has_vat = is_represented || !seller.vat_identifier.empty();
        const bool has_any = has_vat || !seller.tax_registration.empty();
        const bool buyer_has_vat = !buyer.vat_identifier.empty();
        switch (family_.registration) {
        case Registration::seller: return has_any;
        case Registration::seller_vat: return has_vat;
        case Registration::seller_buyer:
            return has_any && (buyer_has_vat || !buyer.legal_registration.empty());
        case Registration::seller_vat_both: return has_vat && buyer_has_vat;
        case Registration::none: return !has_vat && !buyer_has_vat;
        }
        UNREACHABLE();
    }

    [[nodiscard]] std::string_view registration_field() const {
        const bool asks_buyer = family_.registration == Registration::seller_buyer ||
                                family_.registration == Registration::seller_vat_both;
        const bool seller_is_known = !invoice_.seller.vat_identifier.empty();
        return asks_buyer && seller_is_known ? "recipient.tax_number" : "practice.tax_number";
    }

    [[nodiscard]] std::string_view registration_words() const {
        switch (family_.registration) {
        case Registration::seller: return "the practice needs a tax number";
        case Registration::seller_vat: return "the practice needs a VAT number";
        case Registration::seller_buyer: return "practice and recipient need tax numbers";
        case Registration::seller_vat_both: return "practice and recipient need VAT numbers";
        case Registration::none: return "an invoice outside VAT states no VAT number";
        }
        UNREACHABLE();
    }

    void check_registrations() {
        const auto check = [&](bool is_used, std::string_view number) {
            expect(!is_used || is_registered(), number, "BT-31", registration_field(),
                   registration_words());
        };
        check(is_on_line(), "02");
        check(is_on(AdjustmentKind::discount), "03");
        check(is_on(AdjustmentKind::charge), "04");
    }

    void check_rates() {
        for (std::size_t i = 0; i < invoice_.lines.size(); ++i) {
            const VatCategory& vat = invoice_.lines[i].vat;
            if (is_ours(vat))
                expect(holds(family_.rate, vat.rate), "05", "BT-152", path_in("lines", i, "taxes"),
                       place_in("line", i) + " " + std::string(words_of(family_.rate)));
        }
        for (std::size_t i = 0; i < invoice_.adjustments.size(); ++i) {
            const EInvoiceAdjustment& one = invoice_.adjustments[i];
            const bool is_charge = one.kind == AdjustmentKind::charge;
            if (is_ours(one.vat))
                expect(holds(family_.rate, one.vat.rate), is_charge ? "07" : "06",
                       is_charge ? "BT-103" : "BT-96", path_in("adjustments", i, "taxes"),
                       "a discount or charge " + std::string(words_of(family_.rate)));
        }
    }

    // Lines and document adjustments of the row: for categories with rates, those of its rate.
    struct Sum {
        Int128 minor = 0;
        std::size_t count = 0;
    };
    [[nodiscard]] Sum sum_of(const VatBreakdown& row) const {
        const auto counts = [&](const VatCategory& vat) {
            return is_ours(vat) && (!is_by_rate(family_) || vat.rate == row.vat.rate);
        };
        Sum sum;
        const auto add = [&](std::int64_t minor) {
            sum.minor += minor;
            ++sum.count;
        };
        for (const EInvoiceLine& line : invoice_.lines)
            if (counts(line.vat)) add(minor_or_zero(line.net));
        for (const EInvoiceAdjustment& one : invoice_.adjustments) {
            const std::int64_t minor = minor_or_zero(one.amount);
            if (counts(one.vat)) add(one.kind == AdjustmentKind::charge ? minor : -minor);
        }
        return sum;
    }

    [[nodiscard]] bool is_base_right(const VatBreakdown& row) const {
        if (is_by_rate(family_) && !row.vat.rate) return true; // No rate to compare by: rule 48.
        if (!row.taxable) return false;
        const Sum sum = sum_of(row);
        const Int128 difference = sum.minor - row.taxable->minor;
        if (!is_by_rate(family_)) return !invoice_.lines.empty() && difference == 0;
        const Int128 unit = row.taxable->currency.minor_per_unit();
        const bool is_used = family_.code == "S" ? sum.count > 0 : !invoice_.lines.empty();
        return is_used && difference < unit && difference > -unit;
    }

    void check_row(const VatBreakdown& row) {
        expect(is_base_right(row), "08", "BT-116", "taxes", "the base is not what it is made of");
        const bool is_tax_right =
            is_by_rate(family_) ? is_tax_near(row) : row.tax && row.tax->minor == 0;
        expect(is_tax_right, "09", "BT-117", "taxes", "the tax is not base x rate");
        const bool has_reason = !row.reason.empty() || !row.reason_code.empty();
        expect(has_reason == (family_.reason == Reason::needed), "10", "BT-120",
               "taxes.exemption_reason",
               family_.reason == Reason::needed ? "the tax needs the reason why none is charged"
                                                : "no exemption reason belongs here");
    }

    const EInvoice& invoice_;
    const Family& family_;
    EInvoiceFindings& findings_;
};

bool has_row(const EInvoice& invoice, std::string_view code) {
    return std::ranges::any_of(invoice.breakdown,
                               [&](const VatBreakdown& row) { return row.vat.code == code; });
}

void check_intra_community(const EInvoice& invoice, EInvoiceFindings& to) {
    const bool applies = has_row(invoice, "K");
    const auto& delivery = invoice.delivery;
    const auto& period = invoice.period;
    const bool has_day =
        (delivery && delivery->date) || (period && (period->from.has_value() || period->to));
    to.expect(!applies || has_day, "BR-IC-11", "BT-72", "lines.supply_date",
              "an intra-community supply needs its day");
    to.expect(!applies || (delivery && delivery->address && !delivery->address->country.empty()),
              "BR-IC-12", "BT-80", "client.address.country",
              "an intra-community supply needs the client's country");
}

bool is_other(const VatCategory& vat) { return !vat.code.empty() && vat.code != "O"; }

// What is not subject to VAT stands on an invoice of its own.
void check_not_subject(const EInvoice& invoice, EInvoiceFindings& to) {
    if (!has_row(invoice, "O")) return;
    constexpr std::string_view words =
        "what is not subject to VAT, or has no tax, can't stand beside VAT: give each line a tax";
    const auto other_adjustment = [&](AdjustmentKind kind) {
        return std::ranges::any_of(invoice.adjustments, [&](const EInvoiceAdjustment& one) {
            return one.kind == kind && is_other(one.vat);
        });
    };
    to.expect(std::ranges::none_of(invoice.breakdown,
                                   [](const VatBreakdown& row) { return is_other(row.vat); }),
              "BR-O-11", "BG-23", "lines.taxes", words);
    to.expect(std::ranges::none_of(invoice.lines,
                                   [](const EInvoiceLine& line) { return is_other(line.vat); }),
              "BR-O-12", "BT-151", "lines.taxes", words);
    to.expect(!other_adjustment(AdjustmentKind::discount), "BR-O-13", "BT-95", "adjustments.taxes",
              words);
    to.expect(!other_adjustment(AdjustmentKind::charge), "BR-O-14", "BT-102", "adjustments.taxes",
              words);
}

bool is_abroad(const std::optional<EInvoiceAddress>& address) {
    return address && !address->country.empty() && address->country != "IT";
}

// Split payment is Italy's own.
void check_split_payment(const EInvoice& invoice, EInvoiceFindings& to) {
    const auto uses = [&](std::string_view code) {
        return std::ranges::any_of(invoice.lines,
                                   [&](const auto& l) { return l.vat.code == code; }) ||
               std::ranges::any_of(invoice.adjustments,
                                   [&](const auto& one) { return one.vat.code == code; });
    };
    if (!uses("B") && !has_row(invoice, "B")) return;
    to.expect(!is_abroad(invoice.seller.address) && !is_abroad(invoice.buyer.address), "BR-B-01",
              "BT-151", "lines.taxes", "split payment is for invoices within Italy");
    to.expect(!uses("S"), "BR-B-02", "BT-151", "lines.taxes",
              "split payment can't stand beside the standard rate");
}

} // namespace

void check_vat(const EInvoice& invoice, EInvoiceFindings& findings) {
    check_not_subject(invoice, findings); // First: what it asks for settles other findings too.
    for (const Family& family : families)
        Check(invoice, family, findings).run();
    check_intra_community(invoice, findings);
    check_split_payment(invoice, findings);
}

} // namespace documents
