// Files of other programs: which column is what, and what is understood of each row or refused.
#include "unit/app/import_plans.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using app::ImportKind;
using app::ImportPlan;
using app_test::client_of;
using app_test::faults_text;
using app_test::mapping_text;
using app_test::plan_of;
using app_test::Practice;
using app_test::row_text;
using base::Code;

TEST_CASE("import: columns are known by their headings in five languages") {
    struct Row {
        const char* name;
        ImportKind kind;
        const char* heading;
        const char* mapping;
    };
    const Row rows[] = {
        {"English", ImportKind::clients, "Client name,Email address,Mobile,Postcode,Hobby",
         "Client name=name, Email address=email, Mobile=phone, Postcode=address.postal_code, "
         "Hobby=-"},
        {"German, the surname called Name", ImportKind::clients,
         "Kunden-Nr.;Name;Vorname;Straße und Hausnummer;PLZ;Ort;USt-IdNr.",
         "Kunden-Nr.=reference, Name=last_name, Vorname=first_name, "
         "Straße und Hausnummer=address.line1, PLZ=address.postal_code, Ort=address.city, "
         "USt-IdNr.=tax_number"},
        {"French", ImportKind::clients, "Nom;Prénom;Courriel;Téléphone;Code postal;Ville;Pays",
         "Nom=last_name, Prénom=first_name, Courriel=email, Téléphone=phone, "
         "Code postal=address.postal_code, Ville=address.city, Pays=address.country"},
        {"Spanish, the first name called Nombre", ImportKind::clients,
         "Nombre;Apellidos;Correo electrónico;Población",
         "Nombre=first_name, Apellidos=last_name, Correo electrónico=email, "
         "Población=address.city"},
        {"Polish", ImportKind::clients, "Imię i nazwisko;NIP;Kod pocztowy;Miejscowość;Uwagi",
         "Imię i nazwisko=name, NIP=tax_number, Kod pocztowy=address.postal_code, "
         "Miejscowość=address.city, Uwagi=notes"},
        {"a whole name beside its parts", ImportKind::clients, "Full name,First name,Last name",
         "Full name=name, First name=-, Last name=-"},
        {"the names of fields", ImportKind::clients, "name,address.city,tax_number",
         "name=name, address.city=address.city, tax_number=tax_number"},
        {"the first of two", ImportKind::clients, "Name,Phone,Mobile",
         "Name=name, Phone=phone, Mobile=-"},
        {"a column without a name", ImportKind::clients, "Name,,City",
         "Name=name, column 2=-, City=address.city"},
        {"services", ImportKind::services, "Service,Code,Price (EUR),Duration (min),Tax",
         "Service=name, Code=code, Price (EUR)=unit_price, Duration (min)=duration_minutes, "
         "Tax=taxes"},
        {"German services", ImportKind::services, "Leistung;Ziffer;Einzelpreis;Dauer;MwSt.",
         "Leistung=name, Ziffer=code, Einzelpreis=unit_price, Dauer=duration_minutes, "
         "MwSt.=taxes"},
        {"products have no duration", ImportKind::products, "Product,SKU,Price,Duration",
         "Product=name, SKU=code, Price=unit_price, Duration=-"},
    };
    Practice practice;
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const char separator = std::string_view(row.heading).contains(';') ? ';' : ',';
        const auto cells = std::ranges::count(std::string_view(row.heading), separator);
        const std::string text = std::string(row.heading) + "\nx" +
                                 std::string(static_cast<std::size_t>(cells), separator) + "\n";
        CHECK(mapping_text(plan_of(practice, row.kind, text)) == row.mapping);
    }
}

