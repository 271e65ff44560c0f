#include "base/text.h"
#include "simulation/run.h"
#include "store/digest.h"
#include "store/replay.h"
#include "store/schema.h"
#include "store/verify.h"

namespace simulation {

using base::Uuid;

// What the book says about an invoice's money becomes the oracle's, once the sums are right.
bool Run::read_invoice_money(const Uuid& invoice) {
    const auto view = program_->app.invoice({invoice});
    if (!view) return fail("an invoice can't be read");
    for (const app::InvoiceMoney& part : view->money) {
        if (!oracle_.payments.contains(part.payment.uuid)) {
            const auto payment = program_->app.payment(part.payment);
            if (!payment) return fail("a payment can't be read");
            oracle_.payments[part.payment.uuid] = {.payer = payment->payment.payer.uuid,
                                                   .amount = payment->payment.amount.minor};
        }
        oracle_.allocations[part.allocation.uuid] = {
            .payment = part.payment.uuid, .invoice = invoice, .live = part.amount.minor};
        if (oracle_.left(part.payment.uuid) < 0) return fail("a payment is overdrawn");
    }
    if (oracle_.balance(invoice) < 0) return fail("a balance is below zero");
    return true;
}

bool Run::read_payment_money(const Uuid& payment) {
    const auto view = program_->app.payment({payment});
    if (!view) return fail("a payment can't be read");
    for (const app::PaymentPart& part : view->parts) {
        // Released before its invoice was reverted.
        if (part.amount.minor == 0 && !oracle_.invoices.contains(part.invoice.uuid)) continue;
        oracle_.allocations[part.allocation.uuid] = {
            .payment = payment, .invoice = part.invoice.uuid, .live = part.amount.minor};
        if (!oracle_.invoices.contains(part.invoice.uuid))
            return fail("money was put to an invoice that is not issued");
        if (oracle_.balance(part.invoice.uuid) < 0) return fail("a balance is below zero");
    }
    if (oracle_.left(payment) < 0) return fail("a payment is overdrawn");
    return true;
}

bool Run::check_invoice(const Uuid& id) {
    const auto view = program_->app.invoice({id});
    if (!view) return fail("an invoice can't be read");
    const OracleInvoice& invoice = oracle_.invoices.at(id);
    if (view->document.invoice.totals.payable.minor != invoice.payable)
        return fail(invoice.number + ": the total is not the oracle's");
    if (view->balance.minor != oracle_.balance(id))
        return fail(invoice.number + ": the balance is not the oracle's");
    for (const app::InvoiceWriteOff& given_up : view->write_offs) {
        const auto held = invoice.write_offs.find(given_up.write_off.uuid);
        // One that was taken back before a revert is of an earlier version.
        const std::int64_t left = held == invoice.write_offs.end() ? 0 : held->second;
        if (left != given_up.amount.minor)
            return fail(invoice.number + ": a write-off is not the oracle's");
    }
    if (view->document.invoice.number.text != invoice.number)
        return fail(invoice.number + ": the number changed");
    return true;
}

bool Run::check_account(const Uuid& id) {
    const auto profile = program_->app.client({id});
    if (!profile) return fail("a client can't be read");
    const app::AccountFigures& figures = profile->account.figures.front();
    if (figures.owed.minor != oracle_.owed(id)) return fail("an account owes another sum");
    if (figures.credit.minor != oracle_.credit(id)) return fail("credit is not the oracle's");
    const std::int64_t balance =
        profile->account.lines.empty() ? 0 : profile->account.lines.front().balance.minor;
    if (balance != oracle_.owed(id) - oracle_.credit(id)) {
        std::string story;
        for (const app::AccountLine& line : profile->account.lines)
            story += base::integer_text(static_cast<int>(line.kind)) + ":" + line.number + ":" +
                     base::integer_text(line.amount.minor) + " ";
        return fail("the account's running balance is not owed less credit: " +
                    base::integer_text(oracle_.owed(id)) + " - " +
                    base::integer_text(oracle_.credit(id)) + "; " + story);
    }
    return true;
}

bool Run::check_whole() {
    auto& database = program_->app.book().database();
    const auto findings = store::verify_book(database);
    if (!findings) return fail("the book can't be verified");
    if (!findings->empty()) return fail(findings->front());
    for (const auto& [id, invoice] : oracle_.invoices)
        if (!check_invoice(id)) return false;
    for (const auto& [id, name] : oracle_.clients)
        if (!check_account(id)) return false;
    const auto today = program_->app.today_view();
    if (!today) return fail("today can't be read");
    std::int64_t owed = 0;
    for (const auto& [id, name] : oracle_.clients)
        owed += oracle_.owed(id);
    std::int64_t in_buckets = 0;
    for (const domain::Money& bucket : today->owed.front().buckets)
        in_buckets += bucket.minor;
    if (today->owed.front().total.minor != owed || in_buckets != owed)
        return fail("what is owed by age is not the sum of balances");
    if (today->draft_count != oracle_.drafts.size()) return fail("drafts are missing or too many");
    return check_replay();
}

bool Run::check_replay() {
    platform::SimStorage storage;
    Program other(storage, clock_, 1);
    other.app.book().open("replay");
    for (int turn = 0; turn < 20; ++turn)
        other.app.book().poll();
    if (!other.app.book().create()) return fail("no book to replay into");
    auto transaction = other.app.book().begin();
    if (!transaction) return fail("no transaction to replay in");
    auto& from = program_->app.book().database();
    auto& to = other.app.book().database();
    if (!store::migrate(to)) return fail("no schema to replay into");
    if (const auto replayed = store::replay(from, to); !replayed)
        return fail("the log does not replay: " + replayed.error().field + " " +
                    replayed.error().detail);
    const auto here = store::digest_of(from);
    const auto there = store::digest_of(to);
    if (!here || !there || *here != *there) return fail("the replayed log gives another book");
    return true;
}

} // namespace simulation
