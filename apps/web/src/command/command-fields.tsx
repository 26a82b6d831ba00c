import { useTranslations } from 'use-intl';
import { useMe } from '../api/session';
import { AmountField } from '../parts/amount-field';
import { ChoiceField } from '../parts/choice-field';
import { DateField } from '../parts/date-field';
import { Field } from '../parts/field';
import type { CommandField, Value, Values } from './command';
import { reasonsGiven } from './kept';
import { LookupField } from './lookup-field';
import { PartsField } from './parts-field';

interface Props {
  fields: readonly CommandField[];
  values: Values;
  set: (name: string, value: Value) => void;
  wrong: Record<string, string>;
}

/** The fields of a command, each named by the JSON pointer of what it fills. */
export function CommandFields({ fields, values, set, wrong }: Props) {
  return fields.map((field, at) => (
    <OneField
      key={field.name}
      {...{ field, values, wrong: wrong[`/${field.name}`] }}
      isFirst={at === 0}
      set={(value) => set(field.name, value)}
    />
  ));
}

interface OneProps {
  field: CommandField;
  values: Values;
  isFirst: boolean;
  wrong?: string;
  set: (value: Value) => void;
}

function OneField({ field, values, isFirst, wrong, set }: OneProps) {
  const t = useTranslations('command');
  const { currencies } = useMe().entity;
  const { name, label, hint, required = false } = field;
  const value = values[name];
  const text = typeof value === 'string' ? value : '';
  const common = {
    name: `/${name}`,
    label: t(`field.${label ?? (name as 'reason')}`),
    hint: hint && t(`hint.${hint}`),
    isRequired: required,
    autoFocus: isFirst,
  };
  switch (field.kind) {
    case 'date':
      return <DateField {...common} day={text || undefined} onDay={(day) => set(day ?? '')} />;
    case 'amount': {
      const currency = typeof field.currency === 'string' ? field.currency : field.currency(values);
      const decimals = currencies.find(({ code }) => code === currency)?.decimals ?? 2;
      return (
        <AmountField
          key={currency}
          {...common}
          {...{ currency, decimals }}
          initial={text || undefined}
          onAmount={set}
        />
      );
    }
    case 'choice':
      return (
        <ChoiceField
          {...{ ...common, wrong }}
          value={text}
          choices={field.choices.map((choice) => [choice, t(`choice.${choice}`)])}
          onChoice={set}
        />
      );
    case 'currency':
      return (
        <ChoiceField
          {...{ ...common, wrong }}
          value={text}
          choices={currencies.map(({ code }) => [code, code])}
          onChoice={set}
        />
      );
    case 'lookup':
      return <LookupField {...common} of={field.of} initial={text} onId={set} />;
    case 'parts':
      return (
        <PartsField
          {...{ name, label: common.label, currency: field.currency, sum: field.sum }}
          parts={Array.isArray(value) ? value : []}
          onParts={set}
        />
      );
    case 'text':
      return (
        <Field
          {...common}
          value={text}
          onChange={set}
          long={field.long}
          offered={field.reasons ? reasonsGiven().map((reason) => ({ value: reason })) : undefined}
          autoComplete="off"
        />
      );
  }
}
