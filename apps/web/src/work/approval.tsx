import { useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { APPROVALS } from '../command/approvals';
import { Commands } from '../command/commands';
import { Pairs } from '../parts/pairs';
import { useTime } from '../time/use-time';
import { sourceOf, type WorkItem } from './work.kinds';

/** `y` approves, `n` refuses: one after the other, without a mouse. */
const KEYS = ['y', 'n'];
const withKeys = (commands: (typeof APPROVALS)['writeOff']) =>
  commands.map((command, at) => ({ ...command, shortcut: KEYS[at] }));
const COMMANDS = { writeOff: withKeys(APPROVALS.writeOff), settlement: withKeys(APPROVALS.settlement) };

/** What waits for a second person: who asked for it and why, and its decision. */
export function Approval({ item, onDone }: { item: WorkItem; onDone: () => void }) {
  const t = useTranslations('work');
  const { time } = useTime();
  const query = { ...time, id: sourceOf(item), status: 'requested' };
  const writeOffs = useAsk('/v1/write-offs', query, (signal) =>
    client.GET('/v1/write-offs', { params: { query }, signal }),
  );
  const settlements = useAsk('/v1/settlements', query, (signal) =>
    client.GET('/v1/settlements', { params: { query }, signal }),
  );
  const writeOff = writeOffs.data?.body.items[0];
  const asked = writeOff ?? settlements.data?.body.items[0];
  // Of the one before, while this one is on its way.
  if (asked?.id !== sourceOf(item)) return null;
  return (
    <>
      <Pairs
        pairs={[
          [t('askedBy'), asked.requestedBy],
          [t('reason'), asked.reason],
        ]}
      />
      <Commands
        commands={writeOff ? COMMANDS.writeOff : COMMANDS.settlement}
        subject={asked}
        onDone={onDone}
      />
    </>
  );
}
