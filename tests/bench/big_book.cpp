#include "bench/big_book.h"

#include "base/assert.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

namespace bench {

namespace {

constexpr std::int64_t ms_per_day = 86'400'000;
constexpr std::int64_t morning_ms = 8 * 3'600'000;
constexpr std::int64_t last_day = 20'777;            // 20 November 2026.
constexpr std::int64_t first_day = last_day - 1'420; // 31 December 2022.

constexpr std::array given_names{
    "Aoife",  "Siobhán", "Conor",  "Saoirse", "Lukáš",   "Żaneta", "Grace",   "Tomás",  "Niamh",
    "Oisín",  "Róisín",  "Eoin",   "Marie",   "Fionn",   "Ciara",  "Darragh", "Emma",   "Jack",
    "Sophie", "Adam",    "Zoë",    "Björn",   "Anaïs",   "José",   "Chloé",   "Mehmet", "Ayşe",
    "Nguyễn", "Lan",     "Olga",   "Ivan",    "Marta",   "Piotr",  "Agata",   "Jan",    "Hanna",
    "Kwame",  "Adaeze",  "Fatima", "Yusuf",   "Amira",   "Omar",   "Priya",   "Arjun",  "Wei",
    "Mei",    "Hiroshi", "Yuki",   "Minjun",  "Seoyeon", "Carlos", "Lucía",   "Mateo",  "Inês",
    "João",   "Greta",   "Lars",   "Freja",   "Mikkel",  "Sanna",  "Eero",    "Katrin", "Stefan",
    "Ileana", "Dragan",  "Milica", "Elif",    "Noor",    "Ravi",   "Tara"};
constexpr std::array family_names{
    "Murphy",   "Kelly",     "O'Sullivan", "Walsh",     "Ó Briain", "Byrne",        "Ryan",
    "O'Connor", "Doyle",     "McCarthy",   "Gallagher", "Doherty",  "Kennedy",      "Lynch",
    "Murray",   "Quinn",     "Moore",      "Wójcik",    "Kowalska", "Nowak",        "Zieliński",
    "Dvořák",   "Novák",     "Horváth",    "Nagy",      "Popescu",  "Ionescu",      "Petrov",
    "Ivanova",  "Adeyemi",   "Okafor",     "Mensah",    "Diallo",   "Haddad",       "Khan",
    "Ahmed",    "Patel",     "Sharma",     "Singh",     "Chen",     "Wang",         "Li",
    "Tanaka",   "Suzuki",    "Kim",        "Park",      "García",   "Rodríguez",    "Silva",
    "Santos",   "Ferreira",  "Müller",     "Schmidt",   "Weber",    "Fischer",      "Jensen",
    "Hansen",   "Andersson", "Virtanen",   "Tamm",      "Bērziņš",  "Kazlauskas",   "Rossi",
    "Bianchi",  "Dubois",    "Moreau",     "Yılmaz",    "Demir",    "Papadopoulos", "Vella"};
constexpr std::array streets{"Seapoint Terrace", "Harbour Street", "Quay Lane",   "Mill Road",
                             "Canal View",       "Abbey Gate",     "Shop Street", "Castle Park"};

struct Offer {
    const char* name;
    std::int64_t price;
    int minutes;
};
constexpr std::array offers{Offer{"Individual therapy, 50 min", 90, 50},
                            Offer{"Couples therapy", 125, 75},
                            Offer{"Mindfulness group, 90 min", 105, 90},
                            Offer{"First consultation", 80, 50},
                            Offer{"Family session", 140, 80},
                            Offer{"Written report", 120, 60}};

// A bench that can't make its book has nothing to measure.
template <typename T>
T need(base::Result<T> result) {
    if (!result.has_value()) {
        std::fprintf(stderr, "refused: %d %s %s\n", static_cast<int>(result.error().code),
                     result.error().field.c_str(), result.error().detail.c_str());
        std::exit(1);
    }
    return *std::move(result);
}
void need(base::Result<void> result) {
    need(result.has_value() ? base::Result<int>(0) : base::fail(result.error()));
}

base::Date date(std::int64_t day) { return need(base::Date::from_days(day)); }
domain::Currency eur() { return need(domain::Currency::from_code("EUR")); }

base::Instant at(std::int64_t day) { return {day * ms_per_day + morning_ms}; }

app::Ports ports(CountingDisk& disk, platform::SimClock& clock, platform::SimEntropy& entropy,
                 NoKeys& keys, platform::SimTimeZones& time_zones) {
    return {
        .disk = disk, .clock = clock, .entropy = entropy, .keys = keys, .time_zones = time_zones};
}

} // namespace

void CountingDisk::open(std::string_view, platform::DiskRole, platform::DiskListener& listener) {
    listener_ = &listener;
    wants_open_ = true;
}

void CountingDisk::poll() {
    if (std::exchange(wants_open_, false)) listener_->disk_opened(platform::DiskRole::owner);
    if (std::exchange(wants_read_, false)) listener_->disk_read_done();
    while (!tickets_.empty()) {
        const std::uint64_t ticket = tickets_.front();
        tickets_.pop_front();
        listener_->disk_written(ticket);
    }
}

void CountingDisk::begin_item(platform::DiskArea area, std::uint64_t, std::size_t size) {
    if (area == platform::DiskArea::log) log_bytes_ += size;
}

BigBook::BigBook(std::uint64_t seed)
    : random_(seed), clock_(at(first_day)), entropy_(seed),
      app_(ports(disk_, clock_, entropy_, keys_, time_zones_)), day_(first_day) {
    app_.book().open("big");
    settle();
    need(app_.book().create());
    settle();
    set_up();
}

BigBook::BigBook(std::uint64_t seed, base::ByteView file)
    : random_(seed), clock_(at(last_day)), entropy_(seed + 1),
      app_(ports(disk_, clock_, entropy_, keys_, time_zones_)), day_(last_day) {
    app_.book().open("big");
    settle();
    need(app_.restore_book(file));
    settle();
    const auto settings = need(app_.settings());
    services_ = settings.services;
    practitioner_ = settings.practitioners.front().id;
    location_ = settings.locations.front().id;
    card_ = settings.methods.front().id;
    transfer_ = settings.methods.back().id;
    const auto list = need(app_.clients({.count = 1'000'000}));
    for (const app::ClientRow& row : list.rows)
        clients_.push_back(row.id);
}

std::string BigBook::client_name(std::size_t index) {
    const std::size_t name = index % (given_names.size() * family_names.size());
    std::string text = std::string(given_names[name % given_names.size()]) + ' ' +
                       family_names[name / given_names.size()];
    const std::size_t repeat = index / (given_names.size() * family_names.size());
    if (repeat > 0)
        text += ' ' + std::string(family_names[(index * 31 + repeat) % family_names.size()]);
    return text;
}

base::Uuid BigBook::execute(const app::Command& command) {
    clock_.advance(1 + static_cast<std::int64_t>(random_.below(1000)));
    const auto receipt = need(app_.execute(command));
    need(app_.step());
    return receipt.record;
}

void BigBook::settle() {
    for (int turn = 0; turn < 4; ++turn)
        need(app_.step());
}

void BigBook::set_up() {
    card_ = {app_.new_id()};
    transfer_ = {app_.new_id()};
    practitioner_ = {app_.new_id()};
    location_ = {app_.new_id()};
    const domain::TaxId exempt{app_.new_id()};
    const domain::TaxId standard{app_.new_id()};
    app::SetUpPractice command{.identity = {.name = "Harbour Street Therapy"},
                               .billing = {.currency = eur()}};
    command.identity.address = {.line1 = "12 Harbour Street", .city = "Galway", .country = "IE"};
    command.identity.tax_number = "IE3204718PH";
    command.billing.country = "IE";
    command.billing.locale = "en-IE";
    command.billing.time_zone = "Europe/Dublin";
    command.billing.terms = {.kind = domain::TermsKind::net_days, .days = 14};
    command.taxes = {{.id = exempt,
                      .code = "VAT",
                      .name = "Exempt",
                      .category = domain::TaxCategory::exempt,
                      .rates = {{.from = date(0), .rate = {base::Decimal::whole(0)}}},
                      .exemption_reason = "Exempt from VAT: medical care, Art. 132(1)(c) of "
                                          "Directive 2006/112/EC"},
                     {.id = standard,
                      .code = "VAT",
                      .name = "Standard rate, 23 %",
                      .rates = {{.from = date(0), .rate = {base::Decimal::whole(23)}}}}};
    command.methods = {
        {.id = card_, .kind = domain::MethodKind::card, .name = "Card"},
        {.id = transfer_, .kind = domain::MethodKind::bank_transfer, .name = "Bank transfer"}};
    command.practitioners = {{.id = practitioner_, .name = "Dr Aoife Brennan"}};
    command.locations = {{.id = location_, .name = "Harbour Street"}};
    execute(command);
    for (const Offer& offer : offers) {
        domain::Service service{.name = offer.name,
                                .unit = "session",
                                .unit_price = base::Decimal::whole(offer.price),
                                .duration_minutes = offer.minutes,
                                .taxes = {&offer == &offers.back() ? standard : exempt}};
        service.id = {execute(app::Add<domain::Service>{service})};
        services_.push_back(service);
    }
}

void BigBook::add_clients(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        domain::Client client{.name = client_name(clients_.size())};
        const std::string serial = std::to_string(clients_.size());
        client.email = "client" + serial + "@example.com";
        client.phone =
            "087 555 " + std::string(5 - std::min<std::size_t>(5, serial.size()), '0') + serial;
        client.address = {.line1 = std::to_string(1 + random_.below(200)) + ' ' +
                                   streets[random_.below(streets.size())],
                          .city = "Galway",
                          .postal_code = "H91 " + std::to_string(1000 + random_.below(9000)),
                          .country = "IE"};
        clients_.push_back({execute(app::Add<domain::Client>{client})});
    }
}

