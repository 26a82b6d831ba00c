import fc from 'fast-check';
import { DateTime } from 'luxon';
import { dateReaders } from './dates.js';

const rome = 'Europe/Rome';

describe('a date in a file', () => {
  it.each([
    ['M/d/yyyy', '1/2/2013', '2013-01-02'],
    ['M/d/yyyy', '12/31/2013', '2013-12-31'],
    ['M/d/yyyy', '01/02/2013', '2013-01-02'],
    ['dd.MM.yyyy', '02.01.2013', '2013-01-02'],
    ['d LLL yyyy', '2 Jan 2013', '2013-01-02'],
    ['yyyyMMdd', '20130102', '2013-01-02'],
    ['yyyy-MM-dd HH:mm:ss', '2013-01-02 23:59:59', '2013-01-02'],
    ['dd/MM/yy', '28/02/24', '2024-02-28'],
  ])('written as %s is read: %s', (format, text, date) => {
    expect(dateReaders(format, rome).date(text)).toBe(date);
  });

  it('written with an offset falls on the day it is in the zone of the entity', () => {
    expect(dateReaders('yyyy-MM-dd HH:mm ZZ', rome).date('2013-01-02 23:30 +00:00')).toBe('2013-01-03');
  });

  it.each([
    ['M/d/yyyy', '2/30/2013'],
    ['M/d/yyyy', '13/1/2013'],
    ['M/d/yyyy', '1/2/13'],
    ['M/d/yyyy', '1-2-2013'],
    ['M/d/yyyy', '1/2/2013 10:00'],
    ['dd.MM.yyyy', '2.1.2013'],
    ['yyyy-MM-dd', '2013-02-29'],
    ['yyyy-MM-dd', '0000-01-01'],
  ])('that is not written as %s, or does not exist, is refused: %s', (format, text) => {
    expect(() => dateReaders(format, rome).date(text)).toThrow(`must be a date written as ${format}`);
  });

  it.each([
    ['DD-MM-YYYY', 'dd-MM-yyyy'],
    ['dd-mm-yyyy', 'dd-MM-yyyy'],
    ['TT.MM.JJJJ', 'dd.MM.yyyy'],
    ['gg/mm/aaaa', 'dd/MM/yyyy'],
    ['%Y-%m-%d', 'yyyy-MM-dd'],
    ['yyyy-MM-ddTHH:mm:ss', `yyyy-MM-dd'T'HH:mm:ss`],
    ['YYYY-MM-DD HH:mm', 'yyyy-MM-dd HH:mm'],
  ])('written as other programs write it is refused with the right spelling: %s', (format, right) => {
    expect(() => dateReaders(format, rome)).toThrow(`write "${right}"`);
  });

  it.each([
    ['yyyy-MM-dd HH:mm', '2013-01-02 24:00', '2013-01-02'],
    ['M/d/yyyy h:mm a', '1/2/2013 1:05\u202fPM', '2013-01-02'],
    ["yyyy-MM-dd'T'HH:mm:ssZZ", '2013-01-02T23:30:00Z', '2013-01-03'],
    ["yyyy-MM-dd'T'HH:mm:ssZZ", '2013-01-02T24:00:00Z', '2013-01-03'],
  ])('written as %s is read as programs write it: %j', (format, text, date) => {
    expect(dateReaders(format, rome).date(text)).toBe(date);
  });

  it.each([
    ['it', 'd LLL yyyy', '2 gen 2013', '2013-01-02'],
    ['it', 'd LLLL yyyy', '2 Settembre 2013', '2013-09-02'],
    ['de', 'd. LLL yyyy', '2. März 2013', '2013-03-02'],
    ['de', 'd. LLL yyyy', '2. Okt. 2013', '2013-10-02'],
    ['de', 'd-MMM-yy', '2-Mrz-13', '2013-03-02'],
    ['bg', 'd LLLL yyyy', '2 януари 2013', '2013-01-02'],
    ['bg', 'd LLL yyyy', '2 ное 2013', '2013-11-02'],
    ['en', 'd-LLL-yy', '2-SEP-13', '2013-09-02'],
  ])('has names of months of its locale, %s, as %s: %s', (locale, format, text, date) => {
    expect(dateReaders(format, rome, locale).date(text)).toBe(date);
  });

  it.each(['yyyy', 'M/yyyy', 'nonsense', ''])('has no format that makes no date: %s', (format) => {
    expect(() => dateReaders(format, rome)).toThrow('does not make a date');
  });

  it('before all ledgers is refused, as the API does', () => {
    expect(() => dateReaders('M/d/yyyy', rome).date('12/31/1899')).toThrow('must not be before 1900-01-01');
    expect(dateReaders('M/d/yyyy', rome).date('1/1/1900')).toBe('1900-01-01');
  });

  it('survives any format that has a year, a month and a day', () => {
    const formats = ['M/d/yyyy', 'dd.MM.yyyy', 'yyyy-MM-dd', 'd LLLL yyyy', 'yyyyMMdd', 'yyyy/M/d'];
    const readers = new Map(formats.map((format) => [format, dateReaders(format, rome)]));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), fc.constantFrom(...formats), (days, format) => {
        const date = DateTime.utc(1950, 1, 1).plus({ days });
        expect(readers.get(format)!.date(date.toFormat(format))).toBe(date.toISODate());
      }),
    );
  });
});

describe('an instant in a file', () => {
  const { instant } = dateReaders('M/d/yyyy', rome);

  it('is an ISO 8601 text with a zone, or the beginning of a day in the zone of the entity', () => {
    expect(instant('2013-06-30T12:00:00+02:00')).toBe('2013-06-30T10:00:00.000Z');
    expect(instant('7/1/2013')).toBe('2013-06-30T22:00:00.000Z');
    expect(instant('1/1/2013')).toBe('2012-12-31T23:00:00.000Z');
  });

  it('is refused without a zone', () => {
    expect(() => instant('2013-06-30T12:00:00')).toThrow('ISO 8601 with a zone');
  });
});
