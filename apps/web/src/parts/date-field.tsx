import { type CalendarDate, parseDate } from '@internationalized/date';
import {
  DateField as Segments,
  DateInput,
  DateSegment,
  FieldError,
  Label,
  Text,
} from 'react-aria-components';
import styles from './field.module.css';

interface Props {
  name?: string;
  label: string;
  hint?: string;
  wrong?: string;
  /** `YYYY-MM-DD`, as everywhere. */
  day?: string;
  onDay: (day: string | undefined) => void;
  autoFocus?: boolean;
  isRequired?: boolean;
}

/** A day, segment by segment in the order of the person's language. */
export function DateField({ name, label, hint, wrong, day, onDay, autoFocus, isRequired }: Props) {
  return (
    <Segments<CalendarDate>
      name={name}
      className={styles.field}
      value={day === undefined ? null : parseDate(day)}
      onChange={(chosen) => onDay(chosen?.toString())}
      isInvalid={wrong === undefined ? undefined : true}
      autoFocus={autoFocus}
      isRequired={isRequired}
      shouldForceLeadingZeros
    >
      <Label className={styles.label}>{label}</Label>
      <DateInput className={styles.segments}>
        {(segment) => <DateSegment segment={segment} className={styles.segment} />}
      </DateInput>
      {hint && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.wrong}>{wrong}</FieldError>
    </Segments>
  );
}
