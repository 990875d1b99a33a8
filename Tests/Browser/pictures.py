"""Takes the pictures of the README: FAIRWAY_URL=http://127.0.0.1:8080 .venv/bin/python Tests/Browser/pictures.py

Signs in with the organiser's account of FAIRWAY_ACCOUNTS, by default the sample's.
"""

import os
import pathlib

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "pictures"
PICTURES = [
    ("overview", "en-GB", "/"),
    ("enterprises", "zh-CN", "/enterprises?sector=S04"),
    ("enterprise", "ru-RU", "/enterprises/E00012"),
    ("search", "ru-RU", "/search?q=конфеты с начинкой"),
    ("programme", "en-GB", "/programme"),
    ("unplaced", "en-GB", "/programme/unplaced"),
    ("organiser", "zh-CN", "/organiser"),
    ("delegations", "ru-RU", "/delegations"),
]


def main() -> None:
    url = os.environ.get("FAIRWAY_URL", "http://127.0.0.1:8080")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        accounts = pathlib.Path(os.environ.get("FAIRWAY_ACCOUNTS", ROOT / "data" / "expo.accounts"))
        email, password = accounts.read_text("utf-8").split("\t")[:2]
        door = browser.new_page()
        door.goto(url + "/sign-in")
        door.fill("#email", email)
        door.fill("#password", password)
        door.locator("form[action='/sign-in'] button").click()
        door.wait_for_url(url + "/")
        state = door.context.storage_state()
        for name, locale, path in PICTURES:
            context = browser.new_context(
                viewport={"width": 1000, "height": 600}, locale=locale, storage_state=state
            )
            page = context.new_page()
            # The organiser's page keeps a stream open, so "networkidle" would never come.
            page.goto(url + path, wait_until="domcontentloaded")
            page.wait_for_timeout(500)
            page.screenshot(path=FOLDER / f"{name}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
