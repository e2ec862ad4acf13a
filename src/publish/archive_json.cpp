// Answers of an archive to JSON (include/sayso/archive_json.h).
#include "sayso/archive_json.h"

#include "publish/claim_objects.h"
#include "publish/code_points.h"

namespace sayso {
namespace {

using publish::Json;
using publish::or_null;
using publish::reference;
using publish::to_list;

Json item_to_json(const RecordDifference::Item& item) {
  const Json fields = to_list(item.fields, [](const RecordDifference::Item::Field& field) {
    return Json{{"name", field.name}, {"before", or_null(field.before)}, {"after", or_null(field.after)}};
  });
  return {{"list", item.list},
          {"kind", to_string(item.kind)},
          {"before", or_null(item.before)},
          {"after", or_null(item.after)},
          {"text", item.text},
          {"fields", fields}};
}

Json generator_to_json(const Generator& generator) {
  return {{"version", generator.version}, {"model", generator.model}, {"catalog", generator.catalog}};
}

}  // namespace

std::string to_json(const SearchHit& hit) {
  const publish::CodePoints points(hit.snippet);
  const Json found = to_list(hit.found, [&](const Span& span) {
    return Json{points.before(span.begin), points.before(span.end)};
  });
  return publish::write({{"schema", "sayso.hit/1"},
                         {"document", hit.document},
                         {"attribution", reference(hit.document, hit.attribution)},
                         {"outlet", or_null(hit.outlet)},
                         {"title", or_null(hit.title)},
                         {"published", or_null(hit.published)},
                         {"date", or_null(hit.date)},
                         {"source", or_null(hit.source)},
                         {"cue", or_null(hit.cue)},
                         {"speech_act", or_null(hit.act)},
                         {"commitment", or_null(hit.commitment)},
                         {"snippet", hit.snippet},
                         {"found", found}});
}

std::string to_json(const ArchiveCheck& check) {
  Json counts = Json::object();
  for (const ArchiveCheck::Count& count : check.counts) counts[count.what] = count.rows;
  const Json problems = to_list(check.problems, [](const ArchiveProblem& problem) {
    return Json{{"place", problem.place}, {"what", problem.what}};
  });
  return publish::write({{"schema", "sayso.check/1"},
                         {"problems", problems},
                         {"full_text_checked", check.full_text_checked},
                         {"counts", counts}});
}

std::string to_json(const RecordDifference& difference) {
  return publish::write({{"schema", "sayso.difference/1"},
                         {"document", difference.document},
                         {"title", or_null(difference.title)},
                         {"before", generator_to_json(difference.before)},
                         {"after", generator_to_json(difference.after)},
                         {"items", to_list(difference.items, item_to_json)}});
}

}  // namespace sayso
