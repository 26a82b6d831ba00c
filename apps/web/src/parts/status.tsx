import { useTranslations } from 'use-intl';
import styles from './status.module.css';

/** Icon and colour of each status; the word comes with the language. */
const LOOKS = {
  draft: ['✎', 'draft'],
  issued: ['▤', 'draft'],
  sent: ['➤', 'sent'],
  due: ['◔', 'due'],
  dueToday: ['◑', 'due'],
  overdue: ['●', 'overdue'],
  partly: ['◐', 'paid'],
  paid: ['✓', 'paid'],
  credited: ['⊖', 'draft'],
  writtenOff: ['⊖', 'draft'],
  settled: ['⊖', 'draft'],
  void: ['⊖', 'draft'],
  disputed: ['⚖', 'disputed'],
  promised: ['☎', 'promised'],
  onPlan: ['≡', 'held'],
  paused: ['‖', 'held'],
  extended: ['↷', 'held'],
  inCollection: ['⇥', 'held'],
  insolvent: ['⊘', 'held'],
} as const;

export type StatusKey = keyof typeof LOOKS;

/** Word and icon first, colour second (rule 5). */
export function Status({ of, more }: { of: StatusKey; more?: string }) {
  const t = useTranslations('status');
  const [icon, look] = LOOKS[of];
  return (
    <span className={`${styles.status} ${styles[look]}`}>
      <span aria-hidden="true">{icon}&#xFE0E;</span> {t(of)}
      {more && ` · ${more}`}
    </span>
  );
}
