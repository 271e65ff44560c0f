// Choosing a client by typing: searched in the book, eight at a time, or made on the spot.
//
// Without words it offers the first clients by name. The search runs once for each text and
// revision. A new client needs a name; whatever else is known can be given too.
#pragma once

#include "app/app.h"
#include "domain/party.h"
#include "ui/screens/field_errors.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

class ClientPicker {
  public:
    static constexpr std::size_t options_max = 8;

    explicit ClientPicker(app::App& app) : app_(app) {}

    // What stands in the field: the chosen client's name, or what is typed.
    std::string text;
    // The client that is chosen is called so; shown while nothing is typed.
    void show(std::string_view name);
    // The field was left without a choice: the name is back.
    void restore() { text = name_; }

    // The clients for what is typed, as of the last search.
    [[nodiscard]] const std::vector<app::ClientRow>& options();

  private:
    app::App& app_;
    std::string name_;
    std::string searched_;
    std::uint64_t searched_revision_ = ~0ULL;
    std::vector<app::ClientRow> found_;
};

// A client being made while an invoice is written.
class NewClient {
  public:
    NewClient(app::App& app, std::string_view name);

    domain::Client client;
    [[nodiscard]] const FieldErrors& errors() const { return errors_; }
    // Adds the client; the id, or nothing when the book refused (errors say why).
    std::optional<domain::PartyId> add();

  private:
    app::App& app_;
    FieldErrors errors_;
};

} // namespace ui
