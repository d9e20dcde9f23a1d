#!/usr/bin/env python3
"""Drives the real OpenRefine against a served Entente: a project of the names of a list, matched by the Reconciliation Service API
as a person would match it in the browser, the judgments read back, and columns added from what was matched.

    tests/peers/openrefine.py DUMP [LIST]

DUMP is ROR's dump (zip or JSON), LIST a list that Entente reads; samples/agreements.txt when none is named.
OpenRefine is the one that is installed (Debian: apt-get install openrefine); ENTENTE names another executable than ./entente.
Exit codes: 0 done, 1 something is not as it must be, 2 wrong usage, 3 OpenRefine is not installed.
"""
import csv
import io
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ENTENTE = os.environ.get("ENTENTE", os.path.join(ROOT, "entente"))
PATIENCE = 180


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def entente(data, *words):
    done = subprocess.run([ENTENTE, *words, "--data", data], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"entente {' '.join(words)}: {done.stderr.strip()}")
    return done.stdout


def fetch(url, data=None, kind="application/x-www-form-urlencoded"):
    request = urllib.request.Request(url, data=data, headers={"Content-Type": kind} if data is not None else {})
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return answer.read().decode(), answer.geturl()


def wait_for(url):
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return fetch(url)[0]
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > end:
                sys.exit(f"Nothing answers at {url}.")
            time.sleep(0.5)


