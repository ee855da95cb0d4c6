import { type DeskSettings, onlyOne, openDeskForFile } from './deskFile.ts';
import { startGithub } from './github.ts';

/** Opens a database and a stand-in for GitHub, which all tests of a file use. */
export function openGithubForFile() {
  const { fake: github, connect, connected } = openDeskForFile('github', startGithub);
  let updates = 0;
  /** The event of a changed issue. */
  const changed = (number: number) => ({ issue: { number, updated_at: updates++ } });
  return {
    github,
    connect,
    changed,
    onlyIssue: () => onlyOne(github().issues),
    connected: (settings?: DeskSettings) =>
      connected(() => github().webhook(changed(github().issues.length)), settings),
  };
}
