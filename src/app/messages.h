// Every sentence the program says about what it refused, made from codes and small facts.
//
// The only place where an error becomes words. Each sentence says what to do (design: Words). The
// catalogue is English; other languages are other catalogues of the same function. Field names are
// not in the sentence: it stands at its field.
#pragma once

#include "base/error.h"

#include <string>
#include <vector>

namespace app {

// One sentence, or two: what is wrong, and the way out.
[[nodiscard]] std::string message(const base::Error& error);

// Every code there is, ascending.
[[nodiscard]] std::vector<base::Code> all_codes();

} // namespace app
