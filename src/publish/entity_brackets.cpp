#include "publish/entity_brackets.h"

#include <ranges>

namespace sayso::publish {

std::vector<std::string> entity_brackets(const Layers& layers) {
  std::vector<std::string> brackets(layers.words.size());
  // Those that begin together come longest first, so the outer ones open first ...
  for (const Mention& mention : layers.mentions) {
    std::string& place = brackets[mention.words.begin];
    place += "(" + std::to_string(mention.entity + 1) + "-" + to_string(mention.type) + "-" +
             to_string(mention.form);
    if (mention.words.size() == 1) place += ")";
  }
  // ... and from the end on, of those that end together the inner ones come first.
  for (const Mention& mention : layers.mentions | std::views::reverse) {
    if (mention.words.size() > 1) brackets[mention.words.end - 1] += std::to_string(mention.entity + 1) + ")";
  }
  return brackets;
}

}  // namespace sayso::publish
