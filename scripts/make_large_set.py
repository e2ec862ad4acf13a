#!/usr/bin/env python3
"""Writes a large set of articles as JSON Lines, for measuring an archive at scale; never needed to build or test.

    make_large_set.py DATA OUT.jsonl [--articles 20000] [--from-dossiers 2000] [--weeks 520] [--shuffle] [--seed 6]

DATA is the folder with polnear/train.jsonl and dossiers/*.json. Most articles are cuts of PolNeAR's train texts: some
paragraphs in a row, under other people's names, with other numbers, published on another day. The rest are the dossiers
again and again, each time with other names throughout, so that the set holds affairs whose claims are to be found among
everything else. As in a real archive, the same people come up again, and a paragraph stands in several articles. They
stand in the order of their days, as news comes in.
The same arguments give the same bytes. Python standard library only.
"""

import argparse
import datetime
import json
import pathlib
import random
import re

FIRST_DAY = datetime.date(2014, 1, 6)  # a Monday
OUTLETS = 60
NAMES = 3000  # that cuts draw from, some far more often than others
LEAST_CHARACTERS, MOST_CHARACTERS = 600, 2600  # of a cut

GIVEN = """Ada Albert Alice Amir Andrea Anna Anton Arthur Barbara Ben Bernard Bill Bob Brian Carla Carol Caroline Charles
Chris Christine Claire Clara Daniel David Deborah Dennis Diana Donald Donna Dorothy Edward Elena Elizabeth Ellen Emily
Eric Eva Frank Fred Gary George Gloria Grace Greg Hannah Harold Harry Heidi Helen Henry Hillary Ian Irene Jack James Jane
Janet Jason Jeff Jennifer Jeremy Jessica Jim Joan Joe John Jonathan Joseph Joshua Joyce Judith Julia Julie Karen Kate
Katherine Keith Kelly Kenneth Kevin Kim Larry Laura Lawrence Leo Lewis Linda Lisa Louis Lucy Luke Marco Margaret Maria
Marie Mark Martha Martin Mary Matthew Megan Michael Michelle Mike Mitch Nancy Natalie Nicholas Nick Nicole Nina Oliver
Olivia Oscar Pamela Patricia Patrick Paul Peter Philip Rachel Ralph Ray Rebecca Richard Robert Roger Ron Rosa Roy Russell
Ruth Ryan Sally Sam Samuel Sandra Sara Sarah Scott Sean Sharon Simon Sophie Stephen Steve Steven Stuart Susan Ted Teresa
Thomas Tim Timothy Todd Tom Tony Vera Victor Victoria Virginia Walter Wendy William Zoe""".split()
FIRST_SYLLABLES = "Al Bar Bel Bran Cal Cor Dal Der Ed El Fal Fen Gar Gil Hal Har Hol Kel Kir Lan Lor Mar Mel Nor Or Pen Ros Sal Ten Val Ver Wes Wil Zan".split()
LAST_SYLLABLES = "ber brook dale dar den don dorf ell field ford gate ham holm ker land lin low man mere mont nard ner rick ro sen sky son stad ster ton vale wick win worth".split()
OUTLET_WORDS = "Post Herald Times Courier Gazette Journal Tribune Dispatch Examiner Chronicle".split()
# Words that may be part of a name but say what it is, so that the name stays a name of its kind.
KINDS = set("""Academy Agency Ambassador AC Annals Association Athletic Authority Beacon Blog Board Chief City Clinical
Club Colonel Committee Company Council Courier Customs Daily Dispatch Dr Evening FC Federation Foreign General Government
Group Hospital Immunology Inspectorate Journal Ledger Mayor Medicines Minister Ministry Movement Mr Mrs Ms News North
Northern Party Post President Press Prime Professor Radio River Service Signal South Staff Standard State The Union
University Water Wire a an and at close for in of on the to former""".split())
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
FULL_NAME = re.compile(r"\b(%s) (?:[A-Z]\. )?([A-Z][a-z]+(?:[-'’][A-Z][a-z]+)?)\b" % "|".join(GIVEN))
NUMBER = re.compile(r"(?<![\d.,:/$€£-])([2-9]\d|[1-9]\d\d)(?![\d.,:/-]\d|\d|st|nd|rd|th|s\b)")


def make_names(random_):
    """People, the first ones far better known than the last."""
    surnames = sorted({a + b for a in FIRST_SYLLABLES for b in LAST_SYLLABLES} |
                      {a + b + c for a in FIRST_SYLLABLES for b in ("e", "o", "i") for c in LAST_SYLLABLES})
    random_.shuffle(surnames)
    return [(random_.choice(GIVEN), surname) for surname in surnames[:NAMES]]


def draw_name(names, random_):
    return names[min(int(random_.paretovariate(0.6)) - 1, NAMES * 10) % NAMES]


def make_outlets(names, random_):
    return [f"{names[random_.randrange(NAMES)][1]} {random_.choice(OUTLET_WORDS)}" for _ in range(OUTLETS)]


def replace_words(text, words):
    """Whole words, also before a genitive."""
    def put(match):
        word = match.group()
        stem, mark, rest = re.split(r"(['’])", word, maxsplit=1) if re.search("['’]", word) else (word, "", "")
        return words.get(word) or words.get(stem, stem) + mark + rest
    return WORD.sub(put, text)


def vary_people(text, names, random_):
    words = {}
    for given, surname in dict.fromkeys(FULL_NAME.findall(text)):
        if surname in words or random_.random() < 0.3:  # some stay who they are
            continue
        new_given, words[surname] = draw_name(names, random_)
        text = text.replace(f"{given} {surname}", f"{new_given} {surname}")
    return replace_words(text, words)


