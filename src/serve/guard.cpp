#include "serve/guard.h"

#include <algorithm>
#include <random>

namespace sayso::serve {
namespace {

constexpr std::string_view kCookie = "sayso_token=";

std::string_view cookie_of(const Request& request) {
  std::string_view cookies = request.header("cookie");
  while (!cookies.empty()) {
    const std::size_t end = std::min(cookies.find(';'), cookies.size());
    std::string_view one = cookies.substr(0, end);
    while (one.starts_with(' ')) one.remove_prefix(1);
    if (one.starts_with(kCookie)) return one.substr(kCookie.size());
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
  }
  return {};
}

bool from_own_page(const Request& request, const GuardOptions& options) {
  const std::string_view site = request.header("sec-fetch-site");
  if (!site.empty() && site != "same-origin" && site != "none") return false;
  const std::string_view origin = request.header("origin");
  if (origin.empty()) return true;
  return std::ranges::any_of(options.hosts,
                             [&](const std::string& host) { return origin == "http://" + host; });
}

}  // namespace

std::optional<Problem> refusal(const Request& request, bool writes, const GuardOptions& options) {
  if (std::ranges::find(options.hosts, request.header("host")) == options.hosts.end())
    return Problem{421, "this server does not answer to that host name"};
  if (!writes) return std::nullopt;
  if (!options.writing)
    return Problem{403, "the archive is open for reading only; start with --write to correct it"};
  if (!from_own_page(request, options))
    return Problem{403, "changes are taken from this site's own pages only"};
  if (!equal_secrets(cookie_of(request), options.token))
    return Problem{403,
                   "open the address that was printed when the server started; it lets this browser write"};
  return std::nullopt;
}

std::vector<std::string> loopback_hosts(unsigned port) {
  std::vector<std::string> hosts;
  for (const char* name : {"localhost", "127.0.0.1", "[::1]"}) {
    hosts.push_back(std::string(name) + ":" + std::to_string(port));
    if (port == 80) hosts.push_back(name);
  }
  return hosts;
}

void add_security_headers(Response& response) {
  response.headers.emplace(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  response.headers.emplace("X-Content-Type-Options", "nosniff");
  // Others are told nothing. "no-referrer" would take the Origin from our own forms, too ("null").
  response.headers.emplace("Referrer-Policy", "same-origin");
  response.headers.emplace("Cross-Origin-Resource-Policy", "same-origin");
}

std::string random_token() {
  std::random_device random;
  std::string token;
  for (int i = 0; i < 4; ++i) {
    unsigned bits = random();
    for (int digit = 0; digit < 8; ++digit, bits >>= 4) token += "0123456789abcdef"[bits & 15];
  }
  return token;
}

bool equal_secrets(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a.empty()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
  return difference == 0;
}

}  // namespace sayso::serve
