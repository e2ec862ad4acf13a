// Who may ask: only whoever calls the site by a name of its own (against DNS rebinding), and writes only from
// its own pages (against cross-site requests).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "serve/message.h"
#include "serve/problem.h"

namespace sayso::serve {

struct GuardOptions {
  std::vector<std::string> hosts;  // that Host may say, as "localhost:8765"
  bool writing = false;            // whether anything may be changed at all
  std::string token;               // that a writing browser has; hexadecimal
};

// The reason to refuse; none where the request may go on. `writes`: the route changes something.
std::optional<Problem> refusal(const Request& request, bool writes, const GuardOptions& options);

// The names of a server on the loopback interface.
std::vector<std::string> loopback_hosts(unsigned port);

// Header fields of every response: content security policy, no sniffing, no referrer.
void add_security_headers(Response& response);

// 128 random bits, hexadecimal.
std::string random_token();

// In a time that does not depend on where they differ.
bool equal_secrets(std::string_view a, std::string_view b);

}  // namespace sayso::serve
