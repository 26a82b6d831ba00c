import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandContext, Execute } from '@quittance/event-store';
import { Rejection } from '@quittance/kernel';
import type { ReactedBy } from '../../manifest/reaction.js';
import { BounceMail } from '../mail.commands.js';
import { bounceOf } from './dsn.js';

/** Messages of one round, and bytes of one. */
const AT_MOST = 100;
const LARGEST = 5 * 1024 * 1024;

/**
 * Reads messages that a mail server put into a folder (one a file; of a mail folder: its `new`). What was read is moved to `read`, what
 * says nothing of a mail of ours to `other`.
 */
export class ReadBounces {
  constructor(
    private readonly folder: string,
    private readonly execute: Execute,
  ) {}

  /** @returns how many mails came back */
  async run({ actor, correlationId }: ReactedBy): Promise<number> {
    let came = 0;
    const there = await readdir(this.folder, { withFileTypes: true });
    const names = there
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => name);
    for (const name of names.sort().slice(0, AT_MOST)) {
      const path = join(this.folder, name);
      const small = (await stat(path)).size <= LARGEST;
      const bounce = small ? await bounceOf(await readFile(path)).catch(() => undefined) : undefined;
      let known = bounce !== undefined;
      if (bounce) {
        const key = `bounce/${bounce.mailId}/${bounce.code}`;
        const context: CommandContext = { key, hash: key, actor, correlationId, causationId: correlationId };
        try {
          const { facts, replayed } = await this.execute(
            Object.assign(new BounceMail(), { ...bounce, context }),
          );
          if (facts.length > 0 && !replayed) came += 1;
        } catch (error) {
          if (!(error instanceof Rejection)) throw error;
          known = false;
        }
      }
      const to = join(this.folder, known ? 'read' : 'other');
      await mkdir(to, { recursive: true });
      await rename(path, join(to, name));
    }
    return came;
  }
}
