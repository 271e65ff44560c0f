// What a book is: its practice and the device it lives on.
//
// One row, local to the book, written when it is made and when a copy of it is restored: a copy
// always gets a new device, so two books never count the same sequence.
#pragma once

#include "domain/ids.h"
#include "store/sqlite.h"

namespace store {

[[nodiscard]] base::Result<base::Uuid> practice_id(Connection& database);
[[nodiscard]] base::Result<domain::DeviceId> own_device(Connection& database);

// Whether a practice was set up in this book.
[[nodiscard]] base::Result<bool> has_practice(Connection& database);

[[nodiscard]] base::Result<void> write_book_row(Connection& database, const base::Uuid& practice,
                                                domain::DeviceId device);
// Makes `device` the one this book's changes are made by.
[[nodiscard]] base::Result<void> adopt_device(Connection& database, domain::DeviceId device);

} // namespace store
