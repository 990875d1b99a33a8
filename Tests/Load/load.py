"""Many people at once: each opens pages as people do, pauses, and goes on; latency by kind of page, and what went wrong.

usage: load.py URL ACCOUNTS [--users 500] [--seconds 60] [--pause 5] [--beside [--command CMD]] [--pid PID]

ACCOUNTS is the file that `fairway sample --accounts` writes. A tenth of the users are signed-in enterprises that also ask
for meetings and answer; in the end every request that was taken must be there.
"""

import argparse
import asyncio
import random
import re
import time
import urllib.parse
from collections import defaultdict

from beside import Beside

PUBLIC = ["/", "/enterprises", "/enterprises?page={page}", "/enterprises?sector=S0{digit}", "/enterprises/{code}"]
OWN = ["/enterprises/{own}", "/enterprises/{own}/matches", "/enterprises/{own}/requests", "/enterprises/{code}"]


class Connection:
    """One browser: keeps its connection and its cookies."""

    wants_text = False

    def __init__(self, host, port):
        self.host, self.port = host, port
        self.cookies = {}
        self.stream = None
        # Of the last answer that came uncompressed.
        self.text = ""
        # Where the last answer leads.
        self.location = ""

    def close(self):
        if self.stream:
            self.stream[1].close()
        self.stream = None

    async def ask(self, path, form=None, content=None):
        for attempt in range(2):
            if self.stream is None:
                self.stream = await asyncio.open_connection(self.host, self.port)
            try:
                return await self._ask(path, form, content)
            except (ConnectionError, asyncio.IncompleteReadError):
                self.stream = None
                if attempt or form is not None or content is not None:
                    raise

    async def _ask(self, path, form, content):
        reader, writer = self.stream
        if form is not None:
            content = ("application/x-www-form-urlencoded", urllib.parse.urlencode(form).encode())
        kind, body = content or ("", b"")
        lines = [f"{'POST' if content else 'GET'} {path} HTTP/1.1", f"Host: {self.host}:{self.port}"]
        lines += [] if self.wants_text else ["Accept-Encoding: gzip"]
        lines += [f"Accept-Language: {random.choice(['zh', 'ru', 'en'])}"]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{key}={value}" for key, value in self.cookies.items()))
        if content:
            lines += [f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
        writer.write("\r\n".join(lines + ["", ""]).encode() + body)
        await writer.drain()
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        status = int(head.split(" ", 2)[1])
        for name, value in re.findall(r"(?i)set-cookie: ([^=]+)=([^;\r\n]*)", head):
            self.cookies[name] = value
        leads = re.search(r"(?i)location: ([^\r\n]+)", head)
        self.location = leads.group(1) if leads else ""
        length = re.search(r"(?i)content-length: (\d+)", head)
        if length:
            body = await reader.readexactly(int(length.group(1)))
            self.text = body.decode(errors="replace") if self.wants_text else ""
        elif re.search(r"(?i)transfer-encoding: chunked", head):
            while size := int((await reader.readline()).strip(), 16):
                await reader.readexactly(size + 2)
            await reader.readline()
        return status


class Reader(Connection):
    """One that reads what it gets."""

    wants_text = True


async def sign_in(connection, account, latencies):
    """Returns the code of the enterprise, or None when the door stays shut."""
    await connection.ask("/sign-in")
    form = {"email": account[0], "password": account[1], "token": connection.cookies.get("form-token", "")}
    start = time.monotonic()
    status = await connection.ask("/sign-in", form)
    latencies["POST sign-in (before the others)"].append(time.monotonic() - start)
    if status != 303 or "sign-in" not in connection.cookies:
        return None
    # Whoever is signed in has another form token; the next page brings it.
    await connection.ask("/")
    return account[3]


async def user(connection, own, options, codes, latencies, failures, asked, end):
    await asyncio.sleep(random.random() * options.pause)
    while time.monotonic() < end:
        wish = own and random.random() < 0.1
        pattern = random.choice(OWN if own else PUBLIC)
        code = random.choice(codes)
        path = pattern.format(own=own, code=code, page=random.randint(2, 100), digit=random.randint(1, 9))
        kind = pattern
        form = None
        if wish:
            kind = path = f"/enterprises/{own}/requests"
            kind = "POST requests"
            form = {"recipient": code, "priority": "2", "token": connection.cookies["form-token"]}
        start = time.monotonic()
        try:
            status = await connection.ask(path, form)
            latencies[kind].append(time.monotonic() - start)
            if form and status == 303:
                asked.add((own, code))
            # 409 is the answer to asking twice.
            if status not in (200, 303, 409):
                failures[f"{status} {kind}"] += 1
        except (OSError, asyncio.IncompleteReadError) as error:
            failures[f"{type(error).__name__} {kind}"] += 1
        await asyncio.sleep(random.expovariate(1 / options.pause))
    connection.close()


async def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("url")
    parser.add_argument("accounts")
    parser.add_argument("--users", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=5, help="mean seconds between two pages of a user")
    parser.add_argument("--beside", action="store_true", help="heavy work of others at the same time")
    parser.add_argument("--command", help="with --beside: a command to run again and again meanwhile, such as an import")
    parser.add_argument("--pid", type=int, help="of the server, to watch its memory")
    options = parser.parse_args()
    address = urllib.parse.urlsplit(options.url)
    options.host, options.port = address.hostname, address.port
    with open(options.accounts, encoding="utf-8") as file:
        accounts = [line.rstrip("\n").split("\t") for line in file]
    enterprises = [account for account in accounts if account[2] == "enterprise"]
    codes = [f"E{number:05}" for number in range(1, 1400)]
    latencies, failures, asked = defaultdict(list), defaultdict(int), set()
    doors, connections, owns = defaultdict(list), [], []
    for number in range(options.users):
        connections.append(Connection(options.host, options.port))
        account = enterprises[number // 10 % len(enterprises)] if number % 10 == 0 else None
        owns.append(account and await sign_in(connections[-1], account, doors))
        if account and not owns[-1]:
            failures["sign-in"] += 1
    end = time.monotonic() + options.seconds
    beside = Beside(Reader, options, accounts, doors, failures)
    await asyncio.gather(
        *(beside.tasks(end) if options.beside else []),
        *(
            user(connection, own, options, codes, latencies, failures, asked, end)
            for connection, own in zip(connections, owns)
        )
    )
    everything = sorted(value for values in latencies.values() for value in values)
    latencies.update(doors)
    print(f"{options.users} users, {len(everything)} pages in {options.seconds:.0f} s, {len(asked)} requests made")
    for kind, values in sorted(latencies.items()) + [("all", everything)]:
        values.sort()
        at = lambda part: values[min(len(values) - 1, int(part * len(values)))] * 1000
        print(f"{kind:36} {len(values):7}  p50 {at(.5):7.1f}  p99 {at(.99):7.1f}  max {values[-1] * 1000:7.1f} ms")
    beside.report()
    for kind, count in sorted(failures.items()):
        print(f"FAILED {count} × {kind}")
    print("asked " + " ".join(f"{one}>{other}" for one, other in sorted(asked)))


if __name__ == "__main__":
    asyncio.run(main())
