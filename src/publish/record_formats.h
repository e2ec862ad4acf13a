// The formats behind record_format(), a file each.
#pragma once

#include <memory>

#include "sayso/record_export.h"

namespace sayso::publish {

std::unique_ptr<RecordFormat> csv_format();
std::unique_ptr<RecordFormat> annotations_format();
std::unique_ptr<RecordFormat> citron_format();
std::unique_ptr<RecordFormat> gqg_format();
std::unique_ptr<RecordFormat> follow_the_money_format();
std::unique_ptr<RecordFormat> html_format();
std::unique_ptr<RecordFormat> prov_format();
std::unique_ptr<RecordFormat> turtle_format();

}  // namespace sayso::publish
