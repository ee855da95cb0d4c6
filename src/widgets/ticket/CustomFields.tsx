import type { I18n } from '../../i18n/translator.ts';
import { lazyView } from '../../ui/lazyView.tsx';
import type { TicketModel } from './ticket.model.ts';

const FieldList = lazyView(() => import('./FieldList.tsx').then((one) => one.FieldList));

/** The fields that the tenant defined, if there are any. Only then their code loads. */
export function CustomFields({ model, i18n }: { model: TicketModel; i18n: I18n }) {
  return model.fields.value.length > 0 && <FieldList model={model} i18n={i18n} />;
}
