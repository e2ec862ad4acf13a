// How a record's parts are called where a format has one word for them.
#pragma once

#include <string>

#include "sayso/record.h"

namespace sayso::publish {

// The name of whose words they are; empty where the article itself speaks.
std::string origin_name(const Record& record, const Attribution& attribution);

// The canonical address, else the address, else empty.
const std::string& address_of(const Article& article);

// "urn:sayso:DOCUMENT", or with an id of the record "urn:sayso:DOCUMENT#a1".
std::string urn_of(const std::string& document, const std::string& id = {});

}  // namespace sayso::publish
