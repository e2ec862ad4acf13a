#include "language/openvino_encoder.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <openvino/openvino.hpp>
#include <optional>
#include <string>

namespace sayso::language {
namespace {

// Input lengths are rounded up to a multiple of this: each new length costs the runtime a preparation.
constexpr std::size_t kLengthStep = 16;

// Windows of one article in the network at a time; more would only keep other articles waiting.
constexpr std::size_t kInFlight = 2;

// Idle requests, shared by all articles that are being read.
class RequestPool {
 public:
  RequestPool(ov::CompiledModel& model, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) idle_.push_back(model.create_infer_request());
  }

  // Waits for an idle request.
  ov::InferRequest take() {
    std::unique_lock lock(mutex_);
    some_idle_.wait(lock, [this] { return !idle_.empty(); });
    return pop();
  }

  std::optional<ov::InferRequest> try_take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return std::nullopt;
    return pop();
  }

  void give_back(ov::InferRequest request) {
    {
      const std::lock_guard lock(mutex_);
      idle_.push_back(std::move(request));
    }
    some_idle_.notify_one();
  }

 private:
  ov::InferRequest pop() {
    ov::InferRequest request = std::move(idle_.back());
    idle_.pop_back();
    return request;
  }

  std::mutex mutex_;
  std::condition_variable some_idle_;
  std::vector<ov::InferRequest> idle_;
};

std::size_t padded(std::size_t length) {
  return (length + kLengthStep - 1) / kLengthStep * kLengthStep;
}

ov::Tensor to_tensor(const std::vector<std::int32_t>& values, std::size_t length) {
  ov::Tensor tensor(ov::element::i32, {1, length});
  auto* const data = tensor.data<std::int32_t>();
  std::fill(std::copy(values.begin(), values.end(), data), data + length, 0);
  return tensor;
}

// Marks the padding, so that no piece attends to it.
ov::Tensor to_mask(std::size_t used, std::size_t length) {
  ov::Tensor tensor(ov::element::f32, {1, length});
  auto* const data = tensor.data<float>();
  std::fill(data, data + used, 1.0F);
  std::fill(data + used, data + length, 0.0F);
  return tensor;
}

// The first `rows` rows of a [1, length, width] output.
std::vector<float> rows_of(const ov::Tensor& tensor, std::size_t rows) {
  const auto* const data = tensor.data<const float>();
  return {data, data + rows * tensor.get_shape().at(2)};
}

using OutputPorts = std::array<ov::Output<const ov::Node>, kOutputs>;

// The network's outputs by name, each [1, pieces, width]. Errors: bad_model.
Result<OutputPorts> find_ports(const ov::CompiledModel& model, const OutputWidths& widths) {
  OutputPorts ports;
  for (std::size_t o = 0; o < kOutputs; ++o) {
    const std::string name = kOutputNames[o];
    const auto found = std::ranges::find_if(
        model.outputs(), [&](const auto& port) { return port.get_names().contains(name); });
    if (found == model.outputs().end()) {
      return Error{ErrorCode::bad_model, "the network has no output \"" + name + "\"", {}, {}};
    }
    const ov::PartialShape shape = found->get_partial_shape();
    const auto width = static_cast<std::int64_t>(widths[o]);
    if (found->get_element_type() != ov::element::f32 || shape.size() != 3 || !shape[2].compatible(width)) {
      return Error{ErrorCode::bad_model,
                   "the network's output \"" + name + "\" is not of the width that model.json says",
                   {},
                   {}};
    }
    ports[o] = *found;
  }
  return ports;
}

// The windows of one article on their way through the network, oldest first.
class Flight {
 public:
  Flight(RequestPool& pool, const OutputPorts& ports, std::span<const EncoderInput> windows,
         std::span<const Output> wanted)
      : pool_(pool), ports_(ports), wanted_(wanted), outputs_(windows.size()) {
    for (std::size_t i = 0; i < windows.size(); ++i) start(windows[i], i);
    while (!running_.empty()) pool_.give_back(land());
  }

