// How this practice writes: its locale, currency and day, and the words of statuses.
//
// Read once a revision by each model; screens show only texts made with it.
#pragma once

#include "app/formats.h"
#include "base/date.h"
#include "domain/balance.h"
#include "domain/money.h"
#include "ui/widgets/badge.h"

#include <string>
#include <string_view>

namespace app {
class App;
}

namespace ui {

struct Local {
    const app::Locale* locale = nullptr;
    domain::Currency currency;
    base::Date today;

    // "1,234.50", for columns whose head names the currency; with the code where it is another.
    [[nodiscard]] std::string bare(domain::Money amount) const;
    // "€1,234.50", for heroes, totals and buttons.
    [[nodiscard]] std::string whole(domain::Money amount) const;
    // "20 Nov", with the year where it is not this one.
    [[nodiscard]] std::string brief(base::Date date) const;
    // "20/11/2026" or as the place has it: what a date field holds.
    [[nodiscard]] std::string numeric(base::Date date) const;
    // "20 Nov 2026": date fields of the editor, whatever the year.
    [[nodiscard]] std::string with_year(base::Date date) const;
    // "20 November 2026".
    [[nodiscard]] std::string sentence(base::Date date) const;
    // "€".
    [[nodiscard]] std::string_view symbol() const;
    // Bytes of the decimal mark and the decimals at the end of an amount, for Hero.
    [[nodiscard]] int cents_bytes(domain::Money amount) const;
};

// The practice's, or en-IE and euro while there is none.
[[nodiscard]] Local local_of(app::App& app);

// "Part paid", as badges and filters say it.
[[nodiscard]] std::string_view status_word(domain::Status status);
[[nodiscard]] Badge badge_of(domain::Status status);

// "1 invoice", "16 invoices".
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);

// "SB" of "Siobhán Ó Briain": the first letters of the first and last word.
[[nodiscard]] std::string initials(std::string_view name);

} // namespace ui
