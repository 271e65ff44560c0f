#include "ui/screens/catalogue_form.h"

#include "base/text.h"
#include "domain/validate.h"
#include "ui/screens/edited.h"

#include <algorithm>

namespace ui {

namespace {

domain::Service as_service(const domain::Product& product) {
    return {.id = {product.id.uuid},
            .name = product.name,
            .code = product.code,
            .description = product.description,
            .unit = product.unit,
            .unit_price = product.unit_price,
            .price_mode = product.price_mode,
            .taxes = product.taxes,
            .is_archived = product.is_archived};
}

domain::Product as_product(const domain::Service& service) {
    return {.id = {service.id.uuid},
            .name = service.name,
            .code = service.code,
            .description = service.description,
            .unit = service.unit,
            .unit_price = service.unit_price,
            .price_mode = service.price_mode,
            .taxes = service.taxes,
            .is_archived = service.is_archived};
}

domain::Service usual_entry(app::App& app) {
    domain::Service service;
    if (const auto settings = app.settings()) {
        service.price_mode = settings->practice.billing.price_mode;
        service.taxes = settings->practice.billing.default_taxes;
    }
    return service;
}

base::Result<int> read_minutes(std::string_view text, const app::Locale& locale) {
    constexpr int minutes_max = 24 * 60;
    if (base::trimmed(text).empty()) return 0;
    const auto minutes = read_whole_number(text, locale);
    if (!minutes)
        return base::fail(minutes.error().code, "duration_minutes", minutes.error().detail);
    if (*minutes < 0) return base::fail(base::Code::too_low, "duration_minutes", "0");
    if (*minutes > minutes_max)
        return base::fail(base::Code::out_of_range, "duration_minutes",
                          std::to_string(minutes_max));
    return static_cast<int>(*minutes);
}

} // namespace

CatalogueForm::CatalogueForm(app::App& app, CatalogueKind kind)
    : CatalogueForm(app, kind, usual_entry(app)) {
    price.clear(); // Asked for, not assumed to be nothing.
    before_ = state();
}

CatalogueForm::CatalogueForm(app::App& app, const domain::Service& service)
    : CatalogueForm(app, CatalogueKind::service, service) {}

CatalogueForm::CatalogueForm(app::App& app, const domain::Product& product)
    : CatalogueForm(app, CatalogueKind::product, as_service(product)) {}

CatalogueForm::CatalogueForm(app::App& app, CatalogueKind kind, domain::Service edited)
    : entry(std::move(edited)), app_(app), kind_(kind), local_(local_of(app)) {
    price = app::unit_price_text(entry.unit_price, local_.currency, *local_.locale);
    if (entry.duration_minutes > 0) duration = std::to_string(entry.duration_minutes);
    if (auto settings = app.settings()) taxes_ = std::move(settings->taxes);
    std::erase_if(taxes_, [this](const domain::TaxDefinition& tax) {
        return tax.is_archived && !has_tax(tax.id);
    });
    before_ = state();
}

bool CatalogueForm::has_tax(const domain::TaxId& tax) const {
    return std::ranges::contains(entry.taxes, tax);
}

void CatalogueForm::set_tax(const domain::TaxId& tax, bool is_on) {
    std::erase(entry.taxes, tax);
    if (is_on) entry.taxes.push_back(tax);
}

std::string CatalogueForm::price_echo() const {
    const auto read = app::read_unit_price(price, local_.currency, *local_.locale);
    if (!read) return {};
    const std::string text = app::unit_price_text(*read, local_.currency, *local_.locale);
    return "Read as " + text + " " + std::string(local_.currency.code());
}

void CatalogueForm::judge_price() {
    if (base::trimmed(price).empty()) return; // Said on saving.
    const auto read = app::read_unit_price(price, local_.currency, *local_.locale);
    if (!read) errors.note({read.error().code, "unit_price", read.error().detail, {}});
}

base::Result<domain::Service> CatalogueForm::written() const {
    domain::Service whole = entry;
    std::vector<base::Error> refused;
    const auto read_price = app::read_unit_price(price, local_.currency, *local_.locale);
    if (read_price)
        whole.unit_price = *read_price;
    else
        refused.push_back({read_price.error().code, "unit_price", read_price.error().detail, {}});
    const auto minutes = read_minutes(duration, *local_.locale);
    if (minutes)
        whole.duration_minutes = *minutes;
    else
        refused.push_back(minutes.error());
    // Every field at fault is said at once.
    if (const auto valid = domain::validate(whole); !valid) refused.push_back(valid.error());
    if (!refused.empty()) return base::fail_all(std::move(refused));
    return whole;
}

app::MasterKind CatalogueForm::master_kind() const {
    return kind_ == CatalogueKind::service ? app::MasterKind::service : app::MasterKind::product;
}

std::optional<base::Uuid> CatalogueForm::carry_out(const app::Command& command) {
    const base::Uuid id = app_.new_id();
    const auto done = app_.execute(id, command);
    if (done) return id;
    errors.set(done.error());
    return std::nullopt;
}

std::optional<base::Uuid> CatalogueForm::save() {
    const auto whole = written();
    if (!whole) {
        errors.set(whole.error());
        return std::nullopt;
    }
    if (kind_ == CatalogueKind::service)
        return is_new() ? carry_out(app::Add<domain::Service>{*whole})
                        : carry_out(app::Edit<domain::Service>{*whole});
    const domain::Product product = as_product(*whole);
    return is_new() ? carry_out(app::Add<domain::Product>{product})
                    : carry_out(app::Edit<domain::Product>{product});
}

std::optional<base::Uuid> CatalogueForm::archive() {
    return carry_out(app::Archive{.kind = master_kind(), .id = entry.id.uuid});
}

std::optional<base::Uuid> CatalogueForm::restore() {
    return carry_out(app::Restore{.kind = master_kind(), .id = entry.id.uuid});
}

} // namespace ui
