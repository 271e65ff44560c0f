#include "book_fixture.h"

using namespace store_test;

namespace {

void settle(Run& first, Run& second) {
    for (int turn = 0; turn < 5; ++turn) {
        first.settle();
        second.settle();
    }
}

} // namespace

TEST_CASE("owners: a second program reads what the first saves and may not write") {
    platform::SimStorage storage;
    Run owner(storage);
    owner.open_or_create();
    Run follower(storage, 2);
    follower.open();
    CHECK(follower.book.role() == platform::DiskRole::follower);
    const auto refused = follower.book.begin();
    REQUIRE(!refused.has_value());
    CHECK(refused.error().code == base::Code::read_only);
    CHECK(!follower.book.database().execute("DELETE FROM note").has_value());
    for (std::int64_t id = 1; id <= 5; ++id) {
        owner.add(id, "followed");
        settle(owner, follower);
        CHECK(follower.count() == id);
        CHECK(follower.book.revision() == owner.book.revision());
    }
}

TEST_CASE("owners: a follower that missed folded records reads the base again") {
    platform::SimStorage storage;
    Run owner(storage);
    owner.open_or_create();
    Run follower(storage, 2);
    follower.open();
    for (std::int64_t id = 1; id <= 30; ++id)
        owner.add(id, "x");
    owner.settle();
    while (owner.book.fold_step())
        owner.settle();
    owner.add(31, "y");
    settle(owner, follower);
    REQUIRE(follower.book.phase() == Phase::ready);
    CHECK(follower.count() == 31);
}

TEST_CASE("owners: after a take-over the old owner keeps its unsaved work to itself") {
    platform::SimStorage storage;
    Run old_owner(storage);
    old_owner.open_or_create();
    old_owner.add(1, "saved");
    old_owner.settle();
    Run new_owner(storage, 2);
    new_owner.open();
    old_owner.disk.set_faults({.delay_polls_max = 1000000});
    old_owner.add(2, "never saved");
    old_owner.book.poll();
    new_owner.book.take_over();
    new_owner.settle();
    REQUIRE(new_owner.book.role() == platform::DiskRole::owner);
    new_owner.add(3, "of the new owner");
    new_owner.settle();
    old_owner.disk.set_faults({});
    for (int turn = 0; turn < 1000000 && old_owner.book.role() == platform::DiskRole::owner; ++turn)
        old_owner.book.poll();
    CHECK(old_owner.book.role() == platform::DiskRole::follower);
    CHECK(old_owner.book.save_state().kind == Kind::not_saved);
    CHECK(old_owner.book.saved_revision() < old_owner.book.revision());
    CHECK(old_owner.count() == 2); // Still there, to be copied out.
    CHECK(new_owner.count() == 2);
    old_owner.book.discard_unsaved();
    settle(new_owner, old_owner);
    REQUIRE(old_owner.book.phase() == Phase::ready);
    CHECK(old_owner.count() == 2);
    new_owner.disk.crash();
    Run third(storage, 3);
    third.open();
    REQUIRE(third.book.phase() == Phase::ready);
    CHECK(third.count() == 2);
}
