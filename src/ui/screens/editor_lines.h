// The lines of the draft in the editor: which one is active, what is typed in it, their order.
//
// Words that can't be read stay with their line until they can (ui/screens/typed.h); the line keeps
// its last readable figure meanwhile. An added line that nothing was written in goes when it is
// left. Lines stand in the draft in their order; moving one gives it a key between its neighbours.
#pragma once

#include "app/app.h"
#include "domain/invoice.h"
#include "ui/screens/adjustment_choice.h"
#include "ui/screens/edited_draft.h"
#include "ui/screens/editor_catalogue.h"
#include "ui/screens/typed.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ui {

class EditorLines {
  public:
    // What stands in the fields of a line.
    struct Words {
        domain::LineId id;
        Typed quantity;
        Typed unit_price;
        Typed supplied;                 // Empty: on the issue date.
        std::vector<Typed> adjustments; // Sizes of discounts and surcharges, as the line's.

        [[nodiscard]] bool is_wrong() const {
            return quantity.is_wrong() || unit_price.is_wrong() || supplied.is_wrong() ||
                   std::ranges::any_of(adjustments, &Typed::is_wrong);
        }
    };

    EditorLines(app::App& app, EditedDraft& edited);

    [[nodiscard]] std::size_t count() const { return edited_.draft.lines.size(); }
    [[nodiscard]] const domain::DraftLine& line(std::size_t index) const {
        return edited_.draft.lines[index];
    }
    [[nodiscard]] Words& words(std::size_t index) { return words_[index]; }
    // Some field holds words that can't be read.
    [[nodiscard]] bool is_wrong() const;

    // The line whose fields are open.
    [[nodiscard]] std::optional<std::size_t> active() const;
    void activate(std::size_t index);
    // No line is active; one that nothing was written in goes.
    void leave();

    // A line with nothing in it, at the end, active. Answers its index.
    std::size_t add(domain::LineKind kind);
    // Takes a catalogue entry into the line.
    void fill(std::size_t index, const CatalogueEntry& entry);
    void remove(std::size_t index);
    // The line that stood at `from` stands at `to` afterwards.
    void move(std::size_t from, std::size_t to);

    // The line, to be changed in what needs no reading: its texts, practitioner, location.
    domain::DraftLine& edit(std::size_t index);
    // The words of a field were typed in.
    void read_quantity(std::size_t index);
    void read_unit_price(std::size_t index);
    void read_supplied(std::size_t index);
    void read_adjustment(std::size_t index, std::size_t adjustment);
    // The field was left: words that can be read are written in full, others show their error.
    void judge(std::size_t index, Typed Words::* field);
    void judge_adjustment(std::size_t index, std::size_t adjustment);
    void supply_on(std::size_t index, base::Date date);

    // Discounts and surcharges of the line: what the one at `adjustment` is, none behind the last.
    // Choosing there adds one, choosing none takes one off.
    [[nodiscard]] AdjustmentChoice adjustment(std::size_t index, std::size_t adjustment) const;
    void choose_adjustment(std::size_t index, std::size_t adjustment, AdjustmentChoice choice);
    // Puts the tax on the line or takes it off; of one authority's taxes a line bears one.
    void toggle_tax(std::size_t index, const domain::TaxId& tax);

    // The draft's lines are others now: words that can't be read stay with their line.
    void follow();

  private:
    [[nodiscard]] Words words_of(const domain::DraftLine& line) const;
    [[nodiscard]] bool is_untouched(std::size_t index) const;

    app::App& app_;
    EditedDraft& edited_;
    std::vector<Words> words_; // As the lines.
    domain::LineId active_;
};

} // namespace ui
