// What the exported pages look like; they lie on their own and fetch nothing.
#pragma once

#include <string>

namespace sayso::publish {

// From the doctype to <main>; `title` is escaped here.
std::string page_begin(const std::string& title);
std::string page_end();

}  // namespace sayso::publish
