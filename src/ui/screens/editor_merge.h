// The draft was changed elsewhere (Undo, a script, another tab) while the editor has edits of its
// own: both are kept, as the book itself keeps them.
//
// The header is one group and each line another: whichever side changed a group wins it, the
// editor where both did.
#pragma once

#include "domain/invoice.h"

namespace ui {

// `mine` with the changes that lead from `base` to `theirs`.
[[nodiscard]] domain::Draft merge_elsewhere(const domain::Draft& base, const domain::Draft& theirs,
                                            const domain::Draft& mine);

} // namespace ui
