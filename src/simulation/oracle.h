// What a bookkeeper with paper and pencil would have: plain maps, added up anew each time.
//
// Shares no code with the domain: totals by its own arithmetic, balances and credit as sums over
// its own lists. The simulation tells it what was done and compares what the book says.
#pragma once

#include "base/id.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace simulation {

struct OracleLine {
    std::int64_t quantity_scaled = 0; // Times 10^6, as the price.
    std::int64_t price_scaled = 0;
    std::int64_t discount_percent = 0;
    std::int64_t tax_percent = 0;
};

// The payable of an invoice of net prices, in minor units of two decimals: lines rounded each, tax
// rounded once a rate, half away from zero.
[[nodiscard]] std::int64_t oracle_payable(const std::vector<OracleLine>& lines);

struct OracleDraft {
    base::Uuid client;
    std::vector<OracleLine> lines;
    std::optional<std::string> number; // Once it was issued.
};

struct OracleInvoice {
    base::Uuid account;
    std::string number;
    std::int64_t payable = 0;
    bool is_voided = false;
    std::vector<OracleLine> lines;
    std::map<base::Uuid, std::int64_t> write_offs; // What is left of each; ids grow with time.
};

struct OraclePayment {
    base::Uuid payer;
    std::int64_t amount = 0;
    bool is_voided = false;
};

struct OracleAllocation {
    base::Uuid payment;
    base::Uuid invoice;
    std::int64_t live = 0;
};

struct Oracle {
    std::map<base::Uuid, std::string> clients; // In use, by name.
    std::set<base::Uuid> archived;
    std::map<base::Uuid, OracleDraft> drafts;
    std::map<base::Uuid, OracleInvoice> invoices;
    std::map<base::Uuid, OraclePayment> payments;
    std::map<base::Uuid, OracleAllocation> allocations;
    std::int64_t next_counter = 1;

    [[nodiscard]] std::int64_t balance(const base::Uuid& invoice) const;
    [[nodiscard]] std::int64_t left(const base::Uuid& payment) const;
    [[nodiscard]] std::int64_t credit(const base::Uuid& payer) const;
    [[nodiscard]] std::int64_t owed(const base::Uuid& account) const;
    [[nodiscard]] std::int64_t allocated_to(const base::Uuid& invoice) const;
    [[nodiscard]] std::int64_t written_off(const base::Uuid& invoice) const;
    // Money beyond the balance takes write-offs back, the newest first.
    void bring_back(const base::Uuid& invoice, std::int64_t amount);
};

} // namespace simulation
