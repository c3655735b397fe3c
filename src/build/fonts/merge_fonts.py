"""Makes assets/fonts/RapporteurSans-*.ttf from Noto Sans and Noto Sans Arabic.

One font for Latin, Greek, Cyrillic and Arabic, because JavaFX orders a right-to-left run wrongly as soon as a part of
it comes from a second font: full stops and brackets then stand on the wrong side. The line height is that of Noto
Sans; Noto Sans Arabic alone makes every button half as tall again.

usage: merge_fonts.py FOLDER_OF_NOTO_TTF OUTPUT_FOLDER      (needs fontTools; Noto Sans 2.004, Noto Sans Arabic 2.005)
"""

import os
import sys
import tempfile

from fontTools import merge, subset
from fontTools.ttLib import TTFont

FAMILY = "Rapporteur Sans"
VERSION = "Version 1.0; Noto Sans 2.004 and Noto Sans Arabic 2.005 in one, with the line height of Noto Sans"
METRICS = {
    "hhea": ("ascent", "descent", "lineGap"),
    "OS/2": ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent", "sxHeight",
             "sCapHeight", "usWeightClass", "fsSelection"),
}


def is_devanagari(code):
    return 0x900 <= code <= 0x97F or 0x1CD0 <= code <= 0x1CFF or 0xA8E0 <= code <= 0xA8FF


def part(source, codes, target):
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["*"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.legacy_kern = False
    options.drop_tables += ["DSIG", "meta"]
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    subset.save_font(font, target, options)


def build(folder, style, output):
    latin_file = os.path.join(folder, f"NotoSans-{style}.ttf")
    arabic_file = os.path.join(folder, f"NotoSansArabic-{style}.ttf")
    latin, arabic = TTFont(latin_file), TTFont(arabic_file)
    latin_codes = set(latin.getBestCmap())
    arabic_codes = set(arabic.getBestCmap()) - latin_codes
    with tempfile.TemporaryDirectory() as temporary:
        parts = [os.path.join(temporary, name) for name in ("latin.ttf", "arabic.ttf")]
        part(latin_file, {c for c in latin_codes if not is_devanagari(c)}, parts[0])
        part(arabic_file, arabic_codes, parts[1])
        font = merge.Merger(merge.Options(drop_tables=["vmtx", "vhea", "MATH", "STAT"])).merge(parts)
    for table, names in METRICS.items():
        for name in names:
            setattr(font[table], name, getattr(latin[table], name))
    font["head"].macStyle = latin["head"].macStyle
    font["name"].names = []
    full = FAMILY if style == "Regular" else f"{FAMILY} {style}"
    for number, words in {
        0: "Copyright 2015-2020 Google LLC. All Rights Reserved.",
        1: FAMILY,
        2: style,
        3: f"RapporteurSans-{style};1.0",
        4: full,
        5: VERSION,
        6: f"RapporteurSans-{style}",
        13: latin["name"].getDebugName(13),
        14: "https://openfontlicense.org",
    }.items():
        font["name"].setName(words, number, 3, 1, 0x409)
    font.save(os.path.join(output, f"RapporteurSans-{style}.ttf"))


if __name__ == "__main__":
    for each in ("Regular", "Bold"):
        build(sys.argv[1], each, sys.argv[2])
