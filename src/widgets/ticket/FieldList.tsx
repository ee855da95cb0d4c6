import type { I18n } from '../../i18n/translator.ts';
import { CheckboxField } from '../../ui/CheckboxField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { TicketModel } from './ticket.model.ts';
import { customName } from './ticketForm.ts';

/** The fields that the tenant defined. */
export function FieldList({ model, i18n }: { model: TicketModel; i18n: I18n }) {
  const { custom } = model.values.value;
  return (
    <>
      {model.fields.value.map(({ id, label, type, required, options = [] }) => {
        const value = custom[id];
        const text = typeof value === 'string' ? value : '';
        const change = (next: string | boolean) => model.changeCustom(id, next);
        const shared = {
          id: `custom-${id}`,
          label,
          required,
          mark: required ? undefined : i18n.t('ticket.optional'),
          problem: model.problemOf(customName(id), i18n),
        };
        switch (type) {
          case 'checkbox':
            return (
              <CheckboxField key={id} {...shared} checked={value === true} onChange={change} />
            );
          case 'select':
            return (
              <SelectField
                key={id}
                {...shared}
                placeholder="–"
                value={text}
                options={options}
                onChange={change}
              />
            );
          default:
            return (
              <TextField
                key={id}
                {...shared}
                value={text}
                multiline={type === 'textarea'}
                onInput={change}
              />
            );
        }
      })}
    </>
  );
}
