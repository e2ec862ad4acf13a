// Events for tests, in records made by hand.
#pragma once

#include <string>

#include "claims/event_report.h"
#include "claims/hand_made_record.h"

namespace sayso::claims {

// "RUS", "KEN": a country by its code.
inline EventActor side_of(const std::string& text, const std::string& code, const std::string& sector = "") {
  EventActor actor;
  actor.text = text;
  actor.code = code;
  actor.sector = sector;
  return actor;
}

// Kenya arrests Ugandan rebels; `words` are in the record's text.
inline Event& add_event(Record& record, const std::string& words, const std::string& date = "2024-05-01") {
  Event event;
  event.id = "x" + std::to_string(record.events.size() + 1);
  event.type = "COERCE";
  event.mode = "arrest";
  event.cameo = "173";
  event.quad = 4;
  event.date = date;
  event.actors = {side_of("Kenya", "KEN")};
  event.recipients = {side_of("Ugandan rebels", "UGA", "REB")};
  event.span = span_of(record.document.text, words);
  record.events.push_back(event);
  return record.events.back();
}

}  // namespace sayso::claims
