# Runs the parts of a test round and counts what they say; sourced by scripts/check and test.
#
# part NAME KIND COMMAND...  runs a command with its output in build/test/NAME.log and adds its
# counts: KIND is doctest (its summary), node (its TAP summary) or plain (the exit code: one test).
# A program that ends badly without naming a failed test counts as one failure. Never stops early.

logs=$FOLIO_ROOT/build/test
rm -rf "$logs"
mkdir -p "$logs"

part() {
    local name=$1 kind=$2 status=0 started=$SECONDS passed=0 failed=0
    shift 2
    "$@" >"$logs/$name.log" 2>&1 </dev/null || status=$?
    case $kind in
    doctest)
        passed=$(summary_of "$name" passed)
        failed=$(summary_of "$name" failed)
        ;;
    node)
        passed=$(sed -n 's/^# pass \([0-9]*\)$/\1/p' "$logs/$name.log" | tail -n 1)
        failed=$(awk '/^# (fail|cancelled) [0-9]+$/ { n += $3 } END { print n + 0 }' \
            "$logs/$name.log")
        ;;
    plain) [ "$status" != 0 ] || passed=1 ;;
    esac
    passed=${passed:-0}
    failed=${failed:-0}
    if [ "$status" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
    printf '%s %s\n' "$passed" "$failed" >"$logs/$name.count"
    printf '%-28s %5d passed %4d failed %5d s\n' \
        "$name" "$passed" "$failed" $((SECONDS - started))
    if [ "$status" != 0 ]; then
        printf '%s\n' "--- $name ended with $status; the end of build/test/$name.log:"
        tail -n 60 "$logs/$name.log"
        printf '%s\n' "---"
    fi
}

# The number before a word in doctest's last line about test cases.
summary_of() { sed -n "s/.*test cases:.*| *\([0-9]*\) $2.*/\1/p" "$logs/$1.log" | tail -n 1; }

# Runs `part` for each line of standard input (NAME KIND COMMAND...), COUNT at a time.
parts_at_once() {
    local count=$1 line
    while read -r line; do
        while [ "$(jobs -rp | wc -l)" -ge "$count" ]; do wait -n || true; done
        # shellcheck disable=SC2086 # a line is words
        part $line &
    done
    wait
}

# The closing line, and the exit code of the round.
finish() {
    local passed failed
    passed=$(cat "$logs"/*.count | awk '{ n += $1 } END { print n + 0 }')
    failed=$(cat "$logs"/*.count | awk '{ n += $2 } END { print n + 0 }')
    printf '%d passed, %d failed\n' "$passed" "$failed"
    [ "$failed" = 0 ] && [ "$passed" != 0 ]
}

check_format() {
    local files
    mapfile -t files < <(find "$FOLIO_ROOT/src" "$FOLIO_ROOT/tests" -name node_modules -prune \
        -o \( -name '*.h' -o -name '*.cpp' \) -print)
    clang-format-19 --dry-run -Werror "${files[@]}"
}

# Every doctest program that was built, as lines for parts_at_once; the slowest first.
doctest_programs() {
    local program name
    for program in "$FOLIO_ROOT"/build/native/tests/{*_tests,unit_*,tidy_test}; do
        [ -x "$program" ] || continue
        name=$(basename "$program")
        printf '%s doctest %s\n' "$name" "$program"
    done
}
