"""Headings of the Harmonized System are proposed while a product is described, with scripts and without."""
import json
import urllib.parse
import urllib.request

import pytest

TEXTS = {
    "zh": ("夹心巧克力糖果", "推荐品目", "依据"),
    "ru": ("шоколадные конфеты с начинкой", "Подобрать позиции", "по слов"),
    "en": ("chocolate sweets with a filling", "Suggest headings", "because of"),
}


@pytest.fixture
def own_profile(open_page, accounts):
    """The form of an enterprise that edits its own profile, with one more product."""

    def open_form(language, **options):
        enterprise = accounts["enterprise"][0].scope
        page = open_page(f"/enterprises/{enterprise}/profile", language, part="enterprise", **options)
        page.locator("button[value=add-products]").click()
        row = int(page.locator("input[name=products-count]").get_attribute("value")) - 1
        return page, f"products-{row}"

    return open_form


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("width", [360, 1280])
def test_headings_appear_while_typing(own_profile, photograph, language, width):
    text, _, reason = TEXTS[language]
    page, row = own_profile(language, width=width)
    page.locator(f"#f-{row}-name_{language}").press_sequentially(text, delay=5)
    box = page.locator(f".proposals[data-row={row}]")
    first = box.locator("li").first
    first.wait_for()
    assert box.locator("li").count() == 5
    assert first.locator("strong").inner_text() == "1806" and reason in first.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    photograph(page, f"headings-{language}-{width}")
    # By keyboard alone.
    first.locator("button").focus()
    page.keyboard.press("Enter")
    assert page.input_value(f"#f-{row}-hs") == "1806"
    assert page.evaluate("document.activeElement.id") == f"f-{row}-hs"


@pytest.mark.parametrize("language", TEXTS)
def test_headings_without_scripts(own_profile, language):
    text, label, reason = TEXTS[language]
    page, row = own_profile(language, javascript=False)
    page.fill(f"#f-{row}-name_{language}", text)
    page.locator(f".proposals[data-row={row}]").get_by_role("button", name=label).click()
    choice = page.locator(f".proposals[data-row={row}] li").first
    assert reason in choice.inner_text()
    choice.get_by_role("button").click()
    assert page.input_value(f"#f-{row}-hs") == "1806"
    assert page.input_value(f"#f-{row}-name_{language}") == text


@pytest.mark.parametrize("name", ["Danone", "Roshen", "Kontakt", "Иванов", "Рот Фронт", "王伟", "zzq"])
def test_names_that_mean_no_goods_find_none(url, name):
    """A word that nothing has may be near a heading in meaning; that alone is no reason to show its goods."""
    with urllib.request.urlopen(f"{url}/api/v1/search?q={urllib.parse.quote(name)}") as answer:
        assert json.load(answer)["total"] == 0
