#include "ui/screens/history_words.h"

#include "base/assert.h"

#include <algorithm>
#include <iterator>
#include <ranges>

namespace ui {

namespace {

struct Words {
    std::string_view command;
    std::string_view at_record;
    std::string_view elsewhere; // Where it takes more: of what.
};

constexpr Words words[] = {
    {"set_up_practice", "Practice set up", {}},
    {"edit_practice", "Practice changed", {}},
    {"edit_billing", "Billing settings changed", {}},
    {"edit_appearance", "Appearance changed", {}},
    {"add_attachment", "Picture added", {}},
    {"edit_numbering", "Numbering changed", {}},
    {"move_next_number", "Next number moved", {}},
    {"add_client", "Client added", {}},
    {"edit_client", "Client changed", {}},
    {"add_contact", "Contact added", {}},
    {"edit_contact", "Contact changed", {}},
    {"add_service", "Service added", {}},
    {"edit_service", "Service changed", {}},
    {"add_product", "Product added", {}},
    {"edit_product", "Product changed", {}},
    {"add_tax", "Tax added", {}},
    {"edit_tax", "Tax changed", {}},
    {"add_location", "Location added", {}},
    {"edit_location", "Location changed", {}},
    {"add_practitioner", "Practitioner added", {}},
    {"edit_practitioner", "Practitioner changed", {}},
    {"add_payment_method", "Payment method added", {}},
    {"edit_payment_method", "Payment method changed", {}},
    {"import_clients", "Clients imported", {}},
    {"import_services", "Services imported", {}},
    {"import_products", "Products imported", {}},
    {"archive", "Archived", {}},
    {"restore", "Restored", {}},
    {"save_draft", "Draft saved", {}},
    {"delete_draft", "Draft deleted", {}},
    {"finalize_invoice", "Finalized", "Invoice finalized"},
    {"void_invoice", "Voided", "Invoice voided"},
    {"revert_invoice", "Reverted to a draft", "Invoice reverted to a draft"},
    {"duplicate_invoice", "Duplicated", "Invoice duplicated"},
    {"mark_left", "Downloaded or printed", "Invoice downloaded or printed"},
    {"record_payment", "Payment recorded", {}},
    {"allocate_payment", "Credit applied", {}},
    {"release_allocation", "Payment un-applied", {}},
    {"void_payment", "Payment voided", {}},
    {"apply_credit", "Credit applied", {}},
    {"write_off_invoice", "Written off", "Invoice written off"},
    {"reverse_write_off", "Write-off reversed", {}},
    {"undo", "Undone", "Change undone"},
};

std::string_view subject_word(app::ChangeSubject subject) {
    using app::ChangeSubject;
    switch (subject) {
    case ChangeSubject::practice: return "Practice";
    case ChangeSubject::client: return "Client";
    case ChangeSubject::contact: return "Contact";
    case ChangeSubject::service: return "Service";
    case ChangeSubject::product: return "Product";
    case ChangeSubject::tax: return "Tax";
    case ChangeSubject::location: return "Location";
    case ChangeSubject::practitioner: return "Practitioner";
    case ChangeSubject::payment_method: return "Payment method";
    case ChangeSubject::numbering: return "Numbering";
    case ChangeSubject::draft: return "Draft";
    case ChangeSubject::invoice: return "Invoice";
    case ChangeSubject::payment: return "Payment";
    }
    UNREACHABLE();
}

} // namespace

std::string command_words(std::string_view command) {
    const auto* const found = std::ranges::find(words, command, &Words::command);
    return std::string(found == std::end(words) ? command : found->at_record);
}

std::string change_words(const app::ChangeRow& change) {
    if (change.command == "archive") return std::string(subject_word(change.subject)) + " archived";
    if (change.command == "restore") return std::string(subject_word(change.subject)) + " restored";
    const auto* const found = std::ranges::find(words, change.command, &Words::command);
    if (found == std::end(words) || found->elsewhere.empty()) return command_words(change.command);
    return std::string(found->elsewhere);
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
