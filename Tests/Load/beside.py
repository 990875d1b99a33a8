"""Heavy work of others while many people open pages: an agency imports, the organiser schedules, somebody takes files along; and
what the server's health and memory are meanwhile."""

import asyncio
import re
import statistics
import time


def rows(delegation_code, count, round_number):
    """A table of members as an agency sends it; each round changes every name."""
    lines = ["code,name_en,name_ru,economy,roles,languages"]
    lines += [
        f"LOAD{number:05},Load Company {number} Round {round_number},Компания {number},CN,manufacturer,zh; ru"
        for number in range(count)
    ]
    return "\n".join(lines).encode()


class Beside:
    def __init__(self, connection_type, options, accounts, latencies, failures):
        self.connection_type, self.options = connection_type, options
        self.accounts, self.latencies, self.failures = accounts, latencies, failures
        self.memory = []

    def connection(self):
        return self.connection_type(self.options.host, self.options.port)

    async def signed_in(self, role):
        account = next(account for account in self.accounts if account[2] == role)
        connection = self.connection()
        await connection.ask("/sign-in")
        form = {"email": account[0], "password": account[1], "token": connection.cookies.get("form-token", "")}
        await connection.ask("/sign-in", form)
        await connection.ask("/")
        return connection, account[3]

    async def timed(self, kind, connection, path, form=None, good=(200, 303), **more):
        # A server closes what has been idle for a minute, and a form is sent only once: as a browser would, on a new connection.
        if kind.startswith("POST"):
            connection.close()
        start = time.monotonic()
        status = await connection.ask(path, form, **more)
        self.latencies[kind].append(time.monotonic() - start)
        if status not in good:
            self.failures[f"{status} {kind}"] += 1
        return status

    async def delegation(self, connection):
        """The agency's only one, to which it is led, or the first of the organiser's list."""
        await connection.ask("/delegations")
        return re.search(r"/delegations/([A-Za-z0-9-]+)", connection.location + connection.text).group(1)

    async def health(self, end):
        connection = self.connection()
        while time.monotonic() < end:
            await self.timed("GET /healthz", connection, "/healthz")
            await asyncio.sleep(0.1)

    async def imports(self, end):
        connection, _ = await self.signed_in("agency")
        delegation = await self.delegation(connection)
        path = f"/delegations/{delegation}/import"
        round_number = 0
        while time.monotonic() < end:
            round_number += 1
            token = connection.cookies["form-token"]
            parts = [
                f'--B\r\nContent-Disposition: form-data; name="token"\r\n\r\n{token}\r\n'.encode(),
                b'--B\r\nContent-Disposition: form-data; name="file"; filename="members.csv"\r\n\r\n',
                rows(delegation, 5000, round_number),
                b"\r\n--B--\r\n",
            ]
            content = ("multipart/form-data; boundary=B", b"".join(parts))
            await self.timed("POST import (preview of 5,000 rows)", connection, path, content=content)
            upload = re.search(r'name="upload" value="([^"]+)"', connection.text)
            if upload:
                form = {"upload": upload.group(1), "token": token}
                await self.timed("POST import (confirmed)", connection, path + "/confirm", form)
            await asyncio.sleep(20)

    async def schedules(self, end):
        connection, _ = await self.signed_in("organiser")
        while time.monotonic() < end:
            form = {"seconds": "60", "token": connection.cookies["form-token"]}
            await self.timed("POST schedule (60 s)", connection, "/organiser/schedule", form, good=(200, 303, 409))
            await asyncio.sleep(80)

    async def exports(self, end):
        connection, _ = await self.signed_in("organiser")
        delegation = await self.delegation(connection)
        while time.monotonic() < end:
            await self.timed("GET catalogue.xlsx", connection, "/catalogue/en/catalogue.xlsx")
            await self.timed("GET programme.xlsx", connection, f"/delegations/{delegation}/programme.xlsx")
            await self.timed("GET schedule.pdf", connection, "/enterprises/E00001/schedule.pdf")
            await asyncio.sleep(10)

    async def commands(self, end):
        """The organiser's own imports, by the command line on the same store, one after the other."""
        kind = f"command {self.options.command.split()[1]}"
        await asyncio.sleep(30)
        while time.monotonic() < end - 60:
            start = time.monotonic()
            process = await asyncio.create_subprocess_shell(self.options.command, stdout=asyncio.subprocess.DEVNULL)
            if await process.wait() != 0:
                self.failures[kind] += 1
            self.latencies[kind].append(time.monotonic() - start)
            await asyncio.sleep(60)

    async def watch(self, end):
        while time.monotonic() < end:
            with open(f"/proc/{self.options.pid}/status", encoding="ascii") as status:
                resident = int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) // 1024
            self.memory.append(resident)
            await asyncio.sleep(1)

    def tasks(self, end):
        work = [self.health(end), self.imports(end), self.schedules(end), self.exports(end)]
        if self.options.command:
            work.append(self.commands(end))
        return work + ([self.watch(end)] if self.options.pid else [])

    def report(self):
        if not self.memory:
            return
        # After the first minute everything has been asked for once.
        settled = self.memory[60:] or self.memory
        middle = statistics.median(settled)
        near = sum(abs(one - middle) <= middle / 10 for one in settled)
        minutes = [statistics.median(settled[start : start + 60]) for start in range(0, len(settled), 60)]
        print(
            f"memory of the server, each second: first {self.memory[0]} MB, after a minute {settled[0]} MB, last "
            f"{self.memory[-1]} MB; median {middle:.0f} MB, {min(settled)} to {max(settled)}, {100 * near / len(settled):.0f} % "
            f"within 10 % of the median; median of each minute: {' '.join(f'{one:.0f}' for one in minutes)}"
        )
