import { addDays, addMonths, endOfMonth, isBusinessDate, Rejection } from '@quittance/kernel';
import { asDate, asOneOf, type Question } from '@quittance/reading';
import { AGING_PARAMETERS } from './aging.question.js';

const STEPS = ['month', 'quarter', 'year', 'week'] as const;
type Step = (typeof STEPS)[number];

/** Reports of one answer: each is a look at all that is open. */
const MOST_POINTS = 36;
/** Points before the last, where nobody says from when. */
const STANDARD_STEPS = 11;

const { knownAt, known, basis, buckets, currency, definition } = AGING_PARAMETERS;

export const SERIES_PARAMETERS = {
  from: asDate('the first day; eleven steps before the last when left out', '2025-12-31'),
  to: asDate("the last day, a point whatever it is; today in the entity's zone when left out"),
  step: asOneOf<Step>('a point at the end of each; a week ends on Sunday; month when left out', ...STEPS),
  ...{ knownAt, known, basis, buckets, currency, definition },
};

export type SeriesQuestion = Question<typeof SERIES_PARAMETERS>;

export interface Series {
  step: Step;
  from: string;
  to: string;
  /** Business dates, ascending. */
  days: string[];
}

const MONTHS: Readonly<Record<Exclude<Step, 'week'>, number>> = { month: 1, quarter: 3, year: 12 };

/** The end of the step that the day is in. */
function endOf(step: Step, day: string): string {
  if (step === 'week') {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return addDays(day, (7 - weekday) % 7);
  }
  const month = Number(day.slice(5, 7));
  return endOfMonth(
    addMonths(`${day.slice(0, 7)}-01`, (MONTHS[step] - (month % MONTHS[step])) % MONTHS[step]),
  );
}

const before = (step: Step, day: string, steps: number): string =>
  step === 'week' ? addDays(day, -7 * steps) : endOfMonth(addMonths(day, -steps * MONTHS[step]));

const wrong = (field: string, rule: string, value: string | undefined, hint: string): Rejection =>
  Rejection.invalid('invalid', 'A parameter is wrong.', { field, rule, ...(value && { value }), hint });

/** Which days a question is about. @throws Rejection 422 */
export function seriesOf({ from: asked, to: last, step = 'month' }: SeriesQuestion, today: string): Series {
  const to = last ?? today;
  const earliest = before(step, to, STANDARD_STEPS);
  const from = asked ?? (isBusinessDate(earliest) ? earliest : to);
  const at = asked === undefined ? '/to' : '/from';
  if (from > to) throw wrong(at, 'order', asked, 'not after `to`');
  const days: string[] = [];
  // The last week of all has no end.
  for (let day = endOf(step, from); isBusinessDate(day) && day < to; day = endOf(step, addDays(day, 1))) {
    days.push(day);
    if (days.length < MOST_POINTS) continue;
    throw wrong(at, 'points', asked, `at most ${MOST_POINTS} points: a later \`from\`, or a longer \`step\``);
  }
  return { step, from, to, days: [...days, to] };
}
