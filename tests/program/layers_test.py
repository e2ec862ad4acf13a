"""`sayso read --layers` on the bundled examples: sound CoNLL-U that lies on the text, whatever the model says."""

import re
import unittest

from program import records_of, run

EXAMPLES = ["examples"]


def documents():
    """[(id, sentences)]; a sentence is its comments and its rows of ten columns."""
    done = run("read", "--layers", *EXAMPLES)
    assert done.returncode == 0, done.stderr
    out = []
    for block in done.stdout.decode().split("\n\n"):
        lines = block.split("\n")
        comments = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if "newdoc id" in comments:
            out.append((comments["newdoc id"], []))
        if rows:
            out[-1][1].append((comments, rows))
    return out


def misc(row):
    return dict(field.split("=", 1) for field in row[9].split("|"))


class Layers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.documents = documents()
        cls.texts = [record["document"]["text"] for record in records_of(*EXAMPLES)]

    def sentences(self):
        for (name, sentences), text in zip(self.documents, self.texts):
            for comments, rows in sentences:
                with self.subTest(name + " " + comments["sent_id"]):
                    yield comments, rows, text

    def test_a_document_for_each_article(self):
        self.assertEqual(len(self.documents), len(self.texts))
        self.assertEqual(len({name for name, _ in self.documents}), len(self.texts))

    def test_every_token_lies_at_its_place(self):
        for comments, rows, text in self.sentences():
            printed = ""
            inside = 0
            for row in rows:
                self.assertEqual(len(row), 10)
                begin, end = map(int, misc(row)["TokenRange"].split(":"))
                self.assertEqual(text[begin:end], row[1])
                if "-" in row[0]:
                    inside = int(row[0].split("-")[1])
                elif int(row[0]) <= inside:
                    continue
                printed += row[1] + ("" if misc(row).get("SpaceAfter") == "No" else " ")
            self.assertEqual(printed.strip(), comments["text"])

    def test_nothing_of_the_text_is_left_out(self):
        for (_, sentences), text in zip(self.documents, self.texts):
            forms = "".join(row[1] for _, rows in sentences for row in rows if "-" not in row[0])
            self.assertEqual(forms, "".join(text.split()))

    def test_every_sentence_is_a_tree(self):
        for _, rows, _ in self.sentences():
            words = [row for row in rows if "-" not in row[0]]
            self.assertEqual([int(row[0]) for row in words], list(range(1, len(words) + 1)))
            heads = [0, *(int(row[6]) for row in words)]
            self.assertEqual(heads[1:].count(0), 1)
            for word in range(1, len(heads)):
                steps = 0
                while word:
                    word, steps = heads[word], steps + 1
                    self.assertLessEqual(steps, len(words))
            self.assertTrue(all((row[6] == "0") == (row[7] == "root") for row in words))

    def test_brackets_close_in_their_sentence(self):
        for _, rows, _ in self.sentences():
            opened = []
            for row in rows:
                for entity, single, closed in re.findall(r"\((\d+)-[a-z]+-[a-z]+(\))?|(\d+)\)",
                                                         misc(row).get("Entity", "")):
                    if closed:
                        self.assertEqual(opened.pop(), closed)
                    elif not single:
                        opened.append(entity)
            self.assertEqual(opened, [])

    def test_same_bytes_in_one_thread_and_in_many(self):
        self.assertEqual(run("read", "--layers", "--threads", "1", *EXAMPLES).stdout,
                         run("read", "--layers", "--threads", "4", *EXAMPLES).stdout)


if __name__ == "__main__":
    unittest.main()
