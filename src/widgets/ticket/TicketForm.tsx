import { useRef } from 'preact/hooks';
import { limits } from '../../contract/limits.ts';
import { priorities } from '../../contract/priority.ts';
import type { SupportContext } from '../../core/context.ts';
import { categoryLabel } from '../../i18n/categoryLabel.ts';
import type { I18n } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import { lazyView } from '../../ui/lazyView.tsx';
import { ScreenBody, ScreenFooter } from '../../ui/Screen.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FormNotice } from './FormNotice.tsx';
import { loadLater } from './loadLater.ts';
import * as css from './Ticket.css.ts';
import type { TicketModel } from './ticket.model.ts';

const FormFacts = lazyView(() => import('./FormFacts.tsx').then((one) => one.FormFacts));
const DraftNotice = lazyView(() => import('./DraftNotice.tsx').then((one) => one.DraftNotice));
const Suggestions = lazyView(() => loadLater().then((later) => later.Suggestions));
const loadParts = () => import('./parts.ts');
const ContextList = lazyView(() => loadParts().then((parts) => parts.ContextList));
const CustomFields = lazyView(() => loadParts().then((parts) => parts.CustomFields));
const Attachments = lazyView(() => loadParts().then((parts) => parts.Attachments));

export function TicketForm({ model, context }: { model: TicketModel; context: SupportContext }) {
  const { i18n } = context;
  const form = useRef<HTMLFormElement>(null);
  const { t } = i18n;
  const values = model.values.value;
  const suggestions = model.suggestions.value;
  const sending = model.status.value.at === 'sending';
  const field = (name: 'category' | 'subject' | 'description' | 'name' | 'email' | 'priority') => ({
    id: `ticket-${name}`,
    label: t(`ticket.${name}`),
    value: values[name],
    problem: model.problemOf(name, i18n),
  });

  async function submit(): Promise<void> {
    await model.submit();
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }

  return (
    <form class={css.form} ref={form}>
      <ScreenBody>
        <FormNotice model={model} i18n={i18n} />
        <SelectField
          {...field('category')}
          placeholder={t('ticket.categoryChoose')}
          required
          options={model.categories.value.map((one) => ({
            value: one.id,
            label: categoryLabel(one, i18n),
          }))}
          onChange={(category) => model.change({ category })}
        />
        {context.outbox && <FormFacts model={model} context={context} />}
        <TextField
          {...field('subject')}
          required
          onInput={(subject) => model.change({ subject })}
        />
        <TextField
          {...field('description')}
          hint={descriptionHint(values.description, i18n)}
          required
          multiline
          onInput={(description) => model.change({ description })}
        />
        {suggestions && <Suggestions model={suggestions} i18n={i18n} />}
        {model.asksName.value && (
          <TextField
            {...field('name')}
            mark={t('ticket.optional')}
            autocomplete="name"
            onInput={(name) => model.change({ name })}
          />
        )}
        {model.asksEmail.value && (
          <TextField
            {...field('email')}
            hint={t('ticket.emailHint')}
            required
            inputMode="email"
            autocomplete="email"
            onInput={(email) => model.change({ email })}
          />
        )}
        <SelectField
          {...field('priority')}
          options={priorities.map((one) => ({ value: one, label: t(`priority.${one}`) }))}
          onChange={(chosen) =>
            model.change({ priority: priorities.find((one) => one === chosen) ?? 'medium' })
          }
        />
        <CustomFields model={model} i18n={i18n} />
        {context.outbox && (
          <Attachments model={model} outbox={context.outbox} context={context} form={form} />
        )}
        <ContextList model={model} context={context} />
      </ScreenBody>
      <ScreenFooter>
        {model.draft.origin.value.at !== 'new' && <DraftNotice model={model} context={context} />}
        {context.outbox && <FormFacts model={model} context={context} isFooter />}
        <Button variant="primary" size="large" type="submit" busy={sending} onPress={submit}>
          {t(sending ? 'ticket.sending' : model.byMail ? 'ticket.sendMail' : 'ticket.send')}
        </Button>
      </ScreenFooter>
    </form>
  );
}

/** Shows the remaining characters from 90 % of the limit. */
function descriptionHint({ length }: string, { t }: I18n): string {
  if (length < limits.description * 0.9) return t('ticket.descriptionHint');
  return t('ticket.count', { used: length, limit: limits.description });
}
