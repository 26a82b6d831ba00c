import { commandAbout } from '../command/command';
import type { WorkItem } from './work.kinds';

const about = commandAbout<WorkItem>();
const names = ({ id }: WorkItem): Record<string, string> => ({ id });

/** What can be said of any thing to do; what settles it is done where it is. */
export const WORK_COMMANDS = [
  about({
    ...{ name: 'workDone', path: '/v1/work/{id}/done', names, begins: true },
    fields: () => [{ kind: 'text', name: 'note', long: true }],
  }),
  about({
    ...{ name: 'snooze', path: '/v1/work/{id}/snooze', names, begins: true },
    fields: () => [
      { kind: 'date', name: 'until', required: true, hint: 'afterToday' },
      { kind: 'text', name: 'reason', required: true, reasons: true },
    ],
  }),
];
