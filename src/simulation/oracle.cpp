#include "simulation/oracle.h"

#include <algorithm>

namespace simulation {

namespace {

__extension__ typedef __int128 Wide;

Wide rounded(Wide numerator, Wide denominator) {
    const Wide half = denominator / 2;
    return numerator >= 0 ? (numerator + half) / denominator : -((-numerator + half) / denominator);
}

} // namespace

std::int64_t oracle_payable(const std::vector<OracleLine>& lines) {
    std::map<std::int64_t, Wide> base_by_rate;
    for (const OracleLine& line : lines) {
        // Two factors of 10^6 each; 100 minor units in one.
        const Wide amount =
            rounded(Wide{line.quantity_scaled} * line.price_scaled, Wide{10'000'000'000});
        const Wide discount = rounded(amount * line.discount_percent, 100);
        base_by_rate[line.tax_percent] += amount - discount;
    }
    Wide payable = 0;
    for (const auto& [rate, base] : base_by_rate)
        payable += base + rounded(base * rate, 100);
    return static_cast<std::int64_t>(payable);
}

std::int64_t Oracle::allocated_to(const base::Uuid& invoice) const {
    std::int64_t sum = 0;
    for (const auto& [id, allocation] : allocations)
        if (allocation.invoice == invoice) sum += allocation.live;
    return sum;
}

std::int64_t Oracle::balance(const base::Uuid& invoice) const {
    const OracleInvoice& held = invoices.at(invoice);
    return held.is_voided ? 0 : held.payable - allocated_to(invoice) - written_off(invoice);
}

std::int64_t Oracle::written_off(const base::Uuid& invoice) const {
    std::int64_t sum = 0;
    for (const auto& [id, left] : invoices.at(invoice).write_offs)
        sum += left;
    return sum;
}

void Oracle::bring_back(const base::Uuid& invoice, std::int64_t amount) {
    auto& write_offs = invoices.at(invoice).write_offs;
    for (auto held = write_offs.rbegin(); held != write_offs.rend() && amount > 0; ++held) {
        const std::int64_t part = std::min(amount, held->second);
        held->second -= part;
        amount -= part;
    }
}

std::int64_t Oracle::left(const base::Uuid& payment) const {
    const OraclePayment& held = payments.at(payment);
    if (held.is_voided) return 0;
    std::int64_t sum = held.amount;
    for (const auto& [id, allocation] : allocations)
        if (allocation.payment == payment) sum -= allocation.live;
    return sum;
}

std::int64_t Oracle::credit(const base::Uuid& payer) const {
    std::int64_t sum = 0;
    for (const auto& [id, payment] : payments)
        if (payment.payer == payer) sum += left(id);
    return sum;
}

std::int64_t Oracle::owed(const base::Uuid& account) const {
    std::int64_t sum = 0;
    for (const auto& [id, invoice] : invoices)
        if (invoice.account == account) sum += balance(id);
    return sum;
}

} // namespace simulation
