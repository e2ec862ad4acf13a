#include "pipeline.h"

#include <exception>
#include <utility>

#include "sayso/record_json.h"

namespace sayso::python {

Reading read_one(const Engine& engine, const RawInput& raw, bool with_items) {
  try {
    Result<Article> article = read_raw(raw);
    if (!article) return {{}, {}, std::move(article).error()};
    Result<Record> record = engine.read(*std::move(article));
    if (!record) return {{}, {}, std::move(record).error()};
    return {to_json(*record), with_items ? claim_items(*record) : std::vector<ClaimItem>(), {}};
  } catch (const std::exception& failure) {  // of memory, mostly; it must not end the thread
    return {{}, {}, Error{ErrorCode::inference, failure.what(), raw.name, {}}};
  }
}

Pipeline::Pipeline(std::shared_ptr<const Engine> engine, unsigned workers, bool with_items)
    : engine_(std::move(engine)), with_items_(with_items) {
  for (unsigned i = 0; i < workers; ++i) threads_.emplace_back([this] { work(); });
}

Pipeline::~Pipeline() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  work_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Pipeline::put(RawInput raw) {
  {
    const std::lock_guard lock(mutex_);
    slots_.push_back({std::move(raw)});
  }
  work_.notify_one();
}

std::optional<Reading> Pipeline::take() {
  std::unique_lock lock(mutex_);
  if (slots_.empty()) return std::nullopt;
  done_.wait(lock, [&] { return slots_.front().reading.has_value(); });
  std::optional<Reading> reading = std::move(slots_.front().reading);
  slots_.pop_front();
  --started_;
  return reading;
}

void Pipeline::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    work_.wait(lock, [&] { return stopped_ || started_ < slots_.size(); });
    if (stopped_) return;
    Slot& slot = slots_[started_++];
    lock.unlock();
    Reading reading = read_one(*engine_, slot.raw, with_items_);
    lock.lock();
    slot.reading = std::move(reading);
    if (&slot == &slots_.front()) done_.notify_one();
  }
}

}  // namespace sayso::python
