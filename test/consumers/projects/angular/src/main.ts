import {
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  provideZonelessChangeDetection,
  signal,
} from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { createSupport } from '@penguinmails/support-widget';
import { defineElements } from '@penguinmails/support-widget/elements';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <penguin-help-center [hideContact]="false" />
    <penguin-status-badge [integration]="integration()" [variant]="'full'" />
    <label>Question <textarea #field></textarea></label>
    <penguin-kb-suggestions [for]="field" />
  `,
})
class App {
  readonly integration = signal('hubspot');
}

defineElements(
  createSupport({
    apiKey: 'pk_test_demo',
    baseUrl: '/v1/',
    user: { id: 'user_ada', name: 'Ada Lovelace', email: 'ada@northwind.example' },
  }),
);
bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] }).catch(reportError);
