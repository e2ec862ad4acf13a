#include "publish/record_names.h"

namespace sayso::publish {

std::string origin_name(const Record& record, const Attribution& attribution) {
  return attribution.origin ? record.entities[*attribution.origin].name : std::string();
}

const std::string& address_of(const Article& article) {
  return article.canonical_url.empty() ? article.url : article.canonical_url;
}

std::string urn_of(const std::string& document, const std::string& id) {
  return "urn:sayso:" + document + (id.empty() ? "" : "#" + id);
}

}  // namespace sayso::publish
