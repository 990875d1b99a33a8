"""Everyone does their own part: an agency brings its delegation, a company registers itself and is let in."""
import re

from conftest import newest_letter

EMAIL = "wera@nesabudka.example"


def code_to(recipient):
    """The code in the newest letter."""
    return re.search(r"\d{4} \d{4}", newest_letter(recipient)).group(0)


def test_an_agency_imports_its_delegation(open_page, delegation, tmp_path, photograph):
    table = tmp_path / "enterprises.csv"
    rows = ["code,name_zh,economy,roles"] + [f"B{number},林海食品第{number}厂,CN,manufacturer" for number in range(1, 41)]
    table.write_text("\r\n".join([*rows, "B41,坏行,ZZ,manufacturer"]), encoding="utf-8")
    page = open_page(f"/delegations/{delegation}/import", "zh", part="agency", javascript=False)
    page.set_input_files("#f-file", table)
    page.get_by_role("button", name="预览").click()
    photograph(page, "import-preview-zh")
    assert "enterprises.csv" in page.inner_text("main") and "ZZ" in page.inner_text("main")
    board = open_page(f"/delegations/{delegation}", "zh", part="agency")
    before = board.locator(".board tbody tr").count()
    page.locator("form[action$='/import/confirm'] button").click()
    board.reload()
    assert "林海食品第40厂" in board.content() or board.locator(".board tbody tr").count() > before
    # Until the organiser has approved them they are not public.
    assert open_page("/enterprises?q=林海食品第1厂", "zh", part=None).locator("tbody a").count() == 0


def test_a_company_registers_itself_and_is_approved(open_page, photograph):
    page = open_page("/register", "ru", part=None, javascript=False)
    page.fill("#email", EMAIL)
    page.fill("#name", "Вера Соколова")
    page.get_by_role("button", name="Далее").first.click()
    page.fill("#code", code_to(EMAIL))
    page.locator("form[action='/register/code'] button").click()
    page.fill("#f-name_ru", "ООО «Незабудка»")
    page.select_option("#f-economy", "RU")
    page.locator("input[type=checkbox][id^='f-role']").first.check()
    page.locator("button[value=save]").last.click()
    photograph(page, "register-form-ru")
    page.locator("button[value=submit]").click()
    organiser = open_page("/organiser/registrations", "ru", javascript=False)
    card = organiser.locator("article, li, details, section", has_text="ООО «Незабудка»").last
    card.get_by_role("button", name="Одобрить").first.click()
    # The letter of approval leads to the sign-in, where a code comes to the same address.
    door = open_page("/sign-in", "ru", part=None, javascript=False)
    door.fill("#mail-email", EMAIL)
    door.locator("form[action='/sign-in/code'] button").click()
    door.fill("#code", code_to(EMAIL))
    door.locator("form[action='/sign-in/code/use'] button").click()
    door.get_by_role("link", name="Моё предприятие").click()
    assert "Незабудка" in door.inner_text("h1")
    door.get_by_role("link", name="Изменить сведения").click()
    assert door.input_value("#f-name_ru") == "ООО «Незабудка»"
    assert open_page("/enterprises?q=Незабудка", "ru", part=None).locator("tbody a").count() == 1
