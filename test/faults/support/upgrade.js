// Required before a projector starts: from now on it is of the release that brought InvoiceReopened.
const { join } = require('node:path');
const { EFFECTIVE_ON } = require(join(process.env.DIST, 'libs/receivables/src/facts.js'));

EFFECTIVE_ON.InvoiceReopened = (fact) => fact.reopenedOn;
