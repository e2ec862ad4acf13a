// brat's standoff: text-bound annotations for the words of attributions, entities and hedges (T), an event
// for each attribution with its cue as the trigger (E), attributes of it (A), and links from mentions to the
// first one of the same entity (R). Spans are cut at line ends, which brat's text-bound annotations may not
// hold.
#include <map>

#include "publish/code_points.h"
#include "publish/record_formats.h"
#include "publish/words_around.h"

namespace sayso {
namespace {

using publish::CodePoints;

constexpr const char* kAnnotationConf =
    "# Who said what, as sayso exports it.\n"
    "[entities]"
    "\nSource\nContent\nHedge\nAddressee\nPerson\nOrganization\nPlace\nGroup\nDocument\nNamedEvent\nOther\n\n"
    "[relations]\nCoreference\tArg1:<ENTITY>, Arg2:<ENTITY>\nWithin\tArg1:<EVENT>, Arg2:<EVENT>\n"
    "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n\n"
    "[events]\nAttribution\tSource?:Source, Content:Content, Hedge*:Hedge, Addressee?:Addressee\n\n"
    "[attributes]\nCommitment\tArg:Attribution, Value:CT+|PR+|PS+|CT-|PR-|PS-|U\n"
    "SpeechAct\tArg:Attribution, Value:assertive|directive|commissive|expressive|question\n"
    "Quote\tArg:Content, Value:direct|indirect|mixed\n";

constexpr const char* kVisualConf =
    "[labels]\nAttribution | Attribution | Attr\nCoreference | same as | same\nWithin | within | in\n\n"
    "[drawing]\nSPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken\n"
    "Source\tbgColor:#cfe3ff\nContent\tbgColor:#e4f3da\nAttribution\tbgColor:#ffe2b8\nHedge\tbgColor:#"
    "f3dada\n"
    "ARC_DEFAULT\tcolor:black, arrowHead:triangle-5\n";

const char* type_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::person:
      return "Person";
    case EntityKind::organization:
      return "Organization";
    case EntityKind::place:
      return "Place";
    case EntityKind::group:
      return "Group";
    case EntityKind::document:
      return "Document";
    case EntityKind::event:
      return "NamedEvent";
    case EntityKind::other:
      break;
  }
  return "Other";
}

class Standoff {
 public:
  explicit Standoff(const Record& record) : record_(record), text_(record.document.text), points_(text_) {}

  std::string write() {
    write_mentions();
    for (const Attribution& attribution : record_.attributions) write_attribution(attribution);
    for (std::size_t i = 0; i < record_.attributions.size(); ++i) {
      const auto within = record_.attributions[i].within;
      if (within) relation("Within", events_[i], events_[*within]);
    }
    return std::move(out_);
  }

 private:
  // Pieces without line ends and without blanks around them.
  std::vector<Span> pieces_of(const std::vector<Span>& spans) const {
    std::vector<Span> pieces;
    for (const Span& span : spans) {
      std::uint32_t begin = span.begin;
      for (std::uint32_t at = span.begin; at <= span.end; ++at) {
        if (at < span.end && text_[at] != '\n' && text_[at] != '\r') continue;
        Span piece{begin, at};
        const auto blank = [&](std::uint32_t i) { return text_[i] == ' ' || text_[i] == '\t'; };
        while (piece.begin < piece.end && blank(piece.begin)) ++piece.begin;
        while (piece.begin < piece.end && blank(piece.end - 1)) --piece.end;
        if (piece.begin < piece.end) pieces.push_back(piece);
        begin = at + 1;
      }
    }
    return pieces;
  }

  std::string text_bound(const char* type, const std::vector<Span>& spans) {
    std::string offsets, words;
    for (const Span& piece : pieces_of(spans)) {
      offsets += (offsets.empty() ? "" : ";") + std::to_string(points_.before(piece.begin)) + " " +
                 std::to_string(points_.before(piece.end));
      words += (words.empty() ? "" : " ") + publish::words_of(text_, piece);
    }
    if (offsets.empty()) return {};
    std::string id = "T" + std::to_string(++texts_);
    out_ += id + "\t" + type + " " + offsets + "\t" + words + "\n";
    return id;
  }

  void attribute(const char* name, const std::string& of, const char* value) {
    out_ += "A" + std::to_string(++attributes_) + "\t" + name + " " + of + " " + value + "\n";
  }

  void relation(const char* name, const std::string& from, const std::string& to) {
    if (from.empty() || to.empty()) return;
    out_ += "R" + std::to_string(++relations_) + "\t" + name + " Arg1:" + from + " Arg2:" + to + "\n";
  }

  void write_mentions() {
    std::map<std::uint32_t, std::string> first;  // of each entity
    for (const EntityMention& mention : record_.mentions) {
      const std::string id = text_bound(type_of(record_.entities[mention.entity].kind), {mention.span});
      if (id.empty()) continue;
      const auto [at, is_new] = first.try_emplace(mention.entity, id);
      if (!is_new) relation("Coreference", id, at->second);
    }
  }

  void write_attribution(const Attribution& attribution) {
    const std::string cue = text_bound("Attribution", attribution.cue.spans);
    const std::string content = text_bound("Content", attribution.content.spans);
    if (cue.empty() || content.empty()) return events_.emplace_back(), void();
    std::string roles = " Content:" + content;
    const auto add = [&](const char* role, const std::string& id) {
      if (!id.empty()) roles += std::string(" ") + role + ":" + id;
    };
    if (attribution.source) add("Source", text_bound("Source", attribution.source->spans));
    if (attribution.addressee) add("Addressee", text_bound("Addressee", attribution.addressee->spans));
    std::size_t hedges = 0;
    for (const Span& hedge : attribution.hedges) {
      const std::string role = "Hedge" + (hedges == 0 ? std::string() : std::to_string(hedges + 1));
      const std::string id = text_bound("Hedge", {hedge});
      if (!id.empty()) add(role.c_str(), id), ++hedges;
    }
    const std::string event = "E" + std::to_string(events_.size() + 1);
    events_.push_back(event);
    out_ += event + "\tAttribution:" + cue + roles + "\n";
    attribute("Commitment", event, to_string(attribution.commitment));
    attribute("SpeechAct", event, to_string(attribution.act));
    attribute("Quote", content, to_string(attribution.quote));
  }

  const Record& record_;
  const std::string& text_;
  const CodePoints points_;
  std::string out_;
  std::vector<std::string> events_;  // ids, of each attribution; empty where it has none
  std::size_t texts_ = 0, attributes_ = 0, relations_ = 0;
};

}  // namespace

std::vector<ExportFile> brat_files(const Record& record) {
  return {{record.id + ".txt", record.document.text}, {record.id + ".ann", Standoff(record).write()}};
}

std::vector<ExportFile> brat_configuration() {
  return {{"annotation.conf", kAnnotationConf}, {"visual.conf", kVisualConf}};
}

}  // namespace sayso
