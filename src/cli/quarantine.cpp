#include "cli/quarantine.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>

namespace sayso::cli {
namespace {

Error unwritable(const std::string& file) {
  const std::string reason = errno != 0 ? std::strerror(errno) : "it cannot be written";
  return {ErrorCode::unwritable, "the list of what was left out: " + reason, file, std::nullopt};
}

}  // namespace

std::optional<Error> Quarantine::open(const std::string& file) {
  if (file.empty()) return std::nullopt;
  errno = 0;
  out_.open(file, std::ios::app | std::ios::binary);
  if (!out_) return unwritable(file);
  file_ = file;
  return std::nullopt;
}

std::optional<Error> Quarantine::add(const Error& error) {
  if (file_.empty()) return std::nullopt;
  nlohmann::ordered_json line{
      {"input", error.input}, {"reason", error.message}, {"code", to_string(error.code)}};
  if (error.offset) line["offset"] = *error.offset;
  errno = 0;
  // Names of files may be any bytes.
  out_ << line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << "\n" << std::flush;
  if (out_) return std::nullopt;
  const Error failure = unwritable(file_);
  file_.clear();
  return failure;
}

void add_quarantine_option(CLI::App& command, std::string& file) {
  command
      .add_option("--quarantine", file,
                  "Add a line of JSON to this file for every input that could not be read")
      ->type_name("FILE");
}

}  // namespace sayso::cli
