#include "ui/screens/finalize_model.h"

#include "app/formats.h"
#include "app/messages.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace ui {

namespace {

// 2 of "lines[2].quantity".
std::optional<std::size_t> line_of(std::string_view field) {
    constexpr std::string_view prefix = "lines[";
    if (!field.starts_with(prefix)) return std::nullopt;
    field.remove_prefix(prefix.size());
    std::size_t line = 0;
    const auto read = std::from_chars(field.data(), field.data() + field.size(), line);
    if (read.ec != std::errc()) return std::nullopt;
    return line;
}

// What a legal content is called, where the sentence alone does not say it.
std::string_view content_of(std::string_view field) {
    if (field == "practice.name") return "The practice's name";
    if (field == "practice.address") return "The practice's address";
    if (field == "practice.tax_number") return "The practice's tax number";
    if (field == "recipient.name") return "The name of who is billed";
    if (field == "recipient.address") return "The address of who is billed";
    if (field == "recipient.tax_number") return "The tax number of who is billed";
    if (field == "lines.name") return "What was supplied, on every line";
    if (field == "taxes.exemption_reason") return "Why no tax is charged";
    if (field == "rate_memo") return "The tax in the practice's currency";
    return {};
}

FinalizeReason placed(const base::Error& error) {
    FinalizeReason reason{.sentence = app::message(error), .link = {}};
    const std::string_view field = error.field;
    if (error.code == base::Code::legal_field_missing)
        reason.sentence = std::string(content_of(field)) + " is missing. " + reason.sentence;
    const auto at = [&reason](ReasonPlace place, std::string link) {
        reason.place = place;
        reason.link = std::move(link);
    };
    if (const auto line = line_of(field)) {
        reason.line = *line;
        reason.sentence = "Line " + std::to_string(*line + 1) + ": " + reason.sentence;
        at(ReasonPlace::line, "Show the line");
    } else if (field == "client") {
        at(ReasonPlace::client, "Choose");
    } else if (field.starts_with("recipient.")) {
        at(ReasonPlace::client_record, "Open the client");
    } else if (field.starts_with("practice.") || field.starts_with("taxes.")) {
        at(ReasonPlace::practice, "Open settings");
    } else if (field == "issue_date") {
        at(ReasonPlace::issued, "Change the date");
    } else if (field == "due_date") {
        at(ReasonPlace::due, "Change the date");
    } else if (field == "lines" || field == "lines.name") {
        at(ReasonPlace::lines, "Show the lines");
    }
    return reason;
}

} // namespace

FinalizeModel::FinalizeModel(EditorModel& editor)
    : editor_(editor), command_(editor.app().new_id()), paid_{0, editor.draft().currency},
      paid_on_(editor.local().today) {
    for (const domain::PaymentMethod& one : editor.edited().settings.methods)
        if (!one.is_archived) methods_.push_back(one);
    if (!methods_.empty()) method = 0;
    if (editor.view().totals) paid_ = editor.view().totals->payable;
    amount_.write(editor.local().bare(paid_));
    date_.write(editor.local().with_year(paid_on_));
    if (editor.draft().wants_credit_applied && has_credit()) payment_ = FinalizePayment::credit;
}

std::vector<FinalizeReason> FinalizeModel::reasons() const {
    std::vector<FinalizeReason> reasons;
    EditorLines& lines = editor_.lines();
    for (std::size_t index = 0; index < lines.count(); ++index)
        if (lines.words(index).is_wrong())
            reasons.push_back({.sentence = "Line " + std::to_string(index + 1) +
                                           " has a figure or date that can't be read.",
                               .link = "Show the line",
                               .place = ReasonPlace::line,
                               .line = index});
    if (editor_.issued().is_wrong())
        reasons.push_back({.sentence = "The issue date can't be read.",
                           .link = "Change the date",
                           .place = ReasonPlace::issued});
    if (editor_.due().is_wrong())
        reasons.push_back({.sentence = "The due date can't be read.",
                           .link = "Change the date",
                           .place = ReasonPlace::due});
    for (const base::Error& error : editor_.view().finalize_reasons) {
        FinalizeReason reason = placed(error);
        const bool is_known =
            std::ranges::contains(reasons, reason.sentence, &FinalizeReason::sentence);
        if (!is_known) reasons.push_back(std::move(reason));
    }
    return reasons;
}

