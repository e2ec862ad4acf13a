// What happened, as many articles tell it: one event with all its reports.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sayso/claim.h"
#include "sayso/record.h"

namespace sayso {

struct SharedEventSide {
  std::string text;     // the words of one of the reports
  std::string code;     // as EventActor's; may be empty
  std::string sector;   // may be empty
  std::string name;     // of its entity, in normal form; empty where it has none
  std::string catalog;  // id in the catalog, or empty
};

struct SharedEventPlace {
  std::string name;
  std::string catalog;                        // "city:524901", or empty
  std::string country;                        // ISO 3166-1 alpha-2; may be empty
  std::optional<double> latitude, longitude;  // degrees, WGS 84
};

// One article's word on an event.
struct SharedEventReport {
  std::string document;     // Record::id
  std::string event;        // id in the record
  std::string attribution;  // id in the record; empty where the article itself asserts it
  std::string proposition;  // id in the record; may be empty
  std::string quote;        // the words of the article
  std::string words;        // those of them that tell the event
  Commitment factuality = Commitment::certain_plus;
  std::string origin;         // name; "unattributed: OUTLET" where the article itself speaks
  std::string origin_entity;  // DOCUMENT#e1; empty for an article
  std::vector<std::string> via;
  std::string outlet;
  std::string date;  // the day it was said, else published
};

// Type, mode, code, sides and place are those of the fullest report.
struct SharedEvent {
  std::string id;  // hash of its reports; the same for the same reports
  std::string type, mode, cameo;
  int quad = 0;
  std::vector<std::string> contexts;
  std::string date;  // of the event: the day that most reports give, else the earliest; may be empty
  std::vector<SharedEventSide> actors, recipients;
  std::optional<SharedEventPlace> place;
  Commitment factuality = Commitment::certain_plus;  // that most articles give it
  bool disputed = false;                             // some say that it is so, others that it is not
  std::string text;                                  // the fullest report's quote
  std::vector<SharedEventReport> reports;            // empty in lists
  std::vector<ClaimOrigin> origins;                  // empty in lists
  std::uint32_t report_count = 0;
  std::uint32_t articles = 0;
  std::uint32_t outlets = 0;
  std::uint32_t independent_origins = 0;
  std::string first, last;  // dates of the reports
};

}  // namespace sayso
