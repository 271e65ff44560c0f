#include "ui/screens/client_picker.h"

#include "base/text.h"

#include <utility>

namespace ui {

void ClientPicker::show(std::string_view name) {
    if (name_ == name) return;
    name_ = name;
    text = name_;
}

const std::vector<app::ClientRow>& ClientPicker::options() {
    // The name of who is chosen is no search: all others are offered.
    const std::string wanted = text == name_ ? std::string() : text;
    if (searched_revision_ == app_.revision() && searched_ == wanted) return found_;
    searched_revision_ = app_.revision();
    searched_ = wanted;
    auto list = app_.clients({.search = wanted, .count = options_max});
    found_ = list ? std::move(list->rows) : std::vector<app::ClientRow>();
    return found_;
}

NewClient::NewClient(app::App& app, std::string_view name) : app_(app) {
    client.name = std::string(base::trimmed(name));
    if (const auto settings = app.settings())
        client.address.country = settings->practice.billing.country;
}

std::optional<domain::PartyId> NewClient::add() {
    domain::Client added = client;
    // A country alone is no address.
    domain::Address without_country = added.address;
    without_country.country.clear();
    if (without_country.is_empty()) added.address = {};
    const auto receipt = app_.execute(app::Add<domain::Client>{std::move(added)});
    if (!receipt) {
        errors_.set(receipt.error());
        return std::nullopt;
    }
    return domain::PartyId{receipt->record};
}

} // namespace ui
