import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { canCheck, provesFact } from '../api/chain';
import { Banner } from '../parts/banner';
import { ChainCheck } from '../parts/chain-check';
import { Go } from '../parts/go';
import { Table } from '../parts/table';
import { Sheet } from '../shell/page';
import styles from './audit.module.css';
import type { FactPart } from './use-fact';

/** Its place in the chain of its stream and in the log, both worked out in this browser. */
export function FactChain({ fact }: FactPart) {
  const t = useTranslations('audit');
  const { stream, revision, position, type, hash, previous, next } = fact;
  const rows = [previous, { position, revision, type, hash }, next].filter((row) => row !== null);
  return (
    <>
      <Sheet title={t('chain')}>
        <ChainCheck stream={stream} />
        <Table label={t('chain')} heads={[t('revision'), t('position'), t('type'), t('hash')]}>
          {rows.map((row) => (
            <tr key={row.position} aria-current={row.position === position || undefined}>
              <td data-short>{row.revision}</td>
              <td data-short>
                {row.position === position ? (
                  <strong>{row.position}</strong>
                ) : (
                  <Go to="/facts/$position" params={{ position: row.position }}>
                    {row.position}
                  </Go>
                )}
              </td>
              <td>{row.type}</td>
              <td>
                <code className={styles.hash}>{row.hash}</code>
              </td>
            </tr>
          ))}
        </Table>
        <p className={styles.note}>{stream}</p>
      </Sheet>
      <Sheet title={t('proof')}>
        <Proof fact={fact} />
      </Sheet>
    </>
  );
}

/** That the fact is in the log as a head of it was recorded. */
function Proof({ fact: { proof, hash } }: FactPart) {
  const t = useTranslations('audit');
  const { data: isProved } = useQuery({
    queryKey: ['proof', hash, proof?.to.hash],
    queryFn: () => provesFact(hash, proof!),
    enabled: canCheck() && !!proof?.hashes,
    staleTime: Infinity,
  });
  if (!proof) return <p className={styles.note}>{t('noProof')}</p>;
  if (!proof.hashes) return <p className={styles.note}>{t('longProof')}</p>;
  if (isProved === false) return <Banner kind="wrong">{t('notProved')}</Banner>;
  const { recorded } = proof.to;
  return (
    <p className={styles.note}>
      {isProved && (
        <>
          <span aria-hidden="true">✓&#xFE0E;</span> {t('proved', { count: proof.hashes.length })}
        </>
      )}{' '}
      <Go to="/facts/$position" params={{ position: recorded }}>
        {t('head', { position: recorded })}
      </Go>
    </p>
  );
}