  // Only after an exception is anything still in the air.
  ~Flight() {
    for (Running& running : running_) {
      running.request.cancel();
      pool_.give_back(std::move(running.request));
    }
  }
  Flight(const Flight&) = delete;
  Flight& operator=(const Flight&) = delete;

  std::vector<EncoderOutput> take_outputs() { return std::move(outputs_); }

 private:
  struct Running {
    ov::InferRequest request;
    std::size_t window;
    std::size_t rows;
  };

  void start(const EncoderInput& window, std::size_t index) {
    ov::InferRequest request = next_request();
    const std::size_t length = padded(window.pieces.size());
    request.set_input_tensor(0, to_tensor(window.pieces, length));
    request.set_input_tensor(1, to_tensor(window.surface, length));
    request.set_input_tensor(2, to_mask(window.pieces.size(), length));
    request.start_async();
    running_.push_back({std::move(request), index, window.pieces.size()});
  }

  // Whoever holds a request never waits for another one, so that articles side by side cannot block each
  // other.
  ov::InferRequest next_request() {
    if (running_.empty()) return pool_.take();
    if (running_.size() < kInFlight) {
      if (auto request = pool_.try_take()) return *std::move(request);
    }
    return land();
  }

  // Waits for the oldest window, keeps of its outputs what is wanted, and hands on its request.
  ov::InferRequest land() {
    Running& oldest = running_.front();
    oldest.request.wait();
    for (const Output output : wanted_) {
      const ov::Tensor tensor = oldest.request.get_tensor(ports_[static_cast<std::size_t>(output)]);
      outputs_[oldest.window][output] = rows_of(tensor, oldest.rows);
    }
    ov::InferRequest request = std::move(oldest.request);
    running_.pop_front();
    return request;
  }

  RequestPool& pool_;
  const OutputPorts& ports_;
  std::span<const Output> wanted_;
  std::deque<Running> running_;
  std::vector<EncoderOutput> outputs_;
};

class OpenVinoEncoder final : public Encoder {
 public:
  OpenVinoEncoder(ov::CompiledModel model, OutputPorts ports, std::size_t requests)
      : model_(std::move(model)), ports_(std::move(ports)), pool_(model_, requests) {}

  Result<std::vector<EncoderOutput>> run(std::span<const EncoderInput> windows,
                                         std::span<const Output> wanted) const override {
    try {
      return Flight(pool_, ports_, windows, wanted).take_outputs();
    } catch (const std::exception& error) {
      return Error{ErrorCode::inference, std::string("the encoder failed: ") + error.what(), {}, {}};
    }
  }

 private:
  ov::CompiledModel model_;
  OutputPorts ports_;
  mutable RequestPool pool_;
};

}  // namespace

Result<std::unique_ptr<Encoder>> load_openvino_encoder(const std::filesystem::path& network,
                                                       const OutputWidths& widths,
                                                       const OpenVinoOptions& options) {
  try {
    ov::Core core;
    ov::AnyMap settings = {
        ov::hint::inference_precision(ov::element::f32),
        ov::num_streams(static_cast<std::int32_t>(options.threads)),
        ov::inference_num_threads(static_cast<std::int32_t>(options.threads)),
        ov::hint::enable_cpu_pinning(false),
    };
    if (!options.cache.empty()) settings.insert(ov::cache_dir(options.cache.string()));
    ov::CompiledModel model = core.compile_model(network.string(), "CPU", settings);
    auto ports = find_ports(model, widths);
    if (!ports) {
      Error error = std::move(ports).error();
      error.input = network.string();
      return error;
    }
    return std::unique_ptr<Encoder>(
        std::make_unique<OpenVinoEncoder>(std::move(model), *std::move(ports), 2 * options.threads + 2));
  } catch (const std::exception& error) {
    return Error{ErrorCode::bad_model,
                 std::string("OpenVINO cannot load the model: ") + error.what(),
                 network.string(),
                 {}};
  }
}

}  // namespace sayso::language
