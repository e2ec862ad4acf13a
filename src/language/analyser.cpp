#include "language/analyser.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <tuple>

#ifdef SAYSO_OPENVINO
#include "language/openvino_encoder.h"
#endif

namespace sayso::language {
namespace {

std::vector<PieceKind> kinds_of(std::span<const Piece> pieces, std::span<const PieceRange> paragraphs) {
  std::vector<PieceKind> kinds;
  kinds.reserve(pieces.size());
  for (const Piece& piece : pieces) kinds.push_back(piece.continues ? PieceKind::continues : PieceKind::free);
  for (const PieceRange& paragraph : paragraphs) kinds[paragraph.begin] = PieceKind::paragraph;
  return kinds;
}

#ifdef SAYSO_OPENVINO
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
#endif

RoleSpan to_role_span(const LabelledSpan& span, std::span<const Piece> pieces) {
  return {{pieces[span.pieces.begin].span.begin, pieces[span.pieces.end - 1].span.end}, span.probability};
}

std::vector<LabelledSpan> only(Role role, std::span<const LabelledSpan> spans) {
  std::vector<LabelledSpan> some;
  std::ranges::copy_if(spans, std::back_inserter(some),
                       [&](const LabelledSpan& s) { return s.role == role; });
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
  auto span =
      std::ranges::lower_bound(list, own.begin, {}, [](const LabelledSpan& s) { return s.pieces.begin; });
  for (; span != list.end() && span->pieces.begin < own.end; ++span) {
    inside.add(*span, static_cast<std::size_t>(span - list.begin()), window_begin);
  }
  return inside;
}

Inside lying_in(std::span<const LabelledSpan> list, PieceRange window) {
  Inside inside;
  auto span =
      std::ranges::lower_bound(list, window.begin, {}, [](const LabelledSpan& s) { return s.pieces.begin; });
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
    const auto vectors =
        std::span(outputs[w][Output::links])
            .subspan(decoder.vector_width(), windows[w].pieces.size() * decoder.vector_width());
    const std::vector<Link> found = decoder.decode(kind, vectors, asking.spans, asked.spans);
    for (std::size_t i = 0; i < found.size(); ++i) {
      links[asking.places[i]] = found[i];
      if (found[i].partner) links[asking.places[i]].partner = asked.places[*found[i].partner];
    }
  }
  return links;
}

// The pieces that lie in spans of the text, as if a paragraph began with them.
std::vector<Piece> pieces_in(std::span<const Piece> pieces, std::span<const Span> spans) {
  std::vector<Piece> inside;
  for (const Span& span : spans) {
    auto piece =
        std::ranges::lower_bound(pieces, span.begin, {}, [](const Piece& p) { return p.span.begin; });
    for (; piece != pieces.end() && piece->span.end <= span.end; ++piece) inside.push_back(*piece);
  }
  if (!inside.empty()) {
    inside.front().gap = Gap::paragraph;
    inside.front().continues = false;
  }
  return inside;
}

std::vector<PieceRange> whole(std::span<const Piece> pieces) {
  return {{0, static_cast<std::uint32_t>(pieces.size())}};
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
  append_layers(std::move(part.layers), all.layers);
  all.meanings.add(std::move(part.meanings));
  all.pieces += part.pieces;
}

}  // namespace

Result<Analyser> Analyser::load(const std::filesystem::path& folder, unsigned threads, bool use_cache) {
  auto files = load_model_files(folder);
  if (!files) return files.error();
#ifdef SAYSO_OPENVINO
  auto encoder = load_openvino_encoder(files->network, output_widths(files->config),
                                       {threads, use_cache ? cache_folder() : std::filesystem::path()});
  if (!encoder) return encoder.error();
  return Analyser(std::move(files->config), std::move(files->vocabulary), std::move(files->hash),
                  *std::move(encoder));
#else
  (void)threads;
  (void)use_cache;
  return Error{ErrorCode::bad_model,
               "this build of sayso has no OpenVINO, so it cannot run a model",
               folder.string(),
               {}};
#endif
}

Analyser::Analyser(ModelConfig config, Vocabulary vocabulary, std::string hash,
                   std::unique_ptr<Encoder> encoder)
    : windows_(config.windows),
      widths_(output_widths(config)),
      vocabulary_(std::move(vocabulary)),
      hash_(std::move(hash)),
      spans_(config.transitions),
      links_(config.links),
      layers_(config.layers),
      encoder_(std::move(encoder)) {}

