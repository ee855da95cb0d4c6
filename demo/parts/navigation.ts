interface DemoPage {
  path: string;
  name: string;
  /** A symbol of `icons.svg`. */
  icon: string;
}

/** The pages of the product that the demo plays. Those without a path are only drawn. */
const product: readonly (Omit<DemoPage, 'path'> & { path?: string })[] = [
  { name: 'Overview', icon: 'house' },
  { path: '/', name: 'Campaigns', icon: 'send' },
  { name: 'Contacts', icon: 'users' },
  { name: 'Inbox', icon: 'inbox' },
  { name: 'Domains', icon: 'layers' },
  { path: '/integrations.html', name: 'Integrations', icon: 'plug' },
];

/** Other ways to install the widget. */
const installed: readonly DemoPage[] = [
  { path: '/builder/', name: 'Snippet builder', icon: 'settings' },
  { path: '/react/', name: 'React page', icon: 'code' },
  { path: '/customers.html', name: 'Customers', icon: 'users' },
  { path: '/no-backend.html', name: 'Without a backend', icon: 'unplug' },
  { path: '/strict.html', name: 'Strict security policy', icon: 'shield' },
  { path: '/hostile.html', name: 'Hostile page', icon: 'skull' },
];

/** The other side: the team and its systems. */
const team: readonly DemoPage[] = [
  { path: '/inbox/', name: 'Team inbox', icon: 'inbox' },
  { path: '/report/', name: 'Support report', icon: 'chart' },
  { path: '/control/', name: 'Break and fix', icon: 'settings' },
  { path: '/webhooks/', name: 'Webhooks', icon: 'bell' },
  { path: '/mailbox/', name: 'Mailbox', icon: 'mail' },
  { path: '/help/00000000-0000-4000-8000-00000000de30/', name: 'Help center', icon: 'layers' },
];

interface SideBar {
  /** Path of the page. */
  current: string;
  /** A page that allows no pictures has none. */
  hasIcons: boolean;
}

function group(
  name: string,
  pages: readonly (typeof product)[number][],
  { current, hasIcons }: SideBar,
): string {
  const links = pages.map((page) => {
    const icon = `<svg aria-hidden="true"><use href="/icons.svg#${page.icon}" /></svg>`;
    const text = `${hasIcons ? icon : ''}${page.name}`;
    if (page.path === undefined) return `<span>${text}</span>`;
    return `<a href="${page.path}"${page.path === current ? ' aria-current="page"' : ''}>${text}</a>`;
  });
  return `<nav aria-label="${name}"><small>${name}</small>${links.join('')}</nav>`;
}

/** Returns the side bar of all pages as HTML, for the build. */
export function sideBar(of: SideBar): string {
  return [
    '<aside><strong><i></i><span id="account">PenguinMails</span></strong>',
    group('Product', product, of),
    group('Ways to install', installed, of),
    group('The team’s side', team, of),
    '</aside>',
  ].join('');
}
