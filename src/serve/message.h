// A request and its response, apart from sockets, so that the whole site can be tested as a function.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace sayso::serve {

// A field of a form that was sent; `filename` where it is a file.
struct FormPart {
  std::string content;
  std::string filename = {};
  std::string type = {};
};

struct Request {
  std::string method = "GET";
  std::string path;                               // decoded, begins with "/"
  std::multimap<std::string, std::string> query;  // decoded
  std::map<std::string, std::string> headers;     // names in small letters
  std::string body;
  std::map<std::string, FormPart> form;  // of multipart/form-data and urlencoded bodies; the first of a name
  std::string client;                    // address of whoever asks

  // The first value; empty where there is none.
  std::string_view parameter(const std::string& name) const {
    const auto found = query.find(name);
    return found == query.end() ? std::string_view() : std::string_view(found->second);
  }
  std::string_view field(const std::string& name) const {
    const auto found = form.find(name);
    return found == form.end() ? std::string_view() : std::string_view(found->second.content);
  }
  std::string_view header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
  }
};

struct Response {
  int status = 200;
  std::string type = "text/plain; charset=utf-8";
  std::string body;
  std::map<std::string, std::string> headers = {};
};

}  // namespace sayso::serve
