import type { RecordedFact } from '@quittance/event-store';
import { must, type Said } from './action.js';
import {
  boundsAll,
  type Command,
  commandOf,
  HEARS,
  OVERTAKEN,
  refusedLater,
  requestOf,
  take,
  unlessBound,
  verdictOn,
  waitingIn,
} from './actions.js';
import { Books, type Cast } from './books.js';
import type { Fault, History, Step, Writer } from './history.js';
import { idOfCommand } from './requests.js';

/** What a caller hears: done, refused with a code, or nothing and never asked again. */
export type Answer = { id: string; revision: string } | { refused: string } | 'silence';

/** The way to Quittance: in memory, or processes over HTTP. */
export interface Door {
  send(
    command: Command,
    key: string,
    by: Writer,
    how: { fault?: Fault | null; pace?: number },
  ): Promise<Answer>;
  restart(part: Extract<Step, { step: 'restart' }>['part']): Promise<void>;
  /** Asks for a report and keeps the answer. */
  ask(asOf: number): Promise<void>;
  /** The facts after those answered before, in the order of the log. */
  news(): Promise<RecordedFact[]>;
  /** What a reactor does: asks the invoices again for what is left pending. */
  finish(books: Books): Promise<void>;
}

interface Sent {
  command: Command;
  key: string;
  answer: Answer;
}

const idOf = ({ command, key }: Sent): string => idOfCommand(key, requestOf(command).by);

/** Lives a history through a door; the books follow the log fact by fact and says what must have happened. */
export class Life {
  readonly books = new Books();
  /** What was heard of commands: `refund ok`, `undo more-than-applied`. */
  readonly heard: string[] = [];
  /** Every fact of the history so far. */
  readonly facts: RecordedFact[] = [];
  private readonly sent: Sent[] = [];
  private readonly known = new Map<string, Command>();
  private readonly done = new Set<string>();
  private readonly ids = new Set<string>();
  private readonly streams = new Set<string>();
  /** Ids of commands that were sent at the same moment as another. */
  private readonly atOnce = new Set<string>();

  constructor(
    private readonly cast: Cast,
    private readonly door: Door,
  ) {}

  /** @throws Error in the trade's words when what happens is not what the model says */
  async live({ steps }: History): Promise<void> {
    await this.follow();
    for (const step of steps) await this.step(step);
    await this.door.finish(this.books);
    await this.follow();
    const waiting = waitingIn(this.books);
    must(waiting.length === 0, `${waiting.join(', ')}: left without an answer`);
    await this.everythingTwice();
  }

  private async step(step: Step): Promise<void> {
    if (step.step === 'restart') return this.door.restart(step.part);
    if (step.step === 'ask') return this.door.ask(step.asOf);
    if (step.step === 'again') {
      const earlier = this.sent[step.earlier % (this.sent.length || 1)];
      if (!earlier) return;
      return step.newKey ? this.send(earlier.command, step.by) : this.repeat(earlier, step.by);
    }
    const intents = step.step === 'together' ? step.intents : [step.intent];
    const commands = intents.map((intent) => commandOf(intent, this.books, this.cast));
    if (step.step === 'send') return commands[0] && this.send(commands[0], step.by, step.fault);
    if (!commands.some((command) => command && boundsAll(command)))
      return this.sendTogether(commands, step.paces);
    for (const [i, command] of commands.entries()) if (command) await this.send(command, i as Writer);
  }

  private async send(command: Command, by: Writer, fault: Fault | null = null): Promise<void> {
    const verdict = verdictOn(command, this.books);
    const count = this.facts.length;
    const sent = await this.hand(command, by, { fault });
    await this.follow();
    if (sent.answer !== 'silence') this.agrees(sent, this.seen(sent, verdict, count));
  }

  /** A refusal that may rest on an answer that a crash left out is looked at again, once that was asked for. */
  private seen({ command }: Sent, before: string, count: number): string[] {
    const answered = this.facts.slice(count).some(({ type }) => HEARS[type]);
    // What was recorded is legal where it stands, as the log was followed.
    return before !== 'ok' && answered
      ? [before, verdictOn(command, this.books), unlessBound(command, this.books)]
      : [before];
  }

  private async sendTogether(
    commands: readonly (Command | undefined)[],
    paces: readonly number[],
  ): Promise<void> {
    const before = commands.map((command) => command && verdictOn(command, this.books));
    const hands = commands.map(
      async (command, i) => command && this.hand(command, i as Writer, { pace: paces[i], atOnce: true }),
    );
    const both = await Promise.all(hands);
    // What was recorded is legal where it stands, as the log was followed; what was not saw the state of before, between or after.
    const seen = commands.map((command, i) =>
      command ? new Set([before[i]!, unlessBound(command, this.books)]) : new Set<string>(),
    );
    await this.follow(() =>
      commands.forEach((command, i) => command && seen[i]!.add(verdictOn(command, this.books))),
    );
    both.forEach((sent, i) => sent && this.agrees(sent, [...seen[i]!]));
  }

