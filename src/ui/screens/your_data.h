// How safe the book is, in plain words: whether it is saved, how old the last copy outside this
// browser is, and whether the browser keeps it.
//
// From what the book and the place it is kept in say of themselves; nothing is promised that was
// not heard.
#pragma once

#include "app/app.h"
#include "platform/ports/site.h"
#include "ui/icons.h"
#include "ui/screens/book_copy.h"
#include "ui/theme.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ui {

enum class DataAction : std::uint8_t { none, back_up, protect };

struct DataLine {
    Icon icon = Icon::none;
    Color color = Color::success;
    std::string title;
    std::string detail;
    DataAction action = DataAction::none;
};

enum class Network : std::uint8_t { offline, online };

[[nodiscard]] std::vector<DataLine> your_data(const store::SaveState& saved, Network network,
                                              const platform::Site& site, const CopyAge& copy);

} // namespace ui
