// Addresses of the site, with the request's own filters kept.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "serve/message.h"

namespace sayso::serve {

// For one part of a path or a query: all but letters, digits and "-._~" as %XX.
std::string percent_encoded(std::string_view text);

using Changes = std::initializer_list<std::pair<std::string_view, std::string>>;

// The request's path (or `path`) and query with some parameters set, or left out where the value is empty.
// `_next` is left out unless it is set: another filter begins on the first page.
std::string address_with(const Request& request, Changes changes, std::string_view path = {});

// The request's path with this ending: "/claims.csv"; of "/" it is "/index.csv".
std::string address_as(const Request& request, std::string_view ending);

// Where the same page is data: "/claims.json?contested=on".
std::string data_address(const Request& request);

}  // namespace sayso::serve
