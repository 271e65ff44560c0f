// One service or product as a form edits it.
//
// The price is kept as it was typed and read in the practice's locale, with up to six decimals. A
// product is edited as a service without kind and duration.
#pragma once

#include "app/app.h"
#include "ui/screens/catalogue_model.h"
#include "ui/screens/field_errors.h"
#include "ui/screens/local.h"

#include <optional>
#include <string>
#include <vector>

namespace ui {

class CatalogueForm {
  public:
    // A new one, with the practice's price mode and default taxes.
    CatalogueForm(app::App& app, CatalogueKind kind);
    CatalogueForm(app::App& app, const domain::Service& service);
    CatalogueForm(app::App& app, const domain::Product& product);

    domain::Service entry; // Its price and duration are written by `save`.
    std::string price;
    std::string duration; // Minutes; empty: not stated.
    FieldErrors errors;

    [[nodiscard]] CatalogueKind kind() const { return kind_; }
    [[nodiscard]] bool is_new() const { return before_.entry.id.is_none(); }
    [[nodiscard]] bool is_changed() const { return !(state() == before_); }
    [[nodiscard]] const Local& local() const { return local_; }
    // Those that may be ticked: in use, and archived ones that the entry has.
    [[nodiscard]] const std::vector<domain::TaxDefinition>& taxes() const { return taxes_; }
    [[nodiscard]] bool has_tax(const domain::TaxId& tax) const;
    void set_tax(const domain::TaxId& tax, bool is_on);

    // "Read as €90.00"; empty while it can't be read.
    [[nodiscard]] std::string price_echo() const;
    // The price field was left: its error is said now, not first on saving.
    void judge_price();

    // The id by which it can be undone; nothing when refused, and then `errors` say why.
    [[nodiscard]] std::optional<base::Uuid> save();
    // The same for putting it away.
    [[nodiscard]] std::optional<base::Uuid> archive();
    [[nodiscard]] std::optional<base::Uuid> restore();

  private:
    struct State {
        domain::Service entry;
        std::string price;
        std::string duration;

        friend bool operator==(const State&, const State&) = default;
    };
    CatalogueForm(app::App& app, CatalogueKind kind, domain::Service edited);
    [[nodiscard]] State state() const { return {entry, price, duration}; }
    [[nodiscard]] base::Result<domain::Service> written() const;
    [[nodiscard]] std::optional<base::Uuid> carry_out(const app::Command& command);
    [[nodiscard]] app::MasterKind master_kind() const;

    app::App& app_;
    CatalogueKind kind_;
    Local local_;
    std::vector<domain::TaxDefinition> taxes_;
    State before_;
};

} // namespace ui
