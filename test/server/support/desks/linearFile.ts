import { type DeskSettings, onlyOne, openDeskForFile } from './deskFile.ts';
import { startLinear } from './linear.ts';

/** Opens a database and a stand-in for Linear, which all tests of a file use. */
export function openLinearForFile() {
  const { fake: linear, connect, connected } = openDeskForFile('linear', startLinear);
  return {
    linear,
    connect,
    onlyIssue: () => onlyOne(linear().issues),
    connected: (settings?: DeskSettings) =>
      connected((id) => linear().webhook({ type: 'Issue', data: { id } }), settings),
  };
}
