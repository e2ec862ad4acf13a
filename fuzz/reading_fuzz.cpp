// Any text through the whole reading and its layers, with a fake encoder: every span of the record cuts its
// own text, every tree is one, and what is asked for besides changes no attribution.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "fakes/fake_encoder.h"
#include "reading/attributions.h"
#include "sayso/conllu.h"
#include "sayso/intake.h"
#include "sayso/record_json.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool starts_a_code_point(std::string_view text, std::uint32_t byte) {
  return byte == text.size() || (static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U;
}

void check(const sayso::Passage& passage, std::string_view text) {
  require(!passage.spans.empty());
  for (const sayso::Span& span : passage.spans) {
    require(span.begin < span.end && span.end <= text.size());
    require(starts_a_code_point(text, span.begin) && starts_a_code_point(text, span.end));
  }
}

void check(const sayso::Layers& layers, std::string_view text) {
  std::uint32_t end = 0;
  for (const sayso::Word& word : layers.words) {
    require(end <= word.text.begin && word.text.begin < word.text.end && word.text.end <= text.size());
    require(starts_a_code_point(text, word.text.begin) && starts_a_code_point(text, word.text.end));
    end = word.text.end;
    const sayso::WordRange sentence = layers.sentences[word.sentence].words;
    std::uint32_t steps = 0;
    for (const sayso::Word* up = &word; up->head; up = &layers.words[*up->head]) {
      require(*up->head >= sentence.begin && *up->head < sentence.end && ++steps < sentence.size());
    }
  }
  for (const sayso::Mention& mention : layers.mentions) {
    require(mention.words.begin <= mention.head && mention.head < mention.words.end);
    require(layers.sentences[layers.words[mention.head].sentence].words.contains(mention.words));
    require(mention.entity < layers.entities);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const sayso::language::Analyser analyser = sayso::fakes::make_analyser({40, 8});
  auto article = sayso::read_plain_text({reinterpret_cast<const char*>(data), size}, "fuzz", {});
  if (!article) return 0;
  const auto analysis = analyser.analyse(*article);
  require(analysis.has_value());
  const auto with_layers = analyser.analyse(*article, {.layers = true, .all_blocks = true});
  require(with_layers.has_value() && with_layers->cues.size() == analysis->cues.size());
  check(with_layers->layers, article->text);
  require(!sayso::to_conllu(*article, with_layers->layers).empty());
  sayso::Record record;
  record.attributions = sayso::reading::find_attributions(*article, *analysis);
  record.document = *std::move(article);
  for (const sayso::Attribution& attribution : record.attributions) {
    if (attribution.source) check(*attribution.source, record.document.text);
    check(attribution.cue, record.document.text);
    check(attribution.content, record.document.text);
  }
  require(!sayso::to_json(record).empty());
  return 0;
}
