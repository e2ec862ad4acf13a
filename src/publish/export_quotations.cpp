// Quotations for the tools of others: Citron's JSON, an object an article, and GDELT's Global Quotation
// Graph, both a line each.
#include "publish/claim_objects.h"
#include "publish/code_points.h"
#include "publish/record_formats.h"
#include "publish/record_names.h"
#include "publish/words_around.h"

namespace sayso::publish {
namespace {

constexpr std::size_t kAround = 100;  // bytes before and behind a quotation, as GDELT has characters

class Citron final : public RecordFormat {
 public:
  std::string one(const Record& record) override {
    const CodePoints points(record.document.text);
    const auto spans = [&](const std::vector<Span>& list) {
      return to_list(list, [&](const Span& span) { return span_object(record, span, points); });
    };
    Json quotes = Json::array();
    for (const Attribution& a : record.attributions) {
      Json coreferences = Json::array();
      if (a.source && a.source->entity) coreferences = names_of(record, *a.source->entity, points);
      quotes.push_back({{"cue", span_object(record, a.cue.spans.front(), points)},
                        {"sources", a.source ? spans(a.source->spans) : Json::array()},
                        {"contents", spans(a.content.spans)},
                        {"coreferences", std::move(coreferences)},
                        {"confidence", a.confidence},
                        {"id", record.id + "#" + a.id}});
    }
    return write({{"text", record.document.text}, {"quotes", std::move(quotes)}}) + "\n";
  }

 private:
  static Json span_object(const Record& record, const Span& span, const CodePoints& points) {
    return {{"start", points.before(span.begin)},
            {"end", points.before(span.end)},
            {"text", words_of(record.document.text, span)}};
  }

  // Where the entity is named; a pronoun tells nobody who it is.
  static Json names_of(const Record& record, std::uint32_t entity, const CodePoints& points) {
    Json names = Json::array();
    for (const EntityMention& mention : record.mentions) {
      if (mention.entity == entity && mention.form == MentionForm::name)
        names.push_back(span_object(record, mention.span, points));
    }
    return names;
  }
};

// "ENGLISH", as the graph names languages; it has no others from here.
class QuotationGraph final : public RecordFormat {
 public:
  std::string one(const Record& record) override {
    const std::string& text = record.document.text;
    Json quotes = Json::array();
    for (const Attribution& a : record.attributions) {
      if (a.quote == QuoteKind::indirect) continue;
      for (const Span& span : a.content.spans)
        quotes.push_back({{"pre", words_before(text, span, kAround)},
                          {"quote", words_of(text, span)},
                          {"post", words_behind(text, span, kAround)}});
    }
    if (quotes.empty()) return {};
    return write({{"date", or_null(record.document.published)},
                  {"url", or_null(address_of(record.document))},
                  {"title", or_null(record.document.title)},
                  {"lang", "ENGLISH"},
                  {"quotes", std::move(quotes)}}) +
           "\n";
  }
};

}  // namespace

std::unique_ptr<RecordFormat> citron_format() {
  return std::make_unique<Citron>();
}
std::unique_ptr<RecordFormat> gqg_format() {
  return std::make_unique<QuotationGraph>();
}

}  // namespace sayso::publish
