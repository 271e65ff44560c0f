// Short ways to write the facts of domain tests.
#pragma once

#include "domain/decide_invoice.h"
#include "domain/decide_payment.h"

#include <string_view>

namespace make {

domain::Currency currency(std::string_view code);
domain::Money euro(std::string_view plain);
base::Date day(std::string_view iso);
base::Decimal number(std::string_view plain);
domain::Percent percent(std::string_view plain);
domain::AppliedTax vat(std::string_view rate);

// A context on a day, with ids from a fixed seed.
struct Moment {
    explicit Moment(std::string_view today_iso);
    domain::Context context();
    // An id that no other call returns.
    template <typename AnyId>
    AnyId id() {
        return context().new_id<AnyId>();
    }

    base::Date today;
    base::IdSource ids;
};

// The codes of an error and of those beside it, in order.
std::vector<base::Code> codes(const base::Error& error);
std::vector<base::Code> codes(const std::vector<base::Error>& errors);

template <typename T>
std::vector<base::Code> codes(const base::Result<T>& result) {
    return result.has_value() ? std::vector<base::Code>() : codes(result.error());
}

// The events of one kind.
template <typename T>
std::vector<T> only(const domain::Events& events) {
    std::vector<T> found;
    for (const domain::Event& event : events)
        if (const auto* const one = std::get_if<T>(&event)) found.push_back(*one);
    return found;
}

// Facts of a German practice with one client and one line of 100.00 at 19 %, ready to finalize.
domain::FinalizeFacts finalize_facts(Moment& moment);

} // namespace make
