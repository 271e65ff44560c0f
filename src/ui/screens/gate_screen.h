// Everything before and around an open book: welcome, set-up, restore, passphrase, rescue.
#pragma once

#include "ui/panel.h"
#include "ui/screens/gate_model.h"
#include "ui/screens/restore_form.h"
#include "ui/screens/set_up_screen.h"

#include <memory>
#include <string>

namespace ui {

class GateScreen final : public Gate {
  public:
    explicit GateScreen(Desk& desk);

    void draw(Frame& frame, const Rect& window) override;
    [[nodiscard]] std::string title() const override;
    [[nodiscard]] bool has_unsaved() const override;
    [[nodiscard]] bool is_holding() override;

  private:
    void draw_opening(Frame& frame, const Rect& window);
    void draw_elsewhere(Frame& frame, const Rect& window);
    void draw_welcome(Frame& frame, const Rect& window);
    void draw_question(Frame& frame, const Rect& window);
    void draw_set_up(Frame& frame, const Rect& window);
    void draw_restore(Frame& frame, const Rect& window);
    void draw_sample(Frame& frame, const Rect& window);
    void draw_locked(Frame& frame, const Rect& window);
    void draw_damaged(Frame& frame, const Rect& window);
    void draw_failed(Frame& frame, const Rect& window);
    void draw_problem(Frame& frame, const Rect& window);
    void draw_removal(Frame& frame);
    void download();

    Desk& desk_;
    GateModel model_;
    std::unique_ptr<SetUpScreen> set_up_;
    RestoreForm restore_;
    bool asks_to_remove_ = false;
    double opened_ms_ = -1; // Since when it is said to be opening.
};

} // namespace ui