class Refine:
    """The commands that OpenRefine's own pages send."""

    def __init__(self, base):
        self.base = base
        self.version = json.loads(wait_for(f"{base}/command/core/get-version"))["version"]

    def token(self):
        return json.loads(fetch(f"{self.base}/command/core/get-csrf-token")[0])["token"]

    def create(self, name, text):
        boundary = uuid.uuid4().hex
        fields = {"project-name": name, "format": "text/line-based/*sv", "options": json.dumps({"separator": ",", "headerLines": 1, "encoding": "UTF-8"})}
        body = "".join(f'--{boundary}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in fields.items())
        body += f'--{boundary}\r\nContent-Disposition: form-data; name="project-file"; filename="names.csv"\r\nContent-Type: text/csv\r\n\r\n{text}\r\n--{boundary}--\r\n'
        url = f"{self.base}/command/core/create-project-from-upload?csrf_token={self.token()}"
        return urllib.parse.parse_qs(urllib.parse.urlparse(fetch(url, body.encode(), f"multipart/form-data; boundary={boundary}")[1]).query)["project"][0]

    def do(self, command, project, **fields):
        fields = {k: v if isinstance(v, str) else json.dumps(v) for k, v in fields.items()} | {"csrf_token": self.token()}
        answer = json.loads(fetch(f"{self.base}/command/core/{command}?project={project}", urllib.parse.urlencode(fields).encode())[0])
        if answer.get("code") == "error":
            sys.exit(f"{command}: {answer}")
        end = time.monotonic() + PATIENCE
        while json.loads(fetch(f"{self.base}/command/core/get-processes?project={project}")[0])["processes"]:
            if time.monotonic() > end:
                sys.exit(f"{command} did not come to an end.")
            time.sleep(0.2)
        return answer

    def rows(self, project):
        fields = urllib.parse.urlencode({"engine": json.dumps(ENGINE), "csrf_token": self.token()}).encode()
        return json.loads(fetch(f"{self.base}/command/core/get-rows?project={project}&start=0&limit=100000", fields)[0])


ENGINE = {"facets": [], "mode": "row-based"}


def judgments(answer):
    """Of each row: the name, and what OpenRefine has of it."""
    recons = answer.get("pool", {}).get("recons", {})
    for row in answer["rows"]:
        cell = row["cells"][0]
        recon = cell["r"] if isinstance(cell.get("r"), dict) else recons[str(cell["r"])] if cell.get("r") is not None else {}
        yield cell["v"], recon


def counted(told):
    matched = sum(1 for _, r in told if r.get("j") == "matched")
    candidates = sum(1 for _, r in told if r.get("j") != "matched" and r.get("c"))
    return matched, candidates, len(told) - matched - candidates


def reconcile(refine, service, names, kind, with_country):
    manifest = json.loads(fetch(service)[0])
    project = refine.create("names", names)
    config = {
        "mode": "standard-service", "service": service, "identifierSpace": manifest["identifierSpace"], "schemaSpace": manifest["schemaSpace"],
        "type": next(({"id": t["id"], "name": t["name"]} for t in manifest["defaultTypes"] if t["id"] == kind), None), "autoMatch": True, "limit": 0,
        "columnDetails": [{"column": "country", "propertyName": "Country", "propertyID": "country"}] if with_country else [],
    }
    began = time.monotonic()
    refine.do("reconcile", project, columnName="partner", config=config, engine=ENGINE)
    return project, list(judgments(refine.rows(project))), time.monotonic() - began


def extend(refine, service, project, told):
    """Columns beside the matched names, as they are added with 'Add columns from reconciled values'."""
    manifest = json.loads(fetch(service)[0])
    wanted = [{"id": "country", "name": "Country"}, {"id": "ror", "name": "ROR"}]
    refine.do("extend-data", project, engine=ENGINE, baseColumnName="partner", endpoint=service, identifierSpace=manifest["identifierSpace"],
              schemaSpace=manifest["schemaSpace"], columnInsertIndex="1", extension={"properties": wanted})
    filled = [row["cells"][1]["v"] for row in refine.rows(project)["rows"] if row["cells"][1] and row["cells"][1].get("v")]
    print(f"Columns added from the matched: {len(filled)} countries for {sum(1 for _, r in told if r.get('j') == 'matched')} matched rows")
    return len(filled)


def main():
    if len(sys.argv) not in (2, 3):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    if shutil.which("openrefine") is None:
        print("OpenRefine is not installed, so nothing was tried. On Debian: apt-get install openrefine", file=sys.stderr)
        return 3
    dump, source = sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else os.path.join(ROOT, "samples", "agreements.txt")
    started, ok = [], True
    with tempfile.TemporaryDirectory() as folder:
        data, workspace = os.path.join(folder, "data"), os.path.join(folder, "openrefine")
        os.mkdir(workspace)
        try:
            entente(data, "import", source, "--yes")
            entente(data, "ror", "load", dump)
            listed = csv.DictReader(io.StringIO(entente(data, "export", "--format", "csv")))
            rows = [pair for r in listed for pair in zip(r["partner"].split("; "), r["country_as_printed"].split("; ")) if pair[0]]
            names = io.StringIO()
            csv.writer(names).writerows([("partner", "country"), *rows])
            url = f"http://127.0.0.1:{free_port()}"
            started.append(subprocess.Popen([ENTENTE, "serve", "--urls", url, "--data", data], stdout=subprocess.DEVNULL, start_new_session=True))
            wait_for(f"{url}/reconcile")
            port = free_port()
            with open(os.path.join(folder, "openrefine.log"), "w") as log:
                started.append(subprocess.Popen(["openrefine", "-p", str(port), "-i", "127.0.0.1", "-d", workspace, "-x", "refine.headless=true"], stdout=log, stderr=log, start_new_session=True))
            refine = Refine(f"http://127.0.0.1:{port}")
            print(f"OpenRefine {refine.version}, {len(rows)} rows of {os.path.basename(source)}")
            print("asked of            country   matched  candidates  none  seconds")
            for kind, with_country in [(None, True), (None, False), ("partner", True), ("institution", True), ("institution", False)]:
                project, told, took = reconcile(refine, f"{url}/reconcile", names.getvalue(), kind, with_country)
                matched, candidates, none = counted(told)
                print(f"{kind or 'both':<20}{'yes' if with_country else 'no':<10}{matched:>7}{candidates:>12}{none:>6}{took:>9.1f}")
                ok = ok and len(told) == len(rows) and matched > 0
                if kind is None and with_country:
                    ok = extend(refine, f"{url}/reconcile", project, told) == matched and ok
                if kind == "institution" and with_country and "-v" in os.environ.get("PEERS", ""):
                    for name, recon in told:
                        print(f"  {name} | {recon.get('m', {}).get('name') if recon.get('j') == 'matched' else [c['name'] for c in recon.get('c', [])][:3]}")
        finally:
            for process in started:
                os.killpg(process.pid, signal.SIGTERM)
                process.wait()
    return 0 if ok else 1


sys.exit(main())
