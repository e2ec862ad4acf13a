#include "serve/http_server.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

namespace sayso::serve {
namespace {

// One connection of plain bytes.
class Connection {
 public:
  explicit Connection(unsigned port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~Connection() { ::close(socket_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  bool connected() const { return connected_; }
  void send(std::string_view bytes) {
    EXPECT_EQ(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL), ssize_t(bytes.size()));
  }
  // False where the other side is gone.
  bool try_send(std::string_view bytes) {
    return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) == ssize_t(bytes.size());
  }
  // All that comes until the server closes.
  std::string receive() {
    std::string bytes;
    char buffer[8192];
    for (ssize_t n = 0; (n = ::recv(socket_, buffer, sizeof buffer, 0)) > 0;) {
      bytes.append(buffer, static_cast<std::size_t>(n));
    }
    return bytes;
  }

 private:
  int socket_;
  bool connected_ = false;
};

class HttpServerTest : public testing::Test {
 protected:
  void SetUp() override {
    SiteOptions options;
    options.guard.hosts = {"localhost"};
    site_ = std::make_unique<Site>(options);
    auto server = HttpServer::bind(
        *site_, "127.0.0.1", 0, {.body_bytes = 1000, .read_seconds = 5, .request_seconds = 1, .threads = 80});
    ASSERT_TRUE(server) << server.error().message;
    server_ = std::make_unique<HttpServer>(*std::move(server));
    thread_ = std::thread([this] { server_->run(); });
  }
  void TearDown() override {
    server_->stop();
    thread_.join();
  }
  std::string ask(std::string_view request) {
    Connection connection(server_->port());
    connection.send(request);
    return connection.receive();
  }

  std::unique_ptr<Site> site_;
  std::unique_ptr<HttpServer> server_;
  std::thread thread_;
};

TEST_F(HttpServerTest, Answers) {
  const std::string response = ask("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(response, testing::StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(response, testing::HasSubstr("Content-Security-Policy"));
  EXPECT_THAT(response, testing::EndsWith("ok\n"));
}

TEST_F(HttpServerTest, LargeBodiesAreRefused) {
  const std::string response =
      ask("POST /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000\r\nConnection: close\r\n\r\n" +
          std::string(2000, 'a'));
  EXPECT_THAT(response, testing::HasSubstr(" 413 "));
}

TEST_F(HttpServerTest, SlowClientsDoNotStarveTheOthers) {
  std::vector<std::unique_ptr<Connection>> slow;
  for (int i = 0; i < 64; ++i) {
    slow.push_back(std::make_unique<Connection>(server_->port()));
    ASSERT_TRUE(slow.back()->connected());
    slow.back()->send("GET /hea");  // and nothing more
  }
  const auto began = std::chrono::steady_clock::now();
  EXPECT_THAT(ask("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
              testing::HasSubstr(" 200 "));
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(2));
}

TEST_F(HttpServerTest, ARequestThatDripsInIsGivenUp) {
  Connection slow(server_->port());
  const auto began = std::chrono::steady_clock::now();
  const std::string head = "GET /healthz HTTP/1.1\r\nX-Slow: " + std::string(100, 'x');
  for (std::size_t i = 0; i < head.size() && slow.try_send(head.substr(i, 1)); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(4));
  EXPECT_THAT(slow.receive(), testing::Not(testing::HasSubstr(" 200 ")));
}

TEST_F(HttpServerTest, ManyRequestsGoOverOneConnection) {
  Connection connection(server_->port());
  std::string answers;
  for (int i = 0; i < 20; ++i)
    connection.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");  // not waiting for answers
  connection.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  answers = connection.receive();
  std::size_t count = 0;
  for (std::size_t at = 0; (at = answers.find("HTTP/1.1 200", at)) != std::string::npos; ++at) ++count;
  EXPECT_EQ(count, 21u);
}

TEST(HttpServer, ATakenPortIsAnError) {
  SiteOptions options;
  const Site site(options);
  const auto first = HttpServer::bind(site, "127.0.0.1", 0);
  ASSERT_TRUE(first);
  const auto second = HttpServer::bind(site, "127.0.0.1", first->port());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::bad_argument);
}

}  // namespace
}  // namespace sayso::serve
