import { useEffect, useState } from 'preact/hooks';
import { ArticlesPage, type Place } from '../articles/views/ArticlesPage.tsx';
import { createCanned } from '../model/canned.model.ts';
import { createInbox } from '../model/inbox.model.ts';
import { createPresence } from '../model/presence.model.ts';
import { createReplies } from '../model/reply.model.ts';
import type { Session, SignedIn } from '../model/session.model.ts';
import { AuditPage } from './AuditPage.tsx';
import { CannedPage } from './CannedPage.tsx';
import * as css from './frame.css.ts';
import { InboxPage } from './InboxPage.tsx';
import { RejectedMails } from './RejectedMails.tsx';
import { ReportPage } from './ReportPage.tsx';
import { Sidebar, type View } from './Sidebar.tsx';
import { SignIn } from './SignIn.tsx';
import { TeamPage } from './TeamPage.tsx';

/** The whole desk: sign-in, then the pages. */
export function App({ session }: { session: Session }) {
  const state = session.state.value;
  return state.name === 'signedIn' ? (
    <Desk key={state.agent.id} me={state} onSignOut={session.signOut} />
  ) : (
    <SignIn state={state} onSignIn={session.signIn} />
  );
}

function Desk({ me, onSignOut }: { me: SignedIn; onSignOut: () => void }) {
  const [view, setView] = useState<View>('inbox');
  const [articles, setArticles] = useState<Place>({ name: 'list' });
  const [inbox] = useState(() => createInbox(me));
  const [replies] = useState(() => createReplies(me, inbox));
  const [canned] = useState(() => createCanned(me));
  const [presence] = useState(() => createPresence(me));

  useEffect(() => {
    document.title = `Desk · ${me.account.name}`;
    const end = new AbortController();
    void me.api.follow((event) => {
      inbox.onEvent(event);
      presence.onEvent(event);
    }, end.signal);
    const stop = presence.start();
    return () => {
      stop();
      end.abort();
    };
  }, []);

  return (
    <div class={css.frame}>
      <Sidebar
        me={me}
        inbox={inbox}
        view={view}
        onView={(next) => {
          setArticles({ name: 'list' });
          setView(next);
        }}
        onFilter={(id) => {
          setView('inbox');
          inbox.show(id);
        }}
        onSignOut={onSignOut}
      />
      {view === 'articles' && <ArticlesPage me={me} place={articles} onPlace={setArticles} />}
      {view === 'inbox' && <InboxPage {...{ me, inbox, replies, canned, presence }} />}
      {view === 'canned' && <CannedPage me={me} canned={canned} />}
      {view === 'report' && (
        <ReportPage
          me={me}
          onRequest={(id) => {
            setView('inbox');
            void inbox.openTicket(id);
          }}
          onMissed={() => {
            setArticles({ name: 'missed' });
            setView('articles');
          }}
        />
      )}
      {view === 'rejected' && <RejectedMails me={me} />}
      {view === 'team' && <TeamPage me={me} />}
      {view === 'audit' && <AuditPage me={me} />}
      {inbox.problem.value !== undefined && (
        <p class={css.toast} role="alert">
          {inbox.problem.value}
        </p>
      )}
    </div>
  );
}