  private async hand(
    command: Command,
    by: Writer,
    { atOnce, ...how }: Parameters<Door['send']>[3] & { atOnce?: boolean },
  ): Promise<Sent> {
    const key = `${this.cast.tag} request ${this.sent.length + 1}`;
    const sent: Sent = { command, key, answer: 'silence' };
    this.known.set(idOf(sent), command);
    if (atOnce) this.atOnce.add(idOf(sent));
    this.sent.push(sent);
    sent.answer = await this.door.send(command, key, by, how);
    return sent;
  }

  /** With its key: what was done stays done, nothing to do stays nothing; what was refused is a new request. */
  private async repeat(earlier: Sent, by: Writer): Promise<void> {
    const { command, key, answer } = earlier;
    const wasDone = this.done.has(idOf(earlier));
    const verdict = verdictOn(command, this.books);
    const count = this.facts.length;
    earlier.answer = await this.door.send(command, key, by, {});
    await this.follow();
    const wasNothing = !wasDone && typeof answer === 'object' && 'id' in answer;
    if (!wasDone) return this.agrees(earlier, wasNothing ? ['nothing'] : this.seen(earlier, verdict, count));
    const again = this.facts.slice(count).filter(({ type }) => !HEARS[type]);
    must(again.length === 0, `${key} was done twice`);
    if (this.isRefusedLater(earlier)) return;
    must(
      typeof earlier.answer === 'object' && 'id' in earlier.answer,
      `${key} (${command.do}) was done, then refused: ${JSON.stringify(earlier.answer)}`,
    );
    if (answer !== 'silence')
      must(
        JSON.stringify(earlier.answer) === JSON.stringify(answer),
        `${key} was answered twice differently`,
      );
  }

  private async everythingTwice(): Promise<void> {
    const count = this.facts.length;
    for (const sent of this.sent) if (this.done.has(idOf(sent))) await this.repeat(sent, 0);
    must(this.facts.length === count, 'the same commands once more wrote facts');
  }

  private isRefusedLater({ command, answer }: Sent): boolean {
    return (
      typeof answer === 'object' &&
      'refused' in answer &&
      refusedLater(command, this.books).includes(answer.refused)
    );
  }

  private agrees(sent: Sent, verdicts: readonly string[]): void {
    const { command, key, answer } = sent;
    if (this.done.has(idOf(sent)) && this.isRefusedLater(sent)) return;
    const isDone = this.done.has(idOf(sent));
    const heard =
      answer === 'silence' ? answer : 'refused' in answer ? answer.refused : isDone ? 'ok' : 'nothing';
    this.heard.push(`${command.do} ${heard}`);
    must(
      isDone === (heard === 'ok'),
      `${key} (${command.do}): answered "${heard}", but the fact ${isDone ? 'is' : 'is not'} there`,
    );
    must(
      verdicts.includes(heard),
      `${key} (${command.do}): answered "${heard}", must be "${verdicts.join('" or "')}"`,
    );
  }

  private async follow(afterEach: () => void = () => undefined): Promise<void> {
    for (const fact of await this.door.news()) {
      const { commandId } = fact.metadata;
      if (!this.isOurs(fact)) continue;
      this.streams.add(fact.stream);
      must(!this.ids.has(fact.id), `${fact.type} has the id of another fact`);
      this.ids.add(fact.id);
      must(!this.done.has(commandId), `${fact.type} is in the log twice`);
      if (this.known.has(commandId)) this.done.add(commandId);
      this.record(this.books, fact);
      this.facts.push(fact);
      afterEach();
    }
  }

  /** The books after each fact, from the beginning. */
  *prefixes(): Generator<{ fact: RecordedFact; books: Books }> {
    const books = new Books();
    for (const fact of this.facts) {
      this.record(books, fact);
      yield { fact, books };
    }
  }

  private isOurs({ metadata, data, stream }: RecordedFact): boolean {
    const { people, customers } = this.cast;
    return (
      this.known.has(metadata.commandId) ||
      this.streams.has(stream) ||
      people.includes(data.personId as string) ||
      customers.includes(data.customerId as string)
    );
  }

  /** Every fact must be legal where it stands in the log, but for what two commands at once may overtake. */
  private record(books: Books, { type, data, metadata: { commandId } }: RecordedFact): void {
    const command = this.known.get(commandId);
    if (!command) return HEARS[type]?.(data as Said, books);
    const verdict = verdictOn(command, books);
    const overtaken = OVERTAKEN.has(verdict) && this.atOnce.has(commandId);
    must(verdict === 'ok' || overtaken, `${type} was recorded, must be "${verdict}"`);
    take(command, books, data as Said);
  }
}
