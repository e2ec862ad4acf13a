// What is to be added to an archive: articles of inputs, or those that the archive holds, to be read again.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <string>

#include "cli/article_source.h"
#include "sayso/archive.h"

namespace sayso::cli {

// An article before it is read, or why there is none.
struct ArchiveInput {
  Result<Article> article;
  RawInput raw = {};
  std::string reread = {};  // id of the stored document, where it is read again
  bool held = false;        // stored just so when it was looked up

  std::size_t bytes() const { return raw.bytes.size() + (article ? article->text.size() : 0); }
};

// The next one; none at the end. Not thread-safe; may move from thread to thread between calls.
using NextInput = std::function<std::optional<ArchiveInput>()>;

// `source`, `archive` and `generator` outlive it; the archive is a connection of its own. What cannot be
// looked up is not held.
NextInput new_inputs(ArticleSource& source, const Archive& archive, const Generator& generator);

// Raw inputs of documents that another generator has read. `stopped` as ArticleSource.
NextInput stored_inputs(const Archive& archive, const Generator& generator, std::function<bool()> stopped);

}  // namespace sayso::cli
