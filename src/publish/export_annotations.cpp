// W3C Web Annotation: one AnnotationPage, an annotation for each attribution. Its body says who said it and
// how; its targets are the pieces of the content, each found by its words and by its position. The text they
// count in is named by its hash, as a state of the source.
#include "publish/claim_objects.h"
#include "publish/code_points.h"
#include "publish/record_formats.h"
#include "publish/record_names.h"
#include "publish/words_around.h"

namespace sayso::publish {
namespace {

constexpr std::size_t kAround = 32;  // bytes on each side
constexpr const char* kBegin =
    R"({"@context":["http://www.w3.org/ns/anno.jsonld",{"sayso":"urn:sayso:ns:"}],"id":"urn:sayso:annotations",)"
    R"("type":"AnnotationPage","items":[)";

class Annotations final : public RecordFormat {
 public:
  std::string begin() override { return kBegin; }

  std::string one(const Record& record) override {
    const CodePoints points(record.document.text);
    std::string out;
    for (const Attribution& attribution : record.attributions) {
      out += first_ ? "\n" : ",\n";
      first_ = false;
      out += write(annotation(record, attribution, points));
    }
    return out;
  }

  std::string end() override { return "\n]}\n"; }

 private:
  static Json annotation(const Record& record, const Attribution& a, const CodePoints& points) {
    Json targets = Json::array();
    for (const Span& span : a.content.spans) targets.push_back(target(record, span, points));
    const std::string origin = origin_name(record, a);
    Json body = {{"type", "TextualBody"},
                 {"purpose", "describing"},
                 {"format", "text/plain"},
                 {"value", (origin.empty() ? "the article" : origin) + ": " + a.cue.text},
                 {"sayso:source", a.source ? Json(a.source->text) : Json(nullptr)},
                 {"sayso:origin", or_null(origin)},
                 {"sayso:cue", a.cue.text},
                 {"sayso:quote", to_string(a.quote)},
                 {"sayso:speech_act", to_string(a.act)},
                 {"sayso:commitment", to_string(a.commitment)},
                 {"sayso:confidence", a.confidence}};
    return {{"id", urn_of(record.id, a.id)},
            {"type", "Annotation"},
            {"motivation", "describing"},
            {"body", std::move(body)},
            {"target", targets.size() == 1 ? targets[0] : targets}};
  }

  static Json target(const Record& record, const Span& span, const CodePoints& points) {
    const std::string& text = record.document.text;
    const std::string& address = address_of(record.document);
    Json quote = {{"type", "TextQuoteSelector"},
                  {"exact", words_of(text, span)},
                  {"prefix", words_before(text, span, kAround)},
                  {"suffix", words_behind(text, span, kAround)}};
    Json position = {{"type", "TextPositionSelector"},
                     {"start", points.before(span.begin)},
                     {"end", points.before(span.end)}};
    return {{"type", "SpecificResource"},
            {"source", address.empty() ? urn_of(record.id) : address},
            {"selector", Json::array({std::move(quote), std::move(position)})},
            {"state",
             {{"type", "sayso:TextState"}, {"sayso:sha256", record.text_hash}, {"sayso:unit", "codepoint"}}}};
  }

  bool first_ = true;
};

}  // namespace

std::unique_ptr<RecordFormat> annotations_format() {
  return std::make_unique<Annotations>();
}

}  // namespace sayso::publish
