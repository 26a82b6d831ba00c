import { Inject, Injectable } from '@nestjs/common';
import type { EventStore, TouchedStream } from '@quittance/event-store';
import { EVENT_STORE, FACT_PREFIXES } from '../parts.js';

/** One step through the log; the next one goes on from `position`. */
export interface TouchedStep {
  /** Up to here the log was looked through, in the store's own numbers; null: it holds nothing. */
  position: string | null;
  done: boolean;
  found: { stream: string; what: string }[];
}

const STEP_MS = 2_000;
const MOST_FOUND = 500;

/** Streams of facts that were deleted, cut or given metadata in the store, in steps of bounded size and time. */
@Injectable()
export class TouchedStreamsQueries {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(FACT_PREFIXES) private readonly prefixes: readonly string[],
  ) {}

  async step(past?: bigint): Promise<TouchedStep> {
    const until = performance.now() + STEP_MS;
    const found: TouchedStep['found'] = [];
    let position = past;
    let done = true;
    for await (const one of this.store.touched(this.prefixes, past)) {
      position = one.position;
      if (one.stream !== undefined) found.push({ stream: one.stream, what: whatOf(one) });
      if (found.length < MOST_FOUND && performance.now() < until) continue;
      done = false;
      break;
    }
    return { position: position === undefined ? null : String(position), done, found };
  }
}

function whatOf({ how, metadata = {} }: TouchedStream): string {
  if (how === 'deleted') return 'it was deleted';
  if (how === 'cut') return `its facts before revision ${String(metadata.$tb)} were cut away`;
  return `it has metadata: ${JSON.stringify(metadata).slice(0, 200)}`;
}
