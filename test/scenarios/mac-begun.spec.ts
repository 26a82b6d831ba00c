import { MacKeys, memoryEventStore } from '@quittance/event-store';
import { sessionName } from '@quittance/process';
import { Client } from 'pg';
import { macsDue } from '../../libs/receivables/src/audit/macs.js';
import {
  BARE,
  beginning,
  forge,
  foundIn,
  like,
  processOf,
  REACTOR as by,
  withoutMac,
} from '../support/forging.js';
import { ENTITY, type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// From the fact MacBegun on, every fact has a MAC. It is recorded once every process writes them.

let quittance: Quittance;
beforeAll(async () => (quittance = await startQuittance()));
afterAll(() => quittance?.stop());

describe('until every process writes MACs', () => {
  story('mended-doors', 'A2', 'facts without a MAC are no finding', async (show) => {
    await processOf(quittance, BARE).register('OLD');
    await (await quittance.as('clerk')).done('/v1/customers', { customerId: 'C-1', name: 'Rossi' });
    const macs = (await quittance.facts()).map(({ type, metadata }) => [type, metadata.mac !== undefined]);
    show({
      input: 'a rolling upgrade: a process of the former release and one of this release write customers',
      right: {
        macs: [
          ['CustomerRegistered', false],
          ['PersonSeen', true],
          ['CustomerRegistered', true],
        ],
        found: [],
      },
      got: { macs, found: await foundIn(quittance) },
    });
  });

  it('a process of a release without them holds the beginning back, by its session or by its facts', async () => {
    const former = new Client({
      connectionString: quittance.databaseUrl,
      application_name: 'quittance projector lease',
    });
    await former.connect();
    expect(await beginning(quittance).run(by)).toEqual({
      state: 'held',
      by: 'quittance projector lease of a former release',
    });
    await former.query(`set application_name = '${sessionName('projector lease')}'`);

    const quiet = beginning(quittance, 600_000);
    expect(await quiet.run(by)).toEqual({ state: 'waits' });
    const { stream } = await processOf(quittance, BARE).register('OLDER');
    expect(await quiet.run(by)).toEqual({
      state: 'held',
      by: `whoever wrote ${stream}, revision 0, without a MAC`,
    });
    expect(await quiet.run(by)).toEqual({ state: 'waits' });
    await former.end();
  });

  it('an installation that was upgraded announces the beginning first, and waits until all have noticed', async () => {
    await quittance.pool.query('delete from vault.macs');
    expect(await beginning(quittance).run(by)).toEqual({ state: 'waits' });
    const age = `set announced_at = clock_timestamp() - interval '1 day'`;
    expect((await quittance.pool.query(`update vault.macs ${age}`)).rowCount).toBe(1);
    expect(await quittance.facts()).not.toContainEqual(expect.objectContaining({ type: 'MacBegun' }));
  });

  story(
    'mended-doors',
    'A2',
    'a forged beginning is found, and holds the true one up by nothing',
    async (show) => {
      const registered = (await quittance.facts()).find(({ type }) => type === 'PersonSeen')!;
      const data = { entity: ENTITY, key: registered.metadata.mac!.key, begunOn: '2026-01-01' };
      const [forged] = await forge(quittance, `log-heads-${ENTITY}`, [
        { ...like(registered, {}, ['mac']), type: 'MacBegun', data },
      ]);
      const states = await Promise.all([1, 2].map(() => beginning(quittance).run(by)));
      const begun = (await quittance.facts()).filter(({ type }) => type === 'MacBegun');
      show({
        input: 'somebody appends a MacBegun; then two reactors at once look whether MACs can begin',
        right: {
          states: ['begun', 'begun'],
          begun: [false, true],
          found: [withoutMac(forged!)],
        },
        got: {
          states: states.map(({ state }) => state),
          begun: begun.map(({ metadata }) => metadata.mac !== undefined),
          found: await foundIn(quittance),
        },
      });
    },
  );

  it('counts also when the fact that says so was taken out of the event store', async () => {
    const keys = new MacKeys(quittance.pool);
    const { after } = await macsDue(keys, quittance.store, ENTITY);
    expect((await macsDue(keys, memoryEventStore(), ENTITY)).after).toBe(after);
    expect(after).toBeDefined();
  });
});
