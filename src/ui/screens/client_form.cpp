#include "ui/screens/client_form.h"

#include "app/app.h"
#include "domain/validate.h"

#include <algorithm>

namespace ui {

namespace {

constexpr std::size_t others_max = 8;

domain::Terms practice_terms(app::App& app) {
    const auto settings = app.settings();
    return settings ? settings->practice.billing.terms : domain::Terms{};
}

domain::Client in_practice_country(app::App& app) {
    domain::Client client;
    if (const auto settings = app.settings())
        client.address.country = settings->practice.billing.country;
    return client;
}

} // namespace

ClientForm::ClientForm(app::App& app) : ClientForm(app, in_practice_country(app), {}) {}

ClientForm::ClientForm(app::App& app, domain::Client edited,
                       const std::vector<domain::Contact>& contacts)
    : client(std::move(edited)), terms(practice_terms(app)), app_(app), local_(local_of(app)) {
    terms.set(client.terms);
    for (const domain::Contact& contact : contacts)
        contacts_.push_back({.contact = contact, .saved = contact});
    before_ = state();
}

ClientForm::State ClientForm::state() const {
    return {
        .client = client, .terms = terms.chosen, .terms_days = terms.days, .contacts = contacts_};
}

bool ClientForm::is_changed() const { return !(state() == before_); }

void ClientForm::put_contact(domain::Contact contact) {
    if (contact.id.is_none()) contact.id = {app_.new_id()};
    const auto found = std::ranges::find(
        contacts_, contact.id, [](const LinkedContact& linked) { return linked.contact.id; });
    if (found != contacts_.end()) {
        found->contact = std::move(contact);
        return;
    }
    LinkedContact linked{.contact = std::move(contact), .saved = std::nullopt};
    if (const auto held = app_.contact(linked.contact.id)) linked.saved = held->contact;
    contacts_.push_back(std::move(linked));
}

void ClientForm::unlink(std::size_t index) {
    if (client.invoice_to == contacts_[index].contact.id) client.invoice_to.reset();
    contacts_.erase(contacts_.begin() + static_cast<std::ptrdiff_t>(index));
}

std::vector<domain::Contact> ClientForm::others(std::string_view text) const {
    auto found = app_.contacts(text, others_max + contacts_.size());
    if (!found) return {};
    std::erase_if(*found, [this](const domain::Contact& contact) {
        return std::ranges::contains(contacts_, contact.id,
                                     [](const LinkedContact& linked) { return linked.contact.id; });
    });
    if (found->size() > others_max) found->resize(others_max);
    return *std::move(found);
}

int ClientForm::invoice_to() const {
    for (std::size_t i = 0; i < contacts_.size(); ++i)
        if (client.invoice_to == contacts_[i].contact.id) return static_cast<int>(i) + 1;
    return 0;
}

void ClientForm::set_invoice_to(int choice) {
    if (choice < 1)
        client.invoice_to.reset();
    else
        client.invoice_to = contacts_[static_cast<std::size_t>(choice - 1)].contact.id;
}

base::Result<domain::Client> ClientForm::written() const {
    domain::Client whole = client;
    whole.contacts.clear();
    for (const LinkedContact& linked : contacts_)
        whole.contacts.push_back(linked.contact.id);
    // Every field at fault is said at once, the terms' among them.
    auto own_terms = terms.read(*local_.locale);
    if (own_terms) whole.terms = *own_terms;
    auto valid = domain::validate(whole);
    if (own_terms && valid) return whole;
    if (valid) return std::unexpected(own_terms.error());
    if (!own_terms) valid.error().also.push_back(own_terms.error());
    return std::unexpected(valid.error());
}

std::optional<ClientForm::Saved> ClientForm::save() {
    const auto whole = written();
    if (!whole) {
        errors.set(whole.error());
        return std::nullopt;
    }
    Saved saved;
    const auto carry_out = [this, &saved](const app::Command& command) {
        const base::Uuid id = app_.new_id();
        auto receipt = app_.execute(id, command);
        if (receipt)
            saved.commands.push_back(id);
        else
            errors.set(receipt.error());
        return receipt;
    };
    for (LinkedContact& linked : contacts_) {
        if (linked.saved == linked.contact) continue;
        const auto done = linked.saved ? carry_out(app::Edit<domain::Contact>{linked.contact})
                                       : carry_out(app::Add<domain::Contact>{linked.contact});
        if (!done) return std::nullopt;
        linked.saved = linked.contact;
    }
    const auto done = is_new() ? carry_out(app::Add<domain::Client>{*whole})
                               : carry_out(app::Edit<domain::Client>{*whole});
    if (!done) return std::nullopt;
    saved.client = {done->record};
    return saved;
}

} // namespace ui
