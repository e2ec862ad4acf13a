#include "language/analyser.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "language/word_pieces.h"
#ifdef SAYSO_OPENVINO
#include "language/openvino_encoder.h"
#endif

namespace sayso::language {
namespace {

// An article is decoded in sections of about this many pieces (a news article has a thousand), so that one of twenty
// megabytes needs no more memory than one of a hundred kilobytes. Nothing is linked across a section's end.
constexpr std::uint32_t kSectionPieces = 16'384;

struct Pieces {
  std::vector<Piece> all;
  std::vector<PieceRange> paragraphs;
};

Pieces split(const Article& article, const Vocabulary& vocabulary) {
  Pieces pieces;
  for (const Block& block : article.blocks) {
    if (!is_read(block.kind)) continue;
    const auto begin = static_cast<std::uint32_t>(pieces.all.size());
    append_word_pieces(article.text, block.span, vocabulary, pieces.all);
    const auto end = static_cast<std::uint32_t>(pieces.all.size());
    if (begin < end) pieces.paragraphs.push_back({begin, end});
  }
  return pieces;
}

// Cuts a paragraph that is longer than a section, at words.
std::vector<PieceRange> cut_giants(const Pieces& pieces) {
  std::vector<PieceRange> parts;
  for (PieceRange rest : pieces.paragraphs) {
    while (rest.size() > kSectionPieces) {
      std::uint32_t cut = rest.begin + kSectionPieces;
      while (cut > rest.begin + 1 && pieces.all[cut].continues) --cut;
      parts.push_back({rest.begin, cut});
      rest.begin = cut;
    }
    parts.push_back(rest);
  }
  return parts;
}

std::vector<PieceKind> kinds_of(std::span<const Piece> pieces, std::span<const PieceRange> paragraphs) {
  std::vector<PieceKind> kinds;
  kinds.reserve(pieces.size());
  for (const Piece& piece : pieces) kinds.push_back(piece.continues ? PieceKind::continues : PieceKind::free);
  for (const PieceRange& paragraph : paragraphs) kinds[paragraph.begin] = PieceKind::paragraph;
  return kinds;
}

std::filesystem::path cache_folder() {
  const auto from = [](const char* variable, const char* below) -> std::filesystem::path {
    const char* value = std::getenv(variable);
    return value == nullptr || *value != '/' ? std::filesystem::path() : std::filesystem::path(value) / below;
  };
  auto folder = from("XDG_CACHE_HOME", "sayso");
  if (folder.empty()) folder = from("HOME", ".cache/sayso");
  std::error_code error;
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  return error ? std::filesystem::path() : folder;
}

RoleSpan to_role_span(const LabelledSpan& span, std::span<const Piece> pieces) {
  return {{pieces[span.pieces.begin].span.begin, pieces[span.pieces.end - 1].span.end}, span.probability};
}

std::vector<LabelledSpan> only(Role role, std::span<const LabelledSpan> spans) {
  std::vector<LabelledSpan> some;
  std::ranges::copy_if(spans, std::back_inserter(some), [&](const LabelledSpan& s) { return s.role == role; });
  return some;
}

// The spans of a list that lie in a window, counted from its start, and their places in the list.
struct Inside {
  std::vector<PieceRange> spans;
  std::vector<std::size_t> places;

