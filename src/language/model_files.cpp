#include "language/model_files.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

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

ModelConfig to_config(const nlohmann::json& json) {
  ModelConfig config;
  config.windows.pieces = json.at("window").get<std::uint32_t>();
  config.windows.context = json.at("context").get<std::uint32_t>();
  json.at("transitions").get_to(config.transitions);
  const auto& links = json.at("links");
  links.at("width").get_to(config.links.width);
  links.at("distance").get_to(config.links.distance);
  links.at("none").get_to(config.links.none);
  return config;
}

}  // namespace

Result<ModelConfig> parse_model_config(std::string_view json) {
  try {
    const ModelConfig config = to_config(nlohmann::json::parse(json));
    if (config.windows.pieces < 16 || config.windows.pieces > 4096 || config.windows.context >= config.windows.pieces ||
        config.links.width == 0 || config.links.width > 4096) {
      return Error{ErrorCode::bad_model, "model.json has sizes out of range", {}, {}};
    }
    return config;
  } catch (const nlohmann::json::exception& error) {
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
  return ModelFiles{*std::move(config), *std::move(vocabulary), folder / "encoder.xml", sha256(hashes).substr(0, 16)};
}

}  // namespace language
}  // namespace sayso
