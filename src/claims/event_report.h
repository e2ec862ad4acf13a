// An event as one place of one article tells it, with whose word it is: what is kept to find out which events
// of different articles are one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/statement.h"
#include "sayso/record.h"

namespace sayso::claims {

struct EventSide {
  std::string text;    // as Event has it
  std::string code;    // of a country or a kind of body; may be empty
  std::string sector;  // may be empty
  std::string name;    // of the record's entity, normal form; empty where it has none
  std::string catalog;
  bool person = false;                  // with a name
  std::optional<std::uint32_t> entity;  // index into Record::entities

  friend bool operator==(const EventSide&, const EventSide&) = default;
};

struct EventPlace {
  std::string name;
  std::string catalog;
  std::string country;  // ISO 3166-1 alpha-2; may be empty
  std::optional<double> latitude, longitude;

  friend bool operator==(const EventPlace&, const EventPlace&) = default;
};

struct EventReport {
  std::string event;        // id in the record
  std::string proposition;  // id in the record; may be empty
  std::string type, mode, cameo;
  std::vector<std::string> contexts;
  std::string date;      // day, month or year; may be empty
  bool dated = false;    // by its own words, not only by the day of publication
  std::string words;     // Event's own: "arrested"
  std::string sentence;  // that they stand in
  std::vector<EventSide> actors, recipients;
  std::optional<EventPlace> place;
  Commitment factuality = Commitment::certain_plus;
  std::vector<std::string> stems;  // of its clause; sorted, each once
  Statement statement;             // that it stands in

  friend bool operator==(const EventReport&, const EventReport&) = default;
};

// Of all events of the record, in their order. Cost: that of make_statements().
std::vector<EventReport> make_event_reports(const Record& record);

std::string encode(const EventReport& report);
// None for bytes that encode() did not make.
std::optional<EventReport> decode_event_report(std::string_view bytes);

}  // namespace sayso::claims
