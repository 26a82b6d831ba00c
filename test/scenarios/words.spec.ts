import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROLES } from '@quittance/kernel';
import { pages, ROOT } from '../support/printed-examples.js';
import { story } from '../support/story.js';

/** Words that were dropped, with the one to use. Names of fields and settings, in backticks, keep theirs. */
const DROPPED: [RegExp, string][] = [
  [/\banew\b/i, 'again, rebuilt'],
  [/\bchases?\b/i, 'dunning, reminder'],
  [/\bunbuilt\b/i, 'needs rebuild'],
  [/\bshadow tables?\b/i, 'staging tables'],
  [/\bcomes? to what\b/i, 'equal'],
  [/\bexcuses? nothing\b/i, 'what is the case then'],
  [/\bby that word\b|\bin nobody's way\b|\bis of before\b|\bof before have\b/i, 'a plain sentence'],
];

const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8');
const withoutBlocks = (text: string): string => text.replace(/^ *```[\s\S]*?^ *```/gm, '');
const prose = (text: string): string => withoutBlocks(text).replace(/`[^`\n]*`/g, '`');
const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim());

/** Word and meaning of each entry. */
const glossary = (): [string, string][] =>
  read('docs/words.md')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => cells(line).slice(1, 3) as [string, string]);

/** The first cells of the table under that line of headings. */
function firstColumn(page: string, headings: RegExp): string[] {
  const lines = read(page).split('\n');
  const from = lines.findIndex((line) => headings.test(line)) + 2;
  const rows = lines.slice(from);
  const length = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, length).map((line) => cells(line)[1]!);
}

/** The anchors of a page's headings, as GitHub makes them. */
const anchors = (page: string): string[] =>
  [...withoutBlocks(read(page)).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('docs/words.md', () => {
  story('mended-files', 'B4', 'The glossary has each word once, in order, with one sentence', (show) => {
    const entries = glossary();
    const words = entries.map(([word]) => word);
    const inOrder = [...new Set(words)].sort((a, b) => a.localeCompare(b, 'en'));
    const unfinished = entries.filter(([, meaning]) => !meaning.endsWith('.') || /\. [A-Z]/.test(meaning));
    show({
      input: `docs/words.md: ${words.length} words`,
      right: { outOfOrder: [], unfinished: [] },
      got: { outOfOrder: words.filter((word, i) => word !== inOrder[i]), unfinished },
    });
  });

  story('mended-files', 'B4', 'The glossary explains every column of the aging report', (show) => {
    const words = glossary().map(([word]) => word);
    const columns = firstColumn('docs/reports.md', /^\| column /);
    expect(columns.length).toBeGreaterThan(5);
    const missing = columns.filter((column) => column !== 'count' && !words.includes(column));
    show({ input: columns, right: [], got: missing });
  });

  it('is used: every word stands on another page', () => {
    const rest = pages()
      .filter((page) => page !== 'docs/words.md')
      .map((page) => read(page).toLowerCase())
      .join('\n');
    const stem = (word: string): string => word.toLowerCase().split(' ')[0]!;
    expect(glossary().filter(([word]) => !rest.includes(stem(word)))).toEqual([]);
  });
});

describe('README and docs', () => {
  story('mended-files', 'B4', 'No page uses a word that was dropped for a plainer one', (show) => {
    // tables.md is written from the code, whose tables keep their names.
    const byHand = pages().filter((page) => page !== 'docs/tables.md');
    const found = byHand.flatMap((page) =>
      prose(read(page))
        .split('\n')
        .flatMap((line) =>
          DROPPED.filter(([word]) => word.test(line)).map(([, use]) => `${page}: ${line}: ${use}`),
        ),
    );
    show({ input: `${byHand.length} pages`, right: [], got: found });
  });

  story(
    'mended-files',
    'B4',
    'Every link of a page leads to a file, and to a heading where it names one',
    (show) => {
      const links = pages().flatMap((page) =>
        [...withoutBlocks(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => [page, target!]),
      );
      const broken = links.filter(([page, target]) => {
        if (/^https?:/.test(target!)) return false;
        const [file, anchor] = target!.split('#');
        const path = file === '' ? page! : join(dirname(page!), file!);
        return !existsSync(join(ROOT, path)) || (anchor !== undefined && !anchors(path).includes(anchor));
      });
      show({ input: `${links.length} links`, right: [], got: broken });
    },
  );

  it('name every page of docs/ in the README, and every role in api.md', () => {
    expect(
      pages().filter((page) => page !== 'README.md' && !read('README.md').includes(`(${page})`)),
    ).toEqual([]);
    const roles = firstColumn('docs/api.md', /^\| role /).flatMap((cell) => cell.split(', '));
    expect(roles.sort()).toEqual([...ROLES].sort());
  });
});
