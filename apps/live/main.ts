// One script for both pages: where the page is a report, its figures are drawn as in any other.

import './live';

if (document.getElementById('data')) void import('../report/report');
