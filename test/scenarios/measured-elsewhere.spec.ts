import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { story } from '../support/story.js';

const page = readFileSync(join(__dirname, '../../docs/performance.md'), 'utf8').replace(/\s+/g, ' ');

story(
  'mended-doors',
  'D7',
  'What a real EventStoreDB does is said as measured elsewhere, with the command that times one of yours',
  (show) => {
    const [, port, http] =
      /the port did (\S+) times and HTTP (\S+) times the embedded store's/.exec(page) ?? [];
    show({
      input: 'docs/performance.md',
      right: { port: '0.77', http: '0.66', elsewhere: true, command: true },
      got: {
        port,
        http,
        elsewhere: page.includes('Measured elsewhere, in one run, not on the machine of the tables below'),
        command: page.includes('EVENTSTORE_URL=esdb://... npm run bench:commands'),
      },
    });
  },
);
