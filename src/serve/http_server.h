// The site on a socket.
#pragma once

#include <memory>
#include <string>

#include "sayso/result.h"
#include "serve/problem.h"
#include "serve/site.h"

namespace sayso::serve {

struct HttpLimits {
  std::size_t body_bytes = 20'000'000;
  unsigned read_seconds = 5;      // between two bytes of a request
  unsigned request_seconds = 20;  // for a whole request to come in, and for its answer to go out
  unsigned threads = 256;  // connections at once; slow clients each hold one, no longer than these seconds
};

// Keeps a reference to the site.
class HttpServer {
 public:
  // Binds at once, port 0: any free one. Errors: bad_argument where the address is taken or not ours.
  static Result<HttpServer> bind(const Site& site, const std::string& address, unsigned port,
                                 const HttpLimits& limits = {});
  ~HttpServer();
  HttpServer(HttpServer&&) noexcept;
  HttpServer& operator=(HttpServer&&) noexcept;

  unsigned port() const;
  void run();   // until stop()
  void stop();  // from any thread

 private:
  struct State;
  explicit HttpServer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace sayso::serve
