import { addDays } from '@quittance/kernel';
import { chase, invoice, told } from '../../spec/chasing.js';

// Days of the calendar on which a sum in seconds or months would go wrong.

/** The days within 40 of a due date on which something is done, each with what it is. */
function ladder(dueOn: string): string[] {
  const of = invoice({ dueOn });
  const done: string[] = [];
  let before = chase(addDays(dueOn, -4), of);
  for (let days = -4; days <= 40; days += 1) {
    const on = addDays(dueOn, days);
    const facts = chase(on, of, { before });
    done.push(...told(facts).map((step) => `${on} ${step}`));
    before = [...before, ...facts];
  }
  return done;
}

it.each([
  ['2024-02-26', ['2024-02-23', '2024-02-29', '2024-03-04', '2024-03-11', '2024-03-27']],
  ['2024-02-29', ['2024-02-26', '2024-03-03', '2024-03-07', '2024-03-14', '2024-03-30']],
  ['2023-02-28', ['2023-02-25', '2023-03-03', '2023-03-07', '2023-03-14', '2023-03-30']],
  ['2026-01-31', ['2026-01-28', '2026-02-03', '2026-02-07', '2026-02-14', '2026-03-02']],
  ['2025-12-31', ['2025-12-28', '2026-01-03', '2026-01-07', '2026-01-14', '2026-01-30']],
  ['2026-03-26', ['2026-03-23', '2026-03-29', '2026-04-02', '2026-04-09', '2026-04-25']],
  ['2026-10-22', ['2026-10-19', '2026-10-25', '2026-10-29', '2026-11-05', '2026-11-21']],
])('due on %s: each step comes once, on its day', (dueOn, days) => {
  expect(ladder(dueOn).map((done) => done.slice(0, 10))).toEqual(days);
});
