"""Label sets of the layers and the widths of the network's outputs; models/model.json carries them to C++."""

TAGS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
NAMES = ["O"] + [f"{p}-{t}" for t in ("PER", "ORG", "LOC") for p in "BI"]
TYPES = "abstract animal event object organization person place plant substance time".split()
# Universal Dependencies' 37, without subtypes. "root" is in the list, but never chosen between two words.
RELATIONS = ("acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl "
             "fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative "
             "xcomp").split()

ARC, RELATION, MENTION, COREFERENCE, MEANING = 128, 64, 64, 64, 256  # widths of a vector
SENTENCE_WORDS = 256  # a longer sentence is cut
MENTION_WORDS = 40
NEAREST, NEAREST_ALIKE = 60, 20  # candidates for an antecedent
