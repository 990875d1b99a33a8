"""What people do: switch the language, filter, page, follow a meeting, run the engines; with and without scripts."""
import re

import pytest
from conftest import newest_letter
from playwright.sync_api import expect


def test_language_switch_stays_on_the_page(open_page):
    page = open_page("/enterprises?role=distributor", "en")
    page.get_by_role("link", name="中文").click()
    assert page.get_attribute("html", "lang") == "zh"
    assert "role=distributor" in page.url
    page.get_by_role("link", name="Русский").click()
    assert page.inner_text("h1") == "Предприятия"


@pytest.mark.parametrize("javascript", [True, False])
def test_filter_narrows_the_list(open_page, javascript):
    page = open_page("/enterprises", "en", javascript=javascript)
    everyone = int(re.sub(r"\D", "", page.inner_text("[role=status]")))
    if javascript:
        with page.expect_navigation():
            page.select_option("#f-economy", "RU")
    else:
        page.select_option("#f-economy", "RU")
        page.get_by_role("button", name="Apply").click()
    some = int(re.sub(r"\D", "", page.inner_text("[role=status]")))
    assert 0 < some < everyone
    places = page.locator("tbody tr td:nth-of-type(1)").all_inner_texts()
    assert places and all("Russia" in place for place in places)


def test_pages_of_the_list_do_not_repeat(open_page):
    page = open_page("/enterprises", "ru", javascript=False)
    first = page.locator("tbody th a").all_inner_texts()
    page.get_by_role("link", name="Вперёд").click()
    second = page.locator("tbody th a").all_inner_texts()
    assert first and second and not set(first) & set(second)


def test_search_finds_a_name_in_another_language(open_page):
    page = open_page("/enterprises", "en", javascript=False)
    page.locator("tbody th a").first.click()
    code = page.url.rsplit("/", 1)[1]
    russian = page.locator(".lead [lang=ru]").inner_text()
    page.get_by_role("link", name="Enterprises").first.click()
    page.fill("#f-q", russian)
    page.get_by_role("button", name="Apply").click()
    assert page.locator(f"tbody a[href='/enterprises/{code}']").count() == 1


def test_a_typing_error_is_mended_and_can_be_kept(open_page):
    page = open_page("/search?q=choclate", "en", javascript=False)
    assert page.locator("mark").first.inner_text().lower() == "chocolate"
    page.get_by_role("link", name="choclate", exact=True).click()
    assert page.locator("mark").count() == 0
    page.get_by_role("link", name="chocolate", exact=True).click()
    assert page.locator("mark").first.inner_text().lower() == "chocolate"


def test_grid_leads_to_meetings_and_their_participants(open_page):
    page = open_page("/programme", "zh")
    page.locator(".grid td a").first.click()
    count = page.locator("#chosen tbody tr").count()
    assert count > 0
    assert page.locator("td.chosen a").inner_text() == str(count)
    page.locator("#chosen tbody a").first.click()
    assert page.locator("h1").inner_text()
    assert page.locator("td.time").count() > 0


def test_calendar_and_pdf_can_be_taken_along(open_page):
    page = open_page("/programme?view=participants", "ru")
    page.locator(".participants tbody th a").first.click()
    with page.expect_download() as calendar:
        page.get_by_role("link", name="iCalendar").click()
    text = calendar.value.path().read_text("utf-8")
    assert text.startswith("BEGIN:VCALENDAR") and "BEGIN:VEVENT" in text
    with page.expect_download() as printed:
        page.get_by_role("link", name="PDF").click()
    assert printed.value.path().read_bytes().startswith(b"%PDF")


def test_keyboard_reaches_the_content(open_page):
    page = open_page("/enterprises", "en")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("javascript", [True, False])
