// One throwaway PostgreSQL a test run, started when the first test file asks for stores: pure specs pay nothing.
require('./typescript.js');
const { chmodSync, mkdtempSync, rmSync } = require('node:fs');
const { createServer } = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

module.exports = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-test-'));
  chmodSync(folder, 0o755); // as root the server runs as another account, which must be able to enter
  let starting;
  // Required now, for Jest compiles only while this module is being set up.
  const { startPostgres } = require('../../libs/embedded/src/postgres/start-postgres.ts');
  const door = createServer(async (caller) => {
    caller.on('error', () => undefined);
    starting ??= startPostgres({ dir: join(folder, 'pg'), throwaway: true });
    const answer = await starting.then(
      (server) => ({ adminUrl: server.url('postgres') }),
      (error) => ({ error: error.message }),
    );
    caller.end(JSON.stringify(answer));
  });
  const path = join(folder, 'door');
  await new Promise((done) => door.listen(path, done));
  door.unref();
  process.env.QUITTANCE_TEST_STORES = path;
  globalThis.stopTestStores = async () => {
    door.close();
    await (await starting?.catch(() => undefined))?.stop('immediate');
    rmSync(folder, { recursive: true, force: true });
  };
};
