"""Makes the tables of tests/corpus-tables: one source gives the PDF, its known cells and where its tables stand.

    python3 tools/tables/make.py tests/corpus-tables [NAME...]        needs Chromium, LibreOffice, qpdf and poppler's pdftotext

cells.csv counts rows and columns as they stand on the page, from its upper left; regions.csv has boxes from the upper left of
the page as it is seen, in points. A table that goes on over pages is known page by page. The content is invented.
"""
import csv
import html
import pathlib
import re
import subprocess
import sys
import tempfile

from documents import DOCUMENTS
from notices import NOTICES
from plain import PLAIN_DOCUMENTS
from reports import REPORTS


def cell_of(cell):
    """(text, rowspan, colspan) of a cell as the documents write it."""
    return cell if isinstance(cell, tuple) else (cell, 1, 1)


def placed(rows):
    """Cells with their row and column; what a span covers is taken."""
    taken, cells = set(), []
    for r, row in enumerate(rows):
        c = 0
        for cell in row:
            while (r, c) in taken:
                c += 1
            text, down, across = cell_of(cell)
            taken |= {(r + i, c + j) for i in range(down) for j in range(across)}
            cells.append((r, c, down, across, text))
            c += across
    return cells


def table_html(table, is_hidden):
    heads = table["heads"]
    rows = ["<tr>" + "".join('<{0} rowspan="{1}" colspan="{2}">{3}</{0}>'.format("th" if r < heads else "td", down, across, html.escape(text).replace("\n", "<br>"))
                             for text, down, across in map(cell_of, row)) + "</tr>" for r, row in enumerate(table["rows"])]
    style = 'style="visibility:hidden"' if is_hidden else ""
    return f'<table class="{table["class"]}" {style}><thead>{"".join(rows[:heads])}</thead><tbody>{"".join(rows[heads:])}</tbody></table>'


def page_html(document, shown=None):
    """The document; or only one of its tables, everything where it was."""
    tables = [p for p in document["body"] if not isinstance(p, str)]
    body = "".join(p if isinstance(p, str) else table_html(p, shown is not None and p is not tables[shown]) for p in document["body"])
    hidden = "" if shown is None else "body{visibility:hidden} table{visibility:visible}"
    return f'<html><head><meta charset="utf-8"><style>tr{{break-inside:avoid}} *{{-webkit-print-color-adjust:exact}} {document["css"]} {hidden}</style></head><body>{body}</body></html>'


def print_pdf(document, target, shown=None):
    with tempfile.TemporaryDirectory() as folder:
        source, large = pathlib.Path(folder, "source.html"), pathlib.Path(folder, "source.pdf")
        source.write_text(page_html(document, shown), encoding="utf-8")
        if document["maker"] == "chromium":
            subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-pdf-header-footer",
                            f"--user-data-dir={folder}/profile", f"--print-to-pdf={large}", str(source)], check=True, capture_output=True)
        else:
            subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf:writer_pdf_Export",
                            "--infilter=HTML (StarWriter)", "--outdir", folder, str(source)], check=True, capture_output=True)
        subprocess.run(["qpdf", "--object-streams=generate", "--recompress-flate", "--compression-level=9", str(large), str(target)], check=True)
    for turn in document.get("turns", []) if shown is None else []:
        subprocess.run(["qpdf", "--replace-input", *turn, str(target)], check=True)


def words_of(pdf):
    """Words in reading order: page, box, text."""
    text = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True).stdout.decode("utf-8")
    page, words = 0, []
    for line in text.splitlines():
        if "<page " in line:
            page += 1
        elif match := re.search(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>', line):
            words.append((page, tuple(float(match[i]) for i in range(1, 5)), html.unescape(match[5])))
    return words


def words_of_table(document, shown, pdf):
    """Chromium prints the table alone; what LibreOffice prints stands between paragraphs, whose words are counted."""
    if document["maker"] == "chromium":
        with tempfile.TemporaryDirectory() as folder:
            alone = pathlib.Path(folder, "alone.pdf")
            print_pdf(document, alone, shown)
            return words_of(alone)
    words = words_of(pdf)
    before, after = (len(re.sub("<[^>]*>", " ", "".join(p for p in parts if isinstance(p, str))).split()) for parts in (document["body"][:1], document["body"][1:]))
    return words[before if isinstance(document["body"][0], str) else 0:len(words) - after]


def regions(words):
    boxes = {}
    for page, box, _ in words:
        old = boxes.get(page, box)
        boxes[page] = (min(old[0], box[0]), min(old[1], box[1]), max(old[2], box[2]), max(old[3], box[3]))
    return boxes


def page_of(rows, words):
    """The page of each row, from its words; rows do not go backwards."""
    pages, at = [], min((w[0] for w in words), default=1)
    text = {p: {w[2] for w in words if w[0] == p} for p in {w[0] for w in words}}
    for row in rows:
        tokens = [t for cell in row for t in cell_of(cell)[0].split()]
        if at + 1 in text and sum(t in text[at + 1] for t in tokens) > sum(t in text[at] for t in tokens):
            at += 1
        pages.append(at)
    return pages


def cells_of(table, words):
    """Cells by page; Chromium repeats the heads on each page unless the document asks it not to."""
    cells, pages = placed(table["rows"]), page_of(table["rows"], words)
    width = max(c + across for _, c, _, across, _ in cells)
    for page in sorted(set(pages)):
        for r, c, down, across, text in cells:
            if pages[r] == page or (r < table["heads"] and table["repeats"]):
                yield page, r, width - c - across if table["rtl"] else c, down, across, text.replace("\n", " ")


def write(path, head, rows):
    with open(path, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(head.split())
        writer.writerows(rows)


def make(document, folder):
    folder.mkdir(parents=True, exist_ok=True)
    pdf = folder / "source.pdf"
    print_pdf(document, pdf)
    cells, boxes = [], []
    for t, table in enumerate(p for p in document["body"] if not isinstance(p, str)):
        words = words_of_table(document, t, pdf)
        cells += [(t + 1, *cell) for cell in cells_of(table, words)]
        boxes += [(t + 1, page, *(round(v, 1) for v in box)) for page, box in regions(words).items()]
    write(folder / "cells.csv", "table page row column rowspan colspan text", cells)
    write(folder / "regions.csv", "table page left top right bottom", boxes)


if __name__ == "__main__":
    for name, document in (DOCUMENTS | PLAIN_DOCUMENTS | REPORTS | NOTICES).items():
        if len(sys.argv) < 3 or name in sys.argv[2:]:
            make(document, pathlib.Path(sys.argv[1]).resolve() / name)
            print(name)
