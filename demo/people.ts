/**
 * The people who can sign in on the customers' page, from two accounts with two organizations each.
 * Glacier Mail shares requests within an organization, PenguinMails does not.
 */
export interface DemoPerson {
  id: string;
  account: 'PenguinMails' | 'Glacier Mail';
  name: string;
  email: string;
  organization: { id: string; name: string; plan: string };
}

export const people: readonly DemoPerson[] = [
  {
    id: 'user_ada',
    account: 'PenguinMails',
    name: 'Ada Lovelace',
    email: 'ada@northwind.example',
    organization: { id: 'org_northwind', name: 'Northwind', plan: 'Professional' },
  },
  {
    id: 'user_omar',
    account: 'PenguinMails',
    name: 'Omar Haddad',
    email: 'omar@contoso.example',
    organization: { id: 'org_contoso', name: 'Contoso', plan: 'Starter' },
  },
  {
    id: 'user_yuki',
    account: 'Glacier Mail',
    name: 'Yuki Tanaka',
    email: 'yuki@fabrikam.example',
    organization: { id: 'org_fabrikam', name: 'Fabrikam', plan: 'Enterprise' },
  },
  {
    id: 'user_mika',
    account: 'Glacier Mail',
    name: 'Mika Sato',
    email: 'mika@fabrikam.example',
    organization: { id: 'org_fabrikam', name: 'Fabrikam', plan: 'Enterprise' },
  },
  {
    id: 'user_lena',
    account: 'Glacier Mail',
    name: 'Lena Fischer',
    email: 'lena@initech.example',
    organization: { id: 'org_initech', name: 'Initech', plan: 'Starter' },
  },
];

/** Publishable keys, which pages may contain. */
export const publishableKeys: Readonly<Record<DemoPerson['account'], string>> = {
  PenguinMails: 'pk_test_demo',
  'Glacier Mail': 'pk_test_glacier',
};
