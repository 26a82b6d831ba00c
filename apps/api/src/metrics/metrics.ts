import type { CommandListener } from '@quittance/process';
import type { StandingWatch } from '@quittance/read-model';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { StandingMetrics } from './standing-metrics.js';

/** Of what a request or an append takes, in seconds: fine where Quittance promises, coarse above. */
const SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * The metrics of one api process. Labels take values from fixed sets only: commands, routes, status codes, names of
 * projections; never an id, a stream or anything that a caller wrote.
 */
export class Metrics {
  private readonly registry = new Registry();

  constructor(private readonly watch: StandingWatch) {
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision: 50 });
  }

  /** What Prometheus reads: the counts of this process, and how both stores stand at this moment. */
  async text(): Promise<string> {
    const standing = new StandingMetrics(await this.watch.look());
    return (await this.registry.metrics()) + (await standing.text());
  }

  /** Counts commands and appends. */
  commands(): CommandListener {
    const registers = [this.registry];
    const commands = new Counter({
      name: 'quittance_commands_total',
      help: 'Commands by type, result and, of rejections, class of the code',
      labelNames: ['command', 'result', 'kind'] as const,
      registers,
    });
    const seconds = new Histogram({
      name: 'quittance_command_seconds',
      help: 'From the door to the answer, seconds',
      labelNames: ['command'] as const,
      buckets: SECONDS,
      registers,
    });
    const appends = new Histogram({
      name: 'quittance_append_seconds',
      help: 'An append with all its sends, seconds, by its result',
      labelNames: ['result'] as const,
      buckets: SECONDS,
      registers,
    });
    const conflicts = new Counter({
      name: 'quittance_append_conflicts_total',
      help: 'Appends that others had overtaken: decided again',
      registers,
    });
    const unknown = new Counter({
      name: 'quittance_append_unknown_total',
      help: 'Sends that brought no answer: sent again, then read back',
      registers,
    });
    return {
      ended: (ended) => {
        const { command, result, kind } = ended;
        commands.inc({ command, result, kind });
        seconds.observe({ command }, ended.seconds);
      },
      appended: ({ result, unknown: sends, seconds: took }) => {
        appends.observe({ result }, took);
        if (result === 'conflict') conflicts.inc();
        if (sends > 0) unknown.inc(sends);
      },
    };
  }

  /** Times every request by its route, not by its path. */
  requests(fastify: FastifyInstance): void {
    const seconds = new Histogram({
      name: 'quittance_http_request_seconds',
      help: 'Requests by route and status, seconds',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: SECONDS,
      registers: [this.registry],
    });
    fastify.addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url;
      // Of a path that is no route nothing is kept, its method neither: a caller can make up both.
      const method = route === undefined ? 'other' : request.method;
      const labels = { method, route: route ?? 'none', status: reply.statusCode };
      seconds.observe(labels, reply.elapsedTime / 1000);
      done();
    });
  }
}
