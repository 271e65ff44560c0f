// What happened, in words: the log keeps commands by name, a person reads "Finalized".
#pragma once

#include "app/app.h"
#include "ui/screens/local.h"

#include <string>
#include <string_view>
#include <vector>

namespace ui {

// "Payment recorded" for "record_payment", at the record itself; the name where we have no words.
[[nodiscard]] std::string command_words(std::string_view command);
// The same away from the record, where it says of what: "Invoice finalized", "Client archived".
[[nodiscard]] std::string change_words(const app::ChangeRow& change);

struct HistoryLine {
    std::string words;
    std::string when; // "20 Nov, 14:32:05", on the practice's clock.
};

// Newest first; saves of a draft that follow each other are one line.
[[nodiscard]] std::vector<HistoryLine> history_lines(app::App& app, const Local& local,
                                                     const std::vector<app::HistoryEntry>& entries);

} // namespace ui
