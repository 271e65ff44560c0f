#include "ui/screens/payment_model.h"

#include "app/messages.h"

namespace ui {

void PaymentModel::refresh() {
    if (revision_ == app_.revision()) return;
    revision_ = app_.revision();
    local_ = local_of(app_);
    error_.reset();
    auto view = app_.payment(id_);
    if (!view) {
        error_ = view.error();
        return;
    }
    view_ = *std::move(view);
    read_facts();
    parts_.clear();
    for (const app::PaymentPart& part : view_->parts)
        parts_.push_back({.invoice = part.invoice,
                          .allocation = part.allocation,
                          .number = part.number,
                          .when = part.released_on ? "un-applied " + local_.brief(*part.released_on)
                                                   : local_.brief(part.date),
                          .amount = part.amount,
                          .is_released = part.released_on.has_value()});
}

void PaymentModel::read_facts() {
    facts_.clear();
    const auto add = [this](std::string_view label, std::string value) {
        facts_.push_back({.label = std::string(label), .value = std::move(value)});
    };
    add("Received", local_.brief(payment().received.effective));
    add("Method", view_->method_name);
    if (!payment().reference.empty()) add("Reference", payment().reference);
    const app::LocalTime recorded = app_.local_time(payment().received.recorded);
    add("Recorded", local_.brief(recorded.date) + ", " + app::exact_clock_text(recorded));
    if (!payment().note.empty()) add("Note", payment().note);
}

ReasonDialog::Question PaymentModel::void_question() const {
    ReasonDialog::Question question{
        .title = "Void this payment of " + local_.whole(payment().amount) + "?",
        .lead = "For a payment that was entered by mistake. It stays in the list, marked Voided.",
        .action = "Void payment",
        .keep = "Keep payment",
        .against = {},
        .release = {}};
    for (const base::Error& reason : view_->void_reasons)
        question.against.push_back(app::message(reason));
    return question;
}

} // namespace ui
