import { type Quittance, startQuittance } from '../support/quittance.js';

let quittance: Quittance;
beforeAll(async () => {
  quittance = await startQuittance();
});
afterAll(() => quittance?.stop());

it('an api of another version than the tables releases nothing, and says what to do', async () => {
  await quittance.pool.query(`update projector.projections set version = 'another' where name = 'invoices';
    insert into projector.parked (projection, stream, revision, position, type, error)
    values ('invoices', 'invoice-1', 0, 1, 'InvoiceIssued', 'a reason')`);
  const manager = await quittance.as('manager');
  const refused = await manager.refused('/v1/parked/releases', { all: true });
  expect(refused).toMatchObject({ status: 409, code: 'other-version' });
  expect(refused.detail).toMatch(/^Nothing was released: .* tables of invoices .* start the projector/);
  expect((await manager.get('/v1/parked')).body).toMatchObject({ total: 1 });
  expect((await quittance.facts()).filter(({ type }) => type === 'StreamsReleased')).toEqual([]);
});
