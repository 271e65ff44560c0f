#include "simulation/run.h"

namespace simulation {

using base::Uuid;

bool Run::write_off() {
    const auto id = pick(oracle_.invoices);
    if (!id) return true;
    const std::int64_t balance = oracle_.balance(*id);
    app::WriteOffInvoice wish{.invoice = {*id},
                              .amount = std::nullopt,
                              .date = program_->app.today(),
                              .reason = random_.below(8) == 0 ? "" : "Not to be had"};
    if (random_.below(2) == 0) wish.amount = money(amount());
    const auto receipt = execute(wish);
    if (!receipt) return true;
    const std::int64_t given_up = wish.amount ? wish.amount->minor : balance;
    if (given_up < 1 || given_up > balance) return fail("more was written off than was owed");
    if (wish.reason.empty()) return fail("a write-off has no reason");
    oracle_.invoices.at(*id).write_offs[receipt->record] = given_up;
    return check_invoice(*id) && check_account(oracle_.invoices.at(*id).account);
}

bool Run::reverse_write_off() {
    std::map<Uuid, Uuid> written_off; // Write-offs with their invoices.
    for (const auto& [invoice, held] : oracle_.invoices)
        for (const auto& [write_off, left] : held.write_offs)
            written_off.emplace(write_off, invoice);
    const auto which = pick(written_off);
    if (!which) return true;
    const std::optional id = written_off.at(*which);
    auto& write_offs = oracle_.invoices.at(*id).write_offs;
    const auto receipt = execute(app::ReverseWriteOff{.invoice = {*id},
                                                      .write_off = {*which},
                                                      .date = program_->app.today(),
                                                      .reason = "It came after all"});
    if (!receipt) return true;
    if (write_offs.at(*which) == 0) return fail("a write-off was reversed twice");
    write_offs.at(*which) = 0;
    return check_invoice(*id) && check_account(oracle_.invoices.at(*id).account);
}

} // namespace simulation
