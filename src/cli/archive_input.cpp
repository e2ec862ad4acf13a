#include "cli/archive_input.h"

#include <memory>
#include <utility>

namespace sayso::cli {
namespace {

constexpr std::size_t kLookedUpAtOnce = 256;

class StoredInputs {
 public:
  StoredInputs(const Archive& archive, const Generator& generator, std::function<bool()> stopped)
      : archive_(archive), generator_(generator), stopped_(std::move(stopped)) {}

  std::optional<ArchiveInput> next() {
    if (stopped_() || ended_) return std::nullopt;
    if (documents_.empty()) {
      if (auto failure = look_up()) {
        ended_ = true;
        return ArchiveInput{.article = *std::move(failure)};
      }
      if (documents_.empty()) return std::nullopt;
    }
    const OutdatedDocument document = std::move(documents_.front());
    documents_.pop_front();
    return read_again(document.id);
  }

 private:
  std::optional<Error> look_up() {
    Result<std::vector<OutdatedDocument>> found = archive_.outdated(generator_, after_, kLookedUpAtOnce);
    if (!found) return std::move(found).error();
    documents_.assign(found->begin(), found->end());
    if (!documents_.empty()) after_ = documents_.back().place;
    return std::nullopt;
  }

  ArchiveInput read_again(const std::string& id) {
    Result<std::optional<RawInput>> raw = archive_.raw_input(id);
    if (!raw) return {.article = std::move(raw).error()};
    if (!*raw)
      return {.article =
                  Error{ErrorCode::bad_archive, "its raw input is not in the archive", id, std::nullopt}};
    Result<Article> article = read_raw(**raw);
    return {.article = std::move(article), .raw = **std::move(raw), .reread = id};
  }

  const Archive& archive_;
  const Generator& generator_;
  std::function<bool()> stopped_;
  std::deque<OutdatedDocument> documents_;
  std::int64_t after_ = 0;
  bool ended_ = false;
};

}  // namespace

NextInput new_inputs(ArticleSource& source, const Archive& archive, const Generator& generator) {
  return [&]() -> std::optional<ArchiveInput> {
    std::optional<Result<Article>> article = source.next();
    if (!article) return std::nullopt;
    ArchiveInput input{.article = *std::move(article)};
    if (!input.article) return input;
    input.raw = source.take_raw();
    const Result<bool> held = archive.holds(*input.article, generator);
    input.held = held && *held;
    return input;
  };
}

NextInput stored_inputs(const Archive& archive, const Generator& generator, std::function<bool()> stopped) {
  const auto inputs = std::make_shared<StoredInputs>(archive, generator, std::move(stopped));
  return [inputs] { return inputs->next(); };
}

}  // namespace sayso::cli
