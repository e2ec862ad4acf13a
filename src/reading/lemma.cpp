#include "reading/lemma.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "intake/ascii.h"

namespace sayso::reading {
namespace {

struct Form {
  std::string_view form;
  std::string_view lemma;
};

// clang-format off
// Irregular verbs of news English, clitics, and doubled consonants that are the stem's own; sorted by form.
constexpr Form kVerbForms[] = {
    {"'ll", "will"}, {"'m", "be"}, {"'re", "be"}, {"'s", "be"}, {"'ve", "have"},
    {"acquiesced", "acquiesce"}, {"acquiescing", "acquiesce"}, {"admitted", "admit"},
    {"admitting", "admit"}, {"agreed", "agree"}, {"am", "be"}, {"are", "be"}, {"arisen", "arise"},
    {"arose", "arise"}, {"ate", "eat"}, {"awoke", "awake"}, {"bade", "bid"}, {"beaten", "beat"},
    {"became", "become"}, {"becoming", "become"}, {"been", "be"}, {"began", "begin"}, {"begged", "beg"},
    {"begging", "beg"}, {"begun", "begin"}, {"beheld", "behold"}, {"bent", "bend"}, {"bet", "bet"},
    {"bit", "bite"}, {"bitten", "bite"}, {"bled", "bleed"}, {"blew", "blow"}, {"blogged", "blog"},
    {"blogging", "blog"}, {"blown", "blow"}, {"bore", "bear"}, {"born", "bear"}, {"borne", "bear"},
    {"bought", "buy"}, {"bound", "bind"}, {"bragged", "brag"}, {"bragging", "brag"}, {"bred", "breed"},
    {"broke", "break"}, {"broken", "break"}, {"brought", "bring"}, {"built", "build"}, {"burnt", "burn"},
    {"ca", "can"}, {"came", "come"}, {"cancelled", "cancel"}, {"caught", "catch"}, {"changed", "change"},
    {"changing", "change"}, {"choosing", "choose"}, {"chose", "choose"}, {"chosen", "choose"},
    {"clung", "cling"}, {"coming", "come"}, {"committed", "commit"}, {"committing", "commit"},
    {"compelled", "compel"}, {"compelling", "compel"}, {"conferred", "confer"}, {"controlled", "control"},
    {"controlling", "control"}, {"crept", "creep"}, {"dealt", "deal"}, {"deferred", "defer"},
    {"devoted", "devote"}, {"did", "do"}, {"died", "die"}, {"dies", "die"}, {"disagreed", "disagree"},
    {"dispelled", "dispel"}, {"disputed", "dispute"}, {"disputing", "dispute"}, {"does", "do"},
    {"doing", "do"}, {"done", "do"}, {"drank", "drink"}, {"drawn", "draw"}, {"dreamt", "dream"},
    {"drew", "draw"}, {"driven", "drive"}, {"drove", "drive"}, {"dug", "dig"}, {"dying", "die"},
    {"eaten", "eat"}, {"echoed", "echo"}, {"echoes", "echo"}, {"embraced", "embrace"},
    {"embracing", "embrace"}, {"equipped", "equip"}, {"escaped", "escape"}, {"escaping", "escape"},
    {"exchanged", "exchange"}, {"exchanging", "exchange"}, {"executed", "execute"},
    {"executing", "execute"}, {"expelled", "expel"}, {"expelling", "expel"}, {"fallen", "fall"},
    {"fed", "feed"}, {"fell", "fall"}, {"felt", "feel"}, {"fled", "flee"}, {"flew", "fly"},
    {"flown", "fly"}, {"focuses", "focus"}, {"forbade", "forbid"}, {"forbidden", "forbid"},
    {"foresaw", "foresee"}, {"foreseen", "foresee"}, {"foretold", "foretell"}, {"forgave", "forgive"},
    {"forgot", "forget"}, {"forgotten", "forget"}, {"fought", "fight"}, {"found", "find"},
    {"froze", "freeze"}, {"frozen", "freeze"}, {"fulfilled", "fulfill"}, {"gave", "give"},
    {"given", "give"}, {"goes", "go"}, {"going", "go"}, {"gone", "go"}, {"got", "get"}, {"gotten", "get"},
    {"grew", "grow"}, {"ground", "grind"}, {"grown", "grow"}, {"guaranteed", "guarantee"}, {"had", "have"},
    {"has", "have"}, {"having", "have"}, {"heard", "hear"}, {"held", "hold"}, {"hid", "hide"},
    {"hidden", "hide"}, {"hung", "hang"}, {"impelled", "impel"}, {"inferred", "infer"}, {"is", "be"},
    {"kept", "keep"}, {"knelt", "kneel"}, {"knew", "know"}, {"known", "know"}, {"labelled", "label"},
    {"laid", "lay"}, {"lay", "lie"}, {"leapt", "leap"}, {"learnt", "learn"}, {"led", "lead"},
    {"left", "leave"}, {"lent", "lend"}, {"lied", "lie"}, {"lies", "lie"}, {"lit", "light"},
    {"loss", "lose"}, {"lost", "lose"}, {"lying", "lie"}, {"made", "make"}, {"meant", "mean"},
    {"met", "meet"}, {"misled", "mislead"}, {"misspoke", "misspeak"}, {"mistook", "mistake"},
    {"misunderstood", "misunderstand"}, {"modelled", "model"}, {"mowed", "mow"}, {"occurred", "occur"},
    {"omitted", "omit"}, {"outdid", "outdo"}, {"outlined", "outline"}, {"outlining", "outline"},
    {"overcame", "overcome"}, {"overcoming", "overcome"}, {"overrode", "override"}, {"oversaw", "oversee"},
    {"overthrew", "overthrow"}, {"paid", "pay"}, {"pasted", "paste"}, {"permitted", "permit"},
    {"permitting", "permit"}, {"planned", "plan"}, {"planning", "plan"}, {"preferred", "prefer"},
    {"preferring", "prefer"}, {"propelled", "propel"}, {"proven", "prove"}, {"quipped", "quip"},
    {"ran", "run"}, {"rang", "ring"}, {"rebutted", "rebut"}, {"rebutting", "rebut"}, {"referred", "refer"},
    {"referring", "refer"}, {"regretted", "regret"}, {"regretting", "regret"}, {"repaired", "repair"},
    {"repelled", "repel"}, {"restored", "restore"}, {"retold", "retell"}, {"rewritten", "rewrite"},
    {"rewrote", "rewrite"}, {"ridden", "ride"}, {"risen", "rise"}, {"rode", "ride"}, {"rose", "rise"},
    {"rung", "ring"}, {"said", "say"}, {"sang", "sing"}, {"sank", "sink"}, {"sat", "sit"}, {"saw", "see"},
    {"seen", "see"}, {"sent", "send"}, {"shaken", "shake"}, {"shone", "shine"}, {"shook", "shake"},
    {"shot", "shoot"}, {"shown", "show"}, {"shrank", "shrink"}, {"signalled", "signal"},
    {"signalling", "signal"}, {"slammed", "slam"}, {"slamming", "slam"}, {"slept", "sleep"},
    {"slid", "slide"}, {"sold", "sell"}, {"sought", "seek"}, {"soured", "sour"}, {"souring", "sour"},
    {"spent", "spend"}, {"split", "split"}, {"spoke", "speak"}, {"spoken", "speak"}, {"sprang", "spring"},
    {"spun", "spin"}, {"stank", "stink"}, {"stole", "steal"}, {"stolen", "steal"}, {"stood", "stand"},
    {"stopped", "stop"}, {"stopping", "stop"}, {"strove", "strive"}, {"struck", "strike"},
    {"stuck", "stick"}, {"stung", "sting"}, {"submitted", "submit"}, {"submitting", "submit"},
    {"sung", "sing"}, {"swam", "swim"}, {"swept", "sweep"}, {"swollen", "swell"}, {"swore", "swear"},
    {"sworn", "swear"}, {"swung", "swing"}, {"taken", "take"}, {"tasted", "taste"}, {"taught", "teach"},
    {"thought", "think"}, {"threw", "throw"}, {"thrown", "throw"}, {"tied", "tie"}, {"ties", "tie"},
    {"told", "tell"}, {"took", "take"}, {"tore", "tear"}, {"torn", "tear"}, {"transferred", "transfer"},
    {"travelled", "travel"}, {"travelling", "travel"}, {"trod", "tread"}, {"tying", "tie"},
    {"understood", "understand"}, {"undertaken", "undertake"}, {"undertook", "undertake"},
    {"upheld", "uphold"}, {"urged", "urge"}, {"urging", "urge"}, {"vetoed", "veto"}, {"vetoes", "veto"},
    {"vetted", "vet"}, {"vying", "vie"}, {"was", "be"}, {"wasted", "waste"}, {"welcomed", "welcome"},
    {"went", "go"}, {"wept", "weep"}, {"were", "be"}, {"withdrawn", "withdraw"}, {"withdrew", "withdraw"},
    {"withheld", "withhold"}, {"wo", "will"}, {"woke", "wake"}, {"woken", "wake"}, {"won", "win"},
    {"wore", "wear"}, {"worn", "wear"}, {"would", "would"}, {"wound", "wind"}, {"written", "write"},
    {"wrote", "write"},
};

// Irregular plurals, and nouns in -s that are none; sorted by form.
constexpr Form kNounForms[] = {
    {"analyses", "analysis"}, {"analysis", "analysis"}, {"arthritis", "arthritis"}, {"basis", "basis"},
    {"bias", "bias"}, {"bus", "bus"}, {"buses", "bus"}, {"businessmen", "businessman"},
    {"calories", "calorie"}, {"campus", "campus"}, {"caucus", "caucus"}, {"census", "census"},
    {"chaos", "chaos"}, {"children", "child"}, {"clothes", "clothes"}, {"congressmen", "congressman"},
    {"consensus", "consensus"}, {"corps", "corps"}, {"crises", "crisis"}, {"crisis", "crisis"},
    {"criteria", "criterion"}, {"data", "data"}, {"diagnoses", "diagnosis"}, {"diagnosis", "diagnosis"},
    {"economics", "economics"}, {"emphasis", "emphasis"}, {"ethics", "ethics"}, {"feet", "foot"},
    {"focus", "focus"}, {"gas", "gas"}, {"gentlemen", "gentleman"}, {"goods", "goods"},
    {"grandchildren", "grandchild"}, {"guardsmen", "guardsman"}, {"halves", "half"},
    {"headquarters", "headquarters"}, {"hypotheses", "hypothesis"}, {"hypothesis", "hypothesis"},
    {"jeans", "jeans"}, {"knives", "knife"}, {"lawmen", "lawman"}, {"leaves", "leaf"}, {"lens", "lens"},
    {"lies", "lie"}, {"lives", "life"}, {"means", "means"}, {"media", "media"}, {"memoranda", "memorandum"},
    {"men", "man"}, {"mice", "mouse"}, {"movies", "movie"}, {"news", "news"}, {"pants", "pants"},
    {"people", "person"}, {"politics", "politics"}, {"proceedings", "proceedings"}, {"purposes", "purpose"},
    {"remains", "remains"}, {"selves", "self"}, {"series", "series"}, {"shelves", "shelf"},
    {"shoes", "shoe"}, {"species", "species"}, {"spokesmen", "spokesman"}, {"spokeswomen", "spokeswoman"},
    {"statistics", "statistics"}, {"status", "status"}, {"synopsis", "synopsis"}, {"teeth", "tooth"},
    {"thanks", "thanks"}, {"theses", "thesis"}, {"thesis", "thesis"}, {"thieves", "thief"},
    {"this", "this"}, {"ties", "tie"}, {"toes", "toe"}, {"troops", "troops"}, {"us", "us"},
    {"virus", "virus"}, {"whereabouts", "whereabouts"}, {"wives", "wife"}, {"wolves", "wolf"},
    {"women", "woman"},
};
// clang-format on

std::string_view listed(std::string_view form, std::span<const Form> table) {
  const auto found = std::ranges::lower_bound(table, form, {}, &Form::form);
  return found != table.end() && found->form == form ? found->lemma : std::string_view();
}

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool has_vowel(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return is_vowel(c) || c == 'y'; });
}

