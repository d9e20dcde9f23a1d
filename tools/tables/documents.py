"""The documents of the corpus: invented content, each with something that tables in the wild have."""

RULED = "table{border-collapse:collapse} td,th{border:0.6pt solid black;padding:2pt 4pt;font-size:9pt;text-align:left;vertical-align:top} body{font-family:'Liberation Sans'}"
PLAIN = "table{border-collapse:collapse} td,th{padding:1.5pt 9pt 1.5pt 0;font-size:9pt;text-align:left;vertical-align:top} body{font-family:'Liberation Serif'}"
BOOK = PLAIN + " table{border-top:1pt solid black;border-bottom:1pt solid black} thead th{border-bottom:0.5pt solid black}"
ZEBRA = PLAIN + " td,th{padding:3pt 8pt} tbody tr:nth-child(odd) td{background:#e4ecf4} thead th{background:#335577;color:white}"
PROSE = "<p>The figures below were collected by the regional office during the second half of the year. They replace those of the earlier notice, which had counted two of the stations twice, and they were checked by the people who keep the records of each station before they were printed here.</p>"
AFTER = "<p>Values in the last column are estimates where the station was closed for more than a week; a closer look at them is given in the annex, together with the names of those who measured.</p>"

RIVERS = [["Station", "River", "Level (cm)", "Flow (m³/s)", "Change"],
          ["Aldermoor", "Wend", "142", "18.4", "+3.1"], ["Brackenford", "Wend", "97", "11.0", "−0.4"],
          ["Carrow Weir", "Lune", "203", "45.75", "+12.9"], ["Dunholme", "Little Ash", "58", "2.3", "0.0"],
          ["Eskdale Bridge", "Ash", "176", "27.6", "−2.2"], ["Fenny Lock", "Lune", "188", "39.1", "+7.5"],
          ["Garth", "Tarn", "64", "4.95", "−0.1"], ["Hallow", "Tarn", "71", "5.2", "+0.3"]]

BOOKS = [["No.", "Title", "Author", "Shelf", "Remarks"],
         ["1", "A Field Guide to the Mosses of Upland Valleys and their Springs", "R. Oldcastle", "B 12", "Second printing, with plates that were coloured by hand"],
         ["2", "Harbours", "M. Tidewell and P. Quay", "A 3", ""],
         ["3", "Notes on the Making of Paper from Flax, Hemp and Other Fibres", "L. Vellum", "C 7", "Spine repaired"],
         ["4", "The Clockmaker's Calendar", "O. Escapement", "A 9", "On loan to the museum of the county until the summer after next"],
         ["5", "Songs for Two Voices", "D. Cantor", "D 1", "Incomplete"],
         ["6", "An Essay upon the Weather, being a Journal kept at Sea", "Capt. J. Squall", "B 2", "Water stains on most of the first forty leaves"]]

COURSES = [[("Course", 2, 1), ("Winter", 1, 2), ("Summer", 1, 2)], ["Hours", "Seats", "Hours", "Seats"],
           ["Algebra", "60", "24", "45", "20"], ["Botany", "30", "18", "75", "18"], ["Chorus", "15", "40", "15", "44"],
           ["Drawing", "45", "12", "45", "14"], ["Ethics", "30", "35", "", ""]]

MERGED = [["Region", "Town", "Opened", "Members"],
          [("North", 3, 1), "Ravensby", "12 May 1998", "214"], ["Skelton", "3 June 2004", "187"], ["Thornley", "21 March 2011", "95"],
          [("South", 2, 1), "Upwell", "9 October 1987", "402"], ["Vale", "30 April 2015", "66"],
          [("Total", 1, 3), "964"]]

PRICES = [["Item", "Unit", "2019", "2020", "2021", "2022"],
          ["Oak boards", "m²", "31.20", "33.05", "41.90", "47.00"], ["Lime mortar", "bag", "7.85", "7.85", "8.10", "9.40"],
          ["Slate", "pallet", "612.00", "640.50", "701.25", "688.00"], ["Copper pipe", "m", "4.15", "4.02", "6.33", "7.71"],
          ["Hemp rope", "coil", "18.00", "18.50", "18.50", "21.75"], ["Wages, skilled", "day", "164.00", "169.00", "176.00", "190.00"]]

