#include "app/reference.h"

#include "app/command_names.h"
#include "app/messages.h"
#include "app/query_json.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace {

// The lines under a heading, up to the next.
std::string section(const std::string& text, const std::string& heading) {
    const std::size_t start = text.find("\n" + heading + "\n");
    REQUIRE(start != std::string::npos);
    const std::size_t end = text.find("\n#", start + 1);
    return text.substr(start, end - start);
}

} // namespace

TEST_CASE("reference: names every command, query and code") {
    const std::string text = app::reference_text();
    for (const std::string_view name : app::command_names)
        section(text, "### " + std::string(name));
    for (const auto& query : app::describe_queries())
        section(text, "### " + std::string(query.name));
    for (const base::Code code : app::all_codes())
        CHECK(text.contains("\n- " + std::to_string(static_cast<int>(code)) + ": "));
}

TEST_CASE("reference: a field has its type, and what may be left out says so") {
    const std::string text = app::reference_text();
    const std::string payment = section(text, "### record_payment");
    CHECK(payment.contains("- `payer`: id\n"));
    CHECK(payment.contains("- `amount`: money\n"));
    CHECK(payment.contains("- `date`: date\n"));
    CHECK(payment.contains("- *`reference`*: text\n"));
    CHECK(payment.contains("- *`chosen`*: list of record\n  - `invoice`: id\n"));
    CHECK(payment.contains("- *`overpayment`*: `refuse` or `keep_as_credit`\n"));
    CHECK(section(text, "### write_off_invoice").contains("- *`amount`*: money\n"));
    CHECK(section(text, "### clients").contains("- *`sort`*: `name` or `owed`\n"));
}

TEST_CASE("reference: the codes of the shared blocks stand in it with their sentences") {
    const auto codes = app::all_codes();
    CHECK(std::ranges::is_sorted(codes));
    CHECK(std::ranges::contains(codes, base::Code::not_found));
    CHECK(std::ranges::contains(codes, base::Code::no_right));
    CHECK(app::reference_text().contains("\n- 302: That is more than was paid."));
}
