import { Writable } from 'node:stream';
import { story } from '../../../../test/support/story.js';
import { type Counts, Progress } from './progress.js';

/** A terminal of 80 columns that remembers what was written. */
class Terminal extends Writable {
  readonly isTTY = true;
  readonly columns = 80;
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += String(chunk);
    done();
  }
  cursorTo = (): boolean => true;
  moveCursor = (): boolean => true;
  clearLine = (): boolean => true;
}

describe('the progress of an import', () => {
  /** The last percentage that the bar shows of a file of 1,000 bytes, or so many. */
  const last = (bytes: number, read: 'whole' | 'cut', size = 1_000): string | undefined => {
    const terminal = new Terminal();
    const counts: Counts = { rows: 3, commands: 5, rejected: 0, bytes };
    new Progress(size, counts, 'sending', terminal as unknown as NodeJS.WriteStream).end(read);
    return terminal.text.match(/\d+%/g)?.at(-1);
  };

  story(
    'mended-files',
    'B3',
    'The bar of an import ends at 100 %, and of one cut short where it was',
    (show) => {
      show({
        input: 'a file read whole (its last row begins at 960 of 1,000 bytes), an empty one, one cut at 450',
        right: ['100%', '100%', '45%'],
        got: [last(960, 'whole'), last(0, 'whole', 0), last(450, 'cut')],
      });
    },
  );
});
