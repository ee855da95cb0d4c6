import type { Connector, ConnectResult } from '../../src/core/connectPorts.ts';

/** A connector that only records where it was sent. `answer`: the message of another window. */
export function createFakeConnector(part: Partial<Connector> = {}): Connector & {
  went: string[];
  keys: string[];
  popup: { isClosed: boolean };
  answer(answer: ConnectResult): boolean;
} {
  const went: string[] = [];
  const keys: string[] = [];
  const popup = { isClosed: false };
  let listener: (answer: ConnectResult) => boolean = () => false;
  return {
    went,
    keys,
    popup,
    answer: (answer) => listener(answer),
    open: () => ({
      go: (address) => void went.push(address),
      isClosed: () => popup.isClosed,
      close() {
        popup.isClosed = true;
      },
    }),
    returnTo(attempt) {
      keys.push(attempt);
      return `https://app.example.com/integrations?penguin_attempt=${attempt}`;
    },
    leave: (address) => void went.push(`tab ${address}`),
    takeReturn: () => null,
    deliver: async () => false,
    listen(next) {
      listener = next;
      return () => {
        listener = () => false;
      };
    },
    ...part,
  };
}
