"""One Chromium for all tests; pages are photographed where SCREENSHOTS says."""
import os
import pathlib
import shutil

import pytest
from playwright.sync_api import sync_playwright

LANGUAGES = ["zh", "ru", "en"]


@pytest.fixture(scope="session")
def url():
    """Where the server under test listens."""
    return os.environ["FAIRWAY_URL"]


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, url):
    """Opens a path in a language; fails the test on any script error, missing file or broken policy."""
    contexts = []
    problems = []

    def open_path(path, language="en", javascript=True, width=1280):
        context = browser.new_context(
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
