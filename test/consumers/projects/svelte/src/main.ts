import { createSupport } from '@penguinmails/support-widget';
import { defineElements } from '@penguinmails/support-widget/elements';
import { mount } from 'svelte';
import App from './App.svelte';

defineElements(
  createSupport({
    apiKey: 'pk_test_demo',
    baseUrl: '/v1/',
    user: { id: 'user_ada', name: 'Ada Lovelace', email: 'ada@northwind.example' },
  }),
);
mount(App, { target: document.getElementById('root') ?? document.body });
