#include "documents/qr_code.h"

#include "base/text.h"

#include <qrcodegen.hpp>

namespace documents {

namespace {

constexpr int quiet_modules = 4;
constexpr std::size_t payload_bytes_max = 2331; // Version 40 at level M in byte mode.

} // namespace

base::Result<QrCode> qr_code(std::string_view payload, const Box& box) {
    if (payload.size() > payload_bytes_max) {
        return base::fail(base::Code::out_of_range, "code",
                          base::integer_text(std::int64_t{payload_bytes_max}));
    }
    const std::vector<std::uint8_t> bytes(payload.begin(), payload.end());
    const auto code = qrcodegen::QrCode::encodeBinary(bytes, qrcodegen::QrCode::Ecc::MEDIUM);
    const int modules = code.getSize();
    const auto inset = static_cast<Length>(std::int64_t{box.width} * quiet_modules /
                                           (modules + 2 * quiet_modules));
    QrCode placed{
        .box = {box.x + inset, box.y + inset, box.width - 2 * inset, box.height - 2 * inset},
        .modules = static_cast<std::uint16_t>(modules),
        .cells = {}};
    for (int row = 0; row < modules; ++row) {
        for (int column = 0; column < modules; ++column) {
            placed.cells.push_back(code.getModule(column, row));
        }
    }
    return placed;
}

} // namespace documents
