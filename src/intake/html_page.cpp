#include "intake/html_page.h"

#include <algorithm>
#include <charconv>
#include <csetjmp>
#include <utility>

#include "intake/arena.h"
#include "intake/html_tags.h"
#include "intake/utf8.h"

namespace sayso::intake {
namespace {

// A tree takes some ten times its page; ordinary pages stay far below.
constexpr std::size_t kArenaBase = 64u << 20;
constexpr std::size_t kArenaPerByte = 32;

// Gumbo does not look for nullptr, so running out of memory must leave it at once. It is C and owns nothing
// outside the arena, so jumping over its frames loses nothing.
struct ParseMemory {
  Arena* arena;
  std::jmp_buf out_of_memory;
};

void* allocate(void* memory, std::size_t bytes) {
  auto* const parse = static_cast<ParseMemory*>(memory);
  void* const piece = parse->arena->allocate(bytes);
  if (!piece) std::longjmp(parse->out_of_memory, 1);
  return piece;
}

void release(void* memory, void* piece) {
  static_cast<ParseMemory*>(memory)->arena->release(piece);
}

// nullptr if the arena was too small. No object with a destructor may live here: setjmp returns twice.
const GumboOutput* parse_in(Arena* arena, const char* html, std::size_t size) {
  ParseMemory memory;
  memory.arena = arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &allocate;
  options.deallocator = &release;
  options.userdata = &memory;
  options.max_errors = 0;
  if (setjmp(memory.out_of_memory) != 0) return nullptr;
  return gumbo_parse_with_options(&options, html, size);
}

const GumboVector* children_of(const GumboNode* node) {
  switch (node->type) {
    case GUMBO_NODE_DOCUMENT:
      return &node->v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      return &node->v.element.children;
    default:
      return nullptr;
  }
}

bool is_text_node(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
         node->type == GUMBO_NODE_CDATA;
}

}  // namespace

Page::Page() = default;
Page::Page(Page&&) noexcept = default;
Page& Page::operator=(Page&&) noexcept = default;
Page::~Page() = default;

Result<Page> Page::parse(FlatPage flat) {
  Page page;
  page.flat_ = std::make_unique<FlatPage>(std::move(flat));
  page.used_.resize(page.flat_->text.size());
  const std::string& html = page.flat_->html;
  page.arena_ =
      std::make_unique<Arena>(kArenaBase + kArenaPerByte * std::max(html.size(), page.flat_->page_bytes));
  const GumboOutput* const output = parse_in(page.arena_.get(), html.data(), html.size());
  if (!output) {
    return Error{ErrorCode::too_large, "the page's markup needs more memory than a page may take", "",
                 std::nullopt};
  }
  if (!output->root) return Error{ErrorCode::malformed, "the page has no content", "", std::nullopt};
  page.list_nodes(output->root);
  return Result<Page>(std::move(page));
}

// Text with the kept pieces in the places of their marks. Each piece has one place, so that no page can
// multiply it.
std::string_view Page::resolve(std::string_view text) {
  std::size_t mark = text.find(kTextMark);
  if (mark == std::string_view::npos) return text;
  std::string& mixed = mixed_.emplace_back();
  std::size_t at = 0;
  for (; mark != std::string_view::npos; mark = text.find(kTextMark, at)) {
    mixed.append(text, at, mark - at);
    std::size_t number = 0;
    const char* const end = text.data() + text.size();
    const std::from_chars_result read = std::from_chars(text.data() + mark + kTextMark.size(), end, number);
    const bool whole = read.ec == std::errc() && read.ptr != end && *read.ptr == ';';
    at = whole ? static_cast<std::size_t>(read.ptr - text.data()) + 1 : mark + kTextMark.size();
    if (!whole || number >= used_.size() || used_[number]) continue;
    used_[number] = true;
    const std::string_view piece = flat_->text.piece(number);
    if (mixed.empty() && at == text.size()) {  // the ordinary case needs no copy
      mixed_.pop_back();
      return piece;
    }
    mixed += piece;
  }
  mixed.append(text, at);
  return mixed;
}

void Page::list_nodes(const GumboNode* root) {
  struct Open {
    std::uint32_t index;
    unsigned next_child;
  };
  std::vector<Open> stack;
  const auto add = [&](const GumboNode* node, std::uint32_t parent) {
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    const bool text = is_text_node(node);
    nodes_.push_back({node, parent, index + 1, text ? GUMBO_TAG_LAST : node->v.element.tag, {}});
    if (text && node->v.text.text) nodes_.back().text = resolve(node->v.text.text);
    if (!text) stack.push_back({index, 0});
  };
  add(root, 0);
  while (!stack.empty()) {
    Open& open = stack.back();
    const GumboVector* const children = children_of(nodes_[open.index].node);
    if (open.next_child >= children->length) {
      nodes_[open.index].end = static_cast<std::uint32_t>(nodes_.size());
      stack.pop_back();
      continue;
    }
    const auto* const child = static_cast<const GumboNode*>(children->data[open.next_child++]);
    if (is_text_node(child) || children_of(child)) add(child, open.index);
  }
}

std::string_view Page::attribute(const PageNode& node, const char* name) const {
  if (node.is_text()) return {};
  const GumboAttribute* const found = gumbo_get_attribute(&node.node->v.element.attributes, name);
  return found && found->value ? std::string_view(found->value) : std::string_view();
}

bool Page::has_attributes(const PageNode& node) const {
  return !node.is_text() && node.node->v.element.attributes.length > 0;
}

bool Page::has_attribute(const PageNode& node, const char* name) const {
  return !node.is_text() && gumbo_get_attribute(&node.node->v.element.attributes, name) != nullptr;
}

std::string Page::inner_text(std::uint32_t index, std::size_t limit) const {
  std::string inner;
  for (std::uint32_t i = index; i < nodes_[index].end && inner.size() < limit; ++i) {
    if (!nodes_[i].is_text()) {
      const bool apart = nodes_[i].tag == GUMBO_TAG_BR || is_block_tag(nodes_[i].tag);
      if (apart && !inner.empty() && inner.back() != ' ') inner.push_back(' ');
      continue;
    }
    for (char c : nodes_[i].text) {
      const bool space = c == ' ' || (c >= '\t' && c <= '\r');
      if (!space) inner.push_back(c);
      if (space && !inner.empty() && inner.back() != ' ') inner.push_back(' ');
    }
  }
  while (!inner.empty() && inner.back() == ' ') inner.pop_back();
  return inner;
}

}  // namespace sayso::intake
