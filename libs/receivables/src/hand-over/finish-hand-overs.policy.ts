import {
  type Execute,
  type FactReader,
  type Outcome,
  type RecordedFact,
  uuid5,
} from '@quittance/event-store';
import { sideBySide } from '@quittance/kernel';
import type { Pool } from 'pg';
import { askInvoice } from '../asking/ask-invoice.js';
import { TakeOver } from './hand-over.commands.js';
import type { HandOverFacts } from './hand-over.events.js';

/** Invoices that a run, or a request, sees to. */
const AT_MOST = 500;
const AT_ONCE = 16;

interface Left {
  stream: string;
  id: string;
  back: boolean;
  invoice_id: string;
}

// Open invoices whose owner handed over after they had got them, and those that went with a hand-over that was undone since: a
// hint, the invoices decide. What was given by name later stays where it is.
const left = (handOvers: string): string => `
  select h.stream, h.id, false as back, v.id as invoice_id
  from ${handOvers} h join live.invoices v on v.owner_id = h.person_id and v.open > 0 and v.issued_at < h.issued_at
  where h.ended_at is null
    and not exists (select from live.owner_lines l where l.invoice_id = v.id and l.position > h.issued_at)
  union all
  select h.stream, h.id, true, v.id
  from ${handOvers} h join live.owner_lines l on l.hand_over_id = h.id
  join live.invoices v on v.id = l.invoice_id and v.owner_id = h.to_id
  where h.ended_at is not null and not exists (
    select from live.owner_lines o where o.invoice_id = v.id
      and (o.effective_on, o.position) > (l.effective_on, l.position))
  limit ${AT_MOST}`;
/** One that was recorded a moment ago: its row may not be there yet. */
const THIS_ONE = `(values ($1::text, $2::uuid, $3::text, $4::text, $5::bigint, $6::bigint))
  as h (stream, id, person_id, to_id, issued_at, ended_at)`;

/**
 * Has each invoice go with a hand-over, or back: one command an invoice, with an id that hangs on the fact alone, so that whoever
 * is interrupted is followed by somebody who finishes.
 */
export class FinishHandOvers {
  constructor(
    private readonly pool: Pool,
    private readonly facts: FactReader,
    private readonly execute: Execute,
  ) {}

  /** All that are left, of whatever hand-over. @returns invoices that were asked */
  async run(): Promise<number> {
    const { rows } = await this.pool.query<Left>(left('live.hand_overs'));
    await this.askAll(rows);
    return rows.length;
  }

  /** Those of a hand-over, or an undo, that was recorded now, as far as tables know them. @returns the position of the last answer */
  async of({ stream, facts: [fact], position }: Outcome): Promise<Outcome['position']> {
    if (!fact) return position;
    const { handOverId, personId, toPersonId } = fact.data as unknown as HandOverFacts['HandedOver'];
    const at = String(fact.position.commit);
    const ended = fact.type === 'HandOverUndone' ? at : null;
    const values = [stream, handOverId, personId, toPersonId, at, ended];
    const { rows } = await this.pool.query<Left>(left(THIS_ONE).replaceAll(' h join', ' join'), values);
    const answers = await this.askAll(rows, fact);
    return answers.reduce(
      (last, answer) => (answer && answer.position.commit > last.commit ? answer.position : last),
      position,
    );
  }

  private async askAll(rows: readonly Left[], known?: RecordedFact): Promise<(RecordedFact | undefined)[]> {
    const facts = new Map<string, RecordedFact | undefined>();
    for (const { stream, id, back } of rows)
      if (!facts.has(`${id} ${back}`))
        facts.set(`${id} ${back}`, known ?? (await this.factOf(stream, id, back)));
    return sideBySide(AT_ONCE, rows, ({ id, back, invoice_id }) =>
      this.ask(facts.get(`${id} ${back}`), invoice_id, back),
    );
  }

  private async factOf(stream: string, id: string, back: boolean): Promise<RecordedFact | undefined> {
    const type = back ? 'HandOverUndone' : 'HandedOver';
    for await (const fact of this.facts.read(stream))
      if (fact.type === type && fact.data.handOverId === id) return fact;
    return undefined;
  }

  private async ask(
    fact: RecordedFact | undefined,
    invoiceId: string,
    back: boolean,
  ): Promise<RecordedFact | undefined> {
    if (!fact) return undefined;
    const {
      handOverId,
      personId,
      toPersonId,
      handedOverOn: on,
      personal,
    } = fact.data as unknown as HandOverFacts['HandedOver'];
    const body = { invoiceId, handOverId, personId, toPersonId, on, back, personal };
    return askInvoice(this.execute, fact, uuid5(fact.id, invoiceId), { type: TakeOver, body });
  }
}
