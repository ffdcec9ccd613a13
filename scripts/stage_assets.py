"""Copy what pages and documents need of the npm packages into build, and mend the NHS stylesheet on the way.

Its web font would be loaded from another site (and its licence is the NHS's), and its icons have absolute
addresses, which hashed file names cannot follow.
"""

import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules"
OUT = ROOT / "build" / "vendor"
DOCUMENT_FONTS = ROOT / "build" / "fonts"
FONT = "atkinson-hyperlegible-next"
FACES = ("400-normal", "400-italic", "700-normal")
SUBSETS = ("latin", "latin-ext")
DOCUMENT_FACES = ("400Regular", "700Bold")


def mended_stylesheet(css: str) -> str:
    """Give the NHS stylesheet without its web font and with relative addresses; stop if its shape is new."""
    css, font_rules = re.subn(r"@font-face\{[^}]*\}", "", css)
    css = css.replace("url(/assets/", "url(assets/").replace("Frutiger W01,arial,sans-serif", "arial,sans-serif")
    css = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", css)
    if font_rules != 2 or "https:" in css or "url(/" in css or "Frutiger" in css:
        sys.exit("nhsuk-frontend has changed its stylesheet: scripts/stage_assets.py must be looked at")
    return css


def stage_nhsuk() -> None:
    """Stage the stylesheet, the script and those icons of the NHS design system that the stylesheet uses."""
    source, target = PACKAGES / "nhsuk-frontend" / "dist" / "nhsuk", OUT / "nhsuk"
    (target / "assets" / "images").mkdir(parents=True)
    css = mended_stylesheet((source / "nhsuk-frontend.min.css").read_text(encoding="utf-8"))
    (target / "nhsuk.css").write_text(css, encoding="utf-8")
    # Not the whole folder: favicons and sharing pictures are the NHS's own brand, not ours to show.
    for icon in set(re.findall(r"url\((assets/images/[^)]+)\)", css)):
        shutil.copy(source / icon, target / icon)
    script = (source / "nhsuk-frontend.min.js").read_text(encoding="utf-8")
    (target / "nhsuk.min.js").write_text(re.sub(r"//# sourceMappingURL=.*", "", script), encoding="utf-8")


def stage_fonts() -> None:
    """Stage the faces of the typeface that the pages use, with its licence."""
    source, target = PACKAGES / "@fontsource" / FONT, OUT / "fonts"
    target.mkdir(parents=True)
    for subset in SUBSETS:
        for face in FACES:
            shutil.copy(source / "files" / f"{FONT}-{subset}-{face}.woff2", target)
    shutil.copy(source / "LICENSE", target / "LICENSE.txt")


def stage_document_fonts() -> None:
    """Stage the typefaces of documents, one for each script, with their licences."""
    for source in sorted((PACKAGES / "@expo-google-fonts").iterdir()):
        target = DOCUMENT_FONTS / source.name
        target.mkdir(parents=True)
        for face in DOCUMENT_FACES:
            for font in (source / face).glob("*.ttf"):
                shutil.copy(font, target)
        shutil.copy(source / "LICENSE_FONT", target / "LICENSE.txt")


if __name__ == "__main__":
    if not PACKAGES.is_dir():
        sys.exit("node_modules is missing: run 'make assets'")
    for staged in (OUT, DOCUMENT_FONTS):
        shutil.rmtree(staged, ignore_errors=True)
    stage_nhsuk()
    stage_fonts()
    stage_document_fonts()
