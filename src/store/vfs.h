// SQLite's view of a PageStore, as the table of functions that its VFS interface asks for.
//
// Also defines sqlite3_os_init: SQLite is built without any operating system of its own, so what
// stands here is all it can reach. The default VFS it registers opens nothing.
#pragma once

#include <memory>

struct sqlite3_vfs;

namespace store {

class PageStore;

// A VFS over `store`, not yet registered. `name` and `store` must outlive it.
[[nodiscard]] std::unique_ptr<sqlite3_vfs> make_vfs(PageStore& store, const char* name);

} // namespace store
