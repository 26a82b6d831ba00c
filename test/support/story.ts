import { appendFileSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What was asked, what is right, and what was answered. */
export interface Shown {
  input: unknown;
  right: unknown;
  got: unknown;
}

/**
 * A test that is also an entry of an issue's list of what must be seen: `npm run show -- <list>` prints what it hands to
 * `show`. Everywhere else it is a test like any other; its title reads like the rule book.
 * @param entry its number in the list, such as `B1`
 */
export function story(
  list: string,
  entry: string,
  title: string,
  tell: (show: (shown: Shown) => void) => Promise<void> | void,
  timeout?: number,
): void {
  it(
    `${title} [${list} ${entry}]`,
    async () => {
      let shown = 0;
      const show = ({ input, right, got }: Shown): void => {
        shown += 1;
        let holds = false;
        try {
          expect(got).toEqual(right);
          holds = true;
        } finally {
          tellShow({ entry, title, holds, input, right, got });
        }
      };
      await tell(show);
      if (shown === 0) throw new Error(`${entry} shows nothing`);
    },
    timeout,
  );
}

/** The same where what it needs is not there: `why` is told, and nothing else. */
story.skip =
  (why: string) =>
  (list: string, entry: string, title: string): void => {
    if (process.env.QUITTANCE_SHOW)
      it(`${title} [${list} ${entry}]`, () => tellShow({ entry, title, skipped: why }));
    else it.skip(`${title} [${list} ${entry}]`, () => undefined);
  };

const DATA = process.env.QUITTANCE_DATA ?? resolve(__dirname, '../../../shared/data');

/**
 * A folder of data that is not ours to keep in the repository: QUITTANCE_DATA says where they are (left out: beside the checkout).
 * @returns its path, whether it is there, and how its stories are told: where it is not, they say so
 */
export function givenData(folder: string) {
  const path = join(DATA, folder);
  const there = existsSync(path);
  return { path, there, told: there ? story : story.skip(`there is no ${path}`) };
}

/** Adds a line to what `npm run show` prints. */
function tellShow(line: object): void {
  const file = process.env.QUITTANCE_SHOW;
  if (file) appendFileSync(file, `${JSON.stringify(line, printable)}\n`);
}

/** What JSON has no form for: large numbers, and matchers such as `expect.any(String)`. */
function printable(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  const { $$typeof, sample } = (value ?? {}) as { $$typeof?: symbol; sample?: unknown };
  if ($$typeof !== Symbol.for('jest.asymmetricMatcher')) return value;
  return `${String(value)} ${sample instanceof RegExp ? String(sample) : (JSON.stringify(sample) ?? '')}`.trim();
}
