// Payment terms as they are typed and offered.
#include "ui/screens/terms_entry.h"

#include "ui/screens/local.h"
#include "unit/app/fixture.h"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("terms: those on offer are the usual ones, or what was begun to be typed") {
    app_test::Practice practice;
    const app::Locale& locale = *ui::local_of(practice.app()).locale;
    const auto words = [&](domain::Terms own, std::string_view typed) {
        std::string all;
        for (const domain::Terms& terms : ui::terms_on_offer(own, typed, locale))
            all += ui::terms_words(terms) + "; ";
        return all;
    };
    constexpr domain::Terms net_21{domain::TermsKind::net_days, 21};
    CHECK(words(net_21, "") ==
          "On receipt; Net 7; Net 14; Net 21; Net 30; End of month; No due date; ");
    CHECK(words(net_21, "1") == "Net 1; Net 14; Net 21; ");
    CHECK(words(net_21, "45") == "Net 45; ");
    CHECK(words(net_21, "mon") == "End of month; ");
    CHECK(words(net_21, "soon").empty());
}
