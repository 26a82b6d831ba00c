import { BodyPipe } from '@quittance/http';
import type { Role } from '@quittance/kernel';
import { ROUTE_ROLES } from '../served.js';
import { importAsked } from './import.form.js';

const columns = { number: 'No' };
const disputed = JSON.stringify({ columns: { ...columns, disputed: 'Disputed' } });
const plain = JSON.stringify({ columns });

function asked(role: Role, fields: Record<string, string>): unknown {
  try {
    importAsked(fields, { id: 'anna', roles: [role] }, new BodyPipe(), ROUTE_ROLES);
    return 'taken';
  } catch (error) {
    const { status, errors } = error as { status: number; errors: { field: string; hint: string }[] };
    return [status, ...errors.map(({ field, hint }) => `${field} ${hint}`)];
  }
}

describe('an import whose rows would be refused halfway', () => {
  it.each([
    [
      { mapping: disputed },
      '/mapping leave the column disputed out, or let somebody with the role clerk or manager send the file',
    ],
    [
      { mapping: plain, kind: 'receipts', applyExact: 'true' },
      '/applyExact leave it out, or let somebody with the role clerk or manager send the file',
    ],
  ])('is refused to an importer before it begins: %j', (fields, said) => {
    expect(asked('importer', fields)).toEqual([403, said]);
    expect(asked('clerk', fields)).toBe('taken');
  });

  it('is none where no row asks for more', () => {
    expect(asked('importer', { mapping: plain, creditNotes: 'true' })).toBe('taken');
  });
});
