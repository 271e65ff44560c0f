#include "ui/screens/invoice_model.h"

#include "ui/screens/due_text.h"

namespace ui {

bool InvoiceModel::refresh() {
    if (state_ != State::unread && revision_ == app_.revision()) return false;
    revision_ = app_.revision();
    local_ = local_of(app_);
    read();
    return true;
}

void InvoiceModel::read() {
    error_.reset();
    auto view = app_.invoice(id_);
    if (!view) {
        const bool is_draft = app_.draft(id_).has_value();
        state_ = is_draft ? State::draft : State::failed;
        error_ = view.error();
        return;
    }
    view_ = *std::move(view);
    if (view_->status == domain::Status::draft) {
        state_ = State::draft;
        return;
    }
    state_ = State::issued;
    read_facts();
    read_money();
    history_ = history_lines(app_, local_, view_->history);
    document_.reset();
    const auto page = app_.invoice_page(id_);
    if (!page) return;
    if (auto document = app::invoice_document(*page)) document_ = *std::move(document);
}

void InvoiceModel::read_facts() {
    const domain::IssuedInvoice& issued = invoice();
    facts_.clear();
    const auto add = [this](std::string_view label, std::string value) -> Fact& {
        return facts_.emplace_back(Fact{.label = std::string(label), .value = std::move(value)});
    };
    add("Issued", local_.brief(issued.issued.effective));
    if (issued.due_date) {
        Fact& due = add("Due", local_.brief(*issued.due_date));
        if (is_owed()) {
            DueText distance = due_text(*issued.due_date, local_.today);
            due.remark = std::move(distance.words);
            due.is_late = distance.is_late;
        }
    }
    const app::LocalTime created = app_.local_time(issued.issued.recorded);
    add("Created", local_.brief(created.date) + ", " + app::exact_clock_text(created));
    if (!issued.practitioner_name.empty()) add("Practitioner", issued.practitioner_name);
    if (!issued.location_name.empty()) add("Location", issued.location_name);
    if (!issued.reference.empty()) add("Reference", issued.reference);
    if (issued.version > 1) add("Version", std::to_string(issued.version));
    for (const app::InvoiceWriteOff& given_up : view_->write_offs)
        if (given_up.amount.minor > 0)
            add("Written off", local_.whole(given_up.amount)).remark = local_.brief(given_up.date);
}

void InvoiceModel::read_money() {
    money_.clear();
    for (const app::InvoiceMoney& part : view_->money) {
        MoneyLine line{.payment = part.payment,
                       .allocation = part.allocation,
                       .amount = part.amount,
                       .method = part.method_name,
                       .when = local_.brief(part.date),
                       .is_released = part.released_on.has_value()};
        if (part.released_on) line.when = "un-applied " + local_.brief(*part.released_on);
        if (part.cash_rounding.minor != 0)
            line.when += ", " + local_.bare(part.cash_rounding) + " rounded for coins";
        money_.push_back(std::move(line));
    }
}

} // namespace ui
