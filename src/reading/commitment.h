// How sure the source is of what it says: FactBank's values (Saurí and Pustejovsky 2009).
#pragma once

#include "reading/content_clause.h"
#include "reading/cue_phrase.h"
#include "sayso/record.h"

namespace sayso::reading {

// `force` and `act` as speech_act.h finds them.
Commitment commitment_of(CueForce force, SpeechAct act, const CuePhrase& cue, const ContentClause& content);

}  // namespace sayso::reading