bool ends_in_any(std::string_view word, std::span<const std::string_view> endings) {
  return std::ranges::any_of(endings, [&](std::string_view ending) { return word.ends_with(ending); });
}

// A stem that lost its silent -e before -ed or -ing: "hop|ing" of hope, "argu|ed", "promis|ed", "urg|ed".
bool lost_e(std::string_view stem) {
  static constexpr std::array<std::string_view, 36> kWithE = {
      "at",   "iz",  "is",  "ur",   "ir",    "us",  "uc",     "ic",   "chang", "rang", "venge", "ib",
      "lv",   "rv",  "iv",  "ov",   "av",    "ev",  "ps",     "ens",  "rs",    "eas",  "ut",    "yp",
      "crib", "has", "let", "plet", "hedul", "uat", "llenge", "agin", "amin",  "rmin", "bin",   "clin"};
  static constexpr std::array<std::string_view, 38> kWithout = {
      "defeat", "repeat", "treat", "threat", "seat",  "beat",     "visit",  "credit", "limit", "doubt",
      "bring",  "sing",   "hang",  "bang",   "focus", "bring",    "float",  "great",  "occur", "combat",
      "format", "what",   "sweat", "heat",   "cheat", "discus",   "curs",   "shout",  "spout", "recruit",
      "put",    "cut",    "shut",  "out",    "eat",   "discours", "murmur", "fear"};
  if (stem.size() < 2) return false;
  if (stem.ends_with("creat")) return true;
  if (ends_in_any(stem, kWithout)) return false;
  const char last = stem.back();
  const char before = stem[stem.size() - 2];
  if (last == 'v' || last == 'u') return true;
  if ((last == 'c' || last == 'g') && (before == 'n' || before == 'r' || before == 'd') && stem.size() > 3) {
    return stem != "bring" && !stem.ends_with("long") && !stem.ends_with("bang");
  }
  if (ends_in_any(stem, kWithE)) return true;
  if (last == 'l' && !is_vowel(before) && before != 'l' && before != 'r') return true;  // "settl|ed"
  if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y' || last == 'h') return false;
  // One vowel before one consonant in a short stem: "hop|ing", "vot|ed", "not|ed", "quot|ed", "cit|ed".
  std::size_t groups = 0;
  for (std::size_t i = 0; i < stem.size(); ++i)
    groups += is_vowel(stem[i]) && (i == 0 || !is_vowel(stem[i - 1]));
  if (!is_vowel(before)) return false;
  const bool double_vowel = stem.size() > 2 && is_vowel(stem[stem.size() - 3]) && !stem.starts_with("qu");
  if (groups == 1) return !double_vowel;
  static constexpr std::array<std::string_view, 19> kLong = {
      "pos", "fus",  "clos", "nounc", "plor", "clar", "nor", "not", "mot", "vok",
      "vit", "quir", "spir", "plac",  "main", "clud", "vid", "cid", "sum"};
  static constexpr std::array<std::string_view, 9> kMore = {"par", "cat", "ced", "cit", "leg",
                                                            "rad", "fin", "ag",  "pet"};
  return (ends_in_any(stem, kLong) && !stem.ends_with("main")) || ends_in_any(stem, kMore);
}

