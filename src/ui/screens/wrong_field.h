// Shows what is wrong after a form was refused: the first field with an error gets the focus, which
// brings it into sight.
//
// The error is drawn in the frame after the refusal, so the field is looked for in those that
// follow.
#pragma once

namespace ui {

class Frame;

class WrongField {
  public:
    // The form was refused just now.
    void look_for() { frames_left_ = frames_max; }
    // Once a frame.
    void show(Frame& frame);

  private:
    static constexpr int frames_max = 4;
    int frames_left_ = 0;
};

} // namespace ui
