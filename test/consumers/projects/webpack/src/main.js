import { createSupport } from '@penguinmails/support-widget';

const support = createSupport({
  apiKey: 'pk_test_demo',
  baseUrl: '/v1/',
  user: { id: 'user_ada', name: 'Ada Lovelace', email: 'ada@northwind.example' },
});

const [menu, badge] = [1, 2].map(() => document.createElement('div'));
const label = document.createElement('label');
const field = document.createElement('textarea');
label.append('Question', field);
document.getElementById('root').append(menu, badge, label);

support.place('helpCenter', menu);
support.place('statusBadge', badge, { integration: 'hubspot', variant: 'full' });
support.attachSuggestions(field);
