#include "claims/frequent_stems.h"

#include <algorithm>
#include <array>

namespace sayso::claims {
namespace {

// Sorted.
constexpr auto kFrequent = std::to_array<std::string_view>(
    {"1",          "10",        "2",           "2008",      "2012",       "2016",        "3",
     "4",          "5",         "6",           "7",         "8",          "9",           "able",
     "accu",       "act",       "action",      "actu",      "addr",       "administr",   "advi",
     "ago",        "agre",      "ahead",       "aide",      "allow",      "america",     "american",
     "announc",    "answ",      "appear",      "argu",      "associ",     "attack",      "attempt",
     "back",       "barack",    "base",        "becom",     "begin",      "behind",      "believ",
     "berni",      "best",      "bett",        "big",       "bill",       "break",       "bring",
     "build",      "bush",      "busin",       "call",      "campaign",   "candid",      "care",
     "carolina",   "case",      "caucu",       "cent",      "certain",    "chairman",    "challeng",
     "chang",      "chief",     "child",       "city",      "claim",      "clear",       "clinton",
     "clos",       "cnn",       "come",        "comment",   "commit",     "communit",    "compan",
     "concern",    "congr",     "conservativ", "consid",    "contest",    "continu",     "control",
     "convent",    "count",     "countr",      "court",     "creat",      "critic",      "criticism",
     "crowd",      "cruz",      "current",     "cut",       "day",        "deal",        "debat",
     "decad",      "deci",      "decid",       "defend",    "deleg",      "democrat",    "democratic",
     "depart",     "describ",   "despit",      "different", "direct",     "donald",      "draw",
     "driv",       "earl",      "earli",       "econom",    "economic",   "effort",      "elect",
     "email",      "end",       "endor",       "enough",    "enter",      "especi",      "establish",
     "event",      "executiv",  "expect",      "face",      "fact",       "fail",        "fall",
     "fami",       "far",       "favor",       "feder",     "feel",       "fight",       "final",
     "find",       "first",     "florida",     "focu",      "follow",     "forc",        "foreign",
     "form",       "found",     "free",        "frida",     "friend",     "front-run",   "full",
     "futur",      "gener",     "get",         "good",      "gop",        "gov",         "govern",
     "great",      "group",     "grow",        "hampshir",  "hand",       "happen",      "hard",
     "he",         "head",      "hear",        "help",      "high",       "hillar",      "hist",
     "hold",       "home",      "hope",        "host",      "hour",       "hous",        "idea",
     "immigr",     "important", "includ",      "increa",    "inform",     "instead",     "interest",
     "intern",     "interview", "involv",      "iowa",      "issu",       "job",         "john",
     "keep",       "larg",      "late",        "later",     "law",        "lead",        "leav",
     "let",        "liber",     "life",        "like",      "line",       "littl",       "live",
     "long",       "look",      "lose",        "lot",       "major",      "majorit",     "man",
     "manag",      "march",     "marco",       "matt",      "mean",       "media",       "meet",
     "memb",       "messag",    "mill",        "moment",    "monda",      "mone",        "month",
     "move",       "muslim",    "name",        "nation",    "need",       "new",         "night",
     "nomin",      "note",      "novemb",      "numb",      "obama",      "offer",       "offic",
     "offici",     "often",     "ohio",        "open",      "opportunit", "order",       "organiz",
     "outsid",     "part",      "particular",  "pass",      "past",       "paul",        "pay",
     "percent",    "person",    "plac",        "plan",      "play",       "pledg",       "point",
     "polic",      "politic",   "politician",  "poll",      "posit",      "possibl",     "post",
     "potenti",    "power",     "pres",        "president", "presidenti", "previou",     "primar",
     "priv",       "problem",   "proc",        "promi",     "propo",      "provid",      "public",
     "push",       "put",       "quest",       "race",      "rais",       "rall",        "reach",
     "read",       "real",      "reason",      "receiv",    "recent",     "record",      "relea",
     "remain",     "remark",    "report",      "represent", "republican", "respon",      "respond",
     "result",     "right",     "rise",        "rival",     "role",       "rubio",       "rule",
     "run",        "sand",      "second",      "secretar",  "securit",    "see",         "seek",
     "seem",       "sen",       "senat",       "send",      "serv",       "set",         "sever",
     "shar",       "shoot",     "show",        "side",      "sign",       "significant", "smal",
     "soci",       "south",     "speak",       "speech",    "spend",      "staf",        "stand",
     "start",      "stat",      "step",        "stop",      "stor",       "strateg",     "street",
     "strong",     "succ",      "suggest",     "sunda",     "support",    "system",      "talk",
     "ted",        "term",      "texa",        "text",      "think",      "thursda",     "time",
     "togeth",     "top",       "trail",       "trump",     "try",        "tuesda",      "turn",
     "tweet",      "twit",      "understand",  "unit",      "universit",  "use",         "vermont",
     "vict",       "view",      "vote",        "voter",     "wall",       "want",        "war",
     "washington", "watch",     "way",         "wednesda",  "week",       "whit",        "win",
     "woman",      "word",      "work",        "world",     "writ",       "year",        "york",
     "young"});
static_assert(std::ranges::is_sorted(kFrequent));

}  // namespace

bool is_frequent_stem(std::string_view stem) {
  return std::ranges::binary_search(kFrequent, stem);
}

}  // namespace sayso::claims
