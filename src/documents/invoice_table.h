// The lines of an invoice as a table that may run over pages.
//
// Numeric columns are as wide as their widest figure, so no amount is ever shortened; the name
// takes what is left and breaks into lines. A row is never split. Where the table goes on, the sum
// so far is carried forward and brought forward, and the head is repeated as furniture.
#pragma once

#include "documents/composer.h"
#include "documents/invoice.h"

#include <functional>

namespace documents {

struct TableFrame {
    Length left = 0;
    Length right = 0;
    Length top = 0;
    Length bottom = 0;                 // Nothing is drawn below.
    std::function<Length()> next_page; // Turns to a new page; gives the top for the table there.
};

// Draws the head and all rows; returns where the table ended.
[[nodiscard]] Length invoice_table(Composer& composer, const InvoiceDocument& document,
                                   const TableFrame& frame);

} // namespace documents
