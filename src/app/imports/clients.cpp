// Clients from a file: the fields, and the headings they go by.
#include "app/imports/cells.h"
#include "app/imports/planner.h"
#include "store/shapes.h"

#include <algorithm>
#include <array>
#include <span>

namespace app {

namespace {

using base::Result;
using domain::Client;

template <std::string Client::* text>
Result<std::string> read_text(const CellContext&, std::string_view cell, Client& client) {
    client.*text = cell;
    return client.*text;
}

template <std::string domain::Address::* text>
Result<std::string> read_address(const CellContext&, std::string_view cell, Client& client) {
    client.address.*text = cell;
    return client.address.*text;
}

// Names in two columns are put together, whichever comes first in the file.
Result<std::string> read_first_name(const CellContext&, std::string_view cell, Client& client) {
    client.name = client.name.empty() ? std::string(cell) : std::string(cell) + " " + client.name;
    return std::string(cell);
}
Result<std::string> read_last_name(const CellContext&, std::string_view cell, Client& client) {
    client.name += client.name.empty() ? std::string(cell) : " " + std::string(cell);
    return std::string(cell);
}

Result<std::string> read_kind(const CellContext&, std::string_view cell, Client& client) {
    constexpr std::array<std::string_view, 2> choices{
        "person|individual|private|privat|privatperson|particulier|particular|persona|osoba|p",
        "organisation|organization|company|business|firma|unternehmen|organisme|entreprise|"
        "empresa|organizacion|organizacja|o"};
    client.kind = static_cast<domain::PartyKind>(TRY(read_choice(cell, choices)));
    return std::string(
        store::Names<domain::PartyKind>::names[static_cast<std::size_t>(client.kind)]);
}

Result<std::string> read_client_country(const CellContext&, std::string_view cell, Client& client) {
    client.address.country = TRY(read_country(cell));
    return client.address.country;
}

Result<std::string> read_client_terms(const CellContext& context, std::string_view cell,
                                      Client& client) {
    client.terms = TRY(read_terms_cell(cell, context.locale));
    return plain_terms(*client.terms);
}

constexpr ImportField<Client> fields[] = {
    {{.name = "name",
      .path = "name",
      .headings = "full name|client|client name|customer|customer name|patient|patient name|"
                  "display name|contact name|kunde|klient|kundenname|name des kunden|klientin|"
                  "nom|nom complet|nom du client|client nom|nombre|nombre completo|cliente|"
                  "nombre del cliente|nazwa|klient nazwa|nazwa klienta|pacjent|imie i nazwisko",
      .needed = Needed::yes},
     read_text<&Client::name>},
    {{.name = "first_name",
      .path = "name",
      .headings = "given name|given names|forename|firstname|vorname|vornamen|prenom|prenoms|"
                  "nombre de pila|imie|imiona"},
     read_first_name},
    {{.name = "last_name",
      .path = "name",
      .headings = "surname|family name|lastname|nachname|familienname|zuname|nom de famille|"
                  "apellido|apellidos|nazwisko"},
     read_last_name},
    {{.name = "kind",
      .path = "kind",
      .headings = "type|client type|customer type|art|typ|kundenart|genre|tipo|rodzaj"},
     read_kind},
    {{.name = "latin_name",
      .path = "latin_name",
      .headings = "name in latin letters|transliteration|romanised name|romanized name"},
     read_text<&Client::latin_name>},
    {{.name = "email",
      .path = "email",
      .headings = "e mail|mail|email address|e mail address|e mail adresse|mailadresse|"
                  "adresse e mail|adresse mail|courriel|correo|correo electronico|adres e mail|"
                  "adres email|primary email"},
     read_text<&Client::email>},
    {{.name = "phone",
      .path = "phone",
      .headings = "telephone|tel|phone number|mobile|mobile phone|mobile number|cell|cell phone|"
                  "telefon|telefonnummer|handy|mobil|mobiltelefon|mobile telephone|portable|"
                  "telephone portable|numero de telephone|telefono|movil|telefono movil|"
                  "numer telefonu|nr telefonu|komorka"},
     read_text<&Client::phone>},
    {{.name = "address.line1",
      .path = "address.line1",
      .headings = "address|street|address 1|address line 1|street address|strasse|"
                  "strasse und hausnummer|strasse hausnummer|strasse nr|anschrift|adresse|"
                  "adresse 1|rue|direccion|calle|domicilio|adres|ulica|ulica i numer"},
     read_address<&domain::Address::line1>},
    {{.name = "address.line2",
      .path = "address.line2",
      .headings = "address 2|address line 2|adresszusatz|adresse 2|complement d adresse|"
                  "complement|direccion 2|adres 2"},
     read_address<&domain::Address::line2>},
    {{.name = "address.city",
      .path = "address.city",
      .headings = "city|town|suburb|ort|stadt|wohnort|ville|commune|ciudad|poblacion|localidad|"
                  "miasto|miejscowosc"},
     read_address<&domain::Address::city>},
    {{.name = "address.region",
      .path = "address.region",
      .headings = "region|state|county|province|bundesland|kanton|departement|provincia|"
                  "comunidad|wojewodztwo"},
     read_address<&domain::Address::region>},
    {{.name = "address.postal_code",
      .path = "address.postal_code",
      .headings = "postal code|postcode|post code|zip|zip code|eircode|plz|postleitzahl|"
                  "code postal|cp|codigo postal|kod pocztowy"},
     read_address<&domain::Address::postal_code>},
    {{.name = "address.country",
      .path = "address.country",
      .headings = "country|country code|land|staat|pays|pais|kraj"},
     read_client_country},
    {{.name = "tax_number",
      .path = "tax_number",
      .headings = "tax id|tax no|vat number|vat no|vat id|abn|gst number|ein|ust id|"
                  "ust idnr|ust id nr|umsatzsteuer id|steuernummer|uid nummer|uid nr|numero de tva|"
                  "n tva|siret|nif|cif|dni nif|nip|numer nip"},
     read_text<&Client::tax_number>},
    {{.name = "reference",
      .path = "reference",
      .headings = "client number|client no|client id|client code|customer number|customer no|"
                  "customer id|patient number|patient id|account number|ref|number|id|"
                  "kundennummer|kunden nr|kundennr|kunden id|nummer|nr|referenz|"
                  "numero de client|numero client|n client|numero|numero de cliente|"
                  "codigo de cliente|codigo|referencia|numer klienta|nr klienta|numer"},
     read_text<&Client::reference>},
    {{.name = "language",
      .path = "language",
      .headings = "preferred language|sprache|langue|idioma|jezyk"},
     read_text<&Client::language>},
    {{.name = "terms",
      .path = "terms",
      .headings = "payment terms|payment term|net days|zahlungsziel|zahlungsbedingungen|"
                  "zahlungsfrist|conditions de paiement|delai de paiement|"
                  "condiciones de pago|plazo de pago|termin platnosci"},
     read_client_terms},
    {{.name = "notes",
      .path = "notes",
      .headings = "note|comment|comments|remarks|notiz|notizen|bemerkung|bemerkungen|remarque|"
                  "remarques|commentaire|notas|observaciones|comentarios|uwagi|notatka|notatki"},
     read_text<&Client::notes>},
};

ImportColumn* column_for(std::vector<ImportColumn>& columns, std::string_view field) {
    const auto found = std::ranges::find(columns, field, &ImportColumn::field);
    return found == columns.end() ? nullptr : &*found;
}

void give_up(ImportColumn* column) {
    if (column != nullptr && !column->is_chosen) column->field = {};
}

// "Name; Vorname" and "Nombre; Apellidos": beside one part of a name, a column that is only called
// a name is the other part. Beside both it is the whole, and they are not needed.
void settle_names(std::vector<ImportColumn>& columns) {
    ImportColumn* const whole = column_for(columns, "name");
    ImportColumn* const first = column_for(columns, "first_name");
    ImportColumn* const last = column_for(columns, "last_name");
    if (whole == nullptr || (first == nullptr && last == nullptr)) return;
    const bool has_both = first != nullptr && last != nullptr;
    if (has_both && !whole->is_chosen && (first->is_chosen || last->is_chosen))
        return give_up(whole);
    if (has_both || whole->is_chosen) {
        give_up(first);
        give_up(last);
    } else {
        whole->field = first != nullptr ? "last_name" : "first_name";
    }
}

} // namespace

Result<void> plan_clients(const ImportSource& source, ImportPlan& plan) {
    const std::span<const ImportField<Client>> all(fields);
    plan.columns = TRY(assign_columns(source.table.heading, names_of(all), source.options.columns));
    settle_names(plan.columns);
    return Planner<Client>(all, source, Client{}).plan_rows(plan);
}

} // namespace app
