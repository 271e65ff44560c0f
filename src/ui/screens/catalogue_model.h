// Services and products: what the practice sells, as a list that is searched as one types.
//
// A catalogue has tens of entries, so all of them are read, once a revision, and filtered here.
#pragma once

#include "app/app.h"
#include "ui/screens/local.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ui {

enum class CatalogueKind : std::uint8_t { service, product };
enum class CatalogueState : std::uint8_t { in_use, archived };

class CatalogueModel {
  public:
    explicit CatalogueModel(app::App& app) : app_(app), local_(local_of(app)) {}

    struct Line {
        base::Uuid id;
        std::string name;
        std::string code;
        std::string duration;   // "50 min"; empty: not stated.
        std::string taxes;      // "Standard rate, 23 %"; "No tax".
        std::string price;      // Bare, with as many decimals as it has.
        std::string price_mode; // "plus tax", "tax included"; empty without taxes.
    };

    struct Question {
        CatalogueKind kind = CatalogueKind::service;
        CatalogueState state = CatalogueState::in_use;
        std::string search;

        friend bool operator==(const Question&, const Question&) = default;
    };

    // Changed in place by the screen; the next refresh answers.
    [[nodiscard]] Question& question() { return question_; }
    // Reads anew what has changed; once a frame. True when other rows are shown now.
    bool refresh();

    [[nodiscard]] const Local& local() const { return local_; }
    [[nodiscard]] const std::optional<base::Error>& error() const { return error_; }
    [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
    // Entries in use.
    [[nodiscard]] std::size_t count(CatalogueKind kind) const;
    // Of the kind that is shown, under no search.
    [[nodiscard]] std::size_t count(CatalogueState state) const;
    [[nodiscard]] const std::vector<domain::TaxDefinition>& taxes() const { return taxes_; }
    [[nodiscard]] const domain::Service* service(const base::Uuid& id) const;
    [[nodiscard]] const domain::Product* product(const base::Uuid& id) const;

  private:
    void read();
    template <typename Entry>
    void add_lines(const std::vector<Entry>& entries);
    [[nodiscard]] std::string tax_words(const std::vector<domain::TaxId>& taxes) const;

    app::App& app_;
    Local local_;
    Question question_;
    std::optional<Question> asked_;
    std::vector<domain::Service> services_;
    std::vector<domain::Product> products_;
    std::vector<domain::TaxDefinition> taxes_;
    std::vector<Line> lines_;
    std::optional<base::Error> error_;
    std::optional<std::uint64_t> read_revision_;
};

} // namespace ui
