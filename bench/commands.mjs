// Commands: read a stream of five facts that is in no memory, decide, append one fact durably; done when the row is
// visible. Quittance through the port and over HTTP, Emmett beside it, in alternating rounds.
import { root } from './product.mjs';
import { latencies, publish, quantile, round, spread, table } from './report.mjs';
import { measured, onStage } from './stage.mjs';
import { join } from 'node:path';

const FULL = { rounds: 5, load: { 1: 250, 16: 2_000, 64: 3_000 }, open: { perSecond: 500, count: 4_000 } };
const QUICK = { rounds: 1, load: { 1: 50, 16: 600, 64: 1_000 }, open: { perSecond: 200, count: 400 } };

export async function commands({ quick, json, profile }) {
  const { rounds, load, open } = quick ? QUICK : FULL;
  await onStage({ profile }, async (stage) => {
    const sides = await start(stage);
    const runs = [];
    let invoices = 0;
    /** One measured run of a side, on invoices that nobody has touched. */
    const run = async (side, round, inFlight, count, rate) => {
      const from = invoices;
      invoices += count;
      await side.histories({ from, count });
      const { answer, seconds, cpu, cpuInAll } = await measured(side.parts, () =>
        side.run({ from, count, inFlight, rate }),
      );
      const cpuEach = Object.fromEntries(Object.entries(cpu).map(([name, ms]) => [name, round3(ms / count)]));
      const figures = { perSecond: count / seconds, ...latencies(answer), cpu: cpuInAll / count, cpuEach };
      if (round > 0) runs.push({ side: side.name, round, inFlight, rate, count, ...figures });
    };
    // The first round only warms up.
    for (let at = 0; at <= rounds; at += 1) {
      const order = at % 2 ? sides : [...sides].reverse();
      for (const [inFlight, count] of Object.entries(load)) {
        for (const side of order) await run(side, at, Number(inFlight), at ? count : Math.ceil(count / 4));
      }
      const http = sides.find(({ name }) => name === 'http');
      await run(http, at, undefined, at ? open.count : open.perSecond, open.perSecond);
      process.stderr.write(at ? `round ${at} of ${rounds}\n` : 'warm\n');
    }
    report({ json, stage, runs, loads: Object.keys(load).map(Number), open });
  });
}

async function start(stage) {
  const node = await stage.startNode(process.env.QUITTANCE_EVENTSTORE_URL ?? process.env.EVENTSTORE_URL);
  const projector = await stage.startProjector();
  const api = await stage.startApi();
  const at = (name) => join(root, 'bench/sides', name);
  const port = await stage.start('handler', at('port.mjs'));
  const door = await stage.start('caller', at('http.mjs'), { QUITTANCE_URL: api.said.url });
  const peer = await stage.start('emmett', at('peer.mjs'));
  for (const side of [port, door, peer]) await side.ask({ what: 'prepare' });
  const histories = (side) => (given) => side.ask({ what: 'histories', ...given });
  const run = (side) => (given) => side.ask({ what: 'run', ...given });
  const { postgres } = stage;
  return [
    { name: 'port', parts: [port, node, projector, postgres], histories: histories(port), run: run(port) },
    { name: 'emmett', parts: [peer, postgres], histories: histories(peer), run: run(peer) },
    // The caller is no part of the product: its own CPU time is not counted.
    { name: 'http', parts: [api, node, projector, postgres], histories: histories(port), run: run(door) },
  ];
}

const round3 = (number) => round(number, 3);

function report({ json, stage, runs, loads, open }) {
  const of = (side, inFlight) =>
    runs.filter((run) => run.side === side && run.inFlight === inFlight && !run.rate);
  const each = (list, pick) => list.map(pick);
  const ratios = (side, inFlight) =>
    of(side, inFlight).map((run, i) => run.perSecond / of('emmett', inFlight)[i].perSecond);
  const rows = loads.flatMap((inFlight) =>
    ['emmett', 'port', 'http'].map((side) => {
      const list = of(side, inFlight);
      return [
        inFlight,
        side,
        spread(each(list, (run) => run.perSecond)),
        spread(
          each(list, (run) => run.p50),
          1,
        ),
        spread(
          each(list, (run) => run.p99),
          1,
        ),
        spread(
          each(list, (run) => run.cpu),
          2,
        ),
        side === 'emmett' ? '' : spread(ratios(side, inFlight), 2),
      ];
    }),
  );
  const rated = runs.filter(({ rate }) => rate);
  const columns = ['in flight', 'side', 'commands/s', 'p50 ms', 'p99 ms', 'CPU ms each', 'times Emmett'];
  const kinds = [
    ...new Set(runs.map(({ side, inFlight, rate }) => `${side}, ${rate ? `${rate}/s` : inFlight}`)),
  ];
  const where = kinds.map((kind) => {
    const list = runs.filter(
      ({ side, inFlight, rate }) => kind === `${side}, ${rate ? `${rate}/s` : inFlight}`,
    );
    const median = (name) =>
      quantile(
        each(list, ({ cpuEach }) => cpuEach[name]),
        0.5,
      ).toFixed(3);
    return [
      kind,
      Object.keys(list[0].cpuEach)
        .map((name) => `${name} ${median(name)}`)
        .join(', '),
    ];
  });
  const fixed = [
    open.perSecond,
    spread(each(rated, (run) => run.perSecond)),
    spread(
      each(rated, (run) => run.p50),
      1,
    ),
    spread(
      each(rated, (run) => run.p99),
      1,
    ),
    spread(
      each(rated, (run) => run.cpu),
      2,
    ),
  ];
  const least = (numbers) => Math.min(...numbers);
  const most = (numbers) => Math.max(...numbers);
  const goals = loads.map((inFlight) => {
    const asked = inFlight === 1 ? 1 : 3;
    const seen = least(ratios('port', inFlight));
    return {
      goal: `${asked} times Emmett at ${inFlight} in every round`,
      seen: `${seen.toFixed(2)} at least`,
      met: seen >= asked,
    };
  });
  const busiest = loads.at(-1);
  const cpu = quantile(
    each(of('port', busiest), (run) => run.cpu),
    0.5,
  );
  const http = quantile(
    each(of('http', busiest), (run) => run.perSecond),
    0.5,
  );
  const p99 = most(each(rated, (run) => run.p99));
  goals.push(
    {
      goal: `0.7 ms CPU a command through the port at ${busiest}`,
      seen: `${cpu.toFixed(2)} ms`,
      met: cpu <= 0.7,
    },
    { goal: `1,000 commands/s over HTTP at ${busiest}`, seen: http.toFixed(0), met: http >= 1_000 },
    {
      goal: `p99 under 50 ms at ${open.perSecond}/s over HTTP in every round`,
      seen: `${p99} ms`,
      met: p99 < 50,
    },
  );
  publish(
    {
      title: 'Commands: read five facts, decide, append one, row visible',
      settings: {
        ...stage.settings,
        quittance:
          'a fresh command handler, pool of 10 (api: 20), guard row, sealed reason, hash chain, all projections',
        emmett: '0.42.0, pool of 10, CommandHandler, inline raw SQL projection to one table',
      },
      sections: [
        table(columns, rows),
        `At a fixed rate over HTTP, timed from the planned beginning, answered:\n\n${table(['a second', 'commands/s', 'p50 ms', 'p99 ms', 'CPU ms each'], [fixed])}`,
        `CPU milliseconds a command, median, by process:\n\n${table(['side, in flight', 'process'], where)}`,
      ],
      goals,
      json,
    },
    { runs },
  );
}
