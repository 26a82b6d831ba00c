import {
  type CommandMessage,
  rehearse,
  type RecordedFact,
  type RehearsalParts,
} from '@quittance/event-store';
import { type DryRun, WouldRecord, type WouldRecordFact } from '@quittance/http';
import type { Pool } from 'pg';
import type { LegsOf } from '../ledger/posted.js';
import { type AnyFacts, tellFact } from '../manifest/fact.js';
import type { AsToday } from '../manifest/today.js';
import { say } from '../telling/say.js';
import { languageOf, paramsOf } from '../telling/sentences.js';
import { effectsOf } from './effects.js';

interface Parts extends RehearsalParts {
  /** The read side: what is open now. */
  pool: Pool;
  facts: AnyFacts;
  legsOf: LegsOf;
  asToday: AsToday;
}

/** Says what commands would record, and what that would change. */
export class Rehearsals {
  constructor(private readonly parts: Parts) {}

  /** @throws WouldRecord always, unless the command is refused */
  async of(command: CommandMessage): Promise<never> {
    const { pool, facts: declared, legsOf, asToday } = this.parts;
    const facts = (await rehearse(this.parts, command)).map(asToday);
    const effects = await effectsOf(facts, { pool, declared, legsOf });
    const language = languageOf(command.context.dryRun?.language);
    const answer: DryRun = {
      wouldRecord: facts.map((fact) => this.told(fact, (params) => say(language, fact.type, params))),
      effects,
    };
    throw new WouldRecord(answer);
  }

  private told(
    { type, stream, data, metadata }: RecordedFact,
    inLanguage: (params: WouldRecordFact['params']) => string | undefined,
  ): WouldRecordFact {
    const params = paramsOf(data, metadata.actor.id);
    const sentence =
      inLanguage(params) ?? tellFact(this.parts.facts[type]!, data, metadata.actor.id).sentence;
    return { type, stream, effectiveOn: metadata.effectiveOn, sentence, key: type, params };
  }
}
