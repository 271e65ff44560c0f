#include "domain/write_off.h"

#include <algorithm>
#include <tuple>

namespace domain {

using base::Result;

Result<std::vector<LiveWriteOff>> live_write_offs(std::span<const WriteOff> write_offs,
                                                  std::span<const WriteOffReversal> reversals) {
    std::vector<LiveWriteOff> live;
    for (const WriteOff& fact : write_offs) {
        LiveWriteOff one{.id = fact.id, .date = fact.dated.effective, .left = fact.amount};
        for (const WriteOffReversal& reversal : reversals)
            if (reversal.write_off == fact.id) one.left = TRY(subtract(one.left, reversal.amount));
        if (one.left.minor > 0) live.push_back(one);
    }
    std::ranges::sort(live, [](const LiveWriteOff& a, const LiveWriteOff& b) {
        return std::tie(a.date, a.id) < std::tie(b.date, b.id);
    });
    return live;
}

Result<Money> sum_left(std::span<const LiveWriteOff> write_offs, Currency currency) {
    Money sum{0, currency};
    for (const LiveWriteOff& one : write_offs)
        sum = TRY(add(sum, one.left));
    return sum;
}

} // namespace domain
