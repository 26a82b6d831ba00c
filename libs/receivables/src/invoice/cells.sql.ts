import { BETWEEN_VALUES, type Cut, type Facet } from '@quittance/reading';
import { Rejection } from '@quittance/kernel';
import {
  type Basis,
  bucketNames,
  bucketOf,
  type BucketEnds,
  STANDARD_BUCKETS,
} from '../reporting/buckets.js';
import { mergedPart } from '../reporting/merged.sql.js';
import { agedApartSql } from './instalment/parts.cut.js';

// Which cells of the aging report invoices are in, by the same rules. Where nothing is open it is in none. Of an invoice `r` in
// parts each part has an age of its own: it is in every cell in which something of it is open.

export interface CellsAsked {
  basis?: Basis;
  buckets?: BucketEnds;
  bucket?: readonly string[];
}

/** @throws Rejection 422 when the report has no bucket of that name */
function bucketsOf({ basis = 'agreed', buckets = STANDARD_BUCKETS, bucket = [] }: CellsAsked) {
  const names = bucketNames(buckets, basis);
  const value = bucket.find((name) => !names.includes(name));
  if (value !== undefined)
    throw Rejection.invalid('invalid', 'A parameter is wrong.', {
      ...{ field: '/bucket', rule: 'one-of', value },
      hint: `of this basis and these buckets: ${names.join(', ')}; one, or several by comma`,
    });
  return { basis, named: (days: string) => bucketOf(days, buckets, basis, (i) => `'${names[i]!}'`) };
}

function cellsOf(cut: Cut, asked: CellsAsked) {
  const { basis, named } = bucketsOf(asked);
  const since = (due: string): string => named(`${cut.day} - ${basis === 'issued' ? 'r.issued_on' : due}`);
  const due = basis === 'contractual' ? 'due_on' : 'agreed_due_on';
  return {
    /** Of parts whose dates the row has: as agreed. */
    ...(basis === 'agreed' && {
      dated: `select ${named(`${cut.day} - c.due_on`)} as bucket from unnest(r.dues) c (due_on)`,
    }),
    /** Of one that is due in one. */
    bucket: since(`r.${due}`),
    /** `bucket, open` of the parts of one in parts. */
    parts: `select ${since(`p.${due}`)} as bucket, p.open
      from (${agedApartSql(cut, basis)}) p where p.open <> 0`,
  };
}

const listed = (bucket: readonly string[]): string => bucket.map((name) => `'${name}'`).join(', ');

/** Whether the invoice `r` is in one of the buckets; without any, in whichever. */
export function inCells(cut: Cut, asked: CellsAsked): string {
  const { bucket, parts } = cellsOf(cut, asked);
  const names = listed(asked.bucket ?? []);
  return `r.open <> 0 and case when r.aged_apart then exists (select from (${parts}) c where c.bucket in (${names}))
                              else ${bucket} in (${names}) end`;
}

/** What is open of the invoice `r` in the buckets that are asked for; without any, in all. */
export function openInCells(cut: Cut, asked: CellsAsked): string {
  if (!asked.bucket) return 'r.open';
  const { parts } = cellsOf(cut, asked);
  return `case when r.aged_apart then (select sum(c.open) from (${parts}) c where c.bucket in (${listed(asked.bucket)}))
               else r.open end`;
}

/** Invoices by bucket; what is open in it is of the parts in it. @param hasDues whether rows in parts have `dues`, the dates of those that are open */
export function bucketFacet(cut: Cut, asked: CellsAsked, hasDues: boolean): Facet {
  const { bucket, parts, dated } = cellsOf(cut, asked);
  const cells = hasDues && dated ? dated : parts;
  return {
    many: true,
    value: `case when r.open = 0 then null
                 when r.aged_apart then (select string_agg(distinct c.bucket, ${BETWEEN_VALUES}) from (${cells}) c)
                 else ${bucket} end`,
    sums: (value) => ({
      aged: `case when r.aged_apart then (select sum(c.open) from (${parts}) c where c.bucket = ${value}) else r.open end`,
    }),
  };
}

/** Whose row of the report the invoice `r` is in: that of whoever its customer is by the merges in force. @param own a condition on `r.customer_id` */
export const ofRow = (cut: Cut, own: string): string => `(${own} or exists (
  select from (with ${mergedPart(cut)} select g.root as customer_id from merged g where g.customer_id = r.customer_id) r where ${own}))`;
