#include "cli/difference_view.h"

#include <algorithm>

#include "cli/facts.h"

namespace sayso::cli {
namespace {

using Item = RecordDifference::Item;

const char* mark_of(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::added:
      return "+ ";
    case DifferenceKind::removed:
      return "- ";
    case DifferenceKind::changed:
      return "~ ";
  }
  return "  ";
}

std::string or_none(const std::string& value) {
  return value.empty() ? "(none)" : value;
}

std::string view_item(const Item& item, const WrapOptions& options) {
  if (item.list == "document") {
    const Item::Field& field = item.fields.front();
    const std::string line = field.name + ": " + or_none(field.before) + " → " + or_none(field.after);
    return wrap({{line}}, mark_of(item.kind), options);
  }
  const std::string id = item.after.empty() ? item.before : item.after;
  std::string out = wrap({{id + " ", Style::faint}, {item.text}}, mark_of(item.kind), options);
  for (const Item::Field& field : item.fields) {
    const std::string line = field.name + ": " + or_none(field.before) + " → " + or_none(field.after);
    out += wrap({{line, Style::faint}}, "    ", options);
  }
  return out;
}

std::string count_kinds(const RecordDifference& difference) {
  const auto count = [&](DifferenceKind kind) {
    const auto number = std::count_if(difference.items.begin(), difference.items.end(),
                                      [&](const Item& item) { return item.kind == kind; });
    return number == 0 ? std::string() : std::to_string(number) + " " + to_string(kind);
  };
  const std::string counts =
      facts({count(DifferenceKind::added), count(DifferenceKind::removed), count(DifferenceKind::changed)});
  return counts.empty() ? "no difference" : counts;
}

}  // namespace

std::string view_difference(const RecordDifference& difference, const WrapOptions& options) {
  const std::string title = difference.title.empty() ? "(no title)" : difference.title;
  std::string out = rule(title, short_id(difference.document), options);
  const auto version = [](const Generator& generator) {
    return "sayso " + generator.version + ", model " + short_id(generator.model);
  };
  const std::string line = version(difference.before) + " → " + version(difference.after);
  out += wrap({{line, Style::faint}}, "", options);
  out += wrap({{count_kinds(difference), Style::faint}}, "", options);
  std::string list;
  for (const Item& item : difference.items) {
    if (item.list != list) {
      list = item.list;
      out += wrap({{list, Style::title}}, "", options);
    }
    out += view_item(item, options);
  }
  return out + "\n";
}

}  // namespace sayso::cli