TEST_CASE("import: what a person says of a column stands above the guess") {
    Practice practice;
    constexpr std::string_view text = "Name,Nickname,City\nAnna Kos,Ann,Graz\n";
    const ImportPlan plan = plan_of(practice, ImportKind::clients, text,
                                    {.columns = {{"Nickname", "latin_name"}, {"City", ""}}});
    CHECK(mapping_text(plan) == "Name=name, Nickname=latin_name, City=-");
    CHECK(client_of(plan, 0).latin_name == "Ann");
    CHECK(client_of(plan, 0).address.city.empty());

    const ImportPlan parts = plan_of(practice, ImportKind::clients, "Full name,First,Last\nx,A,B\n",
                                     {.columns = {{"First", "first_name"}, {"Last", "last_name"}}});
    CHECK(mapping_text(parts) == "Full name=-, First=first_name, Last=last_name");
    CHECK(client_of(parts, 0).name == "A B");

    struct Row {
        const char* name;
        app::ColumnChoice choice;
        Code code;
    };
    for (const Row& row : {Row{"no such column", {"Town", "address.city"}, Code::no_such_column},
                           Row{"no such field", {"City", "town"}, Code::unknown_field}}) {
        CAPTURE(row.name);
        const auto refused = practice.app().plan_import(ImportKind::clients, base::as_bytes(text),
                                                        {.columns = {row.choice}});
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == row.code);
    }
    const auto twice =
        practice.app().plan_import(ImportKind::clients, base::as_bytes(text),
                                   {.columns = {{"Nickname", "notes"}, {"City", "notes"}}});
    REQUIRE_FALSE(twice.has_value());
    CHECK(twice.error().code == Code::column_repeated);
}

TEST_CASE("import: a field that must be there and has no column is said") {
    Practice practice;
    CHECK(faults_text(plan_of(practice, ImportKind::services, "Service,Value\nReport,45\n")) ==
          "0 : No column is taken as unit_price. Say which one is.\n");
    const ImportPlan plan = plan_of(practice, ImportKind::clients, "Mail\nanna@example.com\n");
    REQUIRE_FALSE(plan.faults.empty());
    CHECK(plan.faults[0].line == 0);
    CHECK(app::message(plan.faults[0].error) == "No column is taken as name. Say which one is.");
}

TEST_CASE("import: a client's row becomes the client that it means") {
    Practice practice;
    const ImportPlan plan =
        plan_of(practice, ImportKind::clients,
                "Kundennummer;Name;Vorname;Typ;E-Mail;Straße;PLZ;Ort;Land;Zahlungsziel;Notizen\r\n"
                "K-7; Müller ;Jörg;Person;joerg@example.de;Hauptstr. 5;10115;Berlin;Deutschland;"
                "14 Tage netto;\"Ruft an,\r\nschreibt \"\"bald\"\"\"\r\n"
                "K-8;Praxis am See GmbH;;Firma;;;;;ch;Monatsende;\r\n");
    CHECK(faults_text(plan).empty());
    REQUIRE(plan.rows.size() == 2);
    domain::Client person{.name = "Jörg Müller", .email = "joerg@example.de"};
    person.address = {
        .line1 = "Hauptstr. 5", .city = "Berlin", .postal_code = "10115", .country = "DE"};
    person.reference = "K-7";
    person.notes = "Ruft an,\nschreibt \"bald\"";
    person.terms = domain::Terms{.kind = domain::TermsKind::net_days, .days = 14};
    CHECK(client_of(plan, 0) == person);
    domain::Client body{.kind = domain::PartyKind::organisation, .name = "Praxis am See GmbH"};
    body.address.country = "CH";
    body.reference = "K-8";
    body.terms = domain::Terms{.kind = domain::TermsKind::end_of_month};
    CHECK(client_of(plan, 1) == body);
    CHECK(row_text(plan.rows[1]) == "4|K-8|Praxis am See GmbH||organisation|||||CH|end of month|");
}

TEST_CASE("import: Windows-1252 is read and told") {
    Practice practice;
    const ImportPlan plan =
        plan_of(practice, ImportKind::clients, "Name,City\nM\xFCller,K\xF6ln\n");
    CHECK(plan.encoding == base::TextEncoding::windows_1252);
    CHECK(client_of(plan, 0).address.city == "Köln");
}

