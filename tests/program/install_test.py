"""What `make install` leaves works by itself, wherever it is put."""

import pathlib
import subprocess
import tempfile
import unittest

import program

BUILD = program.SAYSO.resolve().parent


def cmake(*arguments: str) -> None:
    subprocess.run(["cmake", *arguments], check=True, capture_output=True, timeout=300)


class Installation(unittest.TestCase):
    def test_reads_with_its_own_model_and_libraries(self):
        cmake("--build", str(BUILD), "--target", "to_install")
        with tempfile.TemporaryDirectory() as folder:
            prefix = pathlib.Path(folder) / "somewhere else"
            cmake("--install", str(BUILD), "--component", "program", "--prefix", str(prefix))
            installed = prefix / "bin/sayso"
            own = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
            libraries = subprocess.run(["ldd", installed], capture_output=True, text=True, check=True, env=own).stdout
            openvino = next(line for line in libraries.splitlines() if "libopenvino.so" in line)
            self.assertIn("somewhere else/bin/../lib/sayso/", openvino)
            done = subprocess.run([installed, "--version"], capture_output=True, text=True, env=own, timeout=60)
            self.assertRegex(done.stdout, r"^sayso \d+\.\d+\.\d+\nmodel [0-9a-f]{16}\n$")
            article = b'{"text": "\\"The bridge is closed,\\" said Mayor Ana Silva."}\n'
            done = subprocess.run(
                [installed, "read", "--json", "-"], input=article, capture_output=True, env=own, cwd="/", timeout=120)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(b'"name":"Ana Silva"', done.stdout)
            for file in ("man/man1/sayso.1.gz", "bash-completion/completions/sayso",
                         "zsh/vendor-completions/_sayso", "fish/vendor_completions.d/sayso.fish", "doc/sayso/copyright"):
                self.assertGreater((prefix / "share" / file).stat().st_size, 100, file)


if __name__ == "__main__":
    unittest.main()