// "stopp" is stop, but "call", "express" and "stuff" keep both letters.
bool is_doubled(std::string_view stem) {
  if (stem.size() < 4 || stem.back() != stem[stem.size() - 2]) return false;
  const char last = stem.back();
  return !is_vowel(last) && last != 'l' && last != 's' && last != 'f' && last != 'z';
}

std::string without_s(std::string_view form) {
  if (form.size() < 3 || !form.ends_with('s') || form.ends_with("ss") || form.ends_with("us"))
    return std::string(form);
  if (form.ends_with("ies") && form.size() > 4) return std::string(form.substr(0, form.size() - 3)) + "y";
  static constexpr std::array<std::string_view, 6> kHissing = {"sses", "shes", "ches", "xes", "zzes", "oes"};
  if (ends_in_any(form, kHissing)) return std::string(form.substr(0, form.size() - 2));
  return std::string(form.substr(0, form.size() - 1));
}

std::string without_ending(std::string_view stem) {
  if (is_doubled(stem)) return std::string(stem.substr(0, stem.size() - 1));
  return std::string(stem) + (lost_e(stem) ? "e" : "");
}

std::string verb_lemma(std::string_view form) {
  if (form.ends_with("ied") && form.size() > 4) return std::string(form.substr(0, form.size() - 3)) + "y";
  if (form.ends_with("eed")) return std::string(form);
  if (form.ends_with("ed") && form.size() > 3 && has_vowel(form.substr(0, form.size() - 2))) {
    return without_ending(form.substr(0, form.size() - 2));
  }
  if (form.ends_with("ing") && form.size() > 4 && has_vowel(form.substr(0, form.size() - 3))) {
    return without_ending(form.substr(0, form.size() - 3));
  }
  return without_s(form);
}

}  // namespace

std::string plain_form(std::string_view form) {
  std::string plain;
  plain.reserve(form.size());
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool curly = form.substr(i, 3) == "\u2019" || form.substr(i, 3) == "\u2018";
    plain += curly ? '\'' : intake::ascii_lower(form[i]);
    if (curly) i += 2;
  }
  return plain;
}

std::string lemma_of(std::string_view form, Upos tag) {
  std::string plain = plain_form(form);
  if (tag == Upos::verb || tag == Upos::aux) {
    const std::string_view irregular = listed(plain, kVerbForms);
    if (!irregular.empty()) return std::string(irregular);
    return tag == Upos::verb ? verb_lemma(plain) : plain;
  }
  if (tag != Upos::noun) return plain;
  const std::string_view irregular = listed(plain, kNounForms);
  return irregular.empty() ? without_s(plain) : std::string(irregular);
}

}  // namespace sayso::reading
