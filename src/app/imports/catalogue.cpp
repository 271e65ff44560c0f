// Services and products from a file: the fields, and the headings they go by.
#include "app/imports/cells.h"
#include "app/imports/planner.h"
#include "store/shapes.h"

#include <algorithm>
#include <array>
#include <span>

namespace app {

namespace {

using base::Result;
using domain::Product;
using domain::Service;

template <typename Item, std::string Item::* text>
Result<std::string> read_text(const CellContext&, std::string_view cell, Item& item) {
    item.*text = cell;
    return item.*text;
}

template <typename Item>
Result<std::string> read_price(const CellContext& context, std::string_view cell, Item& item) {
    item.unit_price = TRY(read_unit_price(cell, context.currency, context.locale));
    return base::to_text(item.unit_price);
}

// What is written out are the codes, one for each tax.
template <typename Item>
Result<std::string> read_item_taxes(const CellContext& context, std::string_view cell, Item& item) {
    item.taxes = TRY(read_taxes(cell, context.taxes));
    std::string codes;
    for (const domain::TaxId& id : item.taxes) {
        const auto tax = std::ranges::find(context.taxes, id, &domain::TaxDefinition::id);
        codes += (codes.empty() ? "" : " + ") + tax->code;
    }
    return codes;
}

Result<std::string> read_minutes(const CellContext& context, std::string_view cell,
                                 Service& service) {
    service.duration_minutes = TRY(read_minutes_cell(cell, context.locale));
    return std::to_string(service.duration_minutes);
}

Result<std::string> read_kind(const CellContext&, std::string_view cell, Service& service) {
    constexpr std::array<std::string_view, 3> choices{
        "appointment|individual|termin|einzeltermin|rendez vous|cita|wizyta",
        "class session|class|group|gruppe|kurs|groupe|cours|clase|grupo|zajecia|grupa",
        "activity|taetigkeit|tatigkeit|activite|actividad|czynnosc"};
    service.kind = static_cast<domain::ServiceKind>(TRY(read_choice(cell, choices)));
    return std::string(
        store::Names<domain::ServiceKind>::names[static_cast<std::size_t>(service.kind)]);
}

// The fields that services and products share. Beside them a service has two of its own.
template <typename Item>
constexpr std::array<ImportField<Item>, 6> item_fields{{
    {{.name = "name",
      .path = "name",
      .headings = "service|service name|product|product name|item|item name|title|"
                  "leistung|bezeichnung|dienstleistung|artikel|produkt|titel|nom|prestation|"
                  "libelle|designation|produit|article|nombre|servicio|producto|articulo|"
                  "concepto|nazwa|usluga|nazwa uslugi|towar",
      .needed = Needed::yes},
     read_text<Item, &Item::name>},
    {{.name = "code",
      .path = "code",
      .headings = "service code|item code|product code|sku|number|item number|billing code|cpt|"
                  "cpt code|ziffer|nummer|artikelnummer|kuerzel|kurzel|gop|code prestation|"
                  "reference|ref|codigo|referencia|kod|symbol|indeks"},
     read_text<Item, &Item::code>},
    {{.name = "description",
      .path = "description",
      .headings = "details|beschreibung|beschrieb|details zur leistung|descriptif|"
                  "descripcion|opis"},
     read_text<Item, &Item::description>},
    {{.name = "unit",
      .path = "unit",
      .headings = "units|unit of measure|uom|einheit|unite|unidad|jednostka|jm|j m"},
     read_text<Item, &Item::unit>},
    {{.name = "unit_price",
      .path = "unit_price",
      .headings = "price|rate|fee|fees|default price|default rate|cost|amount|standard "
                  "rate|preis|einzelpreis|honorar|betrag|"
                  "satz|stundensatz|prix|prix unitaire|tarif|montant|precio|precio unitario|"
                  "tarifa|importe|cena|cena jednostkowa|stawka|kwota",
      .needed = Needed::yes},
     read_price<Item>},
    {{.name = "taxes",
      .path = "taxes",
      .headings = "tax|tax code|tax codes|vat|vat code|gst|sales tax|steuer|steuern|mwst|ust|"
                  "steuersatz|steuerschluessel|taxe|tva|impuesto|impuestos|iva|podatek|"
                  "stawka vat"},
     read_item_taxes<Item>},
}};

constexpr std::array<ImportField<Service>, 2> own_service_fields{{
    {{.name = "duration_minutes",
      .path = "duration_minutes",
      .headings = "duration|minutes|length|default duration|dauer|minuten|duree|"
                  "duracion|minutos|czas trwania|minuty"},
     read_minutes},
    {{.name = "kind", .path = "kind", .headings = "type|service type|art|typ|genre|tipo|rodzaj"},
     read_kind},
}};

// As a form begins: the practice's own price mode, and its usual taxes where the file has no
// column of them.
template <typename Item>
Result<void> plan_items(const ImportSource& source, std::span<const ImportField<Item>> fields,
                        ImportPlan& plan) {
    plan.columns =
        TRY(assign_columns(source.table.heading, names_of(fields), source.options.columns));
    const domain::BillingSettings& billing = source.query.practice.billing;
    Item usual;
    usual.price_mode = billing.price_mode;
    const bool has_taxes = std::ranges::contains(plan.columns, "taxes", &ImportColumn::field);
    if (!has_taxes) usual.taxes = billing.default_taxes;
    return Planner<Item>(fields, source, std::move(usual)).plan_rows(plan);
}

} // namespace

Result<void> plan_services(const ImportSource& source, ImportPlan& plan) {
    std::vector<ImportField<Service>> fields(item_fields<Service>.begin(),
                                             item_fields<Service>.end());
    fields.insert(fields.end(), own_service_fields.begin(), own_service_fields.end());
    return plan_items<Service>(source, fields, plan);
}

Result<void> plan_products(const ImportSource& source, ImportPlan& plan) {
    return plan_items<Product>(source, item_fields<Product>, plan);
}

} // namespace app
