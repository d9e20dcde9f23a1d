"""Documents as offices of statistics, ministries, clubs and firms print them: open tables in prose, heads of several lines, indented labels."""
from documents import doc, table

SERIF = "@page{size:A4;margin:20mm} body{font-family:'Liberation Serif';font-size:10.5pt} table{border-collapse:collapse;font-size:9pt} td,th{padding:1pt 6pt;font-weight:normal} "
SANS = "@page{size:A4;margin:18mm} body{font-family:'Liberation Sans';font-size:9.5pt} table{border-collapse:collapse;font-size:8pt} td,th{padding:1.5pt 7pt} "
FIGURES = "td{text-align:right} td:first-child,th:first-child{text-align:left} "
TWO = ".two{column-count:2;column-gap:8mm;text-align:justify} "

P1 = "<p>In the period under review the number of enterprises in the sector rose again, although more slowly than in the years before the reform. Most of the new enterprises are small, and about a third of them were founded by persons who had been employed in the same branch. Compared with the average of all regions, the coastal districts grew faster.</p>"
P2 = "<p>The employment rate of persons aged 20 to 64 stood at 71.2 % in the last quarter, 0.4 points more than a year earlier. The increase was larger for women than for men; it was largest for persons over 55. Part-time work accounts for most of it, as Table 2 shows. The figures for the two smallest regions rest on few answers and should be used with care.</p>"
P3 = "<p>Expenditure on maintenance fell short of the plan by 3.1 million, chiefly because two contracts were awarded later than foreseen. The remainder was carried over. No further transfers between the chapters of the budget were made, and the reserve was not drawn upon. The committee took note of the report in its meeting of 14 May.</p>"
SHORT = "<p>Source: Survey of enterprises, 2018; own calculations.</p>"
COLUMNS = f'<div class="two">{P1}{P2}{P3}</div>'

UNEMPLOYMENT = [["", "Total\n(1 000)", "Rate\n(% of labour force)", "Change on\nprevious year", "Long-term\nshare (%)"],
                ["Area", "1 842.3", "7.1", "−0.4", "38.2"], ["  Northern districts", "402.9", "5.9", "−0.2", "31.0"], ["    of which: Isles", "12.4", "9.8", "0.1", "40.6"],
                ["  Southern districts", "911.0", "9.4", "−0.7", ":"], ["  Capital", "528.4", "6.0", "−0.1", "29.9"], ["Candidate area", "233.5", "12.6", "1.3", "51.7"]]

BUDGET = [[("Programme", 2, 1), ("Outlays", 1, 3), ("Staff", 1, 2)], ["2015\nactual", "2016\nestimate", "2017\nproposed", "2016", "2017"],
          ["Rangeland management", "$ 84,104", "$ 86,220", "$ 88,015", "612", "618"], ["Wild horses and burros", "77,245", "80,555", "80,108", "154", "154"],
          ["Fire preparedness and suppression of fires on adjacent lands", "291,673", "316,879", "332,784", "1,911", "1,950"], ["Land acquisition", "(1,204)", "38,630", "43,959", "28", "28"],
          ["Total, all programmes", "$ 451,818", "$ 522,284", "$ 544,866", "2,705", "2,750"]]

LEAGUE = [["", "Team", "P", "W", "D", "L", "F", "A", "GD", "Pts"],
          ["1", "Harbour Rovers", "22", "15", "4", "3", "48", "21", "+27", "49"], ["2", "Old Mill Athletic", "22", "14", "3", "5", "41", "25", "+16", "45"],
          ["3", "St. Brannoc's", "22", "10", "8", "4", "33", "24", "+9", "38"], ["4", "Quarrymen", "22", "9", "6", "7", "36", "30", "+6", "33"],
          ["5", "Fen United", "22", "8", "5", "9", "28", "29", "−1", "29"], ["6", "Tower Hamlet", "22", "3", "4", "15", "17", "44", "−27", "13"]]

