import fc from 'fast-check';
import { OtherDialect, serverRegex } from './server-regex.js';

const matches = (expression: string, ...texts: string[]) =>
  texts.map((text) => serverRegex(expression).test(text));

describe('a regular expression of the real server', () => {
  // What .NET answers, without options.
  it.each<[expression: string, matching: string[], not: string[]]>([
    ['^invoice-', ['invoice-1'], ['x-invoice-1']],
    ['\\Aa\\z', ['a'], ['a\n', 'ab', '']],
    ['^a$', ['a', 'a\n'], ['a\n\n', 'ab']],
    ['^a\\Z', ['a', 'a\n'], ['a\nb']],
    ['^.$', ['\r', '\u2028', 'é'], ['\n', '', '😀']],
    ['^\\p{L}+$', ['Zürich', '東京'], ['a1', '', '𐐀']],
    ['^\\P{Lu}$', ['a', '1'], ['A']],
    ['^[\\p{Lu}\\p{Nd}_]+$', ['ÄB1_', '٣'], ['a']],
    ['^[^\\p{L}]$', ['1', '-'], ['a', 'é']],
    ['^\\d$', ['1', '٣'], ['a']],
    ['^\\D$', ['a'], ['1', '٣']],
    ['^\\w+$', ['é_1', '東'], ['-', 'a b']],
    ['^[\\W]$', ['-', ' '], ['é', '_']],
    ['^\\s$', ['\u0085', '\u00a0', '\t'], ['\ufeff', 'a']],
    ['\\bé\\b', ['é', 'a é'], ['éa', 'aé']],
    ['a\\Bb', ['ab'], ['a b']],
    ['^[]a]$', [']', 'a'], ['[']],
    ['^[-\\d]$', ['-', '7'], ['a']],
    ['^[\\d-]$', ['-', '7'], ['a']],
    ['^[a-c.$]$', ['b', '.', '$'], ['d']],
    ['^[\\b]$', ['\b'], ['b']],
    ['^x{,2}$', ['x{,2}'], ['x', 'xx']],
    ['^x{2}y{1,}z{0,1}$', ['xxy', 'xxyyz'], ['xy', 'xxzz']],
    ['^(?<kind>a|b)(?:c)$', ['ac', 'bc'], ['c']],
    ["^(?'kind'a)(?=b)(?!bc)", ['ab'], ['abc', 'ac']],
    ['(?<=-)1(?<!x-1)$', ['a-1'], ['x-1', '1']],
    ['^\\e\\a\\x41\\u0042\\-\\.$', ['\u001b\u0007AB-.'], ['ea']],
    ['^(A|B)\\w*$', ['Ab', 'B'], ['C']],
  ])('%s', (expression, matching, not) => {
    expect(matches(expression, ...matching)).toEqual(matching.map(() => true));
    expect(matches(expression, ...not)).toEqual(not.map(() => false));
  });

  it.each([
    ['(?i)invoice', '(?i)'],
    ['(?>a)', '(?>a'],
    ['(?(a)b|c)', '(?(a'],
    ['(?#said)a', '(?#s'],
    ['(a)\\1', '\\1'],
    ['(?<n>a)\\k<n>', '\\k'],
    ['(?<a-b>c)', '(?<a'],
    ['[a-z-[aeiou]]', '-['],
    ['\\p{IsGreek}', '\\p{IsGreek}'],
    ['\\pL', '\\p'],
    ['\\Ga', '\\G'],
    ['\\cA', '\\c'],
    ['\\033', '\\0'],
    ['\\y', '\\y'],
    ['[a-\\d]', 'a class as an end of a range'],
    ['[a', '[ without ]'],
    ['a\\', '\\ at the end'],
  ])('%s is refused, naming %s', (expression, named) => {
    expect(() => serverRegex(expression)).toThrow(OtherDialect);
    expect(() => serverRegex(expression)).toThrow(named);
  });

  it.each(['(a', 'a)', '*a', 'a**', '[b-a]'])('%s is a mistake in both dialects', (expression) => {
    expect(() => serverRegex(expression)).toThrow(SyntaxError);
  });

  it('of letters, digits, classes and quantifiers means what JavaScript means by it', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '-',
      '1',
      '[ab]',
      '[^b1]',
      '(a|b)',
      '(?:ab)',
      'a*',
      'b+?',
      '1{1,2}',
      '^',
    );
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '-', '1'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(atom, { maxLength: 6 }), text, (atoms, one) => {
        const expression = atoms.join('');
        expect(serverRegex(expression).test(one)).toBe(new RegExp(expression).test(one));
      }),
    );
  });
});
