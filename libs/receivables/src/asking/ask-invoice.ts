import {
  causedBy,
  type CommandMessage,
  type Execute,
  type FactReader,
  type RecordedFact,
  uuid5,
} from '@quittance/event-store';
import { evolve, type Folding, sideBySide } from '@quittance/kernel';

// A document that has money for invoices (a payment, a credit note) asks each of them to take its part, or to give it back, and
// keeps what they answer in its own stream.

/** Invoices asked side by side. */
const AT_ONCE = 16;
/** Answers recorded in one append: more would be too large for it. */
const AT_MOST = 500;

type BodyOf<Command extends CommandMessage> = Omit<Command, 'context' | 'statedRecordedAt'>;

/**
 * Sends an invoice a command that a fact of another document causes: take this part, give that one back. The command
 * hangs on the fact alone, so that it may be sent again, and by anyone; the invoice answers each of them once.
 * @param key unique among the commands that the fact causes
 * @param beside what follows from the body, and is no part of what is compared when it is sent again
 * @returns its answer; undefined: it cannot be asked now, and what was asked is pending
 */
export async function askInvoice<Command extends CommandMessage>(
  execute: Execute,
  fact: RecordedFact,
  key: string,
  command: { type: new () => Command; body: object; beside?: object },
): Promise<RecordedFact | undefined> {
  const { type, body, beside } = command;
  const { statedRecordedAt } = fact.metadata;
  const context = causedBy(fact, key, body);
  try {
    const { facts } = await execute(Object.assign(new type(), body, beside, { statedRecordedAt, context }));
    // What else it wrote in the same append (a recovery, a difference) names no document.
    return facts.find(({ data }) => 'paymentId' in data || 'creditNoteId' in data);
  } catch {
    return undefined;
  }
}

/** What one invoice answered; without an answer it cannot be asked now. */
export interface Heard<Answer> {
  /** The part, undo or return that it was asked for, by its id. */
  part: string;
  answer?: Answer;
}

export type Ask<Answer> = (execute: Execute) => Promise<Heard<Answer>>;

export interface Answers<Answer> {
  by: ReadonlyMap<string, Answer>;
  /** What the document's stream keeps of them; nothing, when it knew them already. */
  kept: readonly RecordedFact[];
}

/**
 * Asks invoices for what a fact wants of them, and records their answers with its document. May be done again and by anyone: what is
 * asked hangs on the fact alone, and an answer is recorded once.
 */
export async function askFor<Answer, Command extends CommandMessage>(
  execute: Execute,
  fact: RecordedFact,
  asks: readonly Ask<Answer>[],
  record: { type: new () => Command; body: (answers: Answer[]) => BodyOf<Command> },
): Promise<Answers<Answer>> {
  const kept: RecordedFact[] = [];
  const by = new Map<string, Answer>();
  for (let at = 0; at < asks.length; at += AT_MOST) {
    const some = await askSome(execute, fact, asks.slice(at, at + AT_MOST), record);
    for (const [part, answer] of some.by) by.set(part, answer);
    kept.push(...some.kept);
  }
  return { by, kept };
}

async function askSome<Answer, Command extends CommandMessage>(
  execute: Execute,
  fact: RecordedFact,
  asks: readonly Ask<Answer>[],
  record: { type: new () => Command; body: (answers: Answer[]) => BodyOf<Command> },
): Promise<Answers<Answer>> {
  const heard = await sideBySide(AT_ONCE, asks, (ask) => ask(execute));
  const answered = heard.flatMap(({ part, answer }) => (answer ? [[part, answer] as const] : []));
  if (answered.length === 0) return { by: new Map(), kept: [] };
  const body = record.body(answered.map(([, answer]) => answer));
  // Of several at once: those that answered now, whoever asked; never the key under which an invoice was asked.
  const key = uuid5(fact.id, 'answers', ...answered.map(([part]) => part));
  const context = causedBy(fact, key, body);
  const { facts: kept } = await execute(Object.assign(new record.type(), body, { context }));
  return { by: new Map(answered), kept };
}

/** The document as its stream says, as far as facts count, and those of them that ask invoices for something. */
export async function readAsking<State>(
  store: FactReader,
  folding: Folding<State>,
  stream: string,
  asking: readonly string[],
  counts: (fact: RecordedFact) => boolean = () => true,
): Promise<{ state: State; facts: RecordedFact[] }> {
  let state = folding.initial;
  const facts: RecordedFact[] = [];
  for await (const fact of store.read(stream)) {
    if (!counts(fact)) continue;
    state = evolve(folding.evolve, state, fact);
    if (asking.includes(fact.type)) facts.push(fact);
  }
  return { state, facts };
}
