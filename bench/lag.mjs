// Lag: from a fact (the store's own time of it) to its rows in the read tables, while commands come over HTTP at a
// fixed rate. A peer that projects inside the append has none, and pays for it in every command (bench:commands).
import { join } from 'node:path';
import { Client, root } from './product.mjs';
import { latencies, publish, quantile, spread, table } from './report.mjs';
import { measured, onStage } from './stage.mjs';

const FULL = { rounds: 5, perSecond: 500, seconds: 12 };
const QUICK = { rounds: 1, perSecond: 100, seconds: 3 };

export async function lag({ quick, json, profile }) {
  const { rounds, perSecond, seconds } = quick ? QUICK : FULL;
  await onStage({ profile }, async (stage) => {
    const node = await stage.startNode();
    const projector = await stage.startProjector();
    const api = await stage.startApi();
    const at = (name) => join(root, 'bench/sides', name);
    const handler = await stage.start('handler', at('port.mjs'));
    const caller = await stage.start('caller', at('http.mjs'), { QUITTANCE_URL: api.said.url });
    await handler.ask({ what: 'prepare' });
    const watch = await Watch.start(stage.env.DATABASE_URL);
    const parts = [api, node, projector, stage.postgres];
    const runs = [];
    // The first round only warms up.
    for (let round = 0; round <= rounds; round += 1) {
      const count = perSecond * (round ? seconds : Math.min(3, seconds));
      const from = round * perSecond * seconds;
      await handler.ask({ what: 'histories', from, count });
      const after = watch.position;
      const { answer, cpu, cpuInAll } = await measured(parts, () =>
        caller.ask({ what: 'run', from, count, rate: perSecond }),
      );
      const lags = await watch.lags(after, count);
      const batches = watch.seen.filter(({ position }) => position > after).length;
      const cpuEach = Object.fromEntries(Object.entries(cpu).map(([name, ms]) => [name, ms / count]));
      const figures = { facts: lags.length, lag: latencies(lags), answered: latencies(answer), batches };
      if (round) runs.push({ round, ...figures, cpu: cpuInAll / count, cpuEach });
      process.stderr.write(round ? `round ${round} of ${rounds}\n` : 'warm\n');
    }
    await watch.stop();
    report({ json, stage, runs, perSecond });
  });
}

/** Hears how far the projector is, and remembers when it was told. */
class Watch {
  seen = [];

  static async start(url) {
    const watch = new Watch();
    watch.client = new Client({ connectionString: url });
    watch.client.on('notification', ({ payload }) =>
      watch.seen.push({ position: BigInt(payload), at: performance.timeOrigin + performance.now() }),
    );
    watch.client.on('error', () => undefined);
    await watch.client.connect();
    await watch.client.query('listen quittance_progress');
    return watch;
  }

  get position() {
    return this.seen.at(-1)?.position ?? 0n;
  }

  /** Milliseconds from the recorded time of each fact after a position to the telling that it is projected. */
  async lags(after, least) {
    const rowsOf = `select position, extract(epoch from recorded_at) * 1000 as at from mirror.facts
      where position > $1 order by position`;
    let rows = [];
    while (rows.length < least || BigInt(rows.at(-1).position) > this.position) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      ({ rows } = await this.client.query(rowsOf, [String(after)]));
    }
    let told = 0;
    return rows.map(({ position, at }) => {
      while (this.seen[told].position < BigInt(position)) told += 1;
      return this.seen[told].at - Number(at);
    });
  }

  stop = () => this.client.end();
}

function report({ json, stage, runs, perSecond }) {
  const of = (pick, decimals = 1) => spread(runs.map(pick), decimals);
  const names = Object.keys(runs[0].cpuEach);
  const p50 = quantile(
    runs.map(({ lag: { p50: one } }) => one),
    0.5,
  );
  const p99 = quantile(
    runs.map(({ lag: { p99: one } }) => one),
    0.5,
  );
  publish(
    {
      title: `Fact to visible row at ${perSecond} commands/s over HTTP`,
      settings: {
        ...stage.settings,
        quittance: 'api, node, projector with all projections; one notification a batch',
      },
      sections: [
        table(
          ['figure', 'median of the rounds (least to most)'],
          [
            ['lag p50 ms', of(({ lag }) => lag.p50)],
            ['lag p99 ms', of(({ lag }) => lag.p99)],
            ['lag max ms', of(({ lag }) => lag.max)],
            ['answered p50 ms', of(({ answered }) => answered.p50)],
            ['answered p99 ms', of(({ answered }) => answered.p99)],
            ['facts a batch', of(({ facts, batches }) => facts / batches)],
            ['CPU ms a command', of(({ cpu }) => cpu, 2)],
            ...names.map((name) => [`of it ${name}`, of(({ cpuEach }) => cpuEach[name], 3)]),
          ],
        ),
      ],
      goals: [
        { goal: 'lag p50 of 15 ms', seen: `${p50.toFixed(1)} ms`, met: p50 <= 15 },
        { goal: 'lag p99 of 250 ms', seen: `${p99.toFixed(1)} ms`, met: p99 <= 250 },
      ],
      json,
    },
    { runs },
  );
}
