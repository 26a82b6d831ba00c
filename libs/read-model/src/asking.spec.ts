import { story } from '../../../test/support/story.js';
import { Fold } from './fold.js';
import { handlersOf } from './asking.js';
import { ignore, type ProjectedFact, type Projection } from './projection.js';
import { standingTable } from './table.js';

interface Boxes {
  Made: { box: string };
  Painted: { box: string; colour: string };
  Shaken: { box: string };
  Compared: { other: string; colour: string };
}
const boxes = standingTable<{ id: string; colour: string }>({
  name: 'boxes',
  comment: 'Boxes as they stand now',
  key: ['id'],
  standsFor: { stream: 'box', id: 'box' },
  columns: { id: { type: 'text' }, colour: { type: 'text' } },
});
const projection: Projection<Boxes> = {
  name: 'boxes',
  comment: 'Boxes',
  tables: [boxes],
  on: {
    Made: ({ data }, changes) => changes.put(boxes, { id: data.box, colour: 'none' }),
    Painted: ({ data }, changes) =>
      changes.change(boxes, { id: data.box }, (row) => row && { ...row, colour: data.colour }),
    Shaken: ignore('a box looks as before'),
    // In the stream of another box, or in none of theirs.
    Compared: ({ data }, changes) =>
      changes.change(boxes, { id: data.other }, (row) =>
        row && row.colour !== data.colour ? { ...row, colour: data.colour } : row,
      ),
  },
};

const fact = (type: string, stream: string, revision: bigint, at: bigint, data: object) =>
  ({ type, stream, revision, at, data }) as ProjectedFact;
function rowsAfter(...facts: ProjectedFact[]): object[] {
  const fold = new Fold();
  for (const one of facts) fold.collect(projection, one);
  fold.apply(
    () => false,
    (_projection, _fact, error) => {
      throw error;
    },
  );
  return fold.changed().flatMap(({ rows }) => rows);
}
const MADE = fact('Made', 'box-1', 0n, 10n, { box: '1' });
const row = (colour: string, revision: bigint, position: bigint) => ({ id: '1', colour, revision, position });

story(
  'ground',
  'C3',
  'Revision and position of a row are set for each fact, whatever its handler makes of it',
  (show) => {
    const cases: [string, ProjectedFact[], object][] = [
      ['made', [MADE], row('none', 0n, 10n)],
      [
        'painted',
        [MADE, fact('Painted', 'box-1', 1n, 20n, { box: '1', colour: 'red' })],
        row('red', 1n, 20n),
      ],
      [
        'shaken, which is ignored',
        [MADE, fact('Shaken', 'box-1', 1n, 20n, { box: '1' })],
        row('none', 1n, 20n),
      ],
      [
        'changed by a fact of another stream',
        [MADE, fact('Compared', 'box-2', 5n, 20n, { box: '2', other: '1', colour: 'blue' })],
        row('blue', 0n, 20n),
      ],
      [
        'looked at by one, and left',
        [MADE, fact('Compared', 'shelf-2', 5n, 20n, { other: '1', colour: 'none' })],
        row('none', 0n, 10n),
      ],
    ];
    for (const [input, facts, right] of cases) show({ input, right: [right], got: rowsAfter(...facts) });
  },
);

it('a fact that is ignored is asked for only where a row stands for its stream', () => {
  const plain = { ...projection, name: 'plain', tables: [] };
  const names = handlersOf([projection, plain])
    .get('Shaken')
    ?.map(({ name }) => name);
  expect(names).toEqual(['boxes']);
});
