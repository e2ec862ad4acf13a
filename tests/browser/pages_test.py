"""Every screen in a real browser: axe, dark mode, phone, zoom, keyboard, without JavaScript, hostile texts, print."""

import csv
import io
import json
import pathlib
import unittest
import urllib.request

from axe_playwright_python.sync_playwright import Axe

from served import ROOT, Site, chromium

SCRIPT = "<script>document.title='owned'</script>"
IMAGE = "\"><img src=x onerror=\"document.title='owned'\">"
# What an article may have that wants out of the page: in titles, outlets, names, quotations.
HOSTILE = [
    {"id": f"h{i}", "url": f"javascript:document.title='owned'//{i}", "outlet": f"{IMAGE} Herald {i}", "title": f"{SCRIPT}{IMAGE} {{{{title}}}}",
     "published": f"2024-11-0{i}", "authors": [SCRIPT],
     "text": f"Mayor Anna {SCRIPT} Bergström said on Friday that the {IMAGE} bridge over the Orda had been closed for 12 days.\n\n"
             f"“The {SCRIPT} bridge over the Orda was closed for 12 days,” Anna Bergström said. She denied that {{{{{{body}}}}}} it had collapsed."}
    for i in (1, 2, 3)
]


DRAWN = {"timeline", "graph", "graph-acts", "events"}  # by a script, after the page has come


# What the Tab key stops at: links, fields, buttons, regions that scroll. Not what a closed menu hides.
FOCUSABLE = """[...document.querySelectorAll('a[href], svg a, button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
    .filter((e) => e.checkVisibility({visibilityProperty: true})).length"""
