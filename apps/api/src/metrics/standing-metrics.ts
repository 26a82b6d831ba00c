import type { ReadSide, Standing } from '@quittance/read-model';
import { Gauge, Registry } from 'prom-client';

/**
 * How both stores and the processes without HTTP stand: asked again for each reading, equal in every api process. What
 * does not answer has no value: a gap in the graph, not a number that was true once.
 */
export class StandingMetrics {
  private readonly registry = new Registry();
  private readonly gauges = new Map<string, Gauge>();

  constructor(standing: Standing) {
    this.stores(standing);
    const { readSide, lag, end } = standing;
    if (readSide) this.readSide(readSide);
    if (end) this.set('quittance_log_position', LOG_POSITION, Number(end.at?.commit ?? 0n));
    if (!lag) return;
    this.set('quittance_projection_lag_facts', LAG_FACTS, lag.facts);
    this.set('quittance_projection_lag_seconds', LAG_SECONDS, lag.seconds);
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  private stores({ end, readSide }: Standing): void {
    const help = '1 when it answers within 2 s';
    this.set('quittance_store_up', help, end ? 1 : 0, { store: 'event-store' });
    this.set('quittance_store_up', help, readSide ? 1 : 0, { store: 'postgresql' });
  }

  private readSide({ projector, beatSeconds, projections, parkedStreams, rebuilds, counts }: ReadSide): void {
    const position = Number(projector.checkpoint?.commit ?? 0n);
    this.set('quittance_projector_position', 'Position of the last fact projected', position);
    this.set('quittance_projector_facts', 'Facts in the tables', Number(projector.facts));
    this.set(
      'quittance_projector_subscribed',
      '1 while it hears the event store',
      projector.subscribed ? 1 : 0,
    );
    if (beatSeconds !== undefined) {
      this.set(
        'quittance_projector_heartbeat_age_seconds',
        'Since the last heartbeat came through',
        beatSeconds,
      );
    }
    for (const { name, parked } of projections) {
      this.set('quittance_parked_streams', 'Streams parked for a projection', parked, { projection: name });
    }
    this.set(
      'quittance_parked_streams_any',
      'Streams that at least one projection leaves out',
      parkedStreams,
    );
    for (const { projections: names, factsDone, factsToDo } of rebuilds) {
      const about = { projection: names.length === 1 ? names[0]! : 'several' };
      this.set('quittance_rebuild_facts_done', 'Facts in the tables being rebuilt', Number(factsDone), about);
      this.set('quittance_rebuild_facts_to_do', 'Facts that they will hold', Number(factsToDo), about);
    }
    for (const { process, name, value } of counts) {
      this.set('quittance_process_counts', COUNTS, Number(value), { process, count: name });
    }
  }

  private set(name: string, help: string, value: number, labels: Record<string, string> = {}): void {
    let gauge = this.gauges.get(name);
    if (!gauge) {
      gauge = new Gauge({ name, help, labelNames: Object.keys(labels), registers: [this.registry] });
      this.gauges.set(name, gauge);
    }
    gauge.set(labels, value);
  }
}

const LOG_POSITION = 'Position of the last fact in the log';
const LAG_FACTS = 'Facts in the log that are not in the tables; counted up to 500, beyond that estimated';
const LAG_SECONDS = 'How long the first of them has been waiting';
const COUNTS = 'What the projector and the reactor have counted since the first start (docs/watching.md)';
