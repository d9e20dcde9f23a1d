"""Documents of invented words and figures, each in another way to set a table. The seed is fixed, so that the cells are the same each time."""
import random

from documents import doc, table

WORDS = "amber birch copper delta ember fjord garnet harbour island juniper kestrel lantern meadow north orchard pebble quarry river summit thistle".split()
PLACES = ["Port Alder", "Nordhaven", "Žďárek", "Vila Nova do Cabo", "Santa Íris", "Østerlund", "Grünwinkel", "Szélrét", "Kalnaliai", "Çamlık"]

BODY = "body{font-family:sans-serif;font-size:10pt} "
RULED = BODY + "table{border-collapse:collapse} td,th{border:1px solid #333;padding:3px} "
INNER = BODY + "table{border-collapse:collapse} td+td,th+th{border-left:1px solid #333} tbody tr td{border-top:1px solid #333} td,th{padding:3px 6px} "
BOOK = BODY + "table{border-collapse:collapse;border-top:2px solid;border-bottom:2px solid} thead{border-bottom:1px solid} td,th{padding:2px 8px;text-align:left} "
LINES = BODY + "table{border-collapse:collapse} td,th{border-bottom:1px solid #888;padding:3px 8px;text-align:left} "
BARE = BODY + "table{border-spacing:0} td,th{padding:2px 10px;text-align:left;vertical-align:top} "
CENTRED = BODY + "table{width:70%} td,th{padding:4px 6px;text-align:center;vertical-align:middle} "
DOUBLE = BODY + "table{border:1px solid;border-spacing:3px} td,th{border:1px solid;padding:2px} "
DOTTED = BODY + "table{border-collapse:collapse} td,th{border:1px dotted #555;padding:3px} "
RIGHT = BODY + "table{border-collapse:collapse} td,th{padding:2px 12px;text-align:right} td:first-child,th:first-child{text-align:left} "
ONCE = "thead{display:table-row-group} "

r = random.Random(2013)


def phrase(least, most):
    return " ".join(r.choice(WORDS) for _ in range(r.randint(least, most))).capitalize()


def prose(sentences):
    return "<p>" + ". ".join(phrase(7, 14) for _ in range(sentences)) + ".</p>"


def grid(rows, kinds):
    """Kinds: n running number, w words, s sentence, i figure, d date, m money, p place, ? a figure or nothing."""
    make = {
        "w": lambda i: phrase(1, 3), "s": lambda i: phrase(6, 11), "i": lambda i: str(r.randint(1, 9999)), "n": lambda i: str(i + 1),
        "d": lambda i: f"{r.randint(1, 28):02}.{r.randint(1, 12):02}.{r.randint(1990, 2024)}", "m": lambda i: f"{r.randint(1, 900)},{r.randint(0, 99):02} €",
        "p": lambda i: r.choice(PLACES), "?": lambda i: str(r.randint(1, 99)) if r.random() < 0.6 else "",
    }
    return [[phrase(1, 2) for _ in kinds]] + [[make[k](i) for k in kinds] for i in range(rows)]


def sections():
    rows = [["Item", "Price", "Stock"]]
    for name in ("Tools for the garden", "Kitchen", "Paper and ink"):
        rows += [[(name, 1, 3)]] + grid(4, "wmi")[1:]
    return rows


PLAIN_DOCUMENTS = {
    "ruled-over-pages": doc("chromium", RULED + ONCE, table(grid(60, "nwpid"), repeats=False)),
    "ruled-sections": doc("chromium", RULED, table(sections())),
    "ruled-inner-lines": doc("chromium", INNER, table(grid(8, "wpim"))),
    "ruled-double": doc("chromium", DOUBLE, table(grid(9, "nwim"))),
    "ruled-dotted": doc("chromium", DOTTED, table(grid(9, "wpid"))),
    "ruled-empty-cells": doc("chromium", RULED, table(grid(10, "w????"))),
    "ruled-three-tables": doc("chromium", RULED, prose(3), table(grid(4, "wim")), prose(4), table(grid(5, "nwpd")), prose(2), table(grid(3, "pi"))),
    "book-places": doc("chromium", BOOK, prose(3), table(grid(9, "wiii")), prose(4)),
    "lines-wrapped": doc("chromium", LINES + "td:nth-child(2){width:34%} ", table(grid(9, "nspd"))),
    "bare": doc("chromium", BARE, table(grid(14, "nwpd"))),
    "bare-wrapped": doc("chromium", BARE + "table{width:80%} td:nth-child(2){width:40%} ", table(grid(10, "nspd"))),
    "bare-centred": doc("chromium", CENTRED, table(grid(10, "nspi"))),
    "bare-close": doc("chromium", BODY, table(grid(12, "nwpid"))),
    "bare-over-pages": doc("chromium", BARE, table(grid(80, "nwpid"))),
    "bare-empty-cells": doc("chromium", BARE, table(grid(12, "w????"))),
    "bare-two-tables": doc("chromium", BARE, prose(3), table(grid(6, "wim")), prose(5), table(grid(7, "npd")), prose(3)),
    "figures-right-in-prose": doc("chromium", RIGHT, prose(6), table(grid(6, "piii")), prose(6)),
    "landscape-wide": doc("chromium", LINES + "@page{size:A4 landscape} ", table(grid(14, "nwpdiimw"))),
    "small-print": doc("chromium", BARE + "table{font-size:6.5pt} ", table(grid(30, "nwpidm"))),
}
