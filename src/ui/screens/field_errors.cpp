#include "ui/screens/field_errors.h"

#include "app/messages.h"

#include <algorithm>

namespace ui {

void FieldErrors::set(const base::Error& error) {
    note(error);
    wrong_.look_for();
}

void FieldErrors::note(const base::Error& error) {
    errors_.clear();
    base::Error alone = error;
    alone.also.clear();
    errors_.emplace_back(error.field, app::message(alone));
    for (const base::Error& other : error.also)
        errors_.emplace_back(other.field, app::message(other));
}

void FieldErrors::clear(std::string_view field) {
    std::erase_if(errors_, [field](const auto& error) { return error.first == field; });
}

std::string_view FieldErrors::at(std::string_view field) const {
    for (const auto& [own, sentence] : errors_)
        if (own == field) return sentence;
    return {};
}

std::vector<std::string_view>
FieldErrors::besides(const std::vector<std::string_view>& shown) const {
    std::vector<std::string_view> others;
    for (const auto& [field, sentence] : errors_)
        if (std::ranges::find(shown, field) == shown.end()) others.push_back(sentence);
    return others;
}

} // namespace ui
