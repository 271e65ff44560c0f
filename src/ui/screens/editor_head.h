// The head of the form: who is billed, by whom, when, and by which terms.
#pragma once

#include "ui/frame.h"
#include "ui/screens/client_picker.h"
#include "ui/screens/editor_model.h"

#include <optional>
#include <string>
#include <vector>

namespace ui {

class EditorHead {
  public:
    enum class Place : std::uint8_t { client, issued, due };

    explicit EditorHead(EditorModel& model) : model_(model), picker_(model.app()) {}

    // Answers the height used.
    float draw(Frame& frame, const Rect& slot);
    // The dialog of a new client, while there is one.
    void draw_dialogs(Frame& frame);
    // That field gets the focus when it is next drawn.
    void focus(Place place) { wanted_ = place; }

  private:
    float client(Frame& frame, const Rect& slot);
    float recipient(Frame& frame, const Rect& slot);
    float practitioner(Frame& frame, const Rect& slot);
    float location(Frame& frame, const Rect& slot);
    float issued(Frame& frame, const Rect& slot);
    float terms(Frame& frame, const Rect& slot);
    float due(Frame& frame, const Rect& slot);
    float reference(Frame& frame, const Rect& slot);
    void focus_if_wanted(Frame& frame, NodeId id, Place place);

    EditorModel& model_;
    ClientPicker picker_;
    std::optional<NewClient> new_client_;
    std::optional<Place> wanted_;
    bool is_client_focused_ = false;
    bool shows_more_ = false; // On a narrow window.
};

} // namespace ui
