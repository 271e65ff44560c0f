// Makes an item of the store one of a version that is not known yet.
#pragma once

#include "base/checksum.h"
#include "store/record.h"

#include <algorithm>

namespace store_test {

// Its version follows the magic number of eight bytes; its checksum is right again afterwards.
inline void write_as_newer(base::Bytes& item) {
    item[8] = 0xFF;
    const std::size_t end = item.size() - store::encode_trailer(0).size();
    base::Checksum checksum;
    checksum.add(base::ByteView(item).first(end));
    std::ranges::copy(store::encode_trailer(checksum.value()),
                      item.begin() + static_cast<std::ptrdiff_t>(end));
}

} // namespace store_test
