#include "store/vfs.h"

#include "store/page_store.h"

#include <sqlite3.h>

#include <cstring>

namespace store {

namespace {

struct File {
    sqlite3_file base; // First, as SQLite casts.
    PageStore* store;
};

PageStore& store_of(sqlite3_file* file) { return *reinterpret_cast<File*>(file)->store; }

int file_close(sqlite3_file*) { return SQLITE_OK; }

int file_read(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
    const PageStore& store = store_of(file);
    const auto from = static_cast<std::uint64_t>(offset);
    const auto bytes = static_cast<std::size_t>(size);
    store.read(from, {static_cast<std::uint8_t*>(to), bytes});
    return from + bytes <= store.file_size() ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int file_write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
    switch (store_of(file).write(
        static_cast<std::uint64_t>(offset),
        {static_cast<const std::uint8_t*>(from), static_cast<std::size_t>(size)})) {
    case PageStore::WriteOutcome::done: return SQLITE_OK;
    case PageStore::WriteOutcome::full: return SQLITE_FULL;
    case PageStore::WriteOutcome::no_memory: return SQLITE_IOERR_NOMEM;
    case PageStore::WriteOutcome::not_whole_pages: return SQLITE_IOERR_WRITE;
    }
    return SQLITE_IOERR_WRITE;
}

int file_truncate(sqlite3_file* file, sqlite3_int64 size) {
    PageStore& store = store_of(file);
    const auto count = static_cast<std::uint64_t>(size) / page_size;
    if (static_cast<std::uint64_t>(size) % page_size != 0) return SQLITE_IOERR_TRUNCATE;
    if (count < store.page_count()) store.set_page_count(static_cast<PageNumber>(count));
    return SQLITE_OK;
}

// Durability is Book's part: packing here would write records of transactions that roll back.
int file_sync(sqlite3_file*, int) { return SQLITE_OK; }

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(store_of(file).file_size());
    return SQLITE_OK;
}

// One Connection at a time has the store, so there is nobody to lock out.
int file_lock(sqlite3_file*, int) { return SQLITE_OK; }
int file_check_reserved_lock(sqlite3_file*, int* reserved) {
    *reserved = 0;
    return SQLITE_OK;
}
int file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int file_sector_size(sqlite3_file*) { return static_cast<int>(page_size); }
int file_characteristics(sqlite3_file*) {
    return SQLITE_IOCAP_ATOMIC4K | SQLITE_IOCAP_POWERSAFE_OVERWRITE | SQLITE_IOCAP_SAFE_APPEND;
}

// Pages are read where they stand, without a copy. Those of a sealed book cannot be: the ciphers in
// front of this VFS open what `file_read` gives and know nothing of fetching.
int file_fetch(sqlite3_file* file, sqlite3_int64 offset, int size, void** page) {
    *page = store_of(file).address_for_reading(static_cast<std::uint64_t>(offset),
                                               static_cast<std::size_t>(size));
    return SQLITE_OK; // Without an address SQLite reads.
}

int file_unfetch(sqlite3_file*, sqlite3_int64, void*) { return SQLITE_OK; }

const sqlite3_io_methods file_methods = {
    .iVersion = 3,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_lock,
    .xCheckReservedLock = file_check_reserved_lock,
    .xFileControl = file_control,
    .xSectorSize = file_sector_size,
    .xDeviceCharacteristics = file_characteristics,
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = file_fetch,
    .xUnfetch = file_unfetch,
};

int vfs_open(sqlite3_vfs* vfs, sqlite3_filename, sqlite3_file* file, int flags, int* flags_out) {
    file->pMethods = nullptr;
    auto* store = static_cast<PageStore*>(vfs->pAppData);
    if (!store || (flags & SQLITE_OPEN_MAIN_DB) == 0) return SQLITE_CANTOPEN;
    auto* opened = reinterpret_cast<File*>(file);
    opened->store = store;
    opened->base.pMethods = &file_methods;
    if (flags_out) *flags_out = flags;
    return SQLITE_OK;
}

int vfs_delete(sqlite3_vfs*, const char*, int) { return SQLITE_IOERR_DELETE_NOENT; }

int vfs_access(sqlite3_vfs*, const char*, int, int* found) {
    *found = 0; // There is no journal to recover, ever.
    return SQLITE_OK;
}

int vfs_full_pathname(sqlite3_vfs*, const char* name, int size, char* to) {
    const std::size_t length = std::strlen(name) + 1;
    if (length > static_cast<std::size_t>(size)) return SQLITE_CANTOPEN;
    std::memcpy(to, name, length);
    return SQLITE_OK;
}

// SQLite seeds its random() from this, which no statement of ours uses. Keys, salts and ids come
// from platform::Entropy; the ciphers draw page nonces from the system themselves.
int vfs_randomness(sqlite3_vfs*, int size, char* to) {
    std::memset(to, 0, static_cast<std::size_t>(size));
    return size;
}

int vfs_sleep(sqlite3_vfs*, int) { return 0; }

// SQL has no clock here: dates are bound by the caller, never date('now').
int vfs_current_time(sqlite3_vfs*, double* time) {
    *time = 0;
    return SQLITE_ERROR;
}

int vfs_current_time_int64(sqlite3_vfs*, sqlite3_int64* time) {
    *time = 0;
    return SQLITE_ERROR;
}

int vfs_last_error(sqlite3_vfs*, int, char*) { return 0; }

sqlite3_vfs vfs_table(const char* name, PageStore* store) {
    return sqlite3_vfs{
        .iVersion = 2,
        .szOsFile = sizeof(File),
        .mxPathname = 64,
        .pNext = nullptr,
        .zName = name,
        .pAppData = store,
        .xOpen = vfs_open,
        .xDelete = vfs_delete,
        .xAccess = vfs_access,
        .xFullPathname = vfs_full_pathname,
        .xDlOpen = nullptr,
        .xDlError = nullptr,
        .xDlSym = nullptr,
        .xDlClose = nullptr,
        .xRandomness = vfs_randomness,
        .xSleep = vfs_sleep,
        .xCurrentTime = vfs_current_time,
        .xGetLastError = vfs_last_error,
        .xCurrentTimeInt64 = vfs_current_time_int64,
        .xSetSystemCall = nullptr,
        .xGetSystemCall = nullptr,
        .xNextSystemCall = nullptr,
    };
}

} // namespace

std::unique_ptr<sqlite3_vfs> make_vfs(PageStore& store, const char* name) {
    return std::make_unique<sqlite3_vfs>(vfs_table(name, &store));
}

} // namespace store

// SQLite's initialisation looks for a default VFS. This one opens nothing; SQLite links it into a
// list of its own, so it must live as long as the program and be writable.
extern "C" int sqlite3_os_init() {
    static sqlite3_vfs no_files = store::vfs_table("no-files", nullptr);
    return sqlite3_vfs_register(&no_files, 1);
}

extern "C" int sqlite3_os_end() { return SQLITE_OK; }