void BigBook::begin_day(std::int64_t day) {
    day_ = day;
    const std::int64_t passed_ms = at(day).unix_ms - clock_.now().unix_ms;
    if (passed_ms > 0) clock_.advance(passed_ms);
    pay_due();
}

void BigBook::pay_due() {
    while (!due_.empty() && due_.front().day <= day_) {
        const Due due = due_.front();
        due_.pop_front();
        execute(app::RecordPayment{{.payer = due.payer,
                                    .amount = due.amount,
                                    .date = date(day_),
                                    .method = transfer_,
                                    .for_invoice = due.invoice,
                                    .overpayment = domain::Overpayment::keep_as_credit}});
    }
}

domain::DraftLine BigBook::line(const domain::Draft& draft, std::size_t position) {
    const domain::Service& service = services_[random_.below(services_.size())];
    return {.id = {app_.new_id()},
            .position = "00000" + std::to_string(position),
            .kind = domain::LineKind::service,
            .source = service.id,
            .name = service.name,
            .unit = service.unit,
            .unit_price = service.unit_price,
            .taxes = service.taxes,
            .supply_date = draft.issue_date,
            .practitioner = practitioner_};
}

domain::InvoiceId BigBook::save_draft() {
    auto draft = need(app_.new_draft(clients_[random_.below(clients_.size())]));
    draft.issue_date = date(day_);
    draft.practitioner = practitioner_;
    draft.location = location_;
    const std::size_t line_count = 1 + random_.below(3);
    for (std::size_t i = 1; i <= line_count; ++i)
        draft.lines.push_back(line(draft, i));
    return {execute(app::SaveDraft{.draft = std::move(draft)})};
}

