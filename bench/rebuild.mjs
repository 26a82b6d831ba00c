// Rebuild: all projections and one alone from the mirror, all through the store; beside Emmett's rebuild of one table
// in alternating rounds on a set it can do in time; and while 64 writers and a foreign transaction are at work.
import { join } from 'node:path';
import { facts, factsOf } from './facts.mjs';
import { empty, fill } from './filling.mjs';
import { Client, root } from './product.mjs';
import { publish, quantile, spread, table } from './report.mjs';
import { measured, onStage } from './stage.mjs';

const FULL = { invoices: 723_000, beside: 12_000, rounds: 5, times: 2, commands: 6_000 };
const QUICK = { invoices: 7_230, beside: 3_600, rounds: 1, times: 1, commands: 300 };
const KINDS = [
  { kind: 'all projections, mirror', projection: 'all', from: 'mirror', goal: 40_000 },
  { kind: 'open items alone, mirror', projection: 'receivables', from: 'mirror', goal: 100_000 },
  { kind: 'all projections, store', projection: 'all', from: 'store', goal: 15_000 },
];

export async function rebuild({ quick, json, profile }) {
  const { invoices, beside, rounds, times, commands } = quick ? QUICK : FULL;
  await onStage({ profile }, async (stage) => {
    const side = (name) => stage.start(name, join(root, 'bench/sides', `${name}.mjs`));
    const where = { eventsUrl: stage.env.QUITTANCE_EVENTS_URL, databaseUrl: stage.env.DATABASE_URL };
    // They make their tables, and go: the history is put in beside them.
    const makers = [await stage.startNode(), await stage.startProjector()];
    for (const part of makers.reverse()) await part.stop();
    await empty(where);
    const runs = [];
    const once = async (round, set, { kind, projection, from }, parts = []) => {
      const rebuilder = await side('rebuilder'); // each in a new process: its memory is its own
      const all = [rebuilder, stage.postgres, ...parts];
      const { answer, cpuInAll } = await measured(all, () =>
        rebuilder.ask({ what: 'rebuild', projection, from }),
      );
      const memory = rebuilder.peakMemory();
      await rebuilder.stop();
      if (!answer.swapped || answer.parked) throw new Error(`${kind}: ${JSON.stringify(answer)}`);
      const perSecond = answer.facts / answer.seconds;
      runs.push({
        side: 'quittance',
        kind,
        set,
        round,
        ...answer,
        perSecond,
        memory,
        cpu: cpuInAll / answer.facts,
      });
    };

    const peer = await side('peer-rebuilder');
    await peer.ask({ what: 'fill', invoices: beside });
    await fill({ ...where, facts: facts(beside) });
    for (let round = 1; round <= rounds; round += 1) {
      for (const kind of KINDS.slice(0, 2)) await once(round, 'beside', kind);
      const { answer, seconds, cpuInAll } = await measured([peer, stage.postgres], () =>
        peer.ask({ what: 'rebuild' }),
      );
      if (answer !== beside) throw new Error(`Emmett made ${answer} of ${beside} rows`);
      const count = factsOf(beside);
      const figures = { facts: count, seconds, perSecond: count / seconds, cpu: cpuInAll / count };
      runs.push({
        side: 'emmett',
        kind: 'open items alone',
        set: 'beside',
        round,
        ...figures,
        memory: peer.peakMemory(),
      });
      process.stderr.write(`beside Emmett, round ${round} of ${rounds}\n`);
    }
    await peer.stop();

    await empty(where);
    await fill({ ...where, facts: facts(invoices) });
    process.stderr.write(`${factsOf(invoices)} facts are in\n`);
    for (let round = 1; round <= times; round += 1) {
      for (const kind of KINDS.slice(0, 2)) await once(round, 'long', kind);
    }
    const node = await stage.startNode();
    await once(1, 'long', KINDS[2], [node]);
    const { busy, lost } = await underLoad(stage, node, invoices, commands, () => once(1, 'busy', KINDS[0]));
    report({ json, stage, runs, long: factsOf(invoices), small: factsOf(beside), busy, lost });
  });
}

