import type { Caller } from '../../support/caller.js';
import { Processes } from './processes.js';
import { FaultProxy, type ProxyOptions } from './proxy/fault-proxy.js';
import type { RealProcess } from './real-process.js';
import { everythingHolds, type Held } from './everything-holds.js';

/** An installation of real processes, some of which reach the event store through a fault proxy only. */
export class BehindProxy {
  private constructor(
    readonly processes: Processes,
    readonly proxy: FaultProxy,
  ) {}

  static async start(options?: ProxyOptions): Promise<BehindProxy> {
    const processes = await Processes.start();
    return new BehindProxy(processes, await FaultProxy.start(processes.eventStoreUrl, options));
  }

  /** A setting that sends a process through the proxy. */
  get env(): Record<string, string> {
    return { EVENTSTORE_URL: this.proxy.url };
  }

  /** A clerk and manager at an api of their own, behind the proxy or not. */
  async clerkAt(way: 'proxy' | 'direct'): Promise<{ clerk: Caller; api: RealProcess }> {
    const api = await this.processes.api(way === 'proxy' ? { env: this.env } : {});
    return { api, clerk: await this.processes.as(api.url, ['manager', 'clerk']) };
  }

  holds(): Promise<Held> {
    return everythingHolds({
      databaseUrl: this.processes.databases.databaseUrl,
      store: this.processes.store,
    });
  }

  async stop(): Promise<void> {
    this.proxy.stop();
    await this.processes.stop();
  }
}
