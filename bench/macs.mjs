// What a MAC costs a command: the same commands through the port, with and without, in alternating rounds of one run.
import { createSecretKey, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { lib, root } from './product.mjs';
import { publish, quantile, round, spread, table } from './report.mjs';
import { measured, onStage } from './stage.mjs';

const FULL = { rounds: 5, count: 3_000, facts: 20_000 };
const QUICK = { rounds: 5, count: 300, facts: 4_000 };
const IN_FLIGHT = 64;

export async function macs({ quick, json, profile }) {
  const { rounds, count, facts } = quick ? QUICK : FULL;
  await onStage({ profile }, async (stage) => {
    const node = await stage.startNode();
    const projector = await stage.startProjector();
    const port = join(root, 'bench/sides/port.mjs');
    const sides = [
      { name: 'with', part: await stage.start('with', port) },
      { name: 'without', part: await stage.start('without', port, { BENCH_MACS: 'off' }) },
    ];
    for (const { part } of sides) await part.ask({ what: 'prepare' });
    let invoices = 0;
    const runs = [];
    // The first round only warms up.
    for (let at = 0; at <= rounds; at += 1) {
      for (const { name, part } of at % 2 ? sides : [...sides].reverse()) {
        const given = { from: invoices, count };
        invoices += count;
        await part.ask({ what: 'histories', ...given });
        const { seconds, cpu, cpuInAll } = await measured([part, node, projector, stage.postgres], () =>
          part.ask({ what: 'run', ...given, inFlight: IN_FLIGHT }),
        );
        const each = { ms: (1000 * seconds) / count, handler: cpu[name] / count, cpu: cpuInAll / count };
        if (at > 0) runs.push({ side: name, round: at, ...each });
      }
      process.stderr.write(at ? `round ${at} of ${rounds}\n` : 'warm\n');
    }
    report({ json, stage, runs, alone: alone(rounds, facts) });
  });
}

/** Microseconds to link one fact, with and without a MAC, in this process alone; one of each a round. */
function alone(rounds, facts) {
  const { chain, CHAIN_START } = lib('event-store');
  const key = { id: 'bench', secret: createSecretKey(randomBytes(32)) };
  const fact = {
    id: '00000000-0000-5000-8000-000000000001',
    type: 'PaymentReceived',
    data: { amount: '100.00', currency: 'EUR', allocations: [], personal: { sealed: 'x'.repeat(300) } },
    metadata: {
      actor: { id: 'anna', roles: ['clerk'] },
      commandHash: 'a'.repeat(64),
      entity: 'main',
      schema: 1,
    },
  };
  const time = (by) => {
    const began = process.cpuUsage();
    for (let i = 0; i < facts; i += 1) chain('payment-1', CHAIN_START, [fact], by);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / facts;
  };
  time(key);
  return Array.from({ length: rounds }, () => ({ with: time(key), without: time(undefined) }));
}

function report({ json, stage, runs, alone: linked }) {
  const of = (side, name) => runs.filter((run) => run.side === side).map((run) => run[name]);
  const ratios = (name) => of('with', name).map((value, i) => value / of('without', name)[i]);
  const median = (list) => round(quantile(list, 0.5), 3);
  const rows = [
    ['milliseconds a command, 64 in flight', 'ms'],
    ['CPU ms a command, command handler', 'handler'],
    ['CPU ms a command, all processes', 'cpu'],
  ].map(([what, name]) => [
    what,
    spread(of('without', name), 3),
    spread(of('with', name), 3),
    spread(ratios(name), 3),
  ]);
  rows.push([
    'CPU µs to link one fact, alone',
    spread(
      linked.map((one) => one.without),
      1,
    ),
    spread(
      linked.map((one) => one.with),
      1,
    ),
    spread(
      linked.map((one) => one.with / one.without),
      3,
    ),
  ]);
  publish(
    {
      title: 'MACs: what they cost a command',
      settings: { ...stage.settings, quittance: 'one command handler with, one without; pool of 10 each' },
      sections: [table(['median (least to most)', 'without', 'with', 'ratio, round by round'], rows)],
      goals: [
        {
          goal: 'a MAC costs a command at most 5 % of its CPU, median of the rounds',
          seen: `${median(ratios('cpu'))} times`,
          met: median(ratios('cpu')) <= 1.05,
        },
      ],
      json,
    },
    { runs, alone: linked },
  );
}
