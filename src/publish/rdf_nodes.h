// Things and what is said of them as JSON-LD objects, written as they are or as Turtle.
//
// A node has "@id" or none (then it is nameless), "@type", and names with a prefix of kPrefixes. A value is a
// string, a number, {"@id": IRI}, {"@value": text, "@type": prefixed name}, a node, or a list of these.
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

namespace sayso::publish {

inline constexpr std::array<std::pair<const char*, const char*>, 6> kPrefixes = {
    {{"prov", "http://www.w3.org/ns/prov#"},
     {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
     {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
     {"sayso", "urn:sayso:ns:"},
     {"schema", "https://schema.org/"},
     {"xsd", "http://www.w3.org/2001/XMLSchema#"}}};

// {"prov": "http://...", ...}
nlohmann::ordered_json json_ld_context();

// A line for each prefix, and a blank one.
std::string turtle_prefixes();
// Ends with " .\n".
std::string to_turtle(const nlohmann::ordered_json& node);

// Text as a part of an IRI: what may not stand there becomes %XX.
std::string iri_part(std::string_view text);

}  // namespace sayso::publish
