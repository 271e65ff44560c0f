# Fetches the archives that the manifest names into $FOLIO_CACHE and unpacks them; sourced by
# scripts/setup. Whatever the manifest pins by checksum is verified; whatever Debian serves is
# verified by apt's signatures as well. No host is named here: npm and apt know their own.

# Runs an apt tool on one suite of the machine's own mirror, with lists and cache of its own, so
# that the machine's sources and preferences stay untouched: private_apt SUITE TOOL ARGUMENT...
# The manifest chooses the versions, so lists of a mirror that stands still (a snapshot, a CI's own)
# are as good as fresh ones: their signature is checked, their expiry is not.
private_apt() {
    local suite=$1 tool=$2 state=$FOLIO_CACHE/apt/$1
    shift 2
    "$tool" -q -o Dir::State::Lists="$state/lists" -o Dir::Etc::SourceList="$state/sources.list" \
        -o Dir::Etc::SourceParts=/dev/null -o Dir::Etc::Preferences=/dev/null \
        -o Dir::Etc::PreferencesParts=/dev/null -o Dir::Cache="$state/cache" \
        -o Acquire::Check-Valid-Until=false \
        -o APT::Sandbox::User="$(id -un)" "$@"
}

# Reads the mirror from the machine's own apt configuration and loads the suite's lists.
prepare_suite() {
    local suite=$1 state=$FOLIO_CACHE/apt/$1 mirror keyring signed=""
    [ -f "$state/ready" ] && [ -z "$(find "$state/ready" -mmin +720)" ] && return 0
    mirror=$(apt-get indextargets --format '$(REPO_URI) $(LABEL)' 'Created-By: Packages' |
        awk '$2 == "Debian" { print $1; exit }')
    [ -n "$mirror" ] || die "this machine's apt names no Debian mirror (run apt-get update first)"
    for keyring in /usr/share/keyrings/debian-archive-keyring.{gpg,pgp}; do
        [ -f "$keyring" ] && signed="[signed-by=$keyring] " && break
    done
    mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
    printf 'deb %s%s %s main\ndeb-src %s%s %s main\n' \
        "$signed" "$mirror" "$suite" "$signed" "$mirror" "$suite" >"$state/sources.list"
    say "reading the package lists of $suite"
    private_apt "$suite" apt-get update >"$state/log" 2>&1 || die "lists of $suite; see $state/log"
    touch "$state/ready"
}

# Newest version of the suite whose upstream part is VERSION, else the newest there is.
choose_version() {
    local suite=$1 package=$2 version=$3 show=$4 all
    all=$(private_apt "$suite" apt-cache "$show" "$package" |
        awk -v want="$package" '/^Package:/ { name = $2 } /^Version:/ && name == want { print $2 }')
    [ -n "$all" ] || die "suite $suite has no package $package"
    printf '%s\n' "$all" | sed -E 's/^([0-9]+:)?(.*)/\2 &/' | sort -V |
        awk -v v="$version" '
            { last = $2 } index($1, v) == 1 { found = $2 } END { print found ? found : last }'
}

