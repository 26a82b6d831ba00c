import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Outcome } from './batch.js';
import type { EventLog } from './event-log.js';
import { type BatchError, MAX_APPEND_SIZE, batchErrors, unavailable } from './failures.js';
import type { Expected } from './expected-revision.js';
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
  correlation: BatchRequest['correlation'];
  target: Target;
  events: Proposed[];
  size: number;
  /** Milliseconds since 1970. */
  deadline: number;
  /** Gives it up at the deadline. */
  timer?: NodeJS.Timeout;
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
    call.on('end', () => {
      this.forgetAll(); // nobody can finish them any more
      this.finish(true);
    });
    call.on('drain', this.regulate);
    call.on('cancelled', () => this.leave());
    call.on('error', () => this.leave());
  }

  fail(error: Error): void {
    this.send();
    if (!this.over) this.call.emit('error', error);
    this.leave();
  }

  private take(request: BatchRequest): void {
    const key = request.correlation?.text ?? JSON.stringify(request.correlation);
    const started = this.started.get(key) ?? this.begin(request);
    // A part of an append that was answered already, refused or too late.
    if (!started) return;
    started.size += request.events.reduce(
      (sum, { data, metadata }) => sum + data.length + metadata.length,
      0,
    );
    const tooLarge = started.size > MAX_APPEND_SIZE;
    const error = started.deadline <= Date.now() ? batchErrors.timeout() : tooLarge && batchErrors.tooLarge();
    if (error || request.final) this.forget(key);
    if (error) return this.settle(started, { error });
    started.events = [...started.events, ...request.events];
    if (request.final) {
      this.append(started).catch((failed: Error) => this.fail(unavailable(failed.message)));
    } else if (this.started.size < MAX_STARTED || this.started.has(key)) {
      this.started.set(key, started);
      started.timer ??= setTimeout(() => this.giveUp(key), started.deadline - Date.now());
    } else {
      this.fail(unavailable('Too many unfinished appends on one call'));
    }
  }

  private begin({ correlation, target }: BatchRequest): Started | undefined {
    if (!target) return undefined;
    const deadline = Math.min(deadlineOf(target), Date.now() + this.log.writeLimit);
    return { correlation, target, events: [], size: 0, deadline };
  }

  /** An append that nobody finishes is answered, as the real server answers it, when its time is over. */
  private giveUp(key: string): void {
    const started = this.started.get(key);
    this.forget(key);
    if (started) this.settle(started, { error: batchErrors.timeout() });
  }

  private forget(key: string): void {
    clearTimeout(this.started.get(key)?.timer);
    this.started.delete(key);
  }

  private leave(): void {
    this.over = true;
    this.forgetAll();
  }

  private forgetAll(): void {
    for (const key of [...this.started.keys()]) this.forget(key);
  }

  private settle({ correlation, target }: Started, result: Result): void {
    this.answer({ correlation, stream: target.stream, ...echo(target), ...result });
  }

  private async append(started: Started): Promise<void> {
    const { target, events, size, deadline } = started;
    const answer = (result: Result): void => this.settle(started, result);
    let stream: string;
    let proposed: NewEvent[];
    let expected: Expected;
    try {
      stream = streamName(target.stream);
      expected = expectedRevision(target);
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
      expected,
      events: proposed,
      size: weight + 1_000,
      deadline,
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

type Result = { success: BatchResponse['success'] } | { error: BatchError };

function resultOf(outcome: Exclude<Outcome, { result: 'unavailable' }>, target: Target): Result {
  switch (outcome.result) {
    case 'conflict':
      return { error: batchErrors.conflict(target, outcome.actual) };
    case 'deleted':
      return { error: batchErrors.deleted(target.stream!) };
    case 'denied':
      return { error: batchErrors.denied() };
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
  return deadline ? milliseconds(deadline) : Infinity;
}

const milliseconds = ({ seconds, nanos }: NonNullable<Target['timeout']>): number =>
  seconds.toNumber() * 1000 + nanos / 1e6;
