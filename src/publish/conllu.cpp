// The layers to CoNLL-U (include/sayso/conllu.h).
#include "sayso/conllu.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <filesystem>
#include <optional>
#include <string_view>

#include "publish/code_points.h"
#include "publish/entity_brackets.h"
#include "publish/surface_tokens.h"

namespace sayso {
namespace {

// Calls visit(character, its bytes) for each; the text is valid UTF-8, names may be any bytes.
template <typename Visit>
void for_each_character(std::string_view text, const Visit& visit) {
  for (std::int32_t i = 0, n = static_cast<std::int32_t>(text.size()); i < n;) {
    const std::int32_t begin = i;
    UChar32 c;
    U8_NEXT(text.data(), i, n, c);
    visit(c, text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin)));
  }
}

bool is_control(UChar32 c) {
  return c < 0 || u_charType(c) == U_CONTROL_CHAR;
}

// Control characters would break the lines; BERT's pieces leave them out too.
std::string form_of(std::string_view word) {
  std::string form;
  for_each_character(word, [&](UChar32 c, std::string_view bytes) {
    if (!is_control(c)) form += bytes;
  });
  return form.empty() ? "_" : form;
}

bool has_blank(std::string_view text) {
  bool found = false;
  for_each_character(text, [&](UChar32 c, std::string_view) { found |= c >= 0 && u_isUWhiteSpace(c); });
  return found;
}

// The caller's id, else the file's name without its ending; a line of a file keeps its number.
std::string document_id(const Article& article) {
  std::string name = article.external_id;
  if (name.empty()) {
    const std::filesystem::path file(article.input);
    const std::string ending = file.extension().string();
    const std::size_t line = ending.find(':');
    name = file.stem().string() + (line == std::string::npos ? "" : ending.substr(line));
  }
  std::string id;
  for_each_character(
      name, [&](UChar32 c, std::string_view bytes) { id += is_control(c) ? std::string_view("_") : bytes; });
  return id.empty() ? "-" : id;
}

// B-PER, I-PER ... for each word, empty outside names.
std::vector<std::string> name_labels(const Layers& layers) {
  std::vector<std::string> labels(layers.words.size());
  for (const Name& name : layers.names) {
    for (std::uint32_t w = name.words.begin; w < name.words.end; ++w) {
      labels[w] = std::string(w == name.words.begin ? "B-" : "I-") + to_string(name.type);
    }
  }
  return labels;
}

class ConlluWriter {
 public:
  ConlluWriter(const Article& article, const Layers& layers)
      : text_(article.text),
        layers_(layers),
        id_(document_id(article)),
        points_(article.text),
        brackets_(publish::entity_brackets(layers)),
        names_(name_labels(layers)) {}

  std::string write() {
    out_ = "# newdoc id = " + id_ + "\n# global.Entity = " + publish::kEntityFields + "\n";
    std::optional<std::uint32_t> block;
    for (std::size_t s = 0; s < layers_.sentences.size(); ++s) {
      if (block != layers_.sentences[s].block) out_ += "# newpar\n";
      block = layers_.sentences[s].block;
      write_sentence(s);
    }
    if (layers_.sentences.empty()) out_ += "\n";
    return std::move(out_);
  }

 private:
  void write_sentence(std::size_t s) {
    const Sentence& sentence = layers_.sentences[s];
    const std::vector<WordRange> tokens = publish::surface_tokens(text_, layers_, sentence);
    out_ += "# sent_id = " + id_ + "-" + std::to_string(s + 1) + "\n# text = ";
    for (const WordRange& token : tokens) {
      out_ += form_of(span_of(token).of(text_));
      if (token.end < sentence.words.end && has_space_after(token)) out_ += ' ';
    }
    out_ += '\n';
    for (const WordRange& token : tokens) {
      if (token.size() > 1) write_range(token, sentence);
      for (std::uint32_t w = token.begin; w < token.end; ++w) write_word(w, sentence, token);
    }
    out_ += '\n';
  }

  void write_range(const WordRange& token, const Sentence& sentence) {
    const std::uint32_t first = token.begin - sentence.words.begin + 1;
    out_ += std::to_string(first) + "-" + std::to_string(first + token.size() - 1) + "\t" +
            form_of(span_of(token).of(text_)) + "\t_\t_\t_\t_\t_\t_\t_\t";
    write_place(span_of(token), has_space_after(token));
  }

  void write_word(std::uint32_t w, const Sentence& sentence, const WordRange& token) {
    const Word& word = layers_.words[w];
    const std::uint32_t first = sentence.words.begin;
    out_ += std::to_string(w - first + 1) + "\t" + form_of(word.text.of(text_)) + "\t_\t" +
            to_string(word.tag) + "\t_\t_\t" + std::to_string(word.head ? *word.head - first + 1 : 0) + "\t" +
            to_string(word.relation) + "\t_\t";
    if (!brackets_[w].empty()) out_ += "Entity=" + brackets_[w] + "|";
    if (!names_[w].empty()) out_ += "NER=" + names_[w] + "|";
    write_place(word.text, token.size() > 1 || has_space_after(token));
  }

  // The end of MISC and of the line.
  void write_place(const Span& span, bool space_after) {
    if (!space_after) out_ += "SpaceAfter=No|";
    out_ += "TokenRange=" + std::to_string(points_.before(span.begin)) + ":" +
            std::to_string(points_.before(span.end)) + "\n";
  }

  Span span_of(const WordRange& token) const {
    return {layers_.words[token.begin].text.begin, layers_.words[token.end - 1].text.end};
  }

  bool has_space_after(const WordRange& token) const {
    if (token.end == layers_.words.size()) return true;
    const Span between{layers_.words[token.end - 1].text.end, layers_.words[token.end].text.begin};
    return !between.empty() && has_blank(between.of(text_));
  }

  std::string_view text_;
  const Layers& layers_;
  std::string id_;
  publish::CodePoints points_;
  std::vector<std::string> brackets_;  // of each word
  std::vector<std::string> names_;     // of each word
  std::string out_;
};

}  // namespace

std::string to_conllu(const Article& article, const Layers& layers) {
  return ConlluWriter(article, layers).write();
}

}  // namespace sayso
