#include "serve/event_filters.h"

#include <algorithm>
#include <array>

#include "serve/paging.h"

namespace sayso::serve {
namespace {

struct Type {
  const char* id;
  int quad;
};
constexpr std::array<Type, 16> kTypes = {{{"AGREE", 1},
                                          {"CONSULT", 1},
                                          {"SUPPORT", 1},
                                          {"CONCEDE", 1},
                                          {"COOPERATE", 2},
                                          {"AID", 2},
                                          {"RETREAT", 2},
                                          {"REQUEST", 3},
                                          {"ACCUSE", 3},
                                          {"REJECT", 3},
                                          {"THREATEN", 3},
                                          {"PROTEST", 4},
                                          {"SANCTION", 4},
                                          {"MOBILIZE", 4},
                                          {"COERCE", 4},
                                          {"ASSAULT", 4}}};

constexpr std::array<const char*, 4> kQuads = {"verbal cooperation", "material cooperation",
                                               "verbal conflict", "material conflict"};

struct Factuality {
  const char* id;
  const char* name;
  std::array<Commitment, 3> values;
};
constexpr std::array<Factuality, 4> kFactualities = {
    {{"fact",
      "stated as a fact",
      {Commitment::certain_plus, Commitment::certain_plus, Commitment::certain_plus}},
     {"likely",
      "probable or possible",
      {Commitment::probable_plus, Commitment::possible_plus, Commitment::possible_plus}},
     {"denied",
      "said not to be so",
      {Commitment::certain_minus, Commitment::probable_minus, Commitment::possible_minus}},
     {"open", "left open", {Commitment::uncommitted, Commitment::uncommitted, Commitment::uncommitted}}}};

constexpr std::array kOrigins = {1, 2, 3};

Json choice(std::string id, std::string_view name, std::string_view chosen) {
  const bool on = id == chosen;
  return {{"id", std::move(id)}, {"name", name}, {"chosen", on}};
}

std::string upper(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return out;
}

}  // namespace

std::string_view quad_name(int quad) {
  return quad >= 1 && quad <= 4 ? kQuads[static_cast<std::size_t>(quad - 1)] : "";
}

std::string_view tone_of(int quad) {
  return quad == 1 || quad == 2 ? "cooperation" : quad == 3 || quad == 4 ? "conflict" : "";
}

EventFilter event_filter(const Request& request) {
  EventFilter filter;
  filter.actor = request.parameter("actor");
  filter.recipient = request.parameter("recipient");
  filter.country = upper(request.parameter("country"));
  filter.from = request.parameter("from");
  filter.to = request.parameter("to");
  filter.min_origins = static_cast<std::uint32_t>(
      std::clamp<std::int64_t>(number_of(request.parameter("origins"), 0), 0, 1000));
  if (const auto type = request.parameter("type"); !type.empty()) filter.types.push_back(upper(type));
  const std::int64_t quad = number_of(request.parameter("quad"), 0);
  if (filter.types.empty())
    for (const Type& type : kTypes)
      if (type.quad == quad) filter.types.emplace_back(type.id);
  for (const Factuality& one : kFactualities)
    if (request.parameter("factuality") == one.id)
      filter.factuality.assign(one.values.begin(), one.values.end());
  return filter;
}

Json event_choices(const Request& request) {
  Json types = Json::array(), quads = Json::array(), factualities = Json::array(), origins = Json::array();
  const std::string type = upper(request.parameter("type"));
  for (const Type& one : kTypes) types.push_back(choice(one.id, one.id, type));
  for (int quad = 1; quad <= 4; ++quad)
    quads.push_back(choice(std::to_string(quad), quad_name(quad), request.parameter("quad")));
  for (const Factuality& one : kFactualities)
    factualities.push_back(choice(one.id, one.name, request.parameter("factuality")));
  for (const int count : kOrigins) {
    const std::string id = std::to_string(count);
    origins.push_back(choice(id, id + " or more", request.parameter("origins")));
  }
  return {{"types", std::move(types)},
          {"quads", std::move(quads)},
          {"factualities", std::move(factualities)},
          {"origins_choices", std::move(origins)}};
}

std::string_view factuality_label(Commitment factuality) {
  switch (factuality) {
    case Commitment::probable_plus:
      return "probable";
    case Commitment::possible_plus:
      return "possible";
    case Commitment::certain_minus:
      return "said not to be so";
    case Commitment::probable_minus:
      return "probably not so";
    case Commitment::possible_minus:
      return "possibly not so";
    case Commitment::uncommitted:
      return "left open";
    case Commitment::certain_plus:
      break;
  }
  return "";
}

}  // namespace sayso::serve
