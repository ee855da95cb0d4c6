import { agentEndpoints } from '../../src/contract/index.ts';
import { callAgentApi, type Session } from './agentApi.ts';
import { make } from './make.ts';

/** The options, in order. */
export type Choices = readonly (readonly [value: string, name: string])[];

/** Fills the choice of a queue, and gives the queues. */
export async function fillQueues(select: HTMLSelectElement, session: Session) {
  const { queues } = await callAgentApi(session, agentEndpoints.listQueues);
  const all: Choices = queues.map(({ id, name }) => [id, name]);
  const choices = [['', 'All queues'], ...all, ['none', 'No queue']] as const;
  select.replaceChildren(...choices.map(([value, name]) => make('option', { value }, name)));
  return {
    all,
    nameOf: (id: string | null) => all.find(([one]) => one === id)?.[1] ?? id,
  };
}
