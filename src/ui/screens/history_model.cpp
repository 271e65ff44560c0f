#include "ui/screens/history_model.h"

#include "base/text.h"
#include "ui/screens/history_words.h"
#include "ui/screens/local.h"

#include <utility>

namespace ui {

namespace {

std::string settings_address(const app::ChangeRow& change) {
    using app::ChangeSubject;
    std::string_view section = "practice";
    if (change.subject == ChangeSubject::tax) section = "taxes";
    if (change.subject == ChangeSubject::location) section = "locations";
    if (change.subject == ChangeSubject::practitioner) section = "practitioners";
    if (change.subject == ChangeSubject::payment_method) section = "methods";
    if (change.subject == ChangeSubject::numbering) section = "numbering";
    if (change.command == "edit_billing") section = "billing";
    if (change.command == "edit_appearance") section = "appearance";
    return "#/settings/" + std::string(section);
}

std::string address_of(const app::ChangeRow& change) {
    using app::ChangeSubject;
    if (!change.is_there) return {};
    const std::string id = base::to_text(change.record);
    switch (change.subject) {
    case ChangeSubject::client:
    case ChangeSubject::contact: return "#/clients/" + id;
    case ChangeSubject::service:
    case ChangeSubject::product: return "#/services";
    case ChangeSubject::draft:
    case ChangeSubject::invoice: return (change.number.empty() ? "#/drafts/" : "#/invoices/") + id;
    case ChangeSubject::payment: return "#/payments/" + id;
    case ChangeSubject::practice:
    case ChangeSubject::tax:
    case ChangeSubject::location:
    case ChangeSubject::practitioner:
    case ChangeSubject::payment_method:
    case ChangeSubject::numbering: return settings_address(change);
    }
    UNREACHABLE();
}

std::string about_words(const app::ChangeRow& change, const Local& local) {
    std::string words = change.amount ? local.whole(*change.amount) : change.number;
    if (!words.empty() && !change.name.empty()) words += ", ";
    words += change.name;
    if (change.record_count > 1 && !change.name.empty())
        words +=
            " and " +
            app::count_text(static_cast<std::int64_t>(change.record_count - 1), *local.locale) +
            " more";
    return words;
}

HistoryRow row_of(app::App& app, const Local& local, const app::ChangeRow& change) {
    const app::LocalTime time = app.local_time(change.at);
    return {.key = static_cast<NodeId>(change.key.dot),
            .what = change_words(change),
            .about = about_words(change, local),
            .reason = change.reason,
            .when = local.brief(time.date) + ", " + app::clock_text(time),
            .who = change.is_by_this_device ? "Owner" : "Owner, another device",
            .address = address_of(change)};
}

} // namespace

void HistoryModel::update() {
    if (read_revision_ != app_.revision()) {
        read_revision_ = app_.revision();
        rows_.clear();
        folded_.clear();
        found_.clear();
        last_.reset();
        read_more();
    }
    std::string wanted = base::fold_for_search(base::trimmed(search_));
    if (wanted == searched_) return;
    searched_ = std::move(wanted);
    found_.clear();
    for (std::size_t index = 0; index < rows_.size(); ++index)
        find(index);
}

void HistoryModel::read_more() {
    const auto changes = app_.changes(last_, page_rows);
    problem_.reset();
    has_more_ = changes && changes->size() == page_rows;
    if (!changes) {
        problem_ = changes.error();
        return;
    }
    const Local local = local_of(app_);
    for (const app::ChangeRow& change : *changes) {
        rows_.push_back(row_of(app_, local, change));
        const HistoryRow& row = rows_.back();
        folded_.push_back(
            base::fold_for_search(row.what + " " + row.about + " " + row.reason + " " + row.when));
        find(rows_.size() - 1);
    }
    if (!changes->empty()) last_ = changes->back().key;
}

void HistoryModel::find(std::size_t index) {
    if (folded_[index].contains(searched_)) found_.push_back(index);
}

} // namespace ui
