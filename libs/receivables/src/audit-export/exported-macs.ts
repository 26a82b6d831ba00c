import type { RecordedFact } from '@quittance/event-store';
import { macFinding, type MacsDue, wrongMac } from '../audit/macs.js';

/** A fact that did not come from Quittance: nothing is signed. */
export class MacError extends Error {
  override name = 'MacError';
}

/** Counts the MACs of an export, and refuses facts that must have one and have none, or a wrong one. */
export class ExportedMacs {
  /** Facts with a MAC, those by a lost key included. */
  facts = 0;
  /** Those by a lost key: that they came from here is believed, not checked. */
  unchecked = 0;

  constructor(
    private readonly due: MacsDue,
    /** Keys that were lost with their secret. */
    private readonly lost: ReadonlySet<string>,
  ) {}

  /** @throws MacError */
  mustBeOurs(fact: RecordedFact): void {
    const verdict = wrongMac(this.due, fact);
    if (verdict === undefined) return;
    const isLost = verdict === 'unknown key' && this.lost.has(fact.metadata.mac!.key);
    if (!isLost) throw new MacError(macFinding(fact, verdict));
  }

  /** The fact is in the export. */
  add({ metadata: { mac } }: RecordedFact): void {
    if (mac === undefined) return;
    this.facts += 1;
    if (this.lost.has(mac.key)) this.unchecked += 1;
  }

  /** For the manifest: decimal texts. */
  get totals(): { macs: string; macsUnchecked: string; macsAfter: string | null } {
    const { after } = this.due;
    return {
      macs: String(this.facts),
      macsUnchecked: String(this.unchecked),
      macsAfter: after === undefined ? null : String(after),
    };
  }
}
