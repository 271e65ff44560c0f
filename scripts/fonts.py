#!/usr/bin/env python3
"""Cuts the fonts that Folio ships out of the full ones: fonts.py SOURCES CACHE OUT

SOURCES is the folder that scripts/setup unpacks into, named by the manifest's versions; OUT gets the
.ttf files. Results are kept in CACHE under a hash of everything they depend on, so that a build
without changes copies only. The same inputs give the same bytes on every machine.

  inter-{400,500,600}.ttf       the interface: European Latin, Vietnamese, Greek, Cyrillic; digits are
                                the tabular ones, because ImGui and <input> apply no OpenType features
  lucide.ttf                    the pictograms that src/ui/icons.h names
  document-{400,500,600}.ttf    documents and rare letters: all of Inter's letters, kerning, marks
  noto-<script>-{400,600}.ttf   one script each, loaded when a text needs it
"""
import hashlib
import json
import os
import re
import shutil
import sys

import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# Languages of Europe with Latin, Greek or Cyrillic letters, and Vietnamese.
COMMON = """0020-007E 00A0-017F 0192 0218-021B 0259 02BC 02C6 02D8-02DD 0300-0304 0306-030C 0323-0328
    0384-03CE 0400-045F 0490-0491 04D8-04D9 1E80-1E85 1E9E 1EA0-1EF9 2010-2015 2018-201E 2020-2022 2026
    202F 2030 2032 2033 2039 203A 2044 2070 2074-2079 20A0-20C0 2116 2122 2190-2193 2212 2248 2260 2264
    2265"""
WHOLE = """0020-007E 00A0-024F 0259 02B9-02DD 0300-036F 0370-03FF 0400-052F 1E00-1EFF 2000-206F 2070-209F
    20A0-20C0 2100-214F 2190-2199 2212 2248 2260 2264 2265 25CC"""
LATIN_IN_SCRIPT = "0020-007E 00A0 00AB 00BB 2010-2014 2018-201E 2026 25CC "
SCRIPTS = {
    "hebrew": LATIN_IN_SCRIPT + "0590-05FF 200C-200F 20AA FB1D-FB4F",
    "arabic": LATIN_IN_SCRIPT + "0600-06FF 0750-077F 200C-200F FB50-FDFF FE70-FEFC",
    "thai": LATIN_IN_SCRIPT + "0E00-0E7F 200B-200D",
    "devanagari": LATIN_IN_SCRIPT + "0900-097F 200C-200D 20B9 A8E0-A8FF",
}
WEIGHTS = {400: "400Regular", 500: "500Medium", 600: "600SemiBold"}


def code_points(text):
    points = set()
    for part in text.split():
        first, _, last = part.partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return points


def japanese():
    """Kana, punctuation and the kanji of JIS X 0208 (levels 1 and 2), as Python's codec has them."""
    points = code_points("0020-007E 3000-30FF 31F0-31FF FF00-FFEF")
    for row in range(0x21, 0x7F):
        for cell in range(0x21, 0x7F):
            try:
                points.add(ord(bytes([row | 0x80, cell | 0x80]).decode("euc_jp")))
            except UnicodeDecodeError:
                pass
    return points


def icons(lucide):
    """Code points that icons.h uses, each checked to be the pictogram of that name."""
    with open(os.path.join(lucide, "font", "codepoints.json")) as file:
        known = json.load(file)
    with open(os.path.join(ROOT, "src/ui/icons.h")) as file:
        named = re.findall(r"^\s+(\w+) = 0x([0-9A-F]{4}),", file.read(), re.MULTILINE)
    for name, code in named:
        lucide_name = name.rstrip("_").replace("_", "-")
        if known.get(lucide_name) != int(code, 16):
            sys.exit(f"icons.h: {name} is not 0x{code} in this version of Lucide")
    return {int(code, 16) for _, code in named}


def cut(source, points, features):
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [1, 2, 4, 6]
    options.name_languages = [0x409]
    options.drop_tables += ["DSIG", "STAT", "MVAR", "HVAR", "meta"]
    font = TTFont(source, recalcTimestamp=False, lazy=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=points)
    cutter.subset(font)
    return font


def with_tabular_digits(font):
    """Lets the digits' code points name the glyphs that the tnum feature would put in their place."""
    table = font["GSUB"].table
    lookups = {index for record in table.FeatureList.FeatureRecord if record.FeatureTag == "tnum"
               for index in record.Feature.LookupListIndex}
    swaps = {}
    for index in lookups:
        for part in table.LookupList.Lookup[index].SubTable:
            swaps.update(getattr(part, "ExtSubTable", part).mapping)
    for cmap in font["cmap"].tables:
        for code in range(0x30, 0x3A):
            if code in cmap.cmap:
                cmap.cmap[code] = swaps.get(cmap.cmap[code], cmap.cmap[code])
    widths = {font["hmtx"][font.getBestCmap()[code]][0] for code in range(0x30, 0x3A)}
    if len(widths) != 1:
        sys.exit("the digits are not of one width")
    del font["GSUB"]
    return font


def make(sources, out):
    def face(name, weight):
        folder = os.path.join(sources[name], WEIGHTS[weight])
        return os.path.join(folder, next(f for f in sorted(os.listdir(folder)) if f.endswith(".ttf")))

    for weight in WEIGHTS:
        font = cut(face("inter", weight), code_points(COMMON), ["tnum"])
        with_tabular_digits(font).save(os.path.join(out, f"inter-{weight}.ttf"))
        font = cut(face("inter", weight), code_points(WHOLE),
                   ["kern", "mark", "mkmk", "ccmp", "locl", "tnum"])
        font.save(os.path.join(out, f"document-{weight}.ttf"))
    for weight in (400, 600):
        for script, points in SCRIPTS.items():
            font = cut(face(f"noto-{script}", weight), code_points(points), ["*"])
            font.save(os.path.join(out, f"noto-{script}-{weight}.ttf"))
        font = cut(face("noto-jp", weight), japanese(), ["locl", "kern"])
        font.save(os.path.join(out, f"noto-jp-{weight}.ttf"))
    font = cut(os.path.join(sources["lucide"], "font", "lucide.ttf"), icons(sources["lucide"]), [])
    font.save(os.path.join(out, "lucide.ttf"))


def main():
    folder, cache, out = sys.argv[1:4]
    sources, state = {}, hashlib.sha256(fontTools.version.encode())
    with open(os.path.join(ROOT, "scripts/third_party/manifest"), "rb") as file:
        for line in file.read().decode().splitlines():
            name, version = (line.split() + ["", ""])[:2]
            if name in ("inter", "lucide") or name.startswith("noto-"):
                sources[name] = os.path.join(folder, f"{name}-{version}")
                state.update(line.encode())
    for part in ("scripts/fonts.py", "src/ui/icons.h"):
        with open(os.path.join(ROOT, part), "rb") as file:
            state.update(file.read())
    kept = os.path.join(cache, state.hexdigest()[:16])
    if not os.path.isdir(kept):
        making = f"{kept}.{os.getpid()}"
        os.makedirs(making)
        make(sources, making)
        try:
            os.rename(making, kept)
        except OSError:
            shutil.rmtree(making)  # Another build was first.
    os.makedirs(out, exist_ok=True)
    for name in os.listdir(out):
        os.remove(os.path.join(out, name))
    for name in sorted(os.listdir(kept)):
        shutil.copyfile(os.path.join(kept, name), os.path.join(out, name))


main()
