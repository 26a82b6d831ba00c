import { sideBySide } from './side-by-side.js';

describe('work side by side', () => {
  it('is begun for so many at a time at the most, and answered in the order of the items', async () => {
    let underWay = 0;
    let most = 0;
    const work = async (item: number): Promise<number> => {
      most = Math.max(most, (underWay += 1));
      for (let turns = item % 3; turns >= 0; turns -= 1) await Promise.resolve();
      underWay -= 1;
      return item * 10;
    };
    const items = [5, 1, 4, 2, 3, 0, 7];
    expect(await sideBySide(3, items, work)).toEqual(items.map((item) => item * 10));
    expect(most).toBe(3);
  });

  it('is nothing where there is nothing to do', async () => {
    expect(await sideBySide(3, [], () => Promise.reject(new Error('begun')))).toEqual([]);
  });

  it('ends with what the first failure says', async () => {
    const work = async (item: number): Promise<number> => {
      if (item === 2) throw new Error('no');
      return item;
    };
    await expect(sideBySide(2, [1, 2, 3], work)).rejects.toThrow('no');
  });

  it('begins no other after a failure, and ends once what is under way has ended', async () => {
    const seen: string[] = [];
    const work = async (item: number): Promise<void> => {
      seen.push(`begun ${item}`);
      if (item === 1) throw new Error('no');
      for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
      seen.push(`ended ${item}`);
    };
    await expect(sideBySide(2, [1, 2, 3, 4], work)).rejects.toThrow('no');
    expect(seen).toEqual(['begun 1', 'begun 2', 'ended 2']);
  });
});
