#include "fixture.h"

using app_test::check_refused;
using app_test::date;
using app_test::eur;
using app_test::Practice;

namespace {

app::WriteOffInvoice write_off(domain::InvoiceId invoice, std::int64_t minor = 0) {
    app::WriteOffInvoice command{.invoice = invoice,
                                 .amount = std::nullopt,
                                 .date = date(2026, 11, 20),
                                 .reason = "Moved away"};
    if (minor != 0) command.amount = eur(minor);
    return command;
}

app::InvoiceView view_of(Practice& practice, domain::InvoiceId id) {
    auto view = practice.app().invoice(id);
    REQUIRE(view.has_value());
    return *std::move(view);
}

std::size_t count_of(Practice& practice, app::InvoiceFilter filter) {
    const auto summary = practice.app().invoices({});
    REQUIRE(summary.has_value());
    return summary->counts[static_cast<std::size_t>(filter)];
}

} // namespace

TEST_CASE("write-off: the invoice is settled, the account owes nothing, the list says so") {
    Practice practice;
    const auto client = practice.client("Anna");
    const auto invoice = practice.invoice(client, 100'00); // 123.00
    REQUIRE(practice.app().execute(write_off(invoice)).has_value());
    const auto view = view_of(practice, invoice);
    CHECK(view.balance == eur(0));
    CHECK(view.settled == eur(0));
    CHECK(view.status == domain::Status::written_off);
    REQUIRE(view.write_offs.size() == 1);
    CHECK(view.write_offs[0].amount == eur(123'00));
    CHECK(view.write_offs[0].reason == "Moved away");
    CHECK(count_of(practice, app::InvoiceFilter::open) == 0);
    CHECK(count_of(practice, app::InvoiceFilter::other) == 1);
    const auto profile = practice.app().client(client);
    REQUIRE(profile.has_value());
    CHECK(profile->account.figures.front().owed == eur(0));
    REQUIRE(profile->account.lines.size() == 2);
    CHECK(profile->account.lines[0].kind == app::AccountLineKind::written_off);
    CHECK(profile->account.lines[0].amount == eur(-123'00));
    CHECK(profile->account.lines[0].balance == eur(0));
}

TEST_CASE("write-off: reversed by hand it is owed again") {
    Practice practice;
    const auto invoice = practice.invoice(practice.client("Anna"), 100'00);
    const auto given_up = practice.app().execute(write_off(invoice, 23'00));
    REQUIRE(given_up.has_value());
    const app::ReverseWriteOff reversal{.invoice = invoice,
                                        .write_off = {given_up->record},
                                        .date = date(2026, 11, 20),
                                        .reason = "Came back"};
    REQUIRE(practice.app().execute(reversal).has_value());
    CHECK(view_of(practice, invoice).balance == eur(123'00));
    CHECK(view_of(practice, invoice).write_offs[0].amount == eur(0));
    check_refused(practice, reversal, base::Code::not_written_off, "write_off");
}

TEST_CASE("write-off: money that comes after all brings it back, and stays put") {
    Practice practice;
    const auto client = practice.client("Anna");
    const auto invoice = practice.invoice(client, 100'00);
    REQUIRE(practice.app().execute(write_off(invoice)).has_value());
    domain::RecordPayment payment{
        .payer = client, .amount = eur(50'00), .date = date(2026, 11, 20), .method = practice.card};
    payment.for_invoice = invoice;
    REQUIRE(practice.app().execute(app::RecordPayment{payment}).has_value());
    const auto view = view_of(practice, invoice);
    CHECK(view.settled == eur(50'00));
    CHECK(view.balance == eur(0));
    CHECK(view.write_offs[0].amount == eur(73'00));
    CHECK(view.status == domain::Status::written_off);
    // By credit of hers too, as far as it goes; then nothing is written off any more.
    const auto credit = practice.pay(client, 80'00);
    REQUIRE(
        practice.app()
            .execute(app::AllocatePayment{{.payment = credit,
                                           .chosen = {{.invoice = invoice, .amount = eur(73'00)}},
                                           .date = date(2026, 11, 20)}})
            .has_value());
    CHECK(view_of(practice, invoice).write_offs[0].amount == eur(0));
    CHECK(view_of(practice, invoice).status == domain::Status::paid);
}

TEST_CASE("write-off: what stands in its way is said and changes nothing") {
    Practice practice;
    const auto invoice = practice.invoice(practice.client("Anna"), 100'00);
    check_refused(practice, write_off(invoice, 123'01), base::Code::above_balance, "amount");
    check_refused(practice, write_off({practice.app().new_id()}), base::Code::not_found, "invoice");
    app::WriteOffInvoice silent = write_off(invoice);
    silent.reason.clear();
    check_refused(practice, silent, base::Code::missing, "reason");
    app::WriteOffInvoice dollars = write_off(invoice);
    dollars.amount = domain::Money{1'00, *domain::Currency::from_code("USD")};
    check_refused(practice, dollars, base::Code::currency_mixed, "amount");
    REQUIRE(practice.app().execute(write_off(invoice, 23'00)).has_value());
    check_refused(
        practice,
        app::VoidInvoice{.invoice = invoice, .date = date(2026, 11, 20), .reason = "Twice"},
        base::Code::has_write_offs, "invoice");
    check_refused(
        practice,
        app::RevertInvoice{.invoice = invoice, .date = date(2026, 11, 20), .reason = "Rate"},
        base::Code::has_write_offs, "invoice");
}

TEST_CASE("write-off: a restart and the log alone give the same book") {
    Practice practice;
    const auto invoice = practice.invoice(practice.client("Anna"), 100'00);
    const auto given_up = practice.app().execute(write_off(invoice, 23'00));
    REQUIRE(given_up.has_value());
    REQUIRE(practice.app()
                .execute(app::ReverseWriteOff{.invoice = invoice,
                                              .write_off = {given_up->record},
                                              .date = date(2026, 11, 20),
                                              .reason = "Came back"})
                .has_value());
    const auto before = practice.digest();
    practice.restart();
    CHECK(practice.digest() == before);
}
