// Required before a projector starts: from now on it is of the release that brought InvoiceReopened.
const { join } = require('node:path');
const { FACTS } = require(join(process.env.DIST, 'libs/receivables/src/features.js'));

FACTS.InvoiceReopened = { schema: 1, effectiveOn: (fact) => fact.reopenedOn };
