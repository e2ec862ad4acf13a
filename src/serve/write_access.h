// How a browser comes to write: the address that is printed at the start has a key that works once and is
// changed for a cookie, so that no link and no history lets anybody else in.
#pragma once

#include <memory>
#include <string>

#include "serve/site.h"

namespace sayso::serve {

// GET /start?key=...: the first visit with the key gets the cookie `token` and goes to the start page; any
// other is refused.
void add_write_access(Site& site, std::string key, std::string token);

}  // namespace sayso::serve
