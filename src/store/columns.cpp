#include "store/columns.h"

#include <algorithm>
#include <string>

namespace store {

namespace {

template <std::size_t size>
base::Result<std::array<std::uint8_t, size>> bytes_column(const Statement& row, int index) {
    const auto blob = row.blob(index);
    if (blob.size() != size)
        return base::fail(base::Code::damaged, std::string(row.column_name(index)));
    std::array<std::uint8_t, size> bytes;
    std::ranges::copy(blob, bytes.begin());
    return bytes;
}

template <typename T>
base::Result<T> undamaged(base::Result<T> value, const Statement& row, int index) {
    if (!value.has_value())
        return base::fail(base::Code::damaged, std::string(row.column_name(index)));
    return value;
}

} // namespace

base::Result<base::Uuid> uuid_column(const Statement& row, int index) {
    if (row.is_null(index)) return base::Uuid{};
    return base::Uuid{TRY(bytes_column<16>(row, index))};
}

base::Result<base::Digest> digest_column(const Statement& row, int index) {
    return TRY(bytes_column<32>(row, index));
}

base::Result<base::Date> date_column(const Statement& row, int index) {
    return undamaged(base::Date::from_days(row.integer(index)), row, index);
}

base::Result<base::Instant> instant_column(const Statement& row, int index) {
    return undamaged(base::instant_from_ms(row.integer(index)), row, index);
}

base::Result<std::optional<base::Date>> optional_date_column(const Statement& row, int index) {
    if (row.is_null(index)) return std::optional<base::Date>();
    return std::optional<base::Date>(TRY(date_column(row, index)));
}

base::Result<domain::Dated> dated_columns(const Statement& row, int date, int recorded_ms) {
    return domain::Dated{.effective = TRY(date_column(row, date)),
                         .recorded = TRY(instant_column(row, recorded_ms))};
}

base::Result<domain::Currency> currency_column(const Statement& row, int index) {
    return undamaged(domain::Currency::from_code(row.text(index)), row, index);
}

} // namespace store
