import { unusable } from './unusable.js';

const SAVE_AS =
  'open it and save the sheet as CSV ("CSV UTF-8" in Excel, "Text CSV" in LibreOffice), then import that';

/** Files that are no text, by their first bytes; `holds` tells those apart that begin alike. */
const KINDS: { starts: string; holds?: string; is: string; then: string }[] = [
  { starts: 'PK\x03\x04', holds: '[Content_Types].xml', is: 'an Excel workbook (.xlsx)', then: SAVE_AS },
  {
    starts: 'PK\x03\x04',
    holds: 'opendocument.spreadsheet',
    is: 'an OpenDocument spreadsheet (.ods)',
    then: SAVE_AS,
  },
  { starts: 'PK\x03\x04', is: 'a zip archive', then: 'unpack it and import the CSV file in it' },
  { starts: '\xD0\xCF\x11\xE0', is: 'an old Excel workbook (.xls)', then: SAVE_AS },
  { starts: '\x1F\x8B', is: 'packed with gzip', then: 'unpack it first' },
  { starts: '%PDF-', is: 'a PDF', then: 'export the list as CSV where it comes from' },
];

/** @throws Unusable naming what the file is and what to do, when its first bytes are those of no CSV file */
export function refuseWorkbook(head: Buffer, file: string): void {
  const bytes = head.toString('latin1');
  const kind = KINDS.find(({ starts, holds = '' }) => bytes.startsWith(starts) && bytes.includes(holds));
  if (kind) throw unusable(`${file} is ${kind.is}, not CSV: ${kind.then}`);
}