TIMES = [["Train", "301", "303", "305", "1307", "309", "311", "313"],
         ["Days", "daily", "Mo–Fr", "daily", "Sa, Su", "daily", "Mo–Fr", "daily"],
         ["Castle Street", "5.10", "6.10", "7.10", "7.40", "8.10", "", "10.10"], ["Brewery", "5.14", "6.14", "7.14", "7.44", "8.14", "", "10.14"],
         ["Lower Bridge", "5.21", "—", "7.21", "—", "8.21", "9.06", "10.21"], ["Weirside Halt", "x", "6.25", "x", "", "x", "9.10", "x"],
         ["Marsh End", "5.33", "6.32", "7.33", "8.01", "8.33", "9.17", "10.33"], ["Lighthouse", "5.48", "6.47", "7.48", "8.16", "8.48", "9.32", "10.48"]]

INCOME = [["", "Note", "2019\nk€", "2018\nk€"], ["Revenue", "3", "48,210", "45,977"], ["Cost of sales", "", "(31,604)", "(30,118)"], ["Gross profit", "", "16,606", "15,859"],
          ["Distribution costs", "4", "(5,212)", "(5,040)"], ["Administrative expenses", "4, 5", "(6,930)", "(6,112)"], ["Other operating income", "", "418", "77"],
          ["Operating profit", "", "4,882", "4,784"], ["Finance costs", "6", "(1,013)", "(1,225)"], ["Profit before taxation", "", "3,869", "3,559"], ["Taxation", "7", "(851)", "(790)"], ["Profit for the year", "", "3,018", "2,769"]]

SURVEY = [["Question", "Yes", "No", "Don't\nknow"],
          ["Have you, in the last twelve months, asked an office of the municipality for information about building permits?", "24.1", "73.8", "2.1"],
          ["Was the answer complete?", "61.0", "30.2", "8.8"],
          ["Would you use a form on the web rather than visit the office, if both took the same time?", "47.6", "39.9", "12.5"],
          ["Do you know where the nearest office is?", "88.4", "11.2", "0.4"]]

DISTANCES = [["", "Arle", "Bost", "Cray", "Dunn", "Eye"], ["Arle", "–", "", "", "", ""], ["Bost", "112", "–", "", "", ""], ["Cray", "87", "45", "–", "", ""], ["Dunn", "230", "118", "163", "–", ""], ["Eye", "61", "173", "148", "291", "–"]]

FACTS = [["Area", "41 540 km²"], ["Inhabitants (1 January)", "7 612 400"], ["Density", "183 per km²"], ["Districts", "26"], ["Currency", "crown (CRN)"], ["GDP per head", "84 % of the average"]]

YEARBOOK = [[("Регион", 3, 1), ("Численность населения, тыс. чел.", 1, 4), ("Плотность", 3, 1)], [("2010", 1, 2), ("2020", 1, 2)], ["город", "село", "город", "село"],
            ["Приморский край", "1 482,6", "469,4", "1 470,1", "432,0", "11,5"], ["Заречный округ", "210,0", "98,7", "205,3", "80,9", "2,1"], ["Нагорье", "34,2", "120,5", "41,8", "101,2", "4,4"], ["Всего", "1 726,8", "688,6", "1 717,2", "614,1", "7,9"]]

CROPS = [["Crop", "Area (ha)", "Yield (t/ha)"], ["Barley", "12 400", "5.61"], ["Oats", "3 150", "4.20"], ["Rape", "8 020", "3.35"], ["Potatoes", "990", "31.70"]]
HERDS = [["Animals", "Heads", "Farms", "Per farm"], ["Dairy cows", "41 208", "812", "50.7"], ["Ewes", "102 300", "640", "159.8"], ["Goats", "5 114", "233", "21.9"]]
FOREST = [["Forest", "Share"], ["Spruce", "44 %"], ["Pine", "21 %"], ["Beech", "19 %"], ["Other", "16 %"]]

LOANS = [["Library", "Loans", "Visits"], ["Central", "88 120", "140 311"], ["East", "21 405", "30 992"], ["Hill", "9 871", "15 064"], ["Port", "13 390", "20 777"]]
CLUBS = [["Club", "Founded", "Members"], ["Rowing", "1894", "311"], ["Chess", "1921", "64"], ["Climbing", "1977", "205"], ["Choir", "1850", "92"]]

