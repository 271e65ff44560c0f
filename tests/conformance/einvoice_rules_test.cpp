// Our rule checks against the public unit files of EN 16931 (../shared/einvoice/rules).
//
// Each fragment there carries a verdict for one rule: success, error or warning. Ours is the same
// for every rule but those listed below, each with the reason why; a rule that is in neither place
// fails the test, as does one that is listed although we check it.
#include "conformance/einvoice_reader.h"
#include "documents/einvoice_rules.h"
#include "folders.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using documents::RuleViolation;

constexpr const char* no_payee = "Folio writes no payee (BG-10)";
constexpr const char* no_card = "Folio writes no card (BG-18)";
constexpr const char* no_attachment = "Folio writes no supporting documents (BG-24)";
constexpr const char* no_item_scheme = "Folio writes no identifier of an item by a scheme";
constexpr const char* no_scheme = "Folio writes no identifier of a party by a scheme";
constexpr const char* typed_currency = "domain::Currency holds only currencies of ISO 4217";
constexpr const char* no_tax_point_code = "Folio writes the tax point as a date (BT-7), never BT-8";
constexpr const char* ubl_only = "a rule of the UBL syntax, not of the model";

const std::map<std::string, std::string> not_checked = {
    {"BR-17", no_payee},
    {"BR-28", "Folio writes no gross price (BT-148): discounts are of the line"},
    {"BR-51", no_card},
    {"BR-52", no_attachment},
    {"BR-53", "Folio writes no VAT in a second currency (BT-6): its rate is a printed memo"},
    {"BR-54", "Folio writes no item attributes (BG-32)"},
    {"BR-55", "a preceding invoice (BG-3) is named by credit notes, which come later"},
    {"BR-64", no_item_scheme},
    {"BR-65", no_item_scheme},
    {"BR-CO-03", no_tax_point_code},
    {"BR-CL-03", typed_currency},
    {"BR-CL-04", typed_currency},
    {"BR-CL-05", typed_currency},
    {"BR-CL-06", no_tax_point_code},
    {"BR-CL-07", no_attachment},
    {"BR-CL-10", no_scheme},
    {"BR-CL-11", no_scheme},
    {"BR-CL-13", no_item_scheme},
    {"BR-CL-15", "Folio writes no origin of an item (BT-159)"},
    {"BR-CL-21", no_item_scheme},
    {"BR-CL-23", "units come from a table of eight codes in documents/einvoice_issued"},
    {"BR-CL-24", no_attachment},
    {"UBL-DT-01", "said of the model by BR-DEC"},
    {"UBL-DT-06", no_attachment},
    {"UBL-DT-07", no_attachment},
    {"UBL-SR-12", ubl_only},
    {"UBL-SR-18", ubl_only},
    {"UBL-SR-42", ubl_only},
    {"UBL-SR-43", ubl_only},
    {"UBL-SR-44", ubl_only},
    {"UBL-SR-47", ubl_only},
};

// Fragments that are judged otherwise by the validators of one syntax, while our rules are the same
// for both.
constexpr const char* one_unit = "CII allows a difference of 1.00 itself, UBL less; so do we";
constexpr const char* no_due_date = "credit notes, which come later, need no due date";
const std::map<std::string, std::string> waived = {
    {"cii/BR-CO-17.xml, test 2", one_unit},
    {"cii/BR-CO-17.xml, test 3", one_unit},
    {"CreditNote-unit-UBL/BR-CO-25.xml, test 2", no_due_date},
};

// What examples offend, and why that is theirs.
constexpr const char* fine_price = "the price has nine decimals; quantities and prices have six";
const std::map<std::string, std::map<std::string, std::string>> offences = {
    {"en16931-cii-XRechnung-O.xml",
     {{"BR-CO-14", "CII may leave out a VAT of zero (BT-110); UBL may not"},
      {"BR-CO-15", "as BR-CO-14"}}},
    {"en16931-ubl-ubl-tc434-creditnote1.xml", {{"BR-CO-25", no_due_date}}},
    {"xrechnung-cii-03.05a-INVOICE_uncefact.xml", {{"BR-26", fine_price}, {"BR-27", fine_price}}},
    {"xrechnung-ubl-03.05a-INVOICE_ubl.xml", {{"BR-26", fine_price}, {"BR-27", fine_price}}},
    {"xrechnung-ubl-05.01a-INVOICE_ubl.xml",
     {{"BR-CO-16", "336.90 are payable as 366.86, with payments of third parties (an extension)"}}},
};

