import { Component, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Problem } from '../api/problem';
import { Button } from './button';
import { Empty } from './empty';

/** What went wrong with one part of the page: what, code, an id to pass on, and another try. */
export function Trouble({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useTranslations('shell');
  const problem = error instanceof Problem ? error : undefined;
  return (
    <div role="alert">
      <Empty title={t('failed')}>
        <p>{problem ? `${problem.message} (${problem.code})` : String(error)}</p>
        {problem?.correlationId && <Correlation id={problem.correlationId} />}
        {retry && <Button onPress={retry}>{t('retry')}</Button>}
      </Empty>
    </div>
  );
}

/** Whoever looks after the installation finds the request by it. */
function Correlation({ id }: { id: string }) {
  const t = useTranslations('shell');
  const [isCopied, setCopied] = useState(false);
  return (
    <p>
      {t('correlation', { id })}{' '}
      <Button look="quiet" onPress={() => void navigator.clipboard.writeText(id).then(() => setCopied(true))}>
        {t(isCopied ? 'copied' : 'copy')}
      </Button>
    </p>
  );
}

/** A part that breaks does not take the page down. */
export class Bounds extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return <Trouble error={error} retry={() => this.setState({ error: undefined })} />;
  }
}
