#include "base/hash.h"

#include "base/assert.h"

#include <sodium.h>

namespace base {

Digest sha256(ByteView bytes) {
    Digest digest;
    const int failed = crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
    ASSERT(failed == 0);
    return digest;
}

} // namespace base