AGREED = [["#", "Institution", "Country", "Kind", "Signed", "Valid until"],
          ["1", "Lakeside University of Applied Arts", "Finland", "MoU", "2019-04-02", "2024-04-01"],
          ["2", "Institute of Mountain Agriculture", "Nepal", "Student exchange", "2020-11-17", "2025-11-16"],
          ["3", "Central Polytechnic", "Chile", "MoU", "2018-06-30", "open"],
          ["4", "College of Fisheries and Marine Sciences, Northern Campus", "Iceland", "Joint programme", "2021-09-01", "2026-08-31"],
          ["5", "National School of Glass", "Czechia", "MoU", "2017-01-12", "2022-01-11"],
          ["6", "Desert Research Academy", "Oman", "Staff exchange", "2022-02-22", "2027-02-21"],
          ["7", "University of the Two Rivers", "Paraguay", "MoU", "2016-08-08", "open"]]

JAPANESE = [["番号", "大学名", "国名", "締結日"], ["1", "北方工科大学", "フィンランド", "2004年4月1日"], ["2", "湖畔芸術大学", "スイス", "2011年10月15日"],
            ["3", "山岳農業研究所", "ネパール", "2015年6月30日"], ["4", "国立硝子専門学校", "チェコ", "2018年12月3日"]]
CHINESE = [["序号", "学校名称", "国家", "协议类型", "签署日期"], ["1", "东湖理工大学", "芬兰", "合作备忘录", "2019年3月"], ["2", "青山师范学院", "智利", "学生交流协议", "2020年11月"],
           ["3", "滨海海洋大学", "冰岛", "合作备忘录", "2021年5月"], ["4", "金沙研究院", "阿曼", "联合培养", "2022年9月"]]
KOREAN = [["번호", "대학명", "국가", "체결일"], ["1", "호수 예술대학교", "핀란드", "2012.03.05"], ["2", "산악 농업 연구소", "네팔", "2016.11.20"], ["3", "중앙 공과대학교", "칠레", "2019.07.01"]]
ARABIC = [["الرقم", "الجامعة", "الدولة", "تاريخ التوقيع"], ["1", "جامعة البحيرة للفنون", "فنلندا", "2019/04/02"], ["2", "معهد الزراعة الجبلية", "نيبال", "2020/11/17"],
          ["3", "المدرسة الوطنية للزجاج", "التشيك", "2017/01/12"], ["4", "أكاديمية أبحاث الصحراء", "عمان", "2022/02/22"]]
HEBREW = [["מספר", "אוניברסיטה", "מדינה", "שנה"], ["1", "אוניברסיטת האגם לאמנויות", "פינלנד", "2019"], ["2", "המכון לחקלאות הררית", "נפאל", "2020"], ["3", "בית הספר הלאומי לזכוכית", "צ'כיה", "2017"]]
THAI = [["ลำดับ", "มหาวิทยาลัย", "ประเทศ", "ปี"], ["1", "มหาวิทยาลัยศิลปะริมทะเลสาบ", "ฟินแลนด์", "2562"], ["2", "สถาบันเกษตรภูเขา", "เนปาล", "2563"], ["3", "วิทยาลัยแก้วแห่งชาติ", "เช็กเกีย", "2560"]]
RUSSIAN = [["№", "Университет", "Страна", "Дата подписания", "Срок"], ["1", "Приозёрный университет искусств", "Финляндия", "02.04.2019", "5 лет"],
           ["2", "Институт горного земледелия и животноводства", "Непал", "17.11.2020", "бессрочно"], ["3", "Национальная школа стекла", "Чехия", "12.01.2017", "5 лет"]]
