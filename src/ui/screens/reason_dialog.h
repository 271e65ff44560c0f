// The dialog for what takes a reason and a day: void, revert, un-apply.
//
// Says what will happen and what stands against it; while something does, its button is off and the
// sentences stand in the dialog. What the book refuses after all is shown at its field.
#pragma once

#include "ui/screens/field_errors.h"
#include "ui/screens/local.h"
#include "ui/widgets/button.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ui {

class ReasonDialog {
  public:
    struct Question {
        std::string title;  // "Void INV-0140?"
        std::string lead;   // What will be so afterwards.
        std::string action; // "Void invoice"
        std::string keep;   // The safe way: "Keep invoice".
        ButtonKind kind = ButtonKind::destructive;
        std::vector<std::string> against; // Sentences; not empty: it can't be done.
        std::string release;              // What must be agreed to first; empty: nothing.
    };
    struct Answer {
        base::Date date;
        std::string reason;
    };
    using Act = std::function<base::Result<void>(const Answer&)>;

    // `act` does it; the dialog closes when it succeeds.
    void open(Question question, base::Date today, const Local& local, Act act);
    [[nodiscard]] bool is_open() const { return question_.has_value(); }
    // Draws nothing while it is closed.
    void draw(Frame& frame);

  private:
    // True when Enter in the reason asks to do it.
    bool draw_fields(Frame& frame, class Stack& stack);
    [[nodiscard]] std::string reason_against() const;
    void act();

    std::optional<Question> question_;
    std::optional<Local> local_;
    Act act_;
    std::string reason_;
    std::string date_words_;
    std::optional<base::Date> date_;
    bool releases_ = false;
    bool wants_focus_ = false;
    FieldErrors errors_;
};

} // namespace ui
