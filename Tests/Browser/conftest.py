"""One Chromium for all tests; pages are photographed where SCREENSHOTS says."""
import os
import pathlib
import re
import shutil
import subprocess

import pytest
from playwright.sync_api import sync_playwright

LANGUAGES = ["zh", "ru", "en"]


@pytest.fixture(scope="session")
def url():
    """Where the server under test listens."""
    return os.environ["FAIRWAY_URL"]


def newest_letter(recipient):
    """The text of the newest letter to an address, as the mail program would get it."""
    fairway = os.environ.get("FAIRWAY", ".build/debug/fairway")
    command = [fairway, "account", "letters", "--to", recipient, "--limit", "1"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield browser
        browser.close()


class Account:
    """Someone of the sample who can sign in."""

    def __init__(self, line):
        self.email, self.password, self.role, self.scope = line.rstrip("\n").split("\t")


@pytest.fixture(scope="session")
def accounts():
    """The sample's accounts by part; of two enterprises the first."""
    found = {}
    with open(os.environ["FAIRWAY_ACCOUNTS"], encoding="utf-8") as file:
        for account in map(Account, file):
            found.setdefault(account.role, []).append(account)
    return found


@pytest.fixture(scope="session")
def states(browser, url, accounts):
    """Cookies of each part, signed in once by the form as people do."""
    found = {None: None}
    for role, people in accounts.items():
        for number, account in enumerate(people):
            context = browser.new_context()
            page = context.new_page()
            page.goto(url + "/sign-in")
            page.fill("#email", account.email)
            page.fill("#password", account.password)
            page.locator("form[action='/sign-in'] button").click()
            page.wait_for_url(url + "/")
            found[role if number == 0 else f"{role}{number + 1}"] = context.storage_state()
            context.close()
    return found


@pytest.fixture(scope="session")
def delegation(browser, url, states):
    """The code of the agency's first delegation, from its own list."""
    context = browser.new_context(storage_state=states["agency"])
    page = context.new_page()
    page.goto(url + "/delegations")
    code = re.search(r"/delegations/([A-Za-z0-9-]+)", page.url + page.content()).group(1)
    context.close()
    return code


@pytest.fixture
def open_page(browser, url, states):
    """Opens a path in a language as someone; fails the test on any script error, missing file or broken policy."""
    contexts = []
    problems = []

    def open_path(path, language="en", javascript=True, width=1280, part="organiser"):
        context = browser.new_context(
            storage_state=states[part],
            locale={"zh": "zh-CN", "ru": "ru-RU", "en": "en-GB"}[language],
            java_script_enabled=javascript,
            viewport={"width": width, "height": 900},
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
        page.on(
            "response",
            lambda response: problems.append(f"{response.status} {response.url}") if response.status >= 400 else None,
        )
        page.goto(url + path)
        return page

    yield open_path
    for context in contexts:
        context.close()
    assert not problems, problems


@pytest.fixture
def photograph():
    """Keeps a picture of the whole page."""
    folder = pathlib.Path(os.environ.get("SCREENSHOTS", "screenshots"))
    folder.mkdir(parents=True, exist_ok=True)

    def take(page, name):
        page.screenshot(path=folder / f"{name}.png", full_page=True)

    return take