# Downloads one line of the manifest into the folder given; prints the file's path.
download() {
    local name=$1 folder=$2 version from package suite chosen
    version=$(manifest_field "$name" 2)
    from=$(manifest_field "$name" 3)
    package=$(manifest_field "$name" 4)
    suite=${from#*/}
    cd "$folder"
    case $from in
    npm)
        npm pack --loglevel=error --ignore-scripts "$package@$version" \
            >/dev/null 2>"$folder/log" || {
            cat "$folder/log" >&2
            die "npm did not get $package@$version"
        }
        ;;
    source/*)
        prepare_suite "$suite"
        chosen=$(choose_version "$suite" "$package" "$version" showsrc)
        private_apt "$suite" apt-get source --download-only --tar-only "$package=$chosen" \
            >"$folder/log" 2>&1 || { cat "$folder/log" >&2; die "source of $package $chosen"; }
        ;;
    binary/*)
        prepare_suite "$suite"
        chosen=$(choose_version "$suite" "$package" "$version" show)
        private_apt "$suite" apt-get download "$package=$chosen" >"$folder/log" 2>&1 ||
            { cat "$folder/log" >&2; die "package $package $chosen"; }
        ;;
    *) die "manifest: $name comes from an unknown place: $from" ;;
    esac
    rm -f "$folder/log"
    find "$folder" -type f | head -n 1
}

# Checks an archive against the manifest. Only a moving suite may differ, and only by version.
verify() {
    local name=$1 file=$2 wanted actual
    wanted=$(manifest_field "$name" 5)
    [ "$wanted" = - ] && return 0
    actual=$(sha256sum "$file" | cut -d' ' -f1)
    [ "$actual" = "$wanted" ] && return 0
    if [ "$(manifest_field "$name" 3)" = source/forky ] &&
        [[ $(basename "$file") != *_$(manifest_field "$name" 2).* ]]; then
        say "NOTICE: $name $(manifest_field "$name" 2) is no longer in forky;" \
            "taking $(basename "$file"), verified by apt's signature"
        return 0
    fi
    die "$name: $(basename "$file") has sha256 $actual, the manifest says $wanted"
}

# Fetches, verifies and unpacks one source unless it is there; a broken download leaves nothing.
fetch() {
    local name=$1 folder work file
    folder=$(source_folder "$name")
    [ -d "$folder" ] && return 0
    mkdir -p "$FOLIO_CACHE/sources"
    work=$(mktemp -d "$FOLIO_CACHE/sources/.$name.XXXXXX")
    mkdir "$work/archive" "$work/unpacked"
    say "fetching $name $(manifest_field "$name" 2)"
    file=$(download "$name" "$work/archive")
    [ -f "$file" ] || die "$name: nothing was downloaded"
    verify "$name" "$file"
    case $file in
    *.deb) dpkg-deb -x "$file" "$work/unpacked" ;;
    *) tar -xf "$file" -C "$work/unpacked" --strip-components=1 --no-same-owner ;;
    esac
    basename "$file" >"$work/unpacked/.archive"
    mv "$work/unpacked" "$folder"
    rm -rf "$work"
}

# Emscripten of a later Debian in a private prefix, for a system whose own packages have none.
# It is plain Python and JavaScript; only binaryen is compiled, and brings its own C library.
install_private_emscripten() {
    local prefix work name tool libraries loader
    prefix=$FOLIO_CACHE/emscripten-$(manifest_field emscripten 2)
    [ -f "$prefix/complete" ] && return 0
    for name in emscripten binaryen libc libstdcxx libgcc acorn; do fetch "$name"; done
    work=$(mktemp -d "$FOLIO_CACHE/.emscripten.XXXXXX")
    for name in binaryen libc libstdcxx libgcc; do cp -a "$(source_folder $name)/." "$work"; done
    mkdir -p "$work/binaryen/bin"
    libraries=$(dirname "$(find "$work/usr/lib" -name 'ld-linux-*.so.*' | head -n 1)")
    libraries=$prefix/${libraries#"$work"/}
    loader=$(basename "$(find "$work/usr/lib" -name 'ld-linux-*.so.*' | head -n 1)")
    for tool in "$work"/usr/bin/wasm*; do
        name=$(basename "$tool")
        cat >"$work/binaryen/bin/$name" <<WRAPPER
#!/bin/sh
exec "$libraries/$loader" --library-path "$libraries:$prefix/usr/lib" "$prefix/usr/bin/$name" "\$@"
WRAPPER
        chmod +x "$work/binaryen/bin/$name"
    done
    cp -a "$(source_folder emscripten)/." "$work"
    mkdir -p "$work/usr/share/emscripten/node_modules"
    cp -a "$(source_folder acorn)" "$work/usr/share/emscripten/node_modules/acorn"
    cat >"$work/usr/share/emscripten/.emscripten" <<CONFIG
LLVM_ROOT = '/usr/lib/llvm-19/bin'
BINARYEN_ROOT = '$prefix/binaryen'
NODE_JS = '$(command -v node)'
CACHE = '$prefix/usr/share/emscripten/cache'
FROZEN_CACHE = True
CONFIG
    touch "$work/complete"
    rm -rf "$prefix" "$(source_folder emscripten)" # 1.2 GB unpacked: kept once
    mv "$work" "$prefix"
}
