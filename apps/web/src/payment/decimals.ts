import { useMe } from '../api/session';

/** How many decimals a currency has. */
export const useDecimals = (currency: string): number =>
  useMe().entity.currencies.find(({ code }) => code === currency)?.decimals ?? 2;
