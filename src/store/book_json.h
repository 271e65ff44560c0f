// A whole book as lines of JSON, for keeping and for moving; the log is all that a book is.
//
// UTF-8, one object a line, canonical (keys sorted, no white space):
//
//   {"book":{"format":1,"practice":id,"device":1,"devices":[{"number":1,"id":id},...]}}
//       the first line; `device` is the number of the one that wrote it
//   {"attachment":{"media_type":text,"bytes":hexadecimal digits}}
//       a file that belongs to the practice, such as its logo
//   {"change":{"device":1,"sequence":1,"recorded":ms,"stamp":text,"author":id,"command_id":id,
//       "command":text,"seen":{device id:sequence,...},"body":[operation,...],"receipt":{...},
//       "hash":hexadecimal digits,"session":id,"about":[id,...]}}
//       one transaction, in causal order. `body` is what it did (store/operation.h), `about` the
//       records it is found by; `author` and `session` stand only where there is one. `hash` is
//       SHA-256 over the hash before it of the same device and over the change
//       (store/change_log.cpp, hash_of), so that nothing can be taken out or altered unseen.
//
// Fields that a reader does not know are refused: a newer program writes a higher `format`.
#pragma once

#include "store/sqlite.h"

#include <functional>
#include <string_view>

namespace store {

// One line at a time, without its end. Memory for the largest change only.
[[nodiscard]] base::Result<void>
write_book_json(Connection& database, const std::function<void(std::string_view line)>& write);

// Into a migrated book without any row, in the caller's transaction; the book then has the digest
// of the one that was written. line_refused (detail: the line's number) with the reason in `also`;
// too_new for a higher format; damaged when a hash is not what the changes say.
[[nodiscard]] base::Result<void> read_book_json(Connection& empty, std::string_view text);

} // namespace store
