#include "ui/screens/party_profile_model.h"

#include "ui/widgets/date_field.h"

#include <algorithm>
#include <ranges>

namespace ui {

namespace {

using app::AccountLineKind;

// "November 2026".
std::string month_words(base::Date date) {
    const auto civil = date.civil();
    const auto month = static_cast<std::size_t>(civil.month - 1);
    return std::string(english_calendar().months[month]) + " " + std::to_string(civil.year);
}

// "card" of "Card", but "EFTPOS" stays.
std::string within_sentence(std::string name) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (name.size() > 1 && is_capital(name[0]) && !is_capital(name[1]))
        name[0] = static_cast<char>(name[0] - 'A' + 'a');
    return name;
}

std::string title_of(const app::AccountLine& line) {
    switch (line.kind) {
    case AccountLineKind::invoice: return "Invoice " + line.number;
    case AccountLineKind::invoice_voided: return "Invoice " + line.number + " voided";
    case AccountLineKind::invoice_reverted: return "Invoice " + line.number + " back to draft";
    case AccountLineKind::payment: return "Payment by " + within_sentence(line.detail);
    case AccountLineKind::payment_voided: return "Payment voided";
    case AccountLineKind::paid_by_other: return "Paid by another payer";
    case AccountLineKind::paid_for_other: return "Paid for another account";
    case AccountLineKind::cash_rounding: return "Cash rounding";
    case AccountLineKind::written_off: return "Written off";
    case AccountLineKind::write_off_reversed: return "Write-off reversed";
    }
    return {};
}

bool is_payment(AccountLineKind kind) {
    return kind == AccountLineKind::payment || kind == AccountLineKind::payment_voided;
}

std::string detail_of(const app::AccountLine& line, const Local& local) {
    std::string detail = local.brief(line.date);
    if (line.kind == AccountLineKind::invoice) {
        if (line.line_count == 1)
            (detail += ", ") += line.detail;
        else if (line.line_count > 1)
            (detail += ", ") += counted(line.line_count, "line", "lines");
        const bool is_owed = line.still_owed.minor > 0;
        if (is_owed && line.still_owed != line.amount)
            ((detail += ", ") += local.bare(line.still_owed)) += " still owed";
        else if (is_owed && line.due_date)
            (detail += ", due ") += local.brief(*line.due_date);
        return detail;
    }
    if (is_payment(line.kind))
        return detail += line.number.empty() ? ", kept as credit" : ", to " + line.number;
    if (!line.number.empty() && line.kind != AccountLineKind::invoice_voided &&
        line.kind != AccountLineKind::invoice_reverted)
        (detail += ", on ") += line.number;
    return detail;
}

PartyProfileModel::Figure figure_of(const std::vector<app::AccountFigures>& figures,
                                    domain::Money app::AccountFigures::* amount,
                                    const Local& local) {
    const domain::Money own = figures.front().*amount;
    PartyProfileModel::Figure figure{.amount = local.whole(own),
                                     .cents_bytes = local.cents_bytes(own),
                                     .is_zero = own.minor == 0,
                                     .others = {}};
    for (const app::AccountFigures& other : figures | std::views::drop(1))
        if ((other.*amount).minor != 0)
            (figure.others += figure.others.empty() ? "and " : ", ") += local.whole(other.*amount);
    return figure;
}

} // namespace

PartyProfileModel::PartyProfileModel(app::App& app, domain::PartyId id)
    : app_(app), id_(id), local_(local_of(app)) {
    refresh();
}

void PartyProfileModel::refresh() {
    const base::Date today = app_.today();
    if (read_revision_ == app_.revision() && read_on_ == today) return;
    read_revision_ = app_.revision();
    read_on_ = today;
    local_ = local_of(app_);
    read();
    if (!error_) make_texts();
}

void PartyProfileModel::read() {
    error_.reset();
    client_.reset();
    contact_.reset();
    auto client = app_.client(id_);
    if (client) {
        client_ = *std::move(client);
        return;
    }
    auto contact = app_.contact(id_);
    if (contact)
        contact_ = *std::move(contact);
    else
        error_ = client.error().code == base::Code::not_found ? contact.error() : client.error();
}

