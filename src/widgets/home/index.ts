import { h } from 'preact';
import { defineScreen } from '../define.ts';
import { Home } from './Home.tsx';
import { createHomeModel } from './home.model.ts';

export const home = defineScreen({
  id: 'home',
  title: 'panel.title',
  create(context) {
    const model = createHomeModel(context);
    return { render: () => h(Home, { model, context }), dispose() {} };
  },
});
