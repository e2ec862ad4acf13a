// What a command finds around it: streams, terminals, environment variables, the engine. Tests put their own
// in.
#pragma once

#include <functional>
#include <iosfwd>

#include "cli/terminal.h"
#include "sayso/article.h"
#include "sayso/engine.h"
#include "sayso/layers.h"
#include "sayso/record.h"
#include "sayso/result.h"

namespace sayso::cli {

// May run on many threads at once.
using ReadArticle = std::function<Result<Record>(Article)>;
using ReadLayers = std::function<Result<Layers>(const Article&)>;

struct LoadedEngine {
  ReadArticle read;
  ReadLayers layers;
  Generator generator;
  unsigned threads = 1;  // that compute
};

Result<LoadedEngine> load_engine(const EngineOptions& options);

// The streams outlive the command. `load`, `interrupted` and `close_input` may be called on any thread.
struct Environment {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Terminal out_terminal;
  Terminal err_terminal;
  Variables variable;
  std::function<Result<LoadedEngine>(const EngineOptions&)> load = load_engine;
  std::function<bool()> interrupted = [] { return false; };
  std::function<void()> close_input = [] {};  // makes a read of `in` that waits for data give the end
};

// Documented in the help of each command.
enum ExitStatus {
  kDone = 0,
  kSomeFailed = 1,
  kWrongUse = 2,
  kInterrupted = 130,  // 128 + SIGINT
  kOutputClosed = 141  // 128 + SIGPIPE: the reader of our output went away, as after `| head`
};

}  // namespace sayso::cli
