// The lines that `folio import` prints, and the words of its options.
#include "app/imports/import_json.h"

#include "unit/app/import_plans.h"

#include <string>

using app_test::plan_of;
using app_test::Practice;

namespace {

std::string lines_of(const app::ImportPlan& plan) {
    std::string text;
    for (const store::Json& line : app::plan_json(plan))
        text += store::canonical_text(line) + "\n";
    return text;
}

} // namespace

TEST_CASE("import: a plan is told in lines: columns, faults, repeated rows, rows, counts") {
    Practice practice;
    const auto plan = plan_of(practice, app::ImportKind::services,
                              "Service;Price;Tax;Colour\n"
                              "Report;1,234.50;VAT;red\n"
                              "Report;45;;\n"
                              "Group;12,5;GST;\n");
    CHECK(lines_of(plan) ==
          R"({"columns":[{"column":"Service","field":"name"},)"
          R"({"column":"Price","field":"unit_price"},{"column":"Tax","field":"taxes"},)"
          R"({"column":"Colour"}],"decimal_mark":"point",)"
          R"("encoding":"utf8","row_count":3,"separator":"semicolon"})"
          "\n"
          R"({"error":{"code":105,"column":"Price","detail":"12.5","field":"unit_price","line":4,)"
          R"("message":"This could mean two numbers. Write 12.5."}})"
          "\n"
          R"({"error":{"code":712,"column":"Tax","detail":"GST","field":"taxes","line":4,)"
          R"("message":"There is no tax GST. Write the code of one in Settings, or add it there )"
          R"(first."}})"
          "\n"
          R"({"repeated":{"code":714,"detail":"2","line":3,)"
          R"("message":"This stands in the file before, on line 2.","name":"Report"}})"
          "\n"
          R"({"row":{"line":2,"understood":{"name":"Report","taxes":"VAT","unit_price":"1234.5"}}})"
          "\n"
          R"({"plan":{"errors":2,"repeated":1,"would_add":1}})"
          "\n");
}

TEST_CASE("import: the first rows are shown, however many there are") {
    Practice practice;
    std::string text = "Name\n";
    for (int i = 0; i < 100; ++i)
        text += "Client " + std::to_string(i) + "\n";
    const auto plan = plan_of(practice, app::ImportKind::clients, text);
    CHECK(plan.rows.size() == 100);
    CHECK(app::plan_json(plan).size() == app::shown_rows_max + 2);
}

TEST_CASE("import: the command line's words") {
    CHECK(app::import_kind("services") == app::ImportKind::services);
    CHECK_FALSE(app::import_kind("invoices").has_value());
    CHECK(app::decimal_mark("point") == app::DecimalMark::point);
    CHECK_FALSE(app::decimal_mark("dot").has_value());
    CHECK(app::repeated_rows("leave_out") == app::RepeatedRows::leave_out);
    CHECK_FALSE(app::repeated_rows("skip").has_value());
    const auto choice = app::column_choice("a=b=email");
    REQUIRE(choice.has_value());
    CHECK(choice->column == "a=b");
    CHECK(choice->field == "email");
    CHECK(app::column_choice("Hobby=")->field.empty());
    CHECK_FALSE(app::column_choice("Hobby").has_value());
    CHECK_FALSE(app::column_choice("Stra\xDF"
                                   "e=address.line1")
                    .has_value());
}