void FinalizeModel::choose(FinalizePayment payment) {
    if (payment_ == payment) return;
    payment_ = payment;
    errors_.clear();
    // The wish on the draft says the same as the choice here.
    const bool wishes = payment == FinalizePayment::credit;
    if (editor_.draft().wants_credit_applied != wishes) editor_.wish_credit(wishes);
}

bool FinalizeModel::has_credit() const { return editor_.view().credit_available.minor > 0; }

std::optional<domain::Money> FinalizeModel::rest() const {
    if (!editor_.view().totals || amount_.is_wrong()) return std::nullopt;
    const auto rest = domain::subtract(paid_, editor_.view().totals->payable);
    if (!rest || rest->minor <= 0) return std::nullopt;
    return *rest;
}

void FinalizeModel::read_amount() {
    errors_.clear("amount");
    (void)amount_.take(app::read_money(amount_.words, paid_.currency, *editor_.local().locale),
                       paid_);
}

void FinalizeModel::read_date() {
    errors_.clear("date");
    (void)date_.take(app::read_date(date_.words, editor_.local().today, *editor_.local().locale),
                     paid_on_);
}

void FinalizeModel::pay_on(base::Date date) {
    errors_.clear("date");
    paid_on_ = date;
    date_.write(editor_.local().with_year(date));
}

void FinalizeModel::judge() {
    amount_.judge();
    date_.judge();
    if (!amount_.is_wrong()) amount_.write(editor_.local().bare(paid_));
    if (!date_.is_wrong()) date_.write(editor_.local().with_year(paid_on_));
}

app::FinalizeInvoice FinalizeModel::command() const {
    app::FinalizeInvoice command{.invoice = editor_.draft().id, .payment = app::AskForPayment{}};
    switch (payment_) {
    case FinalizePayment::ask: break;
    case FinalizePayment::credit: command.payment = app::UseCredit{}; break;
    case FinalizePayment::paid:
        command.payment = app::AlreadyPaid{.amount = paid_,
                                           .date = paid_on_,
                                           .method = methods_[static_cast<std::size_t>(method)].id,
                                           .reference = reference,
                                           .overpayment = keeps_rest_as_credit
                                                              ? domain::Overpayment::keep_as_credit
                                                              : domain::Overpayment::refuse};
        break;
    }
    return command;
}

// The payment's own fields can be read and a method is chosen.
bool FinalizeModel::check_payment() {
    if (payment_ != FinalizePayment::paid) return true;
    judge();
    if (method < 0) {
        errors_.set({.code = base::Code::missing, .field = "method", .detail = {}, .also = {}});
        return false;
    }
    return !amount_.is_wrong() && !date_.is_wrong();
}

void FinalizeModel::finalize() {
    if (stage_ != FinalizeStage::asking) return;
    errors_.clear();
    if (editor_.is_wrong() || !check_payment()) return errors_.look();
    if (!editor_.save()) return; // The editor says why.
    const auto receipt = editor_.app().execute(command_, command());
    if (!receipt) {
        errors_.set(receipt.error());
        return;
    }
    number_ = receipt->number;
    revision_ = receipt->revision;
    stage_ = FinalizeStage::saving;
    editor_.end();
    step();
}

void FinalizeModel::step() {
    if (stage_ == FinalizeStage::saving && editor_.app().saved_revision() >= revision_)
        stage_ = FinalizeStage::done;
}

} // namespace ui
