// Errors of the API and the pages, as RFC 9457 describes them ("application/problem+json").
#pragma once

#include <string>
#include <string_view>

#include "sayso/result.h"
#include "serve/message.h"

namespace sayso::serve {

// `detail` is one sentence for a person.
struct Problem {
  int status = 500;
  std::string detail;
};

// The status that an error of the library has here; file names of the server are left out of the detail.
Problem to_problem(const Error& error);

// "Not Found" for 404.
std::string_view title_of(int status);

// 429, for whoever asks for too much in a minute.
Problem too_many();

Response problem_response(const Problem& problem, std::string_view path);

}  // namespace sayso::serve
