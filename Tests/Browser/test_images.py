"""Images of products are uploaded by form, with scripts and without, and shown where the product is."""
import re
import struct
import zlib

import pytest

from conftest import LANGUAGES

WORDS = {
    "zh": ("上传", "设为首图", "删除", "不是 JPEG"),
    "ru": ("Отправить", "Показывать первым", "Удалить", "это не изображение"),
    "en": ("Send", "Show first", "Remove", "it is no JPEG"),
}


def picture(width, height, colour):
    """A PNG of a box on a light ground."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b""
    for y in range(height):
        inside = height // 5 < y < height * 4 // 5
        for_x = [colour if inside and width // 4 < x < width * 3 // 4 else (236, 238, 240) for x in range(width)]
        rows += b"\0" + b"".join(bytes(pixel) for pixel in for_x)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


FRONT = {"name": "front.png", "mimeType": "image/png", "buffer": picture(640, 480, (150, 40, 60))}
SIDE = {"name": "side.png", "mimeType": "image/png", "buffer": picture(300, 600, (40, 90, 150))}
LETTER = {"name": "letter.txt", "mimeType": "text/plain", "buffer": b"no image at all"}


def is_loaded(image):
    """Whether the browser has the image and could read it."""
    image.scroll_into_view_if_needed()
    return image.evaluate("i => i.decode().then(() => i.naturalWidth > 0)")


def remove_all(page, box, remove):
    while box.get_by_role("button", name=re.compile(f"^{remove}")).count():
        box.get_by_role("button", name=re.compile(f"^{remove}")).first.click()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width, javascript", [(360, True), (1280, True), (1280, False)])
def test_images_are_uploaded_ordered_and_removed(open_page, accounts, photograph, language, width, javascript):
    send, first, remove, _ = WORDS[language]
    enterprise = accounts["enterprise"][0].scope
    path = f"/enterprises/{enterprise}/images"
    page = open_page(path, language, javascript=javascript, width=width, part="enterprise")
    box = page.locator("main section.card").first
    box.locator("input[type=file]").set_input_files([FRONT, SIDE])
    box.get_by_role("button", name=re.compile(f"^{send}")).click()
    assert "saved=1" in page.url
    images = box.locator("img")
    assert images.count() == 2
    if javascript:
        assert all(is_loaded(images.nth(index)) for index in range(2))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        photograph(page, f"images-{language}-{width}")
    sources = [images.nth(index).get_attribute("src") for index in range(2)]
    box.get_by_role("button", name=re.compile(f"^{first}")).click()
    assert [images.nth(index).get_attribute("src") for index in range(2)] == sources[::-1]
    product = box.locator("input[name=product]").first.get_attribute("value")
    shown = open_page(f"/products/{product}", language, javascript=javascript, width=width, part=None)
    gallery = shown.locator(".gallery img")
    assert gallery.count() == 2
    assert gallery.first.get_attribute("src") == sources[1].replace("thumbnail", "card")
    assert gallery.first.get_attribute("alt")
    if javascript:
        assert all(is_loaded(gallery.nth(index)) for index in range(2))
        assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")
        photograph(shown, f"product-images-{language}-{width}")
    remove_all(page, box, remove)
    assert images.count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_that_is_no_image_is_named(browser, url, states, accounts, language):
    send, _, remove, reason = WORDS[language]
    enterprise = accounts["enterprise"][0].scope
    locale = {"zh": "zh-CN", "ru": "ru-RU", "en": "en-GB"}[language]
    context = browser.new_context(storage_state=states["enterprise"], locale=locale)
    page = context.new_page()
    page.goto(f"{url}/enterprises/{enterprise}/images")
    box = page.locator("main section.card").first
    box.locator("input[type=file]").set_input_files([LETTER, FRONT])
    box.get_by_role("button", name=re.compile(f"^{send}")).click()
    alert = page.locator("[role=alert]")
    assert "letter.txt" in alert.inner_text() and reason in alert.inner_text()
    box = page.locator("main section.card").nth(0)
    assert box.locator("img").count() == 1, "the good file is kept"
    remove_all(page, box, remove)
    context.close()