TEST_CASE("import: prices are read in the practice's notation or in the file's, and echoed") {
    struct Row {
        const char* name;
        const char* price;
        std::optional<app::DecimalMark> mark;
        const char* understood; // Or the sentence of the refusal.
    };
    const Row rows[] = {
        {"plain", "45.50", {}, "45.5"},
        {"grouped", "\"1,234.50\"", {}, "1234.5"},
        {"with its sign", "€ 90", {}, "90"},
        {"six decimals", "0.025812", {}, "0.025812"},
        {"a comma in the practice's notation",
         "\"45,50\"",
         {},
         "This could mean two numbers. Write 45.50."},
        {"a comma in the file's", "\"45,50\"", app::DecimalMark::comma, "45.5"},
        {"grouped by points", "\"1.234,50 €\"", app::DecimalMark::comma, "1234.5"},
        {"a point in the file's of commas", "45.50", app::DecimalMark::comma,
         "This could mean two numbers. Write 45,50."},
        {"another currency", "£90", {}, "Use EUR, or no symbol."},
        {"a word", "free", {}, "Use EUR, or no symbol."},
        {"nothing", "", {}, "Fill this in."},
        {"below zero", "-5", {}, "Use at least 0."},
    };
    Practice practice;
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const ImportPlan plan = plan_of(practice, ImportKind::services,
                                        std::string("Service,Price\nReport,") + row.price + "\n",
                                        {.decimal_mark = row.mark});
        REQUIRE(plan.rows.size() + plan.faults.size() == 1);
        CHECK((plan.rows.empty() ? app::message(plan.faults[0].error) : plan.rows[0].values[1]) ==
              row.understood);
    }
}

TEST_CASE("import: a file of the other notation is not guessed at, but said to be one") {
    struct Row {
        const char* name;
        const char* prices;
        std::optional<app::DecimalMark> better;
    };
    const Row rows[] = {
        {"the practice's", "45.50;1,234.50", {}},
        {"the other", "45,50;1.234,50", app::DecimalMark::comma},
        {"both", "45,50;1,234.50", {}},
        {"either", "45;90", {}},
    };
    Practice practice;
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const std::string prices(row.prices);
        const std::size_t middle = prices.find(';');
        const ImportPlan plan = plan_of(practice, ImportKind::services,
                                        "Service;Price\nReport;" + prices.substr(0, middle) +
                                            "\nGroup;" + prices.substr(middle + 1) + "\n");
        CHECK(plan.decimal_mark == app::DecimalMark::point);
        CHECK(plan.better_mark == row.better);
    }
}

