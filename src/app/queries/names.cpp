#include "app/queries/names.h"

#include "store/columns.h"

namespace app {

base::Result<ShownName> name_of_record(store::Connection& database, const base::Uuid& id) {
    auto row =
        TRY(database.prepare("SELECT name, latin_name FROM master WHERE id = ? ORDER BY id"));
    TRY_VOID(row.bind(store::column(id)));
    if (!TRY(row.step())) return ShownName{};
    return ShownName{.name = std::string(row.text(0)), .latin_name = std::string(row.text(1))};
}

base::Result<bool> is_record(store::Connection& database, store::RecordKind kind,
                             const base::Uuid& id) {
    auto row = TRY(database.prepare(
        "SELECT 1 FROM master WHERE id = ? AND kind = ? AND state < 2 ORDER BY id"));
    TRY_VOID(row.bind(base::ByteView(id.bytes), store::name_of(kind)));
    return row.step();
}

base::Result<void> add_to(std::vector<domain::Money>& sums, domain::Money amount) {
    for (domain::Money& sum : sums) {
        if (sum.currency == amount.currency) {
            sum = TRY(domain::add(sum, amount));
            return {};
        }
    }
    sums.push_back(amount);
    return {};
}

} // namespace app
