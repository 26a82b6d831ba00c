import { ApiProperty } from '@nestjs/swagger';
import {
  type BodyPipe,
  IsBusinessDate,
  IsOneOf,
  IsTrueOrFalse,
  Optional,
  ProblemError,
  type RouteRoles,
  Rule,
} from '@quittance/http';
import type { Actor } from '@quittance/kernel';
import { type ImportOptions, type Limit, limitOf, STANDARD_LIMIT } from '@quittance/importing';
import { TAKING_OVER } from '../invoice/issue/issue.events.js';

const KINDS = ['invoices', 'receipts'] as const;
export type Kind = (typeof KINDS)[number];

/** Whether a text says how many rows may be refused. */
const isLimit = (value: unknown): boolean => {
  try {
    return typeof value === 'string' && Boolean(limitOf(value));
  } catch {
    return false;
  }
};

const FILE = { type: 'string' as const, format: 'binary', example: 'number,customerId\n' };

/** A file of which a mapping is asked for. */
export class SuggestionForm {
  @ApiProperty({ ...FILE, description: 'The file, or its beginning: more than 64 KiB are not looked at' })
  file?: never;

  @Optional()
  @IsOneOf(KINDS)
  kind?: Kind;
}

/** A file to import. Left out, an option is off. */
export class ImportForm {
  @ApiProperty({ ...FILE, description: 'CSV with a header' })
  file?: never;

  @Rule(
    'mapping',
    'the mapping as JSON, of at most 64 KiB (docs/cli.md, "The mapping")',
    (value) => typeof value === 'string' && value.trim() !== '',
    { type: String, example: '{"columns":{"number":"No","customerId":"Customer"}}' },
  )
  mapping!: string;

  @Optional()
  @IsOneOf(KINDS)
  @ApiProperty({ description: 'invoices when left out' })
  kind?: Kind;

  @Optional()
  @IsTrueOrFalse()
  @ApiProperty({ description: 'Every row is checked by itself, and nothing is recorded', example: true })
  dryRun?: boolean;

  @Optional()
  @Rule('limit', 'a number of rows, as 250, or a share of them, as 5%', isLimit, { type: String })
  @ApiProperty({
    description: 'So many rows may be refused before nothing is recorded at all',
    example: '1%',
  })
  maxRejects?: string;

  @Optional()
  @IsTrueOrFalse()
  @ApiProperty({
    description: 'Each fact states that it was recorded at the start of its own date; role importer',
    example: false,
  })
  statedAsEffective?: boolean;

  @Optional()
  @IsBusinessDate()
  @ApiProperty({ description: 'All invoices, but only payments up to this date', example: '2026-03-31' })
  knownUntil?: string;

  @Optional()
  @IsBusinessDate()
  @ApiProperty({
    description: 'The cut-over: what was issued up to this date is taken over',
    example: '2026-01-01',
  })
  openingOn?: string;

  @Optional()
  @IsTrueOrFalse()
  @ApiProperty({ description: 'Rows with a negative total are credit notes', example: false })
  creditNotes?: boolean;

  @Optional()
  @IsTrueOrFalse()
  @ApiProperty({ description: 'Customers whose ids look alike are different ones', example: false })
  acceptLookalikes?: boolean;

  @Optional()
  @IsTrueOrFalse()
  @ApiProperty({
    description: 'Of receipts: what could be done with money on account is listed',
    example: false,
  })
  propose?: boolean;

  @Optional()
  @IsTrueOrFalse()
  @ApiProperty({ description: 'The same, and allocated so where that is exact', example: false })
  applyExact?: boolean;
}

const FLAGS = [
  ...['dryRun', 'statedAsEffective', 'creditNotes', 'acceptLookalikes', 'propose', 'applyExact'],
];
/** Names of the texts of an import's form. */
export const IMPORT_FIELDS = ['mapping', 'kind', 'maxRejects', 'knownUntil', 'openingOn', ...FLAGS];

/** What an import was asked for. */
export interface AskedImport {
  kind: Kind;
  mapping: string;
  dryRun: boolean;
  maxRejects: Limit;
  options: ImportOptions;
}

/** A form's texts, checked. @throws ProblemError 403, 422 */
export function importAsked(
  fields: Record<string, string>,
  actor: Actor,
  pipe: BodyPipe,
  roles: RouteRoles,
): AskedImport {
  const flag = ([name, text]: [string, string]): [string, unknown] => [
    name,
    FLAGS.includes(name) && /^(true|false)$/.test(text) ? text === 'true' : text,
  ];
  const body = Object.fromEntries(Object.entries(fields).map(flag));
  const form = pipe.transform(body, { type: 'body', metatype: ImportForm }) as ImportForm;
  const { kind = 'invoices', mapping, dryRun = false, maxRejects, file: _file, ...options } = form;
  refuseStating(form, actor);
  refuseTakingOver(form, actor);
  refuseOthers(form, actor, roles);
  const propose = options.propose ?? options.applyExact;
  const most = maxRejects === undefined ? STANDARD_LIMIT : limitOf(maxRejects);
  return { kind, mapping, dryRun, maxRejects: most, options: { ...options, propose } };
}

/** Each row would be refused for it: better before any is sent. */
function refuseStating({ mapping, statedAsEffective }: ImportForm, { roles }: Actor): void {
  if (roles.includes('importer')) return;
  const field = statedAsEffective
    ? '/statedAsEffective'
    : maps(mapping, 'recordedAt')
      ? '/mapping'
      : undefined;
  if (field === undefined) return;
  const hint =
    field === '/mapping'
      ? 'leave the column recordedAt out, or let somebody with the role importer send the file'
      : 'leave it out, or let somebody with the role importer send the file';
  throw new ProblemError(403, 'forbidden', 'To state when it was recorded needs the role importer.', [
    { field, rule: 'role', hint },
  ]);
}

/** Every row up to the cut-over would be refused for it. */
function refuseTakingOver({ openingOn }: ImportForm, { roles }: Actor): void {
  if (openingOn === undefined || TAKING_OVER.some((role) => roles.includes(role))) return;
  const may = TAKING_OVER.join(' or ');
  throw new ProblemError(403, 'forbidden', `To take invoices over needs the role ${may}.`, [
    {
      ...{ field: '/openingOn', rule: 'role' },
      hint: `leave it out, or let somebody with the role ${may} send the file`,
    },
  ]);
}

/** What only some rows ask for: at the first of them the import would stop halfway. */
function refuseOthers({ kind, mapping, applyExact }: ImportForm, { roles }: Actor, table: RouteRoles): void {
  const receipts = kind === 'receipts';
  if (!(receipts ? applyExact : maps(mapping, 'disputed'))) return;
  const [field, leave, to, route] = receipts
    ? ['/applyExact', 'leave it out', 'allocate', 'POST /v1/payments/:id/proposals/acceptance']
    : ['/mapping', 'leave the column disputed out', 'raise disputes', 'POST /v1/invoices/:id/disputes'];
  const needed = table[route] ?? [];
  if (roles.some((role) => needed.includes(role))) return;
  const may = needed.join(' or ');
  const hint = `${leave}, or let somebody with the role ${may} send the file`;
  throw new ProblemError(403, 'forbidden', `To ${to} needs the role ${may}.`, [
    { field: field, rule: 'role', hint },
  ]);
}

/** Whether a mapping says something of a field. */
function maps(mapping: string, field: string): boolean {
  try {
    const { columns, constants } = JSON.parse(mapping) as Record<string, Record<string, unknown> | undefined>;
    return columns?.[field] !== undefined || constants?.[field] !== undefined;
  } catch {
    return false; // It is refused as a mapping.
  }
}