void PartyProfileModel::make_texts() {
    const app::Account& held = account();
    owes_ = figure_of(held.figures, &app::AccountFigures::owed, local_);
    overdue_ = figure_of(held.figures, &app::AccountFigures::overdue, local_);
    credit_ = figure_of(held.figures, &app::AccountFigures::credit, local_);
    account_rows_.clear();
    credit_target_.reset();
    std::string last_month;
    for (const app::AccountLine& line : held.lines) {
        const std::string month = month_words(line.date);
        if (month != last_month) account_rows_.push_back({.month = month});
        last_month = month;
        account_rows_.push_back(row_of(line));
        const bool is_open = line.kind == AccountLineKind::invoice && line.still_owed.minor > 0;
        if (is_open && !credit_.is_zero) credit_target_ = {line.record};
    }
    payments_.clear();
    for (const app::PaymentRow& payment : held.payments)
        payments_.push_back(
            {.date = local_.brief(payment.date),
             .method = payment.method_name,
             .reference = payment.reference,
             .amount = local_.bare(payment.amount),
             .left = payment.left.minor == 0 ? std::string() : local_.bare(payment.left),
             .is_voided = payment.is_voided,
             .address = "#/payments/" + base::to_text(payment.id)});
}

PartyProfileModel::AccountRow PartyProfileModel::row_of(const app::AccountLine& line) const {
    return {.month = {},
            .kind = line.kind,
            .title = title_of(line),
            .detail = detail_of(line, local_),
            .status = line.kind == AccountLineKind::invoice ? line.status : std::nullopt,
            .amount = local_.bare(line.amount),
            .balance = local_.bare(line.balance),
            .is_credit = line.amount.minor < 0,
            .address = (is_payment(line.kind) ? "#/payments/" : "#/invoices/") +
                       base::to_text(line.record)};
}

const std::string& PartyProfileModel::name() const {
    return client_ ? client_->client.name : contact_->contact.name;
}
const std::string& PartyProfileModel::latin_name() const {
    return client_ ? client_->client.latin_name : contact_->contact.latin_name;
}
const std::string& PartyProfileModel::email() const {
    return client_ ? client_->client.email : contact_->contact.email;
}
const std::string& PartyProfileModel::phone() const {
    return client_ ? client_->client.phone : contact_->contact.phone;
}
const domain::Address& PartyProfileModel::address() const {
    return client_ ? client_->client.address : contact_->contact.address;
}
bool PartyProfileModel::is_archived() const {
    return client_ ? client_->client.is_archived : contact_->contact.is_archived;
}
const app::Account& PartyProfileModel::account() const {
    return client_ ? client_->account : contact_->account;
}

std::string PartyProfileModel::invoice_to() const {
    if (!client_ || !client_->client.invoice_to) return {};
    const auto found =
        std::ranges::find(client_->contacts, *client_->client.invoice_to, &domain::Contact::id);
    return found == client_->contacts.end() ? std::string() : found->name;
}

base::Result<base::Uuid> PartyProfileModel::carry_out(const app::Command& command) {
    const base::Uuid id = app_.new_id();
    TRY(app_.execute(id, command));
    return id;
}

base::Result<base::Uuid> PartyProfileModel::archive() {
    return carry_out(app::Archive{
        .kind = client_ ? app::MasterKind::client : app::MasterKind::contact, .id = id_.uuid});
}

base::Result<base::Uuid> PartyProfileModel::restore() {
    return carry_out(app::Restore{
        .kind = client_ ? app::MasterKind::client : app::MasterKind::contact, .id = id_.uuid});
}

base::Result<void> PartyProfileModel::apply_credit() {
    if (!credit_target_) return base::fail(base::Code::no_credit);
    TRY(app_.execute(app::ApplyCredit{.invoice = *credit_target_, .date = app_.today()}));
    return {};
}

} // namespace ui
