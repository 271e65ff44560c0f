#include "ui/screens/history_words.h"

#include <array>
#include <ranges>
#include <utility>

namespace ui {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 13> words{{
    {"save_draft", "Draft saved"},
    {"delete_draft", "Draft deleted"},
    {"finalize_invoice", "Finalized"},
    {"void_invoice", "Voided"},
    {"revert_invoice", "Reverted to a draft"},
    {"duplicate_invoice", "Duplicated"},
    {"mark_left", "Downloaded or printed"},
    {"record_payment", "Payment recorded"},
    {"allocate_payment", "Credit applied"},
    {"release_allocation", "Payment un-applied"},
    {"void_payment", "Payment voided"},
    {"apply_credit", "Credit applied"},
    {"undo", "Undone"},
}};

} // namespace

std::string command_words(std::string_view command) {
    for (const auto& [name, said] : words)
        if (name == command) return std::string(said);
    return std::string(command);
}

std::vector<HistoryLine> history_lines(app::App& app, const Local& local,
                                       const std::vector<app::HistoryEntry>& entries) {
    std::vector<HistoryLine> lines;
    std::string_view later;
    for (const app::HistoryEntry& entry : entries | std::views::reverse) {
        const bool is_repeated = entry.command == "save_draft" && later == entry.command;
        later = entry.command;
        if (is_repeated) continue;
        const app::LocalTime time = app.local_time(entry.at);
        lines.push_back({.words = command_words(entry.command),
                         .when = local.brief(time.date) + ", " + app::exact_clock_text(time)});
    }
    return lines;
}

} // namespace ui
