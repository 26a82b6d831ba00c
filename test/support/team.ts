import { type Caller, type Quittance, startQuittance, type Written } from './quittance.js';

/** What a command answers, with the ids of its parts. */
export type Told = Written & Record<string, string>;

export interface InvoiceSeen {
  number: string;
  open: string;
  status: string;
  settlement: string;
  settledBy: Record<string, string>;
  agreedDueOn: string;
  ownerId: string;
  instalments: { dueOn: string; open: string }[];
}

/**
 * A finance team on one installation: Anna, a clerk; Mara, her manager; Carla, an auditor who sees all they have done. Lea and
 * Otto follow up.
 */
export class Team {
  private last = '0';

  private constructor(
    readonly quittance: Quittance,
    private readonly people: Record<'anna' | 'mara' | 'carla', Caller>,
  ) {}

  static async start(): Promise<Team> {
    const quittance = await startQuittance();
    const anna = await quittance.as('clerk', 'anna');
    const mara = await quittance.as('manager', 'mara');
    const admin = await quittance.as('admin', 'root');
    for (const personId of ['lea', 'otto'])
      await admin.done('/v1/people', { personId, name: personId, email: `${personId}@example.org` });
    return new Team(quittance, { anna, mara, carla: await quittance.as('auditor', 'carla') });
  }

  stop(): Promise<void> {
    return this.quittance.stop();
  }

  readonly anna = (path: string, body: object): Promise<Told> => this.done(this.people.anna, path, body);
  readonly mara = (path: string, body: object): Promise<Told> => this.done(this.people.mara, path, body);

  /** After all that was done. */
  async get<Body>(path: string): Promise<Body> {
    return (await this.people.carla.get<Body>(path, this.last)).body;
  }

  invoice(id: string, asOf: string): Promise<InvoiceSeen> {
    return this.get<InvoiceSeen>(`/v1/invoices/${id}?asOf=${asOf}`);
  }

  /** The history of an invoice in words. */
  async told(id: string): Promise<string[]> {
    const { items } = await this.get<{ items: { sentence: string }[] }>(`/v1/invoices/${id}/history`);
    return items.map(({ sentence }) => sentence);
  }

  private async done(who: Caller, path: string, body: object): Promise<Told> {
    const answer = await who.done<Told>(path, body);
    this.last = answer.position;
    return answer;
  }
}