GREEK = [["Α/Α", "Ίδρυμα", "Χώρα", "Έναρξη", "Λήξη"], ["1", "Πανεπιστήμιο της Λίμνης", "Φινλανδία", "02/04/2019", "01/04/2024"], ["2", "Ινστιτούτο Ορεινής Γεωργίας", "Νεπάλ", "17/11/2020", "16/11/2025"],
         ["3", "Εθνική Σχολή Υάλου", "Τσεχία", "12/01/2017", "αόριστη"]]

COUNTRIES = [["Country", "Frequency"], ["Chile", "1"], ["Czechia", "1"], ["Finland", "1"], ["Iceland", "1"], ["Nepal", "1"]]

STOCK = [["Code", "Part", "Store", "Count", "Price"]] + [
    [f"P-{n:03}", f"{a} {b}", s, str(7 * n % 90 + 1), f"{(n * 37) % 200 / 4 + 1:.2f}"]
    for n, (a, b, s) in enumerate(((a, b, s) for a in ("Brass", "Steel", "Nylon", "Copper", "Ash wood", "Cast iron") for b in ("washer", "hinge", "bolt", "bracket", "spacer with two holes", "plate", "pin", "ring", "hook", "cap, rounded")
                                   for s in ("Main", "Yard")), 1)]

PLANTS = [["Plant", "Where it grows", "When it flowers", "How it is used"],
          ["Meadowsweet", "Damp meadows, ditches and the banks of slow rivers", "From June until the first days of September", "Flowers dried for tea; the leaves once strewn on floors"],
          ["Yarrow", "Dry grassland, roadsides", "All summer", "Whole herb, for wounds"],
          ["Woodruff", "Beech woods on lime", "April and May", "Laid among linen; it smells of hay when dry, and keeps moths away"],
          ["Elder", "Hedges and waste ground near houses", "June", "Flowers and berries"]]

LANDSCAPE = "@page{size:A4 landscape;margin:15mm} "
NARROW = "td:nth-child(2){width:26mm} td:nth-child(3){width:18mm} td:nth-child(4){width:20mm} td,th{vertical-align:middle;text-align:center} "


def doc(maker, css, *body):
    return {"maker": maker, "css": css, "body": list(body)}


def table(rows, heads=1, name="", rtl=False, repeats=True):
    """rtl: its first column stands on the right; repeats: its heads stand on each page."""
    return {"rows": rows, "heads": heads, "class": name, "rtl": rtl, "repeats": repeats}


