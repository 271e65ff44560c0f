// The list of clients on the sheet: search, filter, table; one column of 72 px rows when narrow.
#pragma once

#include "ui/panel.h"
#include "ui/screens/client_list_model.h"

#include <optional>
#include <string>

namespace ui {

struct ClientListAnswer {
    bool wants_new = false;
    std::optional<domain::PartyId> opened;
};

class ClientListScreen {
  public:
    explicit ClientListScreen(app::App& app) : model_(app) {}

    [[nodiscard]] ClientListAnswer draw(Frame& frame, Rect sheet);

  private:
    void draw_filter(Frame& frame, Rect bar);
    void draw_search(Frame& frame, const Rect& slot);
    void draw_table(Frame& frame, const Rect& rect, ClientListAnswer& answer);
    void draw_narrow(Frame& frame, const Rect& rect, ClientListAnswer& answer);
    void draw_nothing(Frame& frame, const Rect& rect, ClientListAnswer& answer);

    ClientListModel model_;
    std::string search_; // As it is typed.
};

} // namespace ui
