import { given, TODAY } from '../../../../test/support/decisions.js';
import { checkMessage } from './message.check.js';
import { READY_MADE, readyMade } from './ready-made/ready-made.js';
import { templates } from './template.stream.js';

const COMMAND = { key: 'formal', language: 'it' as const, subject: 'Fattura {number}', body: "C'è {total}" };
const VERSIONED = {
  type: 'TemplateVersioned' as const,
  data: { ...COMMAND, version: 1, versionedOn: TODAY },
};

describe('a text of mails', () => {
  const write = (change: object = {}, facts: (typeof VERSIONED)[] = []) =>
    given(templates, ...facts).when(
      'VersionTemplate',
      { ...COMMAND, ...change },
      { readyMade: readyMade('formal', 'it') },
    );

  it('is a version, whole; the next one takes its place', () => {
    expect(write()).toEqual([VERSIONED]);
    expect(write({ subject: 'Sollecito' }, [VERSIONED])).toEqual([
      { type: 'TemplateVersioned', data: { ...VERSIONED.data, version: 2, subject: 'Sollecito' } },
    ]);
  });

  it('that says what stands already is nothing to do', () => {
    expect(write({}, [VERSIONED])).toEqual([]);
    expect(write(readyMade('formal', 'it'))).toEqual([]);
  });
});

describe('a message', () => {
  const check = (text: string, field: '/subject' | '/body' = '/body') => {
    try {
      checkMessage(field, text);
      return undefined;
    } catch (error) {
      return (error as { errors: { field: string; rule: string; hint: string }[] }).errors[0]!;
    }
  };

  it.each(READY_MADE.map(({ key, language, subject, body }) => [`${key}/${language}`, subject, body]))(
    'that is ready-made can be read: %s',
    (_name, subject, body) => {
      expect(check(subject, '/subject')).toBeUndefined();
      expect(check(body)).toBeUndefined();
    },
  );

  it.each([
    ['{iban}', 'known-name'],
    ['{constructor}', 'known-name'],
    ['{__proto__}', 'known-name'],
    ['{total, number, ::currency/EUR}', 'finished'],
    ['{dueOn, date, long}', 'finished'],
    ['{total, plural, one {a} other {b}}', 'counted'],
    ['{total', 'icu-message'],
    ['{state, select, late {now}}', 'icu-message'],
    ['{count, plural, one {#} other {#', 'icu-message'],
    [`${'{holds, select, other {'.repeat(6)}x${'}}'.repeat(6)}`, 'nesting'],
    [`${'{holds, select, other {'.repeat(400)}x${'}}'.repeat(400)}`, 'nesting'],
  ])('%s is refused: %s', (text, rule) => {
    expect(check(text)).toMatchObject({ field: '/body', rule });
  });

  it('has apostrophes as they are written, and tags that are only text', () => {
    expect(check("dell'{total} l'importo <b>{number}</b> <script>")).toBeUndefined();
    expect(check('two\nlines', '/subject')).toMatchObject({ field: '/subject', rule: 'one-line' });
  });

  it('says where it cannot be read', () => {
    expect(check('Good day\n{customer')!.hint).toBe(
      'an ICU message: expect argument closing brace at line 2, character 1',
    );
  });
});
