#include "intake/html_segments.h"

#include <utility>

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/html_regions.h"
#include "intake/html_tags.h"
#include "intake/utf8.h"

namespace sayso::intake {
namespace {

int heading_level(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_H1:
      return 1;
    case GUMBO_TAG_H2:
      return 2;
    case GUMBO_TAG_H3:
      return 3;
    case GUMBO_TAG_H4:
      return 4;
    case GUMBO_TAG_H5:
      return 5;
    case GUMBO_TAG_H6:
      return 6;
    default:
      return 0;
  }
}

class SegmentCutter {
 public:
  SegmentCutter(const Page& page, const std::vector<std::uint32_t>& regions)
      : page_(page), regions_(regions) {}

  std::vector<Segment> run() {
    const std::vector<PageNode>& nodes = page_.nodes();
    for (std::uint32_t i = 0; i < nodes.size();) {
      while (!blocks_.empty() && nodes[blocks_.back().node].end <= i) close_block();
      if (i >= float_end_ && float_end_ > 0) close_float();
      if (regions_[i] & kUnseen) {
        i = nodes[i].end;
        continue;
      }
      if (nodes[i].is_text()) {
        add_text(i);
      } else {
        open_element(i);
      }
      ++i;
    }
    if (float_end_ > 0) close_float();
    flush();
    return std::move(segments_);
  }

 private:
  struct Block {
    std::uint32_t node;
    int heading;
  };

  void open_element(std::uint32_t i) {
    const GumboTag tag = page_.nodes()[i].tag;
    if (tag == GUMBO_TAG_BR) {
      ++breaks_;
      return;
    }
    if (float_end_ == 0 && (regions_[i] & kFloating) && !current_.text.empty()) return open_float(i);
    if (!is_block_tag(tag) || float_end_ > 0) return;
    const bool in_table = (regions_[page_.nodes()[i].parent] & kDataTable) != 0;
    if (in_table) return open_table_part(tag);
    flush();
    const int level = heading_level(tag);
    blocks_.push_back({i, level ? level : (blocks_.empty() ? 0 : blocks_.back().heading)});
  }

  // Cells stay together: one segment a table, a line a row.
  void open_table_part(GumboTag tag) {
    if (tag == GUMBO_TAG_TR) breaks_ = current_.text.empty() ? 0 : 1;
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) cell_ = true;
  }

  // A box in the middle of a sentence is read to its end as a piece of its own, then the sentence goes on.
  void open_float(std::uint32_t i) {
    around_ = std::move(current_);
    space_around_ = space_;
    current_ = Segment();
    float_end_ = page_.nodes()[i].end;
  }

  void close_float() {
    std::swap(current_, around_);
    around_.text = std::string(trim(around_.text));
    if (!around_.text.empty()) floats_.push_back(std::move(around_));
    around_ = Segment();
    space_ = space_around_ || space_;
    float_end_ = 0;
  }

  void close_block() {
    if (float_end_ > 0) close_float();
    flush();
    blocks_.pop_back();
  }

  void add_text(std::uint32_t i) {
    const bool link = (regions_[i] & kLink) != 0;
    for (std::string_view rest = page_.nodes()[i].text; !rest.empty();) {
      if (is_ascii_space(rest.front())) {
        space_ = true;
        rest.remove_prefix(1);
        continue;
      }
      std::size_t end = 0;
      while (end < rest.size() && !is_ascii_space(rest[end])) ++end;
      add_word(rest.substr(0, end), i, link);
      rest.remove_prefix(end);
    }
  }

  void add_word(std::string_view word, std::uint32_t i, bool link) {
    const bool in_table = (regions_[i] & kDataTable) != 0;
    if (breaks_ >= 2 && !in_table && float_end_ == 0) flush();
    if (current_.text.empty()) {
      current_.node = blocks_.empty() ? 0 : blocks_.back().node;
      current_.heading = blocks_.empty() ? 0 : blocks_.back().heading;
      current_.first = i;
      current_.regions = regions_[i];
    } else if (breaks_ > 0) {
      current_.text.push_back('\n');
    } else if (cell_) {
      current_.text.push_back('\t');
    } else if (space_) {
      current_.text.push_back(' ');
    }
    breaks_ = 0;
    space_ = false;
    cell_ = false;
    current_.text += word;
    const std::size_t length = count_code_points(word) + 1;
    current_.length += length;
    if (link) current_.link_length += length;
  }

  void flush() {
    breaks_ = 0;
    space_ = false;
    cell_ = false;
    const std::string_view text = trim(current_.text);
    if (!text.empty()) {
      if (text.size() != current_.text.size()) current_.text = std::string(text);
      segments_.push_back(std::move(current_));
    }
    current_ = Segment();
    for (Segment& box : floats_) segments_.push_back(std::move(box));
    floats_.clear();
  }

  const Page& page_;
  const std::vector<std::uint32_t>& regions_;
  std::vector<Segment> segments_;
  std::vector<Block> blocks_;
  Segment current_;
  Segment around_;               // what a box interrupts
  std::vector<Segment> floats_;  // boxes of the current segment, put behind it
  std::uint32_t float_end_ = 0;  // one past the box's last node; 0 outside of boxes
  bool space_around_ = false;
  int breaks_ = 0;
  bool space_ = false;
  bool cell_ = false;
};

}  // namespace

std::vector<Segment> cut_segments(const Page& page, const std::vector<std::uint32_t>& regions) {
  return SegmentCutter(page, regions).run();
}

}  // namespace sayso::intake
