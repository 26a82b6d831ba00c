import { useId } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField,
  type TextFieldProps,
} from 'react-aria-components';
import styles from './field.module.css';

interface Props extends Omit<TextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> {
  /** In a command the JSON pointer of what it fills: `/reason`. The server's errors find it by that. */
  name?: string;
  label: string;
  hint?: string;
  /** What is wrong, where the page knows it itself. */
  wrong?: string;
  placeholder?: string;
  /** Several lines. */
  long?: boolean;
  /** What is offered while somebody types: the text itself, and what it means. */
  offered?: { value: string; says?: string }[];
}

export function Field({ label, hint, wrong, placeholder, long, offered, ...more }: Props) {
  const list = useId();
  return (
    <TextField {...more} className={styles.field} isInvalid={wrong === undefined ? undefined : true}>
      <Label className={styles.label}>{label}</Label>
      {long ? (
        <TextArea className={styles.input} rows={linesOf(more.value ?? '')} placeholder={placeholder} />
      ) : (
        <Input className={styles.input} placeholder={placeholder} list={offered && list} />
      )}
      {offered && (
        <datalist id={list}>
          {offered.map(({ value, says }) => (
            <option key={value} value={value}>
              {says}
            </option>
          ))}
        </datalist>
      )}
      {hint && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.wrong}>{wrong}</FieldError>
    </TextField>
  );
}

/** As many as the text has, between 3 and 16. */
const linesOf = (text: string): number => Math.min(16, Math.max(3, text.split('\n').length));
