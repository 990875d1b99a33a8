"""kill -9 on a server while others write to it: whatever it acknowledged is there, and it starts again.

usage: kill_rounds.py FAIRWAY ROUNDS
"""
import http.client
import json
import os
import random
import shutil
import socket
import sqlite3
import struct
import subprocess
import sys
import tempfile
import threading
import time

WRITERS = 4


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Writer(threading.Thread):
    """Makes one account after the other until the server is gone."""

    def __init__(self, port, token, prefix):
        super().__init__()
        self.port, self.token, self.prefix = port, token, prefix
        self.acknowledged, self.in_flight, self.refusal = [], None, None

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        number = 0
        try:
            while True:
                number += 1
                email = f"{self.prefix}.{number}@kill.example"
                body = json.dumps({"email": email, "name": "K", "role": "visitor", "language": "en"})
                self.in_flight = email
                connection.request("POST", "/api/v1/accounts", body, {
                    "Authorization": f"Bearer {self.token}", "Content-Type": "application/json",
                    "Idempotency-Key": f"{self.prefix}-{number:08}",
                })
                answer = connection.getresponse()
                text = answer.read()
                if answer.status != 201:
                    self.refusal = f"{answer.status} for {email}: {text.decode()}"
                    return
                self.acknowledged.append(email)
                self.in_flight = None
        except (OSError, http.client.HTTPException):
            pass


def frames_after_last_commit(log):
    """Frames of a transaction that was being written (https://www.sqlite.org/fileformat2.html#the_write_ahead_log)."""
    try:
        data = open(log, "rb").read()
    except FileNotFoundError:
        return 0
    if len(data) < 32:
        return 0
    page, salts = struct.unpack(">I", data[8:12])[0], data[16:24]
    place, tail = 32, 0
    while place + 24 <= len(data) and data[place + 8:place + 16] == salts:
        tail = 0 if struct.unpack(">I", data[place + 4:place + 8])[0] else tail + 1
        place += 24 + page
    return tail


def addresses(database, work):
    """What a copy of the files holds, as SQLite finds it after the kill; the server recovers its own."""
    copy = os.path.join(work, "copy.sqlite")
    for suffix in ("", "-wal"):
        if os.path.exists(database + suffix):
            shutil.copy(database + suffix, copy + suffix)
    connection = sqlite3.connect(copy)
    found = {row[0] for row in connection.execute("SELECT email FROM account")}
    check = connection.execute("PRAGMA integrity_check").fetchone()[0]
    connection.close()
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(copy + suffix):
            os.remove(copy + suffix)
    assert check == "ok", check
    return found


def start(fairway, database, log):
    port = free_port()
    server = subprocess.Popen(
        [fairway, "serve", "--database", database, "--port", str(port)], stdout=log, stderr=log)
    while True:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", "/readyz")
            if connection.getresponse().status == 200:
                return server, port
        except OSError:
            pass
        if server.poll() is not None:
            raise SystemExit("the server did not start")
        time.sleep(0.05)


def main(fairway, rounds):
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    print(f"seed {seed}", flush=True)
    counts = dict(acknowledged=0, lost=0, in_flight=0, inside_writing=0, committed_unacknowledged=0)
    with tempfile.TemporaryDirectory() as work:
        database = os.path.join(work, "expo.sqlite")
        call = lambda *arguments: subprocess.run(
            [fairway, *arguments, "--database", database], check=True, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True).stdout.strip()
        call("sample", "--scale", "0.02")
        call("account", "add", "--email", "chief@kill.example", "--name", "Chief", "--role", "organiser")
        token = call("account", "token", "--email", "chief@kill.example", "--scopes", "organiser,account")
        everything = []
        with open(os.path.join(work, "server.log"), "wb") as log:
            for round_number in range(rounds):
                server, port = start(fairway, database, log)
                if round_number % 10 == 9:
                    print(f"round {round_number + 1}: {counts}", flush=True)
                writers = [Writer(port, token, f"r{round_number}w{number}") for number in range(WRITERS)]
                for writer in writers:
                    writer.start()
                while not any(writer.acknowledged or writer.refusal for writer in writers):
                    time.sleep(0.001)
                time.sleep(chance.uniform(0, 0.5))
                server.kill()
                server.wait()
                for writer in writers:
                    writer.join()
                    if writer.refusal:
                        raise SystemExit(writer.refusal)
                tail = frames_after_last_commit(database + "-wal")
                found = addresses(database, work)
                fresh = [email for writer in writers for email in writer.acknowledged]
                flying = [writer.in_flight for writer in writers if writer.in_flight]
                everything += fresh
                counts["acknowledged"] += len(fresh)
                counts["lost"] += sum(email not in found for email in everything)
                counts["in_flight"] += bool(flying)
                counts["inside_writing"] += tail > 0
                counts["committed_unacknowledged"] += any(email in found for email in flying)
        listed = call("account", "list")
        counts["lost"] += sum(email not in listed for email in everything)
    print(f"{rounds} kills; {counts['acknowledged']} acknowledged writes, {counts['lost']} lost; "
          f"{counts['in_flight']} kills with a write under way, {counts['inside_writing']} of them while its pages were "
          f"written, {counts['committed_unacknowledged']} after its commit and before its answer")
    if counts["lost"]:
        raise SystemExit(1)


main(os.path.abspath(sys.argv[1]), int(sys.argv[2]))
