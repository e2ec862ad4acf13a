#include "serve/problem.h"

#include <nlohmann/json.hpp>

namespace sayso::serve {

std::string_view title_of(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 503:
      return "Service Unavailable";
    default:
      return status < 500 ? "Bad Request" : "Internal Server Error";
  }
}

Problem to_problem(const Error& error) {
  switch (error.code) {
    case ErrorCode::bad_argument:
      return {400, error.message};
    case ErrorCode::not_found:
      return {404, error.message};
    case ErrorCode::too_large:
      return {413, error.message};
    case ErrorCode::not_text:
      return {415, error.message};
    case ErrorCode::malformed:
    case ErrorCode::empty_input:
      return {422, error.message};
    case ErrorCode::busy:
      return {503, error.message};
    case ErrorCode::interrupted:
      return {503, "this took too long and was given up; ask for less"};
    default:
      return {500, error.message};
  }
}

Problem too_many() {
  return {429, "too many costly requests in a minute; try again soon"};
}

Response problem_response(const Problem& problem, std::string_view path) {
  const nlohmann::ordered_json json = {{"type", "about:blank"},
                                       {"title", title_of(problem.status)},
                                       {"status", problem.status},
                                       {"detail", problem.detail},
                                       {"instance", path}};
  return {problem.status, "application/problem+json",
          json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n"};
}

}  // namespace sayso::serve
