// The three items of a book's disk, fed with any bytes: reading refuses or gives what writes back.
//
// The checksum is mended first, or nothing but the checksum would ever be tried.

#include "base/assert.h"
#include "base/checksum.h"
#include "store/loader.h"

#include <cstring>

namespace {

void mend_checksum(base::Bytes& bytes) {
    if (bytes.size() < 40 || (bytes.size() - 8) % base::Checksum::stripe_size != 0) return;
    base::Checksum checksum;
    checksum.add(base::ByteView(bytes).first(bytes.size() - 8));
    const std::uint64_t value = checksum.value();
    std::memcpy(bytes.data() + bytes.size() - 8, &value, sizeof value);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) return 0;
    base::Bytes bytes(data + 1, data + size);
    if (data[0] & 1) mend_checksum(bytes);
    if (const auto head = store::decode_head(bytes); head.has_value()) {
        ASSERT(store::decode_head(store::encode_head(*head)).has_value());
    }
    if (const auto block = store::decode_block(bytes); block.has_value())
        ASSERT(block->pages.size() == block->header.page_count * store::page_size);
    if (const auto part = store::decode_part(bytes); part.has_value())
        ASSERT(part->pages.size() == part->page_numbers.size() * store::page_size);
    return 0;
}
