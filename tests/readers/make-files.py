"""Makes the files of tests/readers/files and the table of what stands in them.

Run once, by hand: `python3 tests/readers/make-files.py`. Needs python-docx, openpyxl, reportlab, fpdf2, odfpy and
pyzipper from PyPI, and LibreOffice and Chromium. No reader of this project made any of them. Every sentence was
written for these files; all names are invented.
"""
import csv, email.message, email.utils, io, json, mailbox, os, pathlib, shutil, subprocess, tarfile, tempfile, zipfile

HERE = pathlib.Path(__file__).parent
OUT = HERE / "files"
shutil.rmtree(OUT, ignore_errors=True)
OUT.mkdir()
FACTS = []


def fact(path, place, text):
    FACTS.append((path, place or "-", text))


def facts(path, place, *texts):
    for text in texts:
        fact(path, place, text)


PORTS = ["Brevik", "Kunda", "Halden", "Sines", "Volos", "Rauma", "Thyboron", "Split", "Varna", "Gdynia"]
BODIES = ["Norwegian Customs", "Estonian police", "the Coast Guard of Portugal", "Greek police", "Finnish Customs",
          "Danish police", "Croatian police", "Bulgarian Customs", "the Border Guard of Poland", "Swedish police"]
GOODS = ["cocaine", "hashish", "heroin", "ketamine", "amphetamine"]


def sentence(n):
    return (f"On {n % 27 + 1} {['March', 'April', 'May', 'June'][n % 4]} 2025 {BODIES[n % 10]} seized {n * 7 + 11} "
            f"kilograms of {GOODS[n % 5]} in {PORTS[n % 10]}.")


def sentences(start, count):
    return [sentence(n) for n in range(start, start + count)]


def soffice(source, kind, *options):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", folder, str(source)],
                       check=True, capture_output=True)
        made = next(pathlib.Path(folder).iterdir())
        return made.read_bytes()


def write(name, data):
    (OUT / name).write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))


# ---- PDF
def pdf_columns():
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.lib.pagesizes import A4
    name = "columns-reportlab.pdf"
    width, height = A4

    def margins(canvas, doc):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, height - 30, "Harbour Review, internal paper of the desk")
        canvas.drawCentredString(width / 2, 25, f"Page {doc.page}")

    frames = [Frame(60, 60, 225, height - 130), Frame(310, 60, 225, height - 130)]
    doc = BaseDocTemplate(str(OUT / name), pageTemplates=[PageTemplate(frames=frames, onPage=margins)], invariant=1)
    body = getSampleStyleSheet()["BodyText"]
    body.fontSize, body.leading = 10, 13
    texts = sentences(0, 60)
    story = [Paragraph(" ".join(texts[at:at + 3]), body) for at in range(0, 60, 3)]
    doc.build(story)
    facts(name, None, *texts[::4])


def pdf_words():
    from fpdf import FPDF
    name = "hyphens-fpdf2.pdf"
    pdf = FPDF()
    pdf.set_creation_date(__import__("datetime").datetime(2025, 5, 1, tzinfo=__import__("datetime").timezone.utc))
    lines = [
        ["The night ferry brought a lorry whose driver was a mem-", "ber of a well-known ring of smug-",
         "glers. Norwegian Customs found 40 kilograms of co-", "caine under its floor."],
        ["A second lorry was stopped in Halden on 2 May 2025. Its", "driver told the officers that he had never seen the",
         "boxes in which the heroin lay."],
    ]
    for number, page in enumerate(lines, 1):
        pdf.add_page()
        pdf.set_font("Times", size=12)
        for line in page:
            pdf.cell(0, 7, line, new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(OUT / name))
    facts(name, "page 1", "a member of a well-known ring of smugglers", "40 kilograms of cocaine under its floor")
    facts(name, "page 2", "A second lorry was stopped in Halden on 2 May 2025.", "he had never seen the boxes in which the heroin lay")


PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Quay notes</title>
<style>body{font:13px serif} h1{font-size:24px} table{border-collapse:collapse} td,th{padding:4px 22px}</style></head><body>
<h1>Notes from the quay</h1><p>%s</p><p>%s</p>
<table><tr><th>Date</th><th>Agency</th><th>Drug</th><th>Amount</th></tr>
<tr><td>2025-04-02</td><td>Finnish Customs</td><td>cocaine</td><td>55 kg</td></tr>
<tr><td>2025-04-09</td><td>Danish police</td><td>hashish</td><td>310 kg</td></tr>
<tr><td>2025-04-21</td><td>Swedish police</td><td>ketamine</td><td>19 kg</td></tr></table>
<p>%s</p></body></html>"""


def pdf_browser():
    name = "table-chromium.pdf"
    texts = sentences(60, 6)
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "a.html"
        page.write_text(PAGE % (" ".join(texts[:2]), " ".join(texts[2:4]), " ".join(texts[4:])))
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        f"--print-to-pdf={OUT / name}", str(page)], check=True, capture_output=True)
    facts(name, "page 1", "Notes from the quay", *texts[:4], "2025-04-02 | Finnish Customs | cocaine | 55 kg",
          "2025-04-21 | Swedish police | ketamine | 19 kg", *texts[4:])


def pdf_locked():
    from reportlab.pdfgen import canvas
    from reportlab.lib.pdfencrypt import StandardEncryption
    sheet = canvas.Canvas(str(OUT / "locked.pdf"), encrypt=StandardEncryption("secret"), invariant=1)
    sheet.drawString(72, 700, "Nobody reads this without the word.")
    sheet.save()
    sheet = canvas.Canvas(str(OUT / "scan.pdf"), invariant=1)
    sheet.rect(72, 300, 300, 300, fill=1)
    sheet.showPage()
    sheet.rect(72, 300, 300, 300, fill=1)
    sheet.save()


# ---- Word, OpenDocument, rich text
def docx_word(target, full):
    import docx
    document = docx.Document()
    document.core_properties.title = ""
    texts = sentences(80 if full else 100, 6)
    document.add_heading("Report of the harbour desk", 1)
    document.add_paragraph(" ".join(texts[:2]))
    struck = document.add_paragraph("")
    struck.add_run(texts[2])
    run = struck.add_run(" The Navy of Iceland seized 900 kilograms of heroin.")
    run.font.strike = True
    rows = [("Date", "Agency", "Drug", "Amount", "Place"), ("2025-05-02", "Greek police", "heroin", "31 kg", "Volos"),
            ("2025-05-07", "Croatian police", "cocaine", "77 kg", "Split")]
    table = document.add_table(0, 5)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row):
            cell.text = text
    last = document.add_paragraph(" ".join(texts[3:]))
    if full:
        document.add_comment(runs=last.runs, text="Ask Marta Ekholm whether the boat had a name.", author="Ole Brandvik")
    document.save(target)
    return texts


def docx_python():
    name = "report-python-docx.docx"
    texts = docx_word(OUT / name, True)
    facts(name, None, "Report of the harbour desk", *texts[:3])
    facts(name, "table 1, row 2", "2025-05-02 | Greek police | heroin | 31 kg | Volos")
    facts(name, "table 1, row 3", "2025-05-07 | Croatian police | cocaine | 77 kg | Split")
    facts(name, None, *texts[3:])
    fact(f"{name}!/Comments by Ole Brandvik", "comment 1", "Ask Marta Ekholm whether the boat had a name.")


def office_conversions():
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "report-libreoffice.docx"
        texts = docx_word(source, False)
        for kind in ("docx", "odt", "rtf", "pdf"):
            name = f"report-libreoffice.{kind}"
            write(name, soffice(source, kind))
            place = "page 1" if kind == "pdf" else None
            facts(name, place, "Report of the harbour desk", *texts[:3])
            facts(name, place or "table 1, row 2", "2025-05-02 | Greek police | heroin | 31 kg | Volos")
            facts(name, place, *texts[3:])


def odt_odfpy():
    from odf.opendocument import OpenDocumentText
    from odf.text import H, P, Note, NoteCitation, NoteBody, List, ListItem
    name = "notes-odfpy.odt"
    document = OpenDocumentText()
    texts = sentences(120, 5)
    document.text.addElement(H(outlinelevel=1, text="Boats of the week"))
    for text in texts[:2]:
        document.text.addElement(P(text=text))
    noted = P(text=texts[2])
    note = Note(noteclass="footnote")
    note.addElement(NoteCitation(text="1"))
    body = NoteBody()
    body.addElement(P(text="The skipper, Arvid Lunde, was released on 4 May 2025."))
    note.addElement(body)
    noted.addElement(note)
    document.text.addElement(noted)
    items = List()
    for text in texts[3:]:
        item = ListItem()
        item.addElement(P(text=text))
        items.addElement(item)
    document.text.addElement(items)
    document.save(str(OUT / name))
    facts(name, None, "Boats of the week", *texts)
    fact(name, "notes", "The skipper, Arvid Lunde, was released on 4 May 2025.")


def rtf_hand():
    name = "letter-by-hand.rtf"
    texts = sentences(130, 3)
    write(name, "{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0 Arial;}}{\\info{\\author Nobody}}\n"
          + "\\pard " + texts[0] + "\\par\n"
          + "\\'cf\\'ee\\'f0\\'f2 was the word on the box.\\par\n"
          + texts[1] + "{\\footnote \\pard The boat belongs to \\u216?rjan Havn.}\\par\n"
          + "{\\strike The Navy of Iceland seized 900 kilograms of heroin.}\\par\n"
          + texts[2] + "\\par}\n")
    facts(name, None, texts[0], "Порт was the word on the box.", *texts[1:])
    fact(name, "notes", "The boat belongs to Ørjan Havn.")


# ---- mail
def mails():
    texts = sentences(140, 8)
    message = email.message.EmailMessage()
    message["From"] = "Ada Lund <ada@desk.example>"
    message["To"] = "Ole Brandvik <ole@desk.example>"
    message["Date"] = "Wed, 07 May 2025 23:40:00 +0300"
    message["Subject"] = "Re: The lorry in Halden"
    message.set_content(
        f"Ole, this is what the press office sent.\n{texts[0]}\n\nOn 5 May 2025, Jens Aker wrote:\n> {texts[1]}\n"
        f"> {texts[2]}\n>\n>> On 2 May 2025, Ada Lund wrote:\n>> {texts[3]}\n\n-- \nAda Lund, Harbour Desk\n")
    message.add_attachment(texts[4].encode(), maintype="text", subtype="plain", filename="statement.txt")
    with open(OUT / "columns-reportlab.pdf", "rb") as file:
        message.add_attachment(file.read(), maintype="application", subtype="pdf", filename="review.pdf")
    # A boundary that is the same on every run.
    message.set_boundary("=-=-=")
    name = "thread-python.eml"
    write(name, message.as_bytes())
    facts(name, None, "Ole, this is what the press office sent.", texts[0])
    facts(f"{name}!/quoted mail of Jens Aker, 2025-05-05", None, texts[1], texts[2])
    facts(f"{name}!/quoted mail of Ada Lund, 2025-05-02", None, texts[3])
    fact(f"{name}!/statement.txt", None, texts[4])
    fact(f"{name}!/review.pdf", "page 1", sentence(0))
    name = "outlook-by-hand.eml"
    write(name, "From: \"Lunde, Arvid\" <arvid@desk.example>\r\nTo: ada@desk.example\r\nSubject: FW: Boxes\r\n"
          "Date: Thu, 8 May 2025 08:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=iso-8859-1\r\n"
          "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
          f"<html><head><style>p{{}}</style></head><body><p>M=F8te i morgen. {texts[5]}</p>"
          "<p>-----Original Message-----</p><p>From: Kari Strand<br>Sent: 6 May 2025 10:00<br>To: Lunde, Arvid<br>"
          f"Subject: Boxes</p><p>{texts[6]}</p></body></html>\r\n")
    facts(name, None, "Møte i morgen.", texts[5])
    facts(f"{name}!/quoted mail of Kari Strand, 2025-05-06", None, texts[6])
    box = mailbox.mbox(str(OUT / "box-python.mbox"))
    for number, text in enumerate(sentences(150, 4), 1):
        one = mailbox.mboxMessage()
        one.set_from("desk@desk.example", __import__("time").gmtime(1746000000 + number * 86400))
        one["From"], one["To"] = f"Writer {number} <w{number}@desk.example>", "desk@desk.example"
        one["Subject"], one["Date"] = f"Notice {number}", f"{number} May 2025 10:00:00 +0000"
        one.set_payload(f"{text}\nFrom the quay it was quiet.\n")
        box.add(one)
        fact(f"box-python.mbox!/mail {number}.eml", None, text)
    box.flush()
    text = sentence(155)
    write("box-by-hand.mbox", f"From a@desk.example Thu May  8 10:00:00 2025\nFrom: A <a@desk.example>\nTo: b@desk.example\n"
          f"Date: 8 May 2025 10:00:00 +0000\nSubject: One\n\n{text}\n")
    fact("box-by-hand.mbox!/mail 1.eml", None, text)
    write("mail-as-text.txt", "From: Kari Strand <kari@desk.example>\nTo: Ada Lund <ada@desk.example>\n"
          f"Date: Fri, 9 May 2025 09:00:00 +0200\nSubject: Notes\n\n{sentence(156)}\n\n> {sentence(157)}\n")
    fact("mail-as-text.txt", None, sentence(156))
    fact("mail-as-text.txt!/quoted mail of an unnamed person", None, sentence(157))


# ---- tables
ROWS = [("Date", "Agency", "Drug", "Amount (kg)", "Place", "Arrests"),
        ("04.05.2025", "Finnish Customs", "cocaine", "1.250,5", "Rauma", "3"),
        ("17.05.2025", "Danish police", "heroin", "0,750", "Thyboron", ""),
        ("25.05.2025", "Bulgarian Customs", "hashish", "12,5", "Varna", "2"),
        ("Total", "", "", "1.263,75", "", "5")]


def tables():
    name = "semicolons-python.csv"
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(ROWS)
    write(name, b"\xef\xbb\xbf" + text.getvalue().encode())
    for at in (1, 2, 3):
        fact(name, f"row {at + 1}", " | ".join(ROWS[at]).rstrip(" |"))
    name = "tabs-by-hand.tsv"
    write(name, "date\tagency\tdrug\tamount\tplace\n2025-05-03\tGreek police\theroin\t14 kg\tVolos\n"
          "2025-05-04\tCroatian police\tcocaine\t15 kg\tSplit\n")
    fact(name, "row 2", "2025-05-03 | Greek police | heroin | 14 kg | Volos")
    fact(name, "row 3", "2025-05-04 | Croatian police | cocaine | 15 kg | Split")
    import datetime, openpyxl
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Trips"
    sheet.append(["Seizures of the spring"])
    sheet.append(["Date", "Agency", "Drug", "Amount", "Unit", "Place"])
    sheet.append([datetime.date(2025, 5, 6), "Swedish police", "ketamine", 21.5, "kg", "Halden"])
    sheet.append([datetime.date(2025, 5, 9), "Norwegian Customs", "hashish", 410, "kg", "Brevik"])
    sheet.append(["Total", None, None, "=SUM(D3:D4)", None, None])
    second = book.create_sheet("People")
    second.append(["Name", "Position", "Agency"])
    second.append(["Marta Ekholm", "director", "Norwegian Customs"])
    book.save(OUT / "book-openpyxl.xlsx")
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "book-libreoffice.xlsx"
        shutil.copy(OUT / "book-openpyxl.xlsx", source)
        write("book-libreoffice.xlsx", soffice(source, "xlsx"))
        write("book-libreoffice.ods", soffice(source, "ods"))
        write("sheet-libreoffice.csv", soffice(source, "csv"))
    for name in ("book-openpyxl.xlsx", "book-libreoffice.xlsx", "book-libreoffice.ods"):
        fact(name, "sheet Trips, row 1", "Seizures of the spring")
        fact(name, "sheet Trips, row 3", "2025-05-06 | Swedish police | ketamine | 21.5 | kg | Halden")
        fact(name, "sheet Trips, row 4", "2025-05-09 | Norwegian Customs | hashish | 410 | kg | Brevik")
        fact(name, "sheet People, row 2", "Marta Ekholm | director | Norwegian Customs")
    fact("sheet-libreoffice.csv", "row 4", "Norwegian Customs | hashish | 410 | kg | Brevik")
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableRow, TableCell
    from odf.text import P
    name = "sheet-odfpy.ods"
    document = OpenDocumentSpreadsheet()
    table = Table(name="List")
    for row in [("date", "agency", "drug", "amount", "place"), ("2025-06-01", "Estonian police", "amphetamine", "6 kg", "Kunda")]:
        line = TableRow()
        for text in row:
            cell = TableCell()
            cell.addElement(P(text=text))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    document.save(str(OUT / name))
    fact(name, "sheet List, row 2", "2025-06-01 | Estonian police | amphetamine | 6 kg | Kunda")


def records():
    rows = [{"date": f"2025-06-{n:02}", "agency": BODIES[n].replace("the ", ""), "drug": GOODS[n % 5], "amount": f"{n * 9} kg",
             "place": PORTS[n], "note": sentence(160 + n) + " Nobody was hurt, and the boat was towed to the pier."} for n in range(1, 5)]
    write("records-python.json", json.dumps({"count": 4, "results": rows}))
    later = [{**row, "date": row["date"].replace("-06-", "-07-")} for row in rows]
    write("records-python.jsonl", "".join(json.dumps(row) + "\n" for row in later))
    for name, word, own in (("records-python.json", "record", rows), ("records-python.jsonl", "line", later)):
        for at, row in enumerate(own, 1):
            fact(name, f"{word} {at}", f"{row['date']} | {row['agency']} | {row['drug']} | {row['amount']} | {row['place']}")
            fact(name, f"{word} {at}", row["note"])
    write("people-by-hand.json", '[{"name": "Kari Strand", "position": "director", "company": "Strand Shipping AS"},\n'
          ' {"name": "Jens Aker", "position": "accountant", "company": "Strand Shipping AS"}]')
    fact("people-by-hand.json", "record 1", "Kari Strand | director | Strand Shipping AS")
    fact("people-by-hand.json", "record 2", "Jens Aker | accountant | Strand Shipping AS")


# ---- archives
def archives():
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(zipfile.ZipInfo("deep/note.txt"), sentence(170))
    name = "box-python.zip"
    with zipfile.ZipFile(OUT / name, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(zipfile.ZipInfo("notes/a.txt"), sentence(171))
        file.writestr(zipfile.ZipInfo("../../outside.txt"), sentence(172))
        file.writestr(zipfile.ZipInfo("__MACOSX/._a.txt"), "litter")
        file.writestr(zipfile.ZipInfo("inner.zip"), inner.getvalue())
        file.write(OUT / "book-openpyxl.xlsx", "book.xlsx")
    fact(f"{name}!/notes/a.txt", None, sentence(171))
    fact(f"{name}!/outside.txt", None, sentence(172))
    fact(f"{name}!/inner.zip!/deep/note.txt", None, sentence(170))
    fact(f"{name}!/book.xlsx", "sheet Trips, row 4", "2025-05-09 | Norwegian Customs | hashish | 410 | kg | Brevik")
    name = "bundle-python.tar.gz"
    with tarfile.open(OUT / name, "w:gz") as file:
        for path, text in (("a/one.txt", sentence(173)), ("a/" + "long" * 30 + ".md", "# Boats\n\n" + sentence(174))):
            info = tarfile.TarInfo(path)
            info.size = len(text.encode())
            file.addfile(info, io.BytesIO(text.encode()))
    fact(f"{name}!/a/one.txt", None, sentence(173))
    fact(f"{name}!/a/{'long' * 30}.md", None, sentence(174))
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "two.txt").write_text(sentence(175))
        subprocess.run(["tar", "-czf", str(OUT / "bundle-gnu.tgz"), "-C", folder, "two.txt"], check=True)
        subprocess.run(["tar", "-cf", str(OUT / "bundle-gnu.tar"), "-C", folder, "two.txt"], check=True)
        subprocess.run(["gzip", "-k", f"{folder}/two.txt"], check=True)
        shutil.copy(f"{folder}/two.txt.gz", OUT / "one-gnu.txt.gz")
    for name, inner_name in (("bundle-gnu.tgz", "two.txt"), ("bundle-gnu.tar", "two.txt"), ("one-gnu.txt.gz", "one-gnu.txt")):
        fact(f"{name}!/{inner_name}", None, sentence(175))
    import pyzipper
    with pyzipper.AESZipFile(OUT / "locked.zip", "w", encryption=pyzipper.WZ_AES) as file:
        file.setpassword(b"secret")
        file.writestr("a.txt", "Nobody reads this without the word.")
    data = b"\0" * (300 * 1024 * 1024)
    for _ in range(2):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr(zipfile.ZipInfo("bomb.txt" if data[:1] == b"\0" else "inner.zip"), data, zipfile.ZIP_DEFLATED)
        data = packed.getvalue()
    write("bomb.zip", data)
    data = sentence(176).encode()
    for level in range(6):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as file:
            file.writestr(zipfile.ZipInfo("a.txt" if level == 0 else "inner.zip"), data)
        data = packed.getvalue()
    write("nested.zip", data)
    with zipfile.ZipFile(OUT / "report-python-docx.docx") as source, zipfile.ZipFile(OUT / "macro.docm", "w", zipfile.ZIP_DEFLATED) as file:
        for one in source.namelist():
            file.writestr(zipfile.ZipInfo(one), source.read(one), zipfile.ZIP_DEFLATED)
        file.writestr(zipfile.ZipInfo("word/vbaProject.bin"), b"\xd0\xcf\x11\xe0")
    fact("macro.docm", None, "Report of the harbour desk")


# ---- texts in other letters
def encodings():
    texts = {
        "arabic.txt": ("cp1256", "أعلنت الجمارك في ميناء الشمال ضبط شحنة من الحبوب المخدرة كانت مخبأة في صناديق الخضار."),
        "russian.txt": ("cp1251", "Таможня северного порта сообщила, что в контейнере нашли сорок килограммов вещества."),
        "spanish.txt": ("cp1252", "El capitán Núñez dijo que la señal llegó mañana y noche desde el puerto de A Coruña."),
        "japanese.txt": ("shift_jis", "北の港の税関は、コンテナの中から四十キロの薬物を見つけたと発表した。"),
        "wide.txt": ("utf-16", "The harbour office of Brevik wrote this line with two bytes for each letter."),
    }
    for name, (encoding, text) in texts.items():
        write(name, (text + "\n").encode(encoding))
        fact(name, None, text)
    write("stated.html", ("<html><head><meta charset=windows-1251><title>Порт</title></head><body><article><p>"
          + texts["russian.txt"][1] + "</p></article></body></html>").encode("cp1251"))
    fact("stated.html", None, texts["russian.txt"][1])
    rows = "".join(f"<tr><td>2025-06-1{n}</td><td>{BODIES[n + 3]}</td><td>{GOODS[n]}</td><td>{n + 40} kg</td></tr>" for n in range(1, 3))
    write("table.html", "<html><body><article><h1>Catches</h1><p>" + sentence(180) + " " + sentence(181) + "</p><table><tr><th>Date</th>"
          "<th>Agency</th><th>Drug</th><th>Amount</th></tr>" + rows + "</table></article></body></html>")
    fact("table.html", None, sentence(180))
    fact("table.html", "table 1, row 2", "2025-06-11 | Finnish Customs | hashish | 41 kg")
    fact("table.html", "table 1, row 3", "2025-06-12 | Danish police | heroin | 42 kg")
    write("notes.txt", "\n".join(f"{n}/5 {sentence(190 + n)[:-1]}" for n in range(1, 5)) + "\n")
    for n in range(1, 5):
        fact("notes.txt", None, sentence(190 + n)[:-1])


for make in (pdf_columns, pdf_words, pdf_browser, pdf_locked, docx_python, office_conversions, odt_odfpy, rtf_hand, mails,
             tables, records, archives, encodings):
    make()
with open(HERE / "facts.tsv", "w", encoding="utf-8") as file:
    file.write("# Made by make-files.py: file, place in it (- where its format has none or any will do), what stands there.\n")
    for row in FACTS:
        file.write("\t".join(row) + "\n")
large = [(path.name, path.stat().st_size) for path in OUT.iterdir() if path.stat().st_size > 60_000]
print(len(list(OUT.iterdir())), "files,", len(FACTS), "facts; larger than 60 kB:", large)
