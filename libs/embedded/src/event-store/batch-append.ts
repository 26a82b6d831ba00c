import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Outcome } from './batch.js';
import type { EventLog } from './event-log.js';
import { type BatchError, MAX_APPEND_SIZE, batchErrors, unavailable } from './failures.js';
import { BadProposal, expectedRevision, newEvent, streamName } from './proposals.js';
import {
  type BatchRequest,
  type BatchResponse,
  type Proposed,
  type Target,
  messages,
  positionOf,
} from './protocol.js';
import { type NewEvent, sizeOf } from './stored-event.js';

/** An append whose last part has not come yet. */
interface Started {
  target: Target;
  events: Proposed[];
  size: number;
}
/** Parts of unfinished appends that one client may leave with us. */
const MAX_STARTED = 100;

/** One client's stream of appends and their answers, for as long as the client lives. */
export class BatchAppend {
  private readonly started = new Map<string, Started>();
  private pending = 0;
  /** Encoded, to be sent in this turn of the loop. */
  private answers: Buffer[] = [];
  private over = false;
  private ended = false;

  constructor(
    private readonly call: ServerDuplexStream<BatchRequest, readonly Buffer[]>,
    private readonly log: EventLog,
  ) {
    call.on('data', (request: BatchRequest) => this.take(request));
    call.on('end', () => this.finish(true));
    call.on('drain', this.regulate);
    call.on('cancelled', () => (this.over = true));
    call.on('error', () => (this.over = true));
  }

  fail(error: Error): void {
    this.send();
    if (!this.over) this.call.emit('error', error);
    this.over = true;
  }

  private take(request: BatchRequest): void {
    const key = request.correlation?.text ?? JSON.stringify(request.correlation);
    const started = this.started.get(key) ?? { target: request.target ?? NO_TARGET, events: [], size: 0 };
    started.size += request.events.reduce(
      (sum, { data, metadata }) => sum + data.length + metadata.length,
      0,
    );
    // Too large already: what it weighs is enough to refuse it at its end.
    started.events = started.size > MAX_APPEND_SIZE ? [] : [...started.events, ...request.events];
    if (request.final) {
      this.started.delete(key);
      this.append(request, started).catch((error: Error) => this.fail(unavailable(error.message)));
    } else if (this.started.size < MAX_STARTED || this.started.has(key)) {
      this.started.set(key, started);
    } else {
      this.fail(unavailable('Too many unfinished appends on one call'));
    }
  }

  private async append(request: BatchRequest, { target, events, size }: Started): Promise<void> {
    const answer = (result: { success: BatchResponse['success'] } | { error: BatchError }): void => {
      this.answer({ correlation: request.correlation, stream: target.stream, ...echo(target), ...result });
    };
    let stream: string;
    let proposed: NewEvent[];
    try {
      stream = streamName(target.stream);
      proposed = events.map(newEvent);
    } catch (error) {
      if (!(error instanceof BadProposal)) throw error;
      return answer({ error: batchErrors.badRequest(error.message) });
    }
    const weight = Math.max(
      size,
      proposed.reduce((sum, event) => sum + sizeOf(event), 0),
    );
    if (weight > MAX_APPEND_SIZE) return answer({ error: batchErrors.tooLarge() });
    this.pending++;
    const writing = this.log.append({
      kind: 'append',
      stream,
      expected: expectedRevision(target),
      events: proposed,
      size: weight + 1_000,
      deadline: deadlineOf(target),
    });
    this.regulate();
    const outcome = await writing;
    this.pending--;
    if (outcome.result === 'unavailable')
      this.fail(unavailable('The event store has no database at the moment'));
    else answer(resultOf(outcome, target));
    this.regulate();
    this.finish();
  }

  /** Answers of the same moment, those of one commit above all, go in one write. */
  private answer(response: BatchResponse): void {
    if (this.answers.length === 0) {
      process.nextTick(() => {
        this.send();
        this.regulate();
        this.finish();
      });
    }
    this.answers.push(messages.batchResponse.encode(response));
  }

  private send(): void {
    const { answers } = this;
    this.answers = [];
    if (answers.length > 0 && !this.over) this.call.write(answers);
  }

  /** Reads no more while answers are not taken, or while more waits than the log wants to hold. */
  private readonly regulate = (): void => {
    if (this.over) return;
    if (this.log.busy) this.log.onRoom(this.regulate);
    if (this.log.busy || this.call.writableNeedDrain) this.call.pause();
    else if (this.call.isPaused()) this.call.resume();
  };

  private finish(ended = this.ended): void {
    this.ended = ended;
    if (ended && this.pending === 0 && this.answers.length === 0 && !this.over) this.call.end();
  }
}

const NO_TARGET = { revision: { toNumber: () => 0 } } as Target;

function resultOf(
  outcome: Exclude<Outcome, { result: 'unavailable' }>,
  target: Target,
): { success: BatchResponse['success'] } | { error: BatchError } {
  switch (outcome.result) {
    case 'conflict':
      return { error: batchErrors.conflict(target, outcome.actual) };
    case 'deleted':
      return { error: batchErrors.deleted(target.stream!) };
    case 'timeout':
      return { error: batchErrors.timeout() };
    case 'stored':
      return { success: appended(outcome) };
  }
}

export function appended({
  revision,
  position,
}: {
  revision: number;
  position?: number;
}): BatchResponse['success'] {
  return {
    ...(revision < 0 ? { noStream: {} } : { revision }),
    ...(position === undefined ? { noPosition: {} } : { position: positionOf(position) }),
  };
}

/** The answer repeats what was expected. */
const echo = ({ expected, revision }: Target): Partial<BatchResponse> =>
  expected === 'revision' ? { revision } : { [expected ?? 'any']: {} };

function deadlineOf({ deadline, timeout }: Target): number {
  if (timeout) return Date.now() + milliseconds(timeout);
  return deadline ? milliseconds(deadline) : Date.now() + 10_000;
}

const milliseconds = ({ seconds, nanos }: NonNullable<Target['timeout']>): number =>
  seconds.toNumber() * 1000 + nanos / 1e6;
