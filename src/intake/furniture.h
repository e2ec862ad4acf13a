// Lines of the page around an article: menus, comment boxes, "Read more", newsletter calls, copyright.
//
// A real paragraph taken for furniture loses its statements, and furniture taken for a paragraph loses next
// to nothing. So a line must fit a known pattern whole, and one with a quotation and a reporting word never
// counts.
#pragma once

#include <string_view>

namespace sayso::intake {

// At the ends of a text a line may look like furniture with less: "Data: Steppe poll", "Write to the desk".
enum class FurniturePlace { middle, edge };

bool is_furniture_line(std::string_view line, FurniturePlace place);

// "Nordwire is the news agency of ...": a publisher or agency describing itself. `publisher` may be empty.
bool is_self_description(std::string_view line, std::string_view publisher);

}  // namespace sayso::intake
