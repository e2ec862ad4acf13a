// A row for each attribution; the first row has the names.
#include <array>
#include <vector>

#include "publish/code_points.h"
#include "publish/record_formats.h"
#include "publish/record_names.h"
#include "sayso/csv.h"

namespace sayso::publish {
namespace {

constexpr std::array kColumns = {
    "document",  "external_id", "outlet", "published",  "title",      "url",        "attribution", "within",
    "source",    "cue",         "lemma",  "content",    "quote",      "origin",     "origin_type", "via",
    "addressee", "place",       "time",   "speech_act", "commitment", "confidence", "begin",       "end"};

std::string three_digits(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", value);
  return text;
}

// Names of those between the outlet and the origin, nearest to the outlet first.
std::string carriers(const Attribution& attribution) {
  std::string out;
  for (std::size_t i = 1; i + 1 < attribution.chain.size(); ++i)
    out += (out.empty() ? "" : "; ") + attribution.chain[i].name;
  return out;
}

class Csv final : public RecordFormat {
 public:
  std::string begin() override {
    return csv_line(std::vector<std::string>(kColumns.begin(), kColumns.end()));
  }

  std::string one(const Record& record) override {
    const CodePoints points(record.document.text);
    std::string rows;
    for (const Attribution& attribution : record.attributions) rows += row(record, attribution, points);
    return rows;
  }

 private:
  static std::string row(const Record& record, const Attribution& a, const CodePoints& points) {
    const Article& article = record.document;
    const std::array<std::string, kColumns.size()> values = {
        record.id,
        article.external_id,
        article.outlet,
        article.published,
        article.title,
        address_of(article),
        a.id,
        a.within ? record.attributions[*a.within].id : "",
        a.source ? a.source->text : "",
        a.cue.text,
        a.cue.lemma,
        a.content.text,
        to_string(a.quote),
        origin_name(record, a),
        a.origin ? to_string(record.entities[*a.origin].kind) : "",
        carriers(a),
        a.addressee ? a.addressee->text : "",
        a.place ? a.place->text : "",
        a.time ? a.time->value : "",
        to_string(a.act),
        to_string(a.commitment),
        three_digits(a.confidence),
        std::to_string(points.before(a.content.spans.front().begin)),
        std::to_string(points.before(a.content.spans.back().end))};
    return csv_line(values);
  }
};

}  // namespace

std::unique_ptr<RecordFormat> csv_format() {
  return std::make_unique<Csv>();
}

}  // namespace sayso::publish
