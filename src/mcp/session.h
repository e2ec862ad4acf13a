// The Model Context Protocol over lines of JSON-RPC 2.0: what an assistant may ask of an archive, and nothing
// that changes it. https://modelcontextprotocol.io, revision 2025-06-18; older clients get the revision that
// they ask for, if it is one of those that differ in nothing used here.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "sayso/archive.h"
#include "sayso/record.h"

namespace sayso::mcp {

struct SessionOptions {
  std::string version;
  std::size_t message_bytes = 4'000'000;  // of a line
  std::size_t answer_bytes = 200'000;     // of a tool's answer; more is cut off and said so
  int depth = 32;                         // of a message's JSON
};

// Reads a text (Engine::read); may be slow.
using ReadArticle = std::function<Result<Record>(Article)>;

// One client. Not for two threads. Keeps a reference to the archive.
class Session {
 public:
  Session(const Archive& archive, ReadArticle read, SessionOptions options)
      : archive_(archive), read_(std::move(read)), options_(std::move(options)) {}

  // The answer to a line, without a newline; none to a notification. Whatever comes in, an answer or none
  // comes out.
  std::optional<std::string> answer(std::string_view line) const;

 private:
  nlohmann::ordered_json handle(const nlohmann::ordered_json& message) const;

  const Archive& archive_;
  ReadArticle read_;
  SessionOptions options_;
};

}  // namespace sayso::mcp
