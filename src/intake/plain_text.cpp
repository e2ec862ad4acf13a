// A text file as an article: the text stays as it is, and blocks say what its lines are.
#include <utility>

#include "intake/blanks.h"
#include "intake/charset.h"
#include "intake/limits.h"
#include "intake/plain_text_blocks.h"
#include "sayso/intake.h"

namespace sayso {

Result<Article> read_plain_text(std::string_view bytes, const std::string& name,
                                const IntakeOptions& options) {
  if (intake::exceeds(bytes.size(), options)) return intake::too_large(options, name);
  Result<intake::Decoded> decoded = intake::decode(bytes, intake::Markup::none);
  if (!decoded) {
    Error error = std::move(decoded).error();
    error.input = name;
    return error;
  }
  Article article;
  article.input = name;
  intake::warn_of(*decoded, article);
  article.text = std::move(decoded->text);
  if (intake::is_blank_text(article.text)) return intake::empty_input(name);
  intake::apply_options(options, article);
  intake::add_plain_text_blocks(article, {});
  return article;
}

}  // namespace sayso
