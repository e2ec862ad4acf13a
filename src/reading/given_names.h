// Given names that leave little doubt, and the short forms that stand for longer ones.
#pragma once

#include <string_view>

#include "reading/names.h"

namespace sayso::reading {

// `name` in its normal form.
Gender gender_of_given_name(std::string_view name);

// "bill" and "william", in either order; the same name is no nickname of itself. Normal forms.
bool is_nickname_of(std::string_view a, std::string_view b);

}  // namespace sayso::reading
