// Loaded into a projector by `--require`: a bug in the handler of extensions of the invoices' projection, which comes to
// light with one invoice, that of the number in FAULTS_BROKEN_FOR. The fix is a projector without it.
const { PROJECTIONS } = require('../../../dist/libs/receivables/src');

const { on } = PROJECTIONS.find(({ name }) => name === 'invoices');
const extended = on.ExtensionGranted;
on.ExtensionGranted = (fact, changes) => {
  if (fact.data.number === process.env.FAULTS_BROKEN_FOR)
    throw new Error('a bug that this number brings to light');
  extended(fact, changes);
};
