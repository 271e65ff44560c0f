#include "ui/screens/billing_form.h"

#include "app/app.h"
#include "base/text.h"

#include <algorithm>

namespace ui {

BillingForm::BillingForm(app::App& app, const app::PracticeSettings& settings)
    : app_(app), billing_{settings.practice.billing, settings.practice.billing},
      local_(local_of(app)) {
    read(settings);
}

void BillingForm::read(const app::PracticeSettings& settings) {
    const bool was_changed = is_changed();
    // The paper is chosen with the appearance and never edited here.
    billing_.now.paper = billing_.saved.paper = settings.practice.billing.paper;
    billing_.read(settings.practice.billing);
    local_ = local_of(app_);
    taxes_.clear();
    for (const domain::TaxDefinition& tax : settings.taxes)
        if (!tax.is_archived) taxes_.push_back(tax);
    saved_days_ = std::to_string(billing_.saved.terms.days);
    saved_lock_date_ =
        billing_.saved.lock_date ? local_.numeric(*billing_.saved.lock_date) : std::string();
    if (!was_changed) write_words();
}

void BillingForm::write_words() {
    days_ = saved_days_;
    lock_date_ = saved_lock_date_;
}

std::optional<base::Date> BillingForm::read_lock_date() const {
    const auto date = app::read_date(lock_date_, local_.today, *local_.locale);
    return date ? std::optional(*date) : std::nullopt;
}

int BillingForm::default_tax() const {
    if (billing_.now.default_taxes.empty()) return -1;
    const auto found =
        std::ranges::find(taxes_, billing_.now.default_taxes.front(), &domain::TaxDefinition::id);
    return found == taxes_.end() ? -1 : static_cast<int>(found - taxes_.begin());
}

void BillingForm::set_default_tax(int index) {
    billing_.now.default_taxes.clear();
    if (index >= 0)
        billing_.now.default_taxes.push_back(taxes_[static_cast<std::size_t>(index)].id);
}

bool BillingForm::is_changed() const {
    return billing_.is_changed() || lock_date_ != saved_lock_date_ ||
           (billing_.now.terms.kind == domain::TermsKind::net_days && days_ != saved_days_);
}

std::optional<base::Uuid> BillingForm::save() {
    domain::BillingSettings billing = billing_.now;
    std::vector<base::Error> wrong;
    const auto note = [&wrong](base::Error error, std::string field) {
        error.field = std::move(field);
        wrong.push_back(std::move(error));
    };
    if (billing.terms.kind == domain::TermsKind::net_days) {
        // Above what an int holds is above what the terms allow too.
        const auto days = read_whole_number(days_, *local_.locale);
        if (days)
            billing.terms.days = static_cast<int>(std::clamp<std::int64_t>(*days, -1, 1'000'000));
        else
            note(days.error(), "terms.days");
    }
    billing.lock_date.reset();
    if (!base::trimmed(lock_date_).empty()) {
        const auto date = app::read_date(lock_date_, local_.today, *local_.locale);
        if (date)
            billing.lock_date = *date;
        else
            note(date.error(), "lock_date");
    }
    if (!wrong.empty()) {
        base::Error first = wrong.front();
        first.also.assign(wrong.begin() + 1, wrong.end());
        errors_.set(first);
        return std::nullopt;
    }
    const auto done = carry_out(app_, app::EditBilling{.billing = billing}, errors_);
    if (done) {
        billing_ = {.now = billing, .saved = billing};
        saved_days_ = days_;
        saved_lock_date_ = lock_date_;
    }
    return done;
}

void BillingForm::discard() {
    billing_.discard();
    write_words();
    errors_.clear();
}

} // namespace ui