struct Fragment {
    std::string place; // "Invoice-unit-UBL/BR-11.xml, test 2"
    std::string rule;
    bool is_error = false;
    documents::EInvoice invoice;
};

// The verdicts of one <test>; it may give one for each of several rules.
void add_fragments(const pugi::xml_node& test, const std::string& place,
                   std::vector<Fragment>& fragments) {
    documents::EInvoice invoice;
    for (const pugi::xml_node& child : test.children())
        if (child.type() == pugi::node_element && conformance::local_name(child) != "assert")
            invoice = conformance::read_einvoice(child);
    for (const pugi::xml_node& verdict : test.child("assert").children()) {
        const std::string_view kind = verdict.name();
        if (kind != "success" && kind != "error" && kind != "warning") continue;
        fragments.push_back({.place = place,
                             .rule = verdict.text().get(),
                             .is_error = kind != "success",
                             .invoice = invoice});
    }
}

std::vector<Fragment> read_fragments() {
    std::vector<Fragment> fragments;
    for (const char* const folder : {"Invoice-unit-UBL", "CreditNote-unit-UBL", "cii"}) {
        const std::string path = folders::in_checkout("../shared/einvoice/rules/") + folder;
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(path))
            files.push_back(entry.path());
        std::ranges::sort(files);
        for (const std::filesystem::path& file : files) {
            CAPTURE(file.string());
            pugi::xml_document document;
            REQUIRE(document.load_file(file.c_str()));
            int number = 0;
            for (const pugi::xml_node& test : document.child("testSet").children("test"))
                add_fragments(test,
                              std::string(folder) + "/" + file.filename().string() + ", test " +
                                  std::to_string(++number),
                              fragments);
        }
    }
    return fragments;
}

bool is_flagged(const Fragment& fragment) {
    return std::ranges::contains(documents::check_einvoice(fragment.invoice), fragment.rule,
                                 &RuleViolation::rule);
}

std::vector<std::filesystem::path> examples() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(folders::in_checkout("../shared/einvoice/examples")))
        files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

} // namespace

TEST_CASE("e-invoice rules: our verdict is that of the unit files, rule by rule") {
    const std::vector<Fragment> fragments = read_fragments();
    std::set<std::string> met;
    std::set<std::string> caught; // Rules of which we found an offence.
    std::size_t compared = 0;
    for (const Fragment& fragment : fragments) {
        met.insert(fragment.rule);
        const bool flagged = is_flagged(fragment);
        if (flagged) caught.insert(fragment.rule);
        if (not_checked.contains(fragment.rule) || waived.contains(fragment.place)) continue;
        CAPTURE(fragment.place);
        CAPTURE(fragment.rule);
        CHECK(flagged == fragment.is_error);
        ++compared;
    }
    for (const auto& [rule, reason] : not_checked) {
        CAPTURE(rule);
        CAPTURE(reason);
        CHECK(met.contains(rule));          // The list names no rule that isn't there ...
        CHECK_FALSE(caught.contains(rule)); // ... and none that we do check.
    }
    for (const std::string& rule : met) {
        CAPTURE(rule);
        CHECK((caught.contains(rule) || not_checked.contains(rule)));
    }
    MESSAGE(compared << " verdicts of " << caught.size() << " rules are ours too");
    CHECK(compared > 900);
}

TEST_CASE("e-invoice rules: the examples offend none, but for what is listed") {
    for (const std::filesystem::path& file : examples()) {
        const std::string name = file.filename().string();
        CAPTURE(name);
        pugi::xml_document document;
        REQUIRE(document.load_file(file.c_str()));
        std::set<std::string> found;
        for (const RuleViolation& one :
             documents::check_einvoice(conformance::read_einvoice(document.document_element())))
            found.insert(one.rule);
        std::set<std::string> expected;
        if (const auto listed = offences.find(name); listed != offences.end())
            for (const auto& [rule, reason] : listed->second)
                expected.insert(rule);
        CHECK(found == expected);
    }
}