DOCUMENTS = {
    "ruled-numbers": doc("chromium", RULED, "<h2>Water levels</h2>", PROSE, table(RIVERS), AFTER),
    "ruled-wrapped": doc("writer", RULED, "<h2>Catalogue of the small library</h2>", table(BOOKS)),
    "ruled-spanning-heads": doc("chromium", RULED, PROSE, table(COURSES, 2)),
    "ruled-merged-rows": doc("writer", RULED, "<p>Branches of the society</p>", table(MERGED), AFTER),
    "ruled-centred": doc("chromium", RULED + NARROW, "<h3>Agreements in force</h3>", table(AGREED)),
    "ruled-greek": doc("writer", RULED, table(GREEK)),
    "ruled-two-tables": doc("chromium", RULED, "<h3>Branches</h3>", table(MERGED), PROSE, "<h3>Prices</h3>", table(PRICES)),
    "ruled-landscape": doc("chromium", LANDSCAPE + RULED, PROSE, table(PLANTS), AFTER),
    "unruled-numbers": doc("chromium", PLAIN, "<h2>Water levels</h2>", PROSE, table(RIVERS), AFTER),
    "unruled-prices": doc("writer", PLAIN.replace("text-align:left", "text-align:right"), PROSE, table(PRICES), AFTER),
    "unruled-wrapped": doc("chromium", PLAIN + " td,th{padding-bottom:6pt}", "<h2>Catalogue</h2>", table(BOOKS), AFTER),
    "unruled-tight-wrapped": doc("chromium", PLAIN, "<h2>Plants</h2>", table(PLANTS), AFTER),
    "unruled-centred-cells": doc("chromium", PLAIN + NARROW + " td{padding:2pt 6pt}", "<h3>Agreements</h3>", table(AGREED)),
    "unruled-agreements": doc("writer", PLAIN, "<h3>Agreements of the academy</h3>", table(AGREED), AFTER),
    "unruled-spanning-heads": doc("chromium", PLAIN + " th{text-align:center} td,th{padding:2pt 14pt}", PROSE, table(COURSES, 2), AFTER),
    "book-prices": doc("chromium", BOOK, PROSE, table(PRICES), AFTER),
    "book-wrapped": doc("chromium", BOOK + " td{padding-bottom:5pt}", PROSE, table(BOOKS), AFTER),
    "book-merged-rows": doc("chromium", BOOK + " td,th{padding:2pt 12pt}", PROSE, table(MERGED)),
    "row-rules-only": doc("chromium", PLAIN + " td,th{border-bottom:0.4pt solid #888;padding:3pt 8pt}", PROSE, table(PLANTS), AFTER),
    "row-rules-centred": doc("chromium", PLAIN + NARROW + " td,th{border-bottom:0.4pt solid #888;padding:2pt 6pt}", table(AGREED)),
    "zebra-rivers": doc("chromium", ZEBRA + " @media print{*{print-color-adjust:exact}}", "<h2>Levels</h2>", table(RIVERS), AFTER),
    "zebra-wrapped": doc("chromium", ZEBRA + " @media print{*{print-color-adjust:exact}}", "<h2>Books</h2>", table(BOOKS)),
    "side-by-side": doc("chromium", PLAIN + " .one{float:left;width:118mm;margin-right:6mm} .two{float:left} td:nth-child(2){width:40mm}",
                        "<h3>Agreements and countries</h3>", table(AGREED, 1, "one"), table(COUNTRIES, 1, "two")),
    "two-unruled-tables": doc("chromium", PLAIN, "<h3>Levels</h3>", table(RIVERS), "<h3>Prices</h3>", table(PRICES)),
    "continued-ruled": doc("chromium", "@page{size:A5} " + RULED, "<h3>Stock</h3>", table(STOCK)),
    "continued-unruled": doc("writer", "@page{size:A5} " + PLAIN, "<h3>Stock</h3>", table(STOCK[:80])),
    "japanese-ruled": doc("chromium", RULED + " body{font-family:'Noto Sans CJK JP'}", "<h3>大学間協定</h3>", table(JAPANESE)),
    "chinese-unruled": doc("chromium", PLAIN + " body{font-family:'Noto Sans CJK SC'}", "<h3>校际合作协议</h3>", table(CHINESE)),
    "korean-writer": doc("writer", RULED + " body{font-family:'Noto Sans CJK KR'}", table(KOREAN)),
    "arabic-ruled": doc("chromium", RULED + " body{direction:rtl;font-family:'Noto Naskh Arabic'} td,th{text-align:right}", "<h3>اتفاقيات التعاون</h3>", table(ARABIC, rtl=True)),
    "hebrew-unruled": doc("chromium", PLAIN + " body{direction:rtl;font-family:'Noto Sans Hebrew'} td,th{text-align:right;padding:2pt 10pt}", table(HEBREW, rtl=True)),
    "thai-ruled": doc("chromium", RULED + " body{font-family:'Noto Sans Thai'}", table(THAI)),
    "russian-unruled": doc("writer", PLAIN + " td,th{padding:2pt 8pt}", "<p>Перечень договоров</p>", table(RUSSIAN)),
    "rotated-page": doc("chromium", "@page{size:A4 landscape} " + BOOK, PROSE, table(PRICES)) | {"turns": [["--rotate=+90", "--flatten-rotation"], ["--rotate=+270"]]},
    "rotated-text": doc("chromium", "@page{size:A4 landscape} " + RULED, PROSE, table(PLANTS)) | {"turns": [["--rotate=+270", "--flatten-rotation"]]},
}
