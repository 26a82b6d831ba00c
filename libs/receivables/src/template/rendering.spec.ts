import { READY_MADE, readyMade } from './ready-made/ready-made.js';
import { amountFor, dateFor, type Facts, rendered } from './rendering.js';
import { LANGUAGES } from './template.events.js';

const LATE: Facts = {
  ...{ customer: 'Rossi SpA', creditor: 'main', on: '2026-05-20' },
  items: [{ number: '2026-0815', currency: 'EUR', asked: '1250.00', agreedDueOn: '2026-05-15' }],
};
const flat = (text: string): string => text.replaceAll('\u00a0', ' ');
const friendly = (facts: Partial<Facts> = {}, language: (typeof LANGUAGES)[number] = 'en') => {
  const { subject, text, html } = rendered(language, readyMade('friendly', language)!, { ...LATE, ...facts });
  return { subject: flat(subject), text: flat(text), html };
};

describe('a mail', () => {
  it('says facts: which invoice, over what, due when, how late', () => {
    const { subject, text } = friendly();
    expect(subject).toBe('Invoice 2026-0815: 1,250.00 EUR, overdue since 15 May 2026');
    expect(text).toContain('Invoice 2026-0815 over 1,250.00 EUR was due on 15 May 2026 and is 5 days late.');
    expect(friendly({ on: '2026-05-15' }).text).toContain('is due today');
    expect(friendly({ on: '2026-05-12' }).subject).toContain('due on 15 May 2026');
    expect(friendly({ on: '2026-05-16' }).text).toContain('one day late');
  });

  it('names all that is due, the sum by currency, and what is held on account', () => {
    const { subject, text } = friendly({
      items: [
        ...LATE.items,
        {
          number: '2026-0900',
          currency: 'USD',
          asked: '10.50',
          agreedDueOn: '2026-05-18',
          onAccount: '3.00',
        },
      ],
    });
    expect(subject).toBe('2 invoices: 1,250.00 EUR and 10.50 USD, overdue since 15 May 2026');
    expect(text).toContain('The oldest of them, 2026-0815,');
    expect(text).toContain('We hold 3.00 USD for you on account.');
    expect(text).toContain('2026-0900  |  18 May 2026  |  Overdue  |  10.50 USD');
    expect(friendly().text).not.toContain('on account');
  });

  it('speaks of the state in the words of the language', () => {
    expect(friendly({}, 'it').text).toContain('15 maggio 2026  |  Scaduta  |  1.250,00 EUR');
    expect(friendly({ on: '2026-05-12' }, 'it').text).toContain('In scadenza');
    expect(friendly({}, 'de').text).toContain('seit 5 Tagen überfällig');
    expect(friendly({}, 'bg').text).toContain('15 май 2026');
  });

  it.each(READY_MADE.map((text) => [`${text.key}/${text.language}`, text] as const))(
    'has no gap and no brace in any state: %s',
    (_name, ready) => {
      for (const on of ['2026-05-12', '2026-05-15', '2026-05-16', '2026-05-20'])
        for (const items of [
          LATE.items,
          [...LATE.items, { ...LATE.items[0]!, number: '2', onAccount: '1.00' }],
        ]) {
          const { subject, text, html } = rendered(ready.language, ready, { ...LATE, on, items });
          for (const part of [subject, text, html.replace(/style="[^"]*"/g, '')])
            expect(part).not.toMatch(/[{}]|(?<!&)#|undefined|, ,| {3}/);
        }
    },
  );

  it('takes names of others as words: no markup, no new line, no turned writing, no message of theirs', () => {
    const customer =
      '<img src=x onerror=alert(1)>\r\nBcc: evil@example.com \u202egnp.exe {total} O\'Neil & "Sons"';
    const { subject, text, html } = rendered(
      'en',
      { subject: 'To {customer}', body: "Dear {customer}, it's about dell'{number}\n\n<b>bye</b>" },
      { ...LATE, customer },
    );
    expect(subject).not.toMatch(/[\r\n\u202e]/);
    expect(text).toContain(
      `Dear <img src=x onerror=alert(1)> Bcc: evil@example.com  gnp.exe {total} O'Neil & "Sons", it's about dell'2026-0815`,
    );
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<b>');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toContain('\u202e');
  });
});

describe('amounts and dates', () => {
  it('are written as the reader does, with the digits of the currency, never through a float', () => {
    const amounts = LANGUAGES.map((language) => flat(amountFor(language, 'EUR', '1234.50')));
    expect(amounts).toEqual(['1,234.50 EUR', '1.234,50 EUR', '1 234,50 EUR', '1.234,50 EUR']);
    expect(flat(amountFor('en', 'HUF', '12345678901234567890.12'))).toBe('12,345,678,901,234,567,890.12 HUF');
    expect(flat(amountFor('en', 'JPY', '1200'))).toBe('1,200 JPY');
    expect(flat(amountFor('de', 'IQD', '1.500'))).toBe('1,500 IQD');
  });

  it('are of the calendar, whatever the zone', () => {
    expect(LANGUAGES.map((language) => flat(dateFor(language, '2024-02-29')))).toEqual([
      ...['29 February 2024', '29 febbraio 2024', '29 февруари 2024 г.', '29. Februar 2024'],
    ]);
  });
});
