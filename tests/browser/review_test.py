"""The review queue in a browser: who may write, and that keys decide and undo."""

import unittest
import urllib.error
import urllib.parse
import urllib.request

from served import Site, chromium


class Review(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = Site(options=("--write",))
        cls.addClassCleanup(cls.site.close)
        cls.browser = cls.enterClassContext(chromium())
        cls.writer = cls.browser.new_context()  # the one browser that may write: the printed key works once
        cls.addClassCleanup(cls.writer.close)
        cls.writer.set_default_timeout(10000)
        cls.writer.new_page().goto(cls.site.address)

    def post(self, **headers):
        """The status of a change that another program tries."""
        cookie = "; ".join(f"{c['name']}={c['value']}" for c in self.writer.cookies())
        body = urllib.parse.urlencode({"action": "undo"}).encode()
        request = urllib.request.Request(self.site.base + "/review", body,
                                         {"Cookie": cookie, **{k.replace("_", "-"): v for k, v in headers.items()}})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code

    def test_the_cookie_is_for_this_site_alone(self):
        [cookie] = self.writer.cookies()
        self.assertTrue(cookie["httpOnly"])
        self.assertEqual(cookie["sameSite"], "Strict")
        self.assertNotIn(cookie["value"], self.site.address)

    def test_the_printed_key_works_once(self):
        other = self.browser.new_context()
        self.addCleanup(other.close)
        self.assertEqual(other.new_page().goto(self.site.address).status, 403)
        self.assertEqual(other.cookies(), [])

    def test_changes_come_from_own_pages_with_the_cookie(self):
        self.assertEqual(self.post(Origin="http://evil.example"), 403)
        self.assertEqual(self.post(Origin=self.site.base, Sec_Fetch_Site="cross-site"), 403)
        self.assertEqual(self.post(Origin=self.site.base, Sec_Fetch_Site="same-site"), 403)
        self.assertEqual(self.post(Cookie="sayso_token=0"), 403)
        self.assertEqual(self.post(Host="evil.example"), 421)

    def test_keys_decide_and_undo(self):
        page = self.writer.new_page()
        page.goto(self.site.base + "/review")
        items = page.locator("#links ~ .queue > .item").count()
        self.assertGreater(items, 0)
        page.keyboard.press("j")
        with page.expect_navigation():
            page.keyboard.press("r")
        self.assertEqual(page.locator(".decided > li").count(), 1)
        self.assertEqual(self.site.data("/review.json")["corrections"][0]["kind"], "not-same-claim")
        with page.expect_navigation():
            page.keyboard.press("u")
        self.assertEqual(page.locator(".decided > li").count(), 0)


if __name__ == "__main__":
    unittest.main()
