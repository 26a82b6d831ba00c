import type { Personal } from '../personal.js';

/** How the facts of a hand-over name it. */
type Named = Record<'handOverId' | 'personId' | 'toPersonId' | 'handedOverOn', string>;

/** Hand-overs, facts of `person-<uuid>`: of whoever gives. */
export interface HandOverFacts {
  /** All that is open, customers' defaults and what falls to the person later go to another one. */
  HandedOver: Named & {
    /** The hand-over of who takes over that was there: it does not cover what comes by this one. */
    toDespite?: string;
    personal: Personal<{ reason: string }>;
  };
  HandOverUndone: Named & { personal: Personal<{ reason: string }> };
}
