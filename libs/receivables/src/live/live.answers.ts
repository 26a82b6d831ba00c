import { answerOf, asIs, decimal, orNull, part, truth, whole } from '@quittance/reading';
import type { Touched } from './changed.sql.js';

const touched = (about: string, example: string) =>
  asIs<Touched>(
    about,
    {
      anyOf: [
        { type: 'array', items: { type: 'string' } },
        { type: 'string', enum: ['many'] },
      ],
    },
    [example],
  );

export const NEXT_ANSWER = answerOf({
  position: decimal('The tables are filled up to here', '48213'),
  invoices: touched(
    'Ids of invoices that facts touched; many: more than 100',
    '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c',
  ),
  payments: touched('Ids of payments', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  customers: touched('Ids of customers', 'C-104'),
  reports: truth('Whether any report can answer otherwise', true),
  standing: part('How the read side stands', {
    behindMs: orNull(
      whole(
        'Milliseconds since everything recorded was last known to be in; null: the projector never ran',
        120,
      ),
    ),
    stale: truth('Whether the tables are known to be behind', false),
    parked: whole('Streams that are parked', 0),
  }),
});

export const LIVE_EXAMPLE = `id: 48213
event: changed
data: {"position":"48213","invoices":["0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c"],"payments":[],"customers":["C-104"],"reports":true}

`;
