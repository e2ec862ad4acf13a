// Labels of the attribution head, as train/labels.py numbers them: O, then B and I for each role.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace sayso::language {

enum class Role : std::uint8_t { source, cue, content };
inline constexpr std::array kRoles = {Role::source, Role::cue, Role::content};

using Label = std::uint8_t;
inline constexpr std::size_t kLabels = 1 + 2 * kRoles.size();
inline constexpr Label kOutside = 0;

constexpr Label begin_label(Role role) {
  return static_cast<Label>(1 + 2 * static_cast<int>(role));
}
constexpr Label inside_label(Role role) {
  return static_cast<Label>(2 + 2 * static_cast<int>(role));
}
constexpr bool is_begin(Label label) {
  return label % 2 == 1;
}
constexpr bool is_inside(Label label) {
  return label != kOutside && label % 2 == 0;
}
constexpr Role role_of(Label label) {
  return static_cast<Role>((label - 1) / 2);
}

// What may stand where: a later piece of a word goes on with the word's label, a paragraph's first piece goes
// on with nothing, and inside follows only begin or inside of the same role.
enum class PieceKind : std::uint8_t { free, continues, paragraph };

constexpr bool is_legal(PieceKind kind, Label before, Label after) {
  const bool goes_on = is_inside(after) && (before == after || before + 1 == after);
  switch (kind) {
    case PieceKind::free:
      return goes_on || !is_inside(after);
    case PieceKind::continues:
      return goes_on || (before == kOutside && after == kOutside);
    case PieceKind::paragraph:
      return !is_inside(after);
  }
  return false;
}

}  // namespace sayso::language
