import { APPROVALS, type Asked } from '../command/approvals';
import type { Command } from '../command/command';
import type { Waiting } from './use-waiting';
import type { WorkItem } from './work.kinds';

/** A thing to do, with what waits for a second person behind it. */
export interface Decided extends WorkItem {
  waits?: Waiting;
}

const NOTHING: Asked = { id: '', invoiceId: '', requestedBy: '' };

/** Of write-offs and settlements alike: each by its own route. @param at its place among the approvals */
function ofBoth(at: number): Command<Decided> {
  const [writeOff, settlement] = [APPROVALS.writeOff[at]!, APPROVALS.settlement[at]!];
  const of = ({ waits }: Decided): Command<Asked> => (waits?.isWriteOff === false ? settlement : writeOff);
  return {
    ...{ name: writeOff.name, path: writeOff.path },
    pathOf: (item) => of(item).path,
    names: (item) => of(item).names(item.waits ?? NOTHING),
    fields: (item, giver) => of(item).fields(item.waits ?? NOTHING, giver),
    cannot: (item, giver) => (item.waits ? of(item).cannot?.(item.waits, giver) : 'notWaiting'),
  };
}

/** Approve and refuse, about many things at once. */
export const DECISIONS: Command<Decided>[] = [ofBoth(0), ofBoth(1)];
