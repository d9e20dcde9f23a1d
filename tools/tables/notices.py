"""Documents that were written after the rules for tables, and measured once before a rule was changed: notices, bulletins, annexes."""
from documents import doc, table
from reports import FIGURES, P1, P2, P3, SANS, SERIF, TWO

PORTS = [[("Port", 2, 1), ("Goods, 1 000 t", 1, 2), ("Passengers, 1 000", 1, 2)], ["2017", "2018", "2017", "2018"], ["Mainland", "", "", "", ""], ["  Nordvik", "4 120", "4 338", "812", "790"],
         ["  Sandhavn", "918", "1 002", "15", "16"], ["Islands", "", "", "", ""], ["  Grøy", "77", "81", "304", "322"], ["  Ytterholm", "12", "9", "98", "101"], ["All ports", "5 127", "5 430", "1 229", "1 229"]]
STAFF = [["Grade", "Permanent posts", "Temporary posts", "Total", "Of whom\nwomen (%)"], ["AD 16", "2", "1", "3", "33.3"], ["AD 15", "10", "4", "14", "28.6"], ["AD 14", "48", "11", "59", "37.3"], ["AST 11", "7", "—", "7", "57.1"], ["AST 10", "21", "3", "24", "66.7"], ["Total", "88", "19", "107", "43.9"]]
GRANTS = [["Applicant", "Project", "Amount (€)"], ["Society of Friends of the Old Bridge", "Repair of two arches and of the parapet on the eastern side", "48 000"], ["Parish of Upper Wend", "Roof", "12 500"],
          ["Youth orchestra of the district", "Instruments for beginners, and hire of a hall for rehearsals during the winter", "7 350"], ["Rowing club", "Jetty", "20 000"]]
RATES = [["Currency", "Code", "Buying", "Selling", "Middle"], ["Crown", "CRN", "0.1301", "0.1353", "0.1327"], ["Florin", "FLN", "2.0104", "2.0918", "2.0511"], ["Guilder", "GLD", "1.1172", "1.1624", "1.1398"], ["Mark", "MRK", "0.9830", "1.0226", "1.0028"], ["Thaler", "TLR", "14.5520", "15.1410", "14.8465"]]
WEATHER = [["Month", "Mean °C", "Max. °C", "Min. °C", "Rain mm", "Days of frost"], ["January", "−2.1", "8.4", "−17.9", "41", "22"], ["April", "7.3", "21.0", "−4.4", "38", "6"], ["July", "17.9", "33.2", "6.1", "77", "–"], ["October", "8.8", "22.5", "−3.0", "52", "3"]]
VOTES = [["Ballot", "Electorate", "Votes cast", "Valid", "Yes", "No", "Yes, %"], ["Roads fund", "412 330", "190 112", "187 905", "101 488", "86 417", "54.0"], ["School age", "412 330", "188 740", "184 221", "70 915", "113 306", "38.5"], ["Lake shore act (counter-proposal of the council)", "412 611", "201 345", "196 870", "120 442", "76 428", "61.2"]]
SPANISH = [["Provincia", "Municipios", "Superficie (km²)", "Habitantes"], ["Alta Ribera", "112", "8 410,5", "310 442"], ["Costa Verde", "47", "2 118,0", "622 017"], ["Llanos", "203", "14 960,3", "188 365"], ["Total", "362", "25 488,8", "1 120 824"]]
TERMS = [["Item", "Deadline", "Responsible"], ["Call for proposals", "15 March", "Secretariat"], ["Eligibility check", "30 April", "Secretariat, legal service"], ["Evaluation by the experts", "15 June", "Panel"], ["Decision", "10 July", "Board"]]

NOTICES = {
    "notice-ports": doc("chromium", SERIF + FIGURES + "td:first-child{white-space:pre} thead{border-top:0.8pt solid} thead tr:last-child th{border-bottom:0.5pt solid} tbody{border-bottom:0.8pt solid} th{text-align:center} ", P2, "<p>Table 4.2: Traffic of ports</p>", table(PORTS, 2), P1),
    "notice-staff": doc("chromium", SANS + "td,th{text-align:center;padding:2pt 10pt} thead th{background:#ddd;vertical-align:middle} td:first-child{text-align:left} ", "<h3>Establishment plan</h3>", P3, table(STAFF), P1),
    "notice-grants": doc("chromium", SERIF + "td:nth-child(1){width:50mm} td:nth-child(2){width:60mm} td:last-child{text-align:right} td{vertical-align:top;padding:2pt 8pt} th{text-align:left;padding:2pt 8pt;font-style:italic} ", "<h3>Grants of the year</h3>", P1, table(GRANTS), P2),
    "notice-rates": doc("chromium", SANS + TWO + FIGURES + "td,th{padding:1pt 4pt} table{margin:2mm 0} ", '<div class="two">' + P1 + P3, table(RATES), P2 + P3 + P1 + "</div>"),
    "notice-weather": doc("chromium", SERIF + FIGURES + "th{text-align:right;font-style:italic} td,th{padding:1pt 8pt} ", "<p><i>Weather at the station on the hill</i></p>", table(WEATHER), P3),
    "notice-votes": doc("chromium", SANS + FIGURES + "td:first-child{width:38mm} td{vertical-align:top} tr{border-bottom:0.3pt solid #999} th{text-align:right} ", P3, table(VOTES), P2),
    "notice-spanish": doc("writer", SERIF + "td,th{text-align:right} td:first-child,th:first-child{text-align:left} ", "<p>Cuadro 3. Provincias de la región a 1 de enero, según el registro de municipios del instituto</p>", table(SPANISH), "<p>Fuente: registro de municipios; elaboración propia a partir de los datos de cada provincia y de su capital.</p>"),
    "notice-terms": doc("chromium", SANS + "td,th{text-align:left;padding:3pt 10pt} table{border:0.5pt solid} thead{border-bottom:0.5pt solid} ", P1, table(TERMS), P3),
    "notice-two": doc("chromium", SERIF + FIGURES + "th{text-align:right} ", "<p>Annex A</p>", table(WEATHER), "<p>Annex B</p>", table(RATES), P1),
}
