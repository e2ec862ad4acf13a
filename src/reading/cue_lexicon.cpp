#include "reading/cue_lexicon.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

namespace sayso::reading {
namespace {

using F = CueForce;
constexpr Upos kV = Upos::verb;
constexpr Upos kN = Upos::noun;
constexpr Upos kA = Upos::adj;
constexpr Upos kR = Upos::adv;

struct Entry {
  std::string_view lemma;
  Upos tag;
  CueForce force;
};

// clang-format off
// Sorted by lemma, then by tag as Upos numbers them.
constexpr Entry kEntries[] = {
    {"abstain", kV, F::refuse}, {"accede", kV, F::promise}, {"accord", kV, F::report},
    {"account", kN, F::report}, {"accusation", kN, F::report}, {"accuse", kV, F::report},
    {"acknowledge", kV, F::report}, {"acquiesce", kV, F::promise}, {"add", kV, F::report},
    {"admiration", kN, F::praise}, {"admire", kV, F::praise}, {"admission", kN, F::report},
    {"admit", kV, F::report}, {"admonish", kV, F::demand}, {"advice", kN, F::demand},
    {"advise", kV, F::demand}, {"advocacy", kN, F::demand}, {"advocate", kV, F::demand},
    {"affirm", kV, F::report}, {"afraid", kA, F::wish}, {"aghast", kA, F::praise},
    {"agitate", kV, F::demand}, {"agnostic", kA, F::unclear}, {"agree", kV, F::report},
    {"aim", kN, F::plan}, {"aim", kV, F::plan}, {"alarm", kN, F::praise}, {"alarmed", kA, F::praise},
    {"allegation", kN, F::report}, {"allege", kV, F::report}, {"alleged", kA, F::hearsay},
    {"allegedly", kR, F::hearsay}, {"allude", kV, F::report}, {"amazed", kA, F::praise},
    {"ambition", kN, F::wish}, {"amusement", kN, F::praise}, {"analysis", kN, F::report},
    {"analyze", kV, F::report}, {"anger", kN, F::praise}, {"angry", kA, F::praise},
    {"announce", kV, F::report}, {"announcement", kN, F::report}, {"annoyance", kN, F::praise},
    {"annoyed", kA, F::praise}, {"answer", kV, F::report}, {"anticipate", kV, F::believe},
    {"antipathy", kN, F::wish}, {"anxiety", kN, F::wish}, {"anxious", kA, F::wish},
    {"apologise", kV, F::praise}, {"apologize", kV, F::praise}, {"apology", kN, F::praise},
    {"appalled", kA, F::praise}, {"apparently", kR, F::hearsay}, {"appeal", kN, F::demand},
    {"appeal", kV, F::demand}, {"appear", kV, F::believe}, {"appetite", kN, F::wish},
    {"applaud", kV, F::praise}, {"applause", kN, F::praise}, {"appreciate", kV, F::praise},
    {"appreciation", kN, F::praise}, {"apprise", kV, F::report}, {"approval", kN, F::wish},
    {"approve", kV, F::wish}, {"argue", kV, F::report}, {"argument", kN, F::report},
    {"articulate", kV, F::report}, {"ashamed", kA, F::praise}, {"ask", kV, F::ask},
    {"aspiration", kN, F::wish}, {"aspire", kV, F::wish}, {"assail", kV, F::praise},
    {"assert", kV, F::report}, {"assertion", kN, F::report}, {"assess", kV, F::report},
    {"assessment", kN, F::report}, {"assume", kV, F::believe}, {"assumption", kN, F::believe},
    {"assurance", kN, F::promise}, {"astonished", kA, F::praise}, {"attack", kV, F::praise},
    {"attest", kV, F::report}, {"attribute", kV, F::report}, {"author", kV, F::report},
    {"aver", kV, F::report}, {"aversion", kN, F::wish}, {"avow", kV, F::report}, {"aware", kA, F::report},
    {"back", kV, F::wish}, {"backing", kN, F::wish}, {"backlash", kN, F::praise}, {"balk", kV, F::refuse},
    {"bark", kV, F::demand}, {"bash", kV, F::praise}, {"beckon", kV, F::demand}, {"beg", kV, F::demand},
    {"belie", kV, F::deny}, {"belief", kN, F::believe}, {"believe", kV, F::believe},
    {"belittle", kV, F::praise}, {"bemoan", kV, F::praise}, {"berate", kV, F::praise},
    {"beseech", kV, F::demand}, {"bet", kV, F::believe}, {"bid", kN, F::plan}, {"blame", kV, F::report},
    {"blast", kV, F::praise}, {"bless", kV, F::wish}, {"blog", kV, F::report}, {"blurt", kV, F::report},
    {"boast", kV, F::report}, {"boycott", kN, F::refuse}, {"boycott", kV, F::refuse},
    {"brag", kV, F::report}, {"brand", kV, F::label}, {"brief", kV, F::report}, {"bristle", kV, F::praise},
    {"broadcast", kV, F::report}, {"bullish", kA, F::believe}, {"cajole", kV, F::demand},
    {"calculate", kV, F::report}, {"call", kN, F::demand}, {"call", kV, F::label},
    {"castigate", kV, F::praise}, {"caution", kV, F::report}, {"celebrate", kV, F::praise},
    {"celebration", kN, F::praise}, {"censure", kV, F::praise}, {"certain", kA, F::believe},
    {"certify", kV, F::report}, {"challenge", kV, F::demand}, {"characterization", kN, F::report},
    {"characterize", kV, F::report}, {"charge", kN, F::report}, {"charge", kV, F::report},
    {"chastise", kV, F::praise}, {"cheer", kV, F::praise}, {"chide", kV, F::praise},
    {"chronicle", kV, F::report}, {"cite", kV, F::report}, {"claim", kN, F::report},
    {"claim", kV, F::report}, {"clamor", kV, F::demand}, {"clamour", kV, F::demand},
    {"clarify", kV, F::report}, {"clear", kA, F::report}, {"coax", kV, F::demand},
    {"command", kN, F::demand}, {"command", kV, F::demand}, {"commemorate", kV, F::praise},
    {"commend", kV, F::praise}, {"comment", kN, F::report}, {"comment", kV, F::report},
    {"commiserate", kV, F::praise}, {"commit", kV, F::promise}, {"commitment", kN, F::promise},
    {"committed", kA, F::promise}, {"compare", kV, F::report}, {"complain", kV, F::praise},
    {"complaint", kN, F::praise}, {"concede", kV, F::report}, {"concern", kN, F::wish},
    {"concerned", kA, F::wish}, {"concerns", kN, F::wish}, {"conclude", kV, F::report},
    {"conclusion", kN, F::report}, {"concur", kV, F::report}, {"condemn", kV, F::praise},
    {"condemnation", kN, F::praise}, {"condolence", kN, F::wish}, {"condolences", kN, F::praise},
    {"confess", kV, F::report}, {"confession", kN, F::report}, {"confide", kV, F::report},
    {"confidence", kN, F::believe}, {"confident", kA, F::believe}, {"confirm", kV, F::report},
    {"congratulate", kV, F::praise}, {"congratulation", kN, F::praise}, {"congratulations", kN, F::praise},
    {"conjecture", kN, F::speculate}, {"conjecture", kV, F::believe}, {"consent", kV, F::promise},
    {"consider", kV, F::consider}, {"consideration", kN, F::consider}, {"contemplate", kV, F::consider},
    {"contempt", kN, F::wish}, {"contend", kV, F::report}, {"contention", kN, F::report},
    {"contest", kV, F::deny}, {"continue", kV, F::report}, {"contradict", kV, F::deny},
    {"convey", kV, F::report}, {"conviction", kN, F::believe}, {"convinced", kA, F::believe},
    {"corroborate", kV, F::report}, {"counsel", kV, F::demand}, {"counter", kV, F::report},
    {"covet", kV, F::wish}, {"crave", kV, F::wish}, {"critic", kN, F::wish}, {"critical", kA, F::wish},
    {"criticise", kV, F::praise}, {"criticism", kN, F::wish}, {"criticize", kV, F::praise},
    {"cry", kV, F::report}, {"curious", kA, F::ask}, {"dare", kV, F::demand}, {"debate", kV, F::ask},
    {"debunk", kV, F::deny}, {"decide", kV, F::plan}, {"declaration", kN, F::report},
    {"declare", kV, F::report}, {"decline", kV, F::refuse}, {"decry", kV, F::praise},
    {"dedicate", kV, F::promise}, {"deduce", kV, F::believe}, {"deem", kV, F::report},
    {"defend", kV, F::report}, {"define", kV, F::report}, {"definition", kN, F::report},
    {"delight", kN, F::praise}, {"delighted", kA, F::praise}, {"demand", kN, F::demand},
    {"demand", kV, F::demand}, {"demean", kV, F::praise}, {"demonstrate", kV, F::report},
    {"denial", kN, F::deny}, {"denounce", kV, F::praise}, {"denunciation", kN, F::praise},
    {"deny", kV, F::deny}, {"depict", kV, F::report}, {"depiction", kN, F::report},
    {"deplore", kV, F::praise}, {"deride", kV, F::praise}, {"describe", kV, F::report},
    {"description", kN, F::report}, {"desire", kN, F::wish}, {"desire", kV, F::wish},
    {"despise", kV, F::wish}, {"detail", kV, F::report}, {"determine", kV, F::report},
    {"determined", kA, F::plan}, {"detest", kV, F::praise}, {"devastated", kA, F::praise},
    {"dictate", kV, F::demand}, {"direct", kV, F::demand}, {"directive", kN, F::demand},
    {"disagree", kV, F::deny}, {"disagreement", kN, F::deny}, {"disappointed", kA, F::praise},
    {"disappointment", kN, F::praise}, {"disapproval", kN, F::wish}, {"disapprove", kV, F::wish},
    {"disavow", kV, F::deny}, {"disavowal", kN, F::deny}, {"disbelief", kN, F::doubt},
    {"disbelieve", kV, F::doubt}, {"disclaim", kV, F::deny}, {"disclose", kV, F::report},
    {"disclosure", kN, F::report}, {"discount", kV, F::deny}, {"discover", kV, F::report},
    {"discredit", kV, F::deny}, {"discuss", kV, F::report}, {"disdain", kN, F::wish},
    {"disdain", kV, F::wish}, {"disgust", kN, F::praise}, {"disgusted", kA, F::praise},
    {"dislike", kN, F::wish}, {"dislike", kV, F::wish}, {"dismay", kN, F::praise},
    {"dismayed", kA, F::praise}, {"dismiss", kV, F::deny}, {"dismissal", kN, F::deny},
    {"disparage", kV, F::praise}, {"dispel", kV, F::deny}, {"displeasure", kN, F::wish},
    {"disprove", kV, F::deny}, {"dispute", kV, F::deny}, {"disrespect", kV, F::praise},
    {"dissent", kV, F::deny}, {"distraught", kA, F::praise}, {"distrust", kV, F::doubt},
    {"disturbed", kA, F::praise}, {"divulge", kV, F::report}, {"document", kV, F::report},
    {"doubt", kN, F::doubt}, {"doubt", kV, F::doubt}, {"doubtful", kA, F::doubt}, {"dread", kV, F::wish},
    {"dream", kN, F::wish}, {"dub", kV, F::label}, {"dubious", kA, F::doubt}, {"eager", kA, F::wish},
    {"echo", kV, F::report}, {"effort", kN, F::plan}, {"elaborate", kV, F::report},
    {"elucidate", kV, F::report}, {"embarrassed", kA, F::praise}, {"embarrassment", kN, F::praise},
    {"embrace", kV, F::wish}, {"emphasize", kV, F::report}, {"enamored", kA, F::wish},
    {"encourage", kV, F::demand}, {"endorse", kV, F::wish}, {"endorsement", kN, F::wish},
    {"enjoin", kV, F::demand}, {"enquire", kV, F::ask}, {"enquiry", kN, F::ask}, {"enraged", kA, F::praise},
    {"entertain", kV, F::consider}, {"entreat", kV, F::demand}, {"entreaty", kN, F::demand},
    {"enumerate", kV, F::report}, {"envisage", kV, F::believe}, {"envision", kV, F::believe},
    {"equate", kV, F::report}, {"eschew", kV, F::refuse}, {"espouse", kV, F::wish},
    {"establish", kV, F::report}, {"estimate", kN, F::believe}, {"estimate", kV, F::believe},
    {"estimation", kN, F::believe}, {"exasperated", kA, F::wish}, {"excited", kA, F::praise},
    {"exclaim", kV, F::report}, {"excoriate", kV, F::praise}, {"exhort", kV, F::demand},
    {"exhortation", kN, F::demand}, {"expect", kV, F::believe}, {"expectation", kN, F::believe},
    {"explain", kV, F::report}, {"explanation", kN, F::report}, {"expound", kV, F::report},
    {"extol", kV, F::wish}, {"extrapolate", kV, F::believe}, {"faith", kN, F::praise},
    {"fault", kV, F::praise}, {"favor", kV, F::wish}, {"favorable", kA, F::wish}, {"favour", kV, F::wish},
    {"fear", kN, F::fear}, {"fear", kV, F::fear}, {"fearful", kA, F::fear}, {"feel", kV, F::believe},
    {"feeling", kN, F::believe}, {"figure", kV, F::believe}, {"find", kV, F::report},
    {"finding", kN, F::report}, {"flatter", kV, F::praise}, {"flirt", kV, F::consider},
    {"float", kV, F::propose}, {"fond", kA, F::wish}, {"forbid", kV, F::demand},
    {"forecast", kN, F::believe}, {"forecast", kV, F::believe}, {"foresee", kV, F::believe},
    {"foretell", kV, F::believe}, {"forgo", kV, F::refuse}, {"forswear", kV, F::refuse},
    {"fret", kV, F::fear}, {"frustrated", kA, F::praise}, {"frustration", kN, F::praise},
    {"fulminate", kV, F::praise}, {"fume", kV, F::praise}, {"furious", kA, F::praise},
    {"fury", kN, F::praise}, {"gainsay", kV, F::deny}, {"gather", kV, F::believe},
    {"gauge", kV, F::believe}, {"glad", kA, F::praise}, {"gloat", kV, F::praise}, {"goad", kV, F::demand},
    {"grateful", kA, F::praise}, {"gratitude", kN, F::praise}, {"grief", kN, F::praise},
    {"grill", kV, F::ask}, {"gripe", kV, F::praise}, {"groan", kV, F::praise}, {"grumble", kV, F::praise},
    {"guarantee", kN, F::promise}, {"guarantee", kV, F::promise}, {"guess", kN, F::believe},
    {"guess", kV, F::believe}, {"gush", kV, F::report}, {"hail", kV, F::praise}, {"hanker", kV, F::wish},
    {"happy", kA, F::praise}, {"hatch", kV, F::plan}, {"hate", kV, F::wish}, {"hatred", kN, F::wish},
    {"headline", kN, F::report}, {"hear", kV, F::report}, {"heartbroken", kA, F::praise},
    {"highlight", kV, F::report}, {"hint", kN, F::suggest}, {"hint", kV, F::suggest},
    {"hold", kV, F::report}, {"honored", kA, F::praise}, {"honoured", kA, F::praise}, {"hope", kN, F::wish},
    {"hope", kV, F::wish}, {"hopeful", kA, F::wish}, {"horrified", kA, F::praise}, {"hostile", kA, F::wish},
    {"hostility", kN, F::wish}, {"humbled", kA, F::praise}, {"hunch", kN, F::believe},
    {"hypothesis", kN, F::suggest}, {"hypothesize", kV, F::suggest}, {"identify", kV, F::report},
    {"illustrate", kV, F::report}, {"imagine", kV, F::believe}, {"impart", kV, F::report},
    {"implication", kN, F::suggest}, {"implore", kV, F::demand}, {"imply", kV, F::suggest},
    {"impression", kN, F::believe}, {"impugn", kV, F::praise}, {"incensed", kA, F::praise},
    {"incredulous", kA, F::doubt}, {"indignant", kA, F::praise}, {"indignation", kN, F::praise},
    {"infer", kV, F::suggest}, {"inform", kV, F::report}, {"injunction", kN, F::demand},
    {"innuendo", kN, F::suggest}, {"inquire", kV, F::ask}, {"inquiry", kN, F::ask},
    {"insinuate", kV, F::suggest}, {"insinuation", kN, F::suggest}, {"insist", kV, F::report},
    {"insistence", kN, F::report}, {"instruct", kV, F::demand}, {"instruction", kN, F::demand},
    {"insult", kV, F::praise}, {"intend", kV, F::plan}, {"intent", kA, F::plan}, {"intent", kN, F::plan},
    {"intention", kN, F::plan}, {"interest", kN, F::wish}, {"interject", kV, F::report},
    {"interpret", kV, F::report}, {"interpretation", kN, F::report}, {"interrogate", kV, F::ask},
    {"interrupt", kV, F::report}, {"intimate", kV, F::suggest}, {"intone", kV, F::report},
    {"invalidate", kV, F::deny}, {"invitation", kN, F::demand}, {"invite", kV, F::demand},
    {"invoke", kV, F::report}, {"irate", kA, F::praise}, {"irritated", kA, F::praise},
    {"irritation", kN, F::praise}, {"jeer", kV, F::praise}, {"joke", kV, F::report}, {"joy", kN, F::praise},
    {"judgment", kN, F::believe}, {"justify", kV, F::report}, {"keen", kA, F::wish},
    {"knock", kV, F::praise}, {"know", kV, F::report}, {"knowledge", kN, F::report},
    {"label", kV, F::label}, {"lambast", kV, F::praise}, {"lambaste", kV, F::praise},
    {"lament", kN, F::praise}, {"lament", kV, F::praise}, {"lash", kV, F::praise}, {"laud", kV, F::praise},
    {"learn", kV, F::report}, {"leery", kA, F::wish}, {"letter", kN, F::report}, {"like", kV, F::wish},
    {"likelihood", kN, F::speculate}, {"likely", kA, F::believe}, {"liken", kV, F::report},
    {"list", kV, F::report}, {"livid", kA, F::praise}, {"loath", kA, F::refuse}, {"loathe", kV, F::wish},
    {"lobby", kV, F::demand}, {"long", kV, F::wish}, {"longing", kN, F::wish}, {"love", kV, F::praise},
    {"maintain", kV, F::report}, {"malign", kV, F::praise}, {"mandate", kN, F::demand},
    {"mandate", kV, F::demand}, {"marvel", kV, F::praise}, {"memo", kN, F::report},
    {"mention", kV, F::report}, {"message", kN, F::report}, {"mindful", kA, F::wish},
    {"misgiving", kN, F::doubt}, {"mistrust", kV, F::doubt}, {"moan", kV, F::praise},
    {"mock", kV, F::praise}, {"moot", kV, F::propose}, {"mourn", kV, F::praise}, {"mull", kV, F::consider},
    {"mumble", kV, F::report}, {"murmur", kV, F::report}, {"muse", kV, F::report}, {"name", kV, F::label},
    {"narrate", kV, F::report}, {"narrative", kN, F::report}, {"negate", kV, F::deny},
    {"nervous", kA, F::wish}, {"news", kN, F::report}, {"nickname", kV, F::label}, {"note", kN, F::report},
    {"note", kV, F::report}, {"notice", kV, F::report}, {"notify", kV, F::report},
    {"notion", kN, F::suggest}, {"nudge", kV, F::demand}, {"oath", kN, F::promise}, {"object", kV, F::wish},
    {"objection", kN, F::wish}, {"observation", kN, F::report}, {"observe", kV, F::report},
    {"obvious", kA, F::report}, {"offended", kA, F::praise}, {"offer", kN, F::plan}, {"offer", kV, F::plan},
    {"opine", kV, F::report}, {"oppose", kV, F::wish}, {"opposed", kA, F::wish},
    {"opposition", kN, F::wish}, {"optimism", kN, F::believe}, {"optimistic", kA, F::believe},
    {"order", kN, F::demand}, {"order", kV, F::demand}, {"ostensibly", kR, F::hearsay},
    {"outcry", kN, F::praise}, {"outline", kV, F::report}, {"outrage", kN, F::praise},
    {"outraged", kA, F::praise}, {"overjoyed", kA, F::praise}, {"overrule", kV, F::deny},
    {"paint", kV, F::report}, {"paraphrase", kV, F::report}, {"perceive", kV, F::believe},
    {"perception", kN, F::believe}, {"persuaded", kA, F::believe}, {"pessimistic", kA, F::doubt},
    {"pester", kV, F::ask}, {"petition", kN, F::demand}, {"petition", kV, F::demand},
    {"phrase", kV, F::report}, {"picture", kV, F::report}, {"pitch", kV, F::report}, {"plan", kN, F::plan},
    {"plan", kV, F::plan}, {"plea", kN, F::demand}, {"plead", kV, F::demand}, {"pleased", kA, F::praise},
    {"pleasure", kN, F::praise}, {"pledge", kN, F::promise}, {"pledge", kV, F::promise},
    {"plot", kN, F::plan}, {"plot", kV, F::plan}, {"poised", kA, F::plan}, {"poll", kN, F::report},
    {"pooh-pooh", kV, F::deny}, {"portray", kV, F::report}, {"portrayal", kN, F::report},
    {"posit", kV, F::suggest}, {"possibility", kN, F::speculate}, {"post", kN, F::report},
    {"post", kV, F::report}, {"postulate", kV, F::suggest}, {"praise", kN, F::praise},
    {"praise", kV, F::praise}, {"preach", kV, F::report}, {"predict", kV, F::believe},
    {"prediction", kN, F::believe}, {"prefer", kV, F::wish}, {"preference", kN, F::wish},
    {"premonition", kN, F::believe}, {"prepared", kA, F::promise}, {"press", kV, F::ask},
    {"pressure", kV, F::demand}, {"pressurise", kV, F::demand}, {"presume", kV, F::believe},
    {"presumption", kN, F::believe}, {"presuppose", kV, F::believe}, {"pride", kN, F::praise},
    {"pride", kV, F::praise}, {"proclaim", kV, F::report}, {"prod", kV, F::demand},
    {"profess", kV, F::report}, {"prognosis", kN, F::believe}, {"project", kV, F::believe},
    {"projection", kN, F::believe}, {"promise", kN, F::promise}, {"promise", kV, F::promise},
    {"promises", kN, F::promise}, {"pronounce", kV, F::report}, {"proposal", kN, F::propose},
    {"propose", kV, F::propose}, {"proposition", kN, F::propose}, {"protest", kN, F::praise},
    {"protest", kV, F::praise}, {"proud", kA, F::praise}, {"prove", kV, F::report},
    {"publish", kV, F::report}, {"purported", kA, F::hearsay}, {"purportedly", kR, F::hearsay},
    {"push", kV, F::demand}, {"quash", kV, F::deny}, {"query", kN, F::ask}, {"query", kV, F::ask},
    {"question", kN, F::ask}, {"question", kV, F::ask}, {"questioning", kN, F::ask},
    {"quip", kN, F::report}, {"quip", kV, F::report}, {"quiz", kV, F::ask}, {"quotation", kN, F::report},
    {"quote", kN, F::report}, {"quote", kV, F::report}, {"rail", kV, F::praise}, {"rank", kV, F::report},
    {"rant", kV, F::praise}, {"rap", kV, F::praise}, {"rate", kV, F::report}, {"rave", kV, F::praise},
    {"read", kV, F::report}, {"readiness", kN, F::promise}, {"ready", kA, F::promise},
    {"realize", kV, F::report}, {"reason", kV, F::report}, {"rebuff", kV, F::refuse},
    {"rebuke", kN, F::praise}, {"rebuke", kV, F::praise}, {"rebut", kV, F::deny}, {"rebutt", kV, F::deny},
    {"rebuttal", kN, F::deny}, {"recall", kV, F::report}, {"recant", kV, F::deny}, {"recap", kV, F::report},
    {"recite", kV, F::report}, {"reckon", kV, F::believe}, {"recognize", kV, F::report},
    {"recollect", kV, F::report}, {"recommend", kV, F::demand}, {"recommendation", kN, F::demand},
    {"recount", kV, F::report}, {"reference", kV, F::report}, {"refusal", kN, F::refuse},
    {"refuse", kV, F::refuse}, {"refutation", kN, F::deny}, {"refute", kV, F::deny},
    {"regard", kV, F::report}, {"regret", kN, F::praise}, {"regret", kV, F::praise},
    {"reiterate", kV, F::report}, {"reject", kV, F::deny}, {"rejection", kN, F::deny},
    {"rejoice", kV, F::praise}, {"rejoin", kV, F::report}, {"relate", kV, F::report},
    {"relay", kV, F::report}, {"relief", kN, F::praise}, {"relieved", kA, F::praise},
    {"reluctance", kN, F::refuse}, {"reluctant", kA, F::refuse}, {"remark", kN, F::report},
    {"remark", kV, F::report}, {"remember", kV, F::report}, {"remind", kV, F::report},
    {"reminder", kN, F::report}, {"renounce", kV, F::deny}, {"repeat", kV, F::report},
    {"reply", kN, F::report}, {"reply", kV, F::report}, {"report", kN, F::report},
    {"report", kV, F::report}, {"reportedly", kR, F::hearsay}, {"reprimand", kV, F::praise},
    {"reproach", kN, F::praise}, {"reproach", kV, F::praise}, {"repudiate", kV, F::deny},
    {"repudiation", kN, F::deny}, {"reputed", kA, F::hearsay}, {"request", kN, F::demand},
    {"request", kV, F::demand}, {"resent", kV, F::wish}, {"resentment", kN, F::praise},
    {"resist", kV, F::refuse}, {"resolve", kV, F::promise}, {"respond", kV, F::report},
    {"response", kN, F::report}, {"retort", kN, F::report}, {"retort", kV, F::report},
    {"retract", kV, F::deny}, {"retraction", kN, F::deny}, {"retweet", kV, F::report},
    {"reveal", kV, F::report}, {"revel", kV, F::praise}, {"revelation", kN, F::report},
    {"ridicule", kV, F::praise}, {"rip", kV, F::wish}, {"root", kV, F::wish}, {"rubbish", kV, F::deny},
    {"rumor", kN, F::report}, {"rumored", kA, F::hearsay}, {"rumour", kN, F::report},
    {"rumoured", kA, F::hearsay}, {"rumouredly", kR, F::hearsay}, {"sad", kA, F::praise},
    {"saddened", kA, F::praise}, {"sadness", kN, F::praise}, {"salute", kV, F::praise},
    {"satisfaction", kN, F::praise}, {"savage", kV, F::praise}, {"say", kV, F::report},
    {"sceptical", kA, F::doubt}, {"scepticism", kN, F::doubt}, {"scheme", kN, F::plan},
    {"scheme", kV, F::plan}, {"scoff", kV, F::praise}, {"scold", kV, F::praise}, {"scorn", kV, F::praise},
    {"scotch", kV, F::deny}, {"scream", kV, F::report}, {"see", kV, F::report}, {"seek", kV, F::demand},
    {"seem", kV, F::believe}, {"seethe", kV, F::praise}, {"sense", kN, F::believe},
    {"sense", kV, F::believe}, {"shame", kN, F::praise}, {"shock", kN, F::praise},
    {"shocked", kA, F::praise}, {"shout", kV, F::report}, {"show", kV, F::report}, {"shun", kV, F::refuse},
    {"sickened", kA, F::praise}, {"sigh", kV, F::report}, {"skeptical", kA, F::doubt},
    {"skepticism", kN, F::doubt}, {"skewer", kV, F::praise}, {"slam", kV, F::praise},
    {"slate", kV, F::praise}, {"snap", kV, F::report}, {"sneer", kV, F::praise}, {"solicit", kV, F::demand},
    {"solidarity", kN, F::wish}, {"sorrow", kN, F::praise}, {"sorry", kA, F::praise},
    {"specify", kV, F::report}, {"speculate", kV, F::speculate}, {"speculation", kN, F::speculate},
    {"spur", kV, F::demand}, {"state", kV, F::report}, {"statement", kN, F::report},
    {"stipulate", kV, F::report}, {"story", kN, F::report}, {"stress", kV, F::report},
    {"strive", kV, F::plan}, {"study", kN, F::report}, {"stunned", kA, F::praise},
    {"substantiate", kV, F::report}, {"suggest", kV, F::suggest}, {"suggestion", kN, F::suggest},
    {"summon", kV, F::demand}, {"summons", kN, F::demand}, {"support", kN, F::wish},
    {"support", kV, F::wish}, {"supportive", kA, F::wish}, {"suppose", kV, F::believe},
    {"supposed", kA, F::hearsay}, {"supposedly", kR, F::hearsay}, {"sure", kA, F::believe},
    {"surmise", kV, F::suggest}, {"surprise", kN, F::praise}, {"surprised", kA, F::praise},
    {"survey", kN, F::report}, {"suspect", kV, F::believe}, {"suspicion", kN, F::believe},
    {"swear", kV, F::promise}, {"sympathetic", kA, F::wish}, {"sympathize", kV, F::wish},
    {"sympathy", kN, F::wish}, {"taunt", kV, F::praise}, {"tell", kV, F::report}, {"term", kV, F::label},
    {"testify", kV, F::report}, {"testimony", kN, F::report}, {"text", kV, F::report},
    {"thank", kN, F::praise}, {"thank", kV, F::praise}, {"thankful", kA, F::praise},
    {"thanks", kN, F::praise}, {"theorize", kV, F::suggest}, {"theory", kN, F::suggest},
    {"think", kV, F::believe}, {"thinking", kN, F::believe}, {"thought", kN, F::believe},
    {"threat", kN, F::plan}, {"threaten", kV, F::plan}, {"thrilled", kA, F::praise},
    {"tout", kV, F::praise}, {"toy", kV, F::consider}, {"trace", kV, F::report},
    {"transcript", kN, F::report}, {"trash", kV, F::praise}, {"tribute", kN, F::praise},
    {"troubled", kA, F::praise}, {"trumpet", kV, F::praise}, {"trust", kV, F::believe},
    {"tweet", kN, F::report}, {"tweet", kV, F::report}, {"ultimatum", kN, F::demand},
    {"uncertain", kA, F::unclear}, {"unclear", kA, F::unclear}, {"uncomfortable", kA, F::wish},
    {"unconvinced", kA, F::doubt}, {"undecided", kA, F::unclear}, {"underline", kV, F::report},
    {"underscore", kV, F::report}, {"understand", kV, F::believe}, {"undertake", kV, F::promise},
    {"undertaking", kN, F::promise}, {"unease", kN, F::wish}, {"uneasy", kA, F::wish},
    {"unhappy", kA, F::praise}, {"unknown", kA, F::unclear}, {"unlikely", kA, F::doubt},
    {"unsure", kA, F::doubt}, {"unwilling", kA, F::refuse}, {"unwillingness", kN, F::refuse},
    {"upbraid", kV, F::praise}, {"upset", kA, F::praise}, {"urge", kV, F::demand},
    {"urging", kN, F::demand}, {"utter", kV, F::report}, {"verify", kV, F::report},
    {"version", kN, F::report}, {"veto", kN, F::refuse}, {"veto", kV, F::refuse}, {"view", kN, F::report},
    {"view", kV, F::report}, {"viewpoint", kN, F::report}, {"vilify", kV, F::praise},
    {"volunteer", kV, F::promise}, {"vow", kN, F::promise}, {"vow", kV, F::promise}, {"want", kV, F::wish},
    {"warn", kV, F::warn}, {"warning", kN, F::warn}, {"wary", kA, F::wish}, {"weigh", kV, F::consider},
    {"welcome", kV, F::praise}, {"whine", kV, F::praise}, {"whisper", kV, F::report},
    {"willing", kA, F::promise}, {"willingness", kN, F::promise}, {"wish", kN, F::wish},
    {"wish", kV, F::wish}, {"withhold", kV, F::refuse}, {"wonder", kV, F::ask}, {"word", kN, F::report},
    {"worried", kA, F::wish}, {"worry", kN, F::wish}, {"worry", kV, F::fear}, {"write", kV, F::report},
    {"yearn", kV, F::wish}, {"yell", kV, F::report},
};

struct Phrase {
  std::string_view lemma;
  std::string_view next;
  CueForce force;
};

// Where a particle or an object makes another act of the word; sorted.
constexpr Phrase kPhrases[] = {
    {"advise", "against", F::demand}, {"advocate", "for", F::demand}, {"agree", "to", F::promise},
    {"allude", "to", F::report}, {"appeal", "to", F::demand}, {"argue", "against", F::wish},
    {"argue", "for", F::demand}, {"back", "away", F::deny}, {"back", "off", F::deny},
    {"balk", "at", F::refuse}, {"bat", "away", F::deny}, {"beat", "back", F::deny},
    {"bet", "on", F::believe}, {"bow", "out", F::refuse}, {"brush", "aside", F::deny},
    {"brush", "off", F::deny}, {"call", "for", F::demand}, {"call", "on", F::demand},
    {"call", "out", F::praise}, {"call", "upon", F::demand}, {"campaign", "against", F::wish},
    {"campaign", "for", F::wish}, {"care", "for", F::wish}, {"cast", "doubt", F::doubt},
    {"caution", "against", F::demand}, {"come", "against", F::wish}, {"count", "on", F::believe},
    {"decide", "against", F::refuse}, {"distance", "himself", F::deny}, {"dress", "down", F::praise},
    {"fess", "up", F::report}, {"fight", "back", F::praise}, {"fire", "back", F::report},
    {"get", "behind", F::wish}, {"give", "assurance", F::promise}, {"hint", "at", F::suggest},
    {"hit", "back", F::praise}, {"hold", "out", F::promise}, {"insist", "on", F::demand},
    {"keep", "silent", F::unclear}, {"lash", "out", F::praise}, {"laugh", "off", F::deny},
    {"lay", "out", F::report}, {"like", "know", F::ask}, {"line", "up", F::wish},
    {"lobby", "for", F::demand}, {"long", "for", F::wish}, {"look", "for", F::believe},
    {"look", "forward", F::wish}, {"look", "into", F::consider}, {"make", "clear", F::report},
    {"opt", "out", F::refuse}, {"own", "up", F::report}, {"plan", "on", F::plan}, {"play", "down", F::deny},
    {"plead", "with", F::demand}, {"point", "out", F::report}, {"point", "to", F::report},
    {"pray", "for", F::wish}, {"press", "for", F::demand}, {"pull", "out", F::refuse},
    {"push", "back", F::deny}, {"push", "for", F::demand}, {"put", "forward", F::report},
    {"put", "it", F::report}, {"rail", "against", F::praise}, {"rally", "behind", F::wish},
    {"recommend", "against", F::demand}, {"refer", "to", F::report}, {"reserve", "judgment", F::unclear},
    {"rule", "out", F::refuse}, {"set", "out", F::report}, {"shoot", "back", F::report},
    {"shoot", "down", F::deny}, {"shrug", "off", F::deny}, {"side", "with", F::wish},
    {"sign", "on", F::promise}, {"sign", "up", F::promise}, {"sour", "on", F::wish},
    {"speak", "about", F::unclear}, {"speak", "of", F::report}, {"speak", "out", F::praise},
    {"spell", "out", F::report}, {"stand", "behind", F::wish}, {"stand", "by", F::report},
    {"stay", "mum", F::unclear}, {"stop", "short", F::unclear}, {"sum", "up", F::report},
    {"swat", "away", F::deny}, {"swear", "off", F::refuse}, {"take", "exception", F::praise},
    {"take", "issue", F::deny}, {"talk", "about", F::unclear}, {"talk", "of", F::report},
    {"tell", "off", F::praise}, {"think", "about", F::consider}, {"think", "of", F::consider},
    {"turn", "against", F::wish}, {"turn", "away", F::refuse}, {"turn", "down", F::refuse},
    {"walk", "back", F::deny}, {"want", "know", F::ask}, {"warn", "against", F::demand},
    {"wave", "away", F::deny}, {"wave", "off", F::deny}, {"wish", "for", F::wish},
};
// clang-format on

}  // namespace

std::optional<CueForce> force_of(std::string_view lemma, Upos tag) {
  if (tag == Upos::propn) tag = Upos::noun;  // "Plans to ..." as a heading has it
  const auto key = [](const Entry& entry) { return std::pair(entry.lemma, entry.tag); };
  const auto found = std::ranges::lower_bound(kEntries, std::pair(lemma, tag), {}, key);
  if (found == std::end(kEntries) || found->lemma != lemma || found->tag != tag) return std::nullopt;
  return found->force;
}

std::optional<CueForce> force_of(std::string_view lemma, std::string_view next) {
  const auto key = [](const Phrase& phrase) { return std::pair(phrase.lemma, phrase.next); };
  const auto found = std::ranges::lower_bound(kPhrases, std::pair(lemma, next), {}, key);
  if (found == std::end(kPhrases) || found->lemma != lemma || found->next != next) return std::nullopt;
  return found->force;
}

ForceDefault default_of(CueForce force) {
  using enum SpeechAct;
  using enum Commitment;
  switch (force) {
    case F::report:
    case F::label:
    case F::warn:
    case F::hearsay:
      return {assertive, certain_plus};
    case F::suggest:
    case F::believe:
      return {assertive, probable_plus};
    case F::speculate:
      return {assertive, possible_plus};
    case F::doubt:
      return {assertive, probable_minus};
    case F::deny:
      return {assertive, certain_minus};
    case F::unclear:
      return {assertive, uncommitted};
    case F::refuse:
      return {commissive, certain_minus};
    case F::promise:
      return {commissive, certain_plus};
    case F::plan:
      return {commissive, probable_plus};
    case F::consider:
      return {commissive, possible_plus};
    case F::demand:
    case F::propose:
      return {directive, uncommitted};
    case F::ask:
      return {question, uncommitted};
    case F::wish:
    case F::fear:
      return {expressive, uncommitted};
    case F::praise:
      return {expressive, certain_plus};
  }
  return {assertive, certain_plus};
}

}  // namespace sayso::reading
