import { resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { story } from '../support/story.js';

const root = resolve(__dirname, '../..');

describe('the house', () => {
  story('ground', 'E1', 'Every import points left or down: none points upward', (show) => {
    const { stdout, status } = spawnSync(process.execPath, ['scripts/house.mjs'], {
      cwd: root,
      encoding: 'utf8',
    });
    const [drawn = '', upward = ''] = stdout.trim().split('\n\n');
    const rooms = drawn.split('\n');
    show({
      input: rooms,
      right: { upward: 'imports that point upward: none', status: 0, rooms: true },
      got: { upward, status, rooms: rooms.length > 20 },
    });
  });
});
