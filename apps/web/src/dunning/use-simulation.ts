import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, client } from '../api/client';
import { type SimulationAsked, type SimulationPage, together } from './simulation.sum';

/** Asks page by page, and shows how far it has come. Nothing is asked until there is something to ask. */
export function useSimulation(asked: SimulationAsked | undefined) {
  const [looked, setLooked] = useState<{ invoices: number; of: number }>();
  const query = useQuery({
    queryKey: ['/v1/dunning/simulations', asked],
    queryFn: async ({ signal }) => {
      const pages: SimulationPage[] = [];
      setLooked(undefined);
      for (let cursor: string | null | undefined; cursor !== null; cursor = pages.at(-1)!.next) {
        const body = { ...asked!, ...(cursor && { cursor }) };
        const params = { header: { 'Idempotency-Key': crypto.randomUUID() } };
        pages.push((await answered(client.POST('/v1/dunning/simulations', { params, body, signal }))).body);
        const { invoices, invoicesInRange } = together(pages)!;
        setLooked({ invoices, of: invoicesInRange });
      }
      return together(pages)!;
    },
    enabled: asked !== undefined,
    staleTime: Infinity,
    retry: false,
  });
  return { ...query, looked };
}
