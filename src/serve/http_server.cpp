#include "serve/http_server.h"

#include <httplib.h>

#include <algorithm>
#include <cctype>
#include <chrono>

#include "serve/timed_stream.h"

namespace sayso::serve {
namespace {

Request to_request(const httplib::Request& from) {
  Request request;
  request.method = from.method;
  request.path = from.path;
  // The library puts the fields of a urlencoded body among the address's.
  const bool encoded = from.get_header_value("Content-Type").starts_with("application/x-www-form-urlencoded");
  for (const auto& [name, value] : from.params) {
    if (encoded) request.form.emplace(name, FormPart{value});
    request.query.emplace(name, value);
  }
  for (const auto& [name, part] : from.files)
    request.form.emplace(name, FormPart{part.content, part.filename, part.content_type});
  for (const auto& [name, value] : from.headers) {
    std::string lower = name;
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    request.headers.emplace(std::move(lower), value);
  }
  request.body = from.body;
  request.client = from.remote_addr;
  return request;
}

constexpr std::chrono::seconds kKeepAlive{2};
constexpr int kRequestsOfConnection = 1000;
constexpr int kBacklog =
    512;  // connections that wait for a thread; the library's 5 makes others try again in a second

class TimedServer final : public httplib::Server {
 public:
  explicit TimedServer(const HttpLimits& limits) : limits_(limits) {}

  void widen_backlog() { ::listen(svr_sock_, kBacklog); }

 private:
  bool process_and_close_socket(socket_t socket) override {
    TimedStream stream(socket, std::chrono::seconds(limits_.read_seconds),
                       std::chrono::seconds(limits_.request_seconds));
    bool done = false;
    for (int left = kRequestsOfConnection; left > 0 && svr_sock_ != INVALID_SOCKET; --left) {
      if (!stream.await_request(kKeepAlive)) break;
      bool closed = false;
      done = process_request(stream, left == 1, closed, nullptr);
      if (!done || closed) break;
    }
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
    return done;
  }

  const HttpLimits limits_;
};

}  // namespace

struct HttpServer::State {
  explicit State(const HttpLimits& limits) : server(limits) {}
  TimedServer server;
  unsigned port = 0;
};

HttpServer::HttpServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
HttpServer::~HttpServer() = default;
HttpServer::HttpServer(HttpServer&&) noexcept = default;
HttpServer& HttpServer::operator=(HttpServer&&) noexcept = default;

Result<HttpServer> HttpServer::bind(const Site& site, const std::string& address, unsigned port,
                                    const HttpLimits& limits) {
  auto state = std::make_unique<State>(limits);
  TimedServer& server = state->server;
  server.new_task_queue = [threads = limits.threads] { return new httplib::ThreadPool(threads); };
  server.set_read_timeout(limits.read_seconds);
  server.set_write_timeout(limits.read_seconds);
  server.set_keep_alive_timeout(kKeepAlive.count());
  server.set_keep_alive_max_count(kRequestsOfConnection);
  server.set_tcp_nodelay(
      true);  // head and body are sent apart; the second would wait for an acknowledgement, 40 ms
  // The library's own choice lets a second server share the port.
  server.set_socket_options([](socket_t socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  server.set_payload_max_length(limits.body_bytes);
  const auto respond = [&site](const httplib::Request& from, httplib::Response& to) {
    Response response = site.respond(to_request(from));
    to.status = response.status;
    for (const auto& [name, value] : response.headers) to.set_header(name, value);
    if (response.status != 304) to.set_content(std::move(response.body), response.type);
  };
  server.Get(".*", respond).Post(".*", respond).Put(".*", respond).Delete(".*", respond).Patch(".*", respond);
  // What the library refuses itself: too large, too slow, malformed.
  server.set_error_handler([](const httplib::Request& from, httplib::Response& to) {
    if (!to.body.empty() || to.status == 304) return;
    Response response = problem_response({to.status, std::string(title_of(to.status))}, from.path);
    add_security_headers(response);
    for (const auto& [name, value] : response.headers) to.set_header(name, value);
    to.set_content(response.body, response.type);
  });
  const int bound = port == 0                                              ? server.bind_to_any_port(address)
                    : server.bind_to_port(address, static_cast<int>(port)) ? static_cast<int>(port)
                                                                           : -1;
  if (bound <= 0) {
    return Error{ErrorCode::bad_argument,
                 "cannot listen on " + address + " port " + std::to_string(port) + "; is it taken?",
                 {},
                 {}};
  }
  server.widen_backlog();
  state->port = static_cast<unsigned>(bound);
  return HttpServer(std::move(state));
}

unsigned HttpServer::port() const {
  return state_->port;
}
void HttpServer::run() {
  state_->server.listen_after_bind();
}
void HttpServer::stop() {
  state_->server.stop();
}

}  // namespace sayso::serve
