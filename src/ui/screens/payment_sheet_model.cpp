#include "ui/screens/payment_sheet_model.h"

#include "app/messages.h"
#include "domain/totals.h"
#include "ui/screens/due_text.h"

#include <algorithm>
#include <charconv>

namespace ui {

namespace {

using domain::Money;

// The index in "chosen[3].amount"; nothing for other fields.
std::optional<std::size_t> chosen_index(std::string_view field) {
    constexpr std::string_view head = "chosen[";
    if (!field.starts_with(head)) return std::nullopt;
    std::size_t index = 0;
    field.remove_prefix(head.size());
    const auto read = std::from_chars(field.data(), field.data() + field.size(), index);
    return read.ec == std::errc() ? std::optional(index) : std::nullopt;
}

} // namespace

base::Result<void> PaymentSheetModel::start(domain::PartyId payer) {
    return begin(payer, std::nullopt, std::nullopt);
}

base::Result<void> PaymentSheetModel::start_on(domain::InvoiceId invoice) {
    const auto view = TRY(app_.invoice(invoice));
    const domain::IssuedInvoice& issued = view.document.invoice;
    TRY_VOID(begin(issued.recipient.id, invoice, issued.currency));
    if (view.balance.minor > 0) set_amount(view.balance);
    is_touched_ = false;
    return {};
}

base::Result<void> PaymentSheetModel::begin(domain::PartyId payer,
                                            const std::optional<domain::InvoiceId>& first,
                                            const std::optional<domain::Currency>& currency) {
    close();
    local_ = local_of(app_);
    entry_ = TRY(app_.payment_entry(payer, currency));
    cash_step_minor_ = TRY(app_.settings()).practice.billing.cash_step_minor;
    first_ = first;
    local_.currency = entry_->owed.currency;
    reference.clear();
    given_text.clear();
    date_ = local_.today;
    date_text = local_.numeric(local_.today);
    method_ = 0;
    errors_.clear();
    is_confirmed_ = false;
    command_id_ = app_.new_id();
    receipt_ = {};
    effects_.clear();
    fill_rows();
    phase_ = Phase::entering;
    order_by(first_ ? Order::this_first
             : entry_->auto_allocation == domain::AutoAllocation::newest_first
                 ? Order::newest_first
                 : Order::oldest_first);
    const bool spreads = entry_->auto_allocation == domain::AutoAllocation::oldest_first ||
                         entry_->auto_allocation == domain::AutoAllocation::newest_first;
    if (!spreads)
        for (Row& row : rows_)
            row.is_left_out = row.invoice != first_;
    if (entry_->owed.minor > 0)
        set_amount(entry_->owed);
    else
        clear_amount();
    is_touched_ = false;
    return {};
}

void PaymentSheetModel::close() {
    phase_ = Phase::closed;
    rows_.clear();
    plan_.reset();
    amount_.reset();
    is_touched_ = false;
}

void PaymentSheetModel::fill_rows() {
    rows_.clear();
    for (const domain::OpenInvoice& open : entry_->open_invoices) {
        Row row{.invoice = open.id, .number = open.number, .balance = open.balance};
        if (open.due_date) {
            const DueText due = due_text(*open.due_date, local_.today);
            row.is_late = due.is_late;
            row.due = due.is_late ? due.words : "due " + local_.brief(*open.due_date);
        }
        rows_.push_back(std::move(row));
    }
}

void PaymentSheetModel::set_amount(Money amount) {
    amount_text = bare(amount);
    amount_changed();
}

void PaymentSheetModel::clear_amount() {
    amount_text.clear();
    amount_changed();
}

std::string PaymentSheetModel::bare(Money amount) const {
    return app::money_text(amount, app::MoneyStyle::bare, *local_.locale);
}

void PaymentSheetModel::amount_changed() {
    is_touched_ = true;
    errors_.clear("amount");
    const auto read = app::read_money(amount_text, local_.currency, *local_.locale);
    amount_ = read ? std::optional(*read) : std::nullopt;
    if (!read && !amount_text.empty()) {
        base::Error error = read.error();
        error.field = "amount";
        errors_.note(error);
    }
    is_confirmed_ = false;
    spread();
}

void PaymentSheetModel::date_changed() {
    is_touched_ = true;
    errors_.clear("date");
    const auto read = app::read_date(date_text, local_.today, *local_.locale);
    date_ = read ? std::optional(*read) : std::nullopt;
    if (!read) {
        base::Error error = read.error();
        error.field = "date";
        errors_.note(error);
    }
    plan();
}

void PaymentSheetModel::date_left() {
    if (date_) date_text = local_.numeric(*date_);
}

void PaymentSheetModel::pick_date(base::Date date) {
    date_text = local_.numeric(date);
    date_changed();
}

void PaymentSheetModel::choose_method(std::size_t index) {
    method_ = index;
    is_touched_ = true;
    errors_.clear("method");
    plan();
}

bool PaymentSheetModel::is_cash() const {
    return method_ < entry_->methods.size() &&
           entry_->methods[method_].kind == domain::MethodKind::cash;
}

void PaymentSheetModel::order_by(Order order) {
    order_ = order;
    preferred_.clear();
    for (Row& row : rows_) {
        row.is_typed = false;
        row.is_left_out = false;
    }
    spread();
}

std::string PaymentSheetModel::order_words(Order order) const {
    switch (order) {
    case Order::oldest_first: return "Oldest first";
    case Order::newest_first: return "Newest first";
    case Order::this_first: break;
    }
    const auto first = std::ranges::find(rows_, first_, &Row::invoice);
    return (first == rows_.end() ? "This invoice" : first->number) + " first";
}

void PaymentSheetModel::row_changed(std::size_t index) {
    Row& row = rows_[index];
    is_touched_ = true;
    row.is_typed = true;
    row.is_left_out = false;
    row.amount.reset();
    row.error.clear();
    if (!row.text.empty()) {
        const auto read = app::read_money(row.text, local_.currency, *local_.locale);
        if (read && read->minor != 0) row.amount = *read;
        if (!read) row.error = app::message(read.error());
    }
    is_confirmed_ = false;
    plan();
}

void PaymentSheetModel::tick(std::size_t index, bool is_ticked) {
    is_touched_ = true;
    rows_[index].is_typed = false;
    rows_[index].is_left_out = !is_ticked;
    std::erase(preferred_, index);
    if (is_ticked) preferred_.insert(preferred_.begin(), index);
    is_confirmed_ = false;
    spread();
}

void PaymentSheetModel::tick_all(bool is_ticked) {
    order_by(order_);
    is_touched_ = true;
    for (Row& row : rows_)
        row.is_left_out = !is_ticked;
    is_confirmed_ = false;
    spread();
}

void PaymentSheetModel::keep_credit(bool is_confirmed) {
    is_confirmed_ = is_confirmed;
    is_touched_ = true;
}

std::vector<std::size_t> PaymentSheetModel::spreading_order() const {
    std::vector<std::size_t> order(rows_.size());
    for (std::size_t index = 0; index < order.size(); ++index)
        order[index] = index;
    const auto& open = entry_->open_invoices;
    std::ranges::stable_sort(order, [&open](std::size_t a, std::size_t b) {
        return std::tie(open[a].issue_date, open[a].number) <
               std::tie(open[b].issue_date, open[b].number);
    });
    if (order_ == Order::newest_first) std::ranges::reverse(order);
    const auto comes_first = [this](std::size_t index) { return rows_[index].invoice == first_; };
    if (order_ == Order::this_first) std::ranges::stable_partition(order, comes_first);
    for (auto index = preferred_.rbegin(); index != preferred_.rend(); ++index) {
        std::erase(order, *index);
        order.insert(order.begin(), *index);
    }
    return order;
}

void PaymentSheetModel::spread() {
    std::int64_t left = amount_ ? std::max<std::int64_t>(0, amount_->minor) : 0;
    for (const Row& row : rows_)
        if (row.is_typed && row.amount) left -= std::min(left, row.amount->minor);
    for (const std::size_t index : spreading_order()) {
        Row& row = rows_[index];
        if (row.is_typed) continue;
        row.error.clear();
        const std::int64_t part = row.is_left_out ? 0 : std::min(left, row.balance.minor);
        left -= part;
        row.amount = part > 0 ? std::optional(Money{part, row.balance.currency}) : std::nullopt;
        row.text = part > 0 ? bare(*row.amount) : std::string();
    }
    plan();
}

domain::RecordPayment PaymentSheetModel::command() const {
    domain::RecordPayment payment{
        .payer = entry_->payer,
        .amount = amount_.value_or(Money{0, local_.currency}),
        .date = date_.value_or(local_.today),
        .method =
            method_ < entry_->methods.size() ? entry_->methods[method_].id : domain::MethodId{},
        .reference = reference,
        .for_invoice = first_,
        .chosen = std::vector<domain::ChosenAmount>(),
    };
    for (const std::size_t index : spreading_order())
        if (const Row& row = rows_[index]; row.amount)
            payment.chosen->push_back({.invoice = row.invoice, .amount = *row.amount});
    // Without an open invoice it is money on account, and nothing is left over.
    if (is_confirmed_ || rows_.empty()) payment.overpayment = domain::Overpayment::keep_as_credit;
    return payment;
}

void PaymentSheetModel::plan() {
    plan_.reset();
    errors_.clear("chosen");
    for (Row& row : rows_) {
        if (row.amount) row.error.clear();
        row.note.clear();
    }
    if (!amount_ || amount_->minor == 0 || entry_->methods.empty()) return;
    auto planned = app_.payment_plan(command());
    if (planned) {
        plan_ = *std::move(planned);
        note_coins(*plan_);
        return;
    }
    const auto order = spreading_order();
    std::vector<std::size_t> chosen;
    std::ranges::copy_if(order, std::back_inserter(chosen),
                         [this](std::size_t index) { return rows_[index].amount.has_value(); });
    base::Error first = planned.error();
    const std::vector<base::Error> others = std::exchange(first.also, {});
    std::vector<base::Error> elsewhere;
    const auto place = [&](const base::Error& error) {
        const auto index = chosen_index(error.field);
        if (index && *index < chosen.size())
            rows_[chosen[*index]].error = app::message(error);
        else
            elsewhere.push_back(error);
    };
    place(first);
    std::ranges::for_each(others, place);
    if (elsewhere.empty()) return;
    base::Error all = elsewhere.front();
    all.also.assign(elsewhere.begin() + 1, elsewhere.end());
    errors_.note(all);
}

void PaymentSheetModel::note_coins(const domain::AllocationPlan& plan) {
    for (const domain::Allocation& allocation : plan.allocations) {
        if (allocation.cash_rounding.minor == 0) continue;
        const auto row = std::ranges::find(rows_, allocation.invoice, &Row::invoice);
        if (row == rows_.end()) continue;
        const Money size{std::abs(allocation.cash_rounding.minor), allocation.amount.currency};
        row->note = "settled, " + bare(size) + " rounded for coins";
    }
}

std::string PaymentSheetModel::amount_echo() const {
    if (!amount_ || bare(*amount_) == amount_text) return {};
    return "Read as " + local_.whole(*amount_);
}

Money PaymentSheetModel::kept() const {
    return plan_ ? plan_->kept_as_credit : Money{0, local_.currency};
}

Money PaymentSheetModel::credit_after() const {
    return domain::add(entry_->credit, kept()).value_or(entry_->credit);
}

Money PaymentSheetModel::coin_difference() const {
    Money difference{0, local_.currency};
    if (!plan_ || !amount_) return difference;
    difference.minor = amount_->minor - plan_->kept_as_credit.minor;
    for (const Row& row : rows_)
        if (row.amount) difference.minor -= row.amount->minor;
    return difference;
}

bool PaymentSheetModel::asks_for_confirmation() const { return !rows_.empty() && kept().minor > 0; }

std::optional<Money> PaymentSheetModel::coins_for_all() const {
    if (!is_cash() || !amount_) return std::nullopt;
    Money whole{0, local_.currency};
    for (const Row& row : rows_)
        if (row.amount) whole.minor += row.balance.minor;
    const auto coins = domain::round_for_cash(whole, cash_step_minor_);
    if (!coins || whole != *amount_ || *coins == *amount_) return std::nullopt;
    return *coins;
}

void PaymentSheetModel::take_coins_for_all() {
    if (const auto coins = coins_for_all()) set_amount(*coins);
}

std::optional<Money> PaymentSheetModel::given() const {
    if (!is_cash() || !amount_ || given_text.empty()) return std::nullopt;
    const auto given = app::read_money(given_text, local_.currency, *local_.locale);
    if (!given || given->minor < amount_->minor) return std::nullopt;
    return *given;
}

std::optional<Money> PaymentSheetModel::change() const {
    const auto handed = given();
    if (!handed) return std::nullopt;
    return Money{handed->minor - amount_->minor, local_.currency};
}

std::string PaymentSheetModel::given_error() const {
    if (!is_cash() || given_text.empty()) return {};
    const auto given = app::read_money(given_text, local_.currency, *local_.locale);
    if (!given) return app::message(given.error());
    if (amount_ && given->minor < amount_->minor) return "This is less than the amount received.";
    return {};
}

std::string PaymentSheetModel::reason_against() const {
    if (entry_->methods.empty()) return "Add a payment method in Settings first.";
    if (!amount_ || amount_->minor <= 0) return "Write the amount received.";
    if (!date_) return "Write the date it was received.";
    for (const Row& row : rows_)
        if (!row.error.empty()) return row.number + ": " + row.error;
    if (!errors_.is_empty()) return std::string(errors_.besides({}).front());
    if (asks_for_confirmation() && !is_confirmed_)
        return "Confirm that " + local_.whole(kept()) + " is kept as credit.";
    return {};
}

bool PaymentSheetModel::record() {
    if (phase_ != Phase::entering || !reason_against().empty()) return false;
    auto recorded = app_.execute(command_id_, app::RecordPayment{.payment = command()});
    if (!recorded) {
        errors_.set(recorded.error());
        return false;
    }
    receipt_ = *std::move(recorded);
    phase_ = Phase::recorded;
    read_effects();
    return true;
}

void PaymentSheetModel::read_effects() {
    const auto payment = app_.payment({receipt_.record});
    if (!payment) return; // It is recorded all the same; its own page says what it did.
    for (const app::PaymentPart& part : payment->parts) {
        const auto invoice = app_.invoice(part.invoice);
        std::string words = part.number;
        if (invoice && invoice->balance.minor > 0)
            words += ", " + local_.whole(invoice->balance) + " left to pay";
        else
            words += " is paid";
        effects_.push_back({.words = std::move(words), .amount = part.amount});
    }
    if (payment->left.minor > 0)
        effects_.push_back({.words = "Kept as credit", .amount = payment->left});
}

} // namespace ui
