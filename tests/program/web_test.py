"""web/dist is what web/src makes: it is bundled again and compared. Needs Node; without it there is nothing to compare."""

import pathlib
import shutil
import subprocess
import tempfile
import unittest

WEB = pathlib.Path(__file__).resolve().parents[2] / "web"


@unittest.skipUnless(shutil.which("npm"), "no npm here: web/dist is taken as it is")
class Bundles(unittest.TestCase):
    def test_the_bundles_are_up_to_date(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "web"
            shutil.copytree(WEB, copy, ignore=shutil.ignore_patterns("node_modules", "dist"))
            installed = WEB / "node_modules"
            if installed.exists():
                (copy / "node_modules").symlink_to(installed)
            else:
                done = subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=copy, capture_output=True, text=True)
                if done.returncode:
                    self.skipTest("npm ci: " + done.stderr[:200])
            for script in ("check", "build"):
                done = subprocess.run(["npm", "run", "--silent", script], cwd=copy, capture_output=True, text=True)
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            made = {file.name: file.read_bytes() for file in (copy / "dist").iterdir()}
            shipped = {file.name: file.read_bytes() for file in (WEB / "dist").iterdir()}
            self.assertEqual(sorted(made), sorted(shipped))
            for name, content in made.items():
                self.assertTrue(content == shipped[name], f"{name} is not what web/src makes: npm ci && npm run build")


if __name__ == "__main__":
    unittest.main()
