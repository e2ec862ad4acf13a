// A web page as an article.
#include <utility>

#include "intake/charset.h"
#include "intake/html_article.h"
#include "intake/limits.h"
#include "intake/outlet_name.h"
#include "sayso/intake.h"

namespace sayso {

Result<Article> read_html(std::string_view bytes, const std::string& name, const IntakeOptions& options) {
  if (intake::exceeds(bytes.size(), options)) return intake::too_large(options, name);
  Result<intake::Decoded> decoded = intake::decode(bytes, intake::Markup::html);
  if (!decoded) {
    Error error = std::move(decoded).error();
    error.input = name;
    return error;
  }
  Result<Article> article = intake::article_from_page(decoded->text, name, {});
  if (!article) return article;
  intake::warn_of(*decoded, *article);
  intake::apply_options(options, *article);
  if (article->outlet.empty()) article->outlet = intake::host_of(article->canonical_url);
  return article;
}

}  // namespace sayso
