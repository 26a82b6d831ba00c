import { useId } from 'react';
import styles from './field.module.css';

interface Props {
  name: string;
  label: string;
  hint?: string;
  value: string;
  /** The value as the API takes it, and the word for it. */
  choices: (readonly [value: string, word: string])[];
  onChoice: (value: string) => void;
  isRequired?: boolean;
  /** The word for nothing chosen. */
  none?: string;
  autoFocus?: boolean;
  /** What the server says against it. */
  wrong?: string;
}

/** One of a few: the browser's own list, which every phone and reader knows. */
export function ChoiceField({ name, label, hint, value, choices, onChoice, wrong, ...more }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select
        id={id}
        name={name}
        className={styles.input}
        value={value}
        required={more.isRequired}
        autoFocus={more.autoFocus}
        aria-invalid={wrong !== undefined || undefined}
        aria-describedby={hint || wrong ? `${id}-said` : undefined}
        onChange={({ target }) => onChoice(target.value)}
      >
        {(!more.isRequired || value === '') && <option value="">{more.none ?? '–'}</option>}
        {choices.map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
      {(wrong ?? hint) && (
        <span id={`${id}-said`} className={wrong ? styles.wrong : styles.hint}>
          {wrong ?? hint}
        </span>
      )}
    </div>
  );
}
