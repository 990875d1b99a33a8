"""Every page in every language: it says what it should, in that language, to everyone."""
import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import LANGUAGES

PAGES = {
    "overview": "/",
    "enterprises": "/enterprises",
    "enterprise": "/enterprises/E00001",
    "programme": "/programme",
    "participants": "/programme?view=participants",
    "unplaced": "/programme/unplaced",
    "organiser": "/organiser",
}
HEADINGS = {
    "enterprises": {"zh": "企业", "ru": "Предприятия", "en": "Enterprises"},
    "programme": {"zh": "会面日程", "ru": "Программа встреч", "en": "Meeting programme"},
    "unplaced": {"zh": "未安排的申请", "ru": "Неразмещённые заявки", "en": "Unplaced requests"},
    "organiser": {"zh": "主办方", "ru": "Организатор", "en": "Organiser"},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_page_speaks_the_language_and_breaks_no_rule(open_page, photograph, name, language):
    page = open_page(PAGES[name], language)
    assert page.get_attribute("html", "lang") == language
    if name in HEADINGS:
        assert page.inner_text("h1") == HEADINGS[name][language]
    assert page.locator("main").inner_text().strip()
    assert "{{" not in page.content()
    photograph(page, f"{name}-{language}")
    findings = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    ).response["violations"]
    assert not findings, [(f["id"], [n["html"][:120] for n in f["nodes"][:3]]) for f in findings]


@pytest.mark.parametrize("name", PAGES)
def test_page_fits_a_phone(open_page, photograph, name):
    page = open_page(PAGES[name], "ru", width=360)
    photograph(page, f"{name}-phone")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("language", LANGUAGES)
def test_dark_colours_keep_contrast(open_page, language):
    page = open_page("/enterprises", language)
    page.emulate_media(color_scheme="dark")
    findings = Axe().run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
    assert not findings, [n["html"][:120] for f in findings for n in f["nodes"][:5]]