void BigBook::finalize(domain::InvoiceId draft) { execute(app::FinalizeInvoice{.invoice = draft}); }

void BigBook::invoice_of_today() {
    constexpr std::uint64_t drafts_per_thousand = 1;
    constexpr std::uint64_t paid_at_once_per_thousand = 450;
    constexpr std::uint64_t paid_later_per_thousand = 510;
    constexpr std::uint64_t voided_per_thousand = 10;
    constexpr std::int64_t days_until_paid = 12;
    const domain::InvoiceId id = save_draft();
    const std::uint64_t lot = random_.below(1000);
    if (lot < drafts_per_thousand) return;
    const auto view = need(app_.draft(id));
    const domain::Money total = view.totals->payable;
    const domain::PartyId payer = *view.draft.client;
    std::uint64_t until = drafts_per_thousand + paid_at_once_per_thousand;
    if (lot < until) {
        execute(app::FinalizeInvoice{
            .invoice = id,
            .payment = app::AlreadyPaid{.amount = total, .date = date(day_), .method = card_}});
        return;
    }
    finalize(id);
    if (lot < (until += paid_later_per_thousand))
        due_.push_back(
            {.day = day_ + days_until_paid, .payer = payer, .invoice = id, .amount = total});
    else if (lot < until + voided_per_thousand)
        execute(app::VoidInvoice{.invoice = id, .date = date(day_), .reason = "Entered twice"});
}

void BigBook::add_invoices(std::size_t count) {
    const auto days = static_cast<std::size_t>(last_day - day_ + 1);
    const std::int64_t from = day_;
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t day = from + static_cast<std::int64_t>(i * days / count);
        if (day != day_ || i == 0) begin_day(day);
        invoice_of_today();
    }
    begin_day(last_day);
}

} // namespace bench
