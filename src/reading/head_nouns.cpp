#include "reading/head_nouns.h"

#include "reading/word_list.h"

namespace sayso::reading {
namespace {

// Offices and tasks, singular.
constexpr auto kRoles = std::to_array<std::string_view>({
    "activist",
    "actor",
    "actress",
    "adjutant",
    "administrator",
    "admiral",
    "adviser",
    "advisor",
    "advocate",
    "agent",
    "aide",
    "ally",
    "ambassador",
    "analyst",
    "anchor",
    "anthropologist",
    "archbishop",
    "architect",
    "assistant",
    "associate",
    "attorney",
    "author",
    "banker",
    "billionaire",
    "bishop",
    "blogger",
    "boss",
    "businessman",
    "businesswoman",
    "cabinet member",
    "candidate",
    "captain",
    "cardinal",
    "caretaker",
    "chair",
    "chairman",
    "chairperson",
    "chairwoman",
    "challenger",
    "chancellor",
    "chemist",
    "chief",
    "co-chair",
    "co-founder",
    "coach",
    "colleague",
    "colonel",
    "columnist",
    "comedian",
    "commander",
    "commentator",
    "commissioner",
    "congressman",
    "congresswoman",
    "consul",
    "consultant",
    "contender",
    "coordinator",
    "cop",
    "coroner",
    "correspondent",
    "councillor",
    "councilman",
    "councilwoman",
    "counsel",
    "counselor",
    "counterpart",
    "creator",
    "critic",
    "dean",
    "delegate",
    "democrat",
    "deputy",
    "designer",
    "detective",
    "developer",
    "diplomat",
    "director",
    "doctor",
    "documentarian",
    "donor",
    "economist",
    "editor",
    "educator",
    "emperor",
    "employee",
    "engineer",
    "entrepreneur",
    "envoy",
    "ex-president",
    "executive",
    "expert",
    "exporter",
    "farmer",
    "fellow",
    "fighter",
    "filmmaker",
    "financier",
    "firefighter",
    "fisherman",
    "forecaster",
    "founder",
    "front-runner",
    "frontrunner",
    "general",
    "geologist",
    "governor",
    "guard",
    "guide",
    "head",
    "headteacher",
    "historian",
    "host",
    "hotelier",
    "hydrologist",
    "immigrant",
    "insider",
    "inspector",
    "instructor",
    "interpreter",
    "investigator",
    "investor",
    "journalist",
    "judge",
    "justice",
    "king",
    "lawmaker",
    "lawyer",
    "leader",
    "lecturer",
    "legislator",
    "lieutenant",
    "lobbyist",
    "magistrate",
    "magnate",
    "major",
    "manager",
    "mayor",
    "mediator",
    "medic",
    "meteorologist",
    "militant",
    "minister",
    "moderator",
    "monarch",
    "musician",
    "negotiator",
    "neurosurgeon",
    "nominee",
    "novelist",
    "nurse",
    "observer",
    "officer",
    "official",
    "ombudsman",
    "operative",
    "operator",
    "opponent",
    "organiser",
    "organizer",
    "owner",
    "panelist",
    "parliamentarian",
    "partner",
    "pastor",
    "photographer",
    "physician",
    "physicist",
    "pilot",
    "planner",
    "player",
    "policeman",
    "policewoman",
    "politician",
    "pollster",
    "pope",
    "prefect",
    "premier",
    "presenter",
    "president",
    "priest",
    "primate",
    "prince",
    "princess",
    "principal",
    "producer",
    "professor",
    "prosecutor",
    "publisher",
    "queen",
    "rabbi",
    "ranger",
    "rebel",
    "registrar",
    "rep",
    "reporter",
    "representative",
    "republican",
    "researcher",
    "rival",
    "scholar",
    "scientist",
    "secretary",
    "senator",
    "sergeant",
    "sheriff",
    "shipper",
    "singer",
    "skipper",
    "sociologist",
    "soldier",
    "solicitor",
    "speaker",
    "specialist",
    "speechwriter",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "staffer",
    "statesman",
    "strategist",
    "student",
    "successor",
    "superintendent",
    "supervisor",
    "supporter",
    "surgeon",
    "surrogate",
    "teacher",
    "technician",
    "trader",
    "trainer",
    "translator",
    "treasurer",
    "trustee",
    "tsar",
    "tycoon",
    "undersecretary",
    "veteran",
    "veterinarian",
    "vice-president",
    "volunteer",
    "warden",
    "whistleblower",
    "witness",
    "writer",
});
static_assert(std::is_sorted(kRoles.begin(), kRoles.end()));

// People without an office, singular.
constexpr auto kPersons = std::to_array<std::string_view>({
    "admirer",     "adult",        "attendee",    "boy",       "brother",    "child",    "citizen",
    "client",      "conservative", "consumer",    "cousin",    "customer",   "dad",      "daughter",
    "defendant",   "demonstrator", "detractor",   "donor",     "father",     "friend",   "girl",
    "grandfather", "grandmother",  "guy",         "husband",   "individual", "insider",  "lady",
    "liberal",     "man",          "migrant",     "moderate",  "mom",        "mother",   "neighbor",
    "neighbour",   "parent",       "participant", "passenger", "patient",    "person",   "plaintiff",
    "prisoner",    "progressive",  "protester",   "reader",    "refugee",    "relative", "resident",
    "respondent",  "shopper",      "signatory",   "sister",    "son",        "source",   "spouse",
    "subscriber",  "survivor",     "suspect",     "taxpayer",  "teen",       "teenager", "tourist",
    "traveler",    "traveller",    "user",        "victim",    "viewer",     "villager", "voter",
    "widow",       "widower",      "wife",        "woman",     "worker",
});
static_assert(std::is_sorted(kPersons.begin(), kPersons.end()));

// Words that are several people as they stand.
constexpr auto kPeople = std::to_array<std::string_view>({
    "allies",     "audience",   "clergy",     "colleagues", "community", "couple",    "crew",
    "critics",    "crowd",      "delegation", "electorate", "family",    "folks",     "forces",
    "generation", "insurgents", "jury",       "majority",   "media",     "militants", "minority",
    "officials",  "others",     "panel",      "people",     "personnel", "police",    "press",
    "public",     "rebels",     "slate",      "staff",      "team",      "troops",    "youth",
});
static_assert(std::is_sorted(kPeople.begin(), kPeople.end()));

// Bodies, singular.
constexpr auto kBodies = std::to_array<std::string_view>({
    "academy",
    "administration",
    "agency",
    "airline",
    "airport authority",
    "alliance",
    "arm",
    "army",
    "association",
    "authority",
    "bank",
    "battalion",
    "blog",
    "board",
    "body",
    "branch",
    "brigade",
    "broadcaster",
    "brotherhood",
    "bulletin",
    "bureau",
    "business",
    "cabinet",
    "camp",
    "campaign",
    "carrier",
    "caucus",
    "center",
    "centre",
    "chain",
    "chamber",
    "channel",
    "charity",
    "church",
    "clinic",
    "club",
    "coalition",
    "college",
    "commission",
    "committee",
    "company",
    "confederation",
    "conference board",
    "congress",
    "consortium",
    "consulate",
    "contractor",
    "cooperative",
    "corporation",
    "corps",
    "council",
    "court",
    "daily",
    "department",
    "directorate",
    "division",
    "embassy",
    "employer",
    "enterprise",
    "exchange",
    "faction",
    "faculty",
    "federation",
    "firm",
    "fleet",
    "force",
    "forum",
    "foundation",
    "front",
    "fund",
    "gang",
    "giant",
    "group",
    "guard",
    "hospital",
    "house",
    "industry",
    "inspectorate",
    "institute",
    "institution",
    "junta",
    "laboratory",
    "league",
    "legislature",
    "library",
    "lobby",
    "magazine",
    "militia",
    "mill",
    "ministry",
    "mission",
    "mosque",
    "movement",
    "museum",
    "navy",
    "network",
    "newsletter",
    "newspaper",
    "office",
    "operator",
    "opposition",
    "organisation",
    "organization",
    "outfit",
    "outlet",
    "pac",
    "paper",
    "parliament",
    "partnership",
    "party",
    "police force",
    "post",
    "publication",
    "publisher",
    "regime",
    "regiment",
    "registry",
    "regulator",
    "retailer",
    "school",
    "secretariat",
    "senate",
    "service",
    "site",
    "society",
    "startup",
    "station",
    "store",
    "studio",
    "subsidiary",
    "syndicate",
    "tabloid",
    "taskforce",
    "think-tank",
    "treasury",
    "tribunal",
    "trust",
    "union",
    "unit",
    "university",
    "utility",
    "watchdog",
    "website",
    "weekly",
    "wing",
    "workshop",
});
static_assert(std::is_sorted(kBodies.begin(), kBodies.end()));

// What acts for a country.
constexpr auto kPolities = std::to_array<std::string_view>({
    "administration",
    "authorities",
    "government",
    "leadership",
});
static_assert(std::is_sorted(kPolities.begin(), kPolities.end()));

// Places, singular.
constexpr auto kPlaces = std::to_array<std::string_view>({
    "airport",       "area",     "avenue",   "bay",       "beach",    "border",    "bridge",  "building",
    "camp",          "canal",    "capital",  "city",      "coast",    "continent", "country", "county",
    "desert",        "district", "factory",  "farm",      "field",    "forest",    "harbor",  "harbour",
    "headquarters",  "highway",  "hill",     "hills",     "hotel",    "house",     "island",  "kingdom",
    "lake",          "land",     "location", "market",    "monarchy", "mountain",  "nation",  "neighborhood",
    "neighbourhood", "palace",   "park",     "peninsula", "plant",    "port",      "prison",  "province",
    "quarter",       "region",   "republic", "river",     "road",     "route",     "sea",     "square",
    "state",         "street",   "suburb",   "territory", "town",     "valley",    "village", "ward",
    "world",         "zone",
});
static_assert(std::is_sorted(kPlaces.begin(), kPlaces.end()));

// What can be read, watched or counted, singular or as it mostly stands.
constexpr auto kDocuments = std::to_array<std::string_view>({
    "ad",
    "advert",
    "advertisement",
    "affidavit",
    "agreement",
    "analysis",
    "announcement",
    "article",
    "assessment",
    "audit",
    "average",
    "bible",
    "bill",
    "biography",
    "blog",
    "blogpost",
    "book",
    "brief",
    "briefing",
    "bulletin board",
    "census",
    "chart",
    "charter",
    "circular",
    "column",
    "commercial",
    "communique",
    "communiqué",
    "complaint",
    "constitution",
    "contract",
    "data",
    "decree",
    "deposition",
    "diary",
    "directive",
    "document",
    "dossier",
    "draft",
    "e-mail",
    "editorial",
    "email",
    "essay",
    "estimate",
    "estimates",
    "filing",
    "findings",
    "footage",
    "handout",
    "indictment",
    "interview transcript",
    "investigation",
    "law",
    "lawsuit",
    "leaflet",
    "letter",
    "list",
    "log",
    "manifesto",
    "manuscript",
    "memo",
    "memoir",
    "memorandum",
    "message",
    "minutes",
    "motion",
    "note",
    "op-ed",
    "opinion",
    "petition",
    "poll",
    "polling",
    "post",
    "press release",
    "probe",
    "proclamation",
    "proposal",
    "publication",
    "questionnaire",
    "quran",
    "receipt",
    "record",
    "records",
    "report",
    "resolution",
    "results",
    "review",
    "ruling",
    "script",
    "spreadsheet",
    "statement",
    "statistics",
    "statute",
    "study",
    "subpoena",
    "summary",
    "survey",
    "tape",
    "testimony",
    "text",
    "transcript",
    "treaty",
    "tweet",
    "update",
    "verdict",
    "video",
    "warrant",
});
static_assert(std::is_sorted(kDocuments.begin(), kDocuments.end()));

// What takes place.
constexpr auto kEvents = std::to_array<std::string_view>({
    "attack",
    "battle",
    "bombing",
    "campaign event",
    "ceremony",
    "championship",
    "clash",
    "conference",
    "congress session",
    "convention",
    "coup",
    "crash",
    "crisis",
    "cyclone",
    "debate",
    "disaster",
    "earthquake",
    "election",
    "elections",
    "exercise",
    "explosion",
    "festival",
    "fire",
    "flood",
    "floods",
    "funeral",
    "hearing",
    "incident",
    "invasion",
    "meeting",
    "offensive",
    "outbreak",
    "parade",
    "primaries",
    "primary",
    "protest",
    "raid",
    "rally",
    "referendum",
    "revolution",
    "riot",
    "run-off",
    "runoff",
    "shooting",
    "strike",
    "summit",
    "talks",
    "tournament",
    "trial",
    "visit",
    "vote",
    "war",
    "wedding",
});
static_assert(std::is_sorted(kEvents.begin(), kEvents.end()));

// Documents that are the words of whoever made them.
constexpr auto kAuthored = std::to_array<std::string_view>({
    "ad",         "advert",     "advertisement", "advertising",   "article",  "biography",
    "blog",       "blogpost",   "book",          "cable",         "circular", "column",
    "commercial", "communique", "e-mail",        "editorial",     "email",    "essay",
    "leaflet",    "letter",     "manifesto",     "memo",          "memoir",   "message",
    "note",       "op-ed",      "post",          "press release", "release",  "remarks",
    "speech",     "spot",       "statement",     "testimony",     "tweet",    "video",
});
static_assert(std::is_sorted(kAuthored.begin(), kAuthored.end()));

// Bodies that publish.
constexpr auto kMedia = std::to_array<std::string_view>({
    "agency",      "blog",      "broadcaster", "bulletin",  "chain",   "channel", "daily",
    "magazine",    "network",   "newsletter",  "newspaper", "outlet",  "paper",   "portal",
    "publication", "publisher", "radio",       "site",      "station", "tabloid", "television",
    "tv",          "website",   "weekly",      "wire",
});
static_assert(std::is_sorted(kMedia.begin(), kMedia.end()));

// What people in the news are called in place of their names.
constexpr auto kOffices = std::to_array<std::string_view>({
    "actor",     "actress",      "ambassador",  "billionaire", "businessman",   "businesswoman",
    "candidate", "chancellor",   "comedian",    "congressman", "congresswoman", "contender",
    "envoy",     "front-runner", "frontrunner", "governor",    "hopeful",       "justice",
    "lawmaker",  "magnate",      "mayor",       "mogul",       "neurosurgeon",  "nominee",
    "pontiff",   "pope",         "premier",     "president",   "senator",       "singer",
    "tycoon",
});
static_assert(std::is_sorted(kOffices.begin(), kOffices.end()));

// Last words of outlets' names.
constexpr auto kMediaWords = std::to_array<std::string_view>({
    "broadcasting", "chronicle",  "courier",  "daily",    "examiner", "gazette", "globe",
    "herald",       "inquirer",   "journal",  "ledger",   "mail",     "media",   "mirror",
    "monitor",      "news",       "newswire", "observer", "online",   "post",    "press",
    "radio",        "register",   "review",   "sentinel", "standard", "star",    "sun",
    "telegraph",    "television", "times",    "tribune",  "tv",       "weekly",
});
static_assert(std::is_sorted(kMediaWords.begin(), kMediaWords.end()));

constexpr auto kFemale = std::to_array<std::string_view>({
    "actress",     "businesswoman", "chairwoman", "congresswoman", "councilwoman", "daughter", "girl",
    "grandmother", "lady",          "mom",        "mother",        "policewoman",  "princess", "queen",
    "sister",      "spokeswoman",   "widow",      "wife",          "woman",
});
static_assert(std::is_sorted(kFemale.begin(), kFemale.end()));

constexpr auto kMale = std::to_array<std::string_view>({
    "actor",      "boy",  "brother",   "businessman", "chairman",    "congressman",
    "councilman", "dad",  "father",    "fisherman",   "grandfather", "guy",
    "husband",    "king", "man",       "policeman",   "pope",        "priest",
    "prince",     "son",  "spokesman", "statesman",   "widower",
});
static_assert(std::is_sorted(kMale.begin(), kMale.end()));

HeadNoun kind_of(std::string_view word) {
  if (contains(kPeople, word)) return HeadNoun::people;
  if (contains(kPolities, word)) return HeadNoun::polity;
  if (contains(kRoles, word)) return HeadNoun::role;
  if (contains(kPersons, word)) return HeadNoun::person;
  if (contains(kEvents, word)) return HeadNoun::event;
  if (contains(kBodies, word)) return HeadNoun::body;
  if (contains(kDocuments, word)) return HeadNoun::document;
  if (contains(kPlaces, word)) return HeadNoun::place;
  return HeadNoun::unknown;
}

}  // namespace

HeadNounKind head_noun(std::string_view word) {
  if (const HeadNoun noun = kind_of(word); noun != HeadNoun::unknown) return {noun, noun == HeadNoun::people};
  const std::string one = singular(word);
  if (one == word) return {};
  return {kind_of(one), true};
}

std::string singular(std::string_view word) {
  std::string one(word);
  const auto ends = [&](std::string_view ending) {
    return one.size() > ending.size() + 1 && one.ends_with(ending);
  };
  if (ends("men")) {
    one[one.size() - 2] = 'a';
  } else if (ends("ies")) {
    one.replace(one.size() - 3, 3, "y");
  } else if (ends("sses") || ends("ches") || ends("shes")) {
    one.resize(one.size() - 2);
  } else if (ends("s") && !ends("ss") && !ends("us") && !ends("is")) {
    one.pop_back();
  } else if (one == "children") {
    one = "child";
  } else if (one == "wives") {
    one = "wife";
  }
  return one;
}

EntityKind entity_kind(HeadNounKind kind) {
  switch (kind.noun) {
    case HeadNoun::role:
    case HeadNoun::person:
      return kind.plural ? EntityKind::group : EntityKind::person;
    case HeadNoun::people:
      return EntityKind::group;
    case HeadNoun::body:
    case HeadNoun::polity:
      return kind.plural ? EntityKind::group : EntityKind::organization;
    case HeadNoun::place:
      return EntityKind::place;
    case HeadNoun::document:
      return EntityKind::document;
    case HeadNoun::event:
      return EntityKind::event;
    case HeadNoun::unknown:
      break;
  }
  return EntityKind::other;
}

Gender gender_of_noun(std::string_view word) {
  if (contains(kFemale, word)) return Gender::female;
  if (contains(kMale, word)) return Gender::male;
  return Gender::unknown;
}

bool belongs_to_author(std::string_view word) {
  return contains(kAuthored, word) || contains(kAuthored, singular(word));
}

bool is_office(std::string_view word) {
  return contains(kOffices, word);
}

bool is_media_word(std::string_view word) {
  return contains(kMediaWords, word);
}

std::string_view document_key(std::string_view word) {
  if (word == "survey" || word == "surveys" || word == "polls") return "poll";
  if (word == "probe" || word == "inquiry") return "investigation";
  if (word == "legislation" || word == "measure") return "bill";
  return word;
}

bool is_medium(std::string_view word) {
  return contains(kMedia, word) || contains(kMedia, singular(word));
}

}  // namespace sayso::reading
