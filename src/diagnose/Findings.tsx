import * as css from './Findings.css.ts';
import type { Finding } from './findings.ts';

export type Diagnosis =
  | { name: 'checking' }
  | { name: 'checked'; findings: readonly Finding[] }
  | { name: 'failed'; reason: string };

interface FindingsProps {
  diagnosis: Diagnosis;
  onCheck: () => void;
  onClose: () => void;
}

/** Lists what keeps the widget from working. In English, as the console is: it is for the page's developer. */
export function Findings({ diagnosis, onCheck, onClose }: FindingsProps) {
  return (
    <section class={css.findings} lang="en" dir="ltr" aria-labelledby="findings">
      <h2 class={css.title} id="findings">
        Support widget: checks
      </h2>
      <div role="status">{contentOf(diagnosis)}</div>
      <div class={css.actions}>
        <button class={css.button} type="button" onClick={onCheck}>
          Check again
        </button>
        <button class={css.button} type="button" onClick={onClose}>
          Close
        </button>
      </div>
    </section>
  );
}

function contentOf(diagnosis: Diagnosis) {
  if (diagnosis.name === 'checking') return 'Checking…';
  if (diagnosis.name === 'failed') return `The checks failed: ${diagnosis.reason}`;
  const { findings } = diagnosis;
  if (findings.length === 0) return <p class={css.fine}>No problems found.</p>;
  return (
    <ul class={css.list}>
      {findings.map(({ code, message }) => (
        <li key={code + message}>
          <code class={css.code}>{code}</code> {message}
        </li>
      ))}
    </ul>
  );
}
