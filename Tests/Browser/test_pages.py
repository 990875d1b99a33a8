"""Every page in every language: it says what it should, in that language, to everyone."""
import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import LANGUAGES

# Page → path, and who opens it; "{enterprise}" and the like are the codes of whoever signs in.
PAGES = {
    "overview": ("/", None),
    "search": ("/search?q=%D1%88%D0%BE%D0%BA%D0%BE%D0%BB%D0%B0%D0%B4&kind=product", None),
    "search-mended": ("/search?q=choclate", None),
    "product": ("/products/P000001", None),
    "enterprises": ("/enterprises", None),
    "enterprise": ("/enterprises/E00001", None),
    "enterprise-organiser": ("/enterprises/E00001", "organiser"),
    "programme": ("/programme", "hallManager"),
    "participants": ("/programme?view=participants", "organiser"),
    "unplaced": ("/programme/unplaced", "organiser"),
    "organiser": ("/organiser", "organiser"),
    "rules": ("/organiser/rules", "organiser"),
    "accounts": ("/organiser/accounts", "organiser"),
    "mail": ("/organiser/mail", "organiser"),
    "factor-reset": ("/organiser/accounts/2/second-factor", "organiser"),
    "sign-in": ("/sign-in", None),
    "code": ("/sign-in/code?email=li%40example.com", None),
    "account": ("/account", "visitor"),
    "mine": ("/enterprises/{enterprise}", "enterprise"),
    "partner": ("/enterprises/{enterprise2}", "enterprise"),
    "matches": ("/enterprises/{enterprise}/matches", "enterprise"),
    "requests": ("/enterprises/{enterprise}/requests", "enterprise"),
    "free": ("/enterprises/{enterprise}/free", "enterprise"),
    "interpreter": ("/interpreters/{interpreter}", "interpreter"),
    "profile": ("/enterprises/{enterprise}/profile", "enterprise"),
    "images": ("/enterprises/{enterprise}/images", "enterprise"),
    "register": ("/register", None),
    "privacy": ("/privacy", None),
    "erase": ("/account/erase", "visitor"),
    "tokens": ("/account/tokens", "visitor"),
    "registrations": ("/organiser/registrations", "organiser"),
    "people": ("/organiser/people", "organiser"),
    "delegations": ("/delegations", "organiser"),
    "board": ("/delegations/{delegation}", "agency"),
    "member": ("/delegations/{delegation}/enterprises/new", "agency"),
    "import": ("/delegations/{delegation}/import", "agency"),
    "letters": ("/delegations/{delegation}/letters", "agency"),
}
HEADINGS = {
    "enterprises": {"zh": "企业", "ru": "Предприятия", "en": "Enterprises"},
    "programme": {"zh": "会面日程", "ru": "Программа встреч", "en": "Meeting programme"},
    "unplaced": {"zh": "未安排的申请", "ru": "Неразмещённые заявки", "en": "Unplaced requests"},
    "organiser": {"zh": "主办方", "ru": "Организатор", "en": "Organiser"},
}


@pytest.fixture
def open_named(open_page, accounts, delegation):
    """Opens a page of the table."""

    def open_name(name, language, **options):
        path, part = PAGES[name]
        path = path.replace("{delegation}", delegation)
        for role, people in accounts.items():
            for number, account in enumerate(people):
                path = path.replace("{" + role + (str(number + 1) if number else "") + "}", account.scope)
        return open_page(path, language, part=part, **options)

    return open_name


# What a template left when there was nothing to say; a place for messages has a role or a name.
EMPTY = """() => [...document.querySelectorAll("main :is(p, li, small, h2, h3, dd, figure)")].filter((one) =>
  !one.textContent.trim() && !one.querySelector("img, svg, input, button, progress") &&
  !one.hasAttribute("role") && !one.id && !one.hidden).map((one) => one.outerHTML.slice(0, 120))"""


def broken_images(page, url):
    """The addresses of images that the server does not give."""
    sources = {image.get_attribute("src") or "" for image in page.locator("img").all()}
    return [source for source in sources if not source or not page.request.get(url + source).ok]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_page_speaks_the_language_and_breaks_no_rule(open_named, photograph, url, name, language):
    page = open_named(name, language)
    assert page.get_attribute("html", "lang") == language
    if name in HEADINGS:
        assert page.inner_text("h1") == HEADINGS[name][language]
    assert page.locator("main").inner_text().strip()
    assert "{{" not in page.content()
    assert broken_images(page, url) == []
    assert page.evaluate(EMPTY) == []
    photograph(page, f"{name}-{language}")
    findings = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    ).response["violations"]
    assert not findings, [(f["id"], [n["html"][:120] for n in f["nodes"][:3]]) for f in findings]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_fits_a_phone(open_named, photograph, name, language):
    page = open_named(name, language, width=360)
    photograph(page, f"{name}-phone-{language}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


# Of own text longer than a line: wider than 75 letters of half an em, with some room for narrow ones.
TOO_WIDE = """() => [...document.querySelectorAll("main p, main li, main blockquote, main dd")].filter((one) => {
  const own = [...one.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data.trim()).join(" ");
  return own.length > 75 && one.clientWidth / parseFloat(getComputedStyle(one).fontSize) > 46;
}).map((one) => one.textContent.slice(0, 80))"""


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_fits_a_wide_screen(open_named, photograph, name, language):
    page = open_named(name, language, width=1920)
    photograph(page, f"{name}-wide-{language}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1920
    assert page.evaluate(TOO_WIDE) == []


def test_sections_fold_into_a_menu_on_a_phone(open_named):
    page = open_named("organiser", "ru", width=360, javascript=False)
    assert page.locator(".top").bounding_box()["height"] < 160
    assert not page.locator(".sections a").first.is_visible()
    page.locator(".sections summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "/"
    assert page.locator(".sections a").last.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_sections_are_open_on_a_desk(open_named):
    page = open_named("organiser", "ru")
    assert page.locator(".sections a").last.is_visible()
    assert not page.locator(".sections summary").is_visible()


@pytest.mark.parametrize("name", ["programme", "participants", "mine", "board", "interpreter", "enterprises"])
def test_paper_has_what_is_read_and_nothing_to_press(open_named, name):
    page = open_named(name, "zh")
    page.emulate_media(media="print", color_scheme="dark")
    for part in [".top", "footer", "main form", "main button", ".tabs", ".actions"]:
        assert not any(one.is_visible() for one in page.locator(part).all()), part
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    rows = page.locator("main tr")
    assert rows.count() > 0
    assert rows.first.evaluate("(row) => getComputedStyle(row).breakInside") == "avoid"
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


@pytest.mark.parametrize("name", ["enterprises", "partner", "requests", "profile", "board", "organiser", "sign-in"])
def test_dark_colours_keep_contrast(open_named, name):
    page = open_named(name, "ru")
    page.emulate_media(color_scheme="dark")
    findings = Axe().run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
    assert not findings, [n["html"][:120] for f in findings for n in f["nodes"][:5]]
