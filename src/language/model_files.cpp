#include "language/model_files.h"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "language/sha256.h"
#include "sayso/engine.h"

namespace sayso {

Result<std::filesystem::path> find_model() {
  std::error_code error;
  if (const char* named = std::getenv("SAYSO_MODEL"); named != nullptr && *named != '\0') {
    return std::filesystem::path(named);
  }
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (const char* place : {"../models", "../share/sayso/models", "../../models"}) {
    const auto folder = program / place;
    if (std::filesystem::exists(folder / "model.json", error)) return folder.lexically_normal();
  }
  return Error{ErrorCode::bad_model, "no model found; name its folder with --model or SAYSO_MODEL", {}, {}};
}

namespace language {
namespace {

Result<std::string> read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream bytes;
  if (!in || !(bytes << in.rdbuf())) {
    return Error{ErrorCode::bad_model, "cannot read this file of the model", file.string(), {}};
  }
  return std::move(bytes).str();
}

constexpr std::size_t kWidest = 4096;

// A list of labels has to be the one that this program knows, in the same order.
template <typename Name>
void require_labels(const nlohmann::json& json, const char* key, std::size_t count, const Name& name) {
  const auto labels = json.at(key).get<std::vector<std::string>>();
  bool same = labels.size() == count;
  for (std::size_t i = 0; same && i < count; ++i) same = labels[i] == name(i);
  if (!same)
    throw std::runtime_error("\"" + std::string(key) + "\" are not the labels that this version knows");
}

Relation relation_named(const std::string& name) {
  for (std::size_t r = 0; r < kRelations; ++r) {
    if (name == to_string(static_cast<Relation>(r))) return static_cast<Relation>(r);
  }
  throw std::runtime_error("\"relations\" has an unknown one");
}

std::size_t width_of(const nlohmann::json& json, const char* key = "width") {
  const auto width = json.at(key).get<std::uint64_t>();
  if (width == 0 || width > kWidest) throw std::runtime_error("\"" + std::string(key) + "\" is out of range");
  return width;
}

// nlohmann fills an array of fixed size from a longer list without a word.
void read_numbers(const nlohmann::json& json, float& number) {
  json.get_to(number);
}

template <typename Value, std::size_t kSize>
void read_numbers(const nlohmann::json& json, std::array<Value, kSize>& numbers) {
  if (!json.is_array() || json.size() != kSize) {
    throw std::runtime_error("a list has not " + std::to_string(kSize) + " elements");
  }
  for (std::size_t i = 0; i < kSize; ++i) read_numbers(json[i], numbers[i]);
}

template <typename Numbers>
void read_numbers(const nlohmann::json& json, const char* key, Numbers& numbers) {
  try {
    read_numbers(json.at(key), numbers);
  } catch (const std::runtime_error& error) {
    throw std::runtime_error("\"" + std::string(key) + "\": " + error.what());
  }
}

LinkWeights to_links(const nlohmann::json& json) {
  LinkWeights links;
  links.width = width_of(json);
  read_numbers(json, "distance", links.distance);
  read_numbers(json, "none", links.none);
  return links;
}

NameDecoder::Transitions to_names(const nlohmann::json& json) {
  require_labels(json, "labels", kNameLabels, [](std::size_t i) { return kNameLabelNames[i]; });
  NameDecoder::Transitions transitions;
  read_numbers(json, "transitions", transitions);
  return transitions;
}

TreeWeights to_trees(const nlohmann::json& json) {
  TreeWeights trees;
  trees.width = width_of(json);
  trees.relation_width = width_of(json, "relation_width");
  for (const auto& name : json.at("relations").get<std::vector<std::string>>()) {
    trees.relations.push_back(relation_named(name));
  }
  const auto rows = json.at("weights").get<std::vector<std::vector<float>>>();
  if (rows.size() != trees.relations.size() || rows.empty() || rows.size() > kRelations) {
    throw std::runtime_error("\"relations\" and \"weights\" do not fit together");
  }
  for (const auto& row : rows) {
    if (row.size() != trees.relation_width)
      throw std::runtime_error("a row of \"weights\" has another length");
    trees.weights.insert(trees.weights.end(), row.begin(), row.end());
  }
  return trees;
}

MentionWeights to_mentions(const nlohmann::json& json) {
  MentionWeights mentions;
  mentions.width = width_of(json);
  read_numbers(json, "length", mentions.length);
  return mentions;
}

CoreferenceWeights to_coreference(const nlohmann::json& json) {
  CoreferenceWeights coreference;
  coreference.width = width_of(json);
  read_numbers(json, "mention_distance", coreference.mention_distance);
  read_numbers(json, "sentence_distance", coreference.sentence_distance);
  read_numbers(json, "forms", coreference.forms);
  read_numbers(json, "match", coreference.match);
  read_numbers(json, "same_type", coreference.same_type);
  read_numbers(json, "nested", coreference.nested);
  return coreference;
}

WindowLimits to_windows(const nlohmann::json& json) {
  const WindowLimits windows{json.at("window").get<std::uint32_t>(), json.at("context").get<std::uint32_t>()};
  if (windows.pieces < 16 || windows.pieces > kWidest || windows.context >= windows.pieces) {
    throw std::runtime_error("\"window\" or \"context\" is out of range");
  }
  return windows;
}

ModelConfig to_config(const nlohmann::json& json) {
  ModelConfig config;
  config.windows = to_windows(json);
  read_numbers(json, "transitions", config.transitions);
  config.links = to_links(json.at("links"));
  require_labels(json, "tags", kUposTags, [](std::size_t i) { return to_string(static_cast<Upos>(i)); });
  require_labels(json, "types", kEntityTypes,
                 [](std::size_t i) { return to_string(static_cast<EntityType>(i)); });
  config.layers.names = to_names(json.at("names"));
  config.layers.trees = to_trees(json.at("trees"));
  config.layers.mentions = to_mentions(json.at("mentions"));
  config.layers.coreference = to_coreference(json.at("coreference"));
  config.meaning_width = width_of(json.at("meaning"));
  return config;
}

}  // namespace

OutputWidths output_widths(const ModelConfig& config) {
  OutputWidths widths{};
  const auto width = [&](Output output) -> std::size_t& { return widths[static_cast<std::size_t>(output)]; };
  width(Output::labels) = kLabels;
  width(Output::links) = LinkDecoder(config.links).vector_width();
  width(Output::segments) = kSegmentLabels;
  width(Output::tags) = kUposTags;
  width(Output::names) = kNameLabels;
  width(Output::types) = kEntityTypes;
  width(Output::arcs) = TreeDecoder(config.layers.trees).arc_width();
  width(Output::relations) = TreeDecoder(config.layers.trees).relation_width();
  width(Output::mentions) = MentionDecoder(config.layers.mentions).vector_width();
  width(Output::coreference) = CoreferenceDecoder(config.layers.coreference).vector_width();
  width(Output::meaning) = config.meaning_width;
  return widths;
}

Result<ModelConfig> parse_model_config(std::string_view json) {
  try {
    return to_config(nlohmann::json::parse(json));
  } catch (const std::exception& error) {  // of nlohmann, or one of the above
    return Error{ErrorCode::bad_model, std::string("model.json: ") + error.what(), {}, {}};
  }
}

Result<ModelFiles> load_model_files(const std::filesystem::path& folder) {
  auto json = read_file(folder / "model.json");
  if (!json) return json.error();
  auto config = parse_model_config(*json);
  if (!config) {
    Error error = config.error();
    error.input = folder.string();
    return error;
  }
  auto vocabulary = Vocabulary::load(folder / "vocab.txt");
  if (!vocabulary) return vocabulary.error();
  std::string hashes = sha256(*json);
  for (const char* name : {"encoder.xml", "encoder.bin"}) {
    const auto bytes = read_file(folder / name);
    if (!bytes) return bytes.error();
    hashes += sha256(*bytes);
  }
  return ModelFiles{*std::move(config), *std::move(vocabulary), folder / "encoder.xml",
                    sha256(hashes).substr(0, 16)};
}

}  // namespace language
}  // namespace sayso