def test_organiser_runs_the_engines_and_publishes(open_page, photograph, javascript):
    page = open_page("/organiser", "en", javascript=javascript)
    runs = page.locator("tbody tr").count()
    page.select_option("#seconds", "5")
    page.get_by_role("button", name="Run scheduling").click()
    if javascript:
        expect(page.locator("#job-text")).to_contain_text("weight", timeout=10000)
        photograph(page, "organiser-running")
        expect(page.locator("tbody tr")).to_have_count(runs + 1, timeout=30000)
    else:
        # Until it is over, however slow the machine is.
        running = page.locator("#job-cancel:not([hidden])")
        for _ in range(240):
            page.wait_for_timeout(500)
            page.reload()
            if running.count() == 0:
                break
        assert running.count() == 0, page.locator("#job-text").inner_text()
    assert page.locator("tbody tr").count() == runs + 1
    page.get_by_role("button", name="Publish").first.click()
    assert "Published" in page.locator("tbody tr").first.inner_text()


def test_form_without_its_token_is_refused(open_page, url):
    page = open_page("/organiser", "en")
    answer = page.request.post(url + "/organiser/match", form={"token": "0" * 32})
    assert answer.status == 403
    assert "expired" in answer.text()


def test_companies_ask_and_accept_and_each_sees_its_own_programme_only(open_page, accounts):
    """From asking to the published programme, with a browser for each side."""
    one, other = accounts["enterprise"][:2]
    asking = open_page(f"/enterprises/{one.scope}/matches", "en", part="enterprise", javascript=False)
    form = asking.locator("form.ask").first
    partner = form.locator("[name=recipient]").get_attribute("value")
    form.locator("[name=message]").fill("We bring samples")
    form.get_by_role("button").click()
    assert asking.locator(f"form.ask [value='{partner}']").count() == 0
    # The organiser answers for the partner, and the page says for whom.
    organiser = open_page(f"/enterprises/{partner}/requests", "ru", javascript=False)
    card = organiser.locator("#h-toAnswer + ul li", has_text="We bring samples")
    card.get_by_role("button", name="Принять").click()
    agreed = open_page(f"/enterprises/{one.scope}/requests", "zh", part="enterprise")
    assert agreed.locator("#h-agreed + ul li", has_text="We bring samples").count() == 1
    # Everyone has their own programme, and nobody else's.
    own = open_page(f"/enterprises/{one.scope}", "en", part="enterprise")
    assert own.locator("#h-days").count() == 1
    foreign = open_page(f"/enterprises/{other.scope}", "en", part="enterprise")
    assert foreign.locator("#h-days").count() == 0
    refused = own.request.get(own.url.rsplit("/", 1)[0] + f"/{other.scope}/calendar.ics")
    assert refused.status == 403


def test_a_code_from_the_outbox_signs_in(open_page, accounts, browser, url):
    """A link opened is not used; the code typed is."""
    account = accounts["visitor"][0]
    page = open_page("/sign-in", "en", part=None)
    page.fill("#mail-email", account.email)
    page.get_by_role("button", name="Send the code").click()
    body = newest_letter(account.email)
    shown = open_page("/organiser/mail", "en").locator("pre.letter").first.inner_text()
    link = re.search(r"http\S+", body).group(0)
    for _ in range(2):
        opened = open_page(link.removeprefix(url), "en", part=None)
        assert opened.get_by_role("button", name="Confirm").count() == 1
    digits = re.search(r"\d{4} \d{4}", body).group(0)
    # Whoever reads the outbox cannot sign in as someone else.
    assert "•••• ••••" in shown and digits not in shown and link not in shown
    page.fill("#code", digits)
    page.get_by_role("button", name="Sign in").click()
    assert page.get_by_role("button", name="Sign out").count() == 1


def test_organiser_acts_for_someone_and_stops(open_page, accounts, browser, url):
    """The page says so all the while."""
    context_page = open_page("/sign-in", "en", part=None, javascript=False)
    organiser = accounts["organiser"][0]
    context_page.fill("#email", organiser.email)
    context_page.fill("#password", organiser.password)
    context_page.locator("form[action='/sign-in'] button").click()
    context_page.goto(url + "/organiser/accounts")
    row = context_page.locator("tr", has_text=accounts["interpreter"][0].email)
    row.get_by_role("button", name="Act for").click()
    assert context_page.locator(".acting").count() == 1
    context_page.get_by_role("link", name="My programme").click()
    context_page.locator(".acting button").click()
    assert context_page.locator(".acting").count() == 0
