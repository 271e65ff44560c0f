#include "book_fixture.h"

#include "folders.h"
#include "platform/native/disk.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace store_test;

namespace {

// A book in a file of a folder of its own.
struct FileRun {
    explicit FileRun(const std::string& path)
        : book({.disk = disk, .clock = clock, .entropy = entropy, .keys = keys}) {
        book.open(path);
        poll();
        if (book.phase() != Phase::empty) return;
        REQUIRE(book.create().has_value());
        auto transaction = book.begin();
        REQUIRE(book.database()
                    .execute("CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
                    .has_value());
        REQUIRE(transaction->commit().has_value());
        poll();
    }
    void poll() {
        for (int turn = 0; turn < 50; ++turn)
            book.poll();
    }
    void add(std::int64_t id, std::string_view text) {
        auto transaction = book.begin();
        {
            auto insert =
                book.database().prepare("INSERT OR REPLACE INTO note(id, text) VALUES(?, ?)");
            REQUIRE(insert->run(id, text).has_value());
        }
        REQUIRE(transaction->commit().has_value());
        poll();
    }
    std::int64_t count() {
        auto select = book.database().prepare("SELECT count(*) FROM note");
        REQUIRE(*select->step());
        return select->integer(0);
    }

    platform::FileDisk disk;
    platform::SimClock clock{base::Instant{}};
    platform::SimEntropy entropy{1};
    QuickKeyDerivation keys;
    store::Book book;
};

struct Folder {
    Folder() : path(std::filesystem::temp_directory_path() / "folio-native-disk-XXXXXX") {
        std::string pattern = path.string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path = pattern;
    }
    ~Folder() { std::filesystem::remove_all(path); }
    [[nodiscard]] std::string book() const { return (path / "practice.folio").string(); }
    std::filesystem::path path;
};

base::Bytes read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write_file(const std::string& path, base::ByteView bytes) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
}

} // namespace

TEST_CASE("native disk: a book in a file is there again, and is compacted on the way") {
    Folder folder;
    {
        FileRun run(folder.book());
        const std::string text(20000, 'x');
        for (std::int64_t id = 1; id <= 150; ++id) {
            run.add(id % 10, text);
            run.clock.advance(400);
        }
        CHECK(run.book.save_state().kind == Kind::saved);
        CHECK(std::filesystem::file_size(folder.book()) < 6'000'000);
    }
    FileRun again(folder.book());
    REQUIRE(again.book.phase() == Phase::ready);
    CHECK(again.count() == 10);
}

TEST_CASE("native disk: a file cut off anywhere in its last frame opens without that frame") {
    Folder folder;
    {
        FileRun run(folder.book());
        run.add(1, "x");
    }
    const auto before = read_file(folder.book()).size();
    {
        FileRun run(folder.book());
        run.add(2, "y");
    }
    const auto whole = read_file(folder.book());
    base::Random random(3);
    for (int round = 0; round < 60; ++round) {
        const auto size = before + static_cast<std::size_t>(random.below(whole.size() - before));
        CAPTURE(size);
        write_file(folder.book(), base::ByteView(whole).first(size));
        FileRun run(folder.book());
        REQUIRE(run.book.phase() == Phase::ready);
        CHECK(run.count() == 1);
        CHECK(run.disk.dropped_torn_end() == (size > before));
        run.add(3, "goes on");
        CHECK(run.count() == 2);
    }
}

TEST_CASE("native disk: a flipped bit before the last frame is damage, not a shorter book") {
    Folder folder;
    std::size_t last_frame = 0;
    {
        FileRun run(folder.book());
        for (std::int64_t id = 1; id <= 5; ++id) {
            last_frame = read_file(folder.book()).size();
            run.add(id, "x");
        }
    }
    const auto whole = read_file(folder.book());
    base::Random random(4);
    for (int round = 0; round < 60; ++round) {
        auto flipped = whole;
        const auto at = 16 + static_cast<std::size_t>(random.below(last_frame - 16));
        CAPTURE(at);
        flipped[at] = static_cast<std::uint8_t>(flipped[at] ^ (1U << random.below(8)));
        write_file(folder.book(), flipped);
        platform::FileDisk disk;
        platform::SimClock clock{base::Instant{}};
        platform::SimEntropy entropy{1};
        QuickKeyDerivation keys;
        store::Book book({.disk = disk, .clock = clock, .entropy = entropy, .keys = keys});
        book.open(folder.book());
        for (int turn = 0; turn < 5; ++turn)
            book.poll();
        CHECK(book.phase() == Phase::damaged);
        CHECK(read_file(folder.book()) == flipped);
    }
}

TEST_CASE("native disk: a second program on one file may only read") {
    Folder folder;
    FileRun owner(folder.book());
    owner.add(1, "x");
    FileRun second(folder.book());
    CHECK(second.book.role() == platform::DiskRole::follower);
    CHECK(second.count() == 1);
    CHECK(!second.book.begin().has_value());
}

TEST_CASE("native disk: some other file is refused and left alone") {
    Folder folder;
    const base::Bytes other(100, 'x');
    write_file(folder.book(), other);
    platform::FileDisk disk;
    platform::SimClock clock{base::Instant{}};
    platform::SimEntropy entropy{1};
    QuickKeyDerivation keys;
    store::Book book({.disk = disk, .clock = clock, .entropy = entropy, .keys = keys});
    book.open(folder.book());
    book.poll();
    CHECK(book.phase() == Phase::failed);
    CHECK(read_file(folder.book()) == other);
}

TEST_CASE("native disk: records of whole pages, as version 1 wrote them, still open") {
    // Written by the program before records held what of a page has changed: a schema and three
    // notes, a commit each, folded after the first.
    Folder folder;
    write_file(folder.book(),
               read_file(folders::in_checkout("tests/golden/records_v1/book.folio")));
    {
        FileRun run(folder.book());
        REQUIRE(run.book.phase() == Phase::ready);
        CHECK(run.count() == 3);
        CHECK(run.book.revision() == 4);
        // Records of both versions in one log.
        run.add(4, "note 4");
    }
    FileRun again(folder.book());
    CHECK(again.count() == 4);
    while (again.book.check_slice().value_or(false)) {
    }
}
