import { type BusinessDate, businessDateAt, later } from '@quittance/kernel';
import type { RecordedFact } from '@quittance/event-store';

/** The day on which a fact became known: as an imported history states it, else as the store recorded it. */
const knownOn = ({ metadata, recordedAt }: RecordedFact, zone: string): BusinessDate =>
  businessDateAt(
    metadata.statedRecordedAt === undefined ? recordedAt : new Date(metadata.statedRecordedAt),
    zone,
  );

const ALWAYS: BusinessDate = '0001-01-01';

/**
 * From which day on a simulation knows a fact. Invoices and policies: once it is known and its business date has come. Customers:
 * once it is known, for what they are and what holds says itself from when; that they are there is known with their first invoice. People are
 * those of today: whom an escalation goes to is no part of the figures.
 */
export const countsFrom =
  (zone: string) =>
  (fact: RecordedFact): BusinessDate => {
    const { stream, type, metadata } = fact;
    if (stream.startsWith('person-') || type === 'CustomerRegistered') return ALWAYS;
    const known = knownOn(fact, zone);
    return stream.startsWith('customer-') ? known : later(known, metadata.effectiveOn);
  };
