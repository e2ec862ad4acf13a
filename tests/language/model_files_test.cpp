#include "language/model_files.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

namespace sayso::language {
namespace {

using nlohmann::json;
using testing::HasSubstr;

template <typename Value>
json named(std::size_t count) {
  json names = json::array();
  for (std::size_t i = 0; i < count; ++i) names.push_back(to_string(static_cast<Value>(i)));
  return names;
}

json zeros(std::size_t count) {
  return std::vector<float>(count);
}
json zeros(std::size_t rows, std::size_t count) {
  return std::vector<std::vector<float>>(rows, std::vector<float>(count));
}

json model_json() {
  return {{"window", 318},
          {"context", 64},
          {"transitions", zeros(kLabels, kLabels)},
          {"links", {{"width", 8}, {"distance", zeros(2, 17)}, {"none", zeros(2)}}},
          {"tags", named<Upos>(kUposTags)},
          {"types", named<EntityType>(kEntityTypes)},
          {"names", {{"labels", kNameLabelNames}, {"transitions", zeros(7, 7)}}},
          {"trees",
           {{"width", 16},
            {"relation_width", 4},
            {"relations", {"nsubj", "root", "case"}},
            {"weights", {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}}}}},
          {"mentions", {{"width", 3}, {"length", {0, 0, 0, 0, 0, -1.5}}}},
          {"coreference",
           {{"width", 5},
            {"mention_distance", zeros(10)},
            {"sentence_distance", zeros(8)},
            {"forms", zeros(3, 3)},
            {"match", zeros(3, 5)},
            {"same_type", {0, 1}},
            {"nested", {0, -1}}}},
          {"meaning", {{"width", 6}}}};
}

TEST(ModelConfig, ReadsTheWeightsOfAllHeads) {
  const auto config = parse_model_config(model_json().dump());
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->windows.pieces, 318u);
  const LayerWeights& layers = config->layers;
  EXPECT_THAT(layers.trees.relations, testing::ElementsAre(Relation::nsubj, Relation::root, Relation::case_));
  EXPECT_EQ(layers.trees.weights[1 * 4 + 2], 7);
  EXPECT_EQ(layers.mentions.length[5], -1.5F);
  EXPECT_EQ(layers.coreference.nested[1], -1);
  EXPECT_THAT(output_widths(*config), testing::ElementsAre(7, 32, 3, 17, 7, 10, 34, 14, 6, 11, 6));
}

TEST(ModelConfig, EveryKeyIsNeeded) {
  const json whole = model_json();
  for (const auto& [key, value] : whole.items()) {
    json some = whole;
    some.erase(key);
    const auto config = parse_model_config(some.dump());
    ASSERT_FALSE(config) << key;
    EXPECT_EQ(config.error().code, ErrorCode::bad_model);
    EXPECT_THAT(config.error().message, HasSubstr(key));
    if (!value.is_object()) continue;
    for (const auto& [inner, unused] : value.items()) {
      some = whole;
      some[key].erase(inner);
      const auto without = parse_model_config(some.dump());
      ASSERT_FALSE(without) << key << "." << inner;
      EXPECT_THAT(without.error().message, HasSubstr(inner));
    }
  }
}

TEST(ModelConfig, SizesAndLabelsHaveToFit) {
  const std::vector<std::pair<const char*, json>> wrong = {
      {"/window", 8},
      {"/window", 5000},
      {"/context", 318},
      {"/links/width", 0},
      {"/links/width", 1'000'000},
      {"/trees/width", -1},
      {"/trees/relation_width", 3},
      {"/trees/relations", {"nsubj", "root"}},
      {"/trees/relations", {"nsubj", "root", "subject"}},
      {"/trees/relations", json::array()},
      {"/trees/weights/1", {1, 2, 3}},
      {"/mentions/width", 0},
      {"/mentions/length", {0, 0}},
      {"/mentions/length", zeros(7)},
      {"/transitions", zeros(8, 7)},
      {"/links/none", "none"},
      {"/coreference/width", "wide"},
      {"/coreference/forms", zeros(2, 3)},
      {"/coreference/match", zeros(3, 3)},
      {"/meaning/width", 4097},
      {"/tags/0", "adjective"},
      {"/tags", {"ADJ"}},
      {"/types/9", "day"},
      {"/names/labels/1", "B-PERSON"},
      {"/names/transitions", zeros(7, 6)},
  };
  for (const auto& [place, value] : wrong) {
    json config = model_json();
    config[json::json_pointer(place)] = value;
    const auto result = parse_model_config(config.dump());
    ASSERT_FALSE(result) << place << " " << value;
    EXPECT_EQ(result.error().code, ErrorCode::bad_model);
    EXPECT_THAT(result.error().message, testing::StartsWith("model.json: "));
  }
}

TEST(ModelConfig, NamesWhatIsWrong) {
  const auto missing = parse_model_config(R"({"window": 300})");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::bad_model);
  EXPECT_THAT(missing.error().message, testing::HasSubstr("context"));
  EXPECT_FALSE(parse_model_config("not json"));
  const auto folder = load_model_files("no/such/folder");
  ASSERT_FALSE(folder);
  EXPECT_THAT(folder.error().input, testing::HasSubstr("no/such/folder"));
}

}  // namespace
}  // namespace sayso::language