CODES = [["Code", "Description", "Unit", "Duty", "Rate"]] + [[f"{70 + n // 4}{10 + n % 4 * 20} {n % 9}0", f"{a}, {b}", u, f"{n % 13}.{n % 7}", str(n * 3 % 40)]
         for n, (a, b, u) in enumerate((a, b, u) for a in ("Glass", "Iron", "Paper", "Cotton", "Leather", "Rubber", "Zinc") for b in ("unworked", "in sheets of a thickness of less than 2 mm", "coated", "other") for u in ("kg", "m²", "p/st"))]

ENERGY = [[("Year", 2, 1), ("Electricity (GWh)", 1, 3), ("Heat (TJ)", 1, 2)], ["Hydro", "Wind¹", "Thermal", "Stations", "Boilers²"],
          ["2011", "5 120", "310", "8 840", "31 200", "12 050"], ["2012", "4 876", "455", "8 602", "30 115", "11 800"], ["2013", "5 330", "720", "7 995", "29 870", "11 246"], ["2014", "5 012", "1 104", "7 450", "28 310", "10 900"]]

MEDALS = [["Rank", "Athlete", "Born", "Club", "1st run", "2nd run", "Total"], ["1", "LINDQVIST Maja", "1999", "SK Fjäll", "48.12", "50.03", "1:38.15"], ["2", "ROSSINI Carla", "2001", "SC Alba", "48.90", "49.66", "1:38.56"],
          ["3", "NOVÁKOVÁ Hana", "1997", "TJ Sever", "49.05", "50.11", "1:39.16"], ["4", "OBERHUBER Eva", "2000", "WSV Tal", "49.77", "50.49", "1:40.26"], ["", "PETIT Léa", "2002", "CS Mont", "48.33", "DNF", ""]]

RUNNING = '<div style="text-align:center;font-size:8pt">Statistical Bulletin 4/2019</div>'
LIST = "<ol><li>The fee is due on the day on which the permit is issued.</li><li>It is reduced by half for associations, schools and for persons who hold a card of the district, and is not levied for events of a single day.</li><li>Complaints are heard by the board.</li></ol>"

