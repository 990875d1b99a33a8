"""Takes the pictures of the README: FAIRWAY_URL=http://127.0.0.1:8080 .venv/bin/python Tests/Browser/pictures.py"""

import os
import pathlib

from playwright.sync_api import sync_playwright

FOLDER = pathlib.Path(__file__).parents[2] / "docs" / "pictures"
PICTURES = [
    ("overview", "en-GB", "/"),
    ("enterprises", "zh-CN", "/enterprises?sector=S04"),
    ("enterprise", "ru-RU", "/enterprises/E00012"),
    ("programme", "en-GB", "/programme"),
    ("unplaced", "en-GB", "/programme/unplaced"),
    ("organiser", "zh-CN", "/organiser"),
]


def main() -> None:
    url = os.environ.get("FAIRWAY_URL", "http://127.0.0.1:8080")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, locale, path in PICTURES:
            context = browser.new_context(viewport={"width": 1000, "height": 600}, locale=locale)
            page = context.new_page()
            # The organiser's page keeps a stream open, so "networkidle" would never come.
            page.goto(url + path, wait_until="domcontentloaded")
            page.wait_for_timeout(500)
            page.screenshot(path=FOLDER / f"{name}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
