/** Formatters take a hundred times longer to make than to use, and a list prints four values a row: each is made once. There are as many as languages, numbers of decimals and zones. */
const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function once<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(
  key: readonly unknown[],
  made: () => Format,
): Format {
  const name = JSON.stringify(key);
  const found = kept.get(name) ?? made();
  kept.set(name, found);
  return found as Format;
}

/** With thousands told apart, and so many decimals at least and at most. */
export const numberFormat = (locale: string, [least, most]: readonly [number, number]): Intl.NumberFormat =>
  once(
    ['number', locale, least, most],
    () =>
      new Intl.NumberFormat(locale, {
        ...{ useGrouping: 'always', minimumFractionDigits: least, maximumFractionDigits: most },
      }),
  );

/** @param name of the options: one of a name is made once */
export const dateFormat = (
  locale: string,
  name: 'day' | 'instant',
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat =>
  once([name, locale, options.timeZone], () => new Intl.DateTimeFormat(locale, options));
