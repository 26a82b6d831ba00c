import { appendFileSync } from 'node:fs';

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
        const file = process.env.QUITTANCE_SHOW;
        if (file) appendFileSync(file, `${JSON.stringify({ entry, title, input, right, got })}\n`);
        expect(got).toEqual(right);
      };
      await tell(show);
      if (shown === 0) throw new Error(`${entry} shows nothing`);
    },
    timeout,
  );
}
