import { createSupport } from '@penguinmails/support-widget';
import { defineElements } from '@penguinmails/support-widget/elements';
import { createApp } from 'vue';
import App from './App.vue';

defineElements(
  createSupport({
    apiKey: 'pk_test_demo',
    baseUrl: '/v1/',
    user: { id: 'user_ada', name: 'Ada Lovelace', email: 'ada@northwind.example' },
  }),
);
createApp(App).mount('#root');
