// What TLS and the secret cost a command: the same commands through the port on a node as installed and on one without
// either, each with a projector and databases of its own on one PostgreSQL, in alternating rounds.
import { join } from 'node:path';
import { root } from './product.mjs';
import { latencies, publish, round, spread, table } from './report.mjs';
import { measured, onStage } from './stage.mjs';

const FULL = { rounds: 5, load: { 1: 250, 16: 2_000, 64: 3_000 } };
const QUICK = { rounds: 1, load: { 1: 50, 16: 300, 64: 600 } };

export async function tls({ quick, json, profile }) {
  const { rounds, load } = quick ? QUICK : FULL;
  await onStage({ profile }, async (stage) => {
    const sides = [await installed(stage), await plain(stage)];
    for (const { port } of sides) await port.ask({ what: 'prepare' });
    const runs = [];
    let invoices = 0;
    // The first round only warms up.
    for (let at = 0; at <= rounds; at += 1) {
      const order = at % 2 ? sides : [...sides].reverse();
      for (const [inFlight, full] of Object.entries(load)) {
        const count = at ? full : Math.ceil(full / 4);
        for (const { name, port, parts } of order) {
          await port.ask({ what: 'histories', from: invoices, count });
          const { answer, seconds, cpuInAll } = await measured(parts, () =>
            port.ask({ what: 'run', from: invoices, count, inFlight: Number(inFlight) }),
          );
          const figures = { perSecond: count / seconds, ...latencies(answer), cpu: cpuInAll / count };
          if (at) runs.push({ side: name, round: at, inFlight: Number(inFlight), count, ...figures });
        }
        invoices += count;
      }
      process.stderr.write(at ? `round ${at} of ${rounds}\n` : 'warm\n');
    }
    report({ json, stage, runs, loads: Object.keys(load).map(Number) });
  });
}

async function installed(stage) {
  const node = await stage.startNode();
  const projector = await stage.startProjector();
  const port = await stage.start('handler', join(root, 'bench/sides/port.mjs'));
  return { name: 'TLS', port, parts: [port, node, projector, stage.postgres] };
}

async function plain(stage) {
  const { node, given } = await stage.startPlainNode();
  const projector = await stage.startProjector(given);
  const port = await stage.start('plain handler', join(root, 'bench/sides/port.mjs'), given);
  return { name: 'plain', port, parts: [port, node, projector, stage.postgres] };
}

function report({ json, stage, runs, loads }) {
  const of = (side, inFlight) => runs.filter((run) => run.side === side && run.inFlight === inFlight);
  const each = (list, name, decimals) =>
    spread(
      list.map((run) => run[name]),
      decimals,
    );
  /** Of every round, TLS over plain. */
  const ratios = (inFlight, name) =>
    of('TLS', inFlight).map((run, i) => run[name] / of('plain', inFlight)[i][name]);
  const rows = loads.flatMap((inFlight) =>
    ['plain', 'TLS'].map((side) => {
      const list = of(side, inFlight);
      const beside =
        side === 'TLS' ? ['perSecond', 'cpu'].map((name) => spread(ratios(inFlight, name), 2)) : ['', ''];
      return [
        inFlight,
        side,
        each(list, 'perSecond', 0),
        each(list, 'p50', 1),
        each(list, 'p99', 1),
        each(list, 'cpu', 2),
        ...beside,
      ];
    }),
  );
  const columns = ['in flight', 'side', 'commands/s', 'p50 ms', 'p99 ms', 'CPU ms each'];
  publish(
    {
      title: 'TLS and the secret: what they cost a command through the port',
      settings: stage.settings,
      sections: [table([...columns, 'commands/s, times plain', 'CPU, times plain'], rows)],
      json,
    },
    {
      runs,
      ratios: loads.map((inFlight) => ({
        inFlight,
        perSecond: ratios(inFlight, 'perSecond').map((ratio) => round(ratio, 3)),
        cpu: ratios(inFlight, 'cpu').map((ratio) => round(ratio, 3)),
      })),
    },
  );
}