Result<Analysis> Analyser::analyse(const Article& article, const AnalyseOptions& options) const {
  const ArticlePieces pieces = split(article, vocabulary_, options.layers && options.all_blocks);
  Analysis analysis;
  for (std::span<const BlockPieces> rest = pieces.blocks; !rest.empty();) {
    const auto section = first_section(rest, true);
    auto part = analyse_section(article.text, pieces, section, options);
    if (!part) return part.error();
    append(*std::move(part), analysis);
    rest = rest.subspan(section.size());
  }
  return analysis;
}

Result<Analysis> Analyser::analyse_section(std::string_view text, const ArticlePieces& pieces,
                                           std::span<const BlockPieces> section,
                                           const AnalyseOptions& options) const {
  const PieceRange range = range_of(section, true);
  const auto own = std::span(pieces.read).subspan(range.begin, range.size());
  const std::vector<PieceRange> paragraphs = paragraphs_of(section, true);
  std::vector<Output> wanted;
  if (options.attributions) std::ranges::copy(kAttributionOutputs, std::back_inserter(wanted));
  if (options.layers) std::ranges::copy(kLayerOutputs, std::back_inserter(wanted));
  if (options.meanings) wanted.push_back(Output::meaning);
  const auto encoded = encode(own, paragraphs, wanted, options.deadline);
  if (!encoded) return encoded.error();

  Analysis analysis;
  if (options.attributions) analysis = find_attributions(own, paragraphs, *encoded);
  analysis.pieces = static_cast<std::uint32_t>(own.size());
  if (options.meanings) analysis.meanings.add(own, rows_of(*encoded));
  if (options.layers) {
    auto layers = find_layers(text, pieces, section, *encoded, options.deadline);
    if (!layers) return layers.error();
    analysis.layers = *std::move(layers);
  }
  return analysis;
}

Result<Analyser::Encoded> Analyser::encode(std::span<const Piece> pieces,
                                           std::span<const PieceRange> paragraphs,
                                           std::span<const Output> wanted, const Deadline& deadline) const {
  std::vector<Window> windows = cut_windows(pieces, paragraphs, windows_);
  std::vector<EncoderInput> inputs = to_inputs(pieces, windows);
  return encode(std::move(windows), std::move(inputs), wanted, deadline);
}

Result<Analyser::Encoded> Analyser::encode(std::vector<Window> windows, std::vector<EncoderInput> inputs,
                                           std::span<const Output> wanted, const Deadline& deadline) const {
  if (deadline && std::chrono::steady_clock::now() > *deadline) {
    return Error{ErrorCode::too_large, "reading it takes too long; --max-seconds raises the limit", {}, {}};
  }
  Encoded encoded{std::move(windows), {}};
  auto outputs = encoder_->run(inputs, wanted);
  if (!outputs) return outputs.error();
  encoded.outputs = *std::move(outputs);
  for (std::size_t w = 0; w < encoded.windows.size(); ++w) {
    const std::size_t rows = encoded.windows[w].pieces.size() + 2;
    for (const Output output : wanted) {
      if (encoded.outputs[w][output].size() != rows * widths_[static_cast<std::size_t>(output)]) {
        return Error{
            ErrorCode::inference, "the encoder's output has another shape than model.json says", {}, {}};
      }
    }
  }
  return encoded;
}

// For each piece its row in the window that it is taken from.
PieceRows Analyser::rows_of(const Encoded& encoded) const {
  PieceRows rows(widths_);
  for (std::size_t w = 0; w < encoded.windows.size(); ++w) {
    const Window& window = encoded.windows[w];
    for (std::uint32_t piece = window.own.begin; piece < window.own.end; ++piece) {
      rows.add(encoded.outputs[w], piece - window.pieces.begin + 1);  // behind [CLS]
    }
  }
  return rows;
}

Analysis Analyser::find_attributions(std::span<const Piece> pieces, std::span<const PieceRange> paragraphs,
                                     const Encoded& encoded) const {
  const PieceRows rows = rows_of(encoded);
  std::vector<float> labels;
  labels.reserve(pieces.size() * kLabels);
  for (std::uint32_t piece = 0; piece < rows.size(); ++piece) {
    const auto row = rows.row(Output::labels, piece);
    labels.insert(labels.end(), row.begin(), row.end());
  }

  const std::vector<LabelledSpan> spans = spans_.decode(labels, kinds_of(pieces, paragraphs));
  const auto sources = only(Role::source, spans);
  const auto cues = only(Role::cue, spans);
  const auto contents = only(Role::content, spans);
  const auto [windows, outputs] = std::tie(encoded.windows, encoded.outputs);
  const auto source_of_cue = find_links(LinkKind::source_of_cue, links_, windows, outputs, cues, sources);
  const auto cue_of_content = find_links(LinkKind::cue_of_content, links_, windows, outputs, contents, cues);

  Analysis analysis;
  for (const LabelledSpan& span : sources) analysis.sources.push_back(to_role_span(span, pieces));
  for (std::size_t i = 0; i < cues.size(); ++i) {
    analysis.cues.push_back({to_role_span(cues[i], pieces), source_of_cue[i]});
  }
  for (std::size_t i = 0; i < contents.size(); ++i) {
    analysis.contents.push_back({to_role_span(contents[i], pieces), cue_of_content[i]});
  }
  return analysis;
}

