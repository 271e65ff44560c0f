#include "ui/screens/client_list_model.h"

#include "app/app.h"
#include "base/text.h"

#include <utility>

namespace ui {

void ClientListModel::ask(app::ClientListQuery question) {
    question.offset = 0;
    question.count = page_lines;
    if (question == question_) return;
    question_ = std::move(question);
    is_new_ = true;
    read_revision_.reset();
}

void ClientListModel::search(std::string text) {
    app::ClientListQuery question = question_;
    question.search = std::move(text);
    ask(std::move(question));
}

void ClientListModel::show(app::ClientState state) {
    app::ClientListQuery question = question_;
    question.state = state;
    ask(std::move(question));
}

void ClientListModel::sort(app::ClientSort by, app::SortOrder order) {
    app::ClientListQuery question = question_;
    question.sort = by;
    question.order = order;
    ask(std::move(question));
}

void ClientListModel::refresh() {
    const base::Date today = app_.today();
    if (read_revision_ == app_.revision() && read_on_ == today) return;
    read_revision_ = app_.revision();
    read_on_ = today;
    local_ = local_of(app_);
    pages_.clear();
    error_.reset();
    (void)line(0); // Counts; what went wrong is in `error_`.
}

bool ClientListModel::take_is_new() { return std::exchange(is_new_, false); }

base::Result<std::vector<ClientListModel::Line>> ClientListModel::read_page(std::size_t offset,
                                                                            std::size_t count) {
    app::ClientListQuery query = question_;
    query.offset = offset;
    query.count = count;
    auto list = app_.clients(query);
    if (!list) {
        error_ = list.error();
        counts_ = {};
        return base::fail(list.error());
    }
    std::vector<Line> lines;
    for (const app::ClientRow& row : list->rows)
        lines.push_back(line_of(row));
    list->rows.clear();
    counts_ = *std::move(list);
    return lines;
}

const ClientListModel::Line* ClientListModel::line(std::size_t index) {
    return pages_.row(
        index, [&](std::size_t offset, std::size_t count) { return read_page(offset, count); });
}

ClientListModel::Line ClientListModel::line_of(const app::ClientRow& row) const {
    const auto unless_zero = [this](domain::Money amount) {
        return amount.minor == 0 ? std::string() : local_.bare(amount);
    };
    return {.id = row.id,
            .name = row.name,
            .latin_name = row.latin_name,
            .reach = row.email.empty() ? row.phone : row.email,
            .owed = local_.bare(row.owed),
            .owed_whole = local_.whole(row.owed),
            .overdue = unless_zero(row.overdue),
            .credit = unless_zero(row.credit),
            .owes = row.owed.minor != 0};
}

std::string ClientListModel::empty_sentence() const {
    constexpr std::size_t quoted_max = 24; // A title is one line.
    const bool is_archived = question_.state == app::ClientState::archived;
    if (question_.search.empty()) return is_archived ? "No archived clients" : "No clients in use";
    const std::string who = is_archived ? "No archived client" : "No client";
    if (base::length_in_code_points(question_.search) > quoted_max) return who + " matches this";
    return who + " matches \u201C" + question_.search + "\u201D";
}

} // namespace ui