/** 64 writers and an open transaction of somebody else while it rebuilds: what they wrote must be there after. */
async function underLoad(stage, node, invoices, commands, rebuilding) {
  const projector = await stage.startProjector();
  const handler = await stage.start('port', join(root, 'bench/sides/port.mjs'));
  await handler.ask({ what: 'prepare' });
  await handler.ask({ what: 'histories', from: 0, count: commands });
  const client = new Client({ connectionString: stage.env.DATABASE_URL });
  const foreign = new Client({ connectionString: stage.adminUrl });
  await Promise.all([client.connect(), foreign.connect()]);
  await foreign.query('create table if not exists public.foreign_work (id int)');
  await foreign.query('begin; insert into public.foreign_work values (1)');
  let written = false;
  const writing = handler.ask({ what: 'run', from: 0, count: commands, inFlight: 64 });
  void writing.then(() => (written = true)).catch(() => undefined);
  await rebuilding();
  const busy = !written;
  await writing;
  await foreign.query('rollback');
  const { rows } = await client.query(`select (select count(*)::int from live.invoices) as invoices,
    (select count(*)::int from live.receivable_items) as items, (select count(*)::int from live.owner_lines) as owners`);
  const [{ invoices: issued, items, owners }] = rows;
  const lost = 2 * (invoices + commands) - issued - items + 4 * commands - owners;
  await Promise.all([client.end(), foreign.end()]);
  for (const part of [handler, projector, node]) await part.stop();
  return { busy, lost };
}

function report({ json, stage, runs, long, small, busy, lost }) {
  const of = (set, kind, side = 'quittance') =>
    runs.filter((run) => run.set === set && run.kind === kind && run.side === side);
  const row = (set, list, name, count) => [
    name,
    count,
    spread(list.map(({ perSecond }) => perSecond)),
    spread(list.map(({ cpu }) => cpu * 1000)),
    spread(list.map(({ memory }) => memory)),
  ];
  const rows = KINDS.map(({ kind }) => row('long', of('long', kind), kind, long));
  rows.push(row('busy', of('busy', KINDS[0].kind), `${KINDS[0].kind}, 64 writers beside`, long));
  const peers = [
    row('beside', of('beside', 'open items alone', 'emmett'), 'emmett: one table', small),
    ...KINDS.slice(0, 2).map(({ kind }) => row('beside', of('beside', kind), `quittance: ${kind}`, small)),
  ];
  const emmett = of('beside', 'open items alone', 'emmett');
  const ratios = of('beside', KINDS[1].kind).map(({ perSecond }, i) => perSecond / emmett[i].perSecond);
  const columns = ['what', 'facts', 'facts/s', 'CPU µs a fact', 'MiB at most'];
  publish(
    {
      title: 'Rebuild',
      settings: {
        ...stage.settings,
        quittance:
          'rebuild() with swap and control totals, as quittance replay; facts/s of the whole, swap included',
        emmett:
          '0.42.0, rebuildPostgreSQLProjections, 1,000 events a read, a statement an event; a smaller set',
      },
      sections: [
        table(columns, rows),
        `Beside Emmett, alternating:\n\n${table(columns, peers)}`,
        `Open items alone, times Emmett: ${spread(ratios, 2)}. Writers were still at work at the swap: ${busy ? 'yes' : 'no'}.`,
      ],
      goals: [
        ...KINDS.map(({ kind, goal }) => {
          const seen = quantile(
            of('long', kind).map(({ perSecond }) => perSecond),
            0.5,
          );
          return { goal: `${goal} facts/s: ${kind}`, seen: seen.toFixed(0), met: seen >= goal };
        }),
        {
          goal: 'lost with 64 writers and a foreign open transaction: 0',
          seen: String(lost),
          met: lost === 0,
        },
      ],
      json,
    },
    { runs, busy, lost },
  );
}
