// Rebuild: all projections and one alone from the mirror, all through the store; beside Emmett's rebuild of one table
// in alternating rounds on a set it can do in time; and while 64 writers and a foreign transaction are at work, from
// before it begins until after the swap.
import { join } from 'node:path';
import { facts as factsFor, factsOf, invoicesOf } from './facts.mjs';
import { fill } from './filling.mjs';
import { Client, root } from './product.mjs';
import { publish, quantile, spread, table } from './report.mjs';
import { measured, onStage } from './stage.mjs';

const FULL = { facts: 1_000_000, beside: 12_000, rounds: 5, streams: 2_000, after: 1_000 };
const QUICK = { facts: 10_000, beside: 3_600, rounds: 1, streams: 100, after: 100 };
const KINDS = [
  { kind: 'all projections, mirror', projection: 'all', from: 'mirror', goal: 40_000 },
  { kind: 'open items alone, mirror', projection: 'ledger', from: 'mirror', goal: 100_000 },
  { kind: 'all projections, store', projection: 'all', from: 'store', goal: 15_000 },
];

export async function rebuild({ quick, json, profile, facts }) {
  const { beside, rounds, ...size } = { ...(quick ? QUICK : FULL), ...(facts && { facts }) };
  const invoices = invoicesOf(size.facts);
  const began = performance.now();
  const tell = (what) =>
    process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0)} s: ${what}\n`);
  await onStage({ profile }, async (stage) => {
    const side = (name) => stage.start(name, join(root, 'bench/sides', `${name}.mjs`));
    const where = { eventsUrl: stage.env.QUITTANCE_EVENTS_URL, databaseUrl: stage.env.DATABASE_URL };
    // They make their tables, and go: the history is put in beside them.
    const makers = [await stage.startNode(), await stage.startProjector()];
    for (const part of makers.reverse()) await part.stop();
    const runs = [];
    const once = async (round, set, { kind, projection, from }, parts = []) => {
      const rebuilder = await side('rebuilder'); // each in a new process: its memory is its own
      const all = [rebuilder, stage.postgres, ...parts];
      const { answer, cpuInAll } = await measured(all, () =>
        rebuilder.ask({ what: 'rebuild', projection, from }),
      );
      const memory = rebuilder.peakMemory();
      await rebuilder.ask({ what: 'dropOld' });
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
      tell(`${set}, round ${round}: ${kind}, ${perSecond.toFixed(0)} facts/s`);
    };

    const peer = await side('peer-rebuilder');
    await peer.ask({ what: 'fill', invoices: beside });
    await fill({ ...where, facts: factsFor(beside) });
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
      tell(`beside, round ${round}: emmett, ${figures.perSecond.toFixed(0)} facts/s`);
    }
    await peer.stop();

    await fill({ ...where, facts: factsFor(invoices) });
    tell(`${factsOf(invoices)} facts are in`);
    for (const kind of KINDS.slice(0, 2)) await once(1, 'long', kind);
    const node = await stage.startNode();
    await once(1, 'long', KINDS[2], [node]);
    const busy = await underLoad(stage, node, { invoices, ...size }, () => once(1, 'busy', KINDS[0]));
    tell(`${busy.during} facts were written until the swap, ${busy.after} after it`);
    report({ json, stage, runs, long: factsOf(invoices), small: factsOf(beside), busy });
  });
}

/**
 * 64 writers and an open transaction of somebody else, from before the rebuild until after its swap: all that was
 * written must be there then.
 */
async function underLoad(stage, node, { invoices, streams, after }, rebuilding) {
  const projector = await stage.startProjector();
  const handler = await stage.start('port', join(root, 'bench/sides/port.mjs'));
  await handler.ask({ what: 'prepare' });
  await handler.ask({ what: 'histories', from: 0, count: streams });
  const client = new Client({ connectionString: stage.env.DATABASE_URL });
  const foreign = new Client({ connectionString: stage.adminUrl });
  await Promise.all([client.connect(), foreign.connect()]);
  await foreign.query('create table if not exists public.foreign_work (id int)');
  await foreign.query('begin; insert into public.foreign_work values (1)');
  const writtenAbove = async (count) => {
    for (;;) {
      const written = await handler.ask({ what: 'written' });
      if (written > count) return written;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await handler.ask({ what: 'write', from: 0, count: streams, inFlight: 64 });
  const before = await writtenAbove(0);
  await rebuilding();
  const swapped = await handler.ask({ what: 'written' });
  await writtenAbove(swapped + after);
  const written = await handler.ask({ what: 'stop' });
  await foreign.query('rollback');
  const { rows } = await client.query(`select (select count(*)::int from live.invoices) as invoices,
    (select count(due_on)::int from live.ledger_lines) as items, (select count(*)::int from live.owner_lines) as owners`);
  const [{ invoices: issued, items, owners }] = rows;
  // Three owners of each stream were assigned before.
  const lost = 2 * (invoices + streams) - issued - items + 3 * streams + written - owners;
  await Promise.all([client.end(), foreign.end()]);
  for (const part of [handler, projector, node]) await part.stop();
  return { during: swapped - before, after: written - swapped, lost };
}

function report({ json, stage, runs, long, small, busy }) {
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
        `Open items alone, times Emmett: ${spread(ratios, 2)}. The 64 writers wrote ${busy.during} facts from the rebuild's beginning to its swap, and ${busy.after} after it.`,
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
          seen: `${busy.lost}, of ${busy.during} written until the swap and ${busy.after} after it`,
          met: busy.lost === 0 && busy.during > 0 && busy.after > 0,
        },
      ],
      json,
    },
    { runs, busy },
  );
}
