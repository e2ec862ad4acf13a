// The words by which claims are written (include/sayso/claim.h).
#include "sayso/claim.h"

namespace sayso {

const char* to_string(Polarity polarity) {
  switch (polarity) {
    case Polarity::affirm:
      return "affirm";
    case Polarity::deny:
      return "deny";
    case Polarity::uncertain:
      return "uncertain";
  }
  return "";
}

const char* to_string(CopyKind kind) {
  switch (kind) {
    case CopyKind::reprint:
      return "reprint";
    case CopyKind::rewrite:
      return "rewrite";
    case CopyKind::excerpt:
      return "excerpt";
  }
  return "";
}

const char* to_string(ClaimStatus status) {
  switch (status) {
    case ClaimStatus::affirmed:
      return "affirmed";
    case ClaimStatus::denied:
      return "denied";
    case ClaimStatus::contested:
      return "contested";
    case ClaimStatus::retracted:
      return "retracted";
    case ClaimStatus::uncertain:
      return "uncertain";
  }
  return "";
}

}  // namespace sayso
