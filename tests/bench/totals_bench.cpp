// Prints how long the totals of a 1,000-line invoice take, as one JSON object.
#include "domain/limits.h"
#include "domain/totals.h"
#include "property/generate.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace {

constexpr int runs = 201;

domain::TotalsInput largest_invoice() {
    base::Random random(1);
    domain::TotalsInput input = generate::invoice(random, 1);
    const domain::TotalsInput many = [&] {
        domain::TotalsInput lines = input;
        while (lines.lines.size() < domain::invoice_lines_max)
            for (domain::TotalsLine& line : generate::invoice(random, 20).lines)
                lines.lines.push_back(std::move(line));
        lines.lines.resize(domain::invoice_lines_max);
        return lines;
    }();
    return many;
}

} // namespace

int main() {
    const domain::TotalsInput input = largest_invoice();
    std::vector<double> microseconds;
    for (int run = 0; run < runs; ++run) {
        const auto begin = std::chrono::steady_clock::now();
        const auto totals = domain::compute_totals(input);
        const auto end = std::chrono::steady_clock::now();
        if (!totals.has_value()) return 1;
        microseconds.push_back(std::chrono::duration<double, std::micro>(end - begin).count());
    }
    std::ranges::sort(microseconds);
    std::printf("{\"bench\":\"totals_1000_lines\",\"median_ms\":%.3f,\"max_ms\":%.3f}\n",
                microseconds[runs / 2] / 1000, microseconds.back() / 1000);
    return 0;
}
