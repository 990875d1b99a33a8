"""A server that is told to stop while people ask, jobs run and clients dawdle: gone within ten seconds, nothing lost.

usage: stop.py URL ACCOUNTS DATABASE PID
"""

import asyncio
import os
import re
import signal
import sqlite3
import sys
import time
import urllib.parse

from load import Connection

ALLOWED_SECONDS = 10
CODES = [f"E{number:05}" for number in range(1, 190)]


async def sign_in(host, port, account):
    connection = Connection(host, port)
    await connection.ask("/sign-in")
    form = {"email": account[0], "password": account[1], "token": connection.cookies["form-token"]}
    await connection.ask("/sign-in", form)
    await connection.ask("/")
    assert "sign-in" in connection.cookies, account[0]
    return connection


async def writer(connection, own, taken):
    """Asks for one meeting after the other; what the server said yes to must be there."""
    for code in CODES:
        form = {"recipient": code, "priority": "2", "token": connection.cookies["form-token"]}
        try:
            if await connection.ask(f"/enterprises/{own}/requests", form) == 303:
                taken.append((own, code))
        except (OSError, asyncio.IncompleteReadError):
            return


async def dawdler(host, port, text):
    _, stream = await asyncio.open_connection(host, port)
    stream.write(text.encode())
    await stream.drain()
    return stream


def is_running(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def workers():
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/cmdline", "rb") as line:
                found += [name] if b"fairway\0worker\0" in line.read() else []
        except OSError:
            continue
    return found


async def main():
    url, accounts, database, pid = sys.argv[1:5]
    address = urllib.parse.urlsplit(url)
    host, port, pid = address.hostname, address.port, int(pid)
    with open(accounts, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    organiser = await sign_in(host, port, next(row for row in rows if row[2] == "organiser"))
    form = {"seconds": "60", "token": organiser.cookies["form-token"]}
    assert await organiser.ask("/organiser/schedule", form) == 303
    taken, tasks = [], []
    for row in [row for row in rows if row[2] == "enterprise"][:4]:
        tasks.append(asyncio.create_task(writer(await sign_in(host, port, row), row[3], taken)))
    cookies = "; ".join(f"{key}={value}" for key, value in organiser.cookies.items())
    head = f"Host: {host}:{port}\r\n"
    dawdlers = [
        await dawdler(host, port, f"GET /organiser/progress HTTP/1.1\r\n{head}Cookie: {cookies}\r\n\r\n"),
        await dawdler(host, port, f"POST /sign-in HTTP/1.1\r\n{head}Content-Length: 1000\r\n\r\nemail="),
        await dawdler(host, port, "GET / HTTP/1.1\r\nHos"),
        await dawdler(host, port, f"GET /healthz HTTP/1.0\r\n{head}\r\n"),
    ]
    await asyncio.sleep(2)
    assert workers(), "the job runs in a worker"
    start = time.monotonic()
    os.kill(pid, signal.SIGTERM)
    while is_running(pid) and time.monotonic() < start + 3 * ALLOWED_SECONDS:
        await asyncio.sleep(0.05)
    seconds = time.monotonic() - start
    for task in tasks:
        task.cancel()
    left = workers()
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        query = "SELECT COUNT(*) FROM meeting_request WHERE requester = ? AND recipient = ?"
        lost = [pair for pair in taken if connection.execute(query, pair).fetchone()[0] == 0]
    print(f"gone after {seconds:.1f} s; {len(taken)} requests were taken, {len(lost)} lost; {len(left)} workers left")
    for stream in dawdlers:
        stream.close()
    if is_running(pid) or seconds > ALLOWED_SECONDS or lost or left or not taken:
        sys.exit(1)


if __name__ == "__main__":
    asyncio.run(main())
