# What every script of this folder shares; sourced, never run. Sets FOLIO_ROOT and FOLIO_CACHE,
# defines say, die and the use of the web compiler. Changes nothing on the machine.

set -euo pipefail
FOLIO_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
: "${FOLIO_CACHE:=$HOME/.cache/folio}"
export FOLIO_ROOT FOLIO_CACHE
manifest=$FOLIO_ROOT/scripts/third_party/manifest

say() { printf '%s\n' "$*" >&2; }
die() { say "error: $*"; exit 1; }

# Field of a manifest line: manifest_field NAME {2 version, 3 from, 4 package, 5 sha256}.
manifest_field() { awk -v name="$1" -v field="$2" '$1 == name { print $field }' "$manifest"; }

# The folder a source is unpacked to. It carries the pinned version, so that two checkouts with
# different manifests share one cache.
source_folder() { printf '%s/sources/%s-%s' "$FOLIO_CACHE" "$1" "$(manifest_field "$1" 2)"; }

# True for an emcc >= 3.1.60 (the first with what we link with).
emcc_is_recent() {
    local version
    version=$("$1" --version 2>/dev/null | sed -n '1s/.* \([0-9]*\.[0-9]*\.[0-9]*\).*/\1/p')
    [ -n "$version" ] && [ "$(printf '%s\n3.1.60\n' "$version" | sort -V | head -n 1)" = 3.1.60 ]
}

# Puts the web compiler on PATH: the machine's own if it is recent enough, else the private one.
use_emscripten() {
    local prefix
    if command -v emcc >/dev/null && emcc_is_recent emcc; then return 0; fi
    prefix=$FOLIO_CACHE/emscripten-$(manifest_field emscripten 2)
    [ -f "$prefix/complete" ] || return 1
    export PATH=$prefix/usr/share/emscripten:$PATH
}