  void add(const LabelledSpan& span, std::size_t place, std::uint32_t window_begin) {
    spans.push_back({span.pieces.begin - window_begin, span.pieces.end - window_begin});
    places.push_back(place);
  }
};

// Lists are in the order of the text, so both searches are by halves.
Inside begun_in(std::span<const LabelledSpan> list, PieceRange own, std::uint32_t window_begin) {
  Inside inside;
  auto span = std::ranges::lower_bound(list, own.begin, {}, [](const LabelledSpan& s) { return s.pieces.begin; });
  for (; span != list.end() && span->pieces.begin < own.end; ++span) {
    inside.add(*span, static_cast<std::size_t>(span - list.begin()), window_begin);
  }
  return inside;
}

Inside lying_in(std::span<const LabelledSpan> list, PieceRange window) {
  Inside inside;
  auto span = std::ranges::lower_bound(list, window.begin, {}, [](const LabelledSpan& s) { return s.pieces.begin; });
  for (; span != list.end() && span->pieces.end <= window.end; ++span) {
    inside.add(*span, static_cast<std::size_t>(span - list.begin()), window.begin);
  }
  return inside;
}

// Links of all queries to candidates, window by window.
std::vector<Link> find_links(LinkKind kind, const LinkDecoder& decoder, std::span<const Window> windows,
                             std::span<const EncoderOutput> outputs, std::span<const LabelledSpan> queries,
                             std::span<const LabelledSpan> candidates) {
  std::vector<Link> links(queries.size());
  for (std::size_t w = 0; w < windows.size(); ++w) {
    const Inside asking = begun_in(queries, windows[w].own, windows[w].pieces.begin);
    const Inside asked = lying_in(candidates, windows[w].pieces);
    const auto vectors = std::span(outputs[w].links)
                             .subspan(decoder.vector_width(), windows[w].pieces.size() * decoder.vector_width());
    const std::vector<Link> found = decoder.decode(kind, vectors, asking.spans, asked.spans);
    for (std::size_t i = 0; i < found.size(); ++i) {
      links[asking.places[i]] = found[i];
      if (found[i].partner) links[asking.places[i]].partner = asked.places[*found[i].partner];
    }
  }
  return links;
}

// Adds what was found behind `all` to it.
void append(Analysis part, Analysis& all) {
  const auto shift = [](Link& link, std::size_t by) {
    if (link.partner) *link.partner += by;
  };
  for (CueSpan& cue : part.cues) shift(cue.source, all.sources.size());
  for (ContentSpan& content : part.contents) shift(content.cue, all.cues.size());
  std::ranges::move(part.sources, std::back_inserter(all.sources));
  std::ranges::move(part.cues, std::back_inserter(all.cues));
  std::ranges::move(part.contents, std::back_inserter(all.contents));
  all.pieces += part.pieces;
}

}  // namespace

Result<Analyser> Analyser::load(const std::filesystem::path& folder, unsigned threads, bool use_cache) {
  auto files = load_model_files(folder);
  if (!files) return files.error();
#ifdef SAYSO_OPENVINO
  auto encoder =
      load_openvino_encoder(files->network, {threads, use_cache ? cache_folder() : std::filesystem::path()});
  if (!encoder) return encoder.error();
  return Analyser(std::move(files->config), std::move(files->vocabulary), std::move(files->hash),
                  *std::move(encoder));
#else
  (void)threads;
  (void)use_cache;
  return Error{ErrorCode::bad_model, "this build of sayso has no OpenVINO, so it cannot run a model", folder.string(),
               {}};
#endif
}

Analyser::Analyser(ModelConfig config, Vocabulary vocabulary, std::string hash, std::unique_ptr<Encoder> encoder)
    : config_(config),
      vocabulary_(std::move(vocabulary)),
      hash_(std::move(hash)),
      spans_(config.transitions),
      links_(config.links),
      encoder_(std::move(encoder)) {}

Result<Analysis> Analyser::analyse(const Article& article) const {
  const Pieces pieces = split(article, vocabulary_);
  const std::vector<PieceRange> paragraphs = cut_giants(pieces);
  Analysis analysis;
  for (std::size_t first = 0; first < paragraphs.size();) {
    const std::uint32_t begin = paragraphs[first].begin;
    std::vector<PieceRange> inside;  // counted from the section's start
    std::size_t after = first;
    while (after < paragraphs.size() && (inside.empty() || paragraphs[after].end - begin <= kSectionPieces)) {
      inside.push_back({paragraphs[after].begin - begin, paragraphs[after].end - begin});
      ++after;
    }
    const auto part = std::span(pieces.all).subspan(begin, inside.back().end);
    auto section = analyse_section(part, inside);
    if (!section) return section.error();
    append(*std::move(section), analysis);
    first = after;
  }
  return analysis;
}

Result<Analysis> Analyser::analyse_section(std::span<const Piece> pieces,
                                           std::span<const PieceRange> paragraphs) const {
  const std::vector<Window> windows = cut_windows(pieces, paragraphs, config_.windows);
  const auto outputs = encoder_->run(to_inputs(pieces, windows));
  if (!outputs) return outputs.error();

  std::vector<float> labels(pieces.size() * kLabels);
  for (std::size_t w = 0; w < windows.size(); ++w) {
    const EncoderOutput& output = (*outputs)[w];
    const std::size_t rows = windows[w].pieces.size() + 2;
    if (output.labels.size() != rows * kLabels || output.links.size() != rows * links_.vector_width()) {
      return Error{ErrorCode::inference, "the encoder's output has another shape than model.json says", {}, {}};
    }
    const PieceRange own = windows[w].own;
    const std::size_t row = own.begin - windows[w].pieces.begin + 1;  // behind [CLS]
    std::copy_n(output.labels.begin() + row * kLabels, own.size() * kLabels, labels.begin() + own.begin * kLabels);
  }

  const std::vector<LabelledSpan> spans = spans_.decode(labels, kinds_of(pieces, paragraphs));
  const auto sources = only(Role::source, spans);
  const auto cues = only(Role::cue, spans);
  const auto contents = only(Role::content, spans);
  const auto source_of_cue = find_links(LinkKind::source_of_cue, links_, windows, *outputs, cues, sources);
  const auto cue_of_content = find_links(LinkKind::cue_of_content, links_, windows, *outputs, contents, cues);

  Analysis analysis;
  analysis.pieces = static_cast<std::uint32_t>(pieces.size());
  for (const LabelledSpan& span : sources) analysis.sources.push_back(to_role_span(span, pieces));
  for (std::size_t i = 0; i < cues.size(); ++i) {
    analysis.cues.push_back({to_role_span(cues[i], pieces), source_of_cue[i]});
  }
  for (std::size_t i = 0; i < contents.size(); ++i) {
    analysis.contents.push_back({to_role_span(contents[i], pieces), cue_of_content[i]});
  }
  return analysis;
}

std::vector<EncoderInput> Analyser::to_inputs(std::span<const Piece> pieces, std::span<const Window> windows) const {
  std::vector<EncoderInput> inputs;
  inputs.reserve(windows.size());
  for (const Window& window : windows) {
    EncoderInput& input = inputs.emplace_back();
    input.pieces.push_back(vocabulary_.cls());
    input.surface.push_back(0);
    for (const Piece& piece : pieces.subspan(window.pieces.begin, window.pieces.size())) {
      input.pieces.push_back(piece.id);
      input.surface.push_back(piece.surface());
    }
    input.pieces.push_back(vocabulary_.sep());
    input.surface.push_back(0);
  }
  return inputs;
}

}  // namespace sayso::language
