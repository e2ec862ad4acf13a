#include "reading/given_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "reading/word_list.h"

namespace sayso::reading {
namespace {

// Given names of women in English-language news, sorted; names that both bear (Alex, Robin, Taylor) are left
// out.
constexpr auto kFemale = std::to_array<std::string_view>({
    "abigail",   "adriana",     "aisha",     "alexandra", "alice",     "alicia",    "alison",     "allison",
    "amanda",    "amelia",      "amina",     "amy",       "ana",       "anastasia", "andrea",     "angela",
    "anita",     "ann",         "anna",      "anne",      "annie",     "antonia",   "arianna",    "astrid",
    "audrey",    "barbara",     "beatrice",  "becky",     "benazir",   "beth",      "betsy",      "betty",
    "beverly",   "bonnie",      "brenda",    "bridget",   "camille",   "carla",     "carly",      "carmen",
    "carol",     "carole",      "caroline",  "carolyn",   "catherine", "cathy",     "cecilia",    "charlotte",
    "chelsea",   "cheryl",      "christina", "christine", "cindy",     "claire",    "clara",      "claudia",
    "colleen",   "condoleezza", "cristina",  "cynthia",   "daniela",   "debbie",    "deborah",    "debra",
    "denise",    "diana",       "diane",     "dianne",    "dolores",   "donna",     "dorothy",    "eileen",
    "elaine",    "eleanor",     "elena",     "elise",     "elizabeth", "ella",      "ellen",      "emily",
    "emma",      "erica",       "erika",     "erin",      "esther",    "eva",       "evelyn",     "farzana",
    "fatima",    "federica",    "fiona",     "frances",   "gabriela",  "gail",      "gina",       "gloria",
    "grace",     "hannah",      "heather",   "heidi",     "helen",     "helena",    "hillary",    "holly",
    "huma",      "ingrid",      "irene",     "irina",     "isabel",    "ivanka",    "jacqueline", "jan",
    "jane",      "janet",       "janice",    "jean",      "jeanne",    "jen",       "jennifer",   "jenny",
    "jessica",   "jill",        "joan",      "joanna",    "joanne",    "josephine", "joyce",      "juanita",
    "judith",    "judy",        "julia",     "juliana",   "julie",     "karen",     "karin",      "kate",
    "katherine", "kathleen",    "kathryn",   "kathy",     "katie",     "katrina",   "kayleigh",   "kellyanne",
    "kirsten",   "kirstjen",    "krystal",   "lael",      "laura",     "lauren",    "laurie",     "leila",
    "linda",     "lisa",        "loretta",   "lorraine",  "louise",    "lucia",     "lucy",       "lydia",
    "lynn",      "madeleine",   "maggie",    "mandy",     "margaret",  "maria",     "marie",      "marilyn",
    "marina",    "marine",      "marissa",   "martha",    "mary",      "maureen",   "megan",      "megyn",
    "melania",   "melissa",     "mercedes",  "michele",   "michelle",  "mika",      "mildred",    "miriam",
    "molly",     "monica",      "nadia",     "nancy",     "naomi",     "natalia",   "natalie",    "natasha",
    "nicola",    "nicole",      "nina",      "nora",      "olga",      "olivia",    "pamela",     "patricia",
    "paula",     "pauline",     "phyllis",   "pilar",     "priscilla", "rachel",    "ragnhild",   "rebecca",
    "regina",    "renee",       "rita",      "roberta",   "rosa",      "rose",      "rosemary",   "roxanne",
    "ruth",      "sabrina",     "sally",     "samantha",  "sandra",    "sara",      "sarah",      "shannon",
    "sharon",    "sheila",      "sheryl",    "shirley",   "silvia",    "sofia",     "sonia",      "sophia",
    "sophie",    "stella",      "stephanie", "susan",     "susanna",   "suzanne",   "sylvia",     "tamara",
    "tammy",     "tanya",       "tara",      "teresa",    "theresa",   "tina",      "ursula",     "valentina",
    "valerie",   "vanessa",     "vera",      "veronica",  "victoria",  "virginia",  "vivian",     "wendy",
    "yolanda",   "yulia",       "yvonne",    "zoe",
});
static_assert(std::is_sorted(kFemale.begin(), kFemale.end()));

// Given names of men, likewise.
constexpr auto kMale = std::to_array<std::string_view>({
    "aaron",       "abdul",    "abdullah", "abraham",   "adam",      "ahmad",     "ahmed",     "al",
    "alan",        "albert",   "alberto",  "alejandro", "alexander", "alexei",    "alfred",    "ali",
    "allen",       "anatoly",  "andre",    "andreas",   "andrei",    "andrew",    "andy",      "angus",
    "anthony",     "antonio",  "arnold",   "arthur",    "ash",       "ashraf",    "barack",    "barry",
    "bashar",      "ben",      "benjamin", "bernard",   "bernie",    "bill",      "billy",     "bob",
    "bobby",       "boris",    "brad",     "bradley",   "brandon",   "brent",     "brian",     "bruce",
    "bryan",       "carl",     "carlos",   "chad",      "charles",   "charlie",   "chris",     "christian",
    "christopher", "chuck",    "clark",    "claude",    "clint",     "colin",     "corey",     "cory",
    "craig",       "curtis",   "dan",      "daniel",    "darrell",   "darren",    "dave",      "david",
    "dean",        "denis",    "dennis",   "derek",     "dick",      "diego",     "dmitri",    "dmitry",
    "don",         "donald",   "doug",     "douglas",   "duncan",    "dwight",    "earl",      "ed",
    "eddie",       "eduardo",  "edward",   "edwin",     "emmanuel",  "enrique",   "eric",      "erik",
    "ernest",      "eugene",   "federico", "felipe",    "felix",     "fernando",  "fidel",     "francisco",
    "francois",    "frank",    "franklin", "fred",      "frederick", "gary",      "gavin",     "geoffrey",
    "george",      "gerald",   "gerard",   "glenn",     "gordon",    "graham",    "greg",      "gregory",
    "guillermo",   "gustavo",  "hamid",    "hans",      "harold",    "harry",     "harvey",    "hassan",
    "hector",      "henry",    "herbert",  "howard",    "hugh",      "hugo",      "hussein",   "ian",
    "ibrahim",     "igor",     "ivan",     "jack",      "jacob",     "jake",      "jamal",     "james",
    "jared",       "jason",    "javier",   "jay",       "jeb",       "jeff",      "jeffrey",   "jens",
    "jeremy",      "jerome",   "jerry",    "jesus",     "jim",       "jimmy",     "joe",       "joel",
    "joey",        "johan",    "john",     "johnny",    "jon",       "jonathan",  "jorge",     "jose",
    "joseph",      "josh",     "joshua",   "juan",      "julian",    "justin",    "karl",      "keith",
    "ken",         "kenneth",  "kevin",    "khalid",    "khizr",     "klaus",     "kurt",      "kyle",
    "larry",       "lars",     "laurence", "lawrence",  "leo",       "leon",      "leonard",   "lewis",
    "lincoln",     "lloyd",    "louis",    "luis",      "luke",      "mahmoud",   "manuel",    "marc",
    "marco",       "marcus",   "mario",    "mark",      "martin",    "marvin",    "matt",      "matthew",
    "max",         "michael",  "miguel",   "mike",      "mikhail",   "mitch",     "mitt",      "mohamed",
    "mohammad",    "mohammed", "muhammad", "narendra",  "nathan",    "neil",      "newt",      "nicholas",
    "nick",        "nicolas",  "nigel",    "nikolai",   "norman",    "octavio",   "oleg",      "oliver",
    "omar",        "oscar",    "otto",     "pablo",     "patrick",   "paul",      "pavel",     "pedro",
    "pete",        "peter",    "petro",    "phil",      "philip",    "phillip",   "pierre",    "rafael",
    "raj",         "ralph",    "ramon",    "rand",      "raymond",   "recep",     "reince",    "rex",
    "ricardo",     "richard",  "rick",     "rob",       "robert",    "roberto",   "rodrigo",   "roger",
    "roland",      "ron",      "ronald",   "roy",       "rudy",      "rupert",    "russell",   "ryan",
    "salman",      "sam",      "samuel",   "scott",     "sean",      "sebastian", "sergei",    "sergey",
    "sergio",      "seth",     "shinzo",   "sidney",    "simon",     "stanley",   "stephen",   "steve",
    "steven",      "stuart",   "sven",     "ted",       "terry",     "theodore",  "thomas",    "tim",
    "timothy",     "tobias",   "todd",     "tom",       "tommy",     "tony",      "trevor",    "trey",
    "tyler",       "victor",   "viktor",   "vincent",   "vitaly",    "vladimir",  "volodymyr", "walter",
    "warren",      "wayne",    "wesley",   "will",      "william",   "wolfgang",  "xavier",    "yuri",
    "yusuf",       "zachary",
});
static_assert(std::is_sorted(kMale.begin(), kMale.end()));

// Short form and the name it stands for, sorted.
constexpr auto kNicknames = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"al", "albert"},      {"alex", "alexander"},  {"andy", "andrew"},     {"barb", "barbara"},
    {"ben", "benjamin"},   {"bernie", "bernard"},  {"beth", "elizabeth"},  {"bill", "william"},
    {"bob", "robert"},     {"bobby", "robert"},    {"charlie", "charles"}, {"chris", "christopher"},
    {"chuck", "charles"},  {"cindy", "cynthia"},   {"dan", "daniel"},      {"danny", "daniel"},
    {"dave", "david"},     {"debbie", "deborah"},  {"dick", "richard"},    {"don", "donald"},
    {"doug", "douglas"},   {"ed", "edward"},       {"fred", "frederick"},  {"greg", "gregory"},
    {"jack", "john"},      {"jeff", "jeffrey"},    {"jen", "jennifer"},    {"jim", "james"},
    {"jimmy", "james"},    {"joe", "joseph"},      {"jon", "jonathan"},    {"josh", "joshua"},
    {"kate", "katherine"}, {"kathy", "katherine"}, {"ken", "kenneth"},     {"larry", "lawrence"},
    {"liz", "elizabeth"},  {"matt", "matthew"},    {"mike", "michael"},    {"mitch", "mitchell"},
    {"nick", "nicholas"},  {"pam", "pamela"},      {"pat", "patricia"},    {"pat", "patrick"},
    {"peggy", "margaret"}, {"pete", "peter"},      {"phil", "philip"},     {"ray", "raymond"},
    {"rick", "richard"},   {"rob", "robert"},      {"ron", "ronald"},      {"rudy", "rudolph"},
    {"sam", "samuel"},     {"steve", "stephen"},   {"steve", "steven"},    {"sue", "susan"},
    {"ted", "edward"},     {"ted", "theodore"},    {"terry", "terrence"},  {"tim", "timothy"},
    {"tom", "thomas"},     {"tony", "anthony"},    {"vicky", "victoria"},  {"will", "william"},
});

}  // namespace

Gender gender_of_given_name(std::string_view name) {
  if (contains(kFemale, name)) return Gender::female;
  if (contains(kMale, name)) return Gender::male;
  return Gender::unknown;
}

bool is_nickname_of(std::string_view a, std::string_view b) {
  const auto stands_for = [](std::string_view brief, std::string_view full) {
    return std::find(kNicknames.begin(), kNicknames.end(), std::pair{brief, full}) != kNicknames.end();
  };
  return stands_for(a, b) || stands_for(b, a);
}

}  // namespace sayso::reading