Result<std::vector<Analysis>> Analyser::analyse_passages(const Article& article,
                                                         std::span<const std::vector<Span>> passages,
                                                         const Deadline& deadline) const {
  const ArticlePieces all = split(article, vocabulary_, false);
  std::vector<Analysis> analyses;
  analyses.reserve(passages.size());
  while (analyses.size() < passages.size()) {  // batch by batch, so that memory is bounded
    std::vector<std::vector<Piece>> batch;
    std::vector<Window> windows;
    std::vector<EncoderInput> inputs;
    std::vector<std::size_t> first_window;
    for (std::size_t pieces = 0;
         pieces < kSectionPieces && analyses.size() + batch.size() < passages.size();) {
      const auto& own = batch.emplace_back(pieces_in(all.read, passages[analyses.size() + batch.size()]));
      pieces += own.size() + 1;
      first_window.push_back(windows.size());
      if (own.empty()) continue;
      const std::vector<Window> cut = cut_windows(own, whole(own), windows_);
      std::ranges::move(to_inputs(own, cut), std::back_inserter(inputs));
      windows.insert(windows.end(), cut.begin(), cut.end());
    }
    first_window.push_back(windows.size());
    auto encoded = encode(std::move(windows), std::move(inputs), kAttributionOutputs, deadline);
    if (!encoded) return encoded.error();
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const auto begin = static_cast<std::ptrdiff_t>(first_window[i]);
      const auto end = static_cast<std::ptrdiff_t>(first_window[i + 1]);
      Encoded part;
      part.windows.assign(encoded->windows.begin() + begin, encoded->windows.begin() + end);
      part.outputs.assign(std::make_move_iterator(encoded->outputs.begin() + begin),
                          std::make_move_iterator(encoded->outputs.begin() + end));
      analyses.push_back(batch[i].empty() ? Analysis() : find_attributions(batch[i], whole(batch[i]), part));
      analyses.back().pieces = static_cast<std::uint32_t>(batch[i].size());
    }
  }
  return analyses;
}

// A section may hold more pieces of other blocks than of those that are read; then it is decoded in parts.
Result<Layers> Analyser::find_layers(std::string_view text, const ArticlePieces& pieces,
                                     std::span<const BlockPieces> section, const Encoded& encoded,
                                     const Deadline& deadline) const {
  const PieceRows read_rows = rows_of(encoded);
  const std::uint32_t read_begin = range_of(section, true).begin;
  Layers layers;
  for (auto rest = section; !rest.empty();) {
    const auto part = first_section(rest, false);
    const PieceRange others = range_of(part, false);
    const auto others_encoded = encode(std::span(pieces.other).subspan(others.begin, others.size()),
                                       paragraphs_of(part, false), kLayerOutputs, deadline);
    if (!others_encoded) return others_encoded.error();
    PartRows rows{read_rows, read_begin, rows_of(*others_encoded), others.begin};
    append_layers(find_layers_of(text, pieces, part, rows), layers);
    rest = rest.subspan(part.size());
  }
  return layers;
}

// Brings the blocks of both kinds into the order of the text.
Layers Analyser::find_layers_of(std::string_view text, const ArticlePieces& pieces,
                                std::span<const BlockPieces> part, const PartRows& part_rows) const {
  std::vector<Piece> in_order;
  std::vector<Paragraph> paragraphs;
  PieceRows rows(widths_);
  for (const BlockPieces& block : part) {
    const auto [begin, end] = block.paragraph.pieces;
    const auto place = static_cast<std::uint32_t>(in_order.size());
    const std::vector<Piece>& list = pieces.list(block.read);
    in_order.insert(in_order.end(), list.begin() + begin, list.begin() + end);
    paragraphs.push_back({{place, place + block.size()}, block.paragraph.block});
    const std::uint32_t first = block.read ? part_rows.read_begin : part_rows.others_begin;
    rows.add(block.read ? part_rows.read : part_rows.others, begin - first, end - first);
  }
  return layers_.decode(text, in_order, paragraphs, rows);
}

std::vector<EncoderInput> Analyser::to_inputs(std::span<const Piece> pieces,
                                              std::span<const Window> windows) const {
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