REPORTS = {
    "report-indented-labels": doc("chromium", SERIF + FIGURES + "td:first-child{white-space:pre} thead{border-top:1pt solid;border-bottom:0.5pt solid} tbody{border-bottom:1pt solid} th{text-align:right;vertical-align:bottom} ",
                                  "<h3>1.3 Unemployment</h3>", P1, P2, "<p><b>Table 1: Unemployed persons by area, 2018</b></p>", table(UNEMPLOYMENT), SHORT, P3),
    "report-budget": doc("chromium", SERIF + FIGURES + "th{text-align:center;vertical-align:bottom} th[colspan='3'],th[colspan='2']{border-bottom:0.5pt solid} td:first-child{width:45mm;padding-left:12pt;text-indent:-8pt} td{vertical-align:bottom} ",
                         P3, "<p style='text-align:center'>OUTLAYS AND STAFF<br>(in thousands of dollars)</p>", table(BUDGET, 2), P1),
    "league": doc("chromium", SANS + "td,th{text-align:center;padding:1pt 4pt} td:nth-child(2),th:nth-child(2){text-align:left} ", "<h2>Division Two</h2>", table(LEAGUE), P1),
    "timetable": doc("chromium", SANS + "@page{size:A5 landscape;margin:10mm} td,th{padding:2pt 8pt} tr:nth-child(even) td{background:#eee} ", "<h2>Line 30: Castle Street – Lighthouse</h2>", table(TIMES), "<p>x stops on request</p>"),
    "income-statement": doc("chromium", SERIF + "td,th{text-align:right} td:first-child{text-align:left;width:70mm} td:nth-child(2){text-align:center;width:15mm} tr:nth-child(3) td:nth-child(n+3),tr:nth-child(7) td:nth-child(n+3){border-bottom:0.5pt solid} tr:last-child td:nth-child(n+3){border-bottom:1.5pt double;border-top:0.5pt solid} ",
                            "<h3>Income statement for the year ended 31 December 2019</h3>", table(INCOME), "<p>The notes on pages 12 to 40 are part of these statements.</p>"),
    "table-in-column": doc("chromium", SERIF + TWO + FIGURES + "table{margin:3mm 0} td,th{padding:1pt 5pt} thead{border-top:0.7pt solid;border-bottom:0.4pt solid} tbody{border-bottom:0.7pt solid} ",
                           '<div class="two">' + P1 + P2, table(CROPS), P3 + P1 + P2 + P3 + "</div>"),
    "table-under-columns": doc("chromium", SERIF + TWO + FIGURES + "table{width:100%;margin:5mm 0} th{text-align:right} ", COLUMNS, "<p>Table 7. Livestock</p>", table(HERDS), COLUMNS),
    "facts-two-columns": doc("chromium", SANS + "td{padding:2pt 20pt 2pt 0} table{border-top:1pt solid;border-bottom:1pt solid} ", "<h3>The country at a glance</h3>", P1, table(FACTS, 0), P2),
    "survey-wrapped-labels": doc("chromium", SANS + FIGURES + "td:first-child{width:75mm} td{vertical-align:bottom} td,th{padding:3pt 9pt} thead{border-bottom:0.6pt solid} ", P2, table(SURVEY), SHORT),
    "distances": doc("chromium", SANS + "td,th{text-align:right;padding:3pt 9pt} td:first-child{text-align:left} ", "<h3>Distances in kilometres</h3>", table(DISTANCES), P3),
    "yearbook-cyrillic": doc("chromium", SERIF + FIGURES + "table{border-top:1pt solid;border-bottom:1pt solid} th{border:0.4pt solid;text-align:center} th:first-child{border-left:none} ", "<h3>1.2. Население</h3>", table(YEARBOOK, 3), "<p>Источник: перепись населения.</p>"),
    "three-captions": doc("chromium", SANS + FIGURES + "td,th{padding:2pt 14pt} thead th{background:#cde} ", "<p><b>Table 1</b> Crops</p>", table(CROPS), P1, "<p><b>Table 2</b> Herds</p>", table(HERDS), P3, "<p><b>Table 3</b> Forest</p>", table(FOREST), P2),
    "beside-each-other": doc("chromium", SERIF + FIGURES + ".l{float:left;margin-right:16mm} .r{float:left} p.c{clear:both;padding-top:5mm} ", P1, table(LOANS, name="l"), table(CLUBS, name="r"), f'<p class="c"></p>{P3}'),
    "codes-over-pages": doc("chromium", SANS + "@page{size:A5;margin:15mm} td:nth-child(2){width:50mm} td,th{text-align:left;vertical-align:top} td:nth-child(4),td:nth-child(5){text-align:right} ", RUNNING, table(CODES)),
    "energy-footnotes": doc("chromium", SANS + "td,th{text-align:right} thead th{text-align:center;border-bottom:0.4pt solid} thead tr:first-child th{border-top:1pt solid} tbody{border-bottom:1pt solid} td:first-child{text-align:left} ",
                            P1, "<h4>3.4 Production of energy</h4>", table(ENERGY, 2), "<p style='font-size:7pt'>¹ Without stations below 100 kW. ² Boilers of more than 5 MW that supply a public net.</p>", P2),
    "slalom": doc("writer", SANS + "td,th{text-align:left} ", "<h3>Giant slalom, women</h3>", table(MEDALS), "<p>Jury: two members of the club. Start at 10 o'clock, snow hard, sky clear, wind weak from the north.</p>"),
    "list-beside-table": doc("chromium", SANS + "td,th{padding:2pt 16pt;text-align:left} ", "<h3>Fees</h3>", LIST, table([["Event", "Fee"], ["Market", "120.00"], ["Concert", "340.00"], ["Fair", "95.50"]]), P3 + LIST),
    "no-table": doc("chromium", SERIF + TWO, "<h2>Report of the committee</h2>", COLUMNS + P1 + LIST + COLUMNS),
}
