#include "ui/screens/appearance_form.h"

#include "app/app.h"

namespace ui {

namespace {

// An hour and a report, so that the sample has a line of each kind of length.
void add_example_lines(app::App& app, const std::vector<domain::TaxDefinition>& taxes,
                       domain::Draft& draft) {
    constexpr std::int64_t session_price = 90;
    constexpr std::int64_t report_price = 145;
    const auto add = [&](std::string position, std::string name, std::int64_t price) {
        domain::DraftLine line{.id = {app.new_id()},
                               .position = std::move(position),
                               .source = {},
                               .name = std::move(name),
                               .unit_price = base::Decimal::whole(price)};
        for (const domain::TaxDefinition& tax : taxes)
            if (!tax.is_archived && domain::tax_on(tax, app.today()) && line.taxes.empty())
                line.taxes.push_back(tax.id);
        draft.lines.push_back(std::move(line));
    };
    add("a", "Individual session, 50 min", session_price);
    add("b", "Written report", report_price);
}

base::Result<domain::Draft> newest_draft(app::App& app,
                                         const std::vector<domain::TaxDefinition>& taxes) {
    const auto today = TRY(app.today_view());
    for (const app::DraftToFinish& draft : today.drafts)
        if (draft.total && draft.total->minor != 0 && !draft.client_name.empty())
            return TRY(app.draft(draft.invoice)).draft;
    domain::Draft example = TRY(app.new_draft(std::nullopt));
    add_example_lines(app, taxes, example);
    return example;
}

} // namespace

AppearanceForm::AppearanceForm(app::App& app, const app::PracticeSettings& settings)
    : app_(app), appearance_{settings.practice.appearance, settings.practice.appearance},
      paper_{settings.practice.billing.paper, settings.practice.billing.paper},
      billing_(settings.practice.billing) {
    read(settings);
}

void AppearanceForm::read(const app::PracticeSettings& settings) {
    // The logo is chosen elsewhere and never edited here.
    appearance_.now.logo = appearance_.saved.logo = settings.practice.appearance.logo;
    appearance_.read(settings.practice.appearance);
    billing_ = settings.practice.billing;
    paper_.read(billing_.paper);
    taxes_ = settings.taxes;
}

bool AppearanceForm::is_changed() const { return appearance_.is_changed() || paper_.is_changed(); }

std::vector<base::Uuid> AppearanceForm::save() {
    std::vector<base::Uuid> done;
    if (appearance_.is_changed()) {
        const app::EditAppearance command{.appearance = appearance_.now};
        const auto id = carry_out(app_, command, errors_);
        if (!id) return done;
        done.push_back(*id);
    }
    if (paper_.is_changed()) {
        domain::BillingSettings billing = billing_;
        billing.paper = paper_.now;
        if (const auto id = carry_out(app_, app::EditBilling{.billing = billing}, errors_))
            done.push_back(*id);
    }
    return done;
}

void AppearanceForm::discard() {
    appearance_.discard();
    paper_.discard();
    errors_.clear();
}

base::Result<app::InvoicePage> AppearanceForm::sample() {
    app::InvoicePage page = TRY(app_.draft_page(TRY(newest_draft(app_, taxes_))));
    if (page.invoice.recipient.name.empty())
        page.invoice.recipient.name = page.invoice.client.name = "Example client";
    page.appearance = appearance_.now;
    page.invoice.paper = paper_.now;
    return page;
}

} // namespace ui
