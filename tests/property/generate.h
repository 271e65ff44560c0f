// Seeded random facts for properties; a failing property prints its seed.
#pragma once

#include "base/random.h"
#include "domain/totals.h"

#include <cstdint>
#include <vector>

namespace generate {

// Seeds for one property: fixed ones, the same in every run.
std::vector<std::uint64_t> seeds(std::size_t count);

// An int64 of any size: small ones, huge ones and the borders come up equally often.
std::int64_t any_int64(base::Random& random);

// An invoice of up to `lines_max` lines that compute_totals accepts.
domain::TotalsInput invoice(base::Random& random, std::size_t lines_max);

} // namespace generate
