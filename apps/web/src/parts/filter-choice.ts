/** What a list can be filtered by. */
export interface FilterChoice {
  /** As the API calls it. */
  name: string;
  title: string;
  /** What it can be, where that is a short list. */
  values?: [value: string, word: string][];
  hint?: string;
  /** Whether the API counts the rows by it. */
  facet?: true;
}

/** The word of a value, or of several separated by commas. */
export const wordOf = (choice: FilterChoice | undefined, text: string): string => {
  const words = new Map(choice?.values);
  return text
    .split(',')
    .map((value) => words.get(value) ?? value)
    .join(choice?.values || choice?.facet ? ', ' : ',');
};

/** Filters of an address in words. @param search the word of what is typed into the search */
export const wordsOf = (
  choices: FilterChoice[],
  filters: Record<string, string | undefined>,
  search: string,
): string =>
  Object.entries(filters)
    .map(([name, value = '']) => {
      const choice = choices.find((one) => one.name === name);
      return `${name === 'q' ? search : (choice?.title ?? name)}: ${wordOf(choice, value)}`;
    })
    .join(' · ');