def vary_numbers(text, random_):
    """Years, days, amounts of money and decimals stay."""
    return NUMBER.sub(lambda m: str(max(2, int(m.group()) + random_.randint(-9, 9))), text)


def cut(text, random_):
    """A title and some paragraphs in a row."""
    paragraphs = [p.strip() for p in text.split("\n\n") if p.strip()]
    wanted = random_.randint(LEAST_CHARACTERS, MOST_CHARACTERS)
    taken = []
    for paragraph in paragraphs[random_.randrange(1 + len(paragraphs) // 2):]:
        taken.append(paragraph)
        if sum(map(len, taken)) > wanted:
            break
    return paragraphs[0][:120], "\n\n".join(taken)[:2 * MOST_CHARACTERS]


def random_day(weeks, random_):
    return FIRST_DAY + datetime.timedelta(days=random_.randrange(7 * weeks))


def make_cut(number, sources, names, outlets, weeks, random_):
    title, text = cut(random_.choice(sources)["text"], random_)
    outlet = random_.choice(outlets)
    varied = vary_numbers(vary_people(f"{title}\n\n{text}", names, random_), random_)
    title, _, text = varied.partition("\n\n")
    return {"id": f"cut-{number}", "url": f"https://{outlet.split()[0].lower()}{outlets.index(outlet)}.example/{number}",
            "outlet": outlet, "title": title, "authors": [], "published": random_day(weeks, random_).isoformat(), "text": text}


def given_names(dossier):
    return {e["name"].split()[-2] for e in dossier["entities"] if e["type"] == "person" and len(e["name"].split()) == 2}


def name_words(dossier):
    """Capitalised words that occur in names and never in lower case: the ones to change."""
    everything = " ".join(a["text"] + " " + a["title"] for a in dossier["articles"])
    lower = {w for w in WORD.findall(everything) if w.islower()}
    named = [a["outlet"] for a in dossier["articles"]]
    for entity in dossier["entities"]:
        named += [entity["name"], *entity["aliases"]]
    words = {re.sub(r"['’]s?$", "", w) for name in named for w in WORD.findall(name)}
    return sorted(w for w in words if w[0].isupper() and w not in KINDS and w.lower() not in lower)


def adjectives(words):
    """"Varenian" goes with "Varenia"."""
    pairs = {}
    for word in words:
        for other in words:
            if word != other and len(other) > 4 and word.startswith(other) and word[len(other):] in ("n", "an", "ian"):
                pairs[word] = other
    return pairs


def new_words(dossier, names, random_):
    words = name_words(dossier)
    derived = adjectives(words)
    given = given_names(dossier) | set(GIVEN)
    fresh = {}
    for word in words:
        if word in derived:
            continue
        if word in given:
            fresh[word] = random_.choice(GIVEN)
        elif word.isupper():
            fresh[word] = "".join(random_.choice("BCDFGHKLMNPRSTV") for _ in word)
        else:
            fresh[word] = names[random_.randrange(NAMES)][1]
    fresh |= {word: fresh[base] + word[len(base):] for word, base in derived.items()}
    return fresh | {word.upper(): other.upper() for word, other in fresh.items()}  # as in datelines


def moment_of(published):
    return datetime.datetime.fromisoformat(published.replace("Z", "+00:00"))


def move(published, from_day, to_day):
    return (moment_of(published) + (to_day - from_day)).strftime("%Y-%m-%dT%H:%M:%SZ")


def make_affair(dossier, repetition, names, weeks, random_):
    """The dossier's articles, at their distances in time."""
    words = new_words(dossier, names, random_)
    first = min(moment_of(a["published"]).date() for a in dossier["articles"])
    begin = random_day(weeks, random_)
    for article in dossier["articles"]:
        yield {"id": f"{dossier['name']}-{repetition}-{article['id']}",
               "url": f"https://affair{repetition}.example/{dossier['name']}/{article['id']}",
               "outlet": replace_words(article["outlet"], words), "title": replace_words(article["title"], words),
               "authors": [], "published": move(article["published"], first, begin),
               "text": replace_words(article["text"], words)}


def make_affairs(dossiers, count, names, weeks, random_):
    articles = []
    repetition = 0
    while len(articles) < count:
        for dossier in dossiers:
            articles.extend(make_affair(dossier, repetition, names, weeks, random_))
        repetition += 1
    return articles[:count]


def main():
    parser = argparse.ArgumentParser(description="Writes a large set of articles as JSON Lines.")
    parser.add_argument("data", type=pathlib.Path, help="folder with polnear/ and dossiers/")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--from-dossiers", type=int, default=2_000, help="how many of them")
    parser.add_argument("--weeks", type=int, default=520, help="over which they are published")
    parser.add_argument("--shuffle", action="store_true", help="leave them in no order")
    parser.add_argument("--seed", type=int, default=6)
    options = parser.parse_args()
    random_ = random.Random(options.seed)
    names = make_names(random_)
    outlets = make_outlets(names, random_)
    with open(options.data / "polnear/train.jsonl", encoding="utf-8") as lines:
        sources = [json.loads(line) for line in lines]
    dossiers = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((options.data / "dossiers").glob("*.json"))]
    articles = make_affairs(dossiers, min(options.from_dossiers, options.articles), names, options.weeks, random_)
    articles += [make_cut(i, sources, names, outlets, options.weeks, random_) for i in range(options.articles - len(articles))]
    random_.shuffle(articles)
    if not options.shuffle:
        articles.sort(key=lambda article: article["published"])
    with open(options.out, "w", encoding="utf-8") as out:
        for article in articles:
            out.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
