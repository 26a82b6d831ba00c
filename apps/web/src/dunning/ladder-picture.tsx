import { useTranslations } from 'use-intl';
import { STEP_KINDS } from '../parts/chase-words';
import styles from './ladder-picture.module.css';
import { useTones } from './mail.words';
import type { PolicyStep } from './use-policies';

/** Units of the drawing. */
const WIDTH = 760;
const HEIGHT = 112;
const EDGE = 48;
const AXIS = 52;
/** Below the axis words stand in turn on two lines, so that close steps do not overlap. */
const LINES = [80, 98] as const;

/** The shape of each kind, around its place on the axis. */
const SHAPES = {
  remind: 'M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0Z',
  escalate: 'M0 -9 L9 7 L-9 7 Z',
  alert: 'M-7 -7 H7 V7 H-7 Z',
  collect: 'M0 -9 L9 0 L0 9 L-9 0 Z',
} as const;

/** The steps of a policy on an axis of days around the due date. */
export function LadderPicture({ name, steps }: { name: string; steps: PolicyStep[] }) {
  const t = useTranslations('policy');
  const dunning = useTranslations('dunning');
  const tones = useTones();
  const days = [0, ...steps.map((step) => step.days)];
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const xOf = (day: number): number =>
    EDGE + ((day - first) / Math.max(1, last - first)) * (WIDTH - 2 * EDGE);
  return (
    <div className={styles.scroll} role="region" aria-label={t('pictureOf', { name })} tabIndex={0}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={styles.picture}
        role="img"
        aria-label={t('pictureSays', { name, count: steps.length, first: String(first), last: String(last) })}
      >
        <line x1={EDGE - 24} x2={WIDTH - EDGE + 24} y1={AXIS} y2={AXIS} className={styles.axis} />
        <line x1={xOf(0)} x2={xOf(0)} y1={20} y2={AXIS + 14} className={styles.due} />
        <text x={xOf(0)} y={12} className={styles.word}>
          {t('due')}
        </text>
        {[...steps]
          .sort((one, other) => one.days - other.days)
          .map(({ key, days: day, kind, tone }, at) => {
            const word = STEP_KINDS[kind] ?? 'remind';
            return (
              <g key={key} transform={`translate(${xOf(day)} ${AXIS})`}>
                <path d={SHAPES[word]} className={styles[tone && word === 'remind' ? tone : word]} />
                <text y={-16} className={styles.day}>
                  {day > 0 ? `+${day}` : String(day).replace('-', '−')}
                </text>
                <text y={LINES[at % 2]! - AXIS} className={styles.word}>
                  {tone && word === 'remind' ? tones[tone] : dunning(`short.${word}`)}
                </text>
              </g>
            );
          })}
      </svg>
    </div>
  );
}
