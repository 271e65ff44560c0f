// What a saved record must hold, checked as a whole: every field at fault is reported at once.
//
// The field paths are stable ("address.postal_code", "lines[2].quantity"), because screens and the
// command line point at them. A draft is saved from the first keystroke, so it is checked for
// limits and well-formed text only; what a finished invoice needs is `finalize_reasons`.
#pragma once

#include "base/result.h"
#include "domain/catalog.h"
#include "domain/invoice.h"
#include "domain/party.h"
#include "domain/practice.h"
#include "domain/tax.h"

namespace domain {

[[nodiscard]] base::Result<void> validate(const Client& client);
[[nodiscard]] base::Result<void> validate(const Contact& contact);
[[nodiscard]] base::Result<void> validate(const Service& service);
[[nodiscard]] base::Result<void> validate(const Product& product);
[[nodiscard]] base::Result<void> validate(const TaxDefinition& tax);
[[nodiscard]] base::Result<void> validate(const PracticeIdentity& practice);
[[nodiscard]] base::Result<void> validate(const BillingSettings& settings);
[[nodiscard]] base::Result<void> validate(const Location& location);
[[nodiscard]] base::Result<void> validate(const Practitioner& practitioner);
[[nodiscard]] base::Result<void> validate(const PaymentMethod& method);
[[nodiscard]] base::Result<void> validate(const Draft& draft);

} // namespace domain
