"""The manual page and the shells' completions, as the shells and man take them."""

import re
import shutil
import subprocess
import unittest

import program

SHELLS = ("bash", "zsh", "fish")


def said(*arguments: str) -> str:
    return program.run(*arguments).stdout.decode()


def complete(line: str) -> list[str]:
    """What bash offers at the end of the line."""
    words = line.split(" ")
    script = (
        f"{said('completions', 'bash')}\n"
        f"COMP_WORDS=({' '.join(repr(word) for word in words)}); COMP_CWORD={len(words) - 1}\n"
        "compopt() { :; }\n_sayso\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n"
    )
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == "", done.stderr
    return done.stdout.split()


def verbs() -> list[str]:
    help_text = said("--help")
    return re.findall(r"^  ([a-z]+)  ", help_text[help_text.index("Subcommands:") :], re.M)


class Completions(unittest.TestCase):
    def test_bash_completes_verbs_options_and_their_words(self):
        self.assertEqual(complete("sayso se"), ["search", "serve"])
        self.assertEqual(complete("sayso catalog im"), ["import"])
        self.assertEqual(complete("sayso fix news.sayso not"), ["not-same-claim"])
        self.assertEqual(complete("sayso search news.sayso --ord"), ["--order"])
        self.assertEqual(complete("sayso search news.sayso --order "), ["best", "newest"])
        self.assertEqual(complete("sayso export news.sayso --format pl"), ["plover"])
        self.assertEqual(complete("sayso search --outlet "), [])
        self.assertEqual(complete("sayso completions z"), ["zsh"])

    def test_shells_that_are_here_take_their_script(self):
        for shell in SHELLS:
            if not shutil.which(shell):
                continue
            script = said("completions", shell)
            done = subprocess.run([shell, "-n"], input=script, capture_output=True, text=True, timeout=60)
            self.assertEqual((done.returncode, done.stderr), (0, ""), shell)

    def test_every_verb_and_option_is_in_every_script_and_on_the_page(self):
        page = said("man")
        scripts = {shell: said("completions", shell) for shell in SHELLS}
        for verb in verbs():
            options = set(re.findall(r"^ +(?:-\w,)?--([\w-]+)", said(verb, "--help"), re.M))
            self.assertIn("help", options)
            words = re.search(rf'"{verb}"\) COMPREPLY=\(\$\(compgen -W "([^"]*)"', scripts["bash"])[1].split()
            for option in options:
                self.assertIn("\\-\\-" + option.replace("-", "\\-"), page)
                self.assertIn(f"--{option}", words)
                self.assertIn(f"--{option}[", scripts["zsh"])
                self.assertIn(f"-l {option}", scripts["fish"])
            self.assertIn(f"\\fBsayso {verb}\\fR", page)

    def test_another_shell_is_refused(self):
        done = program.run("completions", "tcsh")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"tcsh", done.stderr)


class ManualPage(unittest.TestCase):
    @unittest.skipUnless(shutil.which("groff"), "groff is not here")
    def test_groff_has_nothing_to_say_against_it(self):
        page = said("man")
        done = subprocess.run(
            ["groff", "-man", "-ww", "-Tutf8"], input=page, capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("SAYSO(1)", done.stdout)


if __name__ == "__main__":
    unittest.main()
