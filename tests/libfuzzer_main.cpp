// The entry point of every libFuzzer program; FOLIO_FUZZ_TARGET is the function of targets.h.
#include "fuzz/targets.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    fuzz::FOLIO_FUZZ_TARGET({bytes, size});
    return 0;
}
