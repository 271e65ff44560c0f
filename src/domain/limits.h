// Every limit of the domain, each with a name; the message for exceeding one prints its value.
//
// Texts are counted in code points. Limits are checked where a command enters (domain/validate.h)
// and where data is read; raising one is a change of this file only, lowering one is a migration.
#pragma once

#include <cstddef>
#include <cstdint>

namespace domain {

constexpr std::size_t invoice_lines_max = 1'000;
constexpr std::size_t line_adjustments_max = 10;
constexpr std::size_t document_adjustments_max = 20;
constexpr std::size_t line_taxes_max = 5;
constexpr std::size_t tax_rates_max = 100;           // Dated rates of one tax.
constexpr std::size_t payment_allocations_max = 500; // Invoices that one payment settles.
constexpr std::size_t client_contacts_max = 50;
constexpr std::size_t imported_records_max = 10'000; // Of one command.

constexpr std::size_t name_length_max = 200;
constexpr std::size_t short_text_length_max = 100; // Codes, references, numbers, phones.
constexpr std::size_t address_line_length_max = 120;
constexpr std::size_t email_length_max = 254; // RFC 5321, 4.5.3.1.3, less the angle brackets.
constexpr std::size_t line_text_length_max = 500;
constexpr std::size_t long_text_length_max = 4'000; // Memo, footer, notes, reasons.

// Ten trillion in a currency of two decimals; a thousand such lines still add up within int64.
constexpr std::int64_t amount_minor_max = 1'000'000'000'000'000;
constexpr std::int64_t quantity_whole_max = 1'000'000'000;
constexpr std::int64_t discount_percent_max = 100;
constexpr std::int64_t charge_percent_max = 1'000;
constexpr std::int64_t tax_percent_max = 1'000;

constexpr std::int64_t counter_max = 999'999'999;
constexpr int counter_digits_max = 9;
constexpr std::size_t number_length_max = 30;
constexpr int terms_days_max = 3'650;

} // namespace domain
