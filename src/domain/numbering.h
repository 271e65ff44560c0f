// Numbers on documents: patterns, series, and the next number.
//
// A number is given once, when a document is finalized, from the series of the device that does it;
// each series counts without gaps. The text is rendered once, stored, and shown everywhere. A
// series is never derived from existing documents or a clock: its state is a record of its own.
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "domain/context.h"
#include "domain/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

enum class DocumentKind : std::uint8_t { invoice, credit_note, receipt, statement, quote };

// A pattern is text with marks: {S} series letter, {Y} year of four digits, {y} of two, {M} month
// of two digits, {N:4} counter of at least four digits. "INV-{S}{N:4}" -> INV-0001, INV-A0001.
class NumberPattern {
  public:
    // bad_pattern when there is no or more than one counter, a month without a year, an unknown
    // mark or a brace alone (detail: what it needs); too_long when a result could exceed
    // number_length_max.
    static base::Result<NumberPattern> parse(std::string_view text);

    const std::string& text() const { return text_; }
    // Counters restart each year exactly when the year is part of the pattern.
    bool restarts_yearly() const;

    std::string render(std::string_view series_letter, std::int64_t counter,
                       base::Date issue_date) const;

    friend bool operator==(const NumberPattern&, const NumberPattern&) = default;

  private:
    explicit NumberPattern(std::string text) : text_(std::move(text)) {}

    std::string text_;
};

// "INV-{S}{N:4}", "CN-{S}{N:4}", "RCT-{S}{N:4}", "ST-{S}{N:4}", "QT-{S}{N:4}".
NumberPattern default_pattern(DocumentKind kind);

// One device's run of numbers for one kind of document.
struct Series {
    SeriesId id;
    DocumentKind kind = DocumentKind::invoice;
    DeviceId device;
    std::string letter; // "" for the first device, then "A", "B", ... "Z", "AA".
    NumberPattern pattern = default_pattern(DocumentKind::invoice);
    int year = 0; // Of the last number given, where the pattern restarts yearly; else 0.
    std::int64_t next_counter = 1;
    std::optional<base::Date> last_issue_date;
    bool is_closed = false;

    friend bool operator==(const Series&, const Series&) = default;
};

// A number as given: what is shown, and where it stands in its series.
struct DocumentNumber {
    std::string text;
    SeriesId series;
    int year = 0; // As in Series.
    std::int64_t counter = 0;

    friend bool operator==(const DocumentNumber&, const DocumentNumber&) = default;
};

struct NumberTaken {
    DocumentNumber number;
    Series after; // The series with its next state.
};

// The number that a document issued on `issue_date` gets; series_closed, counter_exhausted. Where
// the pattern restarts yearly, a year later than the series' begins at 1, and an earlier one is
// series_year_passed: its numbers may be closed already.
[[nodiscard]] base::Result<NumberTaken> take_number(const Series& series, base::Date issue_date);

// The text that the next finalized document is expected to get, for the editor.
[[nodiscard]] base::Result<std::string> expected_number(const Series& series,
                                                        base::Date issue_date);

struct MoveNextNumber {
    std::int64_t next_counter = 0;
    std::string reason;
};

// Numbers from..to of a series that will never be used, and why.
struct NumbersSkipped {
    SeriesId series;
    int year = 0;
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::string reason;
    Dated dated;

    friend bool operator==(const NumbersSkipped&, const NumbersSkipped&) = default;
};

// Moves the next number forward; number_not_forward, missing (reason), out_of_range.
[[nodiscard]] base::Result<NumbersSkipped> decide_move_next_number(const Series& series,
                                                                   const MoveNextNumber& command,
                                                                   const Context& context);

// The same for a closed series: the numbers it gave after this book's copy of it was made, which
// this book never saw. not_found for a series that is open.
[[nodiscard]] base::Result<NumbersSkipped> decide_note_given_numbers(const Series& series,
                                                                     const MoveNextNumber& command,
                                                                     const Context& context);

// The letter for a device that joins when `used` are taken: the first of "", A..Z, AA.. that is
// free.
[[nodiscard]] std::string next_series_letter(const std::vector<std::string>& used);

} // namespace domain
