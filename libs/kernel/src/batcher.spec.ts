import { Batcher } from './batcher.js';

/** A gathering whose rounds end when told, and what each round was asked. */
function opened(options?: ConstructorParameters<typeof Batcher<number, number>>[1]) {
  const rounds: { inputs: readonly number[]; end: (error?: Error) => void }[] = [];
  const gathered = new Batcher<number, number>(
    (inputs) =>
      new Promise((resolve, reject) =>
        rounds.push({ inputs, end: (error) => (error ? reject(error) : resolve(inputs.map((n) => n * 10))) }),
      ),
    options,
  );
  return { gathered, rounds, asked: () => rounds.map(({ inputs }) => inputs) };
}
const turn = () => new Promise(setImmediate);

it('does what is asked in one turn together, and answers each with its own', async () => {
  const { gathered, rounds, asked } = opened();
  const answers = Promise.all([1, 2, 2, 3].map((n) => gathered.add(n)));
  await turn();
  expect(asked()).toEqual([[1, 2, 2, 3]]);
  rounds[0]!.end();
  expect(await answers).toEqual([10, 20, 20, 30]);
});

it('waits while others come with every turn, no longer than it may', async () => {
  const { gathered, rounds, asked } = opened({ turns: 2 });
  const answers: Promise<number>[] = [];
  for (const n of [1, 2, 3, 4]) {
    const next = turn();
    answers.push(gathered.add(n));
    await next;
  }
  await turn();
  expect(asked()).toEqual([[1, 2, 3], [4]]);
  for (const { end } of rounds) end();
  expect(await Promise.all(answers)).toEqual([10, 20, 30, 40]);
});

it('keeps what comes later for the next round, of which no more than allowed are under way', async () => {
  const { gathered, rounds, asked } = opened({ rounds: 1, most: 2 });
  const first = gathered.add(1);
  await turn();
  const others = Promise.all([2, 3, 4].map((n) => gathered.add(n)));
  await turn();
  expect(asked()).toEqual([[1]]);
  rounds[0]!.end();
  expect(await first).toBe(10);
  await turn();
  expect(asked()).toEqual([[1], [2, 3]]);
  rounds[1]!.end();
  await turn();
  expect(asked()).toEqual([[1], [2, 3], [4]]);
  rounds[2]!.end();
  expect(await others).toEqual([20, 30, 40]);
});

it('never does two of one name in one round', async () => {
  const { gathered, rounds, asked } = opened({ by: (n) => String(n), rounds: 1 });
  const answers = Promise.all([1, 1, 2].map((n) => gathered.add(n)));
  await turn();
  expect(asked()).toEqual([[1, 2]]);
  rounds[0]!.end();
  await turn();
  expect(asked()).toEqual([[1, 2], [1]]);
  rounds[1]!.end();
  expect(await answers).toEqual([10, 10, 20]);
});

it('fails those of a failed round, and goes on with the next', async () => {
  const { gathered, rounds } = opened({ rounds: 1 });
  const failing = expect(gathered.add(1)).rejects.toThrow('away');
  await turn();
  const later = gathered.add(2);
  rounds[0]!.end(new Error('away'));
  await failing;
  await turn();
  rounds[1]!.end();
  expect(await later).toBe(20);
});
