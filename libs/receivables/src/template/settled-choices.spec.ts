import { READY_MADE } from './ready-made/ready-made.js';
import { type Asked, messageOf, rendered } from './rendering.js';

const invoice = (number: string, agreedDueOn: string): Asked => ({
  ...{ number, currency: 'EUR', asked: '1250.00', agreedDueOn },
});
const CASES = [
  ['one that is late', [invoice('2026-1', '2026-05-15')]],
  ['one that is due today', [invoice('2026-1', '2026-05-20')]],
  ['several', [invoice('2026-1', '2026-05-19'), { ...invoice('2026-2', '2026-05-25'), onAccount: '20.00' }]],
] as const;

describe('a message with its choices made', () => {
  it.each(CASES)('comes to the same mail, of %s, in every language and tone', (_name, items) => {
    for (const { language, subject, body } of READY_MADE) {
      const facts = { customer: "L'Aquila {1} SpA", creditor: 'Bianchi', on: '2026-05-20', items };
      const made = messageOf(language, { subject, body }, facts);
      expect(rendered(language, made, facts)).toEqual(rendered(language, { subject, body }, facts));
      if (items[0].agreedDueOn < facts.on) expect(made.body).not.toMatch(/select|plural/);
    }
  });
});
