#include "mcp/session.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>

namespace sayso::mcp {
namespace {

using Json = nlohmann::ordered_json;

class McpSession : public testing::Test {
 protected:
  void SetUp() override {
    file_ = std::filesystem::temp_directory_path() / ("mcp_session_" + std::to_string(getpid()) + ".sayso");
    ArchiveOptions create;
    create.access = ArchiveAccess::create;
    auto opened = Archive::open(file_, create);
    ASSERT_TRUE(opened) << opened.error().message;
    archive_ = std::make_unique<Archive>(*std::move(opened));
  }
  void TearDown() override {
    archive_.reset();
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(file_.string() + end);
  }

  std::optional<std::string> raw(const std::string& line, SessionOptions options = {}) {
    const auto read = [](Article article) -> Result<Record> {
      Record record;
      record.document = std::move(article);
      return record;
    };
    return Session(*archive_, read, std::move(options)).answer(line);
  }
  Json ask(const std::string& method, const Json& parameters = Json::object()) {
    const Json request = {{"jsonrpc", "2.0"}, {"id", 7}, {"method", method}, {"params", parameters}};
    return Json::parse(raw(request.dump()).value());
  }
  Json call(const std::string& tool, const Json& arguments) {
    return ask("tools/call", {{"name", tool}, {"arguments", arguments}})["result"];
  }

  std::filesystem::path file_;
  std::unique_ptr<Archive> archive_;
};

TEST_F(McpSession, Introduces) {
  const Json answer = ask("initialize", {{"protocolVersion", "2025-03-26"}});
  EXPECT_EQ(answer["id"], 7);
  EXPECT_EQ(answer["result"]["protocolVersion"], "2025-03-26");
  EXPECT_EQ(answer["result"]["serverInfo"]["name"], "sayso");
  EXPECT_EQ(ask("initialize", {{"protocolVersion", "1999-01-01"}})["result"]["protocolVersion"],
            "2025-06-18");
}

TEST_F(McpSession, ListsToolsThatOnlyRead) {
  const Json tools = ask("tools/list")["result"]["tools"];
  ASSERT_EQ(tools.size(), 5U);
  for (const Json& tool : tools) {
    EXPECT_TRUE(tool["annotations"]["readOnlyHint"].get<bool>());
    EXPECT_EQ(tool["inputSchema"]["type"], "object");
  }
}

TEST_F(McpSession, NotificationsAndBlankLinesHaveNoAnswer) {
  EXPECT_FALSE(raw(R"({"jsonrpc":"2.0","method":"notifications/initialized"})"));
  EXPECT_FALSE(raw(" \r"));
}

TEST_F(McpSession, WhatIsNoRequestIsRefused) {
  const auto code = [&](const std::string& line) {
    return Json::parse(raw(line).value())["error"]["code"].get<int>();
  };
  EXPECT_EQ(code("{"), -32700);
  EXPECT_EQ(code("[]"), -32600);
  EXPECT_EQ(code(R"({"jsonrpc":"1.0","id":1,"method":"ping"})"), -32600);
  EXPECT_EQ(code(R"({"jsonrpc":"2.0","id":1,"method":"nothing"})"), -32601);
  EXPECT_EQ(code(R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":3}})"), -32602);
  EXPECT_EQ(code(R"({"jsonrpc":"2.0","id":1,"method":"ping","params":[1]})"), -32602);
}

TEST_F(McpSession, DeepAndLongMessagesAreRefusedUnread) {
  const std::string deep(1'000'000, '[');
  EXPECT_THAT(raw(deep).value(), testing::HasSubstr("too deeply"));
  EXPECT_THAT(raw(std::string(5'000'000, ' ') + "{}").value(), testing::HasSubstr("too long"));
  // Brackets in a string are no nesting.
  const std::string text =
      R"({"jsonrpc":"2.0","id":1,"method":"ping","params":{"a":")" + std::string(100, '[') + R"(\""}})";
  EXPECT_THAT(raw(text).value(), testing::HasSubstr("result"));
}

TEST_F(McpSession, AWrongCallIsAnAnswerThatSaysSo) {
  for (const auto& [tool, arguments] :
       std::vector<std::pair<std::string, Json>>{{"nothing", Json::object()},
                                                 {"who", Json::object()},
                                                 {"origins", {{"id", "abc"}}},
                                                 {"claim", {{"id", "zzz"}}},
                                                 {"read", Json::object()},
                                                 {"search", {{"from", "yesterday"}, {"words", "x"}}}}) {
    EXPECT_TRUE(call(tool, arguments)["isError"].get<bool>()) << tool;
  }
}

TEST_F(McpSession, AnEmptyArchiveGivesEmptyLists) {
  EXPECT_EQ(
      Json::parse(call("search", {{"words", "bridge"}})["content"][0]["text"].get<std::string>())["hits"],
      Json::array());
  EXPECT_EQ(Json::parse(call("claim", Json::object())["content"][0]["text"].get<std::string>())["claims"],
            Json::array());
}

TEST_F(McpSession, ReadsATextAndCutsLongAnswers) {
  const Json answer = call("read", {{"text", "Anna left."}, {"outlet", "Courier"}});
  EXPECT_EQ(Json::parse(answer["content"][0]["text"].get<std::string>())["document"]["outlet"], "Courier");
  SessionOptions small;
  small.answer_bytes = 40;
  const auto line = raw(
      R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"read","arguments":{"text":"Anna left."}}})",
      small);
  EXPECT_THAT(*line, testing::HasSubstr("cut off here"));
}

}  // namespace
}  // namespace sayso::mcp
