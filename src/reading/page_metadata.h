// What a page says about itself: title, date, outlet, address.
#pragma once

#include <gumbo.h>

#include "volteface/reports.h"

namespace volteface {

// Fills what is empty in the report, from <meta> (Open Graph and the usual others), JSON-LD, <time>
// and <title>, in this order. All dates of publication that differ are kept. Gives the heading that
// repeats the title, which is then no part of the text.
const GumboNode* take_page_metadata(const GumboNode& root, Report& report);

}  // namespace volteface
