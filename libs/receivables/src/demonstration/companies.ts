import type { Chance } from './chance.js';

/** A country that customers of the demonstration are from. */
interface Country {
  language: string;
  currency: string;
  /** Of a hundred customers. */
  share: number;
  names: readonly string[];
  trades: readonly string[];
  form: (name: string, trade: string) => string;
}

const COUNTRIES: readonly Country[] = [
  {
    ...{ language: 'it', currency: 'EUR', share: 45 },
    names: [
      'Rossi',
      'Verdi',
      'Bianchi',
      'Ferrari',
      'Esposito',
      'Romano',
      'Colombo',
      'Ricci',
      'Greco',
      'Conti',
    ],
    trades: ['Costruzioni', 'Impianti', 'Trasporti', 'Tessuti', 'Legnami', 'Meccanica', 'Alimentari'],
    form: (name, trade) => `${name} ${trade} S.r.l.`,
  },
  {
    ...{ language: 'de', currency: 'CHF', share: 20 },
    names: ['Müller', 'Keller', 'Weber', 'Huber', 'Schneider', 'Meyer', 'Steiner', 'Fischer', 'Brunner'],
    trades: ['Maschinenbau', 'Logistik', 'Elektrotechnik', 'Holzbau', 'Feinmechanik', 'Druckerei'],
    form: (name, trade) => `${name} ${trade} AG`,
  },
  {
    ...{ language: 'en', currency: 'GBP', share: 20 },
    names: ['Smith', 'Taylor', 'Walker', 'Hughes', 'Clarke', 'Turner', 'Bennett', 'Morgan', 'Fraser'],
    trades: ['Engineering', 'Supplies', 'Foods', 'Textiles', 'Printing', 'Joinery', 'Marine'],
    form: (name, trade) => `${name} ${trade} Ltd`,
  },
  {
    ...{ language: 'bg', currency: 'USD', share: 15 },
    names: ['Петров', 'Иванов', 'Димитров', 'Георгиев', 'Николов', 'Тодоров', 'Стоянов'],
    trades: ['Строй', 'Транс', 'Текстил', 'Метал', 'Агро', 'Дизайн'],
    form: (name, trade) => `„${name} ${trade}“ ЕООД`,
  },
];

export interface Company {
  customerId: string;
  name: string;
  language: string;
  currency: string;
  ownerId: string;
  /** Days after the day of issue by which its invoices are due. */
  net: number;
  /** Days after the due date by which it usually pays. */
  late: number;
}

/** Who follows invoices up. */
export const OWNERS = ['maria', 'ivan', 'chiara', 'jonas'] as const;

export function companyOf(n: number, chance: Chance): Company {
  let share = chance.below(100);
  const country = COUNTRIES.find((one) => (share -= one.share) < 0)!;
  const name = country.form(chance.one(country.names), chance.one(country.trades));
  return {
    customerId: `C-${1000 + n}`,
    name: `${name}`,
    language: country.language,
    currency: country.currency,
    ownerId: chance.one(OWNERS),
    net: chance.one([30, 30, 30, 60, 60, 90]),
    // Most pay near the day, some never do before they are asked.
    late: chance.one([-4, -1, 0, 2, 4, 7, 12, 18, 30, 55]),
  };
}