# Notes that the Tab key has been here; null on the page itself.
MARK_FOCUS = """(() => {
    const e = document.activeElement;
    if (e === document.body || e.dataset.seen) return null;
    e.dataset.seen = 1;
    const style = getComputedStyle(e);
    return {html: e.outerHTML.slice(0, 120), visible: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0};
})()"""
MOVING = """[...document.querySelectorAll('*')].filter((e) => {
    const style = getComputedStyle(e);
    return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0;
}).map((e) => e.outerHTML.slice(0, 80))"""


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = Site(HOSTILE)
        cls.addClassCleanup(cls.site.close)
        cls.browser = cls.enterClassContext(chromium())
        cls.screens = cls.site.screens()

    def open(self, path, **options):
        """A page with nothing on its console, at `path`."""
        context = self.browser.new_context(**options)
        self.addCleanup(context.close)
        context.set_default_timeout(5000)
        page = context.new_page()
        self.complaints = []
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda r: self.assertTrue(r.url.startswith((self.site.base, "data:")), r.url))
        page.goto(self.site.base + path)
        return page

    def test_axe_finds_nothing(self):
        for scheme in ("light", "dark"):
            page = self.open("/", color_scheme=scheme)
            for name, path in self.screens.items():
                with self.subTest(f"{name}, {scheme}"):
                    page.goto(self.site.base + path, wait_until="networkidle" if name in DRAWN else "load")
                    found = Axe().run(page).response["violations"]
                    self.assertEqual([(v["id"], [n["html"][:120] for n in v["nodes"]][:3]) for v in found], [])
            self.assertEqual(self.complaints, [])

    def test_nothing_is_wider_than_a_phone_or_double_zoom(self):
        for width, scale in ((360, 3), (640, 2)):  # 640 is 1280 at 200 %
            page = self.open("/", viewport={"width": width, "height": 500}, device_scale_factor=scale)
            for name, path in self.screens.items():
                with self.subTest(f"{name}, {width}"):
                    page.goto(self.site.base + path)
                    self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), width)

    def test_hostile_texts_stay_texts(self):
        ids = [row["id"] for row in self.site.data("/documents.json")["rows"] if SCRIPT in (row["title"] or "")]
        self.assertEqual(len(ids), len(HOSTILE))
        claims = [row["id"] for row in self.site.data("/claims.json?_size=500")["rows"] if "bridge" in row["text"]]
        self.assertTrue(claims, "the hostile articles share a claim")
        paths = [f"/documents/{ids[0]}", *(f"/claims/{c}{end}" for c in claims for end in ("", "/origins")), "/documents",
                 "/search?q=bridge", f"/search?q={SCRIPT}", f"/search?outlet={IMAGE}", f"/claims?entity={SCRIPT}", "/timeline", "/compare",
                 f"/documents/{IMAGE}", f"/claims/{SCRIPT}"]
        page = self.open("/")
        page.on("dialog", lambda dialog: self.fail(dialog.message))
        for path in paths:
            with self.subTest(path):
                page.goto(self.site.base + path)
                self.assertNotEqual(page.title(), "owned")
                self.assertEqual(page.locator("img, main script, [onerror], a[href^='javascript:']").count(), 0)
        refused = [c for c in self.complaints if "404" not in c]
        self.assertEqual(refused, [])

    def test_braces_of_a_text_are_no_template(self):
        ids = [row["id"] for row in self.site.data("/documents.json")["rows"] if SCRIPT in (row["title"] or "")]
        self.assertIn("{{{body}}}", self.open(f"/documents/{ids[0]}").inner_text(".text"))

    def test_from_list_to_words_without_javascript(self):
        page = self.open("/claims", java_script_enabled=False)
        page.click("ol.claims a >> nth=0")
        self.assertRegex(page.inner_text(".headline >> nth=0"), r"\d+ articles, \d+ outlets, \d+ origins?")
        page.click(".lane a.words >> nth=0")
        self.assertIn("/documents/", page.url)
        self.assertEqual(page.locator(":target").count(), 1)

    def test_a_pasted_text_is_read_without_javascript(self):
        page = self.open("/read", java_script_enabled=False)
        page.fill("textarea", "The bridge was not closed, Anna Berg told the Courier on Monday.")
        page.click("text=Read it")
        self.assertIn("Anna Berg", page.inner_text(".attributions"))
        self.assertIn("the Courier", page.inner_text(".text"))
        page.goto(self.site.base + "/read")
        page.click("text=Read it")
        self.assertIn("could not be read", page.inner_text("[role=alert]"))

    def test_a_file_is_read(self):
        page = self.open("/read")
        html = b"<html><body><article><h1>Bridge</h1><p>Anna Berg denied that the bridge was closed.</p></article></body></html>"
        page.set_input_files("input[type=file]", {"name": "x.html", "mimeType": "text/html", "buffer": html})
        page.click("text=Read it")
        self.assertIn("Anna Berg", page.inner_text(".attributions"))
        self.assertIn("denies it", page.inner_text(".attributions"))

    def test_the_keyboard_comes_first_to_the_content(self):
        page = self.open("/claims")
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("document.activeElement.textContent"), "Skip to content")
        page.keyboard.press("Enter")
        page.wait_for_url("**/claims#main")
        self.assertNotEqual(page.evaluate("getComputedStyle(document.querySelector('nav a')).outlineStyle"), "")

    def test_the_keyboard_reaches_all_and_shows_where_it_is(self):
        page = self.open("/")
        for name, path in self.screens.items():
            with self.subTest(name):
                page.goto(self.site.base + path, wait_until="networkidle" if name in DRAWN else "load")
                reached = page.evaluate(FOCUSABLE)
                for _ in range(reached + 5):
                    page.keyboard.press("Tab")
                    seen = page.evaluate(MARK_FOCUS)
                    if seen is None:
                        break  # past the last one
                    self.assertTrue(seen["visible"], seen["html"])
                self.assertEqual(page.evaluate(f"{FOCUSABLE} - document.querySelectorAll('[data-seen]').length"), 0)

    def test_the_graph_is_walked_by_keys(self):
        page = self.open("/graph")
        page.wait_for_selector(".graph canvas")
        page.focus(".graph")
        page.keyboard.press("ArrowRight")
        first = page.inner_text("[data-island=graph-spoken]")
        self.assertRegex(first, r".+, .+, \d+ neighbours")
        for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
            page.keyboard.press(key)
        self.assertNotEqual(page.inner_text("[data-island=graph-spoken]"), "")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        self.assertNotEqual(page.url, self.site.base + "/graph")

    def test_nothing_moves_where_motion_is_not_wanted(self):
        page = self.open("/", reduced_motion="reduce")
        for name, path in self.screens.items():
            with self.subTest(name):
                page.goto(self.site.base + path, wait_until="networkidle" if name in DRAWN else "load")
                self.assertEqual(page.evaluate("getComputedStyle(document.documentElement).scrollBehavior"), "auto")
                self.assertEqual(page.evaluate("document.getAnimations().length"), 0)
                self.assertEqual(page.evaluate(MOVING), [])

    def test_every_address_is_described(self):
        described = (ROOT / "docs/PAGES.md").read_text(encoding="utf-8")
        paths = self.site.data("/openapi.json")["paths"]
        self.assertGreater(len(paths), 50)
        for path in paths:
            kind = "/" + path.strip("/").split("/")[0].split(".")[0]
            if kind not in ("/static", "/index"):
                self.assertIn(f"{kind}", described, path)
        for path, operations in paths.items():
            for parameter in operations.get("get", {}).get("parameters", []):
                if parameter["name"].startswith("_"):
                    self.assertIn(f"`{parameter['name']}", described, path)

    def test_the_drawing_and_its_table_are_equal(self):
        page = self.open(self.screens["timeline"])
        rows = self.site.data(self.screens["timeline"].replace("?", ".json?"))["rows"]
        self.assertEqual(page.locator("table.timeline tbody tr").count(), len(rows))
        dates = sum(bool(row[axis]) for row in rows for axis in ("event", "date", "published"))
        self.assertEqual(page.locator("svg g.mark").count(), dates)

    def test_the_script_draws_speakers_without_a_complaint(self):
        page = self.open(self.screens["timeline"])
        page.wait_for_selector("figure.speakers svg a")
        self.assertEqual(self.complaints, [])

    def test_text_and_side_list_point_at_each_other(self):
        page = self.open(self.screens["reader"])
        page.focus(".attributions > li > a >> nth=1")
        of = page.get_attribute(".attributions > li >> nth=1", "data-of")
        self.assertGreater(page.locator(".reader span.lit").count(), 0)
        page.hover(f".reader span.cue[data-of~='{of}'] >> nth=0")
        self.assertEqual(page.locator(".attributions > li.lit").get_attribute("data-of"), of)
        self.assertEqual(self.complaints, [])

    def test_paper_has_no_navigation(self):
        page = self.open(self.screens["claim"])
        page.emulate_media(media="print")
        self.assertFalse(page.is_visible("header.site"))
        self.assertTrue(page.is_visible(".lanes"))
        self.assertTrue(page.is_visible(".printed"))

    def test_paper_is_white_and_wide_enough(self):
        a4 = 794 - 2 * 60  # CSS pixels between the margins
        page = self.open("/", color_scheme="dark", viewport={"width": a4, "height": 1000})
        page.emulate_media(media="print", color_scheme="dark")
        for name in ("claim", "origins", "reader", "entity", "event", "timeline", "compare"):
            with self.subTest(name):
                page.goto(self.site.base + self.screens[name])
                self.assertEqual(page.evaluate("getComputedStyle(document.body).color"), "rgb(0, 0, 0)")
                self.assertEqual(page.evaluate("getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)")
                self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), a4)
                self.assertEqual(page.locator("button:visible, input:visible").count(), 0)

    def test_every_screen_can_be_taken_away(self):
        page = self.open("/")
        for name, path in self.screens.items():
            if name == "read":
                continue
            with self.subTest(name):
                page.goto(self.site.base + path)
                page.click(".exports summary")
                links = {link.inner_text(): link.get_attribute("href") for link in page.locator(".exports a").all()}
                self.assertLessEqual({"CSV", "JSON Lines", "JSON"}, set(links))
                for title, link in links.items():
                    with self.subTest(title):
                        with urllib.request.urlopen(self.site.base + link, timeout=30) as answer:
                            text = answer.read().decode()
                            if not link.startswith("/api/"):
                                self.assertIn("attachment", answer.headers["Content-Disposition"])
                        if title == "CSV" and name != "nothing-found":
                            rows = list(csv.DictReader(io.StringIO(text), strict=True))
                            self.assertGreater(len(rows), 0)
                            self.assertEqual(len(rows), len(self.site.get(links["JSON Lines"]).splitlines()))
                        if title == "JSON Lines":
                            for line in text.splitlines():
                                json.loads(line)

    def test_exports_have_the_filter_of_the_screen(self):
        page = self.open("/claims?contested=on")
        page.click(".exports summary")
        claims = self.site.data("/claims.json?contested=on")["rows"]
        self.assertLess(len(claims), len(self.site.data("/claims.json")["rows"]))
        with page.expect_download() as started:
            page.click(".exports >> text=schema.org")
        lines = pathlib.Path(started.value.path()).read_text(encoding="utf-8").splitlines()
        self.assertEqual(started.value.suggested_filename, "export-claims.jsonl")
        self.assertEqual([json.loads(line)["@id"] for line in lines], [f"urn:sayso:claim:{c['id']}" for c in claims])

    def test_what_was_read_on_the_spot_can_be_taken_away(self):
        page = self.open("/read", java_script_enabled=False)
        page.fill("textarea", "The bridge was not closed, Anna Berg told the Courier on Monday.")
        page.click("text=Read it")
        page.click(".exports summary")
        with page.expect_download() as started:
            page.click(".exports >> text=sayso.record/1")
        record = json.loads(pathlib.Path(started.value.path()).read_text(encoding="utf-8"))
        self.assertEqual(record["attributions"][0]["source"]["text"], "Anna Berg")

    def test_every_screen_is_data_too(self):
        for name, path in self.screens.items():
            if name == "read":
                continue
            with self.subTest(name):
                page = self.open(path)
                link = page.get_attribute("footer a >> nth=0", "href")
                self.assertIsInstance(self.site.data(link), dict)


if __name__ == "__main__":
    unittest.main()