TEST_CASE("import: minutes, terms, countries and taxes are read as people write them") {
    struct Row {
        const char* heading;
        const char* cell;
        const char* understood; // Empty: refused.
    };
    const Row services[] = {
        {"Duration", "50", "50"},
        {"Duration", "50 min", "50"},
        {"Duration", "1:30", "90"},
        {"Duration", "1 h", "60"},
        {"Duration", "0.75 hours", "45"},
        {"Duration", "1.3333 h", ""},
        {"Duration", "1:75", ""},
        {"Duration", "an hour", ""},
        {"Duration", "5 days", ""},
        {"Duration", "1441", ""},
        {"Tax", "VAT", "VAT"},
        {"Tax", "vat 23%", "VAT"},
        {"Tax", "GST", ""},
        {"Tax", "VAT + GST", ""},
        {"Tax", "VAT + VAT", ""},
        {"Type", "Group", "class_session"},
        {"Type", "Termin", "appointment"},
        {"Type", "weekly", ""},
    };
    const Row clients[] = {
        {"Terms", "30", "net 30"},
        {"Terms", "Net 7", "net 7"},
        {"Terms", "14 jours", "net 14"},
        {"Terms", "Sofort", "on receipt"},
        {"Terms", "fin de mois", "end of month"},
        {"Terms", "no due date", "no due date"},
        {"Terms", "0", ""},
        {"Terms", "2 weeks", ""},
        {"Terms", "10 2", ""},
        {"Country", "pl", "PL"},
        {"Country", "Österreich", "AT"},
        {"Country", "united kingdom", "GB"},
        {"Country", "Atlantis", ""},
        {"Type", "Firma", "organisation"},
        {"Type", "club", ""},
        {"Email", "anna at example", ""},
    };
    Practice practice;
    const auto check = [&](ImportKind kind, const Row& row, const std::string& text) {
        CAPTURE(std::string(row.cell));
        const ImportPlan plan = plan_of(practice, kind, text);
        const bool is_refused = std::string_view(row.understood).empty();
        REQUIRE(plan.rows.size() == (is_refused ? 0 : 1));
        if (is_refused) {
            REQUIRE(plan.faults.size() == 1);
            CHECK(plan.faults[0].line == 2);
            CHECK(plan.faults[0].column == row.heading);
        } else {
            CHECK(plan.rows[0].values.back() == row.understood);
        }
    };
    for (const Row& row : services)
        check(ImportKind::services, row,
              std::string("Service,Price,") + row.heading + "\nReport,45," + row.cell + "\n");
    for (const Row& row : clients)
        check(ImportKind::clients, row,
              std::string("Name,") + row.heading + "\nAnna," + row.cell + "\n");
}

TEST_CASE("import: a service without a word on tax gets the practice's usual one") {
    Practice practice;
    auto billing = practice.app().settings()->practice.billing;
    billing.default_taxes = {practice.vat};
    billing.price_mode = domain::PriceMode::tax_inclusive;
    REQUIRE(practice.app().execute(app::EditBilling{billing}).has_value());
    const ImportPlan without =
        plan_of(practice, ImportKind::services, "Service,Price\nReport,45\n");
    const auto& one = std::get<std::vector<domain::Service>>(without.records).at(0);
    CHECK(one.taxes == std::vector{practice.vat});
    CHECK(one.price_mode == domain::PriceMode::tax_inclusive);
    // An empty cell says that there is none.
    const ImportPlan with =
        plan_of(practice, ImportKind::services, "Service,Price,Tax\nReport,45,\n");
    CHECK(std::get<std::vector<domain::Service>>(with.records).at(0).taxes.empty());
}

TEST_CASE("import: every fault of every row is told with its line and column") {
    Practice practice;
    const ImportPlan plan = plan_of(practice, ImportKind::clients,
                                    "First name,Last name,E-Mail,Country,Terms\n"
                                    "Anna,Kos,anna@example,PL,14\n"
                                    "Jan,Nowak,jan at example,Atlantis,soon\n"
                                    ",,x@example.com,,\n"
                                    "Eva,Lis\n"
                                    "\"Ewa\" M,Lis,,,\n"
                                    "Ola,Zych,ola@example.com,DE,4000\n");
    CHECK(faults_text(plan) ==
          "3 Country: There is no country Atlantis. Write its English name or its code of two "
          "letters.\n"
          "3 Terms: Write a number, such as 14.\n"
          "3 E-Mail: Write the address as name@example.com.\n"
          "4 First name: Fill this in.\n"
          "5 : This row does not have 5 cells as the first has. Compare their separators.\n"
          "6 : A cell of this row goes on after its closing quotation mark. Double the mark where "
          "it is meant as text.\n"
          "7 Terms: Use at most 3650.\n");
    CHECK(plan.rows.size() == 1); // What is right is shown too.
    const auto command = app::import_command(plan);
    REQUIRE_FALSE(command.has_value());
    CHECK(command.error().field == "line 3, Country");
    CHECK(command.error().also.size() == 6);
}
