// What somebody does by saying something: Searle's classes, questions apart from directives.
#pragma once

#include "reading/content_clause.h"
#include "reading/cue_phrase.h"
#include "sayso/record.h"

namespace sayso::reading {

// What the cue and the content do together: a cue that only reports takes the force of the speaker's words
// ("said he hoped" is a wish), others change it by what follows ("asked to leave" is a demand, "asked
// whether" a question).
CueForce force_of(const CuePhrase& cue, const ContentClause& content);

SpeechAct speech_act(CueForce force);

}  // namespace sayso::reading
