// npm run show:first-light: what must be seen of the first release, as its user sees it.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { showFreshClone } from './fresh-clone.mjs';
import { finish, say, title } from './ledger.mjs';
import { showKills, showTwoUsers } from './processes.mjs';
import { showRealHistory } from './real-history.mjs';
import { onStage } from './stage.mjs';
import { showTrailAndAxes } from './trail-and-axes.mjs';

const HELP = `npm run show:first-light -- [--only 2,3] [--no-tests]

Shows: 1 a fresh clone (with npm test unless --no-tests), 2 a real history and its aging, 3+4 an audit trail
and two time axes, 5 kill -9 and a stopped projector, 6 two starts as root and as an ordinary user.
With --only the shows run on this checkout instead of a fresh clone. The real history is read from
QUITTANCE_DATA (../shared/data); where that does not exist, 2 is skipped. Ends with 1 on a difference.

Example: npm run show:first-light -- --only 3`;

const { values } = parseArgs({
  options: { only: { type: 'string' }, 'no-tests': { type: 'boolean' }, help: { type: 'boolean' } },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const here = resolve(import.meta.dirname, '../..');
const data = resolve(process.env.QUITTANCE_DATA ?? join(here, '../shared/data'));
const wanted = new Set((values.only ?? '1,2,3,5,6').replace('4', '3').split(','));
await onStage(async (work) => {
  const root = wanted.has('1') ? await showFreshClone(here, work, { tests: !values['no-tests'] }) : here;
  if (wanted.has('2')) {
    if (existsSync(data)) await showRealHistory(root, work, data);
    else {
      title('2. A real receivables history');
      say(`skipped: there is no ${data}`);
    }
  }
  if (wanted.has('3')) await showTrailAndAxes(root, work);
  if (wanted.has('5')) await showKills(root, work);
  if (wanted.has('6')) await showTwoUsers(root, work);
  finish();
});
